/** What every machine keeps to, whatever it models. */
import { decide, fold, type Tagged } from "@convoque/core/kernel/machine"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { deepFrozen, difference } from "../structural.ts"
import { hasDecision, seesDeclaredTransitions } from "./transitions.ts"
import { type Law, type Walk, walkMachine } from "./walk.ts"

/** A law by its name; `check` throws when the machine breaks it. */
export interface MachineLaw {
  readonly name: string
  readonly check: () => void
}

/** Gives all laws of a machine, one test each. */
export const machineLaws = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  walk: Walk<S, C, E, R>,
): ReadonlyArray<MachineLaw> => [
  {
    name: "walks see exactly the declared transitions",
    check: () => seesDeclaredTransitions(walk),
  },
  {
    name: "a refusal leaves the state unchanged",
    check: () => refusalsLeaveTheState(walk),
  },
  {
    name: "a pair without decision is refused as illegal",
    check: () => undeclaredPairsAreIllegal(walk),
  },
  {
    name: "folding in two parts is folding at once",
    check: () => foldsInTwoParts(walk),
  },
  {
    name: "the same input gives the same output and is never written to",
    check: () => inputsAreOnlyRead(walk),
  },
  {
    name: "events survive encoding and decoding",
    check: () => eventsSurviveJson(walk),
  },
]

/** Throws unless a refused command leaves its state as it was. */
export const refusalsLeaveTheState: Law = (walk) =>
  walkMachine(walk, ({ past, state, command, decided }) => {
    if (Result.isSuccess(decided)) return
    expectNoDifference(`state after ${command._tag} was refused`, {
      actual: state,
      expected: fold(walk.machine, past),
    })
  })

/** Throws unless pairs absent from the decision table are refused by `illegal`, and only they lack a row. */
export const undeclaredPairsAreIllegal: Law = (walk) => {
  const { machine } = walk
  walkMachine(walk, ({ state, command, decided }) => {
    if (hasDecision(machine, command._tag, state._tag)) return
    expectNoDifference(`${command._tag} in ${state._tag}`, {
      actual: Result.isFailure(decided) ? decided.failure : "no refusal",
      expected: machine.illegal(command, state),
    })
  })
}

/** Throws unless folding events in two parts, cut anywhere, gives the state of folding them at once. */
export const foldsInTwoParts: Law = (walk) =>
  walkMachine(walk, ({ past, state }) => {
    const cut = Math.floor(past.length / 2)
    const before = fold(walk.machine, past.slice(0, cut))
    const after = fold(walk.machine, past.slice(cut), before)
    expectNoDifference(`fold cut at ${cut}`, { actual: after, expected: state })
  })

/** Throws when `decide` or `evolve` writes to its inputs, or answers twice differently. */
export const inputsAreOnlyRead: Law = (walk) => {
  const { machine } = walk
  walkMachine(walk, ({ past, state, command, decided }) => {
    const frozen = deepFrozen(fold(machine, deepFrozen(past), deepFrozen(machine.initial)))
    const again = decide(machine, deepFrozen(command), frozen)
    expectNoDifference("state folded again", { actual: frozen, expected: state })
    expectNoDifference(`${command._tag} decided again`, {
      actual: valueOf(again),
      expected: valueOf(decided),
    })
    if (Result.isSuccess(again)) fold(machine, deepFrozen(again.success), frozen)
  })
}

/** Throws unless each event comes back the same from JSON through its schema. */
export const eventsSurviveJson: Law = (walk) => {
  const codec = Schema.toCodecJson(walk.event)
  const encode = Schema.encodeSync(codec)
  const decode = Schema.decodeUnknownSync(codec, { errors: "all", onExcessProperty: "error" })
  walkMachine(walk, ({ decided }) => {
    if (Result.isFailure(decided)) return
    for (const event of decided.success) {
      const text = JSON.stringify(encode(event))
      expectNoDifference(`${event._tag} from JSON`, {
        actual: decode(JSON.parse(text)),
        expected: event,
      })
    }
  })
}

const valueOf = <E, R>(decided: Result.Result<E, R>): unknown =>
  Result.isSuccess(decided) ? { events: decided.success } : { refused: decided.failure }

const expectNoDifference = (
  about: string,
  values: { readonly actual: unknown; readonly expected: unknown },
): void => {
  const found = difference(values.actual, values.expected)
  if (found !== undefined) throw new Error(`${about}: ${found}`)
}

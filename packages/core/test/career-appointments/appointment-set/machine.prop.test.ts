/** The laws of every machine, and what holds of every file of career appointments. */
import {
  acknowledgeable,
  AppointmentSet,
  AppointmentSetCommand,
  AppointmentSetEvent,
  appointmentSetMachine,
  type AppointmentSetRefusal,
  isIssued,
  missingSlots,
  overlap,
} from "@convoque/core/career-appointments"
import { decide, fold } from "@convoque/core/kernel/machine"
import {
  appointmentSetCommand,
  difference,
  eventsSurviveJson,
  foldsInTwoParts,
  inputsAreOnlyRead,
  refusalsLeaveTheState,
  seesDeclaredTransitions,
  undeclaredPairsAreIllegal,
  type Walk,
  walkMachine,
} from "@convoque/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { depth } from "../../kernel/calendar/given.ts"

const machine = appointmentSetMachine

const walk: Walk<
  AppointmentSet,
  AppointmentSetCommand,
  AppointmentSetEvent,
  AppointmentSetRefusal
> = { machine, commands: appointmentSetCommand, event: AppointmentSetEvent, steps: 40 }
const long = { ...walk, walks: 300 * depth }
const short = { ...walk, walks: 40 * depth, seed: 2 }
const limit = 20_000 * depth

test(
  "RDC-10 walks see exactly the declared transitions",
  () => {
    expect(() => seesDeclaredTransitions(long)).not.toThrow()
  },
  limit,
)

test.each([
  ["a refusal leaves the state unchanged", refusalsLeaveTheState],
  ["a pair without decision is illegal", undeclaredPairsAreIllegal],
  ["folding in two parts is folding at once", foldsInTwoParts],
  ["inputs are only read, answers are the same", inputsAreOnlyRead],
  ["events survive encoding and decoding", eventsSurviveJson],
] as const)("%s", { timeout: limit }, (_, law) => {
  expect(() => law(short)).not.toThrow()
})

const survives = <T>(schema: Schema.Codec<T, unknown>) => {
  const codec = Schema.toCodecJson(schema)
  const encode = Schema.encodeSync(codec)
  const decode = Schema.decodeUnknownSync(codec, { errors: "all", onExcessProperty: "error" })
  return (value: T) => difference(decode(JSON.parse(JSON.stringify(encode(value)))), value)
}

test(
  "commands and states survive encoding and decoding",
  () => {
    const commandDifference = survives(AppointmentSetCommand)
    const stateDifference = survives(AppointmentSet)
    walkMachine({ ...short, walks: 15 * depth }, ({ state, command }) => {
      expect(commandDifference(command)).toBeUndefined()
      expect(stateDifference(state)).toBeUndefined()
    })
  },
  limit,
)

test(
  "any event can be folded on any state, in any order, and gives a state",
  () => {
    const isState = Schema.is(AppointmentSet)
    const seen: Array<AppointmentSetEvent> = []
    walkMachine({ ...short, walks: 10 }, ({ decided }) => {
      if (Result.isSuccess(decided)) seen.push(...decided.success)
    })
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...seen), { maxLength: 12 }), (events) => {
        expect(isState(fold(machine, events))).toBe(true)
      }),
      { seed: 1, numRuns: 150 * depth },
    )
  },
  limit,
)

describe("RDC-10 what holds of every file", () => {
  test(
    "RDC-10 RDC-13 an issued file has all its appointments, in the template's order, none overlapping",
    () => {
      walkMachine(short, ({ state }) => {
        if (!isIssued(state)) return
        expect(missingSlots(state)).toStrictEqual([])
        expect(state.appointments.map(({ slot }) => slot)).toStrictEqual(
          state.terms.template.slots.map(({ slot }) => slot),
        )
        for (const [index, one] of state.appointments.entries()) {
          for (const other of state.appointments.slice(index + 1)) {
            expect(overlap(one, other)).toBe(false)
          }
        }
      })
    },
    limit,
  )

  test(
    "RDC-20 RDC-22 each edition follows one change, and leaves the other appointments alone",
    () => {
      walkMachine(short, ({ past, state, decided }) => {
        if (Result.isFailure(decided)) return
        const after = fold(machine, decided.success, state)
        const editions = [...past, ...decided.success].filter(
          ({ _tag }) => _tag === "ConvocationIssued",
        )
        expect(isIssued(after) || after._tag === "cancelled" ? after.edition : 0).toBe(
          editions.length,
        )
        const moved = decided.success.flatMap((event) =>
          event._tag === "AppointmentModified" ? [event.after.slot] : [],
        )
        if (!isIssued(state) || !isIssued(after)) return
        const changed = after.appointments.filter((one, index) => one !== state.appointments[index])
        expect(changed.map(({ slot }) => slot)).toStrictEqual(moved)
      })
    },
    limit,
  )

  test(
    "RDC-18 the requests never exceed the limit, and pending slots are distinct slots of the template",
    () => {
      walkMachine(short, ({ state }) => {
        if (!isIssued(state)) return
        expect(state.requests).toBeLessThanOrEqual(state.terms.postponementLimit ?? Infinity)
        if (state._tag !== "postponement-requested") return
        const slots = state.terms.template.slots.map(({ slot }) => slot)
        expect(state.pending.every((slot) => slots.includes(slot))).toBe(true)
        expect(new Set(state.pending).size).toBe(state.pending.length)
      })
    },
    limit,
  )

  test(
    "every act is kept once, in order, with its author",
    () => {
      walkMachine(short, ({ past, state, command, decided }) => {
        if (state._tag !== "none") expect(state.acts).toStrictEqual(past)
        if (Result.isFailure(decided)) return
        for (const event of decided.success) {
          expect({ at: event.at, by: event.by }).toStrictEqual({ at: command.at, by: command.by })
        }
      })
    },
    limit,
  )

  test(
    "RDC-11 acknowledging what is asked for ends in an act or in another kind of refusal",
    () => {
      walkMachine(short, ({ state, command, decided }) => {
        if (Result.isSuccess(decided)) return
        const asked = decided.failure
        if (!isAcknowledgeable(asked) || !("acknowledged" in command)) return
        const { _tag: code, subject } = asked
        const acknowledged = [...command.acknowledged, { code, subject }]
        const again = decide(machine, { ...command, acknowledged }, state)
        expect(Result.isFailure(again) && difference(again.failure, asked) === undefined).toBe(
          false,
        )
      })
    },
    limit,
  )
})

type Acknowledgeable = Extract<
  AppointmentSetRefusal,
  { readonly _tag: (typeof acknowledgeable)[number] }
>

const isAcknowledgeable = (refusal: AppointmentSetRefusal): refusal is Acknowledgeable =>
  acknowledgeable.some((tag) => tag === refusal._tag)

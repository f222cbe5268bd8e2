/** The law of declared transitions: walks see exactly the rows of the table, both ways. */
import { fold, type Machine, type Tagged, type Transition } from "@convoque/core/kernel/machine"
import * as Result from "effect/Result"
import { type Law, type Step, walkMachine } from "./walk.ts"

/** What a step did, in the words of the table of transitions. */
interface Seen {
  readonly from: string
  readonly command: string
  readonly to?: string
  readonly emits?: ReadonlyArray<string>
  readonly refused?: string
}

/**
 * Throws unless random walks see each declared transition, and nothing that is not declared.
 *
 * A row `to: "unchanged"` is a step that stays in its state's tag. `emits` is compared with the
 * distinct tags of the events, in order. Rows that differ only in `when` cannot be told apart and
 * are seen together. Pairs without decision are the matter of `undeclaredPairsAreIllegal`.
 */
export const seesDeclaredTransitions: Law = (walk) => {
  const { machine } = walk
  const expected = rowsOf(machine)
  const undeclared = new Set<string>()
  const found = new Set<string>()
  walkMachine(walk, (step) => {
    const seen = seenIn(machine, step)
    const fitting = expected.filter((row) => fits(row.transition, seen))
    for (const row of fitting) found.add(row.name)
    if (fitting.length === 0 && hasDecision(machine, seen.command, seen.from)) {
      undeclared.add(nameOf(seen))
    }
  })
  const missed = expected.filter(({ name }) => !found.has(name)).map(({ name }) => name)
  if (undeclared.size === 0 && missed.length === 0) return
  throw new Error(
    [
      `${machine.name}: the walks and the declared transitions differ`,
      ...[...undeclared].map((name) => `seen, not declared: ${name}`),
      ...missed.map((name) => `declared, never seen: ${name}`),
    ].join("\n"),
  )
}

/** Tells whether the decision table of a machine holds a pair. */
export const hasDecision = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  machine: Machine<S, C, E, R>,
  command: string,
  state: string,
): boolean => {
  const table: { readonly [command: string]: object | undefined } = machine.decisions
  return Object.hasOwn(table[command] ?? {}, state)
}

interface Row<S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged> {
  readonly name: string
  readonly transition: Transition<S, C, E, R>
}

// One row for each state that a transition begins in: each must be seen.
const rowsOf = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  machine: Machine<S, C, E, R>,
): ReadonlyArray<Row<S, C, E, R>> =>
  machine.transitions.flatMap((transition) =>
    transition.from.map((from) => ({
      name: `${nameOf({ ...transition, from })} (${transition.when})`,
      transition: { ...transition, from: [from] },
    })),
  )

const seenIn = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  machine: Machine<S, C, E, R>,
  { state, command, decided }: Step<S, C, E, R>,
): Seen => {
  const pair = { from: state._tag, command: command._tag }
  if (Result.isFailure(decided)) return { ...pair, refused: decided.failure._tag }
  const events = decided.success
  const to = fold(machine, events, state)._tag
  return { ...pair, to, emits: [...new Set(events.map(({ _tag }) => _tag))] }
}

const fits = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  row: Transition<S, C, E, R>,
  seen: Seen,
): boolean => {
  if (row.command !== seen.command || !row.from.some((from) => from === seen.from)) return false
  if ("refused" in row) return row.refused === seen.refused
  const to: string = row.to === "unchanged" ? seen.from : row.to
  return to === seen.to && row.emits.join() === seen.emits?.join()
}

const nameOf = ({ from, command, to, emits, refused }: Seen): string =>
  refused === undefined
    ? `${from} / ${command} -> ${to} [${emits?.join(", ")}]`
    : `${from} / ${command} refused by ${refused}`

/** What a source's file changes in the periods kept of it. */
import type { ImportSample, ImportWarning } from "../../../kernel/importing.ts"
import type { PersonId } from "../../../kernel/identity.ts"
import {
  type ImportSource,
  unavailabilityKey,
  type UnavailabilityName,
} from "../../unavailability/model.ts"
import { cellsOfPeriod, type IncomingPeriod } from "../../unavailability/registers.ts"
import { isSameConvocation } from "../../unavailability/rules.ts"
import type { UnavailabilityRow } from "../../unavailability/views.ts"
import type { ListedPeriod } from "./periods.ts"
import type { SentLine } from "./sent-file.ts"

/** A period that a file adds, changes or no longer gives. */
export interface Difference {
  readonly name: UnavailabilityName
  readonly line: number | null
  readonly before: IncomingPeriod | null
  readonly after: IncomingPeriod | null
}

/**
 * What a file changes. `unresolved` are its lines of people that nobody knows: they are left out,
 * and what is kept of those people stays as it is as long as the file gives it.
 */
export interface Compared {
  readonly kept: number
  readonly added: ReadonlyArray<Difference>
  readonly changed: ReadonlyArray<Difference>
  readonly removed: ReadonlyArray<Difference>
  readonly unchanged: number
  readonly unresolved: ReadonlyArray<SentLine>
}

/** What is compared: the lines of a source's file, what is kept of the source, who is known. */
export interface Comparing {
  readonly source: ImportSource
  readonly lines: ReadonlyArray<SentLine>
  readonly kept: ReadonlyArray<ListedPeriod>
  readonly isKnown: (person: PersonId) => boolean
}

/** Compares a file with what is kept of its source. */
export const compare = ({ source, lines, kept, isKnown }: Comparing): Compared => {
  const before = new Map(kept.map(({ key, row }) => [key, incomingOfRow(row)]))
  const added: Array<Difference> = []
  const changed: Array<Difference> = []
  const unresolved: Array<SentLine> = []
  const given = new Set<string>()
  let unchanged = 0
  for (const sent of lines) {
    const { line, incoming } = sent
    const name = nameOf(source, incoming)
    const key = unavailabilityKey(name)
    given.add(key)
    const old = before.get(key) ?? null
    if (!isKnown(incoming.person)) unresolved.push(sent)
    else if (old === null) added.push({ name, line, before: null, after: incoming })
    else if (isSame(old, incoming)) unchanged += 1
    else changed.push({ name, line, before: old, after: incoming })
  }
  const removed = [...before]
    .filter(([key]) => !given.has(key))
    .map(([, old]) => ({ name: nameOf(source, old), line: null, before: old, after: null }))
  return { kept: kept.length, added, changed, removed, unchanged, unresolved }
}

/** Gives the first five differences of each kind, by key. */
export const samplesOf = ({ added, changed, removed }: Compared): ReadonlyArray<ImportSample> => [
  ...firstFive("added", added),
  ...firstFive("changed", changed),
  ...firstFive("removed", removed),
]

/** Gives the first hundred lines of people that nobody knows, as warnings. */
export const unresolvedWarnings = ({ unresolved }: Compared): ReadonlyArray<ImportWarning> =>
  unresolved.slice(0, 100).map(({ line, incoming: { person } }) => ({
    code: "unresolved-reference",
    line,
    column: "ID_AGENT",
    value: person,
  }))

const firstFive = (
  change: ImportSample["change"],
  differences: ReadonlyArray<Difference>,
): ReadonlyArray<ImportSample> =>
  differences
    .map((difference) => ({ difference, key: unavailabilityKey(difference.name) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .slice(0, 5)
    .map(({ difference: { line, before, after } }) => ({
      change,
      line,
      cells: sampleCells(before, after),
    }))

const sampleCells = (
  before: IncomingPeriod | null,
  after: IncomingPeriod | null,
): ImportSample["cells"] => {
  const old = before === null ? [] : cellsOfPeriod(before)
  const now = after === null ? [] : cellsOfPeriod(after)
  return (now.length === 0 ? old : now).map(([column], index) => {
    const texts = { before: old[index]?.[1] ?? null, after: now[index]?.[1] ?? null }
    return { column, ...texts, differs: texts.before !== texts.after }
  })
}

const nameOf = (origin: ImportSource, { person, period }: IncomingPeriod): UnavailabilityName => ({
  person,
  origin,
  period,
})

const incomingOfRow = ({
  person,
  start,
  end,
  reason,
  convocation,
}: UnavailabilityRow): IncomingPeriod => ({ person, period: { start, end }, reason, convocation })

const isSame = (one: IncomingPeriod, other: IncomingPeriod): boolean =>
  one.reason === other.reason && isSameConvocation(one.convocation, other.convocation)

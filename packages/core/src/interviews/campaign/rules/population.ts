/**
 * A population file (population d'une campagne): who evaluates whom, each fault and each warning at
 * its line and column. A line without a fault can be opened; warnings keep nothing from it.
 *
 * @requirement CAM-05
 * @requirement ENT-28
 */
import type { PersonId } from "../../../kernel/identity.ts"
import { isMailAddress } from "../../../kernel/mail-address.ts"
import type { Person } from "../../../kernel/ports.ts"
import {
  manyAgents,
  type PopulationFault,
  type PopulationFaultCode,
  type PopulationWarning,
  type PopulationWarningCode,
} from "../model.ts"

/** The columns of a population file, each with the id of a person. */
export const populationColumns = ["agent", "superior", "authority"] as const
type Column = (typeof populationColumns)[number]

/** One line as typed; `line` counts from 1, the header being the first. */
export interface PopulationLine {
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}

/** What is known beside the file: the people found, and the agents who have an interview. */
export interface PopulationFacts {
  readonly people: ReadonlyMap<string, Person>
  readonly opened: ReadonlySet<string>
}

/** The people of a line that has no fault. */
export interface SoundLine {
  readonly agent: Person
  readonly superior: Person
  readonly authority: Person
}

/** What a file holds: its sound lines, and what is to be said of the others and of these. */
export interface Population {
  readonly sound: ReadonlyArray<SoundLine>
  readonly faults: ReadonlyArray<PopulationFault>
  readonly warnings: ReadonlyArray<PopulationWarning>
}

/**
 * Judges a file; faults and warnings come in line order, then in column order. A column that no line
 * has is told once, of the header.
 */
export const readPopulation = (
  lines: ReadonlyArray<PopulationLine>,
  facts: PopulationFacts,
): Population => {
  const trimmed = lines.map(withoutSpaces)
  const context = { ...facts, ...relations(trimmed) }
  const absent = absentFrom(trimmed)
  const faults = absent.map((column): PopulationFault => ({
    line: 1,
    column,
    code: "column-missing",
    value: "",
  }))
  const warnings: Array<PopulationWarning> = []
  const sound: Array<SoundLine> = []
  for (const [index, line] of trimmed.entries()) {
    const found = faultsOf(line, index, context)
    faults.push(...found.filter(({ column }) => !absent.some((one) => one === column)))
    const people = found.length === 0 ? peopleOf(line, facts) : undefined
    if (people === undefined) continue
    sound.push(people)
    warnings.push(...warningsOf(line, people, context))
  }
  return { sound, faults, warnings }
}

const absentFrom = (lines: ReadonlyArray<PopulationLine>): ReadonlyArray<Column> =>
  lines.length === 0
    ? []
    : populationColumns.filter((column) =>
        lines.every(({ values }) => values[column] === undefined),
      )

const withoutSpaces = ({ line, values }: PopulationLine): PopulationLine => ({
  line,
  values: Object.fromEntries(
    Object.entries(values).map(([column, value]) => [column, value.trim()]),
  ),
})

interface Relations {
  readonly firstIndex: ReadonlyMap<string, number>
  readonly agentsOf: ReadonlyMap<string, number>
  readonly circular: ReadonlySet<string>
}

const relations = (lines: ReadonlyArray<PopulationLine>): Relations => {
  const firstIndex = new Map<string, number>()
  const superiorOf = new Map<string, string>()
  const agentsOf = new Map<string, number>()
  for (const [index, { values }] of lines.entries()) {
    const { agent = "", superior = "" } = values
    if (firstIndex.has(agent)) continue
    firstIndex.set(agent, index)
    superiorOf.set(agent, superior)
    agentsOf.set(superior, (agentsOf.get(superior) ?? 0) + 1)
  }
  return { firstIndex, agentsOf, circular: inCircles(superiorOf) }
}

/**
 * Gives the agents who are, through their superiors, their own superiors; somebody who is his own
 * superior directly is not among them, that being a fault.
 */
export const inCircles = (superiorOf: ReadonlyMap<string, string>): ReadonlySet<string> => {
  const circular = new Set<string>()
  const seen = new Set<string>()
  for (const start of superiorOf.keys()) {
    const path: Array<string> = []
    const onPath = new Map<string, number>()
    let person: string | undefined = start
    while (person !== undefined && !seen.has(person)) {
      seen.add(person)
      onPath.set(person, path.length)
      path.push(person)
      person = superiorOf.get(person)
    }
    const begin = person === undefined ? undefined : onPath.get(person)
    if (begin === undefined || path.length - begin < 2) continue
    for (const one of path.slice(begin)) circular.add(one)
  }
  return circular
}

const shown = 64

const faultsOf = (
  { line, values }: PopulationLine,
  index: number,
  context: PopulationFacts & Relations,
): ReadonlyArray<PopulationFault> =>
  populationColumns.flatMap((column) => {
    const typed = values[column]
    const code =
      typed === undefined
        ? "column-missing"
        : faultCode({ column, value: typed, values, index }, context)
    return code === undefined ? [] : [{ line, column, code, value: (typed ?? "").slice(0, shown) }]
  })

const faultCode = (
  cell: {
    readonly column: Column
    readonly value: string
    readonly values: PopulationLine["values"]
    readonly index: number
  },
  { people, opened, firstIndex }: PopulationFacts & Relations,
): PopulationFaultCode | undefined => {
  const { column, value, values, index } = cell
  if (value === "") return `${column}-missing`
  if (!people.has(value)) return `${column}-unknown`
  if (column !== "agent") {
    if (value === values["agent"]) return `${column}-is-agent`
    // Nobody endorses the report that he has signed as the superior.
    return column === "authority" && value === values["superior"]
      ? "authority-is-superior"
      : undefined
  }
  if ((firstIndex.get(value) ?? index) < index) return "agent-twice"
  return opened.has(value) ? "agent-already-has-interview" : undefined
}

const peopleOf = (
  { values }: PopulationLine,
  { people }: PopulationFacts,
): SoundLine | undefined => {
  const [agent, superior, authority] = populationColumns.map((column) =>
    people.get(values[column] ?? ""),
  )
  return agent === undefined || superior === undefined || authority === undefined
    ? undefined
    : { agent, superior, authority }
}

const isReachable = ({ email }: Person): boolean => isMailAddress(email ?? "")

const warningsOf = (
  { line }: PopulationLine,
  { agent, superior }: SoundLine,
  { agentsOf, circular }: Relations,
): ReadonlyArray<PopulationWarning> => {
  const warn = (
    column: Column,
    code: PopulationWarningCode,
    value: PersonId,
  ): PopulationWarning => ({ line, column, code, value })
  return [
    ...(isReachable(agent) ? [] : [warn("agent", "agent-without-address", agent.id)]),
    ...(isReachable(superior) ? [] : [warn("superior", "superior-without-address", superior.id)]),
    ...(circular.has(agent.id) ? [warn("superior", "circular-managers", superior.id)] : []),
    ...((agentsOf.get(superior.id) ?? 0) > manyAgents
      ? [warn("superior", "superior-with-many-agents", superior.id)]
      : []),
  ]
}

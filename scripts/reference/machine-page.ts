/** The reference page of a machine: diagram, transition table, refusals. */
import type { Machine, Tagged, Transition } from "@convoque/core/kernel/machine"
import type { Grounds } from "@convoque/core/kernel/refusal"
import { code, page, table } from "./markdown.ts"

/** A machine with what its page says besides. */
export interface MachineReference {
  readonly title: string
  readonly about: string
  readonly machine: Described
  readonly grounds: Readonly<Record<string, Grounds>>
  /** The French sentence of a refusal, its values shown by name. */
  readonly sentence: (code: string) => string
}

type AnyRow = Transition<Tagged, Tagged, Tagged, Tagged>

/** What a page shows of any machine. */
export type Described = Pick<Machine<Tagged, Tagged, Tagged, Tagged>, "name" | "transitions"> & {
  readonly initial: Tagged
}

/** Gives the page in Markdown. */
export const machinePage = (reference: MachineReference): string =>
  page([
    `# ${reference.title}`,
    reference.about,
    "## Diagram",
    diagram(reference.machine),
    "## Transitions",
    transitionTable(reference.machine.transitions),
    "## Refusals",
    refusalTable(reference),
  ])

const diagram = ({ initial, transitions }: Described): string => {
  const labels = new Map<string, Array<string>>()
  for (const row of transitions) {
    if (!("to" in row)) continue
    for (const from of row.from) {
      const to = row.to === "unchanged" ? from : row.to
      const arrow = `${stateId(from)} --> ${stateId(to)}`
      const said = labels.get(arrow) ?? []
      if (!said.includes(row.command)) labels.set(arrow, [...said, row.command])
    }
  }
  const arrows = [...labels].map(([arrow, commands]) => `  ${arrow}: ${commands.join(", ")}`)
  const names = [...new Set(transitions.flatMap((row) => row.from))]
    .filter((state) => stateId(state) !== state)
    .map((state) => `  state "${state}" as ${stateId(state)}`)
  return [
    "```mermaid",
    "stateDiagram-v2",
    ...names,
    `  [*] --> ${stateId(initial._tag)}`,
    ...arrows,
    "```",
  ].join("\n")
}

const stateId = (state: string) => state.replaceAll("-", "_")

const transitionTable = (rows: ReadonlyArray<AnyRow>): string =>
  table(
    ["State", "Command", "Guard", "Next state", "Events", "Requirements"],
    rows.map((row) => [
      row.from.map(code).join(", "),
      code(row.command),
      row.when,
      "refused" in row
        ? `refused ${code(row.refused)}`
        : row.to === "unchanged"
          ? "unchanged"
          : code(row.to),
      "refused" in row || row.emits.length === 0 ? "-" : row.emits.map(code).join(", "),
      row.requirements.join(", "),
    ]),
  )

const refusalTable = ({ grounds, sentence }: MachineReference): string =>
  table(
    ["Code", "French sentence", "Requirements"],
    Object.entries(grounds).map(([tag, { requirements }]) => [
      code(tag),
      sentence(tag),
      requirements.join(", "),
    ]),
  )

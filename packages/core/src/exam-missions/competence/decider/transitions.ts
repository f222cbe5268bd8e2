/** The transitions of an agent's competences, refusals included. */
import type { Transition } from "../../../kernel/machine.ts"
import type { CompetenceCommand } from "../commands.ts"
import type { CompetenceEvent } from "../events.ts"
import type { CompetenceRefusal } from "../refusals.ts"
import type { CompetenceSheet } from "../state.ts"

type Row = Transition<CompetenceSheet, CompetenceCommand, CompetenceEvent, CompetenceRefusal>
type Refused = readonly [when: string, refused: CompetenceRefusal["_tag"], requirement: string]

const anyState = ["not-defined", "defined"] as const

const row = (
  from: Row["from"],
  command: Row["command"],
  rest: Pick<Extract<Row, { readonly to: unknown }>, "when" | "to" | "emits" | "requirements">,
): Row => ({ from, command, ...rest })

const refusals = (
  from: Row["from"],
  command: Row["command"],
  refused: ReadonlyArray<Refused>,
): ReadonlyArray<Row> =>
  refused.map(([when, tag, requirement]) => ({
    from,
    command,
    when,
    refused: tag,
    requirements: [requirement],
  }))

const ofAuthors: ReadonlyArray<Refused> = [
  ["actor takes the position of another author", "actor.not-allowed", "CMP-28"],
  ["agent not of the school's personnel", "person.not-in-school", "CMP-01"],
  ["school's entry window closed", "competence-entry.closed", "CMP-24"],
  ["school's entry window validated", "competence-entry.locked", "CMP-24"],
  ["manager not in charge of the exam", "competence.exam-not-managed", "CMP-10"],
]
const notListed: Refused = ["not listed", "competence.not-found", "CMP-15"]
const noChange: Refused = ["position taken already", "competence.no-change", "CMP-17"]

const additions: ReadonlyArray<Row> = [
  row(anyState, "addCompetence", {
    when: "not listed",
    to: "defined",
    emits: ["CompetenceMarked"],
    requirements: ["CMP-12"],
  }),
  ...refusals(anyState, "addCompetence", [
    ...ofAuthors,
    ["exam not offered to the category of the school", "competence.exam-not-offered", "CMP-13"],
  ]),
  ...refusals(["defined"], "addCompetence", [["listed", "competence.already-listed", "CMP-14"]]),
]

const confirmations: ReadonlyArray<Row> = [
  row(["defined"], "confirmCompetence", {
    when: "author bears I or nothing",
    to: "defined",
    emits: ["CompetenceMarked"],
    requirements: ["CMP-15", "CMP-17"],
  }),
  ...refusals(anyState, "confirmCompetence", [...ofAuthors, notListed]),
  ...refusals(["defined"], "confirmCompetence", [noChange]),
]

const invalidations: ReadonlyArray<Row> = [
  row(["defined"], "invalidateCompetence", {
    when: "by a school or the agent, another author bears C",
    to: "defined",
    emits: ["CompetenceMarked"],
    requirements: ["CMP-18", "CMP-21"],
  }),
  row(["defined"], "invalidateCompetence", {
    when: "by a manager who bears C, another author does too",
    to: "defined",
    emits: ["MarkWithdrawn"],
    requirements: ["CMP-10", "CMP-20"],
  }),
  row(["defined"], "invalidateCompetence", {
    when: "no other author bears C, other competences are listed",
    to: "defined",
    emits: ["CompetenceRemoved"],
    requirements: ["CMP-19", "CMP-20"],
  }),
  row(["defined"], "invalidateCompetence", {
    when: "no other author bears C, on the only competence",
    to: "not-defined",
    emits: ["CompetenceRemoved"],
    requirements: ["CMP-19", "CMP-20"],
  }),
  ...refusals(anyState, "invalidateCompetence", [...ofAuthors, notListed]),
  ...refusals(["defined"], "invalidateCompetence", [
    noChange,
    ["by a manager without mark", "competence.not-author", "CMP-10"],
  ]),
]

type Effect = readonly [event: CompetenceEvent["_tag"], when: string]

// In the order in which a generation tells them; any of them may be absent.
const effects: ReadonlyArray<Effect> = [
  ["CompetenceRemoved", "some are no longer yielded, and no other author bears C"],
  ["MarkWithdrawn", "some are no longer yielded, another author bears C"],
  ["GroundsChanged", "some are yielded for other reasons"],
  ["CompetenceMarked", "some are newly yielded"],
]

const choices = <Item>([first, ...rest]: ReadonlyArray<Item>): ReadonlyArray<ReadonlyArray<Item>> =>
  first === undefined ? [[]] : choices(rest).flatMap((choice) => [[first, ...choice], choice])

const generations: ReadonlyArray<Row> = [
  ...choices(effects)
    .filter(({ length }) => length > 0)
    .map((choice) =>
      row(["defined"], "generateCompetences", {
        when: choice.map(([, when]) => when).join("; "),
        to: "defined",
        emits: choice.map(([event]) => event),
        requirements: ["CMP-06"],
      }),
    ),
  row(["not-defined"], "generateCompetences", {
    when: "some are yielded",
    to: "defined",
    emits: ["CompetenceMarked"],
    requirements: ["CMP-06"],
  }),
  row(["defined"], "generateCompetences", {
    when: "nothing is yielded any more, and no other author bears any C",
    to: "not-defined",
    emits: ["CompetenceRemoved"],
    requirements: ["CMP-06"],
  }),
  row(anyState, "generateCompetences", {
    when: "nothing new",
    to: "unchanged",
    emits: [],
    requirements: ["CMP-06"],
  }),
  ...refusals(anyState, "generateCompetences", [
    ["actor is not the system", "actor.not-allowed", "CMP-10"],
  ]),
]

/** All that can happen to an agent's competences. */
export const transitions: ReadonlyArray<Row> = [
  ...additions,
  ...confirmations,
  ...invalidations,
  ...generations,
]

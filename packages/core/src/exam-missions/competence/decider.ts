/**
 * The machine of an agent's competences: who may take a position now, what the rules of authorship
 * make of it, and what an import generates.
 *
 * @requirement CMP-06 to CMP-21, CMP-24
 */
import * as Result from "effect/Result"
import type { DecisionTable, Machine } from "../../kernel/machine.ts"
import type { CompetenceCommand } from "./commands.ts"
import { evolve } from "./decider/evolve.ts"
import { generated } from "./decider/generation.ts"
import { authorOf, notAllowed, type PositionCommand } from "./decider/positions.ts"
import { transitions } from "./decider/transitions.ts"
import type { CompetenceEvent } from "./events.ts"
import type { CompetenceAuthor } from "./model.ts"
import type { CompetenceRefusal } from "./refusals.ts"
import { authorship, type AuthorshipChange, type AuthorshipRefusal } from "./rules/authorship.ts"
import type { Marks } from "./rules/marks.ts"
import { competencesOf } from "./rules/standing.ts"
import type { CompetenceSheet } from "./state.ts"

type Decided = Result.Result<ReadonlyArray<CompetenceEvent>, CompetenceRefusal>

const actions = {
  addCompetence: "add",
  confirmCompetence: "confirm",
  invalidateCompetence: "invalidate",
} as const

const takePosition = (command: PositionCommand, state: CompetenceSheet): Decided =>
  Result.flatMap(authorOf(command), (author) => {
    const marks = competencesOf(state).find((one) => one.option === command.option)?.marks ?? []
    return Result.mapBoth(authorship(marks, author, actions[command._tag]), {
      onFailure: (tag) => authorshipRefusal(tag, command, author),
      onSuccess: (change) => [positionEvent(command, { author, marks, change })],
    })
  })

const authorshipRefusal = (
  _tag: AuthorshipRefusal,
  { agent, option }: PositionCommand,
  author: CompetenceAuthor,
): CompetenceRefusal =>
  _tag === "competence.no-change" || _tag === "competence.not-author"
    ? { _tag, agent, option, author }
    : { _tag, agent, option }

const positionEvent = (
  { at, by, agent, option }: PositionCommand,
  {
    author,
    marks,
    change,
  }: {
    readonly author: CompetenceAuthor
    readonly marks: Marks
    readonly change: AuthorshipChange
  },
): CompetenceEvent => {
  const act = { at, by, agent, option }
  switch (change) {
    case "removed":
      return { _tag: "CompetenceRemoved", ...act, marks }
    case "withdrawn":
      return { _tag: "MarkWithdrawn", ...act, author }
    default:
      return { _tag: "CompetenceMarked", ...act, author, mark: change, grounds: [] }
  }
}

const generate = (
  command: Extract<CompetenceCommand, { readonly _tag: "generateCompetences" }>,
  state: CompetenceSheet,
): Decided =>
  command.by.capacity === "system"
    ? Result.succeed(generated(command, competencesOf(state)))
    : Result.fail(notAllowed(command))

const decisions: DecisionTable<
  CompetenceSheet,
  CompetenceCommand,
  CompetenceEvent,
  CompetenceRefusal
> = {
  addCompetence: { "not-defined": takePosition, defined: takePosition },
  confirmCompetence: { "not-defined": takePosition, defined: takePosition },
  invalidateCompetence: { "not-defined": takePosition, defined: takePosition },
  generateCompetences: { "not-defined": generate, defined: generate },
}

/** The machine of an agent's competences; every command has an answer in both states. */
export const competenceMachine: Machine<
  CompetenceSheet,
  CompetenceCommand,
  CompetenceEvent,
  CompetenceRefusal
> = {
  name: "CompetenceSheet",
  initial: { _tag: "not-defined", acts: [] },
  decisions,
  transitions,
  illegal: notAllowed,
  evolve,
}

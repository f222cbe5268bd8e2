/**
 * Who may take a position on an exam option at this moment, and as which author.
 *
 * Refusals come in one order: who acts, on whom, when, on which exam.
 */
import * as Result from "effect/Result"
import type { WithTag } from "../../../kernel/machine.ts"
import type { CompetenceCommand, Position } from "../commands.ts"
import type { CompetenceAuthor } from "../model.ts"
import type { CompetenceRefusal } from "../refusals.ts"

/** A command by which a person takes a position. */
export type PositionCommand = Extract<CompetenceCommand, { readonly position: Position }>

type Refused = CompetenceRefusal | undefined

/**
 * Gives the author that a command makes of its actor, or why he may not take a position.
 *
 * - a school, for its own personnel and while its window is open (CMP-01, CMP-24);
 * - an agent on his own sheet, whatever the window of his schools;
 * - a manager on the exams that he is in charge of (CMP-10).
 *
 * Whether an exam is offered bears on additions alone (CMP-13). Decision: what is listed already can
 * be confirmed or invalidated by any school of the agent, or a school could not correct what another
 * one, or the system, says of him.
 */
export const authorOf = (
  command: PositionCommand,
): Result.Result<CompetenceAuthor, CompetenceRefusal> => {
  const { position } = command
  switch (position._tag) {
    case "school":
      return authorUnless(schoolFault(command, position), {
        _tag: "school",
        school: position.school,
      })
    case "agent":
      return authorUnless(agentFault(command, position), { _tag: "agent" })
    case "manager":
      return authorUnless(managerFault(command, position), {
        _tag: "manager",
        managerCode: position.managerCode,
      })
    default:
      return position satisfies never
  }
}

/** Gives the refusal of an actor whose capacity does not allow a command. */
export const notAllowed = ({ _tag, by }: CompetenceCommand): CompetenceRefusal => ({
  _tag: "actor.not-allowed",
  command: _tag,
  capacity: by.capacity,
})

const authorUnless = (
  refusal: Refused,
  author: CompetenceAuthor,
): Result.Result<CompetenceAuthor, CompetenceRefusal> =>
  refusal === undefined ? Result.succeed(author) : Result.fail(refusal)

const schoolFault = (
  command: PositionCommand,
  { school, year, entry, employsAgent, offersExam }: WithTag<Position, "school">,
): Refused => {
  const { by, agent } = command
  if (by.capacity !== "school-head" || by.school !== school) return notAllowed(command)
  if (!employsAgent) return { _tag: "person.not-in-school", person: agent, school }
  if (entry === "closed") return { _tag: "competence-entry.closed", school, year }
  if (entry === "validated") return { _tag: "competence-entry.locked", school, year }
  return offersExam ? undefined : notOffered(command, school)
}

const agentFault = (
  command: PositionCommand,
  { isOwnSheet, offersExam }: WithTag<Position, "agent">,
): Refused => {
  if (command.by.capacity !== "agent" || !isOwnSheet) return notAllowed(command)
  return offersExam ? undefined : notOffered(command, null)
}

const managerFault = (
  command: PositionCommand,
  { managerCode, managesExam }: WithTag<Position, "manager">,
): Refused => {
  const { by, option } = command
  if (by.capacity !== "exam-manager" || by.managerCode !== managerCode) return notAllowed(command)
  return managesExam ? undefined : { _tag: "competence.exam-not-managed", option, managerCode }
}

const notOffered = (
  { _tag, option }: PositionCommand,
  school: WithTag<Position, "school">["school"] | null,
): Refused =>
  _tag === "addCompetence" ? { _tag: "competence.exam-not-offered", option, school } : undefined

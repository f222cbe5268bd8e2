/**
 * Who may do what: the agent for his own answers, an evaluator for the slots of his role, the
 * campaign's managers for the file itself. A delegate has the rights of whom he acts for.
 */
import * as Result from "effect/Result"
import { type Actor, type PersonId, responsiblePerson } from "../../../kernel/identity.ts"
import type { RoleId } from "../../campaign/model.ts"
import type { AppointmentSetCommand } from "../commands.ts"
import type { AppointmentSetRefusal } from "../refusals.ts"
import type { OpenedSet } from "../state.ts"

/** Tells whether the actor is the agent of the file. */
export const isAgent = (by: Actor, state: OpenedSet): boolean =>
  by.capacity === "agent" && responsiblePerson(by) === state.agent.id

/** Tells whether the actor is the evaluator who holds a role in the file. */
export const mayActFor = (by: Actor, role: RoleId, state: OpenedSet): boolean =>
  by.capacity === "evaluator" && responsiblePerson(by) === state.evaluators[role]?.id

/** Tells whether the actor is one of the managers of the campaign, as they were just read. */
export const isManager = (command: {
  readonly by: Actor
  readonly managers: ReadonlyArray<PersonId>
}): boolean =>
  command.by.capacity === "campaign-manager" &&
  command.managers.includes(responsiblePerson(command.by))

/** Refuses a command to its actor. */
export const notAllowed = (
  command: AppointmentSetCommand,
): Result.Result<never, AppointmentSetRefusal> =>
  Result.fail({
    _tag: "actor.not-allowed",
    command: command._tag,
    capacity: command.by.capacity,
  })

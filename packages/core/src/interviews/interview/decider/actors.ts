/**
 * Who may do what in an interview: the agent, his direct superior and the appointing authority as
 * the file names them, the HR service and the administrators for the whole tenant, the scheduler.
 * Somebody who acts on behalf of one of them does so on the days of his delegation only.
 *
 * Whoever the interview is of acts on it as its agent and in no other capacity, his own or another's:
 * an HR service does not sign, correct or delete the file of one of its members by his hand.
 *
 * @requirement CAM-01
 * @requirement ENT-10
 * @requirement ENT-22
 */
import { civilDayAt } from "../../../kernel/calendar.ts"
import { type Actor, responsiblePerson } from "../../../kernel/identity.ts"
import type { Step, StepActor } from "../../terms/model/procedure.ts"
import type { InterviewCommand } from "../commands.ts"
import type { InterviewRefusal } from "../refusals.ts"
import type { OpenedInterview } from "../state.ts"

/** Tells whether the actor is the agent of the interview. */
export const isAgent = (by: Actor, { agent }: Pick<OpenedInterview, "agent">): boolean =>
  by.capacity === "agent" && responsiblePerson(by) === agent.id

/** Tells whether the hand that acts is that of the agent, whatever the capacity. */
const isOwnFile = ({ person }: Actor, { agent }: Pick<OpenedInterview, "agent">): boolean =>
  person === agent.id

/** Tells whether the actor is the direct superior, as the file names him at that moment. */
export const isSuperior = (by: Actor, file: Pick<OpenedInterview, "agent" | "superior">): boolean =>
  by.capacity === "superior" && responsiblePerson(by) === file.superior.id && !isOwnFile(by, file)

/** Tells whether the actor is the appointing authority of the file. */
export const isAuthority = (
  by: Actor,
  file: Pick<OpenedInterview, "agent" | "authority">,
): boolean =>
  by.capacity === "authority" && responsiblePerson(by) === file.authority.id && !isOwnFile(by, file)

/** Tells whether the actor has the rights of the HR service; an administrator has them. */
export const isHumanResources = ({ capacity }: Pick<Actor, "capacity">): boolean =>
  capacity === "hr-service" || capacity === "administrator"

/** Tells whether the actor has the rights of the HR service on a file, which is not his own. */
export const isStaffOf = (by: Actor, file: Pick<OpenedInterview, "agent">): boolean =>
  isHumanResources(by) && !isOwnFile(by, file)

/** Tells whether the actor is the scheduler. */
export const isScheduler = ({ capacity }: Pick<Actor, "capacity">): boolean => capacity === "system"

/** Tells whether the actor is anybody of the file. */
export const isParty = (by: Actor, state: OpenedInterview): boolean =>
  isAgent(by, state) ||
  isSuperior(by, state) ||
  isAuthority(by, state) ||
  isStaffOf(by, state) ||
  isScheduler(by)

const isActor: Readonly<Record<StepActor, (by: Actor, state: OpenedInterview) => boolean>> = {
  agent: isAgent,
  superior: isSuperior,
  authority: isAuthority,
  "hr-service": isStaffOf,
}

/** Tells whether the actor is one of those who do a step. */
export const isActorOf = (by: Actor, { actors }: Step, state: OpenedInterview): boolean =>
  actors.some((actor) => isActor[actor](by, state))

/** Gives the refusal of a command to its actor. */
export const notAllowed = ({ _tag, by }: InterviewCommand): InterviewRefusal => ({
  _tag: "actor.not-allowed",
  command: _tag,
  capacity: by.capacity,
})

/** What may be done on somebody's behalf: everything, nothing, or what a step says. */
export type Delegable = "delegable" | "personal" | Step

/**
 * Gives what keeps somebody from acting on another's behalf: the act is personal, no delegation is
 * shown, or it is not in force that day. An act in one's own name is never refused.
 */
export const delegationRefusal = (
  command: InterviewCommand,
  what: Delegable,
): InterviewRefusal | undefined => {
  const { _tag, at, by } = command
  if (by.onBehalfOf === undefined) return undefined
  const step = typeof what === "string" ? {} : { step: what.step }
  const isDelegable = typeof what === "string" ? what === "delegable" : what.delegable
  if (!isDelegable || by.delegation === undefined) {
    return { _tag: "delegation.not-allowed", command: _tag, ...step }
  }
  if (!("terms" in command)) return undefined
  const { from, until } = by.delegation
  const today = civilDayAt(at, command.terms.zone)
  return from <= today && today <= until
    ? undefined
    : { _tag: "delegation.not-in-force", from, until, today }
}

/** The rows of the table of transitions, and the lists that many of them share. */
import type { Transition } from "../../../../kernel/machine.ts"
import type { InterviewCommand } from "../../commands.ts"
import type { InterviewEvent } from "../../events.ts"
import type { InterviewRefusal } from "../../refusals.ts"
import type { Interview } from "../../state.ts"

/** One row of the table. */
export type Row = Transition<Interview, InterviewCommand, InterviewEvent, InterviewRefusal>

/** The tag of a state. */
export type StateTag = Interview["_tag"]

/** A refusal, when it is given, and the requirements behind it. */
export type Reason = readonly [InterviewRefusal["_tag"], string, ReadonlyArray<string>]

/** The states in which an interview has no date. */
export const undated: ReadonlyArray<StateTag> = ["to-schedule", "not-held"]

/** The states before the interview is held. */
export const awaited: ReadonlyArray<StateTag> = ["to-schedule", "proposed", "not-held"]

/** The states in which an interview is neither closed nor deleted. */
export const open: ReadonlyArray<StateTag> = [...awaited, "held", "in-circuit"]

/** The states of an interview that was opened and not deleted. */
export const opened: ReadonlyArray<StateTag> = [...open, "closed"]

/** Gives one row for each refusal of a command. */
export const refusals = (
  from: ReadonlyArray<StateTag>,
  command: Row["command"],
  reasons: ReadonlyArray<Reason>,
): ReadonlyArray<Row> =>
  reasons.map(([refused, when, requirements]) => ({ from, command, when, refused, requirements }))

/** Gives the refusals of whoever has no right, himself or on somebody's behalf. */
export const rights = (who: string, requirement = "CAM-01"): ReadonlyArray<Reason> => [
  ["actor.not-allowed", `actor is not ${who}`, [requirement]],
  ["delegation.not-allowed", "on behalf of somebody, no delegation shown", ["ENT-22"]],
  ["delegation.not-in-force", "on behalf of somebody, out of the delegation's days", ["ENT-22"]],
]

/**
 * The machine of interviews: the catalogue's table, as decisions and as data. After `held` it reads
 * the circuit from the procedure of the campaign.
 *
 * Refusals come in one order: who acts, what the file has come to, what was given, and last the
 * warnings that can be acknowledged.
 */
import type { Machine } from "../../kernel/machine.ts"
import type { InterviewCommand } from "./commands.ts"
import { decisions } from "./decider/decisions.ts"
import { evolve } from "./decider/evolve.ts"
import { transitions } from "./decider/transitions.ts"
import type { InterviewEvent } from "./events.ts"
import type { InterviewRefusal } from "./refusals.ts"
import type { Interview } from "./state.ts"

/** The machine of one agent's interview of one type and year. */
export const interviewMachine: Machine<
  Interview,
  InterviewCommand,
  InterviewEvent,
  InterviewRefusal
> = {
  name: "Interview",
  initial: { _tag: "none" },
  decisions,
  transitions,
  illegal: (command, state) => illegal(command, state),
  evolve,
}

const illegal = (command: InterviewCommand, state: Interview): InterviewRefusal => {
  if (state._tag === "deleted") return { _tag: "interview.deleted", command: command._tag }
  if (command._tag === "openInterview") {
    const { type, year, agent } = command
    return { _tag: "interview.duplicate", type, year, agent: agent.id }
  }
  return { _tag: "interview.illegal-transition", command: command._tag, state: state._tag }
}

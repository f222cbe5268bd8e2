/**
 * The machine of appeals: the catalogue's table, as decisions and as data.
 *
 * An appeal is fed by the notification of an interview and has its key. Refusals come in one order:
 * who acts, what the procedure and the state allow, the dates, what the act must carry.
 */
import type { Machine } from "../../kernel/machine.ts"
import type { AppealCommand } from "./commands.ts"
import { decisions } from "./decider/decisions.ts"
import { evolve } from "./decider/evolve.ts"
import { transitions } from "./decider/transitions.ts"
import type { AppealEvent } from "./events.ts"
import type { AppealRefusal } from "./refusals.ts"
import type { Appeal } from "./state.ts"

/** The machine of the appeal against one report. */
export const appealMachine: Machine<Appeal, AppealCommand, AppealEvent, AppealRefusal> = {
  name: "Appeal",
  initial: { _tag: "none" },
  decisions,
  transitions,
  illegal: (command, state) => ({
    _tag: "appeal.illegal-transition",
    command: command._tag,
    state: state._tag,
  }),
  evolve,
}

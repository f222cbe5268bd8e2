/**
 * The machine of career appointments: the catalogue's table, as decisions and as data.
 *
 * Refusals come in one order: who acts, what was typed, what the calendar and the law say, what
 * can be acknowledged, and last the confirmation.
 */
import type { Machine } from "../../kernel/machine.ts"
import type { AppointmentSetCommand } from "./commands.ts"
import { decisions } from "./decider/decisions.ts"
import { evolve } from "./decider/evolve.ts"
import { transitions } from "./decider/transitions.ts"
import type { AppointmentSetEvent } from "./events.ts"
import type { AppointmentSetRefusal } from "./refusals.ts"
import type { AppointmentSet } from "./state.ts"

/** The machine of one agent's appointments in one campaign. */
export const appointmentSetMachine: Machine<
  AppointmentSet,
  AppointmentSetCommand,
  AppointmentSetEvent,
  AppointmentSetRefusal
> = {
  name: "AppointmentSet",
  initial: { _tag: "none" },
  decisions,
  transitions,
  illegal: (command, state) => ({
    _tag: "convocation.illegal-transition",
    command: command._tag,
    state: state._tag,
  }),
  evolve,
}

/** The machine of an export: asked for, made by one worker at a time, delivered, then removed. */
import type { Machine } from "../../kernel/machine.ts"
import type { ExportCommand } from "./commands.ts"
import { decisions } from "./decider/decisions.ts"
import { evolve } from "./decider/evolve.ts"
import { transitions } from "./decider/transitions.ts"
import type { ExportEvent } from "./events.ts"
import type { ExportRefusal } from "./refusals.ts"
import type { Export } from "./state.ts"

/** The machine of an export; a pair that the table does not hold is `export.illegal-transition`. */
export const exportMachine: Machine<Export, ExportCommand, ExportEvent, ExportRefusal> = {
  name: "InterviewExport",
  initial: { _tag: "none" },
  decisions,
  transitions,
  illegal: ({ _tag: command }, { _tag: state }) => ({
    _tag: "export.illegal-transition",
    command,
    state,
  }),
  evolve,
}

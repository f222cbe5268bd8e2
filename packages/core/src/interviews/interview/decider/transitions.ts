/** The catalogue's table of transitions, in its order (professional-interview.md, section 3). */
import type { Transition } from "../../../kernel/machine.ts"
import type { InterviewCommand } from "../commands.ts"
import type { InterviewEvent } from "../events.ts"
import type { InterviewRefusal } from "../refusals.ts"
import type { Interview } from "../state.ts"

type Row = Transition<Interview, InterviewCommand, InterviewEvent, InterviewRefusal>

/** The rows of the catalogue's table, refusals included, in its order. */
export const transitions: ReadonlyArray<Row> = []

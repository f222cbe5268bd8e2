/**
 * The catalogue's table of transitions, in its order (professional-interview.md and
 * interview-campaigns.md, sections 3). The rows of one command stand together: what it does, then
 * why it is refused.
 */
import type { InterviewCommand } from "../commands.ts"
import { circuitRows } from "./transitions/circuit.ts"
import { fileRows } from "./transitions/file.ts"
import { planningRows } from "./transitions/planning.ts"
import { reportRows } from "./transitions/report.ts"
import { opened, refusals, type Row, type StateTag } from "./transitions/row.ts"

const commands: ReadonlyArray<InterviewCommand["_tag"]> = [
  "openInterview",
  "prepareInterview",
  "proposeDate",
  "postpone",
  "unplan",
  "recordHeld",
  "recordNotHeld",
  "draftReport",
  "completeStep",
  "recordSignatureRefusal",
  "addComment",
  "requestRevision",
  "answerRevision",
  "returnReport",
  "replaceSuperior",
  "replaceAuthority",
  "correctClericalError",
  "recordHandOver",
  "delete",
]

const deleted: ReadonlyArray<StateTag> = ["deleted"]

/** The rows of the catalogue's table, refusals included, in its order. */
export const transitions: ReadonlyArray<Row> = [
  ...planningRows,
  ...reportRows,
  ...circuitRows,
  ...fileRows,
  ...refusals(opened, "openInterview", [
    ["interview.duplicate", "the agent has one for that type and year", ["ENT-28"]],
  ]),
  ...commands.flatMap((command) =>
    refusals(deleted, command, [["interview.deleted", "it was deleted", ["CAM-11", "CAM-23"]]]),
  ),
]

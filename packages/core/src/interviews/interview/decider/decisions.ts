/** The table of decisions: command, then state. A pair that is absent is an illegal transition. */
import type { DecisionTable } from "../../../kernel/machine.ts"
import type { InterviewCommand } from "../commands.ts"
import type { InterviewEvent } from "../events.ts"
import type { InterviewRefusal } from "../refusals.ts"
import type { HeldInterview } from "../rules/circuit.ts"
import type { Interview } from "../state.ts"
import type { Decided, StateOf } from "./answer.ts"
import { completeStep, recordSignatureRefusal } from "./circuit.ts"
import { deleteInterview, recordHandOver, replaceAuthority, replaceSuperior } from "./file.ts"
import {
  openInterview,
  postpone,
  prepareInterview,
  proposeDate,
  recordHeld,
  recordNotHeld,
  unplan,
} from "./planning.ts"
import {
  addComment,
  answerRevision,
  correctClericalError,
  draftReport,
  requestRevision,
  returnReport,
} from "./report.ts"

type Undated = StateOf<"to-schedule" | "not-held">
type Awaited = Undated | StateOf<"proposed">
type Open = Awaited | StateOf<"held" | "in-circuit">
type Decision<Command, State> = (command: Command, state: State) => Decided

const untilDated = <Command>(decision: Decision<Command, Undated>) => ({
  "to-schedule": decision,
  "not-held": decision,
})

const untilHeld = <Command>(decision: Decision<Command, Awaited>) => ({
  ...untilDated(decision),
  proposed: decision,
})

const onceHeld = <Command>(decision: Decision<Command, HeldInterview>) => ({
  held: decision,
  "in-circuit": decision,
  closed: decision,
})

const untilClosed = <Command>(decision: Decision<Command, Open>) => ({
  ...untilHeld(decision),
  held: decision,
  "in-circuit": decision,
})

/** What each command does in each state; an absent pair is an illegal transition. */
export const decisions: DecisionTable<
  Interview,
  InterviewCommand,
  InterviewEvent,
  InterviewRefusal
> = {
  openInterview: { none: openInterview },
  prepareInterview: untilHeld(prepareInterview),
  proposeDate: untilDated(proposeDate),
  postpone: { proposed: postpone },
  unplan: { proposed: unplan },
  recordHeld: { proposed: recordHeld },
  recordNotHeld: { proposed: recordNotHeld },
  draftReport: { held: draftReport },
  completeStep: onceHeld(completeStep),
  recordSignatureRefusal: onceHeld(recordSignatureRefusal),
  addComment: { "in-circuit": addComment },
  requestRevision: { "in-circuit": requestRevision },
  answerRevision: { "in-circuit": answerRevision },
  returnReport: { "in-circuit": returnReport },
  replaceSuperior: untilClosed(replaceSuperior),
  replaceAuthority: untilClosed(replaceAuthority),
  correctClericalError: { closed: correctClericalError },
  recordHandOver: { closed: recordHandOver },
  delete: { ...untilClosed(deleteInterview), closed: deleteInterview },
}

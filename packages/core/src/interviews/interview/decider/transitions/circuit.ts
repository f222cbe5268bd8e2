/** The rows of the validation circuit: the steps, in their order, by their actors. */
import { type Reason, refusals, rights, type Row, type StateTag } from "./row.ts"

const held: ReadonlyArray<StateTag> = ["held"]
const inCircuit: ReadonlyArray<StateTag> = ["in-circuit"]
const closed: ReadonlyArray<StateTag> = ["closed"]
const onceHeld: ReadonlyArray<StateTag> = [...held, ...inCircuit, ...closed]

const whoseStep: ReadonlyArray<Reason> = [
  ["actor.not-allowed", "actor is nobody of the file", ["CAM-01"]],
  ["step.unknown", "the procedure has no such step", ["CAM-24"]],
  ["step.wrong-actor", "the step is another's", ["CAM-24"]],
  ["delegation.not-allowed", "on behalf of somebody, for a step that is personal", ["ENT-22"]],
  ["delegation.not-in-force", "on behalf of somebody, out of its days", ["ENT-22"]],
]

const missingSteps: ReadonlyArray<Reason> = [
  ["report.not-completed", "the agent has not completed it", ["ENT-23"]],
  ["report.not-endorsed", "the authority has not endorsed it", ["ENT-25", "ENT-26"]],
  ["report.not-notified", "it was not notified", ["ENT-25"]],
  ["report.not-signed", "a signature is missing", ["ENT-26"]],
]

const notCommunicated: Reason = ["report.not-communicated", "it was not communicated", ["ENT-22"]]
const alreadyDone: Reason = ["step.already-done", "the step is done", ["CAM-24"]]
const tooLate: Reason = ["step.too-late", "after the last day, which refuses", ["CAM-24"]]
const unexpected: ReadonlyArray<Reason> = [
  ["observations.unexpected", "observations elsewhere than at the visa", ["ENT-24"]],
  ["notification.unexpected", "a notification elsewhere than where it is due", ["ENT-25"]],
]

/** The rows of the table about the circuit. */
export const circuitRows: ReadonlyArray<Row> = [
  {
    from: held,
    command: "completeStep",
    when: "by the direct superior, required sections filled: his part is frozen",
    to: "in-circuit",
    emits: ["ValidationStepCompleted"],
    requirements: ["ENT-20", "ENT-22", "CAM-09"],
  },
  ...refusals(held, "completeStep", [
    ...whoseStep,
    notCommunicated,
    ...unexpected,
    ["report.section-required", "a required section is blank", ["ENT-20"]],
    ["report.criteria-unrated", "a criterion of a required section has no level", ["ENT-20"]],
    [
      "report.objectives-out-of-range",
      "unusual number of objectives, not acknowledged",
      ["ENT-17"],
    ],
  ]),
  {
    from: inCircuit,
    command: "completeStep",
    when: "the next step, by its actor; a completion that is over lapses, by the scheduler or before the visa",
    to: "in-circuit",
    emits: ["ValidationStepCompleted"],
    requirements: ["ENT-23", "ENT-24", "ENT-25", "CAM-24"],
  },
  {
    from: inCircuit,
    command: "completeStep",
    when: "a notification that has not reached the agent",
    to: "in-circuit",
    emits: ["NotificationTried"],
    requirements: ["ENT-25"],
  },
  {
    from: inCircuit,
    command: "completeStep",
    when: "the last step",
    to: "closed",
    emits: ["ValidationStepCompleted", "InterviewClosed"],
    requirements: ["ENT-02", "ENT-26", "CAM-10", "CAM-25"],
  },
  ...refusals(inCircuit, "completeStep", [
    ...whoseStep,
    alreadyDone,
    ...missingSteps,
    ["step.own-report", "a visa by who signed the report, or by its superior", ["ENT-24"]],
    ...unexpected,
    ["notification.required", "the step notifies, no notification given", ["ENT-25"]],
    ["notification.agent-only-opens", "the agent says more than that he opened it", ["ENT-25"]],
    ["notification.not-sent", "the agent opens what was not sent to him that way", ["ENT-25"]],
    ["notification.date-out-of-range", "before the last step or after today", ["ENT-25"]],
    tooLate,
    ["completion.ends-without-agent", "in the agent's place, not acknowledged", ["ENT-23"]],
    ["step.lapsed", "after the last day, which lapses", ["ENT-23"]],
    ["step.not-lapsed", "by the scheduler, the period is not over", ["ENT-23"]],
  ]),
  ...refusals(closed, "completeStep", [...whoseStep, alreadyDone]),
  {
    from: inCircuit,
    command: "recordSignatureRefusal",
    when: "the agent's signature comes next; witness named",
    to: "in-circuit",
    emits: ["ValidationStepCompleted"],
    requirements: ["ENT-25"],
  },
  {
    from: inCircuit,
    command: "recordSignatureRefusal",
    when: "the agent's signature is the last step",
    to: "closed",
    emits: ["ValidationStepCompleted", "InterviewClosed"],
    requirements: ["ENT-25", "CAM-25"],
  },
  ...refusals(onceHeld, "recordSignatureRefusal", [
    ...rights("of the HR service"),
    ["interview.illegal-transition", "the procedure has no signature of the agent", ["ENT-25"]],
  ]),
  ...refusals(held, "recordSignatureRefusal", [notCommunicated]),
  ...refusals(inCircuit, "recordSignatureRefusal", [
    alreadyDone,
    ...missingSteps,
    ["step.date-out-of-range", "before the last step or after today", ["ENT-25"]],
    tooLate,
  ]),
  ...refusals(closed, "recordSignatureRefusal", [alreadyDone]),
]

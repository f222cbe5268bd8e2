/** The rows of the report itself: drafts, comments, revisions, returns, corrections. */
import { type Reason, refusals, rights, type Row, type StateTag } from "./row.ts"

const inCircuit: ReadonlyArray<StateTag> = ["in-circuit"]

const completing: ReadonlyArray<Reason> = [
  ...rights("the agent", "ENT-23"),
  ["completion.not-open", "the next step is not the agent's completion", ["ENT-23"]],
  ["step.too-late", "after the last day, which refuses", ["ENT-23"]],
  ["step.lapsed", "after the last day, which lapses", ["ENT-23"]],
]

/** The rows of the table about the report. */
export const reportRows: ReadonlyArray<Row> = [
  {
    from: ["held"],
    command: "draftReport",
    when: "each part fits its section of the template",
    to: "held",
    emits: ["ReportDrafted"],
    requirements: ["ENT-04", "ENT-17", "ENT-18"],
  },
  ...refusals(["held"], "draftReport", [
    ...rights("the direct superior", "ENT-22"),
    ["report.unknown-section", "the template has no such section", ["ENT-04"]],
    ["report.section-not-superiors", "the section is the agent's", ["ENT-19"]],
    ["report.section-written-twice", "a section is written twice", ["ENT-04"]],
    ["report.wrong-kind", "the section is of another kind", ["ENT-04"]],
    ["report.unknown-criterion", "the template has no such criterion", ["ENT-04"]],
    ["report.criterion-rated-twice", "a criterion has two levels", ["ENT-04"]],
    ["report.unknown-level", "the template has no such level", ["ENT-04"]],
    ["report.needs-and-none", "needs, and the word that there is none", ["ENT-21"]],
    ["report.too-many-attachments", "more files than the template allows", ["ENT-04"]],
  ]),
  {
    from: inCircuit,
    command: "addComment",
    when: "the agent completes, in his period",
    to: "unchanged",
    emits: ["CommentAdded"],
    requirements: ["ENT-19", "ENT-23"],
  },
  ...refusals(inCircuit, "addComment", [
    ...completing,
    ["report.unknown-section", "the template has no such section", ["ENT-04"]],
    ["report.section-not-agents", "the section is the superior's", ["ENT-23"]],
  ]),
  {
    from: inCircuit,
    command: "requestRevision",
    when: "the procedure knows it, the agent completes, in his period",
    to: "unchanged",
    emits: ["RevisionRequested"],
    requirements: ["ENT-23"],
  },
  ...refusals(inCircuit, "requestRevision", [
    ...completing,
    ["revision.unknown-to-procedure", "the procedure knows no such request", ["ENT-23"]],
    ["revision.already-requested", "asked since the communication", ["ENT-23"]],
  ]),
  {
    from: inCircuit,
    command: "answerRevision",
    when: "accepted: the steps done are cleared, and kept in the history",
    to: "held",
    emits: ["ReportReturned"],
    requirements: ["ENT-23"],
  },
  {
    from: inCircuit,
    command: "answerRevision",
    when: "declined: the agent's period ends later by the stop",
    to: "unchanged",
    emits: ["RevisionDeclined"],
    requirements: ["ENT-23"],
  },
  ...refusals(inCircuit, "answerRevision", [
    ...rights("the direct superior", "ENT-23"),
    ["revision.not-requested", "no request is pending", ["ENT-23"]],
  ]),
  {
    from: inCircuit,
    command: "returnReport",
    when: "by the actor of the next step, which allows it; steps cleared, kept in the history",
    to: "held",
    emits: ["ReportReturned"],
    requirements: ["CAM-24"],
  },
  ...refusals(inCircuit, "returnReport", [
    ["actor.not-allowed", "actor is nobody of the file", ["CAM-01"]],
    ["step.wrong-actor", "the next step is another's", ["CAM-24"]],
    ["delegation.not-allowed", "on behalf of somebody, for a step that is personal", ["ENT-22"]],
    ["delegation.not-in-force", "on behalf of somebody, out of its days", ["ENT-22"]],
    ["step.not-returnable", "the step can only be done", ["CAM-24"]],
  ]),
  {
    from: ["closed"],
    command: "correctClericalError",
    when: "another text, never the appraisal; the former one is kept",
    to: "closed",
    emits: ["ReportCorrected"],
    requirements: ["ENT-26"],
  },
  {
    from: ["closed"],
    command: "correctClericalError",
    when: "the same text",
    to: "closed",
    emits: [],
    requirements: ["ENT-26"],
  },
  ...refusals(["closed"], "correctClericalError", [
    ...rights("of the HR service"),
    ["report.unknown-section", "the template has no such section", ["ENT-04"]],
    ["report.appraisal-frozen", "the section holds the appraisal", ["ENT-23"]],
    ["report.no-text-to-correct", "no text was written there", ["ENT-26"]],
  ]),
]

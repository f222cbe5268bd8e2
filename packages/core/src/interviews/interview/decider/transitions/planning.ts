/** The rows before the report: opening, preparing, dates, whether the interview took place. */
import { awaited, type Reason, refusals, rights, type Row, undated } from "./row.ts"

const superior = "the direct superior"

const wrongDate: ReadonlyArray<Reason> = [
  ["interview.notice-too-short", "less than the notice before the date", ["ENT-06"]],
  ["interview.duration-too-short", "shorter than the minimum, not acknowledged", ["ENT-12"]],
]

/** The rows of the table up to the interview. */
export const planningRows: ReadonlyArray<Row> = [
  {
    from: ["none"],
    command: "openInterview",
    when: "by a campaign; the superior is not the agent",
    to: "to-schedule",
    emits: ["InterviewOpened"],
    requirements: ["CAM-06", "ENT-28"],
  },
  ...refusals(["none"], "openInterview", [
    ["actor.not-allowed", "actor is not of the HR service", ["CAM-01"]],
    ["delegation.not-allowed", "on behalf of somebody, no delegation shown", ["ENT-22"]],
    ["interview.evaluates-self", "the agent is named as his own superior", ["ENT-10"]],
    ["interview.authority-not-distinct", "the authority is the agent or the superior", ["ENT-24"]],
  ]),
  {
    from: awaited,
    command: "prepareInterview",
    when: "one note a point of the template at most",
    to: "unchanged",
    emits: ["InterviewPrepared"],
    requirements: ["ENT-09"],
  },
  ...refusals(awaited, "prepareInterview", [
    ...rights(superior),
    ["interview.too-many-notes", "more notes than points", ["ENT-09"]],
  ]),
  {
    from: undated,
    command: "proposeDate",
    when: "the notice is respected and the documents are enclosed",
    to: "proposed",
    emits: ["InterviewProposed"],
    requirements: ["ENT-01", "ENT-06", "ENT-07", "CAM-07"],
  },
  ...refusals(undated, "proposeDate", [
    ...rights(superior),
    ["interview.enclosure-missing", "a document of the procedure is missing", ["ENT-07"]],
    ...wrongDate,
  ]),
  {
    from: ["proposed"],
    command: "postpone",
    when: "the new date respects the notice again; reason given",
    to: "proposed",
    emits: ["InterviewPostponed"],
    requirements: ["ENT-06", "ENT-11"],
  },
  ...refusals(["proposed"], "postpone", [...rights(superior), ...wrongDate]),
  {
    from: ["proposed"],
    command: "unplan",
    when: "reason given",
    to: "to-schedule",
    emits: ["InterviewUnplanned"],
    requirements: ["CAM-06"],
  },
  ...refusals(["proposed"], "unplan", rights(superior)),
  {
    from: ["proposed"],
    command: "recordHeld",
    when: "date <= today, agent and superior alone, every section discussed",
    to: "held",
    emits: ["InterviewHeld"],
    requirements: ["ENT-10", "ENT-12", "ENT-14", "CAM-08"],
  },
  ...refusals(["proposed"], "recordHeld", [
    ["actor.not-allowed", "actor is not the direct superior", ["ENT-10"]],
    ["delegation.not-allowed", "on behalf of the direct superior", ["ENT-10", "ENT-22"]],
    ["interview.date-in-future", "date > today", ["ENT-14"]],
    ["interview.date-before-proposal", "date before the day of the proposal", ["ENT-06"]],
    ["interview.third-party-present", "others than agent and superior", ["ENT-10"]],
    ["report.unknown-section", "the template has no such section", ["ENT-04"]],
    ["interview.section-not-discussed", "a section was not discussed", ["ENT-14"]],
    ["interview.held-before-notice", "the notice was not over, not acknowledged", ["ENT-06"]],
    ["interview.duration-too-short", "shorter than the minimum, not acknowledged", ["ENT-12"]],
  ]),
  {
    from: ["proposed"],
    command: "recordNotHeld",
    when: "the date has passed",
    to: "not-held",
    emits: ["InterviewNotHeld"],
    requirements: ["CAM-06"],
  },
  ...refusals(["proposed"], "recordNotHeld", [
    ...rights(superior),
    ["interview.date-not-passed", "date >= today", ["CAM-06"]],
  ]),
]

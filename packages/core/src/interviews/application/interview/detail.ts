/**
 * One interview as a screen shows it: its line, its people, what was written, the circuit with what
 * is done and what remains, its acts.
 *
 * @requirement CAM-24
 */
import * as Schema from "effect/Schema"
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { Actor } from "../../../kernel/identity.ts"
import { personName } from "../../../kernel/ports.ts"
import { InterviewEvent } from "../../interview/events.ts"
import {
  Comment,
  DurationMinutes,
  Enclosure,
  Meeting,
  NextStep,
  Report,
  StepDone,
} from "../../interview/model.ts"
import { readable, readableActs } from "../../interview/rules/reading.ts"
import { isReported, type OpenedInterview, reportOf } from "../../interview/state.ts"
import { InterviewRow, interviewRow } from "../../interview/views.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import { Step } from "../../terms/model/procedure.ts"
import { ReportTemplate } from "../../terms/model/report-template.ts"
import type { Wording } from "../../wording.ts"

const nullable = Schema.NullOr

/**
 * One interview.
 *
 * - `label`, `statusLabel`: its state and its status in the reader's language;
 * - `reportDue`: the day by which the campaign wants the report; `reportLate` once it has passed;
 * - `circuit`: the steps done and those that remain, in order;
 * - `report`: the superior's part as far as the reader may see it;
 * - `history`: every act that the reader may see, oldest first.
 */
export const InterviewDetail = Schema.Struct({
  ...InterviewRow.fields,
  label: Schema.String,
  statusLabel: Schema.String,
  authority: Schema.Struct({ id: Schema.String, name: Schema.String }),
  template: ReportTemplate,
  meeting: nullable(Meeting),
  enclosures: Schema.Array(Enclosure),
  durationMinutes: nullable(DurationMinutes),
  notes: Schema.Array(Schema.String),
  report: Report,
  comments: Schema.Array(Comment),
  circuit: Schema.Struct({
    done: Schema.Array(StepDone),
    next: nullable(NextStep),
    remaining: Schema.Array(Step),
  }),
  reportDue: Schema.String,
  reportLate: Schema.Boolean,
  history: Schema.Array(InterviewEvent),
}).annotate({ identifier: "InterviewDetail" })
export type InterviewDetail = typeof InterviewDetail.Type

/** What the detail of an interview is made from. */
export interface Read {
  readonly state: OpenedInterview
  readonly terms: CampaignTerms
  readonly by: Actor
  readonly today: CivilDate
  readonly wording: Wording
}

/** Gives the detail of an interview as a reader may see it. */
export const interviewDetail = ({ by, terms, today, wording, ...read }: Read): InterviewDetail => {
  const state = readable(by, read.state)
  const row = interviewRow(state)
  const done = isReported(state) ? state.done : []
  const { authority } = state
  return {
    ...row,
    label: wording.states[state._tag],
    statusLabel: wording.statuses[row.status],
    authority: { id: authority.id, name: personName(authority) },
    template: terms.template,
    meeting: state._tag === "proposed" || state._tag === "not-held" ? state.meeting : null,
    enclosures: state._tag === "proposed" ? state.enclosures : [],
    durationMinutes: state._tag === "held" || isReported(state) ? state.held.durationMinutes : null,
    notes: state.notes,
    report: reportOf(state),
    comments: isReported(state) ? state.comments : [],
    circuit: { done, next: row.next, remaining: terms.procedure.steps.slice(done.length) },
    reportDue: terms.reportsBy,
    reportLate:
      row.lateReport ||
      (today > terms.reportsBy && row.status !== "closed" && row.status !== "deleted"),
    history: readableActs(by, state),
  }
}

/**
 * What happened to an interview, in the order of the catalogue. An event is also the act that the
 * file's history shows: when, by whom, on whose behalf, what. Nothing in it needs the terms of the
 * campaign to be read again: it carries the last days and the next step as they were found.
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { CampaignId, PersonId } from "../../kernel/identity.ts"
import { Person } from "../../kernel/ports.ts"
import { Reason } from "../../kernel/text.ts"
import { InterviewYear } from "../terms/model/campaign-terms.ts"
import { InterviewType } from "../terms/model/procedure.ts"
import { SectionId } from "../terms/model/report-template.ts"
import {
  Comment,
  DurationMinutes,
  Enclosure,
  Meeting,
  NextStep,
  NotHeldReason,
  Notification,
  PreparationNote,
  Report,
  StepDone,
  Text,
} from "./model.ts"

/** What names an interview and the people of it. */
export const interviewFields = {
  campaign: CampaignId,
  type: InterviewType,
  year: InterviewYear,
  agent: Person,
  superior: Person,
  authority: Person,
} as const

/** What happened to an interview, with who, when and on whose behalf. */
export const InterviewEvent = Schema.TaggedUnion({
  /** The interview was opened by its campaign. */
  InterviewOpened: { ...actFields, ...interviewFields },
  /** The superior prepared it; one note a point of the template, by position. */
  InterviewPrepared: { ...actFields, notes: Schema.Array(PreparationNote) },
  /** A date was proposed; `late` when on or after the campaign's limit; `agent` as known then. */
  InterviewProposed: {
    ...actFields,
    meeting: Meeting,
    enclosures: Schema.Array(Enclosure),
    late: Schema.Boolean,
    agent: Person,
  },
  /** The date was changed, as an exception (ENT-11). */
  InterviewPostponed: {
    ...actFields,
    former: Meeting,
    meeting: Meeting,
    reason: Reason,
    late: Schema.Boolean,
    agent: Person,
  },
  /** The date was withdrawn. */
  InterviewUnplanned: { ...actFields, former: Meeting, reason: Reason, agent: Person },
  /** The interview took place, with the direct superior of that day. */
  InterviewHeld: {
    ...actFields,
    date: CivilDate,
    durationMinutes: DurationMinutes,
    superior: Person,
    participants: Schema.Array(PersonId),
    discussed: Schema.Array(SectionId),
    late: Schema.Boolean,
  },
  /** The interview did not take place. */
  InterviewNotHeld: { ...actFields, reason: NotHeldReason, details: Schema.optionalKey(Reason) },
  /** The superior wrote his part, replacing his earlier draft. */
  ReportDrafted: { ...actFields, report: Report },
  /** A step of the circuit is done; `next` is absent after the last one. */
  ValidationStepCompleted: {
    ...actFields,
    done: StepDone,
    next: Schema.optionalKey(NextStep),
    agent: Schema.optionalKey(Person),
  },
  /** A notification was tried and has not reached the agent (yet). */
  NotificationTried: { ...actFields, notification: Notification },
  /** The agent added a comment. */
  CommentAdded: { ...actFields, comment: Comment },
  /** The agent asked the superior to revise the report; `next` ends as late as the stop allows. */
  RevisionRequested: { ...actFields, on: CivilDate, reason: Reason, next: NextStep },
  /** The superior maintained the report; `next` ends that many days later than without the stop. */
  RevisionDeclined: {
    ...actFields,
    on: CivilDate,
    reason: Reason,
    suspendedDays: Schema.Int,
    next: NextStep,
  },
  /**
   * The actor of the next step sent the report back, or the superior who grants `revision`: that
   * request, and the day from which the report is to be communicated again.
   */
  ReportReturned: {
    ...actFields,
    reason: Reason,
    cleared: Schema.Array(StepDone),
    revision: Schema.optionalKey(Schema.Struct({ requestedOn: CivilDate, on: CivilDate })),
  },
  /** The last step is done; `agent` as known then. */
  InterviewClosed: { ...actFields, on: CivilDate, late: Schema.Boolean, agent: Person },
  /** The report was handed to the personnel file. */
  ReportHandedOver: actFields,
  /** Another person is the direct superior from now on. */
  SuperiorReplaced: { ...actFields, former: Person, superior: Person, reason: Reason },
  /** Another person is the appointing authority from now on. */
  AuthorityReplaced: { ...actFields, former: Person, authority: Person, reason: Reason },
  /** A clerical error of a text was corrected; the former text is kept. */
  ReportCorrected: {
    ...actFields,
    section: SectionId,
    former: Text,
    text: Text,
    reason: Reason,
    agent: Person,
  },
  /** The interview was deleted; it stays counted. */
  InterviewDeleted: { ...actFields, reason: Schema.optionalKey(Reason) },
})
export type InterviewEvent = typeof InterviewEvent.Type

/**
 * The values of an interview (entretien): its date, its report, its notifications, the steps done.
 *
 * @requirement ENT-17
 * @requirement ENT-18
 */
import * as Schema from "effect/Schema"
import { CivilDate, CivilTime, Instant } from "../../kernel/calendar.ts"
import { Actor } from "../../kernel/identity.ts"
import { AttachedFile } from "../../kernel/message.ts"
import { Person } from "../../kernel/ports.ts"
import { multiLine, singleLine } from "../../kernel/text.ts"
import { EnclosureKind, LateAct, StepId, StepKind } from "../terms/model/procedure.ts"
import { CriterionId, LevelId, SectionId } from "../terms/model/report-template.ts"

/** A text of a report or a comment: at most 10,000 characters, several lines allowed. */
export const Text = multiLine(10_000)
export type Text = typeof Text.Type

/** A note on one point of the preparation, at most 2,000 characters; empty when there is none. */
export const PreparationNote = Schema.Union([Schema.Literal(""), multiLine(2000)])
export type PreparationNote = typeof PreparationNote.Type

/** How long an interview takes, in minutes. */
export const DurationMinutes = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1440 }))
export type DurationMinutes = typeof DurationMinutes.Type

/** A document that goes with the proposal; the job description is a file that somebody wrote. */
export const Enclosure = Schema.Struct({
  kind: EnclosureKind,
  file: Schema.optionalKey(AttachedFile),
}).annotate({ identifier: "Enclosure" })
export type Enclosure = typeof Enclosure.Type

/** A date as proposed: when and where as far as known, and the planned time. */
export const Meeting = Schema.Struct({
  date: CivilDate,
  time: Schema.optionalKey(CivilTime),
  place: Schema.optionalKey(singleLine(255)),
  durationMinutes: Schema.optionalKey(DurationMinutes),
}).annotate({ identifier: "Meeting" })
export type Meeting = typeof Meeting.Type

/** Why an interview did not take place. */
export const NotHeldReason = Schema.Literals(["agent-absent", "agent-refused", "superior-absent"])
export type NotHeldReason = typeof NotHeldReason.Type

/** An objective of the agent; `collective` is the objective of the service that it serves. */
export const Objective = Schema.Struct({
  text: singleLine(1000),
  collective: Schema.optionalKey(singleLine(1000)),
}).annotate({ identifier: "Objective" })
export type Objective = typeof Objective.Type

/** What a training is for: the present post, the evolution of the trades, a project of the agent. */
export const TrainingPurpose = Schema.Literals(["post", "evolution", "project"])
export type TrainingPurpose = typeof TrainingPurpose.Type

/** A training need that was expressed (ENT-21). */
export const TrainingNeed = Schema.Struct({
  text: singleLine(500),
  purpose: TrainingPurpose,
}).annotate({ identifier: "TrainingNeed" })
export type TrainingNeed = typeof TrainingNeed.Type

/** The level given to a criterion. */
export const Rating = Schema.Struct({
  criterion: CriterionId,
  level: LevelId,
}).annotate({ identifier: "Rating" })
export type Rating = typeof Rating.Type

const section = SectionId

/**
 * What is written in one section of a report, by its kind. `none` says of training needs that the
 * agent expressed none, which is not the same as a section left blank.
 */
export const ReportPart = Schema.TaggedUnion({
  text: { section, text: Text },
  objectives: { section, objectives: Schema.Array(Objective).check(Schema.isMaxLength(50)) },
  "training-needs": {
    section,
    needs: Schema.Array(TrainingNeed).check(Schema.isMaxLength(50)),
    none: Schema.optionalKey(Schema.Literal(true)),
  },
  criteria: { section, ratings: Schema.Array(Rating).check(Schema.isMaxLength(100)) },
}).annotate({ identifier: "ReportPart" })
export type ReportPart = typeof ReportPart.Type

/** The superior's part of a report: at most one part a section, and the files that go with it. */
export const Report = Schema.Struct({
  parts: Schema.Array(ReportPart).check(Schema.isMaxLength(40)),
  attachments: Schema.Array(AttachedFile).check(Schema.isMaxLength(20)),
}).annotate({ identifier: "Report" })
export type Report = typeof Report.Type

/** A comment of the agent, on a section of his or on the whole report. */
export const Comment = Schema.Struct({
  on: CivilDate,
  text: Text,
  section: Schema.optionalKey(SectionId),
}).annotate({ identifier: "Comment" })
export type Comment = typeof Comment.Type

/** How a notification is made. */
export const NotificationMeans = Schema.Literals([
  "mail",
  "portal",
  "registered-letter",
  "handed-over",
])
export type NotificationMeans = typeof NotificationMeans.Type

/** What became of a notification; it reached the agent when it was delivered or opened. */
export const NotificationFate = Schema.Literals(["sent", "delivered", "opened", "failed"])
export type NotificationFate = typeof NotificationFate.Type

/** A notification as a dated act: its means, its fate, and the day of that fate. */
export const Notification = Schema.Struct({
  means: NotificationMeans,
  fate: NotificationFate,
  on: CivilDate,
}).annotate({ identifier: "Notification" })
export type Notification = typeof Notification.Type

/** Tells whether a notification reached its addressee, which alone starts a period. */
export const hasReached = ({ fate }: Notification): boolean =>
  fate === "delivered" || fate === "opened"

/**
 * A step that was done.
 *
 * - `on`: the day on which it took effect, from which later periods run;
 * - `by`, `at`: who did it and when; the scheduler when it lapsed, or who endorses before it;
 * - `name`: the name of who did it, as the directory gave it then;
 * - `late`: it was done after its last day, which was `due`;
 * - `lapsed`: its period ended without the act;
 * - `withoutAgent`: the HR service ended the agent's completion in his place;
 * - `refusal`: the agent refused to sign, with the witness's note;
 * - `signatory`: the direct superior who communicates, or the authority who endorses, as the file
 *   named them then; papers print them whoever comes after;
 * - `observations`, `notification`: what the authority added, how the agent was reached.
 */
export const StepDone = Schema.Struct({
  step: StepId,
  kind: StepKind,
  label: Schema.String,
  on: CivilDate,
  at: Instant,
  by: Actor,
  name: Schema.optionalKey(Schema.String),
  signatory: Schema.optionalKey(Person),
  due: Schema.optionalKey(CivilDate),
  late: Schema.Boolean,
  lapsed: Schema.Boolean,
  withoutAgent: Schema.optionalKey(Schema.Literal(true)),
  refusal: Schema.optionalKey(Schema.Struct({ witness: singleLine(500) })),
  observations: Schema.optionalKey(Text),
  notification: Schema.optionalKey(Notification),
}).annotate({ identifier: "StepDone" })
export type StepDone = typeof StepDone.Type

/**
 * The step that comes next, and the last day of its period when it has one; `late` tells what that
 * day does.
 */
export const NextStep = Schema.Struct({
  step: StepId,
  kind: StepKind,
  label: Schema.String,
  due: Schema.optionalKey(CivilDate),
  late: Schema.optionalKey(LateAct),
}).annotate({ identifier: "NextStep" })
export type NextStep = typeof NextStep.Type

/** The name of a state, as refusals carry it. */
export const StateTag = Schema.Literals([
  "none",
  "to-schedule",
  "proposed",
  "not-held",
  "held",
  "in-circuit",
  "closed",
  "deleted",
])
export type StateTag = typeof StateTag.Type

/** The six statuses by which a campaign counts its interviews (CAM-05). */
export const Status = Schema.Literals([
  "not-planned",
  "planned",
  "held",
  "closing",
  "closed",
  "deleted",
])
export type Status = typeof Status.Type

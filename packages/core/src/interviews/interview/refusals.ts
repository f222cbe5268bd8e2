/**
 * Why the machine of interviews says no. Each code carries the values that explain it; its sentence
 * is in the wording, its requirements in `interviewGrounds`.
 *
 * The last group asks for an acknowledgement and lets the same command pass once it has it: the
 * caller repeats its code and its `subject` as they are.
 */
import * as Schema from "effect/Schema"
import { CivilDate, LegalPeriod } from "../../kernel/calendar.ts"
import { Capacity, PersonId } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { InterviewYear, ObjectivesRange } from "../terms/model/campaign-terms.ts"
import { EnclosureKind, InterviewType, StepActor, StepId } from "../terms/model/procedure.ts"
import { CriterionId, LevelId, SectionId, SectionKind } from "../terms/model/report-template.ts"
import { NotificationFate, NotificationMeans, StateTag } from "./model.ts"

/** A step as refusals name it. */
const step = { step: StepId, label: Schema.String } as const

/** A section as refusals name it. */
const section = { section: SectionId, label: Schema.String } as const

/** The step that was asked, and the one that must be done before it. */
const missing = { wanted: StepId, ...step } as const

/** Why the machine says no, one variant per code, with the values that explain it. */
export const InterviewRefusal = Schema.TaggedUnion({
  "interview.illegal-transition": { command: Schema.String, state: StateTag },
  "interview.deleted": { command: Schema.String },
  "interview.duplicate": { type: InterviewType, year: InterviewYear, agent: PersonId },
  "interview.evaluates-self": { agent: PersonId },
  "interview.authority-not-distinct": {
    authority: PersonId,
    from: Schema.Literals(["agent", "superior"]),
  },
  "actor.not-allowed": { command: Schema.String, capacity: Capacity },
  "delegation.not-allowed": { command: Schema.String, step: Schema.optionalKey(StepId) },
  "delegation.not-in-force": { from: CivilDate, until: CivilDate, today: CivilDate },

  "interview.notice-too-short": {
    date: CivilDate,
    earliest: CivilDate,
    period: LegalPeriod,
    today: CivilDate,
    legalSource: Schema.String,
  },
  "interview.enclosure-missing": { missing: Schema.NonEmptyArray(EnclosureKind) },
  "interview.too-many-notes": { maximum: Schema.Int },
  "interview.date-in-future": { date: CivilDate, today: CivilDate },
  "interview.date-before-proposal": { date: CivilDate, proposedOn: CivilDate },
  "interview.date-not-passed": { date: CivilDate, today: CivilDate },
  "interview.third-party-present": {
    expected: Schema.Tuple([PersonId, PersonId]),
    participants: Schema.Array(PersonId),
  },
  "interview.section-not-discussed": { sections: Schema.NonEmptyArray(Schema.Struct(section)) },

  "report.unknown-section": { section: SectionId },
  "report.section-written-twice": section,
  "report.section-not-superiors": section,
  "report.section-not-agents": section,
  "report.wrong-kind": { ...section, expected: SectionKind },
  "report.unknown-criterion": { ...section, criterion: CriterionId },
  "report.criterion-rated-twice": { ...section, criterion: CriterionId },
  "report.unknown-level": { ...section, level: LevelId },
  "report.too-many-attachments": { maximum: Schema.Int },
  "report.section-required": { sections: Schema.NonEmptyArray(Schema.Struct(section)) },
  "report.needs-and-none": section,
  "report.criteria-unrated": {
    ...section,
    criteria: Schema.NonEmptyArray(Schema.Struct({ criterion: CriterionId, label: Schema.String })),
  },
  "report.appraisal-frozen": section,
  "report.no-text-to-correct": section,

  "step.unknown": { step: StepId },
  "step.already-done": step,
  "step.wrong-actor": { ...step, actors: Schema.Array(StepActor), capacity: Capacity },
  "step.own-report": { ...step, person: PersonId },
  "step.too-late": { ...step, lastDay: CivilDate, today: CivilDate, legalSource: Schema.String },
  "step.lapsed": { ...step, lastDay: CivilDate, today: CivilDate, legalSource: Schema.String },
  "step.not-lapsed": { ...step, lastDay: Schema.optionalKey(CivilDate) },
  "step.not-returnable": step,
  "report.not-communicated": missing,
  "report.not-completed": missing,
  "report.not-endorsed": missing,
  "report.not-notified": missing,
  "report.not-signed": missing,
  "report.not-filed": missing,
  "step.date-out-of-range": { ...step, on: CivilDate, earliest: CivilDate, today: CivilDate },
  "observations.unexpected": step,
  "notification.required": step,
  "notification.unexpected": step,
  "notification.agent-only-opens": { fate: NotificationFate },
  "notification.not-sent": { means: NotificationMeans },
  "notification.date-out-of-range": { on: CivilDate, earliest: CivilDate, today: CivilDate },
  "completion.not-open": {},
  "revision.unknown-to-procedure": { label: Schema.String },
  "revision.already-requested": { on: CivilDate },
  "revision.not-requested": {},
  "superior.unchanged": { superior: PersonId },
  "authority.unchanged": { authority: PersonId },

  "interview.duration-too-short": {
    subject: PersonId,
    durationMinutes: Schema.Int,
    minimumMinutes: Schema.Int,
  },
  "interview.held-before-notice": {
    subject: PersonId,
    date: CivilDate,
    proposedOn: CivilDate,
    earliest: CivilDate,
    period: LegalPeriod,
    legalSource: Schema.String,
  },
  "completion.ends-without-agent": { subject: PersonId, ...step },
  "report.objectives-out-of-range": {
    subject: PersonId,
    count: Schema.Int,
    range: ObjectivesRange,
  },
  "interview.deletion-confirmation-required": { subject: PersonId },
  "interview.appeal-open": { subject: PersonId },
})
export type InterviewRefusal = typeof InterviewRefusal.Type

const of = (...requirements: ReadonlyArray<string>): Grounds => ({ requirements })

const legal = (legalSource: string, ...requirements: ReadonlyArray<string>): Grounds => ({
  requirements,
  legalSource,
})

const decree = "décret n° 2010-888 du 28 juillet 2010"

/** The requirements behind each refusal, and the legal text where there is one for all procedures. */
export const interviewGrounds: Readonly<Record<InterviewRefusal["_tag"], Grounds>> = {
  "interview.illegal-transition": of("CAM-24"),
  "interview.deleted": of("CAM-23"),
  "interview.duplicate": of("ENT-28"),
  "interview.evaluates-self": of("ENT-10"),
  "interview.authority-not-distinct": legal(`${decree}, article 4`, "ENT-24"),
  "actor.not-allowed": of("CAM-01"),
  "delegation.not-allowed": of("ENT-22"),
  "delegation.not-in-force": of("ENT-22"),
  "interview.notice-too-short": of("ENT-06"),
  "interview.enclosure-missing": of("ENT-07"),
  "interview.too-many-notes": of("ENT-09"),
  "interview.date-in-future": of("ENT-14"),
  "interview.date-before-proposal": of("ENT-06"),
  "interview.date-not-passed": of("CAM-06"),
  "interview.third-party-present": of("ENT-10"),
  "interview.section-not-discussed": of("ENT-14"),
  "report.unknown-section": of("ENT-04"),
  "report.section-written-twice": of("ENT-04"),
  "report.section-not-superiors": of("ENT-19"),
  "report.section-not-agents": of("ENT-23"),
  "report.wrong-kind": of("ENT-04"),
  "report.unknown-criterion": of("ENT-04"),
  "report.criterion-rated-twice": of("ENT-04"),
  "report.unknown-level": of("ENT-04"),
  "report.too-many-attachments": of("ENT-04"),
  "report.section-required": of("ENT-20"),
  "report.needs-and-none": of("ENT-21"),
  "report.criteria-unrated": of("ENT-20"),
  "report.appraisal-frozen": legal("CAA Nantes, 19 juillet 2022, n° 21NT00286", "ENT-23"),
  "report.no-text-to-correct": of("ENT-26"),
  "step.unknown": of("CAM-24"),
  "step.already-done": of("CAM-24"),
  "step.wrong-actor": of("CAM-24"),
  "step.own-report": legal(`${decree}, article 4`, "ENT-24"),
  "step.too-late": of("CAM-24"),
  "step.lapsed": of("ENT-23"),
  "step.not-lapsed": of("ENT-23"),
  "step.not-returnable": of("CAM-24"),
  "report.not-communicated": legal(`${decree}, article 4`, "ENT-22"),
  "report.not-completed": legal(`${decree}, article 4`, "ENT-23"),
  "report.not-endorsed": legal(`${decree}, article 4`, "ENT-25", "ENT-26"),
  "report.not-notified": legal(`${decree}, article 4`, "ENT-25"),
  "report.not-signed": legal(`${decree}, article 4`, "ENT-26"),
  "report.not-filed": of("ENT-26"),
  "step.date-out-of-range": of("ENT-26"),
  "observations.unexpected": legal("CAA Nantes, 19 juillet 2022, n° 21NT00286", "ENT-24"),
  "notification.required": of("ENT-25"),
  "notification.unexpected": of("ENT-25"),
  "notification.agent-only-opens": of("ENT-25"),
  "notification.not-sent": of("ENT-25"),
  "notification.date-out-of-range": of("ENT-25"),
  "completion.not-open": of("ENT-23"),
  "revision.unknown-to-procedure": of("ENT-23"),
  "revision.already-requested": of("ENT-23"),
  "revision.not-requested": of("ENT-23"),
  "superior.unchanged": of("CAM-19"),
  "authority.unchanged": of("CAM-19"),
  "interview.duration-too-short": of("ENT-12"),
  "interview.held-before-notice": of("ENT-06"),
  "completion.ends-without-agent": of("ENT-23"),
  "report.objectives-out-of-range": of("ENT-17"),
  "interview.deletion-confirmation-required": of("CAM-23"),
  "interview.appeal-open": of("CAM-23"),
}

/**
 * The procedure of an interview (procédure): the notice before it, the steps of its validation
 * circuit with the actor and the legal period of each, and the appeals. It is dated data with its
 * sources; the machine of interviews reads it and holds no period of its own.
 *
 * @requirement ENT-06
 * @requirement CAM-24
 */
import * as Schema from "effect/Schema"
import { CivilDate, Confidence, LegalPeriod } from "../../../kernel/calendar.ts"
import { KebabName, singleLine } from "../../../kernel/text.ts"

const label = singleLine(200)
const source = singleLine(1000)

/** The kind of interview that a procedure is for, such as `professional-interview`. */
export const InterviewType = KebabName.pipe(Schema.brand("InterviewType"))
export type InterviewType = typeof InterviewType.Type

/** The name of one step of a validation circuit, such as `agent-completion`. */
export const StepId = KebabName.pipe(Schema.brand("StepId"))
export type StepId = typeof StepId.Type

/** Who acts in a procedure: the agent, the direct superior, the appointing authority, the HR service. */
export const StepActor = Schema.Literals(["agent", "superior", "authority", "hr-service"])
export type StepActor = typeof StepActor.Type

/**
 * What is done at a step.
 *
 * - `communicate`: the superior signs his part, which freezes it, and communicates the report;
 * - `complete`: the agent adds his comments, then declares the report complete;
 * - `endorse`: the authority's visa, with or without observations;
 * - `notify`: the endorsed report reaches the agent, which starts the periods of appeal;
 * - `sign`: somebody signs; the agent's signature attests knowledge, not agreement;
 * - `file`: the HR service puts the report in the personnel file, and the interview is closed.
 */
export const StepKind = Schema.Literals([
  "communicate",
  "complete",
  "endorse",
  "notify",
  "sign",
  "file",
])
export type StepKind = typeof StepKind.Type

/**
 * What the last day of a period does to an act that comes later: it is refused, it is done and
 * flagged late, or it can no longer be done and the scheduler goes on without it.
 */
export const LateAct = Schema.Literals(["refuse", "flag", "lapse"])
export type LateAct = typeof LateAct.Type

/** A legal period with the text that lays it down, and how sure we are of that reading. */
export const SourcedPeriod = Schema.Struct({
  period: LegalPeriod,
  source,
  confidence: Confidence,
}).annotate({ identifier: "SourcedPeriod" })
export type SourcedPeriod = typeof SourcedPeriod.Type

/**
 * The period of a step.
 *
 * - `from`: what starts it, `interview` (the day on which it was held) or an earlier step (the day
 *   on which that step took effect);
 * - `suspension`: how long a request of revision by the agent stops it, at most; absent when the
 *   procedure knows no such request.
 */
export const StepPeriod = Schema.Struct({
  ...SourcedPeriod.fields,
  from: Schema.String.check(Schema.isMaxLength(64)),
  late: LateAct,
  suspension: Schema.optionalKey(LegalPeriod),
}).annotate({ identifier: "StepPeriod" })
export type StepPeriod = typeof StepPeriod.Type

/** The start event of a period that runs from the day of the interview. */
export const fromInterview = "interview"

/**
 * One step of the circuit.
 *
 * - `actors`: who may do it;
 * - `delegable`: whether somebody may do it on behalf of one of them;
 * - `returnable`: whether its actor may send the report back instead of doing it.
 */
export const Step = Schema.Struct({
  step: StepId,
  label,
  kind: StepKind,
  actors: Schema.Array(StepActor),
  delegable: Schema.Boolean,
  returnable: Schema.Boolean,
  period: Schema.optionalKey(StepPeriod),
}).annotate({ identifier: "Step" })
export type Step = typeof Step.Type

/**
 * The appeals of a procedure.
 *
 * - `hierarchical`: period to appeal, from the notification;
 * - `answer`: period of the authority, from the day it receives the appeal;
 * - `committee`: which committee (CAP, CCP) and the period to refer to it, from the notification
 *   of the answer, or from the end of the period to answer;
 * - `complementaryInterview`: whether the authority must hear the agent before it answers.
 */
export const AppealRules = Schema.Struct({
  hierarchical: SourcedPeriod,
  answer: SourcedPeriod,
  committee: Schema.optionalKey(Schema.Struct({ label, ...SourcedPeriod.fields })),
  complementaryInterview: Schema.Boolean,
}).annotate({ identifier: "AppealRules" })
export type AppealRules = typeof AppealRules.Type

/** What goes with the proposal of a date (ENT-07). */
export const EnclosureKind = Schema.Literals(["report-template", "job-description"])
export type EnclosureKind = typeof EnclosureKind.Type

/**
 * A procedure; `code` and `from` identify its version, `until` is the last day of its force. The
 * actor of the proposal and of the interview is always the direct superior.
 *
 * - `notice`: minimum period between the proposal and the interview;
 * - `minimumMinutes`: the least time an interview takes, below which a warning is given (ENT-12).
 */
export const Procedure = Schema.Struct({
  code: KebabName,
  type: InterviewType,
  label,
  source,
  from: CivilDate,
  until: Schema.optionalKey(CivilDate),
  notice: SourcedPeriod,
  enclosures: Schema.Array(EnclosureKind),
  minimumMinutes: Schema.optionalKey(
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 600 })),
  ),
  steps: Schema.NonEmptyArray(Step).check(Schema.isMaxLength(20)),
  appeal: Schema.optionalKey(AppealRules),
}).annotate({ identifier: "Procedure" })
export type Procedure = typeof Procedure.Type

/**
 * Names that no step may bear: the acts outside the circuit whose days can be asked for, and the
 * start event of a period that runs from the interview.
 */
export const reservedSteps = [
  fromInterview,
  "hierarchical-appeal",
  "appeal-answer",
  "committee-referral",
] as const

/**
 * Something that keeps a procedure from being usable.
 *
 * - `step.misplaced-communication`: the circuit begins with it, and has one;
 * - `step.report-not-signed-by-superior`: the direct superior alone communicates, in person;
 * - `step.completed-without-agent`: somebody else completes the report;
 * - `step.can-stick`: the agent alone can end it, and no period does it for him;
 * - `step.refuses-for-ever`: past its last day it can neither be done nor sent back;
 * - `period.without-start-event`: it runs from no earlier step, nor from the interview;
 * - `notification.before-visa`: a visa comes after it, or none where appeals run from it;
 * - `filing.without-signature`: the agent has not signed what is filed;
 * - `circuit.never-ends`: no filing, and no last signature of a circuit without visa.
 */
export const ProcedureFault = Schema.TaggedUnion({
  "version.ends-before-it-begins": { from: CivilDate, until: CivilDate },
  "step.declared-twice": { step: StepId },
  "step.name-reserved": { step: StepId },
  "step.without-actor": { step: StepId },
  "step.misplaced-communication": { step: StepId },
  "step.report-not-signed-by-superior": { step: StepId },
  "step.completed-without-agent": { step: StepId },
  "step.can-stick": { step: StepId },
  "step.refuses-for-ever": { step: StepId },
  "step.after-filing": { step: StepId },
  "period.without-start-event": { step: StepId, from: Schema.String },
  "period.lapses-without-completion": { step: StepId },
  "suspension.outside-completion": { step: StepId },
  "notification.before-visa": { step: StepId },
  "notification.repeated": { step: StepId },
  "filing.without-signature": { step: StepId },
  "circuit.without-communication": {},
  "circuit.never-ends": {},
  "appeal.without-notification": {},
})
export type ProcedureFault = typeof ProcedureFault.Type

/**
 * The values of an appeal against a report (recours hiérarchique, saisine de la commission): its
 * outcomes, the answer, the referral to the committee, its opinion, the decision, the final report.
 *
 * @requirement ENT-27
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { singleLine } from "../../kernel/text.ts"
import { Notification, Report, Text } from "../interview/model.ts"

/** What the authority makes of an appeal: the report is revised in whole, in part, or maintained. */
export const AppealOutcome = Schema.Literals(["granted", "partly-granted", "rejected"])
export type AppealOutcome = typeof AppealOutcome.Type

/** Tells whether an outcome revises the report. */
export const revisesReport = (outcome: AppealOutcome): boolean => outcome !== "rejected"

/** The hierarchical appeal (recours hiérarchique); `late` when lodged after `lastDay`. */
export const Lodging = Schema.Struct({
  on: CivilDate,
  grounds: Text,
  lastDay: CivilDate,
  late: Schema.Boolean,
}).annotate({ identifier: "AppealLodging" })
export type Lodging = typeof Lodging.Type

/**
 * The answer of the authority; `on` is the day on which it reached the agent, `interviewHeldOn` that
 * of the complementary interview, `late` when it came after the authority's period.
 */
export const Answer = Schema.Struct({
  on: CivilDate,
  outcome: AppealOutcome,
  reasons: Text,
  late: Schema.Boolean,
  interviewHeldOn: Schema.optionalKey(CivilDate),
}).annotate({ identifier: "AppealAnswer" })
export type Answer = typeof Answer.Type

/** The referral to the committee (saisine de la CAP ou de la CCP); `late` when after `lastDay`. */
export const Referral = Schema.Struct({
  on: CivilDate,
  lastDay: CivilDate,
  late: Schema.Boolean,
}).annotate({ identifier: "CommitteeReferral" })
export type Referral = typeof Referral.Type

/** The opinion of the committee (avis); it does not bind the authority. */
export const Opinion = Schema.Struct({ on: CivilDate, text: Text }).annotate({
  identifier: "CommitteeOpinion",
})
export type Opinion = typeof Opinion.Type

/** What the authority decides after the opinion. */
export const Decision = Schema.Struct({ on: CivilDate, outcome: AppealOutcome }).annotate({
  identifier: "AppealDecision",
})
export type Decision = typeof Decision.Type

/**
 * The final report (compte rendu définitif): the revised parts, the day on which the authority
 * revised them, and how it reached the agent once it did.
 */
export const FinalReport = Schema.Struct({
  report: Report,
  revisedOn: CivilDate,
  notification: Schema.optionalKey(Notification),
}).annotate({ identifier: "FinalReport" })
export type FinalReport = typeof FinalReport.Type

/**
 * A final report that is over: the day on which the agent acknowledged it, whether the personnel
 * file has it; `refusal` with the witness's note when he did not acknowledge it.
 */
export const AcknowledgedReport = Schema.Struct({
  final: FinalReport,
  acknowledgedOn: CivilDate,
  handedOver: Schema.Boolean,
  refusal: Schema.optionalKey(Schema.Struct({ witness: singleLine(500) })),
}).annotate({ identifier: "AcknowledgedReport" })
export type AcknowledgedReport = typeof AcknowledgedReport.Type

/** The name of a state of an appeal, as refusals carry it. */
export const AppealStateTag = Schema.Literals([
  "none",
  "lodged",
  "answered",
  "unanswered",
  "referred",
  "decided",
  "concluded",
])
export type AppealStateTag = typeof AppealStateTag.Type

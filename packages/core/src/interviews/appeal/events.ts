/**
 * What happened to an appeal, in the order of the catalogue. Each event carries the last days as
 * they were computed then, and `agent` as the directory knew him then where a mail follows.
 */
import * as Schema from "effect/Schema"
import { CivilDate, HolidayCalendar, Zone } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { Person } from "../../kernel/ports.ts"
import { Reason, singleLine } from "../../kernel/text.ts"
import { interviewFields } from "../interview/events.ts"
import { Notification, Report, Text } from "../interview/model.ts"
import { AppealRules } from "../terms/model/procedure.ts"
import { AppealOutcome } from "./model.ts"

/**
 * What an appeal is decided on, frozen when it is lodged: the interview and its people, the day on
 * which the endorsed report reached the agent, the rules of the procedure, where days are counted.
 */
export const appealFields = {
  ...interviewFields,
  notifiedOn: CivilDate,
  rules: AppealRules,
  holidays: HolidayCalendar,
  zone: Zone,
} as const

/** What happened to an appeal, with who, when and on whose behalf. */
export const AppealEvent = Schema.TaggedUnion({
  /** The agent appealed; `lastDay` was his, `answerBy` is the authority's. */
  AppealLodged: {
    ...actFields,
    ...appealFields,
    on: CivilDate,
    grounds: Text,
    lastDay: CivilDate,
    late: Schema.Boolean,
    answerBy: CivilDate,
  },
  /** The answer reached the agent; `committeeBy` is absent when there is no committee. */
  AppealAnswered: {
    ...actFields,
    agent: Person,
    on: CivilDate,
    outcome: AppealOutcome,
    reasons: Text,
    late: Schema.Boolean,
    interviewHeldOn: Schema.optionalKey(CivilDate),
    revised: Schema.optionalKey(Report),
    committeeBy: Schema.optionalKey(CivilDate),
  },
  /** No answer reached the agent by the authority's last day. */
  AppealUnanswered: {
    ...actFields,
    lastDay: CivilDate,
    committeeBy: Schema.optionalKey(CivilDate),
  },
  /** The agent referred the report to the committee. */
  CommitteeReferred: {
    ...actFields,
    on: CivilDate,
    lastDay: CivilDate,
    late: Schema.Boolean,
  },
  /** The committee gave its opinion. */
  OpinionRecorded: { ...actFields, on: CivilDate, text: Text },
  /** The authority decided after the opinion. */
  AppealDecided: {
    ...actFields,
    agent: Person,
    on: CivilDate,
    outcome: AppealOutcome,
    revised: Schema.optionalKey(Report),
  },
  /** Another authority answers and decides from now on. */
  AppealAuthorityReplaced: { ...actFields, former: Person, authority: Person, reason: Reason },
  /** A notification of the final report has not reached the agent (yet). */
  FinalReportNotificationTried: { ...actFields, agent: Person, notification: Notification },
  /** The final report reached the agent. */
  FinalReportNotified: { ...actFields, agent: Person, notification: Notification },
  /** The agent acknowledged its receipt. */
  FinalReportAcknowledged: { ...actFields, on: CivilDate },
  /** The agent did not acknowledge it, as the HR service noted before a witness. */
  FinalReportAcknowledgementRefused: { ...actFields, on: CivilDate, witness: singleLine(500) },
  /** The final report of that revision was handed to the personnel file. */
  FinalReportHandedOver: { ...actFields, revisedOn: CivilDate },
})
export type AppealEvent = typeof AppealEvent.Type

/**
 * What can be asked of an appeal, in the order of the catalogue. A command is complete: the first
 * one carries what the appeal is decided on from then on, the others only what they say. Dates are
 * those of the acts; they may have been written down later.
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

const date = CivilDate
const agent = Person

/** What may be asked of an appeal, complete with actor, instant and facts read. */
export const AppealCommand = Schema.TaggedUnion({
  /**
   * Appeals to the authority; `date` is the day on which the appeal reaches it. `endorsed` and
   * `notifiedOn` tell how far the report is, `rules` are those of the procedure if it has any.
   */
  lodgeHierarchicalAppeal: {
    ...actFields,
    ...interviewFields,
    date,
    grounds: Text,
    endorsed: Schema.Boolean,
    notifiedOn: Schema.optionalKey(CivilDate),
    rules: Schema.optionalKey(AppealRules),
    holidays: HolidayCalendar,
    zone: Zone,
  },
  /** Says what the authority answered, and on which day that reached the agent. */
  answerAppeal: {
    ...actFields,
    agent,
    date,
    outcome: AppealOutcome,
    reasons: Text,
    interviewHeldOn: Schema.optionalKey(CivilDate),
    revised: Schema.optionalKey(Report),
  },
  /** Says that the authority's period is over without an answer. */
  recordNoAnswer: actFields,
  /** Refers the report to the committee. */
  referToCommittee: { ...actFields, date },
  /** Keeps the opinion of the committee. */
  recordOpinion: { ...actFields, date, text: Text },
  /** Says what the authority decides after the opinion. */
  decide: {
    ...actFields,
    agent,
    date,
    outcome: AppealOutcome,
    revised: Schema.optionalKey(Report),
  },
  /** Gives the appeal to another authority, who answers and decides from then on. */
  replaceAuthority: { ...actFields, authority: Person, reason: Reason },
  /**
   * Says what became of a notification of the final report; `superior` is the direct superior whom
   * the interview has at that moment.
   */
  notifyFinalReport: {
    ...actFields,
    agent,
    superior: Person,
    notification: Notification,
  },
  /** Acknowledges receipt of the final report, which is not agreement. */
  acknowledgeFinalReport: { ...actFields, date },
  /** Says before a witness that the agent does not acknowledge it, which concludes the appeal. */
  recordAcknowledgementRefusal: { ...actFields, date, witness: singleLine(500) },
  /** Says that the personnel file has the final report of a revision. */
  recordFinalHandOver: { ...actFields, revisedOn: CivilDate },
})
export type AppealCommand = typeof AppealCommand.Type

/**
 * The states of an appeal (recours). They stand apart from `model.ts` because a state keeps its
 * acts, which are events. The opinion and the notification of the final report are fields, not
 * states: nothing else becomes possible or impossible with them but the act that follows.
 *
 * @requirement ENT-27
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { AppealEvent, appealFields } from "./events.ts"
import {
  AcknowledgedReport,
  Answer,
  Decision,
  FinalReport,
  Lodging,
  Opinion,
  Referral,
} from "./model.ts"

/** `answerBy` is the last day on which the authority's answer reaches the agent in time. */
const fileFields = {
  ...appealFields,
  lodging: Lodging,
  answerBy: CivilDate,
  acts: Schema.NonEmptyArray(AppealEvent),
} as const

/** Absent when the procedure has no committee. */
const committeeBy = Schema.optionalKey(CivilDate)
/** Absent as long as no report was revised. */
const final = Schema.optionalKey(FinalReport)
/** The final report of the answer, when it was over before the committee was asked. */
const former = Schema.optionalKey(AcknowledgedReport)
/** Absent when the committee was asked because nobody had answered. */
const answer = Schema.optionalKey(Answer)

/** The states of an appeal, one variant each with exactly its fields. */
export const Appeal = Schema.TaggedUnion({
  /** The agent did not appeal. */
  none: {},
  /** The authority has the appeal and answers it. */
  lodged: fileFields,
  /** The authority answered. */
  answered: { ...fileFields, answer: Answer, committeeBy, final },
  /** The authority let its period pass. */
  unanswered: { ...fileFields, committeeBy },
  /** The committee has the report; `opinion` once it gave it. */
  referred: {
    ...fileFields,
    answer,
    final,
    former,
    referral: Referral,
    opinion: Schema.optionalKey(Opinion),
  },
  /** The authority decided after the opinion. */
  decided: {
    ...fileFields,
    answer,
    final,
    former,
    referral: Referral,
    opinion: Opinion,
    decision: Decision,
  },
  /**
   * The agent acknowledged the final report, or did not before a witness, after the answer or after
   * the decision; `handedOver` once the personnel file has it.
   */
  concluded: {
    ...fileFields,
    answer,
    committeeBy,
    former,
    ...AcknowledgedReport.fields,
    committee: Schema.optionalKey(
      Schema.Struct({ referral: Referral, opinion: Opinion, decision: Decision }),
    ),
  },
})
export type Appeal = typeof Appeal.Type

/** An appeal in one of some states. */
export type AppealIn<Tag extends Appeal["_tag"]> = Extract<Appeal, { readonly _tag: Tag }>

/** An appeal that was lodged, whatever became of it. */
export type LodgedAppeal = Exclude<Appeal, AppealIn<"none">>

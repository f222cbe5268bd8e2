/**
 * The steps of an appeal on paper: the appeal itself, its answer or the silence, the committee.
 *
 * @requirement ENT-27
 */
import { type CivilDate, civilDayAt } from "../../../kernel/calendar.ts"
import type { Block } from "../../../kernel/document.ts"
import type { Paper } from "../../interview/documents.ts"
import { capitalised } from "../../interview/documents/paper.ts"
import type { LodgedAppeal } from "../state.ts"

/** Gives what the authority decided after the opinion. */
export const decisionOf = (state: LodgedAppeal) => {
  if (state._tag === "decided") return state.decision
  return state._tag === "concluded" ? state.committee?.decision : undefined
}

/** Gives the answer of the authority, if one was given. */
export const answerOf = (state: LodgedAppeal) => ("answer" in state ? state.answer : undefined)

/**
 * Gives the day of an act and, where they differ, the day on which it was written down: parties date
 * their own acts, and a period hangs on some of them.
 */
const dayOf = (
  { state, wording: { appeal, dates } }: Paper<LodgedAppeal>,
  tag: LodgedAppeal["acts"][number]["_tag"],
  on: CivilDate,
): string => {
  const act = state.acts.findLast((one) => one._tag === tag)
  const recordedOn = act === undefined ? on : civilDayAt(act.at, state.zone)
  const day = dates.long(on)
  return recordedOn === on ? day : appeal.recorded(day, dates.long(recordedOn))
}

/** Gives when the appeal was lodged, in time or not, and its grounds. */
export const lodgingBlocks = ({
  state,
  terms,
  wording,
}: Paper<LodgedAppeal>): ReadonlyArray<Block> => {
  const { appeal: words, dates } = wording
  const { grounds, lastDay, late, on } = state.lodging
  const day = dayOf({ state, terms, wording }, "AppealLodged", on)
  return [
    { _tag: "heading", text: words.lodging },
    {
      _tag: "fields",
      rows: [
        { label: words.notifiedOn, value: dates.long(state.notifiedOn) },
        { label: words.lastDay, value: dates.long(lastDay) },
        { label: words.lodgedOn, value: late ? words.late(day) : day },
      ],
    },
    { _tag: "paragraph", text: words.grounds, strong: true },
    { _tag: "paragraph", text: grounds },
  ]
}

/** Gives the answer of the authority, or that none came. */
export const answerBlocks = ({
  state,
  terms,
  wording,
}: Paper<LodgedAppeal>): ReadonlyArray<Block> => {
  const { appeal: words, appealOutcomes, dates } = wording
  const answerBy = dates.long(state.answerBy)
  const due = { label: words.answerBy, value: answerBy }
  const answer = answerOf(state)
  if (answer === undefined) {
    return [
      { _tag: "heading", text: words.answer },
      state._tag === "lodged"
        ? { _tag: "fields", rows: [due] }
        : { _tag: "paragraph", text: words.unanswered(answerBy) },
    ]
  }
  const { interviewHeldOn, late, on, outcome, reasons } = answer
  const day = dayOf({ state, terms, wording }, "AppealAnswered", on)
  const heard =
    interviewHeldOn === undefined
      ? []
      : [{ label: words.heardOn, value: dates.long(interviewHeldOn) }]
  return [
    { _tag: "heading", text: words.answer },
    {
      _tag: "fields",
      rows: [
        due,
        ...heard,
        { label: words.answeredOn, value: late ? words.late(day) : day },
        { label: words.outcome, value: appealOutcomes[outcome] },
      ],
    },
    { _tag: "paragraph", text: words.reasons, strong: true },
    { _tag: "paragraph", text: reasons },
  ]
}

const courseOf = (state: LodgedAppeal) => {
  if (state._tag === "referred" || state._tag === "decided") {
    return { referral: state.referral, opinion: state.opinion, decision: decisionOf(state) }
  }
  return state._tag === "concluded" ? state.committee : undefined
}

/** Gives the way to the committee, its opinion, and what was decided after it. */
export const committeeBlocks = ({
  state,
  terms,
  wording,
}: Paper<LodgedAppeal>): ReadonlyArray<Block> => {
  const { appeal: words, dates } = wording
  const course = courseOf(state)
  const by = "committeeBy" in state ? state.committeeBy : undefined
  if (course === undefined) {
    return by === undefined
      ? []
      : [
          { _tag: "heading", text: words.committee },
          { _tag: "fields", rows: [{ label: words.committeeBy, value: dates.long(by) }] },
        ]
  }
  const { decision, opinion, referral } = course
  const paper = { state, terms, wording }
  const day = dayOf(paper, "CommitteeReferred", referral.on)
  return [
    { _tag: "heading", text: capitalised(state.rules.committee?.label ?? words.committee) },
    {
      _tag: "fields",
      rows: [
        { label: words.committeeBy, value: dates.long(referral.lastDay) },
        { label: words.referredOn, value: referral.late ? words.late(day) : day },
      ],
    },
    ...(opinion === undefined ? [] : opinionBlocks(opinion, paper)),
    ...(decision === undefined ? [] : decisionBlocks(decision, paper)),
  ]
}

const opinionBlocks = (
  { on, text }: { readonly on: CivilDate; readonly text: string },
  paper: Paper<LodgedAppeal>,
): ReadonlyArray<Block> => [
  {
    _tag: "paragraph",
    text: paper.wording.appeal.opinion(dayOf(paper, "OpinionRecorded", on)),
    strong: true,
  },
  { _tag: "paragraph", text },
]

const decisionBlocks = (
  { on, outcome }: NonNullable<ReturnType<typeof decisionOf>>,
  paper: Paper<LodgedAppeal>,
): ReadonlyArray<Block> => {
  const { appeal: words, appealOutcomes } = paper.wording
  return [
    { _tag: "heading", text: words.decision },
    {
      _tag: "fields",
      rows: [
        { label: words.decidedOn, value: dayOf(paper, "AppealDecided", on) },
        { label: words.outcome, value: appealOutcomes[outcome] },
      ],
    },
  ]
}

/**
 * The papers of an appeal: the final report (compte rendu définitif), which replaces the one that
 * was notified, and what the file of the appeal says.
 *
 * @requirement ENT-27
 */
import { type CivilDate, civilDayAt } from "../../kernel/calendar.ts"
import type { Block, DocumentContent } from "../../kernel/document.ts"
import { personName } from "../../kernel/ports.ts"
import {
  appealNoticeBlocks,
  attachmentBlocks,
  framed,
  identityRows,
  type Paper,
  sectionBlocks,
} from "../interview/documents.ts"
import { capitalised } from "../interview/documents/paper.ts"
import type { Notification } from "../interview/model.ts"
import type { CampaignTerms } from "../terms/model/campaign-terms.ts"
import type { Wording } from "../wording.ts"
import { type RevisedAppeal, revisions } from "./final-reports.ts"
import type { AppealIn, LodgedAppeal } from "./state.ts"

export { isRevised, type RevisedAppeal } from "./final-reports.ts"

/**
 * Gives the final report: the revised parts of the superior's sections, what it follows from, how
 * it reached the agent. The agent's comments stay on the report that it replaces.
 */
export const finalReportDocument = (
  state: RevisedAppeal,
  terms: CampaignTerms,
  wording: Wording,
): DocumentContent => {
  const paper: Paper<RevisedAppeal> = { state, terms, wording }
  const { report } = state.final
  const words = wording.documents.report
  const written = { report, comments: [], acts: [] }
  const sections = terms.template.sections.filter(({ writtenBy }) => writtenBy === "superior")
  return {
    ...framed(paper, words.finalTitle(state.year), [
      mention(paper),
      { _tag: "fields", rows: identityRows(paper) },
      ...sections.flatMap((section) => sectionBlocks(section, written, paper)),
      ...attachmentBlocks(
        report.attachments.map(({ fileName }) => fileName),
        wording,
      ),
      { _tag: "heading", text: words.circuit },
      ...finalSteps(paper),
      ...appealNoticeBlocks(paper),
    ]),
    addressee: [personName(state.agent), state.agent.quality].filter((line) => line !== ""),
  }
}

/** Gives what the file of an appeal says, step by step. */
export const appealDocument = (
  state: LodgedAppeal,
  terms: CampaignTerms,
  wording: Wording,
): DocumentContent => {
  const paper: Paper<LodgedAppeal> = { state, terms, wording }
  return framed(paper, wording.appeal.title(state.year), [
    { _tag: "fields", rows: identityRows(paper) },
    ...lodgingBlocks(paper),
    ...answerBlocks(paper),
    ...committeeBlocks(paper),
    ...finalBlocks(paper),
  ])
}

const mention = ({ state, wording }: Paper<RevisedAppeal>): Block => {
  const { outcome, on } = revision(state)
  const words = wording.documents.report
  const [title, line] = words.finalNotice(
    outcome === undefined ? "" : wording.appealOutcomes[outcome],
    wording.dates.long(on),
  )
  return { _tag: "notice", title, lines: [line] }
}

const decisionOf = (state: LodgedAppeal) => {
  if (state._tag === "decided") return state.decision
  return state._tag === "concluded" ? state.committee?.decision : undefined
}

const answerOf = (state: LodgedAppeal) => ("answer" in state ? state.answer : undefined)

// The decision after the opinion comes last: when it revises, the final report is its own.
const revision = (state: RevisedAppeal) => {
  const decision = decisionOf(state)
  const outcome =
    decision !== undefined && decision.outcome !== "rejected"
      ? decision.outcome
      : answerOf(state)?.outcome
  return { outcome, on: state.final.revisedOn }
}

const finalSteps = ({ state, wording }: Paper<RevisedAppeal>): ReadonlyArray<Block> => {
  const { dates, documents } = wording
  const { notification } = state.final
  return [
    { _tag: "paragraph", text: documents.report.finalOf(personName(state.authority)) },
    ...(notification === undefined ? [] : [notified(notification, wording)]),
    ...(state._tag === "concluded"
      ? [
          {
            _tag: "paragraph" as const,
            text: acknowledgement(state, wording),
          },
        ]
      : []),
  ]
}

const notified = (
  { fate, means, on }: Notification,
  { dates, documents, fates, means: labels }: Wording,
): Block => ({
  _tag: "paragraph",
  text: documents.steps.notified(labels[means], fates[fate], dates.long(on)),
})

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

const lodgingBlocks = ({ state, terms, wording }: Paper<LodgedAppeal>): ReadonlyArray<Block> => {
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

const answerBlocks = ({ state, terms, wording }: Paper<LodgedAppeal>): ReadonlyArray<Block> => {
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

const committeeBlocks = ({ state, terms, wording }: Paper<LodgedAppeal>): ReadonlyArray<Block> => {
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
    ...(opinion === undefined
      ? []
      : [
          {
            _tag: "paragraph" as const,
            text: words.opinion(dayOf(paper, "OpinionRecorded", opinion.on)),
            strong: true,
          },
          { _tag: "paragraph" as const, text: opinion.text },
        ]),
    ...(decision === undefined ? [] : decisionBlocks(decision, paper)),
  ]
}

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

const finalBlocks = ({ state, wording }: Paper<LodgedAppeal>): ReadonlyArray<Block> =>
  revisions(state).flatMap((revised) => {
    const { appeal: words, dates } = wording
    const { notification, revisedOn } = revised.final
    const isOver = revised._tag === "concluded"
    return [
      { _tag: "heading", text: words.final },
      {
        _tag: "fields",
        rows: [
          { label: words.revisedOn, value: dates.long(revisedOn) },
          ...(isOver && revised.refusal === undefined
            ? [{ label: words.acknowledgedOn, value: dates.long(revised.acknowledgedOn) }]
            : []),
        ],
      },
      ...(notification === undefined ? [] : [notified(notification, wording)]),
      ...(isOver && revised.refusal !== undefined
        ? [{ _tag: "paragraph" as const, text: acknowledgement(revised, wording) }]
        : []),
    ]
  })

const acknowledgement = (
  { acknowledgedOn, refusal }: AppealIn<"concluded">,
  { appeal, dates, documents }: Wording,
): string => {
  const on = dates.long(acknowledgedOn)
  return refusal === undefined
    ? documents.report.acknowledged(on)
    : appeal.acknowledgementRefused(on, refusal.witness)
}

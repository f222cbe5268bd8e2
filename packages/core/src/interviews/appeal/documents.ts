/**
 * The papers of an appeal: the final report (compte rendu définitif), which replaces the one that
 * was notified, and what the file of the appeal says.
 *
 * @requirement ENT-27
 */
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
import type { Notification } from "../interview/model.ts"
import type { CampaignTerms } from "../terms/model/campaign-terms.ts"
import type { Wording } from "../wording.ts"
import {
  answerBlocks,
  answerOf,
  committeeBlocks,
  decisionOf,
  lodgingBlocks,
} from "./documents/steps.ts"
import { type RevisedAppeal, revisions } from "./rules/final-reports.ts"
import type { AppealIn, LodgedAppeal } from "./state.ts"

export { isRevised, type RevisedAppeal } from "./rules/final-reports.ts"

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
  const { documents } = wording
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

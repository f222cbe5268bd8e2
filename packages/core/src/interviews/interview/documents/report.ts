/**
 * The report (compte rendu): as a draft, in the circuit, closed, and blank as a template to fill.
 * What was corrected stays visible, and the means of appeal are printed as the template has them.
 *
 * @requirement ENT-04
 * @requirement ENT-08
 * @requirement ENT-26
 * @requirement ENT-27
 */
import type { Block, DocumentContent } from "../../../kernel/document.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Wording } from "../../wording.ts"
import { commentsOf, isReported, type Interview, type OpenedInterview, reportOf } from "../state.ts"
import { addressee, asSigned, framed, heldRows, identityRows, type Paper } from "./paper.ts"
import { blankSection, commentBlocks, sectionBlocks } from "./sections.ts"
import { circuitBlocks, handSignature, isSigned } from "./steps.ts"

/** An interview whose report is written, signed or not. */
export type WrittenInterview = Extract<
  Interview,
  { readonly _tag: "held" | "in-circuit" | "closed" }
>

/** Gives the report as it stands; before the superior signs it, it says that it is a draft. */
export const reportDocument = (
  state: WrittenInterview,
  terms: CampaignTerms,
  wording: Wording,
): DocumentContent => {
  const paper: Paper = { state, terms, wording }
  const words = wording.documents.report
  const title = state._tag === "held" ? words.draftTitle(state.year) : words.title(state.year)
  return {
    ...framed(paper, title, [...draftNotice(state, wording), ...reportBlocks(paper)]),
    addressee: addressee(state.agent),
  }
}

/** Gives the template of the report for one agent, to be filled by hand. */
export const blankReportDocument = (
  state: OpenedInterview,
  terms: CampaignTerms,
  wording: Wording,
): DocumentContent => {
  const words = wording.documents.report
  const { label, from } = terms.template
  return {
    ...framed(
      { state, terms, wording },
      words.blankTitle(state.year),
      blankBlocks({ state, terms, wording }),
    ),
    edition: words.blankEdition(label, wording.dates.short(from)),
  }
}

/** Gives what a blank report holds below its title. */
export const blankBlocks = (paper: Paper): ReadonlyArray<Block> => [
  { _tag: "fields", rows: identityRows(paper) },
  ...paper.terms.template.sections.flatMap((section) => blankSection(section, paper)),
  ...paper.terms.procedure.steps
    .filter(isSigned)
    .flatMap((step): ReadonlyArray<Block> => [
      { _tag: "heading", text: step.label },
      ...(step.kind === "sign"
        ? [{ _tag: "paragraph" as const, text: paper.wording.documents.steps.attests }]
        : []),
      handSignature(step, paper),
    ]),
  ...appealNoticeBlocks(paper),
]

/** Gives the means of appeal as the template prints them, one paragraph a line (ENT-27). */
export const appealNoticeBlocks = ({
  terms,
  wording,
}: Omit<Paper, "state">): ReadonlyArray<Block> => {
  const lines = terms.template.appealNotice.split("\n").filter((line) => line.trim() !== "")
  return lines.length === 0
    ? []
    : [
        { _tag: "heading", text: wording.documents.report.appealNotice },
        ...lines.map((text) => ({ _tag: "paragraph" as const, text })),
      ]
}

/** Gives the names of files as bullets under a heading. */
export const attachmentBlocks = (
  names: ReadonlyArray<string>,
  { documents }: Wording,
): ReadonlyArray<Block> =>
  names.length === 0
    ? []
    : [
        { _tag: "heading", text: documents.report.attachments },
        { _tag: "bullets", items: names },
      ]

const reportBlocks = (paper: Paper): ReadonlyArray<Block> => {
  const { state, terms, wording } = paper
  const report = reportOf(state)
  const written = {
    report,
    comments: commentsOf(state),
    acts: state.acts,
  }
  return [
    {
      _tag: "fields",
      rows: [...identityRows({ ...paper, state: asSigned(state) }), ...heldRows(paper)],
    },
    ...terms.template.sections.flatMap((section) => sectionBlocks(section, written, paper)),
    ...generalComments(paper),
    ...attachmentBlocks(
      report.attachments.map(({ fileName }) => fileName),
      wording,
    ),
    ...circuitBlocks(paper),
    ...appealNoticeBlocks(paper),
  ]
}

const draftNotice = (state: WrittenInterview, { documents }: Wording): ReadonlyArray<Block> => {
  const [title, line] = documents.report.draftNotice
  return state._tag === "held" ? [{ _tag: "notice", title, lines: [line] }] : []
}

// Nothing is said of the agent's comments before he could write any.
const generalComments = ({ state, wording }: Paper): ReadonlyArray<Block> => {
  const all = commentsOf(state)
  const isOver = isReported(state) && state.done.some(({ kind }) => kind === "complete")
  const comments = all.filter(({ section }) => section === undefined)
  // What he wrote stands in his own sections when none of it is on the whole report.
  const isSilent = isOver && all.length === 0
  if (comments.length === 0 && !isSilent) return []
  return [
    { _tag: "heading", text: wording.documents.report.agentComments },
    ...(isSilent
      ? [{ _tag: "paragraph" as const, text: wording.documents.report.noComment }]
      : commentBlocks(comments, wording)),
  ]
}

/**
 * The superior's preparation file (dossier de préparation): its three documents, the points of his
 * notes, the reminders of conduct.
 *
 * @requirement ENT-08
 * @requirement ENT-09
 * @requirement ENT-13
 * @requirement ENT-15
 */
import type { Block, DocumentContent } from "../../../kernel/document.ts"
import type { AttachedFile } from "../../../kernel/message.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Wording } from "../../wording.ts"
import type { OpenedInterview } from "../state.ts"
import { capitalised, framed, identityRows, meetingRows, type Paper } from "./paper.ts"
import { blankBlocks } from "./report.ts"

/**
 * What the file is made from; `former` is the report of the year before, absent in the first year,
 * `jobDescription` the one that goes with the proposal unless another one is given.
 */
export interface Preparation {
  readonly state: OpenedInterview
  readonly terms: CampaignTerms
  readonly former: { readonly content: DocumentContent; readonly fileName: string } | undefined
  readonly jobDescription?: AttachedFile
}

/**
 * Gives the file as one document: what it holds, the notes, the reminders, then the report of the
 * year before and the blank one. The job description is a file apart, named in it.
 */
export const preparationDocument = (
  preparation: Preparation,
  wording: Wording,
): DocumentContent => {
  const paper: Paper = { ...preparation, wording }
  const { former, state } = preparation
  const words = wording.documents
  return framed(paper, words.preparation.title(state.year), [
    { _tag: "fields", rows: identityRows(paper) },
    ...(state._tag === "proposed"
      ? [{ _tag: "fields" as const, rows: meetingRows(state.meeting, wording) }]
      : []),
    contents(preparation, wording),
    notesTable(preparation, wording),
    ...reminders(preparation, wording),
    ...(former === undefined ? [] : enclosed(former.content.title, former.content.blocks)),
    ...enclosed(words.report.blankTitle(state.year), blankBlocks(paper)),
  ])
}

const contents = (
  { state, former, jobDescription }: Preparation,
  { documents, enclosures }: Wording,
): Block => {
  const { common, preparation: words } = documents
  const [document, enclosure] = words.documentColumns
  const file = jobDescription ?? proposedDescription(state)
  return {
    _tag: "table",
    caption: words.documents,
    columns: [
      { label: document, width: 60 },
      { label: enclosure, width: 40 },
    ],
    rowHeaders: 1,
    rows: [
      [words.formerReport(state.year - 1), former === undefined ? common.none : words.enclosed],
      [capitalised(enclosures["job-description"]), file?.fileName ?? common.none],
      [words.blankReport(state.year), words.enclosed],
    ],
  }
}

const proposedDescription = (state: OpenedInterview): AttachedFile | undefined => {
  const proposed = state.acts.findLast((act) => act._tag === "InterviewProposed")
  return proposed?.enclosures.find(({ kind }) => kind === "job-description")?.file
}

const notesTable = ({ state, terms }: Preparation, { documents }: Wording): Block => {
  const words = documents.preparation
  const [point, notes] = words.noteColumns
  return {
    _tag: "table",
    caption: words.notes,
    columns: [
      { label: point, width: 45 },
      { label: notes, width: 55 },
    ],
    rowHeaders: 1,
    rows: terms.template.preparation.map((label, index) => [label, state.notes[index] ?? ""]),
  }
}

const reminders = (
  { terms: { procedure, template } }: Preparation,
  { dates, documents }: Wording,
): ReadonlyArray<Block> => {
  const words = documents.preparation
  const careful = template.sections.filter(({ attention }) => attention)
  const items = [
    ...template.conduct,
    ...(procedure.minimumMinutes === undefined
      ? []
      : [words.minimum(dates.minutes(procedure.minimumMinutes))]),
    ...(careful.length === 0
      ? []
      : [words.attention(careful.map(({ label }) => label).join(", "))]),
  ]
  return items.length === 0
    ? []
    : [
        { _tag: "heading", text: words.conduct },
        { _tag: "bullets", items },
      ]
}

const enclosed = (title: string, blocks: ReadonlyArray<Block>): ReadonlyArray<Block> => [
  { _tag: "page-break" },
  { _tag: "heading", text: title },
  ...blocks,
]

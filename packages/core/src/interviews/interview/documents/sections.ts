/** The sections of a report, written or to be filled, in the order of the template. */
import { civilDayAt } from "../../../kernel/calendar.ts"
import type { Block } from "../../../kernel/document.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Section } from "../../terms/model/report-template.ts"
import type { Wording } from "../../wording.ts"
import type { InterviewEvent } from "../events.ts"
import type { Comment, Report, ReportPart } from "../model.ts"
import { capitalised } from "./paper.ts"

/** What was written: the superior's part, the agent's comments, the clerical corrections. */
export interface Written {
  readonly report: Report
  readonly comments: ReadonlyArray<Comment>
  readonly acts: ReadonlyArray<InterviewEvent>
}

interface Printing {
  readonly terms: Pick<CampaignTerms, "template" | "zone">
  readonly wording: Wording
}

/** Gives the blocks of a section as it was written; an empty one says so. */
export const sectionBlocks = (
  section: Section,
  written: Written,
  printing: Printing,
): ReadonlyArray<Block> => {
  const part = written.report.parts.find((one) => one.section === section.section)
  const content = [
    ...(part === undefined ? [] : partBlocks(part, printing)),
    ...commentBlocks(
      written.comments.filter((one) => one.section === section.section),
      printing.wording,
    ),
  ]
  return [
    { _tag: "heading", text: section.label },
    ...(content.length === 0
      ? [{ _tag: "paragraph" as const, text: printing.wording.documents.common.none }]
      : content),
    ...correctionBlocks(section, written, printing),
  ]
}

/** Gives comments of the agent, one a paragraph. */
export const commentBlocks = (
  comments: ReadonlyArray<Comment>,
  { dates, documents }: Wording,
): ReadonlyArray<Block> =>
  comments.map(({ on, text }) => ({
    _tag: "paragraph",
    text: documents.report.comment(dates.long(on), text),
  }))

/** Gives the blocks of a section to be filled by hand. */
export const blankSection = (section: Section, printing: Printing): ReadonlyArray<Block> => {
  const words = printing.wording.documents.report
  const remarks = [
    words.toFill[section.writtenBy],
    ...(section.required ? [words.required] : []),
    ...(section.attention ? [words.attention] : []),
  ]
  return [
    { _tag: "heading", text: section.label },
    ...(section.guidance === undefined
      ? []
      : [{ _tag: "paragraph" as const, text: section.guidance }]),
    section.kind === "text"
      ? { _tag: "notice", title: remarks.join(" "), lines: blankLines }
      : { _tag: "paragraph", text: remarks.join(" ") },
    ...blankTable(section, printing),
  ]
}

// Lines of a frame to write in.
const blankLines: ReadonlyArray<string> = ["", "", "", "", "", ""]

const partBlocks = (part: ReportPart, printing: Printing): ReadonlyArray<Block> => {
  const { documents, purposes } = printing.wording
  switch (part._tag) {
    case "text":
      return part.text.trim() === "" ? [] : [{ _tag: "paragraph", text: part.text }]
    case "objectives":
      return part.objectives.length === 0
        ? []
        : [
            {
              _tag: "bullets",
              items: part.objectives.map(({ text, collective }) =>
                documents.report.objective(text, collective),
              ),
            },
          ]
    case "training-needs":
      if (part.none === true) return [{ _tag: "paragraph", text: documents.report.noNeed }]
      return part.needs.length === 0
        ? []
        : [
            needTable(
              part.needs.map(({ text, purpose }) => [text, capitalised(purposes[purpose])]),
              printing,
            ),
          ]
    case "criteria":
      return part.ratings.length === 0 ? [] : [ratingTable(part.ratings, printing)]
    default:
      return part satisfies never
  }
}

type Rows = ReadonlyArray<ReadonlyArray<string>>
type Ratings = Extract<ReportPart, { readonly _tag: "criteria" }>["ratings"]

const needTable = (rows: Rows, { wording }: Printing): Block => {
  const words = wording.documents.report
  const [need, purpose] = words.needColumns
  return {
    _tag: "table",
    caption: words.tableOf["training-needs"],
    columns: [
      { label: need, width: 65 },
      { label: purpose, width: 35 },
    ],
    rowHeaders: 1,
    rows,
  }
}

const ratingTable = (ratings: Ratings, { terms, wording }: Printing): Block => {
  const words = wording.documents.report
  const { criteria, levels } = terms.template
  // The longest label of a shipped level stands on one line where five levels share the rest.
  const criterionWidth = Math.max(26, 100 - 15 * levels.length)
  return {
    _tag: "table",
    caption: words.tableOf.criteria,
    columns: [
      { label: words.criterionColumn, width: criterionWidth },
      ...levels.map(({ label }) => ({ label, width: (100 - criterionWidth) / levels.length })),
    ],
    rowHeaders: 1,
    rows: criteria.map(({ criterion, label }) => {
      const given = ratings.find((one) => one.criterion === criterion)?.level
      return [label, ...levels.map(({ level }) => (level === given ? words.ratingMark : ""))]
    }),
  }
}

const blankTable = ({ kind }: Section, printing: Printing): ReadonlyArray<Block> => {
  const words = printing.wording.documents.report
  const [objective, collective] = words.objectiveColumns
  switch (kind) {
    case "text":
      return []
    case "objectives":
      return [
        {
          _tag: "table",
          caption: words.tableOf.objectives,
          columns: [
            { label: objective, width: 60 },
            { label: collective, width: 40 },
          ],
          rows: blankRows(2),
        },
      ]
    case "training-needs":
      return [needTable(blankRows(2), printing)]
    case "criteria":
      return [ratingTable([], printing)]
    default:
      return kind satisfies never
  }
}

const blankRows = (columns: number): Rows =>
  Array.from({ length: 5 }, () => Array.from({ length: columns }, () => ""))

const correctionBlocks = (
  { section }: Section,
  { acts }: Written,
  { terms, wording: { dates, documents } }: Printing,
): ReadonlyArray<Block> =>
  acts.flatMap((act) =>
    act._tag !== "ReportCorrected" || act.section !== section
      ? []
      : [
          {
            _tag: "notice" as const,
            title: documents.report.correction(dates.long(civilDayAt(act.at, terms.zone))),
            lines: [
              documents.report.formerText(act.former),
              documents.report.correctionReason(act.reason),
            ],
          },
        ],
  )

/**
 * The teachings of each person, on paper and in a sheet.
 *
 * @requirement PER-10
 * @requirement PER-11
 * @requirement PER-26
 */
import type { DocumentContent } from "../../../kernel/document.ts"
import type { StaffWords } from "../../wording/staff-words.ts"
import type { StaffLine, TeachingLine } from "../model.ts"
import { paperOf, paragraph, personHead, type StaffPaper } from "./paper.ts"

/** A person with his or her teachings. */
export interface PersonTeachings {
  readonly line: StaffLine
  readonly teachings: ReadonlyArray<TeachingLine>
}

/** Gives the headers of teachings with their widths. */
export const teachingColumns = ({ teachings: { columns } }: StaffWords) =>
  [
    { label: columns.school, width: 24 },
    { label: columns.subject, width: 24 },
    { label: columns.modality, width: 16 },
    { label: columns.trainingModule, width: 24 },
    { label: columns.trainingModuleType, width: 14 },
    { label: columns.structure, width: 20 },
  ] as const

/** Gives what those columns show of a teaching. */
export const teachingCells = (one: TeachingLine, words: StaffWords): ReadonlyArray<string> => [
  one.schoolName,
  one.subject,
  one.modality ?? "",
  one.trainingModule ?? one.trainingModuleCode ?? "",
  one.trainingModuleType ?? "",
  one.structure === null ? "" : words.teachings.structure(one.structureKind, one.structure),
]

/** Gives the paper of the teachings of people, in their order. */
export const teachingsDocument = (
  paper: StaffPaper,
  people: ReadonlyArray<PersonTeachings>,
): DocumentContent => {
  const { words } = paper
  return paperOf(
    paper,
    words.withTeachings.title,
    people.flatMap(({ line, teachings }) => [
      ...personHead(line, words),
      teachings.length === 0
        ? paragraph(words.withTeachings.none)
        : {
            _tag: "table" as const,
            caption: words.teachings.title,
            columns: teachingColumns(words),
            rows: teachings.map((one) => teachingCells(one, words)),
            rowHeaders: 1,
          },
    ]),
  )
}

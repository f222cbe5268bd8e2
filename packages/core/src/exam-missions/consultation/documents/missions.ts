/**
 * The missions of each person (« Liste des missions affectées par personne »).
 *
 * @requirement PER-11
 * @requirement PER-14
 * @requirement PER-15
 * @requirement PER-16
 */
import type { Block, DocumentContent } from "../../../kernel/document.ts"
import type { AssignmentLine, StaffLine } from "../model.ts"
import type { MissionColumn, StaffWords } from "../../wording/staff-words.ts"
import { paperOf, paragraph, personHead, type StaffPaper } from "./paper.ts"

/** A person with the convened assignments to print. */
export interface PersonMissions {
  readonly line: StaffLine
  readonly assignments: ReadonlyArray<AssignmentLine>
}

/** What the columns of a mission show; the columns of the person are the caller's. */
export const missionCells = (
  one: AssignmentLine,
  words: StaffWords,
): Readonly<Record<Exclude<MissionColumn, "family-name" | "given-name" | "post">, string>> => ({
  number: one.mission,
  mission: one.type,
  session: one.sessionExam,
  option: [one.speciality, one.examOption].filter((text) => text !== null).join(", "),
  place: one.centre?.name ?? "",
  dates: one.dates.map(words.assignmentDate).join(", "),
  commission: one.commission ?? "",
  juries: one.juries ?? "",
  capacity: one.capacity ?? "",
  status: words.situations[one.situation],
})

// Shares of the line of a lying page, where words of ten capitals and more stay whole.
const widths = {
  number: 90,
  session: 56,
  option: 100,
  place: 94,
  dates: 76,
  commission: 78,
  juries: 58,
  capacity: 100,
  status: 66,
} as const

const columnsOf = ({ withMissions: { columns } }: StaffWords) => {
  const column = (id: keyof typeof widths) => ({ label: columns[id], width: widths[id] })
  return [
    // The number and the type share a column, as in the sample.
    { label: `${columns.number} ${columns.mission}`, width: widths.number },
    column("session"),
    column("option"),
    column("place"),
    column("dates"),
    column("commission"),
    column("juries"),
    column("capacity"),
    column("status"),
  ] as const
}

/** Gives the paper of the missions of people, in their order. */
export const missionsDocument = (
  paper: StaffPaper,
  people: ReadonlyArray<PersonMissions>,
  years: ReadonlyArray<number>,
): DocumentContent => {
  const { words } = paper
  return {
    ...paperOf(paper, words.withMissions.title, [
      paragraph(words.withMissions.years(years)),
      ...people.flatMap((person) => [
        ...personHead(person.line, words),
        missionTable(person.assignments, words),
      ]),
    ]),
    orientation: "landscape",
  }
}

const missionTable = (assignments: ReadonlyArray<AssignmentLine>, words: StaffWords): Block => {
  if (assignments.length === 0) return paragraph(words.withMissions.none)
  return {
    _tag: "table",
    caption: words.assignments.title,
    columns: columnsOf(words),
    rows: assignments.map((one) => {
      const cells = missionCells(one, words)
      return [
        `${cells.number} ${cells.mission}`,
        cells.session,
        cells.option,
        cells.place,
        cells.dates,
        cells.commission,
        cells.juries,
        cells.capacity,
        words.shortSituations[one.situation],
      ]
    }),
  }
}

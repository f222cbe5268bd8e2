/**
 * The recap of one convocation of a person, made of the data of the assignment: a duplicate that
 * never passes for the original, which the management service signs and sends.
 *
 * @requirement PER-23
 */
import type { DocumentContent } from "../../../kernel/document.ts"
import type { AssignmentLine, StaffLine } from "../model.ts"
import { fieldsOf, fullName, paperOf, type StaffPaper } from "./paper.ts"

/** Gives the recap of a convened assignment. */
export const recapDocument = (
  paper: StaffPaper,
  line: StaffLine,
  one: AssignmentLine,
): DocumentContent => {
  const { words } = paper
  const { title, notice, fields } = words.recap
  return paperOf(paper, title, [
    { _tag: "notice", title: notice.title, lines: [notice.line] },
    ...fieldsOf([
      [fields.person, fullName(line)],
      [fields.discipline, line.discipline],
    ]),
    ...fieldsOf([
      [fields.mission, words.details.mission(one.mission, one.type)],
      [fields.session, one.examSession],
      [fields.speciality, one.speciality],
      [fields.option, one.examOption],
      [fields.centre, one.centre === null ? "" : words.school(one.centre.name, one.centre.uai)],
      [fields.dates, one.dates.map(words.assignmentDate).join("\n")],
      [fields.capacity, one.capacity],
      [fields.commission, one.commission],
      [fields.juries, one.juries],
      [fields.room, one.room],
      [fields.status, words.situations[one.situation]],
      [fields.observation, one.observation],
    ]),
  ])
}

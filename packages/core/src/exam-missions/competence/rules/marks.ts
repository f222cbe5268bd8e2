/**
 * The marks of one competence: who bears which, in the order of the authors column.
 *
 * @requirement CMP-05, CMP-11
 */
import type { AuthorMark, CompetenceAuthor, CompetenceMark } from "../model.ts"

/** The marks of a competence; none when it is not listed. */
export type Marks = ReadonlyArray<AuthorMark>

/**
 * Gives the text that tells authors apart, and whose order is that of the column: schools by UAI,
 * the agent, managers by code, SYS last.
 * @example authorKey({ _tag: "school", school: "0120006S" }) // => "1:0120006S"
 */
export const authorKey = (author: CompetenceAuthor): string => {
  switch (author._tag) {
    case "school":
      return `1:${author.school}`
    case "agent":
      return "2:"
    case "manager":
      return `3:${author.managerCode}`
    case "system":
      return "4:"
    default:
      return author satisfies never
  }
}

/** Tells whether a competence with these marks is listed: at least one author bears C. */
export const isListed = (marks: Marks): boolean => marks.some(({ mark }) => mark === "C")

/** Gives the mark of an author, or nothing. */
export const markOf = (marks: Marks, author: CompetenceAuthor): CompetenceMark | undefined =>
  markedBy(marks, author)?.mark

/** Tells whether an author other than that one bears C. */
export const othersHoldC = (marks: Marks, author: CompetenceAuthor): boolean =>
  isListed(withoutMark(marks, author))

/** Gives the marks with that one, instead of the former of its author, in the order of the column. */
export const withMark = (marks: Marks, added: AuthorMark): readonly [AuthorMark, ...Marks] => {
  const [first = added, ...rest] = [...withoutMark(marks, added.author), added].toSorted(
    (one, other) => (authorKey(one.author) < authorKey(other.author) ? -1 : 1),
  )
  return [first, ...rest]
}

/** Gives the marks without that of an author. */
export const withoutMark = (marks: Marks, author: CompetenceAuthor): Marks => {
  const key = authorKey(author)
  return marks.filter((one) => authorKey(one.author) !== key)
}

const markedBy = (marks: Marks, author: CompetenceAuthor): AuthorMark | undefined => {
  const key = authorKey(author)
  return marks.find((one) => authorKey(one.author) === key)
}

/**
 * The authors column of lists.
 *
 * @requirement CMP-05 to CMP-10
 */
import type { CompetenceAuthor } from "../model.ts"
import type { Marks } from "./marks.ts"

/**
 * Gives the authors column: who intervened, each with the mark in brackets, in the order of the
 * marks. The agent reads NUMEN, whose value is confidential.
 * @example authorsColumn([{ author: { _tag: "system" }, mark: "C", since: "2026-09-01T08:00:00.000Z" }]) // => "SYS (C)"
 */
export const authorsColumn = (marks: Marks): string =>
  marks.map(({ author, mark }) => `${authorName(author)} (${mark})`).join(" ")

/** Gives an author as lists name it. */
export const authorName = (author: CompetenceAuthor): string => {
  switch (author._tag) {
    case "school":
      return author.school
    case "agent":
      return "NUMEN"
    case "manager":
      return author.managerCode
    case "system":
      return "SYS"
    default:
      return author satisfies never
  }
}

/**
 * What the papers of personnel share: the school at the head of each page, the page number and the
 * moment of the edition at the foot.
 *
 * @requirement UI-34
 */
import type { Block, DocumentContent } from "../../../kernel/document.ts"
import type { StaffLine } from "../model.ts"
import type { StaffWords } from "../../wording/staff-words.ts"

/** Who edits a paper, and when; `edition` is the moment as printed. */
export interface StaffPaper {
  readonly words: StaffWords
  readonly runningHead: string
  readonly author: string
  readonly edition: string
}

/** Gives a paper of some blocks. */
export const paperOf = (
  { words: { common }, runningHead, author, edition }: StaffPaper,
  title: string,
  blocks: ReadonlyArray<Block>,
): DocumentContent => ({
  title,
  language: common.language,
  author,
  letterhead: [],
  runningHead,
  blocks,
  edition,
  pageLabel: common.pageLabel,
})

/** Gives labelled values, without those that are empty; nothing when all are. */
export const fieldsOf = (
  rows: ReadonlyArray<readonly [label: string, value: string | null]>,
): ReadonlyArray<Block> => {
  const known = rows.flatMap(([label, value]) =>
    value === null || value === "" ? [] : [{ label, value }],
  )
  return known.length === 0 ? [] : [{ _tag: "fields", rows: known }]
}

/** Gives the name of somebody as papers have it, family name first. */
export const fullName = ({
  familyName,
  givenName,
}: Pick<StaffLine, "familyName" | "givenName">): string => `${familyName} ${givenName}`

/** Gives the heading of a person: the name and the discipline of the post (PER-15). */
export const personHead = (line: StaffLine, words: StaffWords): ReadonlyArray<Block> => [
  { _tag: "heading", text: words.withMissions.person(fullName(line)) },
  ...fieldsOf([[words.withMissions.discipline, line.discipline]]),
]

/** Gives a paragraph. */
export const paragraph = (text: string, strong = false): Block => ({
  _tag: "paragraph",
  text,
  ...(strong ? { strong } : {}),
})

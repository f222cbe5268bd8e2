/**
 * What must stand on a page together with the heading above it: the block after the heading and,
 * when that one is short, the beginning of the next.
 */
import type { Block } from "@convoque/core/kernel/document"
import { linesOf, PAGE_ROOM } from "./flow.ts"
import { BLOCK_GAP, BODY, HEADING, HEADING_GAP, LINE_WIDTH, STRONG } from "./geometry.ts"
import { firstRowHeight } from "./lists.ts"
import { noticeHeight } from "./notice.ts"
import { signatureHeight } from "./signature.ts"
import { openingHeight } from "./table.ts"

/** The paragraph block of a document. */
export type ParagraphBlock = Extract<Block, { readonly _tag: "paragraph" }>

/** A paragraph of so few lines stands on one page, since no line of it may stand alone. */
const SHORT = 3

/** A text of more characters is longer than that in any font: it is not broken to be measured. */
const SURELY_LONG = 1500

/** A paragraph of so few lines goes with the signature after it. */
const MOST_LINES_KEPT = 6

/** The lines of a heading. */
export const headingLines = (text: string): ReadonlyArray<string> =>
  linesOf(text, HEADING, LINE_WIDTH)

/** Height of a heading with the gap below it. */
const headingHeight = (block: Block | undefined): number =>
  block?._tag === "heading" ? headingLines(block.text).length * HEADING.leading + BLOCK_GAP : 0

/** The lines of a paragraph. */
export const paragraphLines = ({ text, strong }: ParagraphBlock): ReadonlyArray<string> =>
  linesOf(text, strong === true ? STRONG : BODY, LINE_WIDTH)

/**
 * Height of a paragraph of so many lines with the signature that stands under it, or 0 when they
 * are not kept together.
 */
export const signedHeight = (lines: number, next: Block | undefined): number =>
  next?._tag === "signature" && lines <= MOST_LINES_KEPT
    ? lines * BODY.leading + BLOCK_GAP + signatureHeight(next)
    : 0

/**
 * Least height that the blocks from a place on need below a heading. More than a page is not asked
 * for: the first block alone then counts, or two lines of it.
 */
export const heightBelowHeading = (
  blocks: ReadonlyArray<Block>,
  at: number,
  most: number,
): number => {
  const alone = leastHeight(blocks, at)
  const isShort = alone <= (SHORT + 1) * BODY.leading && isOnePiece(blocks[at])
  const both = alone + (isShort ? heightAfterShort(blocks, at + 1) : 0)
  if (both <= most) return both
  return alone <= most ? alone : 2 * BODY.leading
}

/** Least height of a block at the foot of a page. */
const leastHeight = (blocks: ReadonlyArray<Block>, at: number): number => {
  const block = blocks[at]
  switch (block?._tag) {
    case "heading":
      return leastOfHeading(blocks, at)
    case "table":
      return openingHeight(block)
    case "notice":
      return noticeHeight(block)
    case "signature":
      return signatureHeight(block)
    case "paragraph":
      return leastOfParagraph(block, blocks[at + 1])
    case "fields":
    case "bullets":
      return leastOfRow(firstRowHeight(block))
    default:
      return 2 * BODY.leading
  }
}

// Headings in a row stand together, three at most: a longer run fills pages like any text.
const leastOfHeading = (blocks: ReadonlyArray<Block>, at: number): number => {
  const own = headingHeight(blocks[at]) + HEADING_GAP - BLOCK_GAP
  const isThird = blocks[at - 1]?._tag === "heading" && blocks[at - 2]?._tag === "heading"
  const isRun = isThird && blocks[at + 1]?._tag === "heading"
  return own + (isRun ? 0 : heightBelowHeading(blocks, at + 1, PAGE_ROOM - own))
}

const leastOfParagraph = (paragraph: ParagraphBlock, next: Block | undefined): number => {
  const lines = linesAhead(paragraph)
  const signed = signedHeight(lines, next)
  return signed > 0 ? signed : (lines <= SHORT ? lines : 2) * BODY.leading
}

const linesAhead = (paragraph: ParagraphBlock): number =>
  paragraph.text.length > SURELY_LONG ? SURELY_LONG : paragraphLines(paragraph).length

// A row taller than a page is split anywhere.
const leastOfRow = (height: number): number => (height > PAGE_ROOM ? 2 * BODY.leading : height)

// A paragraph of more lines than a short one asks for two of them only.
const isOnePiece = (block: Block | undefined): boolean => {
  switch (block?._tag) {
    case "paragraph":
      return linesAhead(block) <= SHORT
    case "fields":
      return block.rows.length <= 1
    case "bullets":
      return block.items.length <= 1
    default:
      return false
  }
}

// Another heading begins something else.
const heightAfterShort = (blocks: ReadonlyArray<Block>, at: number): number => {
  const next = blocks[at]
  return next === undefined || next._tag === "heading" || next._tag === "page-break"
    ? 0
    : BLOCK_GAP + leastHeight(blocks, at)
}

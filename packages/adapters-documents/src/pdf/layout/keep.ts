/**
 * What must stand on a page together with the heading above it: the block after the heading and,
 * when that one is short, the beginning of the next.
 */
import type { Block } from "@convoque/core/kernel/document"
import { linesOf } from "./flow.ts"
import { BLOCK_GAP, BODY, type Format, HEADING, HEADING_GAP, STRONG } from "./geometry.ts"
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
export const headingLines = (text: string, { lineWidth }: Format): ReadonlyArray<string> =>
  linesOf(text, HEADING, lineWidth)

/** Height of a heading with the gap below it. */
const headingHeight = (block: Block | undefined, format: Format): number =>
  block?._tag === "heading"
    ? headingLines(block.text, format).length * HEADING.leading + BLOCK_GAP
    : 0

/** The lines of a paragraph. */
export const paragraphLines = (
  { text, strong }: ParagraphBlock,
  { lineWidth }: Format,
): ReadonlyArray<string> => linesOf(text, strong === true ? STRONG : BODY, lineWidth)

/**
 * Height of a paragraph of so many lines with the signature that stands under it, or 0 when they
 * are not kept together.
 */
export const signedHeight = (lines: number, next: Block | undefined): number =>
  next?._tag === "signature" && lines <= MOST_LINES_KEPT
    ? lines * BODY.leading + BLOCK_GAP + signatureHeight(next)
    : 0

/** A place among blocks, on pages of one format. */
export interface Place {
  readonly blocks: ReadonlyArray<Block>
  readonly at: number
  readonly format: Format
}

const after = (place: Place): Place => ({ ...place, at: place.at + 1 })

/**
 * Least height that the blocks from a place on need below a heading. More than a page is not asked
 * for: the first block alone then counts, or two lines of it.
 */
export const heightBelowHeading = (place: Place, most: number): number => {
  const alone = leastHeight(place)
  const isShort = alone <= (SHORT + 1) * BODY.leading && isOnePiece(place)
  const both = alone + (isShort ? heightAfterShort(after(place)) : 0)
  if (both <= most) return both
  return alone <= most ? alone : 2 * BODY.leading
}

/** Least height of a block at the foot of a page. */
const leastHeight = (place: Place): number => {
  const { blocks, at, format } = place
  const block = blocks[at]
  switch (block?._tag) {
    case "heading":
      return leastOfHeading(place)
    case "table":
      return openingHeight(block, format)
    case "notice":
      return noticeHeight(block, format)
    case "signature":
      return signatureHeight(block)
    case "paragraph":
      return leastOfParagraph(block, after(place))
    case "fields":
    case "bullets":
      return leastOfRow(firstRowHeight(block, format), format)
    default:
      return 2 * BODY.leading
  }
}

// Headings in a row stand together, three at most: a longer run fills pages like any text.
const leastOfHeading = (place: Place): number => {
  const { blocks, at, format } = place
  const own = headingHeight(blocks[at], format) + HEADING_GAP - BLOCK_GAP
  const isThird = blocks[at - 1]?._tag === "heading" && blocks[at - 2]?._tag === "heading"
  const isRun = isThird && blocks[at + 1]?._tag === "heading"
  return own + (isRun ? 0 : heightBelowHeading(after(place), format.room - own))
}

const leastOfParagraph = (paragraph: ParagraphBlock, next: Place): number => {
  const lines = linesAhead(paragraph, next.format)
  const signed = signedHeight(lines, next.blocks[next.at])
  return signed > 0 ? signed : (lines <= SHORT ? lines : 2) * BODY.leading
}

const linesAhead = (paragraph: ParagraphBlock, format: Format): number =>
  paragraph.text.length > SURELY_LONG ? SURELY_LONG : paragraphLines(paragraph, format).length

// A row taller than a page is split anywhere.
const leastOfRow = (height: number, { room }: Format): number =>
  height > room ? 2 * BODY.leading : height

// A paragraph of more lines than a short one asks for two of them only.
const isOnePiece = ({ blocks, at, format }: Place): boolean => {
  const block = blocks[at]
  switch (block?._tag) {
    case "paragraph":
      return linesAhead(block, format) <= SHORT
    case "fields":
      return block.rows.length <= 1
    case "bullets":
      return block.items.length <= 1
    default:
      return false
  }
}

// Another heading begins something else.
const heightAfterShort = (place: Place): number => {
  const next = place.blocks[place.at]
  return next === undefined || next._tag === "heading" || next._tag === "page-break"
    ? 0
    : BLOCK_GAP + leastHeight(place)
}

/**
 * The blocks of a document's body, one function each, in reading order.
 */
import type { Block } from "@convoque/core/kernel/document"
import { coded } from "../fonts/characters.ts"
import { widthOf } from "../fonts/lines.ts"
import { WIDTHS } from "../fonts/tables.ts"
import { addElement } from "../paper.ts"
import type { Flow } from "./flow.ts"
import { linesOf, PAGE_ROOM, pour, reserve, room, skip, turnPage } from "./flow.ts"
import {
  BLOCK_GAP,
  BODY,
  HEADING,
  HEADING_GAP,
  LABEL,
  LEFT,
  LINE_WIDTH,
  RIGHT_COLUMN,
  RIGHT_COLUMN_WIDTH,
  SIGNATURE_ROOM,
  STRONG,
} from "./geometry.ts"
import { noticeHeight, placeNotice } from "./notice.ts"
import type { RowShape } from "./row.ts"
import { placeRow } from "./row.ts"
import { openingHeight, placeTable } from "./table.ts"

type BlockOf<Tag extends Block["_tag"]> = Extract<Block, { readonly _tag: Tag }>

const BULLET = "\u2022"
const BULLET_INDENT = 12
const MOST_LINES_KEPT = 6
const LABEL_GAP = 14
const LABEL_SHARE = 0.45
const NO_NUMBERING = "/A<</O/List/ListNumbering/None>>"
const DISC_NUMBERING = "/A<</O/List/ListNumbering/Disc>>"

const PLAIN_ROW: RowShape = {
  leading: BODY.leading,
  padding: 0.5,
  headHeight: 0,
  onNewPage: () => undefined,
  onPart: () => undefined,
}

/** Writes the blocks one after the other. */
export const placeBlocks = (flow: Flow, blocks: ReadonlyArray<Block>): void => {
  blocks.forEach((block, index) => placeBlock(flow, block, blocks[index + 1]))
}

const placeBlock = (flow: Flow, block: Block, next: Block | undefined): void => {
  if (block._tag === "page-break") return flow.fresh ? undefined : turnPage(flow)
  skip(flow, block._tag === "heading" ? HEADING_GAP : BLOCK_GAP)
  switch (block._tag) {
    case "heading":
      return placeHeading(flow, block, next)
    case "paragraph":
      return placeParagraph(flow, block, next)
    case "fields":
      return placeFields(flow, block)
    case "bullets":
      return placeBullets(flow, block)
    case "notice":
      return placeNotice(flow, block)
    case "table":
      return placeTable(flow, block)
    case "signature":
      return placeSignature(flow, block)
  }
  block satisfies never
}

/** The least height of a block that must follow its heading on the page. */
const leastHeight = (block: Block | undefined): number => {
  switch (block?._tag) {
    case "table":
      return openingHeight(block)
    case "notice":
      return noticeHeight(block)
    default:
      return 2 * BODY.leading
  }
}

const placeHeading = (flow: Flow, { text }: BlockOf<"heading">, next: Block | undefined): void => {
  const lines = linesOf(text, HEADING, LINE_WIDTH)
  const own = lines.length * HEADING.leading + BLOCK_GAP
  const wanted = own + leastHeight(next)
  reserve(flow, wanted <= PAGE_ROOM ? wanted : own + 2 * BODY.leading)
  const element = addElement(flow.paper, "H2", { parent: flow.root })
  pour(flow, lines, { element, x: LEFT, style: HEADING })
}

/** A short paragraph before the signature goes with it, so that no signature stands alone. */
const placeParagraph = (
  flow: Flow,
  { text, strong }: BlockOf<"paragraph">,
  next: Block | undefined,
): void => {
  const style = strong === true ? STRONG : BODY
  const lines = linesOf(text, style, LINE_WIDTH)
  if (next?._tag === "signature" && lines.length <= MOST_LINES_KEPT) {
    reserve(flow, lines.length * style.leading + BLOCK_GAP + signatureHeight(brokenSignature(next)))
  }
  const element = addElement(flow.paper, "P", { parent: flow.root })
  pour(flow, lines, { element, x: LEFT, style })
}

/** Labels in a column as wide as the widest of them, at most 45 % of the line. */
const placeFields = (flow: Flow, { rows }: BlockOf<"fields">): void => {
  let widest = 0
  for (const { label } of rows) {
    widest = Math.max(widest, (widthOf(coded(label), WIDTHS[0]) * LABEL.size) / 1000)
  }
  const labelWidth = Math.min(widest + 0.01, LABEL_SHARE * LINE_WIDTH)
  const valueX = LEFT + labelWidth + LABEL_GAP
  const list = addElement(flow.paper, "L", { parent: flow.root, attributes: NO_NUMBERING })
  for (const { label, value } of rows) {
    const parent = addElement(flow.paper, "LI", { parent: list })
    const labelLines = linesOf(label, LABEL, labelWidth)
    const valueLines = linesOf(value, BODY, LEFT + LINE_WIDTH - valueX)
    const labelElement = addElement(flow.paper, "Lbl", { parent })
    const valueElement = addElement(flow.paper, "LBody", { parent })
    const cells = [
      { element: labelElement, lines: labelLines, x: LEFT, style: LABEL },
      { element: valueElement, lines: valueLines, x: valueX, style: BODY },
    ]
    placeRow(flow, cells, PLAIN_ROW)
  }
}

const placeBullets = (flow: Flow, { items }: BlockOf<"bullets">): void => {
  const list = addElement(flow.paper, "L", { parent: flow.root, attributes: DISC_NUMBERING })
  const bullet = [coded(BULLET)]
  for (const item of items) {
    const parent = addElement(flow.paper, "LI", { parent: list })
    const mark = addElement(flow.paper, "Lbl", { parent })
    const body = addElement(flow.paper, "LBody", { parent })
    const lines = linesOf(item, BODY, LINE_WIDTH - 2 * BULLET_INDENT)
    const cells = [
      { element: mark, lines: bullet, x: LEFT + BULLET_INDENT - 6, style: BODY },
      { element: body, lines, x: LEFT + 2 * BULLET_INDENT - 4, style: BODY },
    ]
    placeRow(flow, cells, PLAIN_ROW)
  }
}

const brokenSignature = ({
  place,
  lines,
}: BlockOf<"signature">): ReadonlyArray<ReadonlyArray<string>> =>
  [place, ...lines].map((line) => linesOf(line, BODY, RIGHT_COLUMN_WIDTH))

const signatureHeight = (broken: ReadonlyArray<ReadonlyArray<string>>): number =>
  broken.reduce((sum, { length }) => sum + length * BODY.leading, 2 * BLOCK_GAP + SIGNATURE_ROOM)

/** Place and date, then the signatory's lines with room for a signature above the last. */
const placeSignature = (flow: Flow, signature: BlockOf<"signature">): void => {
  const broken = brokenSignature(signature)
  reserve(flow, signatureHeight(broken))
  skip(flow, BLOCK_GAP)
  const block = addElement(flow.paper, "Div", { parent: flow.root })
  broken.forEach((part, index) => {
    if (index === 1 && room(flow) > BLOCK_GAP) flow.y -= BLOCK_GAP
    if (index > 1 && index === broken.length - 1) flow.y -= SIGNATURE_ROOM
    const element = addElement(flow.paper, "P", { parent: block })
    const style = index > 0 && index === broken.length - 1 ? STRONG : BODY
    pour(flow, part, { element, x: RIGHT_COLUMN, style })
  })
}

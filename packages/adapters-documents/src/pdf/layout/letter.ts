/**
 * A whole document on its pages: letterhead, addressee, title, body, then head and foot of each
 * page once their number is known.
 */
import type { DocumentContent } from "@convoque/core/kernel/document"
import type { Finished } from "../assemble.ts"
import { coded } from "../fonts/characters.ts"
import { widthOf } from "../fonts/lines.ts"
import { WIDTHS } from "../fonts/tables.ts"
import type { Paper, Sheet } from "../paper.ts"
import { addElement, makePaper } from "../paper.ts"
import { beginArtifact, endMarked, fillBox, showLines } from "../pen.ts"
import { placeBlocks } from "./blocks.ts"
import type { Flow } from "./flow.ts"
import { linesOf, makeFlow, pour } from "./flow.ts"
import {
  BODY,
  FOOTER_BASELINE,
  FOOTER_RULE,
  FORMATS,
  FURNITURE,
  LEFT,
  LETTERHEAD,
  LETTERHEAD_FIRST,
  RIGHT_COLUMN_WIDTH,
  RULE,
  RULE_GREY,
  TITLE,
} from "./geometry.ts"

const HEAD = "/Type/Pagination/Subtype/Header/Attached[/Top]"
const FOOT = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]"
const BELOW_HEAD = 24
const BELOW_TITLE = 6

/** Lays a document out on as many pages as it needs. */
export const layOut = (document: DocumentContent): Finished => {
  const paper = makePaper(FORMATS[document.orientation ?? "portrait"])
  const root = addElement(paper, "Document", {})
  const flow = makeFlow(paper, root)
  placeLetterhead(flow, document.letterhead)
  placeAddressee(flow, document.addressee ?? [])
  if (!flow.fresh) flow.y -= BELOW_HEAD
  placeTitle(flow, document.title)
  placeBlocks(flow, document.blocks)
  for (const sheet of paper.sheets) placeFurniture(paper, sheet, document)
  return { paper, root }
}

/** The authority: its first line in bold. */
const placeLetterhead = (flow: Flow, letterhead: ReadonlyArray<string>): void => {
  const [first, ...others] = letterhead
  if (first === undefined) return
  const element = addElement(flow.paper, "P", { parent: flow.root })
  const target = { element, x: LEFT }
  const head = others.length === 0 ? first : `${first}\n`
  pour(flow, linesOf(head, LETTERHEAD_FIRST, flow.paper.format.letterheadWidth), {
    ...target,
    style: LETTERHEAD_FIRST,
  })
  if (others.length === 0) return
  const lines = linesOf(others.join("\n"), LETTERHEAD, flow.paper.format.letterheadWidth)
  pour(flow, lines, { ...target, style: LETTERHEAD })
}

/** The recipient in the window's place; the body begins below both columns. */
const placeAddressee = (flow: Flow, addressee: ReadonlyArray<string>): void => {
  if (addressee.length === 0) return
  const bottom = flow.y
  const element = addElement(flow.paper, "P", { parent: flow.root })
  const lines = linesOf(addressee.join("\n"), BODY, RIGHT_COLUMN_WIDTH)
  const sheet = flow.sheet
  flow.y = flow.paper.format.addresseeTop
  pour(flow, lines, { element, x: flow.paper.format.rightColumn, style: BODY })
  if (flow.sheet === sheet) flow.y = Math.min(flow.y, bottom)
}

const placeTitle = (flow: Flow, title: string): void => {
  if (title === "") return
  const element = addElement(flow.paper, "H1", { parent: flow.root })
  pour(flow, linesOf(title, TITLE, flow.paper.format.lineWidth), { element, x: LEFT, style: TITLE })
  flow.y -= BELOW_TITLE
}

const placeFurniture = (paper: Paper, sheet: Sheet, document: DocumentContent): void => {
  const { runningHead = "", edition, pageLabel } = document
  const { format } = paper
  if (runningHead !== "") {
    beginArtifact(sheet, HEAD)
    furniture({ paper, sheet }, runningHead, { y: format.runningHeadBaseline })
    endMarked(sheet)
  }
  const label = pageLabel
    .replaceAll("{page}", String(sheet.index + 1))
    .replaceAll("{pages}", String(paper.sheets.length))
  beginArtifact(sheet, FOOT)
  const rule = { x: LEFT, y: FOOTER_RULE, width: format.lineWidth, height: RULE }
  fillBox(sheet, RULE_GREY, rule)
  furniture({ paper, sheet }, edition, { y: FOOTER_BASELINE, left: LEFT })
  furniture({ paper, sheet }, label, { y: FOOTER_BASELINE })
  endMarked(sheet)
}

/** One line, at the right edge unless a place is given. */
const furniture = (
  target: { readonly paper: Paper; readonly sheet: Sheet },
  text: string,
  { y, left }: { readonly y: number; readonly left?: number },
): void => {
  const line = coded(text).replaceAll("\n", " ")
  const width = (widthOf(line, WIDTHS[0]) * FURNITURE.size) / 1000
  const x = left ?? Math.max(LEFT, target.paper.format.right - width)
  showLines(target, { lines: [line], from: 0, to: 1 }, { x, y, style: FURNITURE })
}

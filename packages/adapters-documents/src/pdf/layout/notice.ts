/**
 * Framed notices, in one piece unless taller than a page.
 */
import type { Block } from "@convoque/core/kernel/document"
import type { Element } from "../paper.ts"
import { addElement } from "../paper.ts"
import type { TextStyle } from "../pen.ts"
import { beginArtifact, endMarked, fillBox } from "../pen.ts"
import type { Flow } from "./flow.ts"
import { linesOf, place, reserve, room, turnPage } from "./flow.ts"
import { BODY, type Format, LEFT, STRONG, TINT } from "./geometry.ts"

/** The notice block of a document. */
export type NoticeBlock = Extract<Block, { readonly _tag: "notice" }>

const PADDING = 9
const BAR = 3
const TEXT_X = LEFT + BAR + PADDING

interface Passage {
  readonly style: TextStyle
  readonly lines: ReadonlyArray<string>
}

const passagesOf = (
  { title, lines }: NoticeBlock,
  { lineWidth }: Format,
): ReadonlyArray<Passage> => {
  const width = lineWidth - BAR - 2 * PADDING
  return [
    ...(title === "" ? [] : [{ style: STRONG, lines: linesOf(title, STRONG, width) }]),
    ...lines.map((line) => ({ style: BODY, lines: linesOf(line, BODY, width) })),
  ]
}

const lineCount = (passages: ReadonlyArray<Passage>): number =>
  passages.reduce((sum, { lines }) => sum + lines.length, 0)

/** Height of a notice with its frame. */
export const noticeHeight = (notice: NoticeBlock, format: Format): number =>
  lineCount(passagesOf(notice, format)) * BODY.leading + 2 * PADDING

/** Writes a notice. */
export const placeNotice = (flow: Flow, notice: NoticeBlock): void => {
  const { format } = flow.paper
  const passages = passagesOf(notice, format)
  const height = lineCount(passages) * BODY.leading + 2 * PADDING
  if (height <= format.room) reserve(flow, height)
  const block = addElement(flow.paper, "Div", { parent: flow.root })
  let remaining = lineCount(passages)
  let here = openFrame(flow, remaining)
  for (const { lines, style } of passages) {
    const element = addElement(flow.paper, "P", { parent: block })
    let from = 0
    while (from < lines.length) {
      if (here === 0) {
        turnPage(flow)
        here = openFrame(flow, remaining)
      }
      const to = Math.min(lines.length, from + here)
      placeLines(flow, { lines, from, to }, { element, style })
      here -= to - from
      remaining -= to - from
      from = to
    }
  }
  flow.y -= PADDING
}

const placeLines = (
  flow: Flow,
  range: { readonly lines: ReadonlyArray<string>; readonly from: number; readonly to: number },
  { element, style }: { readonly element: Element; readonly style: TextStyle },
): void => place(flow, range, { element, x: TEXT_X, style })

/** Draws the frame of what this page takes, and gives how many lines that is. */
const openFrame = (flow: Flow, remaining: number): number => {
  const fitting = Math.floor((room(flow) - 2 * PADDING) / BODY.leading)
  if (fitting < 1 && !flow.fresh) {
    turnPage(flow)
    return openFrame(flow, remaining)
  }
  const count = Math.min(remaining, fitting)
  const height = count * BODY.leading + 2 * PADDING
  const y = flow.y - height
  beginArtifact(flow.sheet)
  fillBox(flow.sheet, TINT, { x: LEFT, y, width: flow.paper.format.lineWidth, height })
  fillBox(flow.sheet, 0, { x: LEFT, y, width: BAR, height })
  endMarked(flow.sheet)
  flow.y -= PADDING
  flow.fresh = false
  return count
}

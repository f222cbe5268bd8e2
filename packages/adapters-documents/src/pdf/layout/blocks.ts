/**
 * The blocks of a document's body, in reading order.
 */
import type { Block } from "@convoque/core/kernel/document"
import { addElement } from "../paper.ts"
import type { Flow } from "./flow.ts"
import { pour, reserve, skip, turnPage } from "./flow.ts"
import { BLOCK_GAP, BODY, HEADING, HEADING_GAP, LEFT, STRONG } from "./geometry.ts"
import type { ParagraphBlock } from "./keep.ts"
import { headingLines, heightBelowHeading, paragraphLines, signedHeight } from "./keep.ts"
import { placeBullets, placeFields } from "./lists.ts"
import { placeNotice } from "./notice.ts"
import { placeSignature } from "./signature.ts"
import { placeTable } from "./table.ts"

/** Writes the blocks one after the other. */
export const placeBlocks = (flow: Flow, blocks: ReadonlyArray<Block>): void => {
  blocks.forEach((block, index) => placeBlock(flow, block, { blocks, index }))
}

/** Where a block stands among all. */
interface Place {
  readonly blocks: ReadonlyArray<Block>
  readonly index: number
}

const placeBlock = (flow: Flow, block: Block, at: Place): void => {
  if (block._tag === "page-break") return flow.fresh ? undefined : turnPage(flow)
  skip(flow, block._tag === "heading" ? HEADING_GAP : BLOCK_GAP)
  switch (block._tag) {
    case "heading":
      return placeHeading(flow, block.text, at)
    case "paragraph":
      return placeParagraph(flow, block, at.blocks[at.index + 1])
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

const placeHeading = (flow: Flow, text: string, { blocks, index }: Place): void => {
  const { format } = flow.paper
  const lines = headingLines(text, format)
  const own = lines.length * HEADING.leading + BLOCK_GAP
  reserve(flow, own + heightBelowHeading({ blocks, at: index + 1, format }, format.room - own))
  const element = addElement(flow.paper, "H2", { parent: flow.root })
  pour(flow, lines, { element, x: LEFT, style: HEADING })
}

/** A short paragraph before the signature goes with it, so that no signature stands alone. */
const placeParagraph = (flow: Flow, paragraph: ParagraphBlock, next: Block | undefined): void => {
  const lines = paragraphLines(paragraph, flow.paper.format)
  reserve(flow, signedHeight(lines.length, next))
  const element = addElement(flow.paper, "P", { parent: flow.root })
  const style = paragraph.strong === true ? STRONG : BODY
  pour(flow, lines, { element, x: LEFT, style })
}

/**
 * Who signs: place and date, then the signatory's lines, in one piece at the right.
 */
import type { Block } from "@convoque/core/kernel/document"
import { addElement } from "../paper.ts"
import type { TextStyle } from "../pen.ts"
import type { Flow } from "./flow.ts"
import { linesOf, pour, reserve, room, skip } from "./flow.ts"
import { BLOCK_GAP, BODY, RIGHT_COLUMN_WIDTH, SIGNATURE_ROOM, STRONG } from "./geometry.ts"

/** The signature block of a document. */
export type SignatureBlock = Extract<Block, { readonly _tag: "signature" }>

const broken = ({ place, lines }: SignatureBlock): ReadonlyArray<ReadonlyArray<string>> =>
  [place, ...lines].map((line, index) =>
    linesOf(line, styleAt(index, lines.length), RIGHT_COLUMN_WIDTH),
  )

/** The last line, the name, is bold. */
const styleAt = (index: number, last: number): TextStyle =>
  index > 0 && index === last ? STRONG : BODY

const heightOf = (parts: ReadonlyArray<ReadonlyArray<string>>): number =>
  parts.reduce((sum, { length }) => sum + length * BODY.leading, 2 * BLOCK_GAP + SIGNATURE_ROOM)

/** Height of a signature with the gap above it. */
export const signatureHeight = (signature: SignatureBlock): number => heightOf(broken(signature))

/** Writes a signature, with room for the hand above the last line. */
export const placeSignature = (flow: Flow, signature: SignatureBlock): void => {
  const parts = broken(signature)
  reserve(flow, heightOf(parts))
  skip(flow, BLOCK_GAP)
  const block = addElement(flow.paper, "Div", { parent: flow.root })
  parts.forEach((part, index) => {
    if (index === 1 && room(flow) > BLOCK_GAP) flow.y -= BLOCK_GAP
    if (index > 1 && index === parts.length - 1) flow.y -= SIGNATURE_ROOM
    const element = addElement(flow.paper, "P", { parent: block })
    const style = styleAt(index, parts.length - 1)
    pour(flow, part, { element, x: flow.paper.format.rightColumn, style })
  })
}

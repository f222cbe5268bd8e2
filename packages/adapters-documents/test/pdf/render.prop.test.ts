import type { Block, DocumentContent } from "@convoque/core/kernel/document"
import { textsOf } from "@convoque/core/kernel/document"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Node } from "../reader.ts"
import { readFile } from "../reader.ts"
import { bytesOf, letter } from "../render.ts"

const words = fc.constantFrom(
  "é",
  "Œ",
  "Łukasz",
  "Ёлкин",
  "Αλέξης",
  "ʻO",
  "W".repeat(90),
  "(\\)",
  "a-b/c",
  "ễ",
)
const texts = fc.array(words, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(" "))
const labels = fc.array(words, { maxLength: 2 }).map((parts) => parts.join(" "))

const columns = fc.array(
  fc.record({
    label: fc.oneof(labels, texts),
    width: fc.constantFrom(-1, 0, 1, 3, 40),
    align: fc.constantFrom("start" as const, "end" as const),
  }),
  { minLength: 1, maxLength: 6 },
)

const tables = columns.chain(([first, ...others]) =>
  fc
    .record({
      caption: labels,
      rows: fc.array(fc.array(fc.oneof(labels, texts), { maxLength: 6 }), { maxLength: 12 }),
      rowHeaders: fc.integer({ min: 0, max: 2 }),
    })
    .map((table): Block => ({
      _tag: "table",
      columns: [first ?? { label: "", width: 1, align: "start" }, ...others],
      ...table,
    })),
)

const blocks: fc.Arbitrary<Block> = fc.oneof(
  texts.map((text): Block => ({ _tag: "heading", text })),
  fc
    .tuple(texts, fc.boolean())
    .map(([text, strong]): Block => ({ _tag: "paragraph", text, strong })),
  fc
    .array(fc.record({ label: fc.oneof(labels, texts), value: texts }), { maxLength: 5 })
    .map((rows): Block => ({ _tag: "fields", rows })),
  fc.array(texts, { maxLength: 5 }).map((items): Block => ({ _tag: "bullets", items })),
  fc
    .tuple(labels, fc.array(texts, { maxLength: 30 }))
    .map(([title, lines]): Block => ({ _tag: "notice", title, lines })),
  tables,
  fc
    .tuple(texts, fc.array(texts, { maxLength: 6 }))
    .map(([place, lines]): Block => ({ _tag: "signature", place, lines })),
  fc.constant<Block>({ _tag: "page-break" }),
)

const documents: fc.Arbitrary<DocumentContent> = fc
  .tuple(fc.array(blocks, { maxLength: 10 }), texts, fc.array(texts, { maxLength: 4 }))
  .map(([body, title, addressee]) => letter(body, { title, addressee }))

const bare = (text: string): string => text.replace(/\s/gu, "")

const readOut = (node: Node): string => node.text + node.children.map(readOut).join("")

/** All texts but the furniture, with the bullets that the renderer adds. */
const expectedText = (document: DocumentContent): string => {
  const front = [...document.letterhead, ...(document.addressee ?? []), document.title]
  const body = document.blocks.flatMap((block) =>
    block._tag === "bullets"
      ? block.items.map((item) => `•${item}`)
      : block._tag === "table"
        ? [block.caption, ...block.columns.map(({ label }) => label), ...block.rows.flat()]
        : textsOf(letter([block], { title: "", letterhead: [], edition: "", pageLabel: "" })),
  )
  return bare([...front, ...body].join(""))
}

describe("rendering, for any document", () => {
  it("prints every word once, in order, and marks all of it", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const { tree } = await readFile(bytesOf(document))
        expect(bare(readOut(tree))).toBe(expectedText(document))
      }),
      { numRuns: 60 },
    )
  })
})

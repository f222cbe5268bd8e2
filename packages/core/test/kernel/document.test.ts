/** Documents and messages as data: every text in reading order, and what JSON gives back. */
import { Block, DocumentContent, textsOf } from "@convoque/core/kernel/document"
import { MessageContent } from "@convoque/core/kernel/message"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"

const blocks: ReadonlyArray<Block> = [
  { _tag: "heading", text: "heading" },
  { _tag: "paragraph", text: "paragraph", strong: true },
  { _tag: "fields", rows: [{ label: "label", value: "value" }] },
  { _tag: "bullets", items: ["item 1", "item 2"] },
  { _tag: "notice", title: "notice", lines: ["line"] },
  {
    _tag: "table",
    caption: "caption",
    columns: [{ label: "column", width: 1, align: "end" }],
    rows: [["cell 1"], ["cell 2"]],
    rowHeaders: 1,
  },
  { _tag: "page-break" },
  { _tag: "signature", place: "place", lines: ["signatory"] },
]
const full: DocumentContent = {
  title: "title",
  language: "fr",
  author: "author",
  subject: "subject",
  letterhead: ["letterhead"],
  addressee: ["addressee"],
  runningHead: "running head",
  blocks,
  edition: "edition",
  pageLabel: "page label",
}

test("every printed text comes once, in reading order; author and subject are not printed", () => {
  expect(textsOf(full)).toStrictEqual([
    "title",
    "letterhead",
    "addressee",
    "running head",
    "heading",
    "paragraph",
    "label",
    "value",
    "item 1",
    "item 2",
    "notice",
    "line",
    "caption",
    "column",
    "cell 1",
    "cell 2",
    "place",
    "signatory",
    "edition",
    "page label",
  ])
})

test("what is left out is not printed", () => {
  const { addressee: _a, runningHead: _r, subject: _s, ...bare } = full
  expect(textsOf({ ...bare, blocks: [], letterhead: [] })).toStrictEqual([
    "title",
    "edition",
    "page label",
  ])
})

describe("through JSON", () => {
  const message: MessageContent = {
    kind: "kind",
    to: { name: "Ada", address: "ada@example.org" },
    language: "fr",
    subject: "subject",
    paragraphs: ["one"],
    documents: [{ fileName: "a.pdf", content: full }],
    calendar: [
      {
        fileName: "a.ics",
        method: "CANCEL",
        entry: {
          uid: "u",
          sequence: 2,
          startsAt: "2026-12-08T13:00:00.000Z" as never,
          endsAt: "2026-12-08T14:00:00.000Z" as never,
          zone: "Europe/Paris" as never,
          summary: "s",
          description: "d",
          location: "l",
          organizer: { name: "o", address: "o@example.org" },
        },
      },
    ],
    uselessAfter: "2026-12-08T14:00:00.000Z" as never,
  }
  const decode = Schema.decodeUnknownResult(Schema.toCodecJson(MessageContent), {
    errors: "all",
    onExcessProperty: "error",
  })

  test("a message and its documents come back the same", () => {
    expect(decode(JSON.parse(JSON.stringify(message)))).toMatchObject({
      _tag: "Success",
      success: message,
    })
  })

  test.each([
    { ...message, calendar: [{ ...message.calendar[0], method: "PUBLISH" }] },
    { ...message, unknown: 1 },
    { ...message, uselessAfter: "tomorrow" },
    {
      ...message,
      documents: [{ fileName: "a.pdf", content: { ...full, blocks: [{ _tag: "html" }] } }],
    },
    {
      ...message,
      documents: [
        { fileName: "a.pdf", content: { ...full, blocks: [{ ...blocks[5], columns: [] }] } },
      ],
    },
  ])("what no sender knows is refused (%#)", (wrong) => {
    expect(decode(JSON.parse(JSON.stringify(wrong)))).toMatchObject({ _tag: "Failure" })
  })
})

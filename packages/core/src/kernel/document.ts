/**
 * Documents as data: what a letter, a record or a list contains, before any byte of it exists.
 *
 * A `DocumentContent` is frozen when it is written; a renderer turns it into bytes later, as often
 * as needed, and adds no word of its own except page numbers. Every text is already in the
 * reader's language and every date in its printed form.
 */
import * as Schema from "effect/Schema"

/** A heading inside a document; the title of the document itself is not repeated here. */
const Heading = Schema.TaggedStruct("heading", { text: Schema.String })

/** A paragraph of running text; `strong` prints it whole in bold. */
const Paragraph = Schema.TaggedStruct("paragraph", {
  text: Schema.String,
  strong: Schema.optionalKey(Schema.Boolean),
})

/** Labelled values, one a line, such as « Corps : professeurs certifiés ». */
const Fields = Schema.TaggedStruct("fields", {
  rows: Schema.Array(Schema.Struct({ label: Schema.String, value: Schema.String })),
})

/** Short items of equal rank. */
const Bullets = Schema.TaggedStruct("bullets", { items: Schema.Array(Schema.String) })

/** A framed notice that must not be missed, such as what changed since the earlier edition. */
const Notice = Schema.TaggedStruct("notice", {
  title: Schema.String,
  lines: Schema.Array(Schema.String),
})

/**
 * A table with one header row, repeated on each page that the table crosses.
 * `width` is the share of the line given to a column, in any unit; the first `rowHeaders` cells
 * of a row head it.
 */
const Table = Schema.TaggedStruct("table", {
  caption: Schema.String,
  columns: Schema.NonEmptyArray(
    Schema.Struct({
      label: Schema.String,
      width: Schema.Number,
      align: Schema.optionalKey(Schema.Literals(["start", "end"])),
    }),
  ),
  rows: Schema.Array(Schema.Array(Schema.String)),
  rowHeaders: Schema.optionalKey(Schema.Int),
})

/** Who signs: lines from the authority down to the name, kept together on one page. */
const Signature = Schema.TaggedStruct("signature", {
  place: Schema.String,
  lines: Schema.Array(Schema.String),
})

/** Goes to a new page. */
const PageBreak = Schema.TaggedStruct("page-break", {})

/** One block of a document's body, in reading order. */
export const Block = Schema.Union([
  Heading,
  Paragraph,
  Fields,
  Bullets,
  Notice,
  Table,
  Signature,
  PageBreak,
])
export type Block = typeof Block.Type

/**
 * A whole document.
 *
 * - `language`: BCP 47 tag of all its text;
 * - `letterhead`: the issuing authority, line by line, top left of the first page;
 * - `addressee`: the recipient, line by line, right of the first page;
 * - `runningHead`: printed at the top of each page, such as a school and its UAI (UI-34);
 * - `edition`: printed at the foot of each page, the edition date-time in its printed form;
 * - `pageLabel`: the page number over the total, with `{page}` and `{pages}`;
 * - `orientation`: `landscape` for lying pages, that wide tables need; upright without it.
 */
export const DocumentContent = Schema.Struct({
  title: Schema.String,
  language: Schema.String,
  author: Schema.String,
  subject: Schema.optionalKey(Schema.String),
  letterhead: Schema.Array(Schema.String),
  addressee: Schema.optionalKey(Schema.Array(Schema.String)),
  runningHead: Schema.optionalKey(Schema.String),
  blocks: Schema.Array(Block),
  edition: Schema.String,
  pageLabel: Schema.String,
  orientation: Schema.optionalKey(Schema.Literal("landscape")),
}).annotate({ identifier: "DocumentContent" })
export type DocumentContent = typeof DocumentContent.Type

/** Every text of a document in reading order, as a renderer will print it. */
export const textsOf = (document: DocumentContent): ReadonlyArray<string> => [
  document.title,
  ...document.letterhead,
  ...(document.addressee ?? []),
  ...(document.runningHead === undefined ? [] : [document.runningHead]),
  ...document.blocks.flatMap(textsOfBlock),
  document.edition,
  document.pageLabel,
]

const textsOfBlock = (block: Block): ReadonlyArray<string> => {
  switch (block._tag) {
    case "heading":
    case "paragraph":
      return [block.text]
    case "fields":
      return block.rows.flatMap((row) => [row.label, row.value])
    case "bullets":
      return block.items
    case "notice":
      return [block.title, ...block.lines]
    case "table":
      return [block.caption, ...block.columns.map((column) => column.label), ...block.rows.flat()]
    case "signature":
      return [block.place, ...block.lines]
    case "page-break":
      return []
  }
}

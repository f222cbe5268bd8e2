/**
 * What a route answers (réponse): JSON by a schema, one page of a list, a file, a file
 * that flows, or nothing.
 * The same value writes the answer and describes it in the OpenAPI document.
 */
import type { ListHead, Page } from "@convoque/core/kernel/listing"
import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import { cursorText } from "./cursor.ts"
import type { PlainCodec } from "./decode.ts"
import { encoderOf } from "./encode.ts"
import type { FlowingBytes } from "./flowing.ts"
import { versionTag } from "./preconditions.ts"

/** An answer ready to be sent, or to be kept under an idempotency key unless its bytes flow. */
export interface Written {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | FlowingBytes | null
}

/** Writes the answers of a route; `isStreamed` when their bytes leave as they are made. */
export interface AnswerWriter<Answer> {
  readonly status: number
  readonly mediaTypes: ReadonlyArray<string>
  readonly schema?: Schema.Constraint
  readonly versioned: boolean
  readonly isStreamed?: true
  // A method, so that a route of precise answers is also a route of any answers.
  write(answer: Answer, query: URLSearchParams): Written
}

/**
 * An answer in JSON.
 *
 * - `version`: of the aggregate shown; goes out as `ETag`;
 * - `location`: the address of what was made, relative to the request's.
 */
export interface JsonAnswer<Body> {
  readonly body: Body
  readonly version?: number
  readonly location?: string
}

const jsonType = "application/json"

/** Answers JSON that follows a schema; fields outside of it are left out. */
export const json = <Body>(
  schema: PlainCodec<Body>,
  status: 200 | 201 | 202 = 200,
): AnswerWriter<JsonAnswer<Body>> => {
  const encode = encoderOf(schema)
  return {
    status,
    mediaTypes: [jsonType],
    schema,
    versioned: true,
    write: ({ body, version, location }) => ({
      status,
      headers: {
        "content-type": jsonType,
        ...(version === undefined ? {} : { etag: versionTag(version) }),
        ...(location === undefined ? {} : { location }),
      },
      body: JSON.stringify(encode(body)),
    }),
  }
}

/**
 * Answers one page of a list: count after filters, rows with their keys, cursor of the next page.
 * The schema of a row named `Note` makes a page named `NotePage` in the documentation.
 */
export const page = <Row>(row: PlainCodec<Row>): AnswerWriter<Page<Row>> =>
  pageWriter(Schema.Struct(pageFields(row)).annotate(pageName(row)))

const pageFields = <Row>(row: PlainCodec<Row>) => ({
  count: Schema.Int,
  rows: Schema.Array(Schema.Struct({ key: Schema.String, row })),
  next: Schema.optionalKey(Schema.String),
})

/** A page with what its list tells of itself. */
export type HeadedPage<Row> = Page<Row> & ListHead

/**
 * Answers a page as `page` does, after the head of the list: the count in words, the sort in force
 * with the header of its column, the columns that sort, the keyword, the filters with their number
 * of values.
 */
export const headedPage = <Row>(row: PlainCodec<Row>): AnswerWriter<HeadedPage<Row>> =>
  pageWriter(Schema.Struct({ ...headFields, ...pageFields(row) }).annotate(pageName(row)))

const headFields = {
  countLabel: Schema.String,
  sort: Schema.Struct({
    column: Schema.String,
    direction: Schema.Literals(["ascending", "descending"]),
    label: Schema.String,
    directionLabel: Schema.String,
  }).annotate({ identifier: "ListSort" }),
  sorts: Schema.Array(
    Schema.Struct({ column: Schema.String, label: Schema.String }).annotate({
      identifier: "ListSortColumn",
    }),
  ),
  keyword: Schema.optionalKey(Schema.String),
  filters: Schema.Array(
    Schema.Struct({
      name: Schema.String,
      label: Schema.String,
      values: Schema.Array(Schema.String),
      labels: Schema.Array(Schema.String),
      selectedLabel: Schema.String,
    }).annotate({ identifier: "ListFilter" }),
  ),
} as const

const pageWriter = <Answer extends Page<unknown>>(
  schema: PlainCodec<unknown>,
): AnswerWriter<Answer> => {
  const encode = encoderOf(schema)
  return {
    status: 200,
    mediaTypes: [jsonType],
    schema,
    versioned: false,
    write: ({ next, ...told }, query) => {
      if (next === undefined) {
        const body = JSON.stringify(encode(told))
        return { status: 200, headers: { "content-type": jsonType }, body }
      }
      const cursor = cursorText(next)
      const headers = { "content-type": jsonType, link: nextLink(query, cursor) }
      return { status: 200, headers, body: JSON.stringify(encode({ ...told, next: cursor })) }
    },
  }
}

const pageName = <Row>(row: PlainCodec<Row>): { readonly identifier?: string } => {
  const name = SchemaAST.resolveIdentifier(row.ast)
  return name === undefined ? {} : { identifier: `${name}Page` }
}

// Relative to the address of the request, so that it holds behind any prefix or proxy.
const nextLink = (query: URLSearchParams, cursor: string): string => {
  const following = new URLSearchParams(query)
  following.set("after", cursor)
  return `<?${following.toString()}>; rel="next"`
}

/** A file to open or to download (UI-27). */
export interface FileAnswer {
  readonly content: Uint8Array | string
  readonly fileName: string
  readonly version?: number
}

/** Answers a file of one media type. */
export const file = (mediaType: string): AnswerWriter<FileAnswer> => ({
  status: 200,
  mediaTypes: [mediaType],
  versioned: true,
  write: (answer) => writtenFile(answer, mediaType),
})

/** A file whose bytes leave as they are made. */
export interface StreamedFileAnswer {
  readonly content: FlowingBytes
  readonly fileName: string
}

/**
 * Answers a file of one media type of which no more is held than the client takes. No key can keep
 * it, so its route changes nothing.
 */
export const streamedFile = (mediaType: string): AnswerWriter<StreamedFileAnswer> => ({
  status: 200,
  mediaTypes: [mediaType],
  versioned: false,
  isStreamed: true,
  write: ({ content, fileName }) => ({
    status: 200,
    headers: {
      "content-type": typeOfBytes(mediaType),
      "content-disposition": disposition(fileName),
    },
    body: content,
  }),
})

/** A file as it was kept, with its own media type. */
export interface KeptFileAnswer extends FileAnswer {
  readonly mediaType: string
}

/** The media type of what a caller is not to open: any bytes. */
const anyBytes = "application/octet-stream"

/**
 * Answers a file that was kept, in its own media type when it is one of those; any other is sent as
 * bytes without a meaning, so that nothing kept can be run by a browser.
 */
export const keptFile = (
  ...mediaTypes: readonly [string, ...ReadonlyArray<string>]
): AnswerWriter<KeptFileAnswer> => ({
  status: 200,
  mediaTypes: [...mediaTypes, anyBytes],
  versioned: true,
  write: ({ mediaType, ...answer }) => {
    // The parameters that it was kept with, such as a charset, do not tell its type.
    const isKnown = mediaTypes.includes(mediaType.split(";", 1)[0] ?? "")
    return writtenFile(answer, isKnown ? mediaType : anyBytes)
  },
})

/** The media type of tables of texts, which are written in UTF-8. */
export const csvType = "text/csv"

const typeOfBytes = (mediaType: string): string =>
  mediaType === csvType ? `${mediaType}; charset=utf-8` : mediaType

const writtenFile = ({ content, fileName, version }: FileAnswer, mediaType: string): Written => ({
  status: 200,
  headers: {
    "content-type":
      typeof content === "string" ? `${mediaType}; charset=utf-8` : typeOfBytes(mediaType),
    "content-disposition": disposition(fileName),
    ...(version === undefined ? {} : { etag: versionTag(version) }),
  },
  body: typeof content === "string" ? content : new Uint8Array(content),
})

/**
 * Answers a drawing to show in a page or on its own. It may style itself and nothing else: no
 * script, no other file.
 */
export const svg: AnswerWriter<{ readonly svg: string }> = {
  status: 200,
  mediaTypes: ["image/svg+xml"],
  versioned: false,
  write: (answer) => ({
    status: 200,
    headers: {
      "content-type": "image/svg+xml; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
    },
    body: answer.svg,
  }),
}

/**
 * Gives a `Content-Disposition` (RFC 6266): a plain name for old readers, the whole one in UTF-8.
 * @example disposition("a.pdf") // => "attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf"
 */
export const disposition = (fileName: string): string => {
  const plain = fileName.normalize("NFKD").replace(/[^\w.-]+/gu, "_")
  const whole = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/gu,
    (sign) => `%${sign.codePointAt(0)?.toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

/** Answers 204 without a body, with the version reached when there is one. */
export const nothing: AnswerWriter<{ readonly version?: number }> = {
  status: 204,
  mediaTypes: [],
  versioned: true,
  write: ({ version }) => ({
    status: 204,
    headers: version === undefined ? {} : { etag: versionTag(version) },
    body: null,
  }),
}

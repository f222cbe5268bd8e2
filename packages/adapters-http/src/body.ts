/**
 * Reading the body of a request (corps de la demande), within a limit: JSON in UTF-8, or the bytes
 * of a file.
 */
import { createHash } from "node:crypto"
import * as Result from "effect/Result"
import { invalid, type PlainCodec, unsoundTexts } from "./decode.ts"
import type { RequestRefusal } from "./refusals.ts"

/** A body read: its text for the fingerprint of the request, its value for the route. */
export interface ReadBody {
  readonly text: string
  readonly value: unknown
}

/** Reads a JSON body of at most `limitBytes`. */
export const readBody = async (
  request: Request,
  limitBytes: number,
): Promise<Result.Result<ReadBody, RequestRefusal>> => {
  if (!isJson(request.headers.get("content-type"))) {
    return Result.fail({ _tag: "request.unsupported-media-type", expected: "application/json" })
  }
  try {
    const bytes = await bytesOf(request, limitBytes)
    return bytes === undefined
      ? Result.fail({ _tag: "request.too-large", limitBytes })
      : parsed(bytes)
  } catch {
    // The client went away in the middle, the bytes are not UTF-8, or the text is not JSON.
    return Result.fail({ _tag: "request.malformed-json" })
  }
}

/** A file sent as the body of a request: its bytes, its media type without parameters. */
export interface SentFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/**
 * A body of bytes.
 *
 * - `mediaTypes`: those taken, in lower case; the parameters that a request adds are not looked at;
 * - `limitBytes`: the largest file taken;
 * - `beginning`: what a file of that type begins with.
 */
export interface RawBody<out File = SentFile> {
  readonly mediaTypes: readonly [string, ...ReadonlyArray<string>]
  readonly limitBytes: number
  readonly beginning?: string
  readonly read: (file: SentFile) => File
}

/** A body of bytes of any of some media types, which the handler gets as `SentFile`. */
export const bytes = (settings: Omit<RawBody, "read">): RawBody => ({
  ...settings,
  read: (file) => file,
})

/** Tells whether a body is sent as bytes rather than as JSON. */
export const isRawBody = <Body>(
  body: PlainCodec<Body> | RawBody<Body> | undefined,
): body is RawBody<Body> => body !== undefined && "mediaTypes" in body

/** Reads a body of bytes; its fingerprint is taken of the media type and of the bytes. */
export const readRawBody = async (
  request: Request,
  { mediaTypes, limitBytes, beginning = "" }: Omit<RawBody<unknown>, "read">,
): Promise<Result.Result<ReadBody, RequestRefusal>> => {
  const mediaType = (request.headers.get("content-type") ?? "")
    .split(";", 1)[0]
    ?.trim()
    .toLowerCase()
  if (mediaType === undefined || !mediaTypes.includes(mediaType)) {
    const expected = mediaTypes.join(", ")
    return Result.fail({ _tag: "request.unsupported-media-type", expected })
  }
  try {
    const read = await bytesOf(request, limitBytes)
    if (read === undefined) return Result.fail({ _tag: "request.too-large", limitBytes })
    return Buffer.from(read.subarray(0, beginning.length)).toString("latin1") === beginning
      ? Result.succeed({ text: digestOf(mediaType, read), value: { bytes: read, mediaType } })
      : Result.fail({ _tag: "request.not-of-media-type", mediaType })
  } catch {
    // The client went away in the middle.
    return Result.fail({ _tag: "request.incomplete" })
  }
}

const digestOf = (mediaType: string, file: Uint8Array): string =>
  `${mediaType} ${createHash("sha256").update(file).digest("base64url")}`

const isJson = (contentType: string | null): boolean =>
  contentType !== null && /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/iu.test(contentType)

// A server holds a request to its Content-Length; without one the bytes are counted as they come.
const bytesOf = async (request: Request, limitBytes: number): Promise<Uint8Array | undefined> => {
  const announced = request.headers.get("content-length")
  if (announced !== null && !request.headers.has("transfer-encoding")) {
    if (Number(announced) > limitBytes) return undefined
    const bytes = new Uint8Array(await request.arrayBuffer())
    return bytes.length > limitBytes ? undefined : bytes
  }
  const chunks: Array<Uint8Array> = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > limitBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const utf8 = new TextDecoder("utf-8", { fatal: true })

const parsed = (bytes: Uint8Array): Result.Result<ReadBody, RequestRefusal> => {
  const text = utf8.decode(bytes)
  const value: unknown = JSON.parse(text)
  // Only an escape can bring in what UTF-8 cannot.
  const unsound = text.includes("\\u") ? unsoundTexts("body", value) : []
  return unsound.length > 0 ? Result.fail(invalid(unsound)) : Result.succeed({ text, value })
}

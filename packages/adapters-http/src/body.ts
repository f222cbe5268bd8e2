/**
 * Reading the body of a request (corps de la demande), within a limit: JSON in UTF-8, the bytes of a
 * file, or a file that is never held whole.
 */
import { createHash } from "node:crypto"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
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

/**
 * A file that comes while it is read: its bytes, its media type without parameters.
 *
 * The bytes are read once; a second reading is refused by `request.incomplete`, as is a body that
 * breaks off. One that crosses the limit is refused by `request.too-large` there.
 */
export interface SentStream {
  readonly bytes: Stream.Stream<Uint8Array, RequestRefusal>
  readonly mediaType: string
}

/**
 * A body that is read as it comes. It has no fingerprint, so its route is `replacing`.
 *
 * - `mediaTypes`: those taken, in lower case; the parameters that a request adds are not looked at;
 * - `limitBytes`: the largest file taken.
 */
export interface StreamedBody<out File = SentStream> {
  readonly mediaTypes: readonly [string, ...ReadonlyArray<string>]
  readonly limitBytes: number
  readonly readStream: (file: SentStream) => File
}

/** A body of any of some media types, which the handler gets as `SentStream`. */
export const stream = (settings: Omit<StreamedBody, "readStream">): StreamedBody => ({
  ...settings,
  readStream: (file) => file,
})

/** The bodies that a route takes. */
export type RouteBody<Body> = PlainCodec<Body> | RawBody<Body> | StreamedBody<Body>

/** Tells whether a body is sent as bytes that are held, rather than as JSON or as a stream. */
export const isRawBody = <Body>(body: RouteBody<Body> | undefined): body is RawBody<Body> =>
  body !== undefined && "mediaTypes" in body && !("readStream" in body)

/** Tells whether a body is read as it comes. */
export const isStreamedBody = <Body>(
  body: RouteBody<Body> | undefined,
): body is StreamedBody<Body> => body !== undefined && "readStream" in body

/** Reads a body of bytes; its fingerprint is taken of the media type and of the bytes. */
export const readRawBody = async (
  request: Request,
  { mediaTypes, limitBytes, beginning = "" }: Omit<RawBody<unknown>, "read">,
): Promise<Result.Result<ReadBody, RequestRefusal>> => {
  const taken = takenType(request, mediaTypes)
  if (Result.isFailure(taken)) return Result.fail(taken.failure)
  const mediaType = taken.success
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

/** Opens a body that is read as it comes; nothing of it is read yet. */
export const openStreamedBody = (
  request: Request,
  { mediaTypes, limitBytes }: Omit<StreamedBody<unknown>, "readStream">,
): Result.Result<ReadBody, RequestRefusal> =>
  Result.flatMap(takenType(request, mediaTypes), (mediaType) => {
    const announced = announcedLength(request)
    if (announced !== undefined && announced > limitBytes) {
      return Result.fail({ _tag: "request.too-large", limitBytes })
    }
    const bytes = streamedBytes(request, { limitBytes, announced })
    const value: SentStream = { bytes, mediaType }
    return Result.succeed({ text: "", value })
  })

const ended = new WeakSet<Request>()

// What is left of a smaller body is taken by the server within a moment.
const smallBytes = 65_536

/**
 * Tells whether a large part of a body may still come: its connection cannot carry another request
 * before all of it has, and is better closed by the answer.
 */
export const hasBodyToCome = (request: Request): boolean => {
  const { headers, method } = request
  if (method === "GET" || method === "HEAD" || ended.has(request)) return false
  return headers.has("transfer-encoding") || Number(headers.get("content-length") ?? 0) > smallBytes
}

const incomplete: RequestRefusal = { _tag: "request.incomplete" }

interface Bounds {
  readonly limitBytes: number
  readonly announced: number | undefined
}

const streamedBytes = (request: Request, { limitBytes, announced }: Bounds): SentStream["bytes"] =>
  Stream.suspend(() => {
    const { body, bodyUsed } = request
    if (bodyUsed || body?.locked === true) return Stream.fail(incomplete)
    if (body === null) return Stream.empty
    let length = 0
    const whole = Stream.suspend(() => {
      ended.add(request)
      return announced === undefined || length >= announced ? Stream.empty : Stream.fail(incomplete)
    })
    return Stream.fromReadableStream<Uint8Array, RequestRefusal>({
      evaluate: () => body,
      // The client went away in the middle.
      onError: () => incomplete,
    }).pipe(
      Stream.mapArrayEffect((chunks) => {
        for (const chunk of chunks) length += chunk.length
        return length > limitBytes
          ? Effect.fail<RequestRefusal>({ _tag: "request.too-large", limitBytes })
          : Effect.succeed(chunks)
      }),
      Stream.concat(whole),
    )
  })

const takenType = (
  request: Request,
  mediaTypes: ReadonlyArray<string>,
): Result.Result<string, RequestRefusal> => {
  const given = (request.headers.get("content-type") ?? "").split(";", 1)[0] ?? ""
  const mediaType = given.trim().toLowerCase()
  return mediaTypes.includes(mediaType)
    ? Result.succeed(mediaType)
    : Result.fail({
        _tag: "request.unsupported-media-type",
        expected: mediaTypes.join(", "),
      })
}

const digestOf = (mediaType: string, file: Uint8Array): string =>
  `${mediaType} ${createHash("sha256").update(file).digest("base64url")}`

const isJson = (contentType: string | null): boolean =>
  contentType !== null && /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/iu.test(contentType)

// A server holds a request to its Content-Length; without one the bytes are counted as they come.
const bytesOf = async (request: Request, limitBytes: number): Promise<Uint8Array | undefined> => {
  const announced = announcedLength(request)
  if (announced !== undefined) {
    if (announced > limitBytes) return undefined
    const bytes = new Uint8Array(await request.arrayBuffer())
    ended.add(request)
    return bytes.length > limitBytes ? undefined : bytes
  }
  const chunks: Array<Uint8Array> = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > limitBytes) return undefined
    chunks.push(chunk)
  }
  ended.add(request)
  return Buffer.concat(chunks)
}

const announcedLength = ({ headers }: Request): number | undefined => {
  const announced = headers.get("content-length")
  return announced === null || headers.has("transfer-encoding") ? undefined : Number(announced)
}

const utf8 = new TextDecoder("utf-8", { fatal: true })

const parsed = (bytes: Uint8Array): Result.Result<ReadBody, RequestRefusal> => {
  const text = utf8.decode(bytes)
  const value: unknown = JSON.parse(text)
  // Only an escape can bring in what UTF-8 cannot.
  const unsound = text.includes("\\u") ? unsoundTexts("body", value) : []
  return unsound.length > 0 ? Result.fail(invalid(unsound)) : Result.succeed({ text, value })
}

/** Reading the body of a request (corps de la demande): JSON, in UTF-8, within a limit. */
import * as Result from "effect/Result"
import { invalid, unsoundTexts } from "./decode.ts"
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

/** Helpers of the tests: XML read to its end, however its bytes are cut. */
import { type XmlMalformed, type XmlPart, XmlReader } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { layerXmlReader } from "../../src/index.ts"
import { makeXml } from "../../src/reading/xml-reader.ts"
import { utf8 } from "./tables.ts"

type Read = Result.Result<ReadonlyArray<XmlPart>, XmlMalformed>

/** What a stream of bytes reads as. */
export const xmlOf = (chunks: Iterable<Uint8Array>): Promise<Read> =>
  Effect.runPromise(
    Effect.provide(
      Effect.flatMap(XmlReader, (reader) =>
        Effect.result(
          Stream.runCollect(reader.parts(Stream.fromIterable(chunks, { chunkSize: 1 }))),
        ),
      ),
      layerXmlReader,
    ),
  )

/** What pieces read as, given to the reader as they are. */
export const xmlOfPieces = (pieces: Iterable<Uint8Array>): Read => {
  const reader = makeXml()
  const parts: Array<XmlPart> = []
  for (const piece of [...pieces, undefined]) {
    const { values, fault } = piece === undefined ? reader.end() : reader.take(piece)
    if (values === undefined) return Result.fail(fault)
    parts.push(...values)
  }
  return Result.succeed(parts)
}

/** The place and the fault of a file, in short; or its parts, each in short. */
export const toldOfXml = (read: Read): string => {
  if (Result.isFailure(read)) {
    const { line, column, reason } = read.failure
    return `${line}:${column} ${reason}`
  }
  return read.success.map(shortOf).join(" ")
}

const shortOf = (part: XmlPart): string => {
  if (part._tag === "close") return `/${part.name}`
  const place = `${part.line}:${part.column}`
  if (part._tag === "text") return `${place}"${part.text}"`
  const attributes = Object.entries(part.attributes).map(([name, value]) => `${name}=${value}`)
  return `${place}<${[part.name, ...attributes].join(",")}>`
}

/** What a text, or bytes in one piece, is told to be. */
export const toldXml = async (text: string | Uint8Array): Promise<string> =>
  toldOfXml(await xmlOf([typeof text === "string" ? utf8(text) : text]))

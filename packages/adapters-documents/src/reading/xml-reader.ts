/**
 * The `XmlReader` port: XML read as it comes, its document types refused, so that a file declares
 * no entity and reaches no other file.
 *
 * Encoding by the mark, else by the declaration: UTF-8 (also `utf8`, US-ASCII), ISO-8859-1, ISO-8859-15, Windows-1252,
 * UTF-16 with its mark. Comments and processing instructions are passed over; names keep their
 * prefixes. Memory holds one piece of at most 64 kB and what is not yet whole.
 *
 * Limits: 64 elements within one another, 50 attributes, 10,000 characters a text or a value;
 * 100,000 characters as they are written between two tags or attributes, and for a comment.
 */
import { type XmlMalformed, type XmlPart, XmlReader } from "@convoque/core/kernel/ports"
import * as Layer from "effect/Layer"
import type { Decoded } from "./encodings.ts"
import { type PieceReader, readThrough, type Step } from "./pieces.ts"
import { type Found, makeXmlParser } from "./xml-parts.ts"
import { makeXmlDecoder } from "./xml-text.ts"

/** Gives the reader of XML; the limits are those of `xmlLimits`. */
export const layerXmlReader: Layer.Layer<XmlReader> = Layer.succeed(XmlReader, {
  parts: (bytes) => readThrough(bytes, makeXml),
})

type XmlStep = Step<XmlPart, XmlMalformed>

const beginning = { _tag: "xml.malformed", line: 1, column: 1 } as const

/** Makes the reader of the pieces of one file. */
export const makeXml = (): PieceReader<XmlPart, XmlMalformed> => {
  const decoder = makeXmlDecoder()
  const parser = makeXmlParser()
  let isEmpty = true
  const taken = (decoded: Decoded | undefined): XmlStep => {
    if (decoded === undefined) return { fault: { ...beginning, reason: "unknown-encoding" } }
    if (/\S/u.test(decoded.text)) isEmpty = false
    const step = stepOf(parser.write(decoded.text))
    return step.fault === undefined && decoded.isBroken ? { fault: parser.breakOff() } : step
  }
  return {
    take: (piece) => taken(decoder.take(piece)),
    end: () => {
      const step = taken(decoder.end())
      if (step.fault !== undefined) return step
      if (isEmpty) return { fault: { ...beginning, reason: "empty-file" } }
      const last = stepOf(parser.end())
      return last.fault === undefined ? { values: [...step.values, ...last.values] } : last
    },
  }
}

const stepOf = ({ parts, fault }: Found): XmlStep =>
  fault === undefined ? { values: parts } : { fault }

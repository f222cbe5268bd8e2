/**
 * The text of an XML file as it flows (encodage d'un fichier XML): by its mark, or else by its
 * declaration, or else UTF-8.
 */
import { type Decoded, type Decoder, type Encoding, makeDecoder, markOf } from "./encodings.ts"

/** Decodes the pieces of one file in turn; gives nothing when its encoding is not one of ours. */
export interface XmlDecoder {
  readonly take: (piece: Uint8Array) => Decoded | undefined
  readonly end: () => Decoded | undefined
}

/** Makes the decoder of one file. */
export const makeXmlDecoder = (): XmlDecoder => {
  let held: Uint8Array = new Uint8Array(0)
  let decoder: Decoder | undefined
  const begun = (isEnd: boolean): Decoded | undefined => {
    if (!isEnd && !isEnough(held)) return { text: "", isBroken: false }
    const known = markOf(held)
    const encoding = known?.encoding ?? declaredIn(held)
    if (encoding === undefined) return undefined
    decoder = makeDecoder(encoding)
    return decoder.take(held.subarray(known?.mark.length ?? 0))
  }
  return {
    take: (piece) => {
      if (decoder !== undefined) return decoder.take(piece)
      held = Buffer.concat([held, piece])
      return begun(false)
    },
    end: () => {
      const last = decoder === undefined ? begun(true) : { text: "", isBroken: false }
      return last === undefined
        ? undefined
        : { text: last.text, isBroken: last.isBroken || decoder?.isCut() === true }
    },
  }
}

/** A declaration stands within the first bytes. */
const DECLARATION_BYTES = 1_024

const beginningOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString("latin1")

const isEnough = (bytes: Uint8Array): boolean =>
  bytes.length >= DECLARATION_BYTES || (bytes.length >= 5 && beginningOf(bytes).includes("?>"))

const encodings: Readonly<Record<string, Encoding>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  // Every text in ASCII is one in UTF-8; some programs announce it and write the latter.
  "us-ascii": "utf-8",
  "iso-8859-1": "iso-8859-1",
  "iso-8859-15": "iso-8859-15",
  "windows-1252": "windows-1252",
}

// UTF-16 without its mark, or declared without being it, is none of ours.
const declaredIn = (bytes: Uint8Array): Encoding | undefined => {
  const beginning = beginningOf(bytes)
  if (/^(?:<\0|\0<)/u.test(beginning)) return undefined
  const name = /^<\?xml\s[^>]*?\sencoding\s*=\s*(["'])(.*?)\1/su.exec(beginning)?.[2]
  if (name === undefined) return "utf-8"
  const known = name.toLowerCase()
  return Object.hasOwn(encodings, known) ? encodings[known] : undefined
}

/**
 * Bytes to text as they flow (encodages): UTF-8, UTF-16, Windows-1252, ISO-8859-1 and -15.
 *
 * Nothing is replaced: the text before the first byte that means nothing is given, and that it is
 * broken there. Characters cut in two by the pieces are put together again.
 */
import { isAscii, isUtf8 } from "node:buffer"

/** The encodings that are read. */
export type Encoding =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "windows-1252"
  | "iso-8859-1"
  | "iso-8859-15"

/** A piece decoded; `isBroken` when the byte after the text means nothing in the encoding. */
export interface Decoded {
  readonly text: string
  readonly isBroken: boolean
}

/** Decodes the pieces of one text in turn; nothing is decoded after what is broken. */
export interface Decoder {
  readonly take: (piece: Uint8Array) => Decoded
  /** Tells whether the text ends in the middle of a character. */
  readonly isCut: () => boolean
}

/** The encodings that say their name in their first bytes. */
export const marks: ReadonlyArray<{
  readonly mark: ReadonlyArray<number>
  readonly encoding: Encoding
}> = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
]

/** Gives the mark with which bytes begin, if any; three bytes are enough to know. */
export const markOf = (bytes: Uint8Array) =>
  marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))

/** Makes the decoder of an encoding, for the bytes after the mark. */
export const makeDecoder = (encoding: Encoding): Decoder => {
  if (encoding === "utf-8") return carrying(decodedUtf8)
  if (encoding === "utf-16le") return carrying((bytes) => decodedUtf16(bytes, false))
  if (encoding === "utf-16be") return carrying((bytes) => decodedUtf16(bytes, true))
  return { take: (piece) => decodedBytewise(piece, encoding), isCut: () => false }
}

interface DecodedPart extends Decoded {
  /** How many bytes are decoded; those after it begin a character. */
  readonly length: number
}

const carrying = (decode: (bytes: Uint8Array) => DecodedPart): Decoder => {
  let carried = new Uint8Array(0)
  return {
    take: (piece) => {
      const bytes = carried.length === 0 ? piece : Buffer.concat([carried, piece])
      const { text, isBroken, length } = decode(bytes)
      carried = Uint8Array.from(bytes.subarray(length))
      return { text, isBroken }
    },
    isCut: () => carried.length > 0,
  }
}

/**
 * Gives the length of the UTF-8 character that a byte begins, 0 when it begins none.
 * @example utf8Length(0xe9) // => 3
 */
export const utf8Length = (byte: number): number => {
  if (byte < 0x80) return 1
  if (byte < 0xc2 || byte > 0xf4) return 0
  if (byte < 0xe0) return 2
  return byte < 0xf0 ? 3 : 4
}

const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const decodedUtf8 = (bytes: Uint8Array): DecodedPart => {
  const length = wholeUtf8(bytes)
  const whole = bytes.subarray(0, length)
  if (isUtf8(whole)) return { text: bufferOf(whole).toString("utf8"), isBroken: false, length }
  const sound = bytes.subarray(0, soundUtf8(bytes))
  return { text: bufferOf(sound).toString("utf8"), isBroken: true, length: bytes.length }
}

// The last character may go on in the next piece.
const wholeUtf8 = (bytes: Uint8Array): number => {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) return utf8Length(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

const soundUtf8 = (bytes: Uint8Array): number => {
  let at = 0
  while (at < bytes.length) {
    const length = utf8Length(bytes[at] ?? 0)
    if (length === 0 || !isUtf8(bytes.subarray(at, at + length))) break
    at += length
  }
  return at
}

const decodedUtf16 = (bytes: Uint8Array, isBig: boolean): DecodedPart => {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  const units = isBig ? Buffer.from(even).swap16() : bufferOf(even)
  const all = units.toString("utf16le")
  const last = all.charCodeAt(all.length - 1)
  const text = last >= 0xd800 && last <= 0xdbff ? all.slice(0, -1) : all
  if (text.isWellFormed()) return { text, isBroken: false, length: text.length * 2 }
  const sound = /^\P{Surrogate}*/u.exec(text)?.[0] ?? ""
  return { text: sound, isBroken: true, length: bytes.length }
}

type Bytewise = "windows-1252" | "iso-8859-1" | "iso-8859-15"

const decodedBytewise = (piece: Uint8Array, encoding: Bytewise): Decoded => {
  const text = bufferOf(piece).toString("latin1")
  if (isAscii(piece)) return { text, isBroken: false }
  const broken = meaningless[encoding].exec(text)
  const sound = broken === null ? text : text.slice(0, broken.index)
  const table = replaced[encoding]
  return {
    text: sound.replace(/[\u0080-\u00be]/gu, (sign) => table[sign] ?? sign),
    isBroken: broken !== null,
  }
}

// In the two of ISO these are control characters, which no file means to hold.
const meaningless: Readonly<Record<Bytewise, RegExp>> = {
  "windows-1252": /[\u0081\u008d\u008f\u0090\u009d]/u,
  "iso-8859-1": /[\u0080-\u009f]/u,
  "iso-8859-15": /[\u0080-\u009f]/u,
}

const pairs = (from: string, to: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...from].map((sign, index) => [sign, [...to][index] ?? sign]))

const replaced: Readonly<Record<Bytewise, Readonly<Record<string, string>>>> = {
  "windows-1252": pairs(
    "\u0080\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008e\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009e\u009f",
    "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ",
  ),
  "iso-8859-1": {},
  "iso-8859-15": pairs("\u00a4\u00a6\u00a8\u00b4\u00b8\u00bc\u00bd\u00be", "€ŠšŽžŒœŸ"),
}

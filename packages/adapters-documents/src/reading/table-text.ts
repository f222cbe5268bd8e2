/**
 * The text of a table as it flows (encodage d'un tableau): by its mark when it has one; otherwise
 * the first character outside ASCII decides between UTF-8 and Windows-1252.
 *
 * A text taken for Windows-1252 is refused where it has signs that French files do not hold, and that
 * the accents of older encodings (code page 850, Mac OS Roman) would become.
 *
 * Decision: bytes that are UTF-8 there and no longer further on are broken, not Windows-1252: what
 * was given already cannot be taken back.
 */
import { isAscii, isUtf8 } from "node:buffer"
import { type Decoded, type Decoder, makeDecoder, markOf, utf8Length } from "./encodings.ts"

/** Decodes the pieces of one table in turn. */
export interface TableDecoder {
  readonly take: (piece: Uint8Array) => Decoded
  readonly end: () => Decoded
  /** Whether the text was taken for Windows-1252, which no byte of it says. */
  readonly isAssumed: () => boolean
}

/** Makes the decoder of one table. */
export const makeTableDecoder = (): TableDecoder => {
  const state: State = {
    held: nothing,
    last: "",
    hasBegun: false,
    decoder: undefined,
    isAssumed: false,
  }
  return {
    isAssumed: () => state.isAssumed,
    take: (piece) => taken(state, piece),
    end: () => {
      const first = state.hasBegun ? empty : begun(state, withHeld(state, nothing))
      // Left is at most the cut character at the end of a file in Windows-1252.
      const last =
        state.decoder === undefined ? undecided(state, withHeld(state, nothing), true) : empty
      const isBroken = first.isBroken || last.isBroken || state.decoder?.isCut() === true
      return { text: first.text + last.text, isBroken }
    },
  }
}

/** What is known of the encoding, and the bytes that wait for the next ones. */
interface State {
  held: Uint8Array
  /** The last sign given while nothing was decided. */
  last: string
  hasBegun: boolean
  decoder: Decoder | undefined
  isAssumed: boolean
}

/** As many bytes as the longest mark has. */
const MARK_BYTES = 3
const nothing = new Uint8Array(0)
const empty: Decoded = { text: "", isBroken: false }

const taken = (state: State, piece: Uint8Array): Decoded => {
  if (state.decoder !== undefined) return state.decoder.take(piece)
  const bytes = withHeld(state, piece)
  if (state.hasBegun) return undecided(state, bytes, false)
  if (bytes.length >= MARK_BYTES) return begun(state, bytes)
  state.held = bytes
  return empty
}

const withHeld = (state: State, piece: Uint8Array): Uint8Array => {
  const all = state.held.length === 0 ? piece : Buffer.concat([state.held, piece])
  state.held = nothing
  return all
}

const begun = (state: State, bytes: Uint8Array): Decoded => {
  state.hasBegun = true
  const known = markOf(bytes)
  if (known === undefined) return undecided(state, bytes, false)
  state.decoder = makeDecoder(known.encoding)
  return state.decoder.take(bytes.subarray(known.mark.length))
}

const undecided = (state: State, bytes: Uint8Array, isEnd: boolean): Decoded => {
  if (isAscii(bytes)) return given(state, bytes)
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const end = first + utf8Length(bytes[first] ?? 0)
  if (end > bytes.length && !isEnd) {
    state.held = Uint8Array.from(bytes.subarray(first))
    return given(state, bytes.subarray(0, first))
  }
  const isUnicode = end > first && end <= bytes.length && isUtf8(bytes.subarray(first, end))
  state.isAssumed = !isUnicode
  state.decoder = isUnicode
    ? makeDecoder("utf-8")
    : plausible(makeDecoder("windows-1252"), state.last)
  return state.decoder.take(bytes)
}

const given = (state: State, ascii: Uint8Array): Decoded => {
  const text = Buffer.from(ascii.buffer, ascii.byteOffset, ascii.byteLength).toString("latin1")
  state.last = text.slice(-1) || state.last
  return { text, isBroken: false }
}

// é, â, ä, å, ç, ê, ë of code page 850; à, É of Mac OS Roman. Its é and the former's è become capitals.
const implausible = /[‚ƒ„†‡ˆ‰]|(?<=[a-z])[ŠŽ]/u

// What stands before the first sign outside ASCII was given already, or not, as the bytes were cut.
const plausible = (decoder: Decoder, before: string): Decoder => {
  let last = before
  return {
    ...decoder,
    take: (piece) => {
      const { text, isBroken } = decoder.take(piece)
      const at = (last + text).search(implausible) - last.length
      if (at >= 0) return { text: text.slice(0, at), isBroken: true }
      last = text.slice(-1) || last
      return { text, isBroken }
    },
  }
}

/**
 * From Unicode text to the codes of the fonts.
 *
 * A *coded text* is a string of font codes: below 256 a WinAnsi code, above a Unicode code that
 * one of the script cuts prints. Line breaking, measuring and writing work on coded texts only.
 */
import type { DocumentContent } from "@convoque/core/kernel/document"
import { textsOf } from "@convoque/core/kernel/document"
import { CODE_LIMIT, CUT_OF } from "./tables.ts"

/** Codes that stand for themselves: printable ASCII and Latin-1 without the soft hyphen. */
const PLAIN = /^[\x20-\x7e\xa0-\xac\xae-\xff]*$/
const OTHER = /[^\x20-\x7e\xa0-\xac\xae-\xff]/g

/** Letters below 0x300 and common punctuation are in composed form (NFC) whatever follows. */
const isComposed = (code: number): boolean => code < 0x300 || (code >= 0x2010 && code < 0x2123)

const DROPPED = 0xffff
const NON_BREAKING_SPACE = 0xa0

/** WinAnsi's hyphen glyph under its second code, after which no line breaks. */
const NON_BREAKING_HYPHEN = 0xad

const codeTable = (): Uint16Array => {
  const table = new Uint16Array(0x10000)
  const windows1252 = new TextDecoder("windows-1252")
  for (let code = 0x20; code < 0x100; code++) {
    const unicode = windows1252.decode(Uint8Array.of(code)).charCodeAt(0)
    if (unicode >= 0xa0 || (unicode >= 0x20 && unicode < 0x7f)) table[unicode] = code
  }
  for (let code = 0x100; code < CODE_LIMIT; code++) {
    if (CUT_OF[code] !== 0) table[code] = code
  }
  for (let space = 0x2000; space <= 0x200a; space++) table[space] = 0x20
  for (const space of [0x2007, 0x202f]) table[space] = NON_BREAKING_SPACE
  for (const invisible of [0xad, 0x0d, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff]) {
    table[invisible] = DROPPED
  }
  table[0x09] = 0x20
  table[0x0a] = 0x0a
  table[0x2010] = 0x2d
  table[0x2011] = NON_BREAKING_HYPHEN
  return table
}

const CODES = codeTable()

const composed = (text: string): string => {
  for (let at = 0; at < text.length; at++) {
    if (!isComposed(text.charCodeAt(at))) return text.normalize("NFC")
  }
  return text
}

/**
 * The coded form of a text, composed (NFC) first.
 *
 * Narrow and figure no-break spaces become the no-break space, other typographic spaces a space;
 * soft hyphens and zero-width marks are dropped; a line feed stays and forces a line end.
 * A character that no cut holds is left out: `unprintableCharacters` finds it beforehand.
 */
export const coded = (text: string): string =>
  PLAIN.test(text) ? text : composed(text).replace(OTHER, codeOf)

const codeOf = (character: string): string => {
  const code = CODES[character.charCodeAt(0)] ?? 0
  return code === 0 || code === DROPPED ? "" : String.fromCharCode(code)
}

/** Whether every character of a text can be printed. */
const isPrintable = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    if (CODES[text.charCodeAt(at)] === 0) return false
  }
  return true
}

/**
 * The characters of a document that no font of ours holds, each once, in order of appearance.
 *
 * Texts are composed (NFC) first. Emoji, CJK, Arabic and control characters are such characters.
 */
export const unprintableCharacters = (document: DocumentContent): ReadonlyArray<string> => {
  const found = new Set<string>()
  for (const text of textsOf(document)) {
    if (PLAIN.test(text)) continue
    const source = composed(text)
    if (isPrintable(source)) continue
    for (const character of source) {
      if (!isPrintable(character)) found.add(character)
    }
  }
  return [...found]
}

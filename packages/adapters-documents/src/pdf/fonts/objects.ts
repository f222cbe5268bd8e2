/**
 * The fonts as PDF objects: two WinAnsi faces in every document, script cuts where needed.
 */
import { ReadyObject } from "../writer.ts"
import type { CutMetrics, Weight } from "./tables.ts"
import { FACES, fontProgram, SCRIPTS } from "./tables.ts"

const NON_SYMBOLIC = 32
const SYMBOLIC = 4
const STEM_WIDTHS = [88, 140] as const
const NAMES = ["LiberationSans", "LiberationSans-Bold"] as const

/** Six letters that tell one cut from another, as PDF asks for a part of a font. */
const cutTag = (cut: number, weight: Weight): string =>
  `CONV${String.fromCharCode(65 + cut)}${weight === 0 ? "R" : "B"}`

const descriptorEntries = (name: string, weight: Weight, flags: number): string => {
  const { ascent, descent, capHeight, box } = FACES[weight]
  return (
    `/Type/FontDescriptor/FontName/${name}/Flags ${flags}/FontBBox[${box.join(" ")}]` +
    `/ItalicAngle 0/Ascent ${ascent}/Descent ${descent}/CapHeight ${capHeight}` +
    `/StemV ${STEM_WIDTHS[weight]}`
  )
}

const program = (cut: string, weight: Weight, length: number): ReadyObject =>
  ReadyObject.stream(`/Filter/FlateDecode/Length1 ${length}`, fontProgram(cut, weight))

/** A WinAnsi face as three objects (font, descriptor, program), the first numbered `number`. */
export const faceObjects = (weight: Weight, number: number): ReadonlyArray<ReadyObject> => {
  const name = `${cutTag(0, weight)}+${NAMES[weight]}`
  const face = FACES[weight]
  return [
    ReadyObject.text(
      `<</Type/Font/Subtype/TrueType/BaseFont/${name}/Encoding/WinAnsiEncoding` +
        `/FirstChar 32/LastChar 255/Widths[${face.widths.join(" ")}]` +
        `/FontDescriptor ${number + 1} 0 R>>`,
    ),
    ReadyObject.text(
      `<<${descriptorEntries(name, weight, NON_SYMBOLIC)}/FontFile2 ${number + 2} 0 R>>`,
    ),
    program("winansi", weight, face.length),
  ]
}

/** What a script cut needs beside its numbered dictionaries, made at its first use. */
interface CutParts {
  readonly name: string
  readonly widths: string
  readonly program: ReadyObject
  readonly glyphSet: ReadyObject
  readonly unicodeMap: ReadyObject
}

const parts = new Map<number, CutParts>()

/** A script cut as six objects, the first (the font itself) numbered `number`. */
export const cutObjects = (
  script: number,
  weight: Weight,
  number: number,
): ReadonlyArray<ReadyObject> => {
  const { name, widths, program: file, glyphSet, unicodeMap } = partsOf(script, weight)
  return [
    ReadyObject.text(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H` +
        `/DescendantFonts[${number + 1} 0 R]/ToUnicode ${number + 5} 0 R>>`,
    ),
    ReadyObject.text(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDToGIDMap/Identity` +
        `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${number + 2} 0 R/W[0[${widths}]]>>`,
    ),
    ReadyObject.text(
      `<<${descriptorEntries(name, weight, SYMBOLIC)}` +
        `/FontFile2 ${number + 3} 0 R/CIDSet ${number + 4} 0 R>>`,
    ),
    file,
    glyphSet,
    unicodeMap,
  ]
}

const partsOf = (script: number, weight: Weight): CutParts => {
  const key = 2 * script + weight
  const known = parts.get(key)
  if (known !== undefined) return known
  const made = makeParts(script, weight)
  parts.set(key, made)
  return made
}

const makeParts = (script: number, weight: Weight): CutParts => {
  const entry = SCRIPTS[script]
  if (entry === undefined) return missingScript(script)
  const metrics = weight === 0 ? entry.cut.regular : entry.cut.bold
  return {
    name: `${cutTag(script + 1, weight)}+${NAMES[weight]}`,
    widths: metrics.widths.join(" "),
    program: program(entry.name, weight, metrics.length),
    glyphSet: ReadyObject.stream("", glyphSetBytes(metrics.widths.length)),
    unicodeMap: ReadyObject.stream(
      "",
      Buffer.from(unicodeMapText(entry.cut.characters, metrics), "latin1"),
    ),
  }
}

const missingScript = (script: number): never => {
  throw new RangeError(`no font cut has the index ${script}`)
}

/** One bit for each glyph of the program, the first glyph highest. */
const glyphSetBytes = (glyphs: number): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil(glyphs / 8)).fill(0xff)
  const rest = glyphs % 8
  if (rest !== 0) bytes[bytes.length - 1] = (0xff << (8 - rest)) & 0xff
  return bytes
}

const hex4 = (value: number): string => value.toString(16).padStart(4, "0")

const unicodeMapText = (characters: string, { glyphs }: CutMetrics): string => {
  const pairs = Array.from(
    characters,
    (character, index) => `<${hex4(glyphs[index] ?? 0)}><${hex4(character.charCodeAt(0))}>`,
  ).sort()
  let sections = ""
  for (let at = 0; at < pairs.length; at += 100) {
    const section = pairs.slice(at, at + 100)
    sections += `${section.length} beginbfchar\n${section.join("\n")}\nendbfchar\n`
  }
  return (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
    "1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n" +
    `${sections}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`
  )
}

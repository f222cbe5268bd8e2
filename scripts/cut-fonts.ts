/**
 * Cuts Liberation Sans to the characters that the PDF renderer prints, once, by hand:
 *
 *   node scripts/cut-fonts.ts [folder of the TTF files]
 *
 * The source is version 2.1.5 (SIL Open Font License), as in Debian's fonts-liberation2 and in
 * `packages/adapters-documents/bench/fonts`. Each cut
 * keeps only the tables that a PDF needs, without hinting and without its names, deflated as it
 * will stand in the document. `metrics.json` tells the widths and the glyph of each character.
 * `npm run format` afterwards.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import subsetFont from "subset-font"

const FOLDER = join(import.meta.dirname, "../packages/adapters-documents/fonts")
const KEPT_TABLES = ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"]
const WEIGHTS = { regular: "LiberationSans-Regular.ttf", bold: "LiberationSans-Bold.ttf" }

/** The Unicode ranges of each cut beside WinAnsi, first and last code point. */
const RANGES: Record<string, ReadonlyArray<readonly [number, number]>> = {
  latin: [
    [0x100, 0x17f],
    [0x218, 0x21b],
    [0x2b0, 0x2ff],
  ],
  "latin-more": [
    [0x180, 0x217],
    [0x21c, 0x24f],
    [0x300, 0x36f],
    [0x1e00, 0x1eff],
  ],
  greek: [
    [0x370, 0x3ff],
    [0x1f00, 0x1fff],
  ],
  cyrillic: [[0x400, 0x52f]],
  symbols: [
    [0x2010, 0x2027],
    [0x2030, 0x205e],
    [0x2070, 0x22ff],
    [0x25a0, 0x25ff],
  ],
}

const WINDOWS_1252 = Array.from(
  new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 224 }, (_, code) => code + 32)),
)

interface Sfnt {
  readonly bytes: Buffer
  readonly tables: ReadonlyMap<string, Buffer>
}

const readSfnt = (bytes: Buffer): Sfnt => {
  const tables = new Map<string, Buffer>()
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const at = 12 + 16 * index
    const offset = bytes.readUInt32BE(at + 8)
    tables.set(
      bytes.toString("latin1", at, at + 4),
      bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12)),
    )
  }
  return { bytes, tables }
}

const tableOf = (font: Sfnt, tag: string): Buffer => {
  const table = font.tables.get(tag)
  if (table === undefined) throw new Error(`the font has no table ${tag}`)
  return table
}

/** Character to glyph, from the Windows Unicode subtable (format 4). */
const readCharacterMap = (font: Sfnt): ReadonlyMap<number, number> => {
  const cmap = tableOf(font, "cmap")
  const map = new Map<number, number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = 4 + 8 * index
    if (cmap.readUInt16BE(at) !== 3 || cmap.readUInt16BE(at + 2) !== 1) continue
    readFormat4(cmap.subarray(cmap.readUInt32BE(at + 4)), map)
  }
  return map
}

const readFormat4 = (table: Buffer, map: Map<number, number>): void => {
  const doubled = table.readUInt16BE(6)
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = table.readUInt16BE(14 + segment)
    const first = table.readUInt16BE(16 + doubled + segment)
    const delta = table.readUInt16BE(16 + 2 * doubled + segment)
    const rangeAt = 16 + 3 * doubled + segment
    const range = table.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const raw = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - first))
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) map.set(code, glyph)
    }
  }
}

/** Advance width of each glyph in thousandths of the font size. */
const readWidths = (font: Sfnt): ReadonlyArray<number> => {
  const unitsPerEm = tableOf(font, "head").readUInt16BE(18)
  const metrics = tableOf(font, "hhea").readUInt16BE(34)
  const glyphs = tableOf(font, "maxp").readUInt16BE(4)
  const hmtx = tableOf(font, "hmtx")
  return Array.from({ length: glyphs }, (_, glyph) =>
    Math.round((hmtx.readUInt16BE(4 * Math.min(glyph, metrics - 1)) * 1000) / unitsPerEm),
  )
}

const checksum = (table: Buffer): number => {
  const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}

/** The font again, holding only the tables that a PDF reader uses. */
const withKeptTables = (font: Sfnt): Buffer => {
  const head = Buffer.alloc(12 + 16 * KEPT_TABLES.length)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(KEPT_TABLES.length, 4)
  head.writeUInt16BE(64, 6)
  head.writeUInt16BE(2, 8)
  head.writeUInt16BE(16 * KEPT_TABLES.length - 64, 10)
  const bodies: Array<Buffer> = []
  let offset = head.length
  KEPT_TABLES.forEach((tag, index) => {
    const table = tableOf(font, tag)
    const at = 12 + 16 * index
    head.write(tag, at, "latin1")
    head.writeUInt32BE(checksum(table), at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(table.length, at + 12)
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
    bodies.push(padded)
    offset += padded.length
  })
  return Buffer.concat([head, ...bodies])
}

const cut = async (source: Buffer, characters: string): Promise<Sfnt> =>
  readSfnt(
    withKeptTables(
      readSfnt(
        await subsetFont(source, characters, {
          targetFormat: "sfnt",
          noHinting: true,
          noLayoutClosure: true,
          keepFeatures: [],
        }),
      ),
    ),
  )

const writeCut = (name: string, font: Sfnt): number => {
  const deflated = deflateSync(font.bytes, { level: 9 })
  writeFileSync(join(FOLDER, `${name}.ttf.z`), deflated)
  process.stdout.write(`${name}: ${font.bytes.length} bytes, ${deflated.length} deflated\n`)
  return font.bytes.length
}

/** Figures of a face in thousandths of the font size. */
const descriptorOf = (font: Sfnt, capHeight: number) => {
  const head = tableOf(font, "head")
  const hhea = tableOf(font, "hhea")
  const scaled = (value: number) => Math.round((value * 1000) / head.readUInt16BE(18))
  return {
    ascent: scaled(hhea.readInt16BE(4)),
    descent: scaled(hhea.readInt16BE(6)),
    capHeight: scaled(capHeight),
    box: [36, 38, 40, 42].map((at) => scaled(head.readInt16BE(at))),
  }
}

const glyphsOf = (font: Sfnt, characters: ReadonlyArray<string>): ReadonlyArray<number> => {
  const map = readCharacterMap(font)
  return characters.map((character) => map.get(character.codePointAt(0) ?? 0) ?? 0)
}

const main = async (source: string): Promise<void> => {
  const full = Object.entries(WEIGHTS).map(([weight, file]) => {
    const bytes = readFileSync(join(source, file))
    const font = readSfnt(bytes)
    return { weight, bytes, font, map: readCharacterMap(font) }
  })
  const held = (code: number) => full.every(({ map }) => map.has(code))
  const faces: Record<string, unknown> = {}
  const cuts: Record<string, Record<string, unknown>> = {}
  const scripts = Object.entries(RANGES).map(([script, ranges]) => {
    const codes = ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    )
    const characters = codes
      .filter((code) => held(code) && !WINDOWS_1252.includes(String.fromCodePoint(code)))
      .map((code) => String.fromCodePoint(code))
    cuts[script] = { characters: characters.join("") }
    return { script, characters }
  })
  for (const { weight, bytes, font } of full) {
    const winAnsi = await cut(bytes, WINDOWS_1252.join(""))
    const widths = readWidths(winAnsi)
    faces[weight] = {
      ...descriptorOf(winAnsi, tableOf(font, "OS/2").readInt16BE(88)),
      length: writeCut(`winansi-${weight}`, winAnsi),
      widths: glyphsOf(winAnsi, WINDOWS_1252).map((glyph) => widths[glyph]),
    }
    for (const { script, characters } of scripts) {
      const scriptFont = await cut(bytes, characters.join(""))
      cuts[script] = {
        ...cuts[script],
        [weight]: {
          length: writeCut(`${script}-${weight}`, scriptFont),
          glyphs: glyphsOf(scriptFont, characters),
          widths: readWidths(scriptFont),
        },
      }
    }
  }
  writeFileSync(join(FOLDER, "metrics.json"), `${JSON.stringify({ faces, cuts })}\n`)
}

await main(process.argv[2] ?? join(FOLDER, "../bench/fonts"))

/**
 * The page that all peers draw: the texts and boxes of our own file, with their places.
 */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from "pdf-lib"
import type { PDFObject } from "pdf-lib"
import { inflateSync } from "node:zlib"
import { WIDTHS } from "../src/pdf/fonts/tables.ts"
import type { Weight } from "../src/pdf/fonts/tables.ts"
import { widthOf } from "../src/pdf/fonts/lines.ts"

/** A text that a peer wraps and draws; `y` is the baseline of its first line. */
export interface PageText {
  readonly tag: string
  readonly text: string
  readonly weight: Weight
  readonly size: number
  readonly leading: number
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A filled rectangle. */
export interface PageBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What stands on one page. */
export interface Page {
  readonly texts: ReadonlyArray<PageText>
  readonly boxes: ReadonlyArray<PageBox>
}

const windows1252 = new TextDecoder("windows-1252")

const inflated = (stream: PDFObject | undefined): string =>
  stream instanceof PDFRawStream ? inflateSync(stream.getContents()).toString("latin1") : ""

const contentOf = async (bytes: Uint8Array): Promise<string> => {
  const document = await PDFDocument.load(bytes)
  return inflated(document.getPage(0).node.lookup(PDFName.of("Contents")))
}

/** The page of one of our one-page files. */
export const pageOf = async (bytes: Uint8Array): Promise<Page> => {
  const texts: Array<PageText> = []
  const boxes: Array<PageBox> = []
  let tag = ""
  for (const part of (await contentOf(bytes)).split(/^(?=\/|BT$)/m)) {
    tag = /^\/(\w+)(?:<<| BMC)/.exec(part)?.[1] ?? tag
    for (const box of part.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f/g)) {
      const [x = 0, y = 0, width = 0, height = 0] = box.slice(1).map(Number)
      boxes.push({ x, y, width, height })
    }
    const start = /^\/F([12]) ([\d.]+) Tf ([\d.]+) ([\d.]+) Td/m.exec(part)
    if (start === null) continue
    const [weight = 1, size = 0, x = 0, y = 0] = start.slice(1).map(Number)
    const bold: Weight = weight === 2 ? 1 : 0
    const lines = Array.from(part.matchAll(/^\((.*)\)(?:Tj|')$/gm), ([, shown = ""]) =>
      shown.replace(/\\(.)/g, "$1"),
    )
    const widest = Math.max(...lines.map((line) => widthOf(line, WIDTHS[bold])))
    const text = windows1252.decode(Buffer.from(lines.join(""), "latin1")).trim()
    const leading = Number(/([\d.]+) TL/.exec(part)?.[1] ?? size * 1.3)
    texts.push({ tag, text, weight: bold, size, leading, x, y, width: (widest * size) / 1000 + 1 })
  }
  return { texts, boxes }
}

type Decode = (hex: string) => string

const utf16 = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le")

const unicodeMap = (map: string): Decode => {
  const codes = new Map<string, string>()
  for (const [, section = ""] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = "", value = ""] of section.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      codes.set(code.toLowerCase(), utf16(value))
    }
  }
  for (const [, section = ""] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, first = "", values = ""] of section.matchAll(/<(\w+)>\s*<\w+>\s*\[([^\]]*)\]/g)) {
      Array.from(values.matchAll(/<(\w+)>/g)).forEach(([, value = ""], index) => {
        const code = (Number.parseInt(first, 16) + index).toString(16).padStart(4, "0")
        codes.set(code, utf16(value))
      })
    }
  }
  return (hex) =>
    (hex.toLowerCase().match(/.{4}/g) ?? []).map((code) => codes.get(code) ?? "\u{fffd}").join("")
}

/** The text of a peer's one-page file without its spaces, in the order in which it was drawn. */
export const drawnText = async (bytes: Uint8Array): Promise<string> => {
  const page = (await PDFDocument.load(bytes)).getPage(0).node
  const fonts = page.lookup(PDFName.of("Resources"), PDFDict).lookup(PDFName.of("Font"), PDFDict)
  const maps = new Map(
    fonts.keys().map((name) => {
      const font = fonts.lookup(name, PDFDict)
      return [name.asString(), unicodeMap(inflated(font.lookup(PDFName.of("ToUnicode"))))]
    }),
  )
  const contents = page.lookup(PDFName.of("Contents"))
  const streams =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, index) => contents.lookup(index))
      : [contents]
  let decode: Decode = () => ""
  let text = ""
  for (const match of streams
    .map(inflated)
    .join("\n")
    .matchAll(/(\/\S+) [\d.]+ Tf|<([0-9a-fA-F]+)>/g)) {
    const [, font, hex] = match
    if (font !== undefined) decode = maps.get(font) ?? decode
    if (hex !== undefined) text += decode(hex)
  }
  return withoutSpaces(text)
}

/** A text without any of its spaces. */
export const withoutSpaces = (text: string): string => text.replace(/\s/gu, "")

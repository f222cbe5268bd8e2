/**
 * Reads a file back with pdf-lib's parser: pages as marked pieces of text, structure as a tree.
 * It understands only the operators that the renderer writes and fails on any other.
 */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "pdf-lib"
import type { PDFContext, PDFObject } from "pdf-lib"
import { inflateSync } from "node:zlib"

/** Text shown between the beginning and the end of one marked content. */
export interface Piece {
  readonly page: number
  readonly tag: string
  /** Absent for artifacts. */
  readonly id: number | undefined
  readonly text: string
  /** Baseline of the first line; absent when nothing is shown. */
  readonly y: number | undefined
}

/** A structure element. */
export interface Node {
  readonly tag: string
  readonly scope: string | undefined
  readonly text: string
  readonly pages: ReadonlyArray<number>
  readonly children: ReadonlyArray<Node>
}

/** A file that was read back. */
export interface File {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly pages: ReadonlyArray<PDFDict>
  readonly pieces: ReadonlyArray<Piece>
  readonly tree: Node
}

const windows1252 = new TextDecoder("windows-1252")

/** The inflated bytes of a stream. */
export const streamText = (stream: PDFRawStream): string => {
  const bytes = Buffer.from(stream.getContents())
  const inflated = stream.dict.has(PDFName.of("Filter")) ? inflateSync(bytes) : bytes
  return inflated.toString("latin1")
}

/** An entry of a dictionary, followed through references. */
export const entry = (dict: PDFDict, name: string): PDFObject | undefined =>
  dict.lookup(PDFName.of(name))

const dictOf = (dict: PDFDict, name: string): PDFDict => dict.lookup(PDFName.of(name), PDFDict)

/** The text of a string object. */
export const textOf = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : String(value)

type Decode = (bytes: Buffer) => string

const decoders = (resources: PDFDict): ReadonlyMap<string, Decode> =>
  new Map(
    dictOf(resources, "Font")
      .keys()
      .map((name) => {
        const font = dictOf(resources, "Font").lookup(name, PDFDict)
        const map = entry(font, "ToUnicode")
        const decode: Decode =
          map instanceof PDFRawStream
            ? decodeBy(streamText(map))
            : (bytes) => windows1252.decode(bytes)
        return [name.decodeText(), decode]
      }),
  )

const decodeBy = (map: string): Decode => {
  const pairs = new Map(
    Array.from(map.matchAll(/^<([0-9a-f]{4})><([0-9a-f]{4})>$/gm), ([, glyph, unicode]) => [
      Number.parseInt(glyph ?? "", 16),
      String.fromCharCode(Number.parseInt(unicode ?? "", 16)),
    ]),
  )
  return (bytes) => {
    let text = ""
    for (let at = 0; at < bytes.length; at += 2)
      text += pairs.get(bytes.readUInt16BE(at)) ?? "\u{fffd}"
    return text
  }
}

const LINE = [
  /^\/(?<tag>\w+)<<\/MCID (?<id>\d+)>>BDC$/,
  /^\/Artifact(?: BMC|<<.*>>BDC)$/,
  /^EMC$/,
  /^(?:BT|ET|T\*|[\d.]+ TL|[\d.]+ g|(?:[\d.]+ g )?[\d. ]+ re f)$/,
  /^\/(?<font>F\d+) [\d.]+ Tf [\d.]+ (?<y>[\d.]+) Td$/,
  /^\((?<shown>.*)\)(?:Tj|')$/,
  /^\/(?<cut>F\d+) [\d.]+ Tf <(?<hex>[0-9a-f]+)>Tj \/(?<back>F\d+) [\d.]+ Tf$/,
]

const readPage = (
  content: string,
  page: number,
  fonts: ReadonlyMap<string, Decode>,
): ReadonlyArray<Piece> => {
  const pieces: Array<Piece> = []
  let open: { tag: string; id: number | undefined; text: string; y: number | undefined } | undefined
  let font = ""
  for (const line of content.trimEnd().split("\n")) {
    const match = LINE.map((pattern) => pattern.exec(line)).find((found) => found !== null)
    if (match === null || match === undefined) throw new Error(`unknown operator: ${line}`)
    const found = match.groups ?? {}
    if (line.startsWith("/") && /B[DM]C$/.test(line)) {
      if (open !== undefined) throw new Error("marked content inside marked content")
      const id = found["id"] === undefined ? undefined : Number(found["id"])
      open = { tag: found["tag"] ?? "Artifact", id, text: "", y: undefined }
      continue
    }
    if (open === undefined) throw new Error(`neither tagged nor artifact: ${line}`)
    if (line === "EMC") {
      pieces.push({ page, ...open })
      open = undefined
    } else if (found["font"] !== undefined) {
      font = found["font"]
      open.y ??= Number(found["y"])
    } else if (found["shown"] !== undefined) {
      const bytes = Buffer.from(found["shown"].replace(/\\(.)/g, "$1"), "latin1")
      open.text += fonts.get(font)?.(bytes) ?? "no font"
    } else if (found["hex"] !== undefined) {
      open.text += fonts.get(found["cut"] ?? "")?.(Buffer.from(found["hex"], "hex")) ?? "no font"
    }
  }
  if (open !== undefined) throw new Error("marked content without end")
  return pieces
}

const readTree = (element: PDFDict, { pages, pieces }: Pick<File, "pages" | "pieces">): Node => {
  const own = entry(element, "Pg")
  const children: Array<Node> = []
  const places: Array<number> = []
  let text = ""
  const add = (id: PDFObject | undefined, page: PDFObject | undefined) => {
    const at = pages.findIndex((candidate) => candidate === page)
    const piece = pieces.find(
      (found) => found.page === at && id instanceof PDFNumber && found.id === id.asNumber(),
    )
    if (piece === undefined) throw new Error("an element names content that is not on its page")
    text += piece.text
    places.push(at)
  }
  const kids = element.lookup(PDFName.of("K"), PDFArray)
  for (let index = 0; index < kids.size(); index++) {
    const kid = kids.lookup(index)
    if (kid instanceof PDFNumber) add(kid, own)
    else if (kid instanceof PDFDict && kid.has(PDFName.of("MCID"))) {
      add(entry(kid, "MCID"), entry(kid, "Pg"))
    } else if (kid instanceof PDFDict) {
      if (entry(kid, "P") !== element) throw new Error("a child names another parent")
      children.push(readTree(kid, { pages, pieces }))
    }
  }
  const attributes = entry(element, "A")
  const scope = attributes instanceof PDFDict ? entry(attributes, "Scope") : undefined
  return {
    tag: element.lookup(PDFName.of("S"), PDFName).decodeText(),
    scope: scope instanceof PDFName ? scope.decodeText() : undefined,
    text,
    pages: places,
    children,
  }
}

/** Reads a file back. */
export const readFile = async (bytes: Uint8Array): Promise<File> => {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const root = context.trailerInfo.Root
  if (!(root instanceof PDFRef)) throw new Error("no catalog")
  const catalog = context.lookup(root, PDFDict)
  const node = dictOf(catalog, "Pages")
  const kids = node.lookup(PDFName.of("Kids"), PDFArray)
  const pages = Array.from({ length: kids.size() }, (_, index) => kids.lookup(index, PDFDict))
  const fonts = decoders(dictOf(node, "Resources"))
  const pieces = pages.flatMap((page, index) => {
    const content = entry(page, "Contents")
    if (!(content instanceof PDFRawStream)) throw new Error("a page without content")
    return readPage(streamText(content), index, fonts)
  })
  const document = dictOf(catalog, "StructTreeRoot")
    .lookup(PDFName.of("K"), PDFArray)
    .lookup(0, PDFDict)
  return { context, catalog, pages, pieces, tree: readTree(document, { pages, pieces }) }
}

/** All elements of a tree with a tag, in reading order. */
export const elements = (node: Node, tag: string): ReadonlyArray<Node> => [
  ...(node.tag === tag ? [node] : []),
  ...node.children.flatMap((child) => elements(child, tag)),
]

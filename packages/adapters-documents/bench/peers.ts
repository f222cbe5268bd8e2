/**
 * The same page the usual way: pdf-lib with a whole TTF, subset and drawText; pdfkit tagged PDF/A.
 */
import * as fontkit from "fontkit"
import { PDFDocument } from "pdf-lib"
import type { PDFFont } from "pdf-lib"
import PdfKit from "pdfkit"
import { readFileSync } from "node:fs"
import { Readable } from "node:stream"
import type { Page, PageText } from "./page.ts"

const A4 = [595.28, 841.89] as const

const FONTS = ["Regular", "Bold"].map((weight) =>
  readFileSync(new URL(`fonts/LiberationSans-${weight}.ttf`, import.meta.url)),
)

/** pdf-lib asks for the stream of fontkit 1; fontkit 2 gives the bytes at once. */
const fontkitForPdfLib = {
  create: (bytes: Uint8Array) => {
    const font = fontkit.create(bytes)
    const createSubset = font.createSubset.bind(font)
    font.createSubset = () => {
      const subset = createSubset()
      return Object.assign(subset, { encodeStream: () => Readable.from([subset.encode()]) })
    }
    return font
  },
}

/** The lines of a text, each word measured by the library. */
const wrapped = ({ text, size, width }: PageText, font: PDFFont): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ""
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`
    if (line !== "" && font.widthOfTextAtSize(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** The page by pdf-lib's own API. */
export const byPdfLib = async ({ texts, boxes }: Page): Promise<Uint8Array> => {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkitForPdfLib as never)
  document.setTitle("Convocation à vos rendez-vous de carrière")
  const fonts: Array<PDFFont> = []
  for (const bytes of FONTS) fonts.push(await document.embedFont(bytes, { subset: true }))
  const page = document.addPage([...A4])
  for (const box of boxes) page.drawRectangle(box)
  for (const text of texts) {
    const font = fonts[text.weight]
    if (font === undefined) continue
    wrapped(text, font).forEach((line, index) => {
      const y = text.y - index * text.leading
      page.drawText(line, { x: text.x, y, size: text.size, font })
    })
  }
  return document.save()
}

/** The page by pdfkit, tagged and PDF/A-1b. */
export const byPdfKit = ({ texts, boxes }: Page): Promise<Uint8Array> => {
  const document = new PdfKit({
    size: "A4",
    margin: 0,
    tagged: true,
    subset: "PDF/A-1b",
    pdfVersion: "1.4",
    lang: "fr-FR",
    displayTitle: true,
    info: { Title: "Convocation à vos rendez-vous de carrière" },
  })
  const bytes: Array<Uint8Array> = []
  document.on("data", (chunk: Uint8Array) => bytes.push(chunk))
  const [regular, bold] = FONTS
  document.registerFont("0", regular)
  document.registerFont("1", bold)
  document.markContent("Artifact")
  for (const { x, y, width, height } of boxes) {
    document.rect(x, A4[1] - y - height, width, height).fill("#eeeeee")
  }
  document.endMarkedContent()
  document.fillColor("black")
  const root = document.struct("Document")
  document.addStructure(root)
  for (const { tag, text, weight, size, leading, x, y, width } of texts) {
    const element = document.struct(tag === "Artifact" ? "P" : tag, {}, () => {
      document.font(String(weight)).fontSize(size)
      const top = A4[1] - y - 0.905 * size
      document.text(text, x, top, { width: width + 1, lineGap: leading - 1.15 * size })
    })
    root.add(element)
  }
  root.end()
  return new Promise((resolve) => {
    document.on("end", () => resolve(Buffer.concat(bytes)))
    document.end()
  })
}

import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { PDFArray, PDFDict, PDFRawStream } from "pdf-lib"
import { convocation } from "../convocation.ts"
import { entry, readFile, streamText, textOf } from "../reader.ts"
import { bytesOf, letter } from "../render.ts"

const document = convocation("Łukasz Lefèvre")

describe("the file of a document", () => {
  it("has the same bytes for the same content", () => {
    const first = Buffer.from(bytesOf(document))
    bytesOf(convocation("Αλέξης"))
    expect(Buffer.from(bytesOf(structuredClone(document))).equals(first)).toBe(true)
  })

  it("has another identifier for another content", () => {
    const identifier = (agent: string) =>
      /\/ID \[<([0-9a-f]{32})><\1>\]/.exec(
        Buffer.from(bytesOf(convocation(agent))).toString("latin1"),
      )?.[1]
    expect(identifier("Anne")).toMatch(/^[0-9a-f]{32}$/)
    expect(identifier("Anne")).not.toBe(identifier("Anna"))
  })

  it("is PDF 1.4 with a classic cross-reference table whose offsets are right", () => {
    const text = Buffer.from(bytesOf(document)).toString("latin1")
    expect(text.startsWith("%PDF-1.4\n%")).toBe(true)
    const start = Number(/startxref\n(\d+)\n%%EOF$/.exec(text)?.[1])
    const [, count, entries] = /^xref\n0 (\d+)\n([^t]*)trailer/.exec(text.slice(start)) ?? []
    const offsets = Array.from((entries ?? "").matchAll(/(\d{10}) 00000 n /g), ([, at]) =>
      Number(at),
    )
    expect(offsets).toHaveLength(Number(count) - 1)
    offsets.forEach((offset, index) => {
      expect(text.startsWith(`${index + 1} 0 obj\n`, offset)).toBe(true)
    })
  })

  it("says the same in its metadata packet and in its information dictionary", async () => {
    const titled = letter([], { title: "A < B & « C »", author: "D & E", subject: "Ł" })
    const { catalog, context } = await readFile(bytesOf(titled))
    const information = context.lookup(context.trailerInfo.Info, PDFDict)
    const packet = entry(catalog, "Metadata")
    expect(packet).toBeInstanceOf(PDFRawStream)
    const xmp =
      packet instanceof PDFRawStream ? Buffer.from(streamText(packet), "latin1").toString() : ""
    expect(textOf(entry(information, "Title"))).toBe("A < B & « C »")
    expect(xmp).toContain('<rdf:li xml:lang="x-default">A &lt; B &amp; « C »</rdf:li>')
    expect(textOf(entry(information, "Author"))).toBe("D & E")
    expect(xmp).toContain("<rdf:li>D &amp; E</rdf:li>")
    expect(textOf(entry(information, "Subject"))).toBe("Ł")
    expect(xmp).toContain('<rdf:li xml:lang="x-default">Ł</rdf:li>')
    expect(xmp).toContain("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>")
    expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>")
  })

  it("carries an sRGB output intent and no date", async () => {
    const { catalog } = await readFile(bytesOf(document))
    const intents = entry(catalog, "OutputIntents")
    const intent = intents instanceof PDFArray ? intents.lookup(0, PDFDict) : undefined
    const profile = intent === undefined ? undefined : entry(intent, "DestOutputProfile")
    const icc = profile instanceof PDFRawStream ? streamText(profile) : ""
    expect(icc.slice(12, 24)).toBe("mntrRGB XYZ ")
    expect(icc.slice(36, 40)).toBe("acsp")
    expect(Buffer.from(icc, "latin1").readUInt32BE(0)).toBe(icc.length)
    expect(Buffer.from(bytesOf(document)).toString("latin1")).not.toMatch(/CreationDate|ModDate/)
  })

  it("finds its fonts in the published package", () => {
    const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8")
    expect(JSON.parse(manifest)).toMatchObject({ files: expect.arrayContaining(["fonts"]) })
  })

  it("stays under 40 KB for a convocation in French", () => {
    expect(bytesOf(convocation("Anne-Sophie Lefèvre")).length).toBeLessThan(40_000)
  })
})

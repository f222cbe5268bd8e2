/**
 * Files judged by other people's programs: poppler-utils, qpdf, Apache PDFBox Preflight.
 * A missing program fails the test with the name of the Debian package to install.
 */
import type { DocumentContent } from "@convoque/core/kernel/document"
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { convocation } from "../convocation.ts"
import { bytesOf, letter, tableOf } from "../render.ts"

const JARS = {
  "libpdfbox2-java": ["preflight.jar", "pdfbox2.jar", "xmpbox.jar"],
  "libfontbox2-java": ["fontbox2.jar"],
  "libcommons-logging-java": ["commons-logging.jar"],
  "libjaxb-api-java": ["jaxb-api.jar"],
  "libactivation-java": ["javax.activation.jar"],
}
const JAVA = "/usr/share/java"

const NAMES = [
  "Łukasz Şahin",
  "Nguyễn Thị Hằng",
  "Māʻohi Teriʻi",
  "Αλέξης Παπαδόπουλος",
  "Дмитрий Ёлкин",
]

const DOCUMENTS: Readonly<Record<string, DocumentContent>> = {
  convocation: convocation("Anne-Sophie Lefèvre"),
  names: letter([
    ...NAMES.map((text) => ({ _tag: "paragraph", text }) as const),
    ...NAMES.map((text) => ({ _tag: "paragraph", text, strong: true }) as const),
    { _tag: "paragraph", text: "a → b ≠ c, ½ − ⅓" },
  ]),
  list: letter([{ _tag: "heading", text: "Liste" }, tableOf(300)]),
  landscape: letter([{ _tag: "heading", text: "Liste" }, tableOf(60)], {
    orientation: "landscape",
    runningHead: "Collège",
  }),
  empty: letter([], { title: "Sans texte", letterhead: [] }),
}

let folder = ""

const pathOf = (name: string): string => join(folder, `${name}.pdf`)

const run = (command: string, args: ReadonlyArray<string>, debian: string): string => {
  const { error, status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" })
  if (error !== undefined) throw new Error(`${command} is missing: apt-get install ${debian}`)
  if (status !== 0) throw new Error(`${command} answers ${status}: ${stdout}${stderr}`)
  return stdout
}

const jarPath = (): string =>
  Object.entries(JARS)
    .flatMap(([debian, jars]) =>
      jars.map((jar) => {
        const path = join(JAVA, jar)
        if (!existsSync(path)) throw new Error(`${jar} is missing: apt-get install ${debian}`)
        return path
      }),
    )
    .join(":")

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "convoque-pdf-"))
  for (const [name, document] of Object.entries(DOCUMENTS)) {
    writeFileSync(pathOf(name), bytesOf(document))
  }
})

afterAll(() => rmSync(folder, { recursive: true }))

describe("a document, for other programs", () => {
  it("is valid PDF/A-1b for Preflight", () => {
    const source = join(import.meta.dirname, "../preflight/Preflight.java")
    const files = Object.keys(DOCUMENTS).map(pathOf)
    const answer = run("java", ["-cp", jarPath(), source, ...files], "default-jdk-headless")
    expect(answer.trim().split("\n")).toEqual(files.map((file) => `${file}: valid`))
  })

  it.each(Object.keys(DOCUMENTS))("has no syntax error for qpdf: %s", (name) => {
    expect(run("qpdf", ["--check", pathOf(name)], "qpdf")).toContain(
      "No syntax or stream encoding errors",
    )
  })

  it("gives its text back to pdftotext", () => {
    const text = run("pdftotext", [pathOf("convocation"), "-"], "poppler-utils")
    for (const part of ["Anne-Sophie Lefèvre", "Hélène Bœuf, IA-IPR", "Page 1 sur 1"]) {
      expect(text).toContain(part)
    }
    const names = run("pdftotext", [pathOf("names"), "-"], "poppler-utils").split("\n")
    for (const name of NAMES) expect(names.filter((line) => line === name)).toHaveLength(2)
    expect(names).toContain("a → b ≠ c, ½ − ⅓")
  })

  it("is tagged for pdfinfo, every cell under its row", () => {
    expect(run("pdfinfo", [pathOf("convocation")], "poppler-utils")).toMatch(/Tagged: +yes/)
    const tree = run("pdfinfo", ["-struct-text", pathOf("list")], "poppler-utils")
    expect(tree.match(/^ +TR$/gm)).toHaveLength(301)
    expect(tree.match(/^ +TD$/gm)).toHaveLength(600)
    expect(tree).toContain('"n° 299"')
  })

  it("lies on its side for pdfinfo, tagged as an upright one", () => {
    const upright = run("pdfinfo", [pathOf("list")], "poppler-utils")
    expect(upright).toMatch(/Page size: +595.28 x 841.89 pts/)
    const lying = run("pdfinfo", [pathOf("landscape")], "poppler-utils")
    expect(lying).toMatch(/Page size: +841.89 x 595.28 pts/)
    expect(lying).toMatch(/Tagged: +yes/)
    const tree = run("pdfinfo", ["-struct-text", pathOf("landscape")], "poppler-utils")
    expect(tree.match(/^ +TR$/gm)).toHaveLength(61)
  })

  it("embeds every font as a part with its Unicode values", () => {
    const table = run("pdffonts", [pathOf("names")], "poppler-utils")
      .trimEnd()
      .split("\n")
      .slice(2)
    expect(table.length).toBeGreaterThan(8)
    for (const line of table)
      expect(line).toMatch(/^CONV[A-Z]{2}\+LiberationSans.* yes yes (?:yes|no) /)
  })

  it("is drawn by pdftoppm with ink in every part of the page", () => {
    const args = ["-r", "20", "-gray", "-singlefile", pathOf("convocation")]
    const image = execFileSync("pdftoppm", args)
    expect(image.subarray(0, 2).toString()).toBe("P5")
    const pixels = image.subarray(-165 * 234)
    const inkIn = (from: number, to: number) =>
      pixels.subarray(from * 165, to * 165).some((grey) => grey < 128)
    for (let band = 20; band < 200; band += 30) expect(inkIn(band, band + 30)).toBe(true)
  })
})

/**
 * The files of the demonstration of exam missions judged by other people's programs: qpdf, PDFBox
 * Preflight, pdftotext, Python. A missing one fails the test with its Debian package.
 */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fileFromHere, finished, startProgram } from "./support/child.ts"

const jars = {
  "preflight.jar": "libpdfbox2-java",
  "pdfbox2.jar": "libpdfbox2-java",
  "xmpbox.jar": "libpdfbox2-java",
  "fontbox2.jar": "libfontbox2-java",
  "commons-logging.jar": "libcommons-logging-java",
  "jaxb-api.jar": "libjaxb-api-java",
  "javax.activation.jar": "libactivation-java",
} as const

let folder: string
let files: ReadonlyArray<string>

const timeout = 240_000

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convoque-demo-tools-"))
  const { code, said } = await finished(
    startProgram("../../src/demo.ts", { arguments: ["exam-missions", "--out", folder] }),
  )
  if (code !== 0) throw new Error(said)
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}, timeout)

afterAll(() => rm(folder, { recursive: true, force: true }))

const ending = (suffix: string): ReadonlyArray<string> =>
  files.filter((name) => name.endsWith(suffix)).toSorted()

const run = (command: string, args: ReadonlyArray<string>, debian: string): string => {
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 50_000_000,
  })
  if (error !== undefined) throw new Error(`${command} is missing: apt-get install ${debian}`)
  expect(status, `${command}: ${stdout}${stderr}`).toBe(0)
  return stdout
}

test(
  "PER-11 UI-29 every PDF is sound for qpdf and valid PDF/A-1b for Preflight",
  { timeout },
  () => {
    const pdfs = ending(".pdf")
    expect(pdfs).toHaveLength(7)
    for (const name of pdfs) {
      expect(run("qpdf", ["--check", name], "qpdf")).toContain(
        "No syntax or stream encoding errors",
      )
    }
    const path = Object.entries(jars).map(([jar, debian]) => {
      const place = join("/usr/share/java", jar)
      expect(existsSync(place), `apt-get install ${debian}`).toBe(true)
      return place
    })
    const source = fileFromHere(
      "../../../../packages/adapters-documents/test/preflight/Preflight.java",
    )
    const answer = run("java", ["-cp", path.join(":"), source, ...pdfs], "default-jdk-headless")
    expect(answer.trim().split("\n")).toEqual(pdfs.map((name) => `${name}: valid`))
  },
)

test("PER-15 PER-17 pdftotext reads names of any language back, and no NUMEN", { timeout }, () => {
  const texts = ending(".pdf").map((name) => run("pdftotext", [name, "-"], "poppler-utils"))
  const all = texts.join("\n")
  const names = ["Łukasiewicz", "Nguyễn", "Pāhero‘o", "Yıldız", "Œuvrard", "Kœnig"]
  expect(names.filter((name) => !all.includes(name))).toEqual([])
  expect(all).not.toMatch(/\d{2}[A-Z]\d{7}[A-Z]{3}/u)
  expect(all).toMatch(/Page 1 \/ \d+/u)
})

const judge = `
import csv, email, email.policy, json, re, sys
numen = re.compile(r"\\d{2}[A-Z]\\d{7}[A-Z]{3}")
told = []
for name in sys.argv[1:]:
    raw = open(name, "rb").read()
    if name.endswith(".csv"):
        rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(True), delimiter=";", strict=True))
        text = raw.decode("utf-8")
        told.append([len({len(row) for row in rows}), 0, len(numen.findall(text))])
    else:
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        texts = [part.get_content() for part in mail.walk() if part.get_content_maintype() == "text"]
        defects = [d for part in mail.walk() for d in part.defects]
        told.append([1, len(defects), sum(len(numen.findall(text)) for text in texts)])
print(json.dumps(told))
`

test("UI-28 IND-05 Python reads every CSV and mail without a defect, and no NUMEN", () => {
  const read = [...ending(".csv"), ...ending(".eml")]
  expect(read).toHaveLength(17)
  const told: unknown = JSON.parse(run("python3", ["-c", judge, ...read], "python3"))
  // As many cells in each record; no defect; no NUMEN.
  expect(told).toEqual(read.map(() => [1, 0, 0]))
})

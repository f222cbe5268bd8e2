/**
 * Files judged by Python's zipfile and ElementTree. A missing Python fails the test: on Debian,
 * `apt-get install python3`.
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { sheetBytes, textColumn, zipBytes } from "../streams.ts"

const READER = `
import sys, zipfile, xml.etree.ElementTree as tree
with zipfile.ZipFile(sys.argv[1]) as file:
    assert file.testzip() is None
    for name in file.namelist():
        if name.endswith(('.xml', '.rels')):
            root = tree.fromstring(file.read(name))
            print(name, len(list(root.iter())))
        else:
            print(name, len(file.read(name)))
`

let folder = ""

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sheets-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

const readByPython = (bytes: Uint8Array): ReadonlyArray<string> => {
  const path = join(folder, "file.zip")
  writeFileSync(path, bytes)
  const { error, status, stdout, stderr } = spawnSync("python3", ["-c", READER, path], {
    encoding: "utf8",
    maxBuffer: 1e8,
  })
  if (error !== undefined) throw new Error("python3 is missing: apt-get install python3")
  if (status !== 0) throw new Error(stderr)
  return stdout.trimEnd().split("\n")
}

it("a workbook of many blocks is a good ZIP of well-formed parts", async () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => [
    `n° ${index} <&> \u0001 _x0041_`,
    index,
  ])
  const columns = [textColumn(), { label: "Rang", kind: "integer", width: 8 } as const]
  const found = readByPython(await sheetBytes("xlsx", { columns, rows }))
  expect(found).toHaveLength(6)
  // worksheet, sheetViews to sheetFormatPr (6), cols (3), sheetData, filter; row, c, is, t, c, v.
  const header = 1 + 2 * 3
  expect(found).toContain(`xl/worksheets/sheet1.xml ${11 + header + 30_000 * 6}`)
})

it("an archive of more than 65,535 files is a good ZIP", async () => {
  const files = Array.from({ length: 70_000 }, (_, index) => ({
    fileName: `é ${index}.pdf`,
    bytes: Buffer.from(`${index}`),
  }))
  const found = readByPython(await zipBytes(files))
  expect(found).toHaveLength(70_000)
  expect(found[69_999]).toBe("é 69999.pdf 5")
})

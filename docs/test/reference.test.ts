/** The generated files of `docs/reference` are up to date; run `npm run reference` when not. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { referenceFiles } from "../../scripts/reference/files.ts"

const root = join(import.meta.dirname, "..", "..")

test.each(Object.entries(referenceFiles()))("%s is up to date", (path, text) => {
  expect(readFileSync(join(root, path), "utf8")).toBe(text)
})

test("every refusal of a machine has a sentence", () => {
  const page = referenceFiles()["docs/reference/machines/appointment-set.md"] ?? ""
  const refusals = page.slice(page.indexOf("## Refusals")).split("\n").slice(4)
  expect(refusals.filter((line) => line.includes("|  |") || line.includes("undefined"))).toEqual([])
})

/** The generated files of `docs/reference` are up to date; run `npm run reference` when not. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { shippedProcedures, shippedTemplates } from "@convoque/core/interviews"
import { expect, test } from "vitest"
import { referenceFiles } from "../../scripts/reference/files.ts"

const root = join(import.meta.dirname, "..", "..")

test.each(Object.entries(referenceFiles()))("%s is up to date", (path, text) => {
  expect(readFileSync(join(root, path), "utf8")).toBe(text)
})

const machines = Object.entries(referenceFiles()).filter(([path]) => path.includes("/machines/"))

test.each(machines)("every refusal of %s has a sentence", (_, page) => {
  const refusals = page.slice(page.indexOf("## Refusals")).split("\n").slice(4)
  expect(refusals.length).toBeGreaterThan(0)
  expect(refusals.filter((line) => line.includes("|  |") || line.includes("undefined"))).toEqual([])
})

test("the pages of procedures and templates show all that is shipped", () => {
  const {
    "docs/reference/procedures.md": procedures,
    "docs/reference/report-templates.md": templates,
  } = referenceFiles()
  for (const { code, source } of shippedProcedures) {
    expect(procedures).toContain(`## ${code}`)
    expect(procedures).toContain(source)
  }
  for (const { code, sections } of shippedTemplates) {
    expect(templates).toContain(`## ${code}\n`)
    for (const { label } of sections) expect(templates).toContain(`| ${label} |`)
  }
})

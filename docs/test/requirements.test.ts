/** The requirement ids cited by sources, tests and pages exist; each has a status. */
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import {
  citedIds,
  countsByFamily,
  definedIds,
  readStatus,
  statusFaults,
  untested,
} from "../../scripts/check/requirements.ts"

const root = join(import.meta.dirname, "..", "..")
const ids = definedIds()
const files = globSync(
  ["packages/*/{src,test,bench}/**/*.ts", "examples/*/**/*.ts", "docs/**/*.md", "*.md"],
  { cwd: root, exclude: (path) => path.includes("node_modules") },
)

test("the catalogues define each id once", () => {
  expect(ids).toHaveLength(359)
  expect(new Set(ids).size).toBe(ids.length)
})

test("every cited id exists", () => {
  const unknown = files.flatMap((file) =>
    citedIds(readFileSync(join(root, file), "utf8"))
      .filter((id) => !ids.includes(id))
      .map((id) => `${file}: ${id}`),
  )
  expect(unknown).toEqual([])
})

test("every id has a status", () => {
  expect(statusFaults(ids, readStatus())).toEqual([])
})

describe("the check of statuses", () => {
  const status = { "RDC-01": "tested", "RDC-02": "later: soon", "UI-01": "reason: elsewhere" }

  test("sees an id without status, an unknown id and a status without reason", () => {
    expect(statusFaults(["RDC-01", "RDC-03"], { "RDC-01": "tested", "RDC-99": "later" })).toEqual([
      "RDC-03 has no status",
      "RDC-99 is in no catalogue",
      'RDC-99: "later" is no status',
    ])
  })

  test("sees an id that no test cites", () => {
    expect(untested(status, ["RDC-02 says something"])).toEqual(["RDC-01"])
    expect(untested(status, ["lists RDC-01 RDC-02"])).toEqual([])
  })

  test("counts by family", () => {
    expect(countsByFamily(status)).toEqual([
      { family: "RDC", tested: 1, later: 1, reason: 0 },
      { family: "UI", tested: 0, later: 0, reason: 1 },
    ])
  })
})

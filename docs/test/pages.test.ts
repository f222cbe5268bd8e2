/** The pages of `docs` and the READMEs: links lead somewhere, decision records are in order. */
import { existsSync, globSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { describe, expect, test } from "vitest"
import { pages, read, root } from "./markdown.ts"

const withoutCode = (text: string) => text.replace(/^```[^]*?^```$/gm, "").replace(/`[^`\n]*`/g, "")

/** The anchor that readers of Markdown give to a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/`/g, "")
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-")

const anchorsOf = (path: string) =>
  Array.from(read(path).matchAll(/^#{1,6} (.+)$/gm), ([, heading = ""]) => anchorOf(heading))

const brokenLinks = (page: string): ReadonlyArray<string> =>
  Array.from(withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g), ([, target = ""]) => target)
    .filter((target) => !/^(?:https?|mailto):/.test(target))
    .filter((target) => {
      const [path = "", anchor] = target.split("#")
      const file = path === "" ? page : join(dirname(page), path)
      if (!existsSync(join(root, file))) return true
      return anchor !== undefined && !anchorsOf(file).includes(anchor)
    })

test("there are pages", () => {
  expect(pages.length).toBeGreaterThan(15)
})

describe("links", () => {
  test.each(pages)("of %s lead somewhere", (page) => {
    expect(brokenLinks(page)).toEqual([])
  })
})

describe("decision records", () => {
  const records = pages.filter((page) => /^docs\/decisions\/\d{4}-/.test(page))

  test("are numbered without gap", () => {
    const numbers = records.map((page) => Number(page.slice("docs/decisions/".length).slice(0, 4)))
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  test.each(records)("%s is dated and says what was decided", (page) => {
    expect(read(page)).toMatch(/^# \d{4}\. .+\n\n\d{4}-\d{2}-\d{2}, accepted\n/)
    expect(read(page)).toContain("## Decision")
  })

  test("cited by the sources exist", () => {
    const cited = globSync("packages/*/src/**/*.ts", { cwd: root }).flatMap((file) =>
      Array.from(read(file).matchAll(/docs\/decisions\/[\w.-]+/g), ([path]) => path),
    )
    expect(cited.filter((path) => !existsSync(resolve(root, path)))).toEqual([])
  })
})

/** The pages of `docs`, the READMEs: links lead somewhere, code is that of a checked file. */
import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { describe, expect, test } from "vitest"

const root = join(import.meta.dirname, "..", "..")
const pages = globSync(["*.md", "docs/**/*.md", "packages/*/*.md", "examples/*/*.md"], {
  cwd: root,
  exclude: (path) => path.includes("node_modules") || path.startsWith("docs/api"),
}).toSorted()

const read = (path: string) => readFileSync(join(root, path), "utf8")
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

interface Block {
  readonly source: string | undefined
  readonly code: string
}

/** The TypeScript blocks of a page, each with the region that the comment above it names. */
const blocksOf = (page: string): ReadonlyArray<Block> =>
  Array.from(
    read(page).matchAll(/(?:<!-- code: (\S+) -->\n+)?^```ts\n([^]*?)^```$/gm),
    ([, source, code = ""]) => ({ source, code }),
  )

/** Gives a file, or the part of it between `// #region name` and `// #endregion`. */
const regionOf = (source: string): string | undefined => {
  const [path = "", region] = source.split("#")
  if (!existsSync(join(root, path))) return undefined
  const text = read(path)
  if (region === undefined) return text
  const start = text.indexOf(`// #region ${region}\n`)
  const end = text.indexOf("// #endregion", start)
  return start < 0 || end < 0 ? undefined : text.slice(text.indexOf("\n", start) + 1, end)
}

test("there are pages", () => {
  expect(pages.length).toBeGreaterThan(15)
})

describe("links", () => {
  test.each(pages)("of %s lead somewhere", (page) => {
    expect(brokenLinks(page)).toEqual([])
  })
})

describe("code", () => {
  test.each(pages.filter((page) => blocksOf(page).length > 0))(
    "of %s is that of a file which is type-checked",
    (page) => {
      for (const { source, code } of blocksOf(page)) {
        expect(source, `no <!-- code: path#region --> above\n${code}`).toBeDefined()
        expect(code).toBe(regionOf(source ?? ""))
      }
    },
  )
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

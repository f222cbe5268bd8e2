/** The TypeScript of the pages: quoted from a file that runs, or run as it stands. */
import { spawnSync } from "node:child_process"
import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { stripTypeScriptTypes } from "node:module"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Block, blocksOf, pages, regionOf, root } from "./markdown.ts"

const blocks = pages.flatMap(blocksOf)
const quoted = blocks.filter(({ source }) => source !== undefined)
const fragments = blocks.filter(({ source, fragment }) => source === undefined && fragment)
const alone = blocks.filter(({ source, fragment }) => source === undefined && !fragment)
const snippets = globSync("docs/snippets/*.ts", { cwd: root }).toSorted()

const folder = join(root, "docs", "test", "blocks.tmp")
const fileOf = (index: number) => join(folder, `block-${index}.ts`)
const first = ({ page, code }: Block) => `${page}: ${code.split("\n")[0] ?? ""}`

const runs = (file: string) => {
  const ended = spawnSync(process.execPath, ["--conditions=@convoque/source", file], {
    cwd: root,
    encoding: "utf8",
  })
  return {
    code: ended.status,
    errors: ended.stderr,
    lastLine: ended.stdout.trim().split("\n").at(-1),
  }
}

const slow = { timeout: 120_000 }

describe("code quoted from a file", () => {
  test.each(quoted.map((block) => [first(block), block] as const))("%s", (_, { source, code }) => {
    expect(code).toBe(regionOf(source ?? ""))
  })

  test.each(snippets)("%s runs", slow, (file) => {
    expect(runs(file)).toEqual({ code: 0, errors: "", lastLine: "ok" })
  })
})

describe("code that stands alone", () => {
  beforeAll(() => {
    mkdirSync(folder, { recursive: true })
    alone.forEach(({ code }, index) => writeFileSync(fileOf(index), `${code}\nexport {}\n`))
    const settings = { extends: "../../../tsconfig.json", include: ["*.ts"] }
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings))
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test("type-checks", slow, () => {
    const program = join(root, "node_modules", ".bin", "tsc")
    const { stdout } = spawnSync(program, ["-p", join(folder, "tsconfig.json")], {
      cwd: root,
      encoding: "utf8",
    })
    const shown = stdout
      .split("\n")
      .filter((line) => line.includes("blocks.tmp"))
      .map((line) =>
        line.replace(/^.*block-(\d+)\.ts/, (_, index: string) => alone[Number(index)]?.page ?? ""),
      )
    expect(shown).toEqual([])
  })

  test.each(alone.map((block, index) => [first(block), index] as const))(
    "%s runs",
    slow,
    (_, index) => {
      expect(runs(fileOf(index))).toMatchObject({ code: 0, errors: "" })
    },
  )
})

describe("fragments", () => {
  test.each(fragments.map((block) => [first(block), block] as const))(
    "%s parses",
    (_, { code }) => {
      expect(() => stripTypeScriptTypes(code)).not.toThrow()
    },
  )
})

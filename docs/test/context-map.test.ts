/** `docs/reference/context-map.json` says what each context depends on; the imports agree. */
import { globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"

const root = join(import.meta.dirname, "..", "..")
const core = "packages/core/src"

interface Needs {
  readonly kernel: ReadonlyArray<string>
  readonly contexts: ReadonlyArray<string>
}

const declared = JSON.parse(
  readFileSync(join(root, "docs", "reference", "context-map.json"), "utf8"),
) as Readonly<Record<string, Needs>>

const contextsOfCore = globSync(`${core}/*/index.ts`, { cwd: root })
  .map((path) => dirname(path).slice(core.length + 1))
  .toSorted()

const needsOf = (context: string): Needs => {
  const targets = globSync(`${core}/${context}/**/*.ts`, { cwd: root }).flatMap((file) =>
    Array.from(
      readFileSync(join(root, file), "utf8").matchAll(/from "(\.[^"]+)"/g),
      ([, specifier = ""]) => join(dirname(file), specifier).slice(core.length + 1),
    ),
  )
  const sorted = (names: ReadonlyArray<string>) => [...new Set(names)].toSorted()
  return {
    kernel: sorted(
      targets
        .filter((path) => path.startsWith("kernel/"))
        .map((path) => path.split("/")[1]?.replace(/\.ts$/, "") ?? ""),
    ),
    contexts: sorted(
      targets
        .map((path) => path.split("/")[0] ?? "")
        .filter((name) => name !== "kernel" && name !== context),
    ),
  }
}

test("the map names every context", () => {
  expect(Object.keys(declared).toSorted()).toEqual(contextsOfCore)
})

test.each(contextsOfCore)("the map of %s is that of its imports", (context) => {
  expect(declared[context]).toEqual(needsOf(context))
})

test("no two contexts need each other, even through others", () => {
  const reaches = (from: string, seen: ReadonlySet<string>): ReadonlyArray<string> =>
    (declared[from]?.contexts ?? []).flatMap((next) =>
      seen.has(next) ? [next] : [next, ...reaches(next, new Set([...seen, next]))],
    )
  const circular = contextsOfCore.filter((name) => reaches(name, new Set()).includes(name))
  expect(circular).toEqual([])
})

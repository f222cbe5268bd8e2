/** Runs the `@example` lines of the sources and compares them with what they announce. */
import { globSync, readFileSync } from "node:fs"
import { stripTypeScriptTypes } from "node:module"
import { dirname, join, relative } from "node:path"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"

const root = join(import.meta.dirname, "..", "..")

interface Example {
  readonly file: string
  readonly expression: string
  readonly announced: string
}

const examples: ReadonlyArray<Example> = globSync("packages/*/src/**/*.ts", { cwd: root })
  .toSorted()
  .flatMap((file) =>
    Array.from(
      readFileSync(join(root, file), "utf8").matchAll(/@example (.+?) +\/\/ => (.+)$/gm),
      ([, expression = "", announced = ""]) => ({ file, expression, announced }),
    ),
  )

/** What an example may name: the exports of its file, of the files it imports, and three modules. */
const scopeOf = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
  const path = join(root, file)
  const imported = Array.from(
    readFileSync(path, "utf8").matchAll(/from "(\.[^"]+)"/g),
    ([, specifier = ""]) => join(dirname(path), specifier),
  )
  const modules = await Promise.all(
    [...imported, path].map((one) => import(one) as Promise<object>),
  )
  return Object.assign({ Option, Result, Schema }, ...modules) as Readonly<Record<string, unknown>>
}

const evaluate = (expression: string, scope: Readonly<Record<string, unknown>>): unknown => {
  const code = stripTypeScriptTypes(`const value = (${expression})`)
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the expression comes from our own comments
  const body = new Function(...Object.keys(scope), `${code}; return value`) as (
    ...values: ReadonlyArray<unknown>
  ) => unknown
  return body(...Object.values(scope))
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&")

/** An announced text may leave something out with `...`. */
const announcedText = (value: unknown): unknown =>
  typeof value === "string" && value.includes("...")
    ? expect.stringMatching(new RegExp(`^${value.split("...").map(literally).join("[^]*")}$`, "u"))
    : value

test("there are examples", () => {
  expect(examples.length).toBeGreaterThan(20)
})

test("an `@example` announces its result on the same line", () => {
  const silent = globSync("packages/*/src/**/*.ts", { cwd: root }).flatMap((file) =>
    Array.from(
      readFileSync(join(root, file), "utf8").matchAll(/^ *(?:\/\*)?\*+ @example.*$/gm),
      ([line]) => `${relative(root, join(root, file))}: ${line}`,
    ).filter((line) => !line.includes("// => ")),
  )
  expect(silent).toEqual([])
})

test.each(examples)("$file: $expression", async ({ file, expression, announced }) => {
  const scope = await scopeOf(file)
  expect(evaluate(expression, scope)).toEqual(announcedText(evaluate(announced, scope)))
})

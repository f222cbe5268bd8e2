/** Proves that the lint rules bite: a breach of each, in the wrong folder, is reported. */
import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"

const root = join(import.meta.dirname, "..", "..")
const core = "packages/core/src"
const context = `${core}/career-appointments`
const set = `${context}/appointment-set`

/** Where a breach stands, what it says, and the rule that must report it. */
interface Breach {
  readonly what: string
  readonly file: string
  readonly text: string
  readonly rule: string
}

const imports = (what: string, file: string, from: string): Breach => ({
  what,
  file,
  text: `import { x } from "${from}"\n/** Uses it. */\nexport const y = x\n`,
  rule: "convoque(rooms)",
})

const says = (what: string, text: string, rule: string, file = `${core}/kernel/said.ts`) => ({
  what,
  file,
  text,
  rule,
})

const long = (lines: number) => Array.from({ length: lines }, (_, i) => `  f(${i})`).join("\n")

const breaches: ReadonlyArray<Breach> = [
  imports("the effect barrel", "packages/adapters-sql/src/a.ts", "effect"),
  imports(
    "an adapter, by another adapter",
    "packages/adapters-sql/src/b.ts",
    "@convoque/adapters-mail",
  ),
  imports("testing, by an adapter", "packages/adapters-mail/src/a.ts", "@convoque/testing"),
  imports("an adapter, by testing", "packages/testing/src/a.ts", "@convoque/adapters-sql"),
  imports("a package, by the core", `${core}/kernel/a.ts`, "@convoque/testing"),
  imports(
    "a path out of the package",
    "packages/adapters-mail/src/b.ts",
    "../../core/src/kernel/a.ts",
  ),
  imports("a test, by a source", `${core}/kernel/b.ts`, "../../test/given.ts"),
  imports("a module of node, by the core", `${core}/kernel/c.ts`, "node:fs"),
  imports("a library, by the core", `${core}/kernel/d.ts`, "lodash"),
  imports("date-fns out of its one file", `${core}/kernel/calendar/zone.ts`, "date-fns/format"),
  imports("an unstable module of effect", `${set}/model.ts`, "effect/unstable/sql/SqlClient"),
  imports("Effect, by a rule", `${set}/rules/notice.ts`, "effect/Effect"),
  imports("Effect, by a decider", `${set}/decider.ts`, "effect/Effect"),
  imports("Context, by a view", `${set}/views.ts`, "effect/Context"),
  imports("Effect, by a notion of the kernel", `${core}/kernel/text/x.ts`, "effect/Effect"),
  imports("DateTime out of the zone file", `${core}/kernel/calendar/easter.ts`, "effect/DateTime"),
  imports("a context, by the kernel", `${core}/kernel/e.ts`, "../career-appointments/index.ts"),
  imports("inside a notion of the kernel", `${set}/state.ts`, "../../kernel/calendar/zone.ts"),
  imports("inside another notion", `${core}/kernel/text/y.ts`, "../calendar/zone.ts"),
  imports(
    "inside another context",
    `${core}/interviews/policies.ts`,
    "../career-appointments/model.ts",
  ),
  imports("events, by a model", `${context}/campaign/model.ts`, "./events.ts"),
  imports("a rule, by commands", `${context}/campaign/commands.ts`, "./rules/x.ts"),
  imports("a decider, by a rule", `${set}/rules/gap.ts`, "../decider.ts"),
  imports("a view, by a decider", `${set}/decider/x.ts`, "../views.ts"),
  imports("a use case, by a policy", `${set}/policies.ts`, "../application/act.ts"),
  imports("the French labels, by a use case", `${context}/application/x.ts`, "../wording.fr.ts"),
  imports(
    "the aggregate to its right",
    `${context}/campaign/rules.ts`,
    "../appointment-set/model.ts",
  ),
  imports("from a file in no room", `${set}/helpers.ts`, "./model.ts"),
  {
    what: "a re-export of all names",
    file: `${core}/kernel/f.ts`,
    text: 'export * from "./g.ts"\n',
    rule: "convoque(rooms)",
  },
  {
    what: "a type-only import, too",
    file: `${set}/rules/typed.ts`,
    text: 'import type { x } from "../views.ts"\n/** Is it. */\nexport type Y = x\n',
    rule: "convoque(rooms)",
  },
  says(
    "throw",
    "/** X. */\nexport const f = () => {\n  throw new Error()\n}\n",
    "convoque(no-throw)",
  ),
  says(
    "an assertion through unknown",
    "/** X. */\nexport const a = 1 as unknown as string\n",
    "convoque(no-double-assertion)",
  ),
  says("a class", "/** X. */\nexport class A {}\n", "convoque(classes)"),
  says("no comment", "export const a = 1\n", "convoque(documented)"),
  says("Date", "/** X. */\nexport const a = new Date(0)\n", "eslint(no-restricted-globals)"),
  says("process", "/** X. */\nexport const a = process.pid\n", "eslint(no-restricted-globals)"),
  says(
    "Math.random",
    "/** X. */\nexport const a = Math.random()\n",
    "eslint(no-restricted-properties)",
  ),
  says("console", "console.log(1)\n", "eslint(no-console)"),
  says("any", "/** X. */\nexport const a = (b: any) => b\n", "typescript(no-explicit-any)"),
  says("a default export", "export default 1\n", "import(no-default-export)"),
  says("a mutable export", "/** X. */\nexport let a = 1\na++\n", "import(no-mutable-exports)"),
  says("a namespace", "namespace N {\n  f()\n}\n", "typescript(no-namespace)"),
  says(
    "four parameters",
    "/** X. */\nexport const f = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d]\n",
    "eslint(max-params)",
  ),
  says("251 lines", long(251), "eslint(max-lines)"),
  says(
    "a function of 41 lines",
    `/** X. */\nexport const g = () => {\n${long(40)}\n}\n`,
    "eslint(max-lines-per-function)",
  ),
  says(
    "a forgotten promise",
    "const f = async () => 1\nf()\n",
    "typescript(no-floating-promises)",
    "packages/adapters-mail/src/c.ts",
  ),
  says(
    "a forgotten case",
    'declare const a: "x" | "y"\nswitch (a) {\n  case "x":\n    f()\n}\n',
    "typescript(switch-exhaustiveness-check)",
  ),
  says(
    "a skipped test",
    'import { expect, test } from "vitest"\ntest.skip("a", () => expect(1).toBe(1))\n',
    "vitest(no-disabled-tests)",
    "packages/core/test/a.test.ts",
  ),
  says(
    "a test without assertion",
    'import { test } from "vitest"\ntest("a", () => {})\n',
    "vitest(expect-expect)",
    "packages/core/test/b.test.ts",
  ),
]

const allowed: ReadonlyArray<Omit<Breach, "rule">> = [
  imports("Effect, by a use case", `${context}/application/good.ts`, "effect/Effect"),
  imports("Context, by a port", `${core}/kernel/ports/good.ts`, "effect/Context"),
  imports("Schema, by a model", `${context}/model.ts`, "effect/Schema"),
  imports("a model, by a rule", `${set}/rules/good.ts`, "../model.ts"),
  imports("a door of the kernel", `${set}/rules/better.ts`, "../../../kernel/calendar.ts"),
  imports(
    "the core, by an adapter",
    "packages/adapters-mail/src/good.ts",
    "@convoque/core/kernel/ports",
  ),
  imports(
    "another context by its door",
    `${core}/interviews/documents.ts`,
    "../career-appointments/index.ts",
  ),
  imports(
    "testing, by a test of an adapter",
    "packages/adapters-mail/test/good.ts",
    "@convoque/testing",
  ),
]

let folder = ""
let reports: ReadonlyArray<{ readonly file: string; readonly rule: string }> = []

const place = (file: string, text: string) => {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

interface Diagnostic {
  readonly code?: string
  readonly filename: string
}

const lint = (): ReadonlyArray<{ readonly file: string; readonly rule: string }> => {
  const program = join(root, "node_modules", ".bin", "oxlint")
  const output = (() => {
    try {
      return execFileSync(program, ["--format=json"], { cwd: folder, encoding: "utf8" })
    } catch (error) {
      return (error as { readonly stdout: string }).stdout
    }
  })()
  const { diagnostics } = JSON.parse(output) as { diagnostics: ReadonlyArray<Diagnostic> }
  return diagnostics.map(({ filename, code }) => ({ file: filename, rule: code ?? "" }))
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "convoque-lint-"))
  const config = readFileSync(join(root, ".oxlintrc.json"), "utf8")
  writeFileSync(join(folder, ".oxlintrc.json"), config)
  cpSync(join(root, "scripts", "lint"), join(folder, "scripts", "lint"), { recursive: true })
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }')
  writeFileSync(
    join(folder, "tsconfig.json"),
    '{ "compilerOptions": { "strict": true, "module": "nodenext", "types": [] } }',
  )
  for (const { file, text } of [...breaches, ...allowed]) {
    if (!file.endsWith("said.ts")) place(file, text)
  }
  // Breaches of one file each: `said.ts` is only a stem.
  breaches.forEach(({ file, text }, index) => {
    if (file.endsWith("said.ts")) place(stem(file, index), text)
  })
  place(
    `${core}/kernel/cycle-a.ts`,
    'import { b } from "./cycle-b.ts"\n/** A. */\nexport const a = () => b\n',
  )
  place(
    `${core}/kernel/cycle-b.ts`,
    'import { a } from "./cycle-a.ts"\n/** B. */\nexport const b = () => a\n',
  )
  reports = lint()
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const stem = (file: string, index: number) => file.replace("said.ts", `said-${index}.ts`)

const rulesAgainst = (file: string) =>
  reports.filter((report) => report.file === file).map(({ rule }) => rule)

describe("the linter reports", () => {
  test.each(breaches.map((breach, index) => ({ ...breach, index })))("$what", (breach) => {
    const file = breach.file.endsWith("said.ts") ? stem(breach.file, breach.index) : breach.file
    expect(rulesAgainst(file)).toContain(breach.rule)
  })

  test("a cycle", () => {
    expect(rulesAgainst(`${core}/kernel/cycle-a.ts`)).toContain("import(no-cycle)")
  })
})

describe("the linter lets", () => {
  test.each(allowed)("$what", ({ file }) => {
    expect(rulesAgainst(file)).toEqual([])
  })
})

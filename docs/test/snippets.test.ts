/** The code quoted in the pages runs. */
import { execFileSync } from "node:child_process"
import { globSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

const root = join(import.meta.dirname, "..", "..")
const snippets = globSync("docs/snippets/*.ts", { cwd: root }).toSorted()

test.each(snippets)("%s runs", { timeout: 60_000 }, (file) => {
  const output = execFileSync(process.execPath, ["--conditions=@convoque/source", file], {
    cwd: root,
    encoding: "utf8",
    stdio: "pipe",
  })
  expect(output.trim().split("\n").at(-1)).toBe("ok")
})

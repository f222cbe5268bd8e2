/** `npm run build`: clears every `dist`, then builds the packages in the order of their needs. */
import { globSync, rmSync } from "node:fs"
import { join } from "node:path"
import { root, run } from "./check/run.ts"

const stale = globSync(["packages/*/dist", "packages/*/*.tsbuildinfo"], { cwd: root })
for (const path of stale) rmSync(join(root, path), { recursive: true })
process.exitCode = await run("tsc", ["-b", "tsconfig.build.json"])

/**
 * `npm run docs`: the generated reference, then the reference of every exported name in `docs/api`.
 *
 * TypeDoc needs the compiler's older interface, so it lives in `tools/api-docs`, outside of the
 * workspaces, and is installed at the first run.
 */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { root, run } from "./check/run.ts"

const folder = join(root, "tools", "api-docs")
const reference = await run("node", ["--conditions=@convoque/source", "scripts/reference.ts"])
const installed = existsSync(join(folder, "node_modules", "typedoc"))
  ? 0
  : await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder })
const program = join(folder, "node_modules", "typedoc", "bin", "typedoc")
const api = installed === 0 ? await run("node", [program], { cwd: folder }) : 1
process.exitCode = reference === 0 && api === 0 ? 0 : 1

/** `npm run reference`: writes the generated files of `docs/reference`. */
import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "./check/run.ts"
import { referenceFiles } from "./reference/files.ts"

for (const [path, text] of Object.entries(referenceFiles())) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  console.log(path)
}

/** `npm run check:packages`: checks each package as it would be published (publint, attw). */
import { globSync, readFileSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { check, conclude, root, type Tally } from "./check/run.ts"

const isPublished = (path: string) =>
  (JSON.parse(readFileSync(path, "utf8")) as { readonly private?: boolean }).private !== true

/** Builds every package from nothing, then checks what npm would pack. */
const tallies: Array<Tally> = [await check("build", "npm", ["run", "--silent", "build"])]
const folders = globSync("packages/*/package.json", { cwd: root })
  .filter((path) => isPublished(join(root, path)))
  .map(dirname)
  .toSorted()
for (const folder of folders) {
  tallies.push(await check(`publint ${folder}`, "publint", [folder, "--strict"]))
  tallies.push(
    await check(`attw ${folder}`, "attw", ["--pack", folder, "--profile", "esm-only", "--quiet"]),
  )
}
for (const path of globSync("packages/*/*.tgz", { cwd: root })) rmSync(join(root, path))
conclude(tallies)

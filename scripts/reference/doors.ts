/** The names that each door of each package exports, values and types, read off the sources. */
import { globSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { root } from "../check/run.ts"

/** A door, as its importers write it, and the names it gives in order. */
export type Doors = Readonly<Record<string, ReadonlyArray<string>>>

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports?: Readonly<Record<string, { readonly "@convoque/source": string }>>
}

/** Gives the exports of every published package. */
export const doors = (): Doors =>
  Object.fromEntries(
    globSync("packages/*/package.json", { cwd: root })
      .toSorted()
      .flatMap((path) => {
        const manifest = JSON.parse(readFileSync(join(root, path), "utf8")) as Manifest
        return Object.entries(manifest.exports ?? {}).flatMap(([door, targets]) =>
          doorsOf(dirname(path), `${manifest.name}${door.slice(1)}`, targets["@convoque/source"]),
        )
      }),
  )

const doorsOf = (
  folder: string,
  name: string,
  source: string,
): ReadonlyArray<readonly [string, ReadonlyArray<string>]> =>
  globSync(join(folder, source), { cwd: root })
    .toSorted()
    .map((file) => {
      const path = relative(folder, file).split("\\").join("/")
      const [before = "", after = ""] = source.replace(/^\.\//, "").split("*")
      const middle = path.slice(before.length, path.length - after.length)
      return [name.replace("*", middle), namesIn(readFileSync(join(root, file), "utf8"))]
    })

/** Gives the exported names of a source, sorted; a type is told by the word before it. */
const namesIn = (text: string): ReadonlyArray<string> => {
  const declared = Array.from(
    text.matchAll(/^export (?:declare )?(const|function|class|interface|type) (\w+)/gm),
    ([, kind, name = ""]) => (kind === "interface" || kind === "type" ? `type ${name}` : name),
  )
  const passedOn = Array.from(text.matchAll(/^export (type )?\{([^}]*)\}/gm)).flatMap(
    ([, type = "", names = ""]) =>
      names
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "")
        .map((name) => `${type}${name}`.replace(/(type )?.* as (\w+)$/, "$1$2")),
  )
  // A schema and the type of the same name are one name.
  const values = new Set([...declared, ...passedOn].filter((name) => !name.startsWith("type ")))
  return [...new Set([...declared, ...passedOn])]
    .filter((name) => !name.startsWith("type ") || !values.has(name.slice(5)))
    .toSorted((a, b) => (plain(a) < plain(b) ? -1 : plain(a) > plain(b) ? 1 : 0))
}

const plain = (name: string) => name.replace(/^type /, "")

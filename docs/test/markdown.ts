/** The pages of the repository and the TypeScript that they show. */
import { existsSync, globSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** The root of the repository. */
export const root = join(import.meta.dirname, "..", "..")

/** Every page, by path from the root. */
export const pages = globSync(["*.md", "docs/**/*.md", "packages/*/*.md", "examples/*/*.md"], {
  cwd: root,
  exclude: (path) => path.includes("node_modules") || path.startsWith("docs/api"),
}).toSorted()

/** Reads a file of the repository. */
export const read = (path: string): string => readFileSync(join(root, path), "utf8")

/**
 * A TypeScript block of a page.
 *
 * - `source`: the region that the comment above it names, `<!-- code: path#region -->`;
 * - `fragment`: a piece that cannot stand alone, fenced as `ts fragment`.
 */
export interface Block {
  readonly page: string
  readonly source: string | undefined
  readonly fragment: boolean
  readonly code: string
}

/** The TypeScript blocks of a page. */
export const blocksOf = (page: string): ReadonlyArray<Block> =>
  Array.from(
    read(page).matchAll(
      /(?:<!-- code: (\S+) -->\n+)?^```(?:ts|typescript)( fragment)?\n([^]*?)^```$/gm,
    ),
    ([, source, fragment, code = ""]) => ({ page, source, fragment: fragment !== undefined, code }),
  )

/** Gives a file, or the part of it between `// #region name` and `// #endregion`. */
export const regionOf = (source: string): string | undefined => {
  const [path = "", region] = source.split("#")
  if (!existsSync(join(root, path))) return undefined
  const text = read(path)
  if (region === undefined) return text
  const start = text.indexOf(`// #region ${region}\n`)
  const end = text.indexOf("// #endregion", start)
  return start < 0 || end < 0 ? undefined : text.slice(text.indexOf("\n", start) + 1, end)
}

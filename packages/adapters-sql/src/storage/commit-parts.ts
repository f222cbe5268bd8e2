/** How the statement of a commit is put together from its parts. */
import type { Statement } from "../database/database.ts"

/** What a statement is made of: names of its parts, their texts, its checks and its parameters. */
export interface Parts {
  readonly names: ReadonlyArray<string>
  readonly texts: ReadonlyArray<string>
  readonly checks: ReadonlyArray<string>
  readonly parameters: ReadonlyArray<unknown>
}

/**
 * A part: its one-letter name, its rows, their columns (`name type, ...`), its text on the source
 * of the rows, called `r`, and what must be true of it. Without rows there is no part.
 */
export interface Added {
  readonly name: string
  readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly columns: string
  readonly text: (source: string) => string
  readonly check?: string
}

/** A statement without parts. */
export const begun: Parts = { names: [], texts: [], checks: [], parameters: [] }

/** Gives a statement with one more part. */
export const add = (parts: Parts, added: Added): Parts => {
  if (added.rows.length === 0) return parts
  const { source, parameters, form } = sourceOf(added, parts.parameters.length)
  return {
    names: [...parts.names, `${added.name}${form}`],
    texts: [...parts.texts, added.text(source)],
    checks: added.check === undefined ? parts.checks : [...parts.checks, added.check],
    parameters: [...parts.parameters, ...parameters],
  }
}

/** Tells whether a statement has the part of a name. */
export const has = (parts: Parts, name: string): boolean =>
  parts.names.some((one) => one.startsWith(name))

/**
 * Gives the text and the parameters. The text begins with the shape of the statement, under which
 * a connection keeps it prepared; commits of the same shape have the same text.
 */
export const statementOf = ({ names, texts, checks, parameters }: Parts): Statement => ({
  text: `/* commit ${names.join("")} */ with ${texts.join(",\n")}
select ${checks.length === 0 ? "1" : `1 / (case when ${checks.join(" and ")} then 1 else 0 end)`}`,
  parameters,
})

// A few rows are values of the statement, which the server reads fastest; many are one JSON.
const fewRows = 4

/** Gives rows as a source called `r`; `taken` parameters come before its own. */
export const sourceOf = ({ rows, columns }: Pick<Added, "rows" | "columns">, taken: number) => {
  if (rows.length > fewRows) {
    const source = `json_to_recordset($${taken + 1}::json) as r(${quoted(columns)})`
    return { source, parameters: [JSON.stringify(rows)], form: "n" }
  }
  const typed = columns.split(", ").map((column) => {
    const [name = "", type = ""] = column.split(" ")
    return { name, type }
  })
  const values = rows.map((_, row) => {
    const marks = typed.map(({ type }, at) => `$${taken + row * typed.length + at + 1}::${type}`)
    return `(${marks.join(", ")})`
  })
  return {
    source: `(values ${values.join(", ")}) as r(${typed.map(({ name }) => `"${name}"`).join(", ")})`,
    parameters: rows.flatMap((row) =>
      typed.map(({ name, type }) => (type === "jsonb" ? JSON.stringify(row[name]) : row[name])),
    ),
    form: `${rows.length}`,
  }
}

const quoted = (columns: string): string => columns.replaceAll(/(^|, )(\w+) /gu, '$1"$2" ')

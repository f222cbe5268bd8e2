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

// A few rows are values of the statement; many are one array a column, which the server reads
// faster than one JSON of all rows. A column of JSON is an array of JSON, so that no quote in it is
// escaped again.
const fewRows = 4

/** Gives rows as a source called `r`; `taken` parameters come before its own. */
export const sourceOf = ({ rows, columns }: Pick<Added, "rows" | "columns">, taken: number) => {
  const typed = columns.split(", ").map((column) => {
    const [name = "", type = ""] = column.split(" ")
    return { name, type }
  })
  if (rows.length > fewRows) {
    return {
      source: arraysSource(typed, taken),
      parameters: typed.map(({ name, type }) => {
        const values = rows.map((row) => row[name])
        return type === "jsonb" ? JSON.stringify(values) : arrayText(values)
      }),
      form: "n",
    }
  }
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

interface Column {
  readonly name: string
  readonly type: string
}

// The elements of an array of arrays must be of one length: such columns come as texts.
const arraysSource = (typed: ReadonlyArray<Column>, taken: number): string => {
  const arrays = typed.map(({ type }, at) => {
    const text = `$${taken + at + 1}::text`
    if (type === "jsonb") return `json_array_elements(${text}::json)`
    return `unnest(${text}::${type.endsWith("[]") ? "text" : type}[])`
  })
  const names = typed.map(({ name }) => `"${name}"`).join(", ")
  const selected = typed.map(({ name, type }) => `"${name}"::${type} as "${name}"`).join(", ")
  return `(select ${selected} from rows from (${arrays.join(", ")}) as r(${names})) as r`
}

// Gives an array as the server reads it, such as `{1,"a b",NULL}`; an array in it is a text. Rows
// that follow each other often bear the same value, which is then written once.
const arrayText = (values: ReadonlyArray<unknown>): string => {
  let last: unknown
  let text = elementText(last)
  const texts = values.map((value) => {
    if (value === last) return text
    last = value
    text = elementText(value)
    return text
  })
  return `{${texts.join(",")}}`
}

const elementText = (value: unknown): string => {
  if (value === null || value === undefined) return "NULL"
  if (Array.isArray(value)) return inQuotes(arrayText(value))
  return typeof value === "string" ? inQuotes(value) : JSON.stringify(value)
}

// The engine escapes faster than a replacement, the same way where no text has such characters.
const inQuotes = (text: string): string => {
  if (!/["\\]/u.test(text)) return `"${text}"`
  return /[\u0000-\u001F\uD800-\uDFFF]/u.test(text)
    ? `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`
    : JSON.stringify(text)
}

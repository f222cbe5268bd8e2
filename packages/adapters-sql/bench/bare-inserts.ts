/** Bare inserts of rows that a use case wrote, into empty tables of the same shape. */
import type pg from "pg"

/** A table of the adapter, without what the server fills in by itself. */
export interface Table {
  readonly name: string
  readonly fillfactor: number
  readonly columns: string
}

/** The rows of one table. */
export interface Rows {
  readonly table: Table
  readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>>
}

/** The tables that opening interviews writes. */
export const tables: ReadonlyArray<Table> = [
  { name: "head", fillfactor: 70, columns: "tenant kind key version" },
  { name: "event", fillfactor: 100, columns: "tenant kind key version event_version event" },
  {
    name: "view_entry",
    fillfactor: 80,
    columns: `tenant kind key view scope part sorts filters search row counted
      count_1 count_2 count_3 count_4 count_5`,
  },
]

const namesOf = ({ columns }: Table): ReadonlyArray<string> => columns.split(/\s+/u)

/** Makes the empty tables, with the same columns and indexes as those of the adapter. */
export const makeTables = async (client: pg.Client): Promise<void> => {
  await client.query("create schema bare")
  for (const { name: table, fillfactor } of tables) {
    await client.query(`create table bare.${table} (like convoque.${table} including all)
      with (fillfactor = ${fillfactor})`)
  }
}

/** Empties the tables of a schema. */
export const empty = async (client: pg.Client, schema: string): Promise<void> => {
  await client.query(`truncate ${tables.map((table) => `${schema}.${table.name}`).join(", ")}`)
}

/** Gives the rows that stand in the tables of the adapter, in the order of their writing. */
export const writtenRows = async (client: pg.Client): Promise<ReadonlyArray<Rows>> => {
  const written: Array<Rows> = []
  for (const table of tables) {
    const { rows } = await client.query<Readonly<Record<string, unknown>>>(
      `select ${quoted(namesOf(table))} from convoque.${table.name} order by ctid`,
    )
    written.push({ table, rows })
  }
  return written
}

const perStatement = 1000

/** Inserts rows in one transaction, a thousand a statement, each value bound by itself. */
export const insertBare = async (
  client: pg.Client,
  written: ReadonlyArray<Rows>,
): Promise<void> => {
  await client.query("begin")
  for (const { table, rows } of written) {
    const columns = namesOf(table)
    for (let from = 0; from < rows.length; from += perStatement) {
      const some = rows.slice(from, from + perStatement)
      await client.query({
        text: insertText(table, some.length),
        values: some.flatMap((row) => columns.map((column) => row[column])),
        // Full statements are the same and stay prepared.
        ...(some.length === perStatement ? { name: `bare ${table.name}` } : {}),
      })
    }
  }
  await client.query("commit")
}

const insertText = (table: Table, rows: number): string => {
  const columns = namesOf(table)
  const marks = Array.from({ length: rows }, (_, row) => {
    const own = columns.map((_column, at) => `$${row * columns.length + at + 1}`)
    return `(${own.join(", ")})`
  })
  return `insert into bare.${table.name} (${quoted(columns)}) values ${marks.join(", ")}`
}

const quoted = (columns: ReadonlyArray<string>): string =>
  columns.map((column) => `"${column}"`).join(", ")

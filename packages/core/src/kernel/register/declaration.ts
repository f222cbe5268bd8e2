/**
 * Registers (référentiels): what other systems know and send in files, such as people, posts,
 * teachings or missions. They are read-only here and have no machine: a new file replaces what an
 * earlier one said.
 *
 * A register is declared once, as data: its columns read a line of any file, its key tells lines
 * apart, and the one import pipeline (`kernel/importing`) does the rest for all of them.
 */
import type * as Schema from "effect/Schema"
import { expectedOf } from "./expected.ts"

/** The values of a line by the name of their column, as the file has them. */
export type LineValues = Readonly<Record<string, string>>

/**
 * A column of the files of a register.
 *
 * - `label`: its name in the header, in French;
 * - `cell`: reads and writes a text that is not empty;
 * - `needed`: whether an empty cell is a fault; it is `null` otherwise;
 * - `expected`: what its cells hold, in French, for whoever mends the file;
 * - `confidential`: its values are never shown, not even in a preview.
 */
export interface Column<out Value> {
  readonly label: string
  readonly cell: Schema.Codec<Exclude<Value, null>, string>
  readonly needed: boolean
  readonly expected: string
  readonly confidential: boolean
}

/** A row of any register: flat, and fit for JSON. */
export type RegisterRow = object

/**
 * A register.
 *
 * - `name`: kebab-case, in storage and in addresses;
 * - `columns`: by field of the row, in the order of a printed file;
 * - `keyFields`: the fields that `key` is made of, to name their columns to people;
 * - `key`: tells rows apart; `owner`: whose rows are read together, such as a person's teachings;
 * - `part`: what one file may replace alone, such as a school; a file replaces all parts otherwise;
 * - `sort`: text whose order by code unit is that of lists; `labels`: what a keyword is sought in;
 * - `references`: a row whose reference is not known yet is kept, and told as a warning.
 */
export interface Register<Row extends RegisterRow> {
  readonly name: string
  readonly columns: { readonly [Field in keyof Row]-?: Column<Row[Field]> }
  readonly keyFields?: ReadonlyArray<string>
  // Methods, so that a register of one kind of rows is also one of any rows.
  key(row: Row): string
  owner(row: Row): string
  part(row: Row): string
  sort(row: Row): string
  labels(row: Row): ReadonlyArray<string>
  readonly references: ReadonlyArray<{
    readonly field: keyof Row & string
    readonly register: string
    keyOf(row: Row): string | null
  }>
}

/** The rows of a register. */
export type RowOf<R> = R extends Register<infer Row> ? Row : never

/**
 * Declares a column whose cells must be filled. Say what is `expected` where the schema is one of a
 * pattern or a conversion of its own.
 */
export const neededColumn = <Value extends string | number | boolean | ReadonlyArray<unknown>>(
  label: string,
  cell: Schema.Codec<Value, string>,
  expected: string = expectedOf(cell),
): Column<Value> => ({
  label,
  cell: cell as Column<Value>["cell"],
  needed: true,
  expected,
  confidential: false,
})

/** Declares a column whose cells may be empty: the row then holds `null`. */
export const optionalColumn = <Value extends string | number | boolean | ReadonlyArray<unknown>>(
  label: string,
  cell: Schema.Codec<Value, string>,
  expected: string = expectedOf(cell),
): Column<Value | null> => ({
  label,
  cell: cell as Column<Value | null>["cell"],
  needed: false,
  expected,
  confidential: false,
})

/** Declares a column as confidential. */
export const confidential = <Value>(column: Column<Value>): Column<Value> => ({
  ...column,
  confidential: true,
})

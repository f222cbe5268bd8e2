/**
 * The columns of a list (colonnes), declared once: the header and cells of its CSV, the table of its
 * PDF and the text in which a keyword is sought all follow from them.
 *
 * @requirement UI-19
 * @requirement UI-28
 */
import { isCivilDate, shortDate } from "../calendar.ts"
import { foldedKey } from "../text.ts"

/** What the cells of a column hold, as the cells of a sheet do. */
export type ListCellKind = "text" | "integer" | "date"

/** The value of a cell; `null` leaves it empty. */
export type ListCell = string | number | null

/**
 * A column of a list.
 *
 * - `id`: its name among the columns, kebab-case;
 * - `label`: its header, in the reader's language;
 * - `kind`: what its cells hold; a `date` cell is a civil date `YYYY-MM-DD`, printed dd/MM/yyyy;
 * - `width`: in characters, for sheets; the share of the line, on paper;
 * - `sort`: the sort column of the list that orders by it, when there is one.
 */
export interface ListColumn<in Row> {
  readonly id: string
  readonly label: string
  readonly kind: ListCellKind
  readonly width: number
  readonly sort?: string
  /** Gives the value that a row shows there, `null` for nothing. */
  readonly cell: (row: Row) => ListCell
}

/** Makes a column, of text unless told otherwise. */
export const listColumn = <Row>(
  id: string,
  label: string,
  {
    kind = "text",
    ...rest
  }: Omit<ListColumn<Row>, "id" | "label" | "kind"> & {
    readonly kind?: ListCellKind
  },
): ListColumn<Row> => ({ id, label, kind, ...rest })

/** The columns of a list in their order, at least one. */
export type ListColumns<Row> = readonly [ListColumn<Row>, ...ReadonlyArray<ListColumn<Row>>]

/** Gives the columns of the sheet of a list. */
export const sheetColumns = <Row>(
  columns: ListColumns<Row>,
): ReadonlyArray<Pick<ListColumn<Row>, "label" | "kind" | "width">> =>
  columns.map(({ label, kind, width }) => ({ label, kind, width }))

/** Gives the cells of a row, one a column. */
export const cellsOf = <Row>(columns: ListColumns<Row>, row: Row): ReadonlyArray<ListCell> =>
  columns.map(({ cell }) => cell(row))

/**
 * Gives a cell as it is printed.
 * @example printedCell("date", "2016-03-15") // => "15/03/2016"
 */
export const printedCell = (kind: ListCellKind, cell: ListCell): string => {
  if (cell === null) return ""
  return kind === "date" && typeof cell === "string" && isCivilDate(cell)
    ? shortDate(cell)
    : String(cell)
}

/** Gives the cells of a row as they are printed, one a column. */
export const printedCells = <Row>(columns: ListColumns<Row>, row: Row): ReadonlyArray<string> =>
  columns.map(({ kind, cell }) => printedCell(kind, cell(row)))

/** Gives the text in which a keyword is sought: all that a row shows, folded. */
export const searchTextOf = <Row>(columns: ListColumns<Row>, row: Row): string =>
  foldedKey(printedCells(columns, row).join(" "))

/**
 * Gives the columns by which a list can be sorted, with their headers; `others` are the labels of
 * those that no column shows.
 */
export const sortsOf = <Row>(
  columns: ListColumns<Row>,
  others: Readonly<Record<string, string>> = {},
): ReadonlyArray<ListSort> => [
  ...columns.flatMap(({ sort, label }) => (sort === undefined ? [] : [{ column: sort, label }])),
  ...Object.entries(others).map(([column, label]) => ({ column, label })),
]

/** A column by which a list can be sorted, as a sort names it and as people read it. */
export interface ListSort {
  readonly column: string
  readonly label: string
}

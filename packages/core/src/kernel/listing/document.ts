/**
 * A list on paper (édition d'une liste), and what a list tells of itself at its head: its number of
 * elements, its sort, its keyword, its filters.
 *
 * @requirement UI-16
 * @requirement UI-29
 * @requirement UI-34
 */
import { type Instant, shortDate, shortDateTime, type Zone } from "../calendar.ts"
import type { DocumentContent } from "../document.ts"
import { type ListColumns, type ListSort, printedCells, sortsOf } from "./columns.ts"
import type { ShownLabel } from "./keyword.ts"
import type { ListPeriod } from "./period.ts"
import type { ListQuery, Sort } from "./query.ts"
import type { ListWording } from "./wording.ts"

/**
 * What a list needs to be shown and to become a file.
 *
 * - `title`: the heading of the paper and the name of the sheet;
 * - `fileName`: of its files, without extension;
 * - `filters`: the labels of its filters by name, those by period included;
 * - `sorts`: the labels of the sort columns that no column shows;
 * - `shown`: the labels of the values of filters, in which a keyword is sought as well;
 * - `searched`: the header of the only column in which a keyword is sought, when it is not all;
 * - `author`, `runningHead`: who edits it; the school with its UAI in brackets, at the head of pages;
 * - `zone`: where the moment of the edition is printed.
 */
export interface ListSheet<Row> {
  readonly title: string
  readonly fileName: string
  readonly columns: ListColumns<Row>
  readonly filters?: Readonly<Record<string, string>>
  readonly sorts?: Readonly<Record<string, string>>
  readonly shown?: ReadonlyArray<ShownLabel>
  readonly searched?: string
  readonly words: ListWording
  readonly author: string
  readonly runningHead?: string
  readonly zone: Zone
}

/** A list that has more lines than are printed. */
export interface ListTooLong {
  readonly _tag: "list.too-long-to-print"
  readonly count: number
  readonly limit: number
}

/** How many lines of a list are printed at most; a CSV has no such bound. */
export const printableLines = 10_000

/** Gives the refusal of a list that is too long to print, if it is. */
export const tooLongToPrint = (count: number): ListTooLong | undefined =>
  count > printableLines
    ? { _tag: "list.too-long-to-print", count, limit: printableLines }
    : undefined

/** How many characters, over all columns, an upright page shows on a line; more lie on their side. */
export const uprightCharacters = 110

/** What was asked of a list, as far as its head tells it. */
export type AskedOfList = Pick<ListQuery, "filters" | "keyword" | "sort"> & {
  readonly periods?: Readonly<Record<string, ListPeriod>>
}

/**
 * The head of a list: `countLabel` such as « 7 lignes », the sort with the header of its column, the
 * columns by which it can be sorted, the filters in force with their number of values, such as « 2 sélectionné(s) »; a filter by period has
 * both its days in `values`, and one label, « du 15/03/2016 au 30/06/2016 », in place of the number.
 */
export interface ListHead {
  readonly countLabel: string
  readonly sort: Sort & { readonly label: string; readonly directionLabel: string }
  readonly sorts: ReadonlyArray<ListSort>
  readonly keyword?: string
  readonly filters: ReadonlyArray<{
    readonly name: string
    readonly label: string
    readonly values: ReadonlyArray<string>
    readonly labels: ReadonlyArray<string>
    readonly selectedLabel: string
  }>
}

/** Gives the head of a list: what was asked of it, and how many elements it has after that. */
export const listHead = <Row>(
  sheet: ListSheet<Row>,
  { filters, keyword, sort, periods = {} }: AskedOfList,
  count: number,
): ListHead => {
  const { words, columns, shown = [] } = sheet
  const sorts = sortsOf(columns, sheet.sorts)
  const labelOf = (filter: string, value: string): string =>
    shown.find((one) => one.filter === filter && one.value === value)?.label ?? value
  const named = (name: string) => ({ name, label: sheet.filters?.[name] ?? name })
  return {
    countLabel: words.count(count),
    sort: {
      ...sort,
      label: sorts.find(({ column }) => column === sort.column)?.label ?? sort.column,
      directionLabel: words.directions[sort.direction],
    },
    sorts,
    ...(keyword === undefined || keyword.trim() === "" ? {} : { keyword }),
    filters: [
      ...Object.entries(filters)
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => ({
          ...named(name),
          values,
          labels: values.map((value) => labelOf(name, value)),
          selectedLabel: words.selected(values.length),
        })),
      ...Object.entries(periods).map(([name, { from, until }]) => {
        const label = words.period(shortDate(from), shortDate(until))
        return { ...named(name), values: [from, until], labels: [label], selectedLabel: label }
      }),
    ],
  }
}

/**
 * Gives a list on paper: its head, then all its rows; `at` is the moment of the edition. Its pages
 * lie on their side when its columns are wider than `uprightCharacters` together.
 */
export const listDocument = <Row>(
  sheet: ListSheet<Row>,
  asked: AskedOfList,
  { rows, at }: { readonly rows: ReadonlyArray<Row>; readonly at: Instant },
): DocumentContent => {
  const { title, words, columns, author, runningHead, zone } = sheet
  const [first, ...others] = columns.map(({ label, width, kind }) => ({
    label,
    width,
    ...(kind === "integer" ? { align: "end" as const } : {}),
  }))
  return {
    title,
    language: words.language,
    author,
    letterhead: [],
    ...(runningHead === undefined ? {} : { runningHead }),
    blocks: [
      ...headLines(sheet, asked, rows.length).map((text) => ({ _tag: "paragraph", text }) as const),
      ...(rows.length === 0 || first === undefined
        ? []
        : [
            {
              _tag: "table",
              caption: title,
              columns: [first, ...others],
              rows: rows.map((row) => printedCells(columns, row)),
              rowHeaders: 1,
            } as const,
          ]),
    ],
    edition: shortDateTime(at, zone),
    pageLabel: words.pageLabel,
    ...(isWide(columns) ? { orientation: "landscape" as const } : {}),
  }
}

const isWide = <Row>(columns: ListColumns<Row>): boolean =>
  columns.reduce((sum, { width }) => sum + width, 0) > uprightCharacters

const headLines = <Row>(
  sheet: ListSheet<Row>,
  asked: AskedOfList,
  count: number,
): ReadonlyArray<string> => {
  const { words } = sheet
  const { countLabel, sort, keyword, filters } = listHead(sheet, asked, count)
  return [
    countLabel,
    words.sortedBy(sort.label, sort.directionLabel),
    ...(keyword === undefined ? [] : [words.keyword(keyword)]),
    ...filters.map(({ label, labels }) => words.filter(label, labels)),
  ]
}

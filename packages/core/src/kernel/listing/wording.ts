/**
 * The texts that every list shows (libellés des listes), the French ones as the catalogue has them.
 *
 * @requirement UI-16
 * @requirement UI-22
 * @requirement UI-23
 * @requirement UI-34
 */
import { fr } from "../text.ts"
import type { Sort } from "./query.ts"

/** The texts of lists in one language (`language`: BCP 47). */
export interface ListWording {
  readonly language: string
  /** The number of elements, singular for one. */
  readonly count: (count: number) => string
  /** The number of values selected in a filter. */
  readonly selected: (count: number) => string
  /** A filter by period, its two days as they are printed. */
  readonly period: (from: string, until: string) => string
  readonly directions: Readonly<Record<Sort["direction"], string>>
  readonly sortedBy: (column: string, direction: string) => string
  readonly keyword: (keyword: string) => string
  readonly filter: (name: string, values: ReadonlyArray<string>) => string
  /** The page number over the total, with `{page}` and `{pages}`. */
  readonly pageLabel: string
}

/**
 * The French texts.
 * @example frenchLists.count(0) // => "0 ligne"
 */
export const frenchLists: ListWording = {
  language: "fr",
  // French takes the plural from two on.
  count: (count) => `${count} ${count < 2 ? "ligne" : "lignes"}`,
  selected: (count) => `${count} sélectionné(s)`,
  period: (from, until) => `du ${from} au ${until}`,
  directions: { ascending: "croissant", descending: "décroissant" },
  sortedBy: (column, direction) => fr`Tri : ${column}, ${direction}`,
  keyword: (keyword) => fr`Recherche : ${keyword}`,
  filter: (name, values) => fr`Filtre ${name} : ${values.join(", ")}`,
  pageLabel: "Page {page} / {pages}",
}

/**
 * The English texts.
 * @example englishLists.count(0) // => "0 lines"
 */
export const englishLists: ListWording = {
  language: "en",
  count: (count) => `${count} ${count === 1 ? "line" : "lines"}`,
  selected: (count) => `${count} selected`,
  period: (from, until) => `from ${from} to ${until}`,
  directions: { ascending: "ascending", descending: "descending" },
  sortedBy: (column, direction) => `Sorted by ${column}, ${direction}`,
  keyword: (keyword) => `Search: ${keyword}`,
  filter: (name, values) => `Filter ${name}: ${values.join(", ")}`,
  pageLabel: "Page {page} / {pages}",
}

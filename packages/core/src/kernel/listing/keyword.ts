/**
 * The keyword search of lists (recherche par mot-clé): folded words, all required, in any column.
 *
 * A line keeps the texts that it shows, folded. A value that it shows by a label, such as a state,
 * is kept as a value of a filter: the label is told with the query, so that no language is stored.
 *
 * @requirement UI-18
 * @requirement UI-19
 */
import { foldedKey } from "../text.ts"

/**
 * Gives the words of a keyword search, folded; a line matches when its labels hold every word.
 * @example searchWords("  Éloïse  D'Arc ") // => ["eloise", "d'arc"]
 */
export const searchWords = (keyword: string): ReadonlyArray<string> =>
  foldedKey(keyword)
    .split(" ")
    .filter((word) => word !== "")

/** The label by which the lines under a value of a filter, one that the list declares, show it. */
export interface ShownLabel {
  readonly filter: string
  readonly value: string
  readonly label: string
}

/** A word searched, and the values whose label holds it, by filter. */
export interface SearchedWord {
  readonly word: string
  readonly values: Readonly<Record<string, ReadonlyArray<string>>>
}

/**
 * Gives the words of a query, each with the values of filters whose label holds it. A line matches
 * a word when its texts hold it or when it has one of those values; it is found by all words.
 * @example searchedWords({ keyword: "émise", shown: [{ filter: "status", value: "convened", label: "Convocation émise" }] }) // => [{ word: "emise", values: { status: ["convened"] } }]
 */
export const searchedWords = ({
  keyword = "",
  shown = [],
}: {
  readonly keyword?: string
  readonly shown?: ReadonlyArray<ShownLabel>
}): ReadonlyArray<SearchedWord> => {
  const words = searchWords(keyword)
  if (words.length === 0) return []
  const folded = shown.map((one) => ({ ...one, label: foldedKey(one.label) }))
  return words.map((word) => {
    const values: Record<string, Array<string>> = {}
    for (const { filter, value, label } of folded) {
      if (label.includes(word)) (values[filter] ??= []).push(value)
    }
    return { word, values }
  })
}

/**
 * Gives the labels of the values of one filter.
 * @example shownLabels("status", { convened: "Convoqué" }) // => [{ filter: "status", value: "convened", label: "Convoqué" }]
 */
export const shownLabels = (
  filter: string,
  labels: Readonly<Record<string, string>>,
): ReadonlyArray<ShownLabel> =>
  Object.entries(labels).map(([value, label]) => ({ filter, value, label }))

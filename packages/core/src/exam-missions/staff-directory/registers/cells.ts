/**
 * What the cells of register files hold, and how they are read and written: days, words of a closed
 * list, texts.
 *
 * @requirement PER-02, UI-30
 */
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import { CivilDate, shortDate } from "../../../kernel/calendar.ts"

/** A day in the pattern of a cell: `17/06/2016`, or `2016-06-17`. */
export const dayPattern = String.raw`(?:\d{2}/\d{2}/\d{4}|\d{4}-\d{2}-\d{2})`

/**
 * Gives the ISO form of a day in either form; does not check that the day exists.
 * @example isoDay("17/06/2016") // => "2016-06-17"
 */
export const isoDay = (text: string): string =>
  text.charAt(2) === "/" ? `${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}` : text

/** Reads a day `17/06/2016` or `2016-06-17`; writes the former. */
export const DayCell = Schema.String.check(
  Schema.isPattern(new RegExp(`^${dayPattern}$`, "u"), { expected: "a day" }),
).pipe(
  Schema.decodeTo(CivilDate, {
    decode: SchemaGetter.transform(isoDay),
    encode: SchemaGetter.transform((day) => shortDate(day as CivilDate)),
  }),
)

/** What people are told that a day must look like. */
export const dayExpected = "une date JJ/MM/AAAA"

/** Reads and writes the word that files have for each value of a closed list. */
export const wordCell = <const Value extends string>(words: Readonly<Record<Value, string>>) => {
  const isValue = (word: string): word is Value => word in words
  const values = Object.keys(words).filter(isValue)
  const valueOf = new Map(values.map((value) => [words[value], value]))
  return Schema.Literals(values.map((value) => words[value])).pipe(
    Schema.decodeTo(Schema.Literals(values), {
      decode: SchemaGetter.transform((word) => valueOf.get(word) as Value),
      encode: SchemaGetter.transform((value) => words[value]),
    }),
  )
}

/**
 * Gives what people are told that a word must be.
 * @example wordsExpected({ main: "PRINCIPAL", secondary: "SECONDAIRE" }) // => "PRINCIPAL ou SECONDAIRE"
 */
export const wordsExpected = (words: Readonly<Record<string, string>>): string => {
  const all = Object.values(words)
  return [all.slice(0, -1).join(", "), all.slice(-1).join("")].filter(Boolean).join(" ou ")
}

/** Gives what people are told that a text must be. */
export const textExpected = (longest: number): string =>
  `un texte d’une ligne, ${longest} caractères au plus`

/**
 * Joins what tells rows apart into one key, that no other row can have.
 * @example joinedKey(["epp-1", null, "6A/B"]) // => "epp-1//6A\\/B"
 */
export const joinedKey = (parts: ReadonlyArray<string | null>): string =>
  parts.map((part) => (part ?? "").replace(/[\\/]/gu, String.raw`\$&`)).join("/")

/**
 * Joins folded texts into one sort text: whoever has a shorter name comes first, whatever follows.
 * @example sortText(["dupont", "zoe"]) < sortText(["dupont a", "al"]) // => true
 */
export const sortText = (folded: ReadonlyArray<string>): string => folded.join("\t")

/**
 * The dates of an assignment in one cell, in the three forms of printed missions, separated by a
 * vertical bar: `15/03/2016 09:00-12:00 | 19/01/2016 09:00 1 j | 08/03/2016 09:00 3 h`.
 *
 * @requirement PER-16
 */
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import { type CivilDate, shortDate } from "../../../kernel/calendar.ts"
import { dayPattern, isoDay } from "../../staff-directory/registers/cells.ts"
import { AssignmentDate } from "../model.ts"

const hour = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`
const form = `${dayPattern} ${hour}(?: ?- ?${hour}| [1-9]\\d? ?[jh])`

const endsAfterStart = (date: AssignmentDate): boolean =>
  date._tag !== "span" || date.start < date.end

/** Reads and writes the dates of an assignment; a span ends after it begins, on the same day. */
export const AssignmentDatesCell = Schema.String.check(
  Schema.isPattern(new RegExp(`^${form}(?: ?\\| ?${form})*$`, "u"), { expected: "dates" }),
).pipe(
  Schema.decodeTo(
    Schema.Array(
      AssignmentDate.check(
        Schema.makeFilter(endsAfterStart, { expected: "an end after its start" }),
      ),
    ),
    {
      decode: SchemaGetter.transform((text: string) => text.split("|").map(dateOf)),
      encode: SchemaGetter.transform((dates: ReadonlyArray<EncodedDate>) =>
        dates.map(textOf).join(" | "),
      ),
    },
  ),
)

/** What people are told that these cells must look like. */
export const datesExpected =
  "des dates séparées par | : JJ/MM/AAAA HH:MM-HH:MM (fin après le début), JJ/MM/AAAA HH:MM 1 j ou JJ/MM/AAAA HH:MM 3 h"

type EncodedDate = typeof AssignmentDate.Encoded

const dateOf = (text: string): EncodedDate => {
  const [day = "", start = "", ...rest] = text
    .trim()
    .replace(/ ?- ?(?=\d\d:)/u, " ")
    .split(" ")
  const date = isoDay(day)
  const length = rest.join("")
  if (length.endsWith("j")) return { _tag: "days", date, start, days: Number.parseInt(length, 10) }
  return length.endsWith("h")
    ? { _tag: "hours", date, start, hours: Number.parseInt(length, 10) }
    : { _tag: "span", date, start, end: length }
}

const textOf = (one: EncodedDate): string => {
  const start = `${shortDate(one.date as CivilDate)} ${one.start}`
  if (one._tag === "days") return `${start} ${one.days} j`
  return one._tag === "hours" ? `${start} ${one.hours} h` : `${start}-${one.end}`
}

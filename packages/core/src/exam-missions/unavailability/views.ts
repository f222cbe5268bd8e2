/**
 * The list of periods of a person, and of those that a source sent.
 *
 * @requirement PER-24, IND-07, IND-08
 */
import * as Schema from "effect/Schema"
import { shortDate } from "../../kernel/calendar.ts"
import { PersonId, type Uai } from "../../kernel/identity.ts"
import type { Entry, View } from "../../kernel/listing.ts"
import { foldedKey } from "../../kernel/text.ts"
import {
  localMinute,
  Moment,
  type Origin,
  Origin as OriginSchema,
  originCode,
  OtherConvocation,
  UnavailabilityReason,
} from "./model.ts"
import { isDeletableBy } from "./rules.ts"
import type { Unavailability } from "./state.ts"

/** One period as lists have it; `convocation` is the recap of another academy's (PER-25). */
export const UnavailabilityRow = Schema.Struct({
  person: PersonId,
  start: Moment,
  end: Moment,
  reason: UnavailabilityReason,
  origin: OriginSchema,
  convocation: Schema.NullOr(OtherConvocation),
}).annotate({ identifier: "UnavailabilityRow" })
export type UnavailabilityRow = typeof UnavailabilityRow.Type

/**
 * A period as one reader sees it: whether his school may delete it (IND-11). Who declared it is told
 * by `origin`.
 */
export const UnavailabilityLine = Schema.Struct({
  ...UnavailabilityRow.fields,
  deletable: Schema.Boolean,
}).annotate({ identifier: "UnavailabilityLine" })
export type UnavailabilityLine = typeof UnavailabilityLine.Type

/** Gives the scope under which the periods of a person are listed. */
export const personScope = (person: PersonId): string => `person:${person}`

/** Gives the scope under which the periods that a source sent are listed. */
export const sourceScope = (origin: Origin): string => `source:${originCode(origin)}`

/**
 * The periods that are in force; what was removed is in no list.
 *
 * Contract, on which the search of available personnel stands: the entries of the scope
 * `person:<id>` are all the periods of that person, one entry a period; the first sort column is its
 * start and the second its end, both as `YYYY-MM-DDTHH:mm` in the academy's clock, both minutes in
 * the period. Imported periods have a second entry, under `source:<origin>`.
 *
 * By default a list begins with the most recent start (`usualSort`, IND-08).
 */
export const unavailabilities: View<Unavailability, UnavailabilityRow> & {
  readonly usualSort: "-start"
} = {
  usualSort: "-start",
  name: "exam-missions.unavailabilities",
  sortColumns: ["start", "end", "reason"],
  filterNames: [],
  entries: (state) => {
    if (state._tag !== "declared" && state._tag !== "imported") return []
    const entry = periodEntry(unavailabilityRow(state))
    return state._tag === "declared"
      ? [entry]
      : [entry, { ...entry, scope: sourceScope(state.origin), part: "source" }]
  },
}

/** Gives a row as the reader of a school sees it; nobody else is offered to delete. */
export const unavailabilityLine = (
  row: UnavailabilityRow,
  school: Uai | undefined,
): UnavailabilityLine => ({
  ...row,
  deletable: school !== undefined && isDeletableBy(row.origin, school),
})

/** Gives the row of a period. */
export const unavailabilityRow = (
  state: Extract<Unavailability, { readonly _tag: "declared" | "imported" }>,
): UnavailabilityRow => ({
  person: state.person,
  ...state.period,
  reason: state.reason,
  origin: state.origin,
  convocation: state._tag === "imported" ? state.convocation : null,
})

/** Gives the entry of a period in the list of its person. */
export const periodEntry = (row: UnavailabilityRow): Entry<UnavailabilityRow> => {
  const { person, start, end, reason } = row
  return {
    scope: personScope(person),
    part: "",
    sorts: { start: localMinute(start), end: localMinute(end), reason: foldedKey(reason) },
    filters: {},
    search: foldedKey(
      [shortDate(start.date), start.time, shortDate(end.date), end.time, reason].join(" "),
    ),
    row,
  }
}

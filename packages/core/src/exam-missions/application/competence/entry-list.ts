/**
 * The entry windows of a school year, those never opened included: who has validated, who has not.
 *
 * @requirement CMP-23, CMP-25
 */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { Instant, type SchoolYear } from "../../../kernel/calendar.ts"
import type { Actor, TenantId, Uai } from "../../../kernel/identity.ts"
import type { Cursor } from "../../../kernel/listing.ts"
import { Registers, Views } from "../../../kernel/ports.ts"
import { foldedKey } from "../../../kernel/text.ts"
import { competenceEntries, entriesOf, EntryRow } from "../../competence-entry/views.ts"
import { schools } from "../../staff-directory/registers.ts"
import { type AskedPage, type Line, type Listing, pageAsked } from "./paging.ts"
import { requireManagement } from "../act.ts"

/** Where the window of a school stands; `since` is null when it was never opened. */
export const EntryLine = Schema.Struct({
  ...EntryRow.fields,
  name: Schema.String,
  since: Schema.NullOr(Instant),
}).annotate({ identifier: "CompetenceEntryLine" })
export type EntryLine = typeof EntryLine.Type

/** Who lists the windows of which school year. */
export interface ListingEntries {
  readonly by: Actor
  readonly tenant: TenantId
  readonly year: SchoolYear
}

/** What the list of entry windows is sorted and filtered by. */
export const entryListing = {
  sortColumns: ["school", "name", "since"],
  filterNames: ["status"],
} as const satisfies Listing

/**
 * Gives the windows of a school year, for the management service: all schools of the register, and
 * those that have left it but have a window, by UAI. Filtered by status they tell who has not
 * validated.
 */
export const listEntries = Effect.fn("exam-missions.listEntries")(function* (
  request: ListingEntries,
  asked: AskedPage,
) {
  yield* requireManagement(request.by, "listEntries")
  const registers = yield* Registers
  const names = new Map<Uai, string>()
  yield* Stream.runForEach(registers.all(request.tenant, schools), ({ uai, name }) =>
    Effect.sync(() => names.set(uai, name)),
  )
  const windows = yield* Stream.runCollect(entryStream(request))
  const opened = new Map(windows.map((row) => [row.school, row]))
  const uais = new Set([...names.keys(), ...opened.keys()])
  const lines = [...uais].map((school) => {
    const { status, since } = opened.get(school) ?? { status: "closed" as const, since: null }
    const name = names.get(school) ?? school
    return lineOf({ school, name, year: request.year, status, since })
  })
  return yield* pageAsked(entryListing, lines, asked)
})

const atOnce = 1000

const entryStream = ({ tenant, year }: ListingEntries) =>
  Stream.paginate(undefined as Cursor | undefined, (after) =>
    Effect.gen(function* () {
      const views = yield* Views
      const { rows, next } = yield* views.page(competenceEntries, tenant, {
        scope: entriesOf(year),
        filters: {},
        sort: { column: "school", direction: "ascending" },
        limit: atOnce,
        uncounted: true,
        ...(after === undefined ? {} : { after }),
      })
      const found = rows.map(({ row }) => row)
      return [found, next === undefined ? Option.none() : Option.some<Cursor | undefined>(next)]
    }),
  )

const lineOf = (
  row: EntryLine,
): Line<
  EntryLine,
  (typeof entryListing.sortColumns)[number],
  (typeof entryListing.filterNames)[number]
> => ({
  key: row.school,
  sorts: { school: row.school, name: foldedKey(row.name), since: row.since ?? "" },
  filters: { status: row.status },
  labels: [row.school, row.name],
  row,
})

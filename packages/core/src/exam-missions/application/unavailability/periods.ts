/** All the periods of a scope, page after page. */
import * as Effect from "effect/Effect"
import type { TenantId } from "../../../kernel/identity.ts"
import type { Cursor, Page } from "../../../kernel/listing.ts"
import { type StorageUnavailable, Views } from "../../../kernel/ports.ts"
import { unavailabilities, type UnavailabilityRow } from "../../unavailability/views.ts"

/** A period as a list has it, with its key in storage. */
export type ListedPeriod = Page<UnavailabilityRow>["rows"][number]

/** Gives every period of a scope, that of a person or of a source, by start. */
export const allPeriods = (
  tenant: TenantId,
  scope: string,
): Effect.Effect<ReadonlyArray<ListedPeriod>, StorageUnavailable, Views> =>
  Effect.gen(function* () {
    const views = yield* Views
    const rows: Array<ListedPeriod> = []
    let after: Cursor | undefined
    do {
      const page = yield* views.page(unavailabilities, tenant, {
        scope,
        filters: {},
        sort: { column: "start", direction: "ascending" },
        limit,
        ...(after === undefined ? {} : { after }),
      })
      rows.push(...page.rows)
      after = page.next
    } while (after !== undefined)
    return rows
  }).pipe(
    // The view has the column that is asked of it.
    Effect.catchTags({ "list.unknown-sort-key": Effect.die, "list.unknown-filter": Effect.die }),
  )

// Each page counts the whole scope: few large ones cost less than many small ones.
const limit = 50_000

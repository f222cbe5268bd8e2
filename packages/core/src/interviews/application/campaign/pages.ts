/** Reading whole lists page by page, and loading many aggregates by groups. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { PersonId, type TenantId } from "../../../kernel/identity.ts"
import type { Cursor, ListQuery, ListRefusal, View } from "../../../kernel/listing.ts"
import {
  type AggregateId,
  type Loaded,
  Storage,
  StorageUnavailable,
  Views,
} from "../../../kernel/ports.ts"
import type { InterviewName } from "../../aggregates.ts"
import type { Tally } from "../../campaign/rules/statistics.ts"
import { agentInterviews } from "../../interview/views.ts"
import { InterviewYear } from "../../terms/model/campaign-terms.ts"
import { InterviewType } from "../../terms/model/procedure.ts"

const pageLength = 2000
const groupLength = 500

/** A row with the key of its aggregate. */
export interface KeyedRow<Row> {
  readonly key: string
  readonly row: Row
}

/** What is asked of a whole list. */
export type WholeQuery = Pick<ListQuery, "scope" | "sort"> & Partial<Pick<ListQuery, "filters">>

/** Gives all rows of a list as they are read, one page after another. */
export const rowStream = <State, Row>(
  view: View<State, Row>,
  tenant: TenantId,
  { scope, sort, filters = {} }: WholeQuery,
): Stream.Stream<KeyedRow<Row>, StorageUnavailable, Views> =>
  Stream.paginate(Option.none<Cursor>(), (after) =>
    Effect.gen(function* () {
      const views = yield* Views
      const page = yield* views
        .page(view, tenant, {
          scope,
          sort,
          filters,
          limit: pageLength,
          ...(Option.isSome(after) ? { after: after.value } : {}),
        })
        .pipe(Effect.mapError(asUnavailable))
      const next = Option.fromUndefinedOr(page.next)
      return [page.rows, Option.map(next, Option.some)] as const
    }),
  )

/** Gives all rows of a list. */
export const allRows = <State, Row>(
  view: View<State, Row>,
  tenant: TenantId,
  query: WholeQuery,
): Effect.Effect<ReadonlyArray<KeyedRow<Row>>, StorageUnavailable, Views> =>
  Stream.runCollect(rowStream(view, tenant, query))

/** Gives the number of lines of a scope under each value of a filter. */
export const tallyOf = <State, Row>(
  view: View<State, Row>,
  tenant: TenantId,
  query: { readonly scope: string; readonly filter: string },
): Effect.Effect<Tally, StorageUnavailable, Views> =>
  Effect.flatMap(Views, (views) =>
    views.counts(view, tenant, query).pipe(Effect.mapError(asUnavailable)),
  )

/**
 * Gives the failure of a query of ours, which names only what the view has: a refusal of it is a
 * fault of the store.
 */
export const asUnavailable = (failure: ListRefusal | StorageUnavailable): StorageUnavailable =>
  failure._tag === "StorageUnavailable"
    ? failure
    : new StorageUnavailable({ reason: failure._tag, safeToRetry: false })

/** Loads many aggregates of one kind, in their order, by groups. */
export const loadMany = <State, Event>(
  ids: ReadonlyArray<AggregateId<State, Event>>,
): Effect.Effect<ReadonlyArray<Loaded<State>>, StorageUnavailable, Storage> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const loaded: Array<Loaded<State>> = []
    for (let start = 0; start < ids.length; start += groupLength) {
      loaded.push(...(yield* storage.load(ids.slice(start, start + groupLength))))
    }
    return loaded
  })

/** Gives the keys of the interviews of an agent, by year; deleted ones are left out. */
export const agentKeys = (
  tenant: TenantId,
  agent: PersonId,
): Effect.Effect<ReadonlyArray<string>, StorageUnavailable, Views> =>
  Effect.map(
    allRows(agentInterviews, tenant, {
      scope: agent,
      sort: { column: "year", direction: "ascending" },
    }),
    (rows) => rows.map(({ key }) => key),
  )

const isType = Schema.is(InterviewType)
const isYear = Schema.is(InterviewYear)
const isPerson = Schema.is(PersonId)

/** Gives the interview that a key names, or nothing. */
export const interviewOfKey = (tenant: TenantId, key: string): InterviewName | undefined => {
  const [type, year, agent, ...others] = key.split("/")
  const number = Number(year)
  return isType(type) && isYear(number) && isPerson(agent) && others.length === 0
    ? { tenant, type, year: number, agent }
    : undefined
}

/** Gives the interviews that keys name; a key of no interview is left out. */
export const interviewsOfKeys = (
  tenant: TenantId,
  keys: ReadonlyArray<string>,
): ReadonlyArray<InterviewName> =>
  keys.flatMap((key) => {
    const name = interviewOfKey(tenant, key)
    return name === undefined ? [] : [name]
  })

/** Lists in memory: every query goes through `pageOf` of the kernel. */
import type { TenantId } from "@convoque/core/kernel/identity"
import { type KeyedEntry, listRefusal, pageOf } from "@convoque/core/kernel/listing"
import { Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Store } from "./store.ts"

/** Gives the views port on a store in memory. */
export const viewsIn = (store: Store): Views["Service"] =>
  Views.of({
    page: (view, tenant, query) =>
      Effect.suspend(() => {
        const refusal = listRefusal(view, query)
        if (refusal !== undefined) return Effect.fail(refusal)
        return Effect.succeed(
          pageOf(entriesOf<RowOf<typeof view>>(store, tenant, view.name), query),
        )
      }),
    counts: (view, tenant, { scope, filter }) =>
      Effect.suspend(() => {
        if (!view.filterNames.includes(filter)) {
          return Effect.fail({
            _tag: "list.unknown-filter" as const,
            filter,
            known: view.filterNames,
          })
        }
        const counts = new Map<string, number>()
        for (const entry of entriesOf(store, tenant, view.name)) {
          if (entry.scope !== scope) continue
          for (const value of new Set(entry.filters[filter] ?? [])) {
            counts.set(value, (counts.get(value) ?? 0) + 1)
          }
        }
        return Effect.succeed(Object.fromEntries(counts))
      }),
  })

type RowOf<V> = V extends { entries(state: never, key: string): ReadonlyArray<{ row: infer Row }> }
  ? Row
  : never

// What a view wrote is what it reads: the kind of row is known by the view's name alone.
const entriesOf = <Row>(
  store: Store,
  tenant: TenantId,
  view: string,
): ReadonlyArray<KeyedEntry<Row>> =>
  [...store.aggregates.values()]
    .filter((aggregate) => aggregate.tenant === tenant)
    .flatMap((aggregate) => aggregate.entries.get(view) ?? []) as ReadonlyArray<KeyedEntry<Row>>

/** Where lists are read; they were written by the commit of the states that feed them. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { TenantId } from "../identity.ts"
import type { ListQuery, ListRefusal, Page, View } from "../listing.ts"
import type { StorageUnavailable } from "./storage.ts"

/** Reads lists of rows, filtered, searched, sorted and paged. */
export class Views extends Context.Service<
  Views,
  {
    /** Gives one page of a list; refuses an unknown sort column or filter. */
    readonly page: <State, Row>(
      view: View<State, Row>,
      tenant: TenantId,
      query: ListQuery,
    ) => Effect.Effect<Page<Row>, ListRefusal | StorageUnavailable>
    /** Gives the number of lines of a scope under each value of a filter. */
    readonly counts: <State, Row>(
      view: View<State, Row>,
      tenant: TenantId,
      query: { readonly scope: string; readonly filter: string },
    ) => Effect.Effect<Readonly<Record<string, number>>, ListRefusal | StorageUnavailable>
  }
>()("core/kernel/Views") {}

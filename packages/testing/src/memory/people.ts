/** Directory of people from a list (annuaire). */
import type { PersonId, TenantId } from "@convoque/core/kernel/identity"
import { PeopleDirectory, type Person, type UnavailableDays } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

/** The people of a tenant and the days on which they are away. */
export interface People {
  readonly tenant: TenantId
  readonly people: ReadonlyArray<Person>
  readonly unavailable?: ReadonlyArray<UnavailableDays & { readonly person: PersonId }>
}

/** Gives a directory that knows the people listed and no other. */
export const layerPeopleDirectory = (lists: ReadonlyArray<People>): Layer.Layer<PeopleDirectory> =>
  Layer.succeed(PeopleDirectory, {
    find: (tenant, ids) =>
      Effect.sync(() => {
        const wanted = new Set(ids)
        return listsOf(lists, tenant)
          .flatMap(({ people }) => people)
          .filter(({ id }) => wanted.has(id))
      }),
    unavailableDays: (tenant, person, span) =>
      Effect.sync(() =>
        listsOf(lists, tenant)
          .flatMap(({ unavailable = [] }) => unavailable)
          .filter((days) => days.person === person)
          .filter(({ from, until }) => from <= span.until && until >= span.from)
          .map(({ from, until, reason }) => ({ from, until, reason }))
          .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
      ),
  })

const listsOf = (lists: ReadonlyArray<People>, tenant: TenantId): ReadonlyArray<People> =>
  lists.filter((list) => list.tenant === tenant)

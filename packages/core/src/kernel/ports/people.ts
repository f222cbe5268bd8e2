/** The directory of people (annuaire) and what it knows of their presence. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { CivilDate } from "../calendar.ts"
import { PersonId, type TenantId } from "../identity.ts"
import type { StorageUnavailable } from "./storage.ts"

/**
 * A person as the directory gives him or her; `email` is absent when none is known.
 * `quality` is printed under the name: « IA-IPR de mathématiques ».
 */
export const Person = Schema.Struct({
  id: PersonId,
  givenName: Schema.String,
  familyName: Schema.String,
  quality: Schema.String,
  email: Schema.optionalKey(Schema.String),
}).annotate({ identifier: "Person" })
export type Person = typeof Person.Type

/** Gives a person's name as printed, given name first. */
export const personName = ({ givenName, familyName }: Pick<Person, "givenName" | "familyName">) =>
  `${givenName} ${familyName}`.trim()

/** Days, both included, on which a person is not available, as that person's own calendar says. */
export const UnavailableDays = Schema.Struct({
  from: CivilDate,
  until: CivilDate,
  reason: Schema.String,
}).annotate({ identifier: "UnavailableDays" })
export type UnavailableDays = typeof UnavailableDays.Type

/** Finds people by id in the directory of a tenant. */
export class PeopleDirectory extends Context.Service<
  PeopleDirectory,
  {
    /** Gives the people found, in any order; unknown ids are left out. */
    readonly find: (
      tenant: TenantId,
      ids: ReadonlyArray<PersonId>,
    ) => Effect.Effect<ReadonlyArray<Person>, StorageUnavailable>
    /** Gives the unavailable days of a person that touch a span, oldest first. */
    readonly unavailableDays: (
      tenant: TenantId,
      person: PersonId,
      span: { readonly from: CivilDate; readonly until: CivilDate },
    ) => Effect.Effect<ReadonlyArray<UnavailableDays>, StorageUnavailable>
  }
>()("core/kernel/PeopleDirectory") {}

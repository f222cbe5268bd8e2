/**
 * Made-up people of the tests by pattern of their id, so that there are as many as a test wants:
 * `agent-7`, `inspector-7`, `head-7`, `manager-1`; besides them the people of the
 * demonstration's interviews. What a directory says of a person can be changed.
 */
import { PersonId, TenantId } from "@convoque/core/kernel/identity"
import { PeopleDirectory, type Person, type UnavailableDays } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { interviewPeople } from "../../src/demonstration/interview-people.ts"
import { demonstrationTenant } from "../../src/demonstration/people.ts"

/** The academy of the tests, and one that has nothing to do with its files. */
export const academy = demonstrationTenant
export const otherAcademy = TenantId.make("academie-voisine")

/**
 * A directory of people; `change` corrects what it says of one of them, `answerAfter` makes it slow
 * (milliseconds).
 */
export interface Directory {
  readonly layer: Layer.Layer<PeopleDirectory>
  readonly change: (id: string, changes: Partial<Person>) => void
  readonly answerAfter: (millis: number) => void
}

/** Makes a directory of the academy's people. */
export const makeDirectory = (): Directory => {
  const changed = new Map<string, Partial<Person>>()
  let slowness = 0
  return {
    change: (id, changes) => changed.set(id, changes),
    answerAfter: (millis) => {
      slowness = millis
    },
    layer: Layer.succeed(PeopleDirectory, {
      find: (tenant, ids) =>
        Effect.suspend(() => Effect.sleep(slowness)).pipe(
          Effect.map(() =>
            tenant === academy
              ? ids.flatMap((id) => {
                  const known = demonstrated.get(id) ?? (isKnown(id) ? personOf(id) : undefined)
                  return known === undefined ? [] : [{ ...known, ...changed.get(id) }]
                })
              : [],
          ),
        ),
      unavailableDays: () => Effect.succeed<ReadonlyArray<UnavailableDays>>([]),
    }),
  }
}

/** Gives the mail address that the directory holds for a person at first. */
export const addressOf = (id: string): string => `${id}@academie.example`

const demonstrated = new Map<string, Person>(interviewPeople.map((one) => [one.id, one]))

const isKnown = (id: string): boolean => /^(?:agent|inspector|head|manager)-\d+$/u.test(id)

const personOf = (id: string): Person => ({
  id: PersonId.make(id),
  givenName: "Éloïse",
  familyName: id,
  quality: "Personnel de l'académie",
  email: addressOf(id),
})

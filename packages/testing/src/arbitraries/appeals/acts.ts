/** Who acts in an appeal and when: dates and actors, most of them right, the others wrong in one way. */
import { addDays, type CivilDate, type Instant } from "@convoque/core/kernel/calendar"
import { type Actor, PersonId } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import * as fc from "fast-check"

/** Gives a person of these appeals. */
export const person = (id: string): Person => ({
  id: PersonId.make(id),
  givenName: "Camille",
  familyName: "Le Goff",
  quality: "Attachée d'administration",
  email: `${id}@academie.example`,
})

/** The agent who appeals. */
export const agent = person("agent-1")
/** The people of the interview. */
export const people = { agent, superior: person("superior-1"), authority: person("authority-1") }
const somebody = PersonId.make("somebody")

/** Gives the agent as the directory may know him: at the same address, at another, at none. */
export const known: fc.Arbitrary<Person> = fc.constantFrom(
  agent,
  { ...agent, email: "agent@autre.example" },
  { id: agent.id, givenName: agent.givenName, familyName: agent.familyName, quality: "" },
)

/** The date of an act, and when it was written down. */
export interface Moment {
  readonly date: CivilDate
  readonly at: Instant
  readonly today: CivilDate
}

/** Gives noon in Greenwich, which is the same civil day in all zones drawn here. */
export const noon = (day: CivilDate): Instant => `${day}T12:00:00.000Z` as Instant

/** Gives a date from a day on, at once or long after, written down some days later; few are wrong. */
const moment = (earliest: CivilDate): fc.Arbitrary<Moment> =>
  fc
    .record({
      after: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
        { weight: 1, arbitrary: fc.integer({ min: 13, max: 120 }) },
        { weight: 1, arbitrary: fc.constant(-1) },
      ),
      written: fc.constantFrom(0, 0, 1, 2, 3, 0, 1, -1),
    })
    .map(({ after, written }) => {
      const date = addDays(earliest, after)
      const today = addDays(date, written)
      return { date, today, at: noon(today) }
    })

/** Gives somebody who may act, by himself or through a delegate, or who may not. */
const actor = (who: Person, capacity: Actor["capacity"], today: CivilDate): fc.Arbitrary<Actor> => {
  const delegate = { person: somebody, capacity, onBehalfOf: who.id }
  const delegation = { from: addDays(today, -5), until: today }
  const over = { from: addDays(today, -9), until: addDays(today, -1) }
  return fc.oneof(
    { weight: 14, arbitrary: fc.constant<Actor>({ person: who.id, capacity }) },
    { weight: 2, arbitrary: fc.constant<Actor>({ ...delegate, delegation }) },
    { weight: 1, arbitrary: fc.constant<Actor>({ ...delegate, delegation: over }) },
    { weight: 1, arbitrary: fc.constant<Actor>(delegate) },
    { weight: 2, arbitrary: fc.constant<Actor>({ person: somebody, capacity: "evaluator" }) },
  )
}

/** Gives the moment and the author of a command. */
export const act = (
  earliest: CivilDate,
  ...whos: ReadonlyArray<readonly [Person, Actor["capacity"]]>
): fc.Arbitrary<Moment & { readonly by: Actor }> =>
  moment(earliest).chain((when) =>
    fc
      .oneof(...whos.map(([who, capacity]) => actor(who, capacity, when.today)))
      .map((by) => ({ ...when, by })),
  )

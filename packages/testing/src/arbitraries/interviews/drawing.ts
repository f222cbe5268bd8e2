/** What commands of interviews are drawn from: people, moments, delegates, spoilt copies. */
import type {
  Interview,
  CampaignTerms,
  InterviewCommand,
  StepActor,
} from "@convoque/core/interviews"
import {
  addDays,
  civilDayAt,
  type CivilDate,
  type Instant,
  instantFromMillis,
  millisOf,
} from "@convoque/core/kernel/calendar"
import type { Actor, PersonId } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import type { Reason } from "@convoque/core/kernel/text"
import * as fc from "fast-check"

/** An interview that was opened. */
export type Opened = Exclude<Interview, { readonly _tag: "none" }>

/** The interview in a state. */
export type StateOf<Tag extends Interview["_tag"]> = Extract<Interview, { readonly _tag: Tag }>

/** The command with a tag. */
export type CommandOf<Tag extends InterviewCommand["_tag"]> = Extract<
  InterviewCommand,
  { readonly _tag: Tag }
>

/** What a command is drawn for: a state and the terms of its campaign. */
export interface Drawing<State extends Opened = Opened> {
  readonly state: State
  readonly terms: CampaignTerms
}

const hour = 3_600_000
const somebody = "somebody" as PersonId
const day = (text: string) => text as CivilDate
/** The days of a delegation in force all the time. */
export const inForce = { from: day("2000-01-01"), until: day("2100-12-31") }
const over = { from: day("2000-01-01"), until: day("2000-12-31") }

/** Gives a person of the tests by id. */
export const personCalled = (id: string): Person => ({
  id: id as PersonId,
  givenName: "Éloïse",
  familyName: `Œuvrard-${id}`,
  quality: "Attachée",
  email: `${id}@academie.example`,
})

/** Gives an instant some hours after another one. */
export const later = (from: Instant, [min, max]: readonly [number, number]) =>
  fc.integer({ min, max }).map((hours) => instantFromMillis(millisOf(from) + hours * hour))

/** Gives an instant on or shortly after a day, never before the last act. */
export const onceCome = ({ state }: Drawing, date: CivilDate): fc.Arbitrary<Instant> => {
  const { at } = lastAct(state)
  const noon = `${date}T11:00:00.000Z` as Instant
  return later(at < noon ? noon : at, [0, 72])
}

/** Gives an instant soon after the last act, now and then long after it. */
export const soon = ({ state }: Drawing): fc.Arbitrary<Instant> => {
  const { at } = lastAct(state)
  return fc.oneof(
    { weight: 6, arbitrary: later(at, [0, 48]) },
    { weight: 1, arbitrary: later(at, [24 * 20, 24 * 60]) },
  )
}

/** Gives the last act of an interview. */
export const lastAct = ({ acts }: Opened) => acts.at(-1) ?? acts[0]

/** Gives the civil day of an instant at the place of the campaign. */
export const dayAt = ({ terms }: Pick<Drawing, "terms">, at: Instant): CivilDate =>
  civilDayAt(at, terms.zone)

/** Gives the day some days after that of an instant. */
export const daysAfter = (drawing: Pick<Drawing, "terms">, at: Instant, days: number) =>
  addDays(dayAt(drawing, at), days)

/**
 * Gives an actor with the right capacity, sometimes through a delegate whose delegation is in
 * force, over, or not shown, sometimes a stranger.
 */
export const actor = (person: PersonId, capacity: Actor["capacity"]): fc.Arbitrary<Actor> => {
  const delegate: Actor = { person: somebody, capacity, onBehalfOf: person }
  return fc.oneof(
    { weight: 16, arbitrary: fc.constant<Actor>({ person, capacity }) },
    {
      weight: 5,
      arbitrary: fc.constantFrom<Actor>(
        { ...delegate, delegation: inForce },
        { ...delegate, delegation: over },
        delegate,
      ),
    },
    { weight: 2, arbitrary: fc.constant<Actor>({ person: somebody, capacity: "agent" }) },
  )
}

const rightful = ({ agent, superior, authority }: Opened) => ({
  agent: actor(agent.id, "agent"),
  superior: actor(superior.id, "superior"),
  authority: actor(authority.id, "authority"),
  "hr-service": fc
    .constantFrom("hr-service" as const, "administrator" as const)
    .chain((capacity) => actor("hr-1" as PersonId, capacity)),
})

/** Gives who acts in a capacity of the file, with the errors of `actor`. */
export const by = (state: Opened, capacity: StepActor): fc.Arbitrary<Actor> =>
  rightful(state)[capacity]

/** The scheduler. */
export const scheduler: Actor = { person: "scheduler" as PersonId, capacity: "system" }

/** Gives reasons. */
export const reason: fc.Arbitrary<Reason> = fc.constantFrom(
  "Nécessité de service." as Reason,
  "Absence.\nVoir le courrier joint." as Reason,
)

/** Gives the agent as the directory may know him: the same, at another address, at none. */
export const known = ({ agent: { email: _, ...agent } }: Opened): fc.Arbitrary<Person> =>
  fc.constantFrom(
    { ...agent, email: "agent@academie.example" },
    { ...agent, email: "agent@autre.example" },
    agent,
  )

/** Gives a command as it is most of the time, else spoilt in one of the ways given. */
export const spoilt = <C>(
  command: fc.Arbitrary<C>,
  ...ways: ReadonlyArray<(command: C) => C>
): fc.Arbitrary<C> =>
  fc.oneof(
    { weight: 8, arbitrary: command },
    ...ways.map((way) => ({ weight: 1, arbitrary: command.map(way) })),
  )

/**
 * Arbitraries of career appointments: the terms of campaigns, and for each state the commands
 * worth trying, most of them valid, the others spoilt in one known way, so that walks reach every
 * declared transition. Days are counted from the day of the command.
 */
import type {
  AppointmentSet,
  AppointmentSetCommand,
  CampaignTerms,
  Evaluators,
  RoleId,
} from "@convoque/core/career-appointments"
import { CampaignId, Reason, SlotId } from "@convoque/core/career-appointments"
import { type Instant, instantFromMillis, millisOf } from "@convoque/core/kernel/calendar"
import type { Actor } from "@convoque/core/kernel/identity"
import { PersonId } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import * as fc from "fast-check"
import { campaignTerms } from "./career-appointments/terms.ts"
import { type Entry, entries } from "./career-appointments/entries.ts"
import { personName } from "./kernel.ts"

export { campaignTerms } from "./career-appointments/terms.ts"

type OpenedSet = Exclude<AppointmentSet, { readonly _tag: "none" }>
type Commands = fc.Arbitrary<AppointmentSetCommand>

const campaignStart = millisOf("2026-09-07T06:00:00.000Z" as Instant)
const hourMillis = 3_600_000

/** Gives instants of the first week of the campaign, and some long after every appointment. */
const moment: fc.Arbitrary<Instant> = fc.oneof(
  { weight: 5, arbitrary: hoursLater(0, 120) },
  { weight: 1, arbitrary: hoursLater(24 * 150, 24 * 155) },
)

function hoursLater(min: number, max: number): fc.Arbitrary<Instant> {
  return fc
    .integer({ min, max })
    .map((hours) => instantFromMillis(campaignStart + hours * hourMillis))
}

const managers = [PersonId.make("manager-1"), PersonId.make("manager-2")] as const
const somebody = PersonId.make("somebody")

/**
 * Gives an actor with the right capacity, sometimes through a delegate, sometimes the wrong person:
 * `wrong` times against 14, more for commands that are seldom drawn.
 */
const actor = (person: PersonId, capacity: Actor["capacity"], wrong: number): fc.Arbitrary<Actor> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant<Actor>({ person, capacity }) },
    {
      weight: 2,
      arbitrary: fc.constant<Actor>({ person: somebody, capacity, onBehalfOf: person }),
    },
    { weight: wrong, arbitrary: fc.constant<Actor>({ person: somebody, capacity }) },
  )

const manager = (wrong: number) => actor(managers[0], "campaign-manager", wrong)

const reason: fc.Arbitrary<Reason> = fc
  .constantFrom("Formation", "Grève des transports.\nVoir le courrier joint.", "é".repeat(1000))
  .map((text) => Reason.make(text))

const optionalReason = fc
  .option(reason, { nil: undefined })
  .map((given) => (given === undefined ? {} : { reason: given }))

const personOf = (id: string): fc.Arbitrary<Person> =>
  fc.record({ givenName: personName, familyName: personName }).map((names) => ({
    id: PersonId.make(id),
    ...names,
    quality: "Professeur certifié",
    email: `${id}@academie.example`,
  }))

/**
 * Gives the commands that open a file, a few of them without some evaluator, with one too many, or
 * with the agent among them.
 */
const openSet: Commands = campaignTerms.chain((terms) =>
  fc
    .record({
      at: hoursLater(0, 1),
      by: manager(2),
      agent: personOf("agent-1"),
      people: fc.tuple(personOf("evaluator-1"), personOf("evaluator-2")),
      named: fc.constantFrom("all", "all", "all", "all", "all", "none", "too-many", "self"),
    })
    .map(({ people, named, ...command }) => ({
      _tag: "openSet" as const,
      ...command,
      managers,
      campaign: CampaignId.make("2026-campaign"),
      evaluators: evaluatorsOf(
        terms,
        named === "self" ? [command.agent, people[1]] : people,
        named,
      ),
      terms,
    })),
)

const evaluatorsOf = (
  { template }: CampaignTerms,
  people: readonly [Person, Person],
  named: string,
): Evaluators => {
  const roles = template.roles.map(({ role }): string => role)
  const wanted = named === "none" ? [] : named === "too-many" ? [...roles, "unheard-of"] : roles
  return Object.fromEntries(wanted.map((role, index) => [role, people[index % 2] ?? people[0]]))
}

const replaceEvaluator = ({ terms, agent, evaluators }: OpenedSet): Commands =>
  fc
    .record({
      at: moment,
      by: manager(5),
      role: fc.constantFrom(...roles(terms), "unheard-of", "constructor"),
      keep: fc.boolean(),
      other: fc.oneof(
        { weight: 3, arbitrary: personOf("evaluator-3") },
        { weight: 1, arbitrary: fc.constant(agent) },
      ),
    })
    .map(({ at, by, role, keep, other }) => {
      const same = Object.hasOwn(evaluators, role) ? evaluators[role as RoleId] : undefined
      return {
        _tag: "replaceEvaluator" as const,
        at,
        by,
        managers,
        role: role as RoleId,
        person: keep ? (same ?? other) : other,
      }
    })

const setAppointments = (state: OpenedSet): Commands =>
  fc.constantFrom(...roles(state.terms)).chain((role) =>
    entering(state, role, "all").map(({ items, ...command }) => ({
      _tag: "setAppointments" as const,
      ...command,
      items,
    })),
  )

const modifyAppointment = (state: OpenedSet): Commands =>
  fc.constantFrom(...roles(state.terms)).chain((role) =>
    entering(state, role, "one").map(({ items: [item], ...command }) => ({
      _tag: "modifyAppointment" as const,
      ...command,
      item: item ?? entries.unknownSlot,
    })),
  )

const entering = (state: OpenedSet, role: RoleId, count: Entry["count"]) =>
  fc
    .record({ at: moment, by: evaluatorOf(state, role, 1) })
    .chain(({ at, by }) =>
      entries.of({ state, role, at, count }).map((entered) => ({ at, by, role, ...entered })),
    )

const evaluatorOf = ({ evaluators }: OpenedSet, role: RoleId, wrong: number): fc.Arbitrary<Actor> =>
  actor(evaluators[role]?.id ?? somebody, "evaluator", wrong)

const accept = ({ agent }: OpenedSet): Commands =>
  fc
    .record({ at: moment, by: actor(agent.id, "agent", 8) })
    .map((command) => ({ _tag: "accept", ...command }))

const requestPostponement = (state: OpenedSet): Commands =>
  fc
    .record({
      at: moment,
      by: actor(state.agent.id, "agent", 3),
      slots: fc.array(someSlot(state), { maxLength: 3 }),
      why: optionalReason,
    })
    .map(({ why, ...command }) => ({ _tag: "requestPostponement", ...command, ...why }))

const answerPostponement = (state: OpenedSet): Commands =>
  fc
    .record({ slot: someSlot(state), at: moment, reason, agent: known(state) })
    .chain(({ slot, ...command }) =>
      ownerOf(state, slot).map((by) => ({ _tag: "answerPostponement", ...command, slot, by })),
    )

const recordOutcome = (state: OpenedSet): Commands =>
  fc
    .record({
      slot: someSlot(state),
      at: moment,
      outcome: fc.constantFrom("held" as const, "agent-absent" as const, "not-held" as const),
      why: optionalReason,
    })
    .chain(({ slot, why, ...command }) =>
      ownerOf(state, slot).map((by) => ({
        _tag: "recordOutcome",
        ...command,
        ...why,
        slot,
        by,
      })),
    )

const cancel = (state: OpenedSet): Commands =>
  fc
    .record({
      at: moment,
      by: manager(14),
      reason,
      agent: known(state),
      isConfirmed: fc.constantFrom(false, false, true),
    })
    .map(({ isConfirmed, ...command }) => ({
      _tag: "cancel",
      ...command,
      managers,
      acknowledged: isConfirmed
        ? [{ code: "convocation.confirmation-required", subject: state.agent.id }]
        : [],
    }))

/** Gives the agent as the directory may know him: at the same address, at another, at none. */
const known = ({ agent: { email, ...agent } }: OpenedSet): fc.Arbitrary<Person> =>
  fc.constantFrom(
    { ...agent, email: email ?? "agent@academie.example" },
    { ...agent, email: "agent@autre.example" },
    agent,
  )

const roles = ({ template }: CampaignTerms): ReadonlyArray<RoleId> =>
  template.roles.map(({ role }) => role)

const unheardOf = SlotId.make("unheard-of")

const someSlot = ({ terms }: OpenedSet): fc.Arbitrary<SlotId> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...terms.template.slots.map(({ slot }) => slot)) },
    { weight: 1, arbitrary: fc.constant(unheardOf) },
  )

const ownerOf = (state: OpenedSet, wanted: SlotId): fc.Arbitrary<Actor> => {
  const owner = state.terms.template.slots.find(({ slot }) => slot === wanted)
  return evaluatorOf(state, owner?.role ?? ("unheard-of" as RoleId), 5)
}

/**
 * Gives commands worth trying in a state, accepted and refused ones alike; every declared
 * transition of the machine is reached within some hundred walks.
 */
export const appointmentSetCommand = (state: AppointmentSet): Commands => {
  if (state._tag === "none") {
    return fc.oneof(
      { weight: 9, arbitrary: openSet },
      { weight: 1, arbitrary: hoursLater(0, 9).map((at) => acceptNothing(at)) },
    )
  }
  const isIncomplete = state._tag === "nothing-set" || state._tag === "partially-set"
  const weigh = (weight: number, make: (state: OpenedSet) => Commands) => ({
    weight,
    arbitrary: make(state),
  })
  return fc.oneof(
    weigh(isIncomplete ? 60 : 2, setAppointments),
    weigh(isIncomplete ? 2 : 60, modifyAppointment),
    weigh(isIncomplete ? 1 : 6, accept),
    weigh(isIncomplete ? 1 : 12, requestPostponement),
    weigh(isIncomplete ? 1 : 12, answerPostponement),
    weigh(isIncomplete ? 1 : 10, recordOutcome),
    weigh(8, replaceEvaluator),
    weigh(6, cancel),
    { weight: 1, arbitrary: openSet },
  )
}

const acceptNothing = (at: Instant): AppointmentSetCommand => ({
  _tag: "accept",
  at,
  by: { person: somebody, capacity: "agent" },
})

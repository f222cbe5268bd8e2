/** The facts that use cases read elsewhere before a decision: people, bookings, absences. */
import * as Effect from "effect/Effect"
import { addDays, type CivilDate, earliest, isCivilDate, latest } from "../../kernel/calendar.ts"
import type { Actor, PersonId, TenantId } from "../../kernel/identity.ts"
import type { Cursor } from "../../kernel/listing.ts"
import {
  type AggregateId,
  PeopleDirectory,
  type Person,
  Storage,
  StorageUnavailable,
  Views,
} from "../../kernel/ports.ts"
import { campaignRef, type FileName, fileRef } from "../aggregates.ts"
import type { AppointmentSetCommand, Booking, SettingFacts } from "../appointment-set/commands.ts"
import { isManager } from "../appointment-set/decider/actors.ts"
import type { Evaluators } from "../appointment-set/events.ts"
import type { EnteredAppointment } from "../appointment-set/model.ts"
import type { AppointmentSetRefusal } from "../appointment-set/refusals.ts"
import { appointmentsOf, type OpenedSet } from "../appointment-set/state.ts"
import { evaluatorBookings } from "../appointment-set/views.ts"
import type { CampaignRefusal } from "../campaign/refusals.ts"
import type { CampaignId, OpenCampaign, RoleId } from "../campaign/model.ts"
import type { ApplicationRefusal } from "./refusals.ts"

/** Gives an open campaign with the name and version to be declared `unchanged`. */
export const readCampaign = (
  tenant: TenantId,
  campaign: CampaignId,
): Effect.Effect<
  {
    readonly state: OpenCampaign
    readonly unchanged: { readonly id: AggregateId; readonly expected: number }
  },
  CampaignRefusal | StorageUnavailable,
  Storage
> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const id = campaignRef(tenant, campaign)
    const [{ state, version }] = yield* storage.load([id])
    return state._tag === "none"
      ? yield* Effect.fail<CampaignRefusal>({ _tag: "campaign.unknown", campaign })
      : { state, unchanged: { id, expected: version } }
  })

/**
 * Gives an open campaign to one of its managers, or `actor.not-allowed`; asked before other facts,
 * so that a stranger learns nothing of them.
 */
export const readManagedCampaign = (
  { by, command }: { readonly by: Actor; readonly command: AppointmentSetCommand["_tag"] },
  { tenant, campaign }: Pick<FileName, "tenant" | "campaign">,
) =>
  Effect.gen(function* () {
    const read = yield* readCampaign(tenant, campaign)
    return isManager({ by, managers: read.state.managers })
      ? read
      : yield* Effect.fail<AppointmentSetRefusal>({
          _tag: "actor.not-allowed",
          command,
          capacity: by.capacity,
        })
  })

/** Gives people by id, or `person.unknown` for the first that the directory does not know. */
export const readPeople = (
  tenant: TenantId,
  ids: ReadonlyArray<PersonId>,
): Effect.Effect<
  ReadonlyMap<PersonId, Person>,
  ApplicationRefusal | StorageUnavailable,
  PeopleDirectory
> =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const wanted = [...new Set(ids)]
    const found = yield* directory.find(tenant, wanted)
    const people = new Map(found.map((person) => [person.id, person]))
    const unknown = wanted.find((id) => !people.has(id))
    return unknown === undefined
      ? people
      : yield* Effect.fail<ApplicationRefusal>({ _tag: "person.unknown", person: unknown })
  })

/** Gives the agent of a file as the directory knows him now, or as the file does if he has left. */
export const readAgent = (
  { tenant }: FileName,
  { agent }: OpenedSet,
): Effect.Effect<Person, StorageUnavailable, PeopleDirectory> =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const found = yield* directory.find(tenant, [agent.id])
    return found.find(({ id }) => id === agent.id) ?? agent
  })

/** Gives the facts for setting or moving the appointments of a role, read at this moment. */
export const readSettingFacts = (
  file: FileName,
  state: OpenedSet,
  { role, items }: { readonly role: RoleId; readonly items: ReadonlyArray<EnteredAppointment> },
): Effect.Effect<SettingFacts, ApplicationRefusal | StorageUnavailable, PeopleDirectory | Views> =>
  Effect.gen(function* () {
    const { agent, evaluators } = yield* readParties(file.tenant, state)
    const dates = items.map(({ date }) => date).filter(isCivilDate)
    const evaluator = state.evaluators[role]
    const [first, ...others] = dates
    if (first === undefined || evaluator === undefined) {
      return { agent, evaluators, bookings: [], unavailabilities: [] }
    }
    const directory = yield* PeopleDirectory
    const bookings = yield* bookingsOf(file.tenant, [evaluator.id], dates)
    // The save that completes the set is warned of the agent's absences over all of it.
    const known = appointmentsOf(state).map(({ date }) => date)
    const unavailabilities = yield* directory.unavailableDays(file.tenant, agent.id, {
      from: earliest(first, ...others, ...known),
      until: latest(first, ...others, ...known),
    })
    const own = fileRef(file).key
    return {
      agent,
      evaluators,
      bookings: bookings.filter((booking) => booking.file !== own),
      unavailabilities,
    }
  })

/**
 * Gives the bookings of some evaluators around some days. The days of a place can be one off
 * those in UTC, by which bookings are found.
 */
export const bookingsOf = (
  tenant: TenantId,
  evaluators: ReadonlyArray<PersonId>,
  dates: ReadonlyArray<CivilDate>,
): Effect.Effect<ReadonlyArray<Booking>, StorageUnavailable, Views> =>
  Effect.gen(function* () {
    if (dates.length === 0 || evaluators.length === 0) return []
    const views = yield* Views
    const days = new Set(dates.flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]))
    const found: Array<Booking> = []
    let after: Cursor | undefined
    do {
      const page = yield* views
        .page(evaluatorBookings, tenant, {
          scope: [...new Set(evaluators)],
          filters: { day: [...days] },
          sort: { column: "start", direction: "ascending" },
          limit: 500,
          ...(after === undefined ? {} : { after }),
        })
        .pipe(
          Effect.mapError((failure) =>
            failure._tag === "StorageUnavailable"
              ? failure
              : new StorageUnavailable({ reason: failure._tag, safeToRetry: false }),
          ),
        )
      found.push(...page.rows.map(({ row }) => row))
      after = page.next
    } while (after !== undefined)
    return found
  })

// Nobody is convened whom the directory does not know; an evaluator who has left it stays as the
// file names him until a manager replaces him.
const readParties = (tenant: TenantId, state: OpenedSet) =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const roles = Object.entries(state.evaluators)
    const wanted = [state.agent.id, ...roles.map(([, person]) => person.id)]
    const found = yield* directory.find(tenant, [...new Set(wanted)])
    const people = new Map(found.map((person) => [person.id, person]))
    const agent = people.get(state.agent.id)
    if (agent === undefined) {
      return yield* Effect.fail<ApplicationRefusal>({
        _tag: "person.unknown",
        person: state.agent.id,
      })
    }
    const evaluators: Evaluators = Object.fromEntries(
      roles.map(([role, person]) => [role, people.get(person.id) ?? person]),
    )
    return { agent, evaluators }
  })

/**
 * Enrolling a population: every line is read before anything is opened, and either all files are
 * opened in one commit or none is, with each fault at its line and column.
 *
 * @requirement RDC-01
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Act } from "../../kernel/event.ts"
import type { StaleConflict } from "../../kernel/handle.ts"
import { type Actor, PersonId, type TenantId } from "../../kernel/identity.ts"
import { decide, fold } from "../../kernel/machine.ts"
import {
  type Change,
  PeopleDirectory,
  type Person,
  Storage,
  type StorageUnavailable,
} from "../../kernel/ports.ts"
import { fileRef } from "../aggregates.ts"
import { appointmentSetMachine } from "../appointment-set/decider.ts"
import { isManager } from "../appointment-set/decider/actors.ts"
import type { Evaluators } from "../appointment-set/events.ts"
import type { AppointmentSetRefusal } from "../appointment-set/refusals.ts"
import type { CampaignId, OpenCampaign } from "../campaign/model.ts"
import type { CampaignRefusal } from "../campaign/refusals.ts"
import { now } from "./act.ts"
import { readCampaign } from "./facts.ts"
import type { ApplicationRefusal, EnrolmentFault } from "./refusals.ts"

/**
 * One line of a population file, as typed: a column `agent` and a column for each role of the
 * campaign, holding ids of people; `line` counts from 1, the header being the first.
 */
export interface EnrolmentLine {
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}

interface Enrolment {
  readonly by: Actor
  readonly tenant: TenantId
  readonly campaign: CampaignId
  readonly lines: ReadonlyArray<EnrolmentLine>
}

type EnrolmentFailure =
  | ApplicationRefusal
  | AppointmentSetRefusal
  | CampaignRefusal
  | StaleConflict
  | StorageUnavailable

/**
 * Opens a file for each line and gives their number. Refuses by `enrolment.refused` with every
 * fault in line order, then as opening one file would.
 */
export const enrolAll = (
  request: Enrolment,
): Effect.Effect<{ readonly opened: number }, EnrolmentFailure, Storage | PeopleDirectory> =>
  attempt({ ...request, lines: request.lines.map(trimmed) }, 1)

const attempts = 3

const attempt = (
  request: Enrolment,
  nth: number,
): Effect.Effect<{ readonly opened: number }, EnrolmentFailure, Storage | PeopleDirectory> =>
  Effect.gen(function* () {
    const at = yield* now
    const storage = yield* Storage
    const { by, tenant, lines } = request
    const { state: campaign, unchanged } = yield* readCampaign(tenant, request.campaign)
    if (!isManager({ by, managers: campaign.managers })) {
      return yield* Effect.fail<EnrolmentFailure>({
        _tag: "actor.not-allowed",
        command: "enrolAll",
        capacity: by.capacity,
      })
    }
    const population = yield* readPopulation(request, campaign)
    const [first, ...others] = lines.flatMap((line, index) => faultsOf(line, index, population))
    if (first !== undefined) {
      return yield* Effect.fail<EnrolmentFailure>({
        _tag: "enrolment.refused",
        faults: [first, ...others],
      })
    }
    const act = { at, by }
    const changes = yield* Effect.fromResult(
      Result.all(lines.map((line) => opening({ line, act, tenant, campaign, population }))),
    )
    yield* storage.commit({ tenant, changes, unchanged: [unchanged], erase: [], messages: [] })
    return { opened: changes.length }
  }).pipe(
    Effect.catchTag("StaleVersion", () =>
      nth < attempts ? attempt(request, nth + 1) : stale(request),
    ),
  )

// Files that appeared meanwhile are faults of the next attempt: it is the campaign that moves.
const stale = (request: Enrolment) =>
  Effect.gen(function* () {
    const { unchanged } = yield* readCampaign(request.tenant, request.campaign)
    return yield* Effect.fail<EnrolmentFailure>({
      _tag: "conflict.stale-version",
      current: unchanged.expected,
    })
  })

const trimmed = ({ line, values }: EnrolmentLine): EnrolmentLine => ({
  line,
  values: Object.fromEntries(
    Object.entries(values).map(([column, value]) => [column, value.trim()]),
  ),
})

const opening = ({
  line,
  act,
  tenant,
  campaign,
  population,
}: {
  readonly line: EnrolmentLine
  readonly act: Act
  readonly tenant: TenantId
  readonly campaign: OpenCampaign
  readonly population: Population
}): Result.Result<Change, AppointmentSetRefusal | ApplicationRefusal> => {
  const { agent, evaluators } = partiesOf(line, population)
  if (agent === undefined) {
    return Result.fail({ _tag: "person.unknown", person: line.values["agent"] as PersonId })
  }
  const { managers, terms } = campaign
  const decided = decide(
    appointmentSetMachine,
    {
      _tag: "openSet",
      ...act,
      managers,
      campaign: campaign.campaign,
      agent,
      evaluators,
      terms,
    },
    appointmentSetMachine.initial,
  )
  return Result.map(decided, (events) => ({
    id: fileRef({ tenant, campaign: campaign.campaign, agent: agent.id }),
    expected: 0,
    events,
    state: fold(appointmentSetMachine, events),
  }))
}

interface Population {
  readonly roles: ReadonlyArray<string>
  readonly people: ReadonlyMap<string, Person>
  readonly enrolled: ReadonlySet<string>
  readonly firstIndex: ReadonlyMap<string, number>
}

const isPersonId = Schema.is(PersonId)

const readPopulation = (
  { tenant, lines }: Enrolment,
  { campaign, terms }: OpenCampaign,
): Effect.Effect<Population, StorageUnavailable, Storage | PeopleDirectory> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const directory = yield* PeopleDirectory
    const roles = terms.template.roles.map(({ role }): string => role)
    const named = lines.flatMap(({ values }) => ["agent", ...roles].map((column) => values[column]))
    const found = yield* directory.find(tenant, [...new Set(named)].filter(isPersonId))
    const agents = [...new Set(lines.map(({ values }) => values["agent"]))].filter(isPersonId)
    const files = yield* storage.load(agents.map((agent) => fileRef({ tenant, campaign, agent })))
    const firstIndex = new Map<string, number>()
    for (const [index, { values }] of lines.entries()) {
      const agent = values["agent"] ?? ""
      if (!firstIndex.has(agent)) firstIndex.set(agent, index)
    }
    return {
      roles,
      people: new Map(found.map((person) => [person.id, person])),
      enrolled: new Set(agents.filter((_, index) => (files[index]?.version ?? 0) > 0)),
      firstIndex,
    }
  })

const faultsOf = (
  { line, values }: EnrolmentLine,
  index: number,
  { roles, people, enrolled, firstIndex }: Population,
): ReadonlyArray<EnrolmentFault> => {
  const agent = values["agent"] ?? ""
  return ["agent", ...roles].flatMap((column): ReadonlyArray<EnrolmentFault> => {
    const typed = values[column]
    const value = typed ?? ""
    const fault = (code: EnrolmentFault["code"]) => [
      { line, column, code, value: value.slice(0, 64) },
    ]
    const isAgent = column === "agent"
    if (typed === undefined) return fault("column-missing")
    if (value === "") return fault(isAgent ? "agent-missing" : "evaluator-missing")
    if (!people.has(value)) return fault(isAgent ? "agent-unknown" : "evaluator-unknown")
    if (!isAgent) return value === agent ? fault("evaluates-self") : []
    if ((firstIndex.get(value) ?? index) < index) return fault("agent-twice")
    return enrolled.has(value) ? fault("agent-already-enrolled") : []
  })
}

const partiesOf = (
  { values }: EnrolmentLine,
  { roles, people }: Population,
): { readonly agent: Person | undefined; readonly evaluators: Evaluators } => ({
  agent: people.get(values["agent"] ?? ""),
  evaluators: Object.fromEntries(
    roles.flatMap((role) => {
      const person = people.get(values[role] ?? "")
      return person === undefined ? [] : [[role, person]]
    }),
  ),
})

/**
 * Opening the interviews of a campaign from a population: every line is read before anything is
 * opened, and all that is opened is opened in one commit.
 *
 * @requirement CAM-05
 * @requirement ENT-28
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Act } from "../../../kernel/event.ts"
import { PersonId, type TenantId } from "../../../kernel/identity.ts"
import { decide, fold } from "../../../kernel/machine.ts"
import { type Change, PeopleDirectory, type Person, Storage } from "../../../kernel/ports.ts"
import { campaignRef, interviewRef } from "../../aggregates.ts"
import { campaignMachine } from "../../campaign/decider.ts"
import { PopulationFault, PopulationWarning } from "../../campaign/model.ts"
import type { CampaignRefusal } from "../../campaign/refusals.ts"
import {
  type Population,
  type PopulationLine,
  populationColumns,
  readPopulation,
  type SoundLine,
} from "../../campaign/rules/population.ts"
import type { OpenCampaign } from "../../campaign/state.ts"
import { interviewMachine } from "../../interview/decider.ts"
import type { InterviewRefusal } from "../../interview/refusals.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import { now, readCampaign } from "../act.ts"
import { type CampaignFailure, type OnCampaign, readAs, stale } from "./act.ts"
import { loadMany } from "./pages.ts"

/**
 * What a population file led to, or would lead to in a dry run.
 *
 * - `lines`: how many were read, `sound`: how many of them could be opened, `opened`: how many were;
 * - `faults`, `warnings`: in line order; a line with a fault is not opened.
 */
export const PopulationReport = Schema.Struct({
  lines: Schema.Int,
  sound: Schema.Int,
  opened: Schema.Int,
  faults: Schema.Array(PopulationFault),
  warnings: Schema.Array(PopulationWarning),
}).annotate({ identifier: "PopulationReport" })
export type PopulationReport = typeof PopulationReport.Type

/**
 * A population to open: columns `agent`, `superior` and `authority` with ids of people.
 *
 * - `dryRun`: tells what would be opened and opens nothing;
 * - `acceptPartial`: opens the lines without fault; otherwise one fault keeps all from being opened.
 */
export interface AddingInterviews extends OnCampaign {
  readonly lines: ReadonlyArray<PopulationLine>
  readonly dryRun: boolean
  readonly acceptPartial: boolean
}

/**
 * Opens an interview for each line, all in one commit. Refuses by `population.refused` with every
 * fault; a dry run tells them without refusing.
 */
export const addInterviews = (
  request: AddingInterviews,
): Effect.Effect<PopulationReport, CampaignFailure | InterviewRefusal, Storage | PeopleDirectory> =>
  attempt(request, 1)

const attempts = 3

const attempt = (
  request: AddingInterviews,
  nth: number,
): Effect.Effect<PopulationReport, CampaignFailure | InterviewRefusal, Storage | PeopleDirectory> =>
  Effect.gen(function* () {
    const { tenant, seen, lines, dryRun, acceptPartial } = request
    const { state, unchanged, by } = yield* readAs(request)
    const act = { at: yield* now, by }
    const { expected } = unchanged
    if (seen !== undefined && seen !== expected) return yield* stale(expected, seen)
    // Asked before the people are read, so that a stranger learns nothing of them.
    yield* Effect.fromResult(added(state, act, 0))
    const population = yield* judge(request, state)
    const [first, ...others] = population.faults
    if (first !== undefined && !dryRun && !acceptPartial) {
      return yield* Effect.fail<CampaignRefusal>({
        _tag: "population.refused",
        faults: [first, ...others],
      })
    }
    const isOpened = !dryRun && population.sound.length > 0
    if (isOpened) yield* open({ act, tenant, state, expected, population })
    const { faults, warnings, sound } = population
    return {
      lines: lines.length,
      sound: sound.length,
      opened: isOpened ? sound.length : 0,
      faults,
      warnings,
    }
  }).pipe(
    Effect.catchTag("StaleVersion", () =>
      nth < attempts
        ? attempt(request, nth + 1)
        : Effect.flatMap(readCampaign(request.tenant, request.campaign), ({ unchanged }) =>
            stale(unchanged.expected, request.seen),
          ),
    ),
  )

const added = (state: OpenCampaign, act: Act, count: number) =>
  decide(campaignMachine, { _tag: "addInterviews", ...act, count }, state)

const isPersonId = Schema.is(PersonId)

const judge = ({ tenant, lines }: AddingInterviews, { terms }: OpenCampaign) =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const named = new Set(
      lines.flatMap(({ values }) =>
        populationColumns.map((column) => values[column]?.trim() ?? ""),
      ),
    )
    const found = yield* directory.find(tenant, [...named].filter(isPersonId))
    const people = new Map<string, Person>(found.map((person) => [person.id, person]))
    const agents = [...new Set(lines.map(({ values }) => values["agent"]?.trim() ?? ""))]
    const names = agents.flatMap((agent) => {
      const person = people.get(agent)
      return person === undefined ? [] : [interviewOf(tenant, terms, person)]
    })
    const loaded = yield* loadMany(names.map(interviewRef))
    const opened = new Set(
      names.filter((_, index) => (loaded[index]?.version ?? 0) > 0).map(({ agent }) => agent),
    )
    return readPopulation(lines, { people, opened })
  })

const interviewOf = (tenant: TenantId, { year, procedure }: CampaignTerms, { id }: Person) => ({
  tenant,
  type: procedure.type,
  year,
  agent: id,
})

const open = (opening: {
  readonly act: Act
  readonly tenant: TenantId
  readonly state: OpenCampaign
  readonly expected: number
  readonly population: Population
}) =>
  Effect.gen(function* () {
    const { act, tenant, state, expected, population } = opening
    const events = yield* Effect.fromResult(added(state, act, population.sound.length))
    const interviews = yield* Effect.fromResult(
      Result.all(population.sound.map((line) => opened(line, opening))),
    )
    const campaign: Change = {
      id: campaignRef(tenant, state.campaign),
      expected,
      events,
      state: fold(campaignMachine, events, state),
    }
    const storage = yield* Storage
    const changes = [campaign, ...interviews]
    yield* storage.commit({ tenant, changes, unchanged: [], erase: [], messages: [] })
  })

const opened = (
  { agent, superior, authority }: SoundLine,
  {
    act,
    tenant,
    state: { campaign, terms },
  }: { readonly act: Act; readonly tenant: TenantId; readonly state: OpenCampaign },
): Result.Result<Change, InterviewRefusal> => {
  const name = interviewOf(tenant, terms, agent)
  const { type, year } = name
  const decided = decide(
    interviewMachine,
    { _tag: "openInterview", ...act, campaign, type, year, agent, superior, authority },
    interviewMachine.initial,
  )
  return Result.map(decided, (events) => ({
    id: interviewRef(name),
    expected: 0,
    events,
    state: fold(interviewMachine, events),
  }))
}

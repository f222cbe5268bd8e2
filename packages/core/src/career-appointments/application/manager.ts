/**
 * What campaign managers do: create a campaign, enrol agents by hand or from a population file,
 * replace an evaluator, cancel a file.
 *
 * @requirement RDC-01
 */
import * as Effect from "effect/Effect"
import { handle } from "../../kernel/handle.ts"
import type { Actor, PersonId, TenantId } from "../../kernel/identity.ts"
import type { Person, Storage, StorageUnavailable } from "../../kernel/ports.ts"
import type { Acknowledgement } from "../../kernel/refusal.ts"
import { campaignRef, type FileName, fileRef } from "../aggregates.ts"
import { appointmentSetMachine } from "../appointment-set/decider.ts"
import type { AppointmentSetCommand } from "../appointment-set/commands.ts"
import type { AppointmentSetEvent, Evaluators } from "../appointment-set/events.ts"
import type { Reason } from "../appointment-set/model.ts"
import type { AppointmentSetRefusal } from "../appointment-set/refusals.ts"
import type { AppointmentSet } from "../appointment-set/state.ts"
import { campaignMachine } from "../campaign/decider.ts"
import type { CampaignCommand } from "../campaign/commands.ts"
import type { CampaignEvent } from "../campaign/events.ts"
import type { Campaign, CampaignId, CampaignTerms, RoleId } from "../campaign/model.ts"
import type { CampaignRefusal } from "../campaign/refusals.ts"
import type { SchoolYear } from "../../kernel/calendar.ts"
import { type ActFailure, type ActNeeds, actOnFile, now, type OnFile } from "./act.ts"
import { readAgent, readCampaign, readManagedCampaign, readPeople } from "./facts.ts"

/** Creates a campaign from a template, which must be coherent. */
export const createCampaign = Effect.fn("career-appointments.createCampaign")(function* (request: {
  readonly by: Actor
  readonly tenant: TenantId
  readonly campaign: CampaignId
  readonly schoolYear: SchoolYear
  readonly managers: readonly [PersonId, ...ReadonlyArray<PersonId>]
  readonly terms: CampaignTerms
}) {
  const at = yield* now
  const { by, tenant, campaign, schoolYear, managers, terms } = request
  return yield* handle<
    Campaign,
    CampaignCommand,
    CampaignEvent,
    CampaignRefusal,
    StorageUnavailable,
    Storage
  >({
    id: campaignRef(tenant, campaign),
    machine: campaignMachine,
    complete: () =>
      Effect.succeed({
        command: { _tag: "createCampaign", at, by, campaign, schoolYear, managers, terms },
      }),
    react: () => Effect.succeed([]),
  })
})

/** The evaluators of one agent, by role. */
export type NamedEvaluators = Readonly<Record<RoleId, PersonId>>

/** Opens the file of one agent and names its evaluators. */
export const enrol = Effect.fn("career-appointments.enrol")(function* (request: {
  readonly by: Actor
  readonly file: FileName
  readonly evaluators: NamedEvaluators
}) {
  const at = yield* now
  const { by, file } = request
  return yield* handle<
    AppointmentSet,
    AppointmentSetCommand,
    AppointmentSetEvent,
    AppointmentSetRefusal,
    ActFailure | CampaignRefusal,
    ActNeeds
  >({
    id: fileRef(file),
    machine: appointmentSetMachine,
    complete: () =>
      Effect.gen(function* () {
        const { state, unchanged } = yield* readManagedCampaign({ by, command: "openSet" }, file)
        const ids = [file.agent, ...Object.values(request.evaluators)]
        const people = yield* readPeople(file.tenant, ids)
        const agent = people.get(file.agent)
        if (agent === undefined) {
          return yield* Effect.fail<ActFailure>({ _tag: "person.unknown", person: file.agent })
        }
        const evaluators = knownEvaluators(request.evaluators, people)
        const { managers, campaign, terms } = state
        return {
          command: { _tag: "openSet", at, by, managers, campaign, agent, evaluators, terms },
          unchanged: [unchanged],
        }
      }),
    react: () => Effect.succeed([]),
  })
})

const knownEvaluators = (
  named: NamedEvaluators,
  people: ReadonlyMap<PersonId, Person>,
): Evaluators =>
  Object.fromEntries(
    Object.entries(named).flatMap(([role, id]) => {
      const person = people.get(id)
      return person === undefined ? [] : [[role, person]]
    }),
  )

/** Gives a role to another person; the appointments already set stay. */
export const replaceEvaluator = Effect.fn("career-appointments.replaceEvaluator")(function* (
  request: OnFile & { readonly role: RoleId; readonly person: PersonId },
) {
  const { file, role, person: id } = request
  return yield* actOnFile<CampaignRefusal>(request, (_state, act) =>
    Effect.gen(function* () {
      const asked = { by: act.by, command: "replaceEvaluator" as const }
      const { state, unchanged } = yield* readManagedCampaign(asked, file)
      const person = (yield* readPeople(file.tenant, [id])).get(id)
      if (person === undefined) {
        return yield* Effect.fail<ActFailure>({ _tag: "person.unknown", person: id })
      }
      const { managers } = state
      return {
        command: { _tag: "replaceEvaluator", ...act, managers, role, person },
        unchanged: [unchanged],
      }
    }),
  )
})

/** Cancels a file; if its convocation was issued, the agent's calendar loses the appointments. */
export const cancelSet = Effect.fn("career-appointments.cancelSet")(function* (
  request: OnFile & {
    readonly reason: Reason
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
) {
  const { file, reason, acknowledged } = request
  return yield* actOnFile<CampaignRefusal>(request, (opened, act) =>
    Effect.gen(function* () {
      const { state, unchanged } = yield* readCampaign(file.tenant, file.campaign)
      const agent = yield* readAgent(file, opened)
      const { managers } = state
      return {
        command: { _tag: "cancel", ...act, managers, reason, acknowledged, agent },
        unchanged: [unchanged],
      }
    }),
  )
})

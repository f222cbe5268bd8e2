/**
 * Deleting a campaign with all that belongs to it: interviews, appeals, exports, their files and
 * their mails. What was handed to the personnel file stays there.
 *
 * It takes two commits. The first decides: the campaign is closed to everybody from then on. It names
 * the appeals `unchanged`, so that one lodged meanwhile is acknowledged too. Reports that are finished
 * then go to the personnel file if it does not have them. The second erases and leaves the tombstone.
 * After a breakdown between the two, `finishDeletions` goes on where it stopped.
 *
 * @requirement CAM-16
 * @requirement CAM-17
 * @requirement CAM-18
 */
import * as Effect from "effect/Effect"
import { type CivilDate, civilDayAt } from "../../../kernel/calendar.ts"
import { type Completed, handle } from "../../../kernel/handle.ts"
import type { TenantId } from "../../../kernel/identity.ts"
import type { Acknowledgement } from "../../../kernel/refusal.ts"
import {
  type AggregateId,
  DocumentStorage,
  type Loaded,
  type PersonnelFile,
  Storage,
  type StorageUnavailable,
  type Views,
} from "../../../kernel/ports.ts"
import {
  appealRef,
  campaignRef,
  campaignTombstoneRef,
  exportRef,
  type InterviewName,
  interviewKey,
  interviewRef,
} from "../../aggregates.ts"
import { unfiledReports } from "../../appeal/rules/final-reports.ts"
import { isAppealOpen } from "../../appeal/rules.ts"
import type { Appeal, LodgedAppeal } from "../../appeal/state.ts"
import type { CampaignCommand } from "../../campaign/commands.ts"
import { campaignMachine } from "../../campaign/decider.ts"
import type { CampaignEvent } from "../../campaign/events.ts"
import type { CampaignRefusal } from "../../campaign/refusals.ts"
import type { Campaign, DeletedCampaign } from "../../campaign/state.ts"
import { allDeletions, unfinishedDeletions } from "../../campaign/views.ts"
import { exportedFiles } from "../../export/model.ts"
import { exportList, exportsOfCampaign } from "../../export/views.ts"
import { campaignInterviews, interviewTasks } from "../../interview/views.ts"
import type { InterviewsSetup } from "../../ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import { now } from "../act.ts"
import { fileFinalReport, fileReport } from "../hand-over.ts"
import { type CampaignFailure, type OnCampaign, unknownCampaign } from "./act.ts"
import { documentsOf } from "./documents.ts"
import { allRows, interviewsOfKeys, loadMany } from "./pages.ts"
import { withDelegation } from "../delegated.ts"
import { filesOf } from "../interview/kept-files.ts"

/** How much was erased. */
export interface Erased {
  readonly interviews: number
  readonly appeals: number
}

/**
 * Deletes a campaign for good and tells how much was erased. Asks for a confirmation, then for one
 * of each open appeal.
 */
export const deleteCampaign = Effect.fn("interviews.deleteCampaign")(function* (
  request: OnCampaign & { readonly acknowledged: ReadonlyArray<Acknowledgement> },
) {
  const { tenant, campaign } = request
  const { state } = yield* decideDeletion(request)
  if (state._tag !== "deleted") return yield* unknownCampaign(campaign)
  return yield* eraseCampaign(tenant, state)
})

type Deleting = OnCampaign & { readonly acknowledged: ReadonlyArray<Acknowledgement> }

const decideDeletion = (request: Deleting) =>
  handle<
    Campaign,
    CampaignCommand,
    CampaignEvent,
    CampaignRefusal,
    CampaignFailure,
    Storage | Views
  >({
    id: campaignRef(request.tenant, request.campaign),
    machine: campaignMachine,
    seen: request.seen,
    complete: ({ state }) => completed(request, state),
    react: () => Effect.succeed([]),
  })

const completed = (
  { by, tenant, campaign, acknowledged }: Deleting,
  state: Campaign,
): Effect.Effect<Completed<CampaignCommand>, CampaignFailure, Storage | Views> =>
  Effect.gen(function* () {
    if (state._tag === "none") return yield* unknownCampaign(campaign)
    const at = yield* now
    // Nobody is an administrator on somebody's behalf, on whatever day.
    yield* withDelegation(tenant, by, at.slice(0, 10) as CivilDate)
    const command = { _tag: "delete" as const, at, by, acknowledged }
    // A stranger is refused before anything is counted.
    if (state._tag === "deleted" || by.capacity !== "administrator") {
      return { command: { ...command, interviews: 0, appeals: 0, openAppeals: [] } }
    }
    const names = yield* interviewsIn(tenant, campaign)
    const loaded = yield* loadMany(names.map(appealRef))
    const appeals = lodgedOf(names, loaded)
    const today = civilDayAt(command.at, state.terms.zone)
    const openAppeals = appeals
      .filter((appeal) => isAppealOpen(appeal.state, today))
      .map(({ name }) => interviewKey(name))
    return {
      command: {
        ...command,
        interviews: names.length,
        appeals: appeals.length,
        openAppeals,
      },
      unchanged: names.map((name, index) => ({
        id: appealRef(name),
        expected: loaded[index]?.version ?? 0,
      })),
    }
  })

/** Ends the deletions of a tenant that a breakdown interrupted; gives their number. */
export const finishDeletions = Effect.fn("interviews.finishDeletions")(function* (
  tenant: TenantId,
) {
  const rows = yield* allRows(unfinishedDeletions, tenant, {
    scope: allDeletions,
    sort: { column: "campaign", direction: "ascending" },
  })
  const campaigns = yield* loadMany(rows.map(({ row }) => campaignRef(tenant, row.campaign)))
  const deleted = campaigns.flatMap(({ state }) => (state._tag === "deleted" ? [state] : []))
  yield* Effect.forEach(deleted, (state) => eraseCampaign(tenant, state), { discard: true })
  return deleted.length
})

const interviewsIn = (tenant: TenantId, scope: OnCampaign["campaign"]) =>
  Effect.map(
    allRows(campaignInterviews, tenant, {
      scope,
      sort: { column: "collaborator", direction: "ascending" },
    }),
    (rows) =>
      interviewsOfKeys(
        tenant,
        rows.map(({ key }) => key),
      ),
  )

interface NamedAppeal {
  readonly name: InterviewName
  readonly state: LodgedAppeal
}

const lodgedOf = (
  names: ReadonlyArray<InterviewName>,
  loaded: ReadonlyArray<Loaded<Appeal>>,
): ReadonlyArray<NamedAppeal> =>
  loaded.flatMap(({ state }, index) => {
    const name = names[index]
    return state._tag === "none" || name === undefined ? [] : [{ name, state }]
  })

/** What erasing a campaign needs from outside. */
type ErasingNeeds = Storage | Views | DocumentStorage | PersonnelFile | InterviewsSetup

// Files go before the commit: a breakdown in between leaves the campaign to find them again.
const eraseCampaign = (
  tenant: TenantId,
  { campaign, deletion, terms }: DeletedCampaign,
): Effect.Effect<Erased, CampaignFailure, ErasingNeeds> =>
  Effect.gen(function* () {
    const names = yield* interviewsIn(tenant, campaign)
    const appeals = lodgedOf(names, yield* loadMany(names.map(appealRef)))
    if (terms !== undefined) yield* fileFinished(names, appeals, terms)
    const exports = yield* allRows(exportList, tenant, {
      scope: exportsOfCampaign(campaign),
      sort: { column: "requested-at", direction: "ascending" },
    })
    yield* removeUnder(tenant, [
      documentsOf(campaign),
      ...exports.map(({ row }) => exportedFiles(row.export)),
      ...names.map(filesOf),
    ])
    const erase: ReadonlyArray<AggregateId> = [
      campaignRef(tenant, campaign),
      ...names.map(interviewRef),
      ...appeals.map(({ name }) => appealRef(name)),
      ...exports.map(({ row }) => exportRef(tenant, row.export)),
    ]
    const erased: Erased = { interviews: names.length, appeals: appeals.length }
    yield* commitErasure({ tenant, erase, event: { campaign, ...deletion, ...erased } })
    return erased
  })

// Nobody acts on the campaign any more: what is finished now is all that will ever be.
const fileFinished = (
  names: ReadonlyArray<InterviewName>,
  appeals: ReadonlyArray<NamedAppeal>,
  terms: CampaignTerms,
) =>
  Effect.gen(function* () {
    const [first] = names
    if (first === undefined) return
    const rows = yield* allRows(interviewTasks, first.tenant, {
      scope: "hand-over",
      sort: { column: "due", direction: "ascending" },
    })
    const waiting = new Set(rows.map(({ key }) => key))
    const closed = names.filter((name) => waiting.has(interviewKey(name)))
    const loaded = yield* loadMany(closed.map(interviewRef))
    for (const [index, name] of closed.entries()) {
      const state = loaded[index]?.state
      if (state?._tag === "closed") yield* fileReport(name, state, terms)
    }
    for (const { name, state } of appeals) {
      for (const revised of unfiledReports(state)) yield* fileFinalReport(name, revised, terms)
    }
  })

const commitErasure = ({
  tenant,
  erase,
  event,
}: {
  readonly tenant: TenantId
  readonly erase: ReadonlyArray<AggregateId>
  readonly event: Omit<Extract<CampaignEvent, { readonly _tag: "CampaignDeleted" }>, "_tag">
}): Effect.Effect<void, StorageUnavailable, Storage> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const deleted: CampaignEvent = { _tag: "CampaignDeleted", ...event }
    const state = campaignMachine.evolve(campaignMachine.initial, deleted)
    const id = campaignTombstoneRef(tenant, event.campaign)
    const changes = [{ id, expected: 0, events: [deleted], state }]
    yield* storage.commit({ tenant, changes, unchanged: [], erase, messages: [] }).pipe(
      // Somebody else ended the same deletion in the meantime.
      Effect.catchTag("StaleVersion", () => Effect.void),
    )
  })

/** Removes all files under some prefixes of the document storage. */
export const removeUnder = (tenant: TenantId, prefixes: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const documents = yield* DocumentStorage
    yield* Effect.forEach(prefixes, (prefix) => documents.removeUnder(tenant, prefix), {
      concurrency: 8,
      discard: true,
    })
  })

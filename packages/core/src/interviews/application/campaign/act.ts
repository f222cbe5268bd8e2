/**
 * Acting on a campaign: load it, complete the command with the facts it needs, decide, commit,
 * answer; and correcting its terms.
 *
 * @requirement ENT-01
 */
import * as Effect from "effect/Effect"
import { type CivilDate, civilDayAt } from "../../../kernel/calendar.ts"
import type { Act } from "../../../kernel/event.ts"
import { type Handled, handle, type StaleConflict } from "../../../kernel/handle.ts"
import {
  type Actor,
  type CampaignId,
  responsiblePerson,
  type TenantId,
} from "../../../kernel/identity.ts"
import type { MessageContent } from "../../../kernel/message.ts"
import { type Storage, type StorageUnavailable, Views } from "../../../kernel/ports.ts"
import { campaignRef } from "../../aggregates.ts"
import type { CampaignCommand } from "../../campaign/commands.ts"
import { campaignMachine } from "../../campaign/decider.ts"
import type { CampaignEvent } from "../../campaign/events.ts"
import type { CampaignChanges } from "../../campaign/model.ts"
import type { CampaignRefusal } from "../../campaign/refusals.ts"
import type { Campaign, OpenCampaign } from "../../campaign/state.ts"
import type { DelegationRefusal } from "../../delegation/refusals.ts"
import { isHumanResources } from "../../interview/decider/actors.ts"
import { campaignInterviews, yes } from "../../interview/views.ts"
import { now, readCampaign, todayIn } from "../act.ts"
import { asUnavailable, tallyOf } from "./pages.ts"
import { withDelegation } from "../delegated.ts"

/** Who acts on which campaign, having seen which version. */
export interface OnCampaign {
  readonly by: Actor
  readonly tenant: TenantId
  readonly campaign: CampaignId
  readonly seen?: number | undefined
}

/** The ways in which acting on a campaign can end otherwise than well. */
export type CampaignFailure =
  | CampaignRefusal
  | DelegationRefusal
  | StaleConflict
  | StorageUnavailable

/** What a command on a campaign is completed from. */
export interface CampaignFacts {
  readonly state: OpenCampaign
  readonly act: Act
  readonly today: CivilDate
}

/** How a command is completed, and which messages its events cause. */
export interface ActingOn<X> {
  readonly complete: (facts: CampaignFacts) => Effect.Effect<CampaignCommand, CampaignFailure, X>
  readonly react?: (
    happened: ReadonlyArray<CampaignEvent>,
    state: Campaign,
  ) => Effect.Effect<ReadonlyArray<MessageContent>, CampaignFailure, X>
}

/** Acts on a campaign that is open; refuses any other by `campaign.unknown`. */
export const actOnCampaign = <X>(
  { by, tenant, campaign, seen }: OnCampaign,
  { complete, react = () => Effect.succeed([]) }: ActingOn<X>,
): Effect.Effect<Handled<Campaign, CampaignEvent>, CampaignFailure, X | Storage> =>
  handle<Campaign, CampaignCommand, CampaignEvent, CampaignRefusal, CampaignFailure, X | Storage>({
    id: campaignRef(tenant, campaign),
    machine: campaignMachine,
    seen,
    complete: ({ state }) =>
      Effect.gen(function* () {
        if (state._tag !== "open") return yield* unknownCampaign(campaign)
        const at = yield* now
        const today = civilDayAt(at, state.terms.zone)
        const author = yield* withDelegation(tenant, by, today)
        const command = yield* complete({ state, act: { at, by: author.by }, today })
        return { command, unchanged: author.unchanged }
      }),
    react: ({ state, events }) => (events.length === 0 ? Effect.succeed([]) : react(events, state)),
  })

/** Refuses a campaign that was never opened, was deleted or belongs to another tenant. */
export const unknownCampaign = (campaign: CampaignId) =>
  Effect.fail<CampaignRefusal>({ _tag: "campaign.unknown", campaign })

/**
 * Gives an open campaign with its reader, whose delegation is looked up when he reads on somebody's
 * behalf.
 */
export const readAs = ({ by, tenant, campaign }: OnCampaign) =>
  Effect.gen(function* () {
    const read = yield* readCampaign(tenant, campaign)
    const today = yield* todayIn(read.state.terms)
    const author = yield* withDelegation(tenant, by, today)
    return { ...read, by: author.by, today }
  })

/** Gives an open campaign to an administrator or the HR service, or `actor.not-allowed`. */
export const readForStaff = (command: string, request: OnCampaign) =>
  Effect.gen(function* () {
    const read = yield* readAs(request)
    return isStaff(read.by) ? read : yield* notAllowed(command, read.by)
  })

/**
 * Gives an open campaign to those who follow it: staff all of it, a superior his team. To a superior
 * who has no interview in it, the campaign is unknown.
 */
export const readForFollowers = (command: string, request: OnCampaign) =>
  Effect.gen(function* () {
    const read = yield* readAs(request)
    if (!isFollower(read.by)) return yield* notAllowed(command, read.by)
    return isStaff(read.by) || (yield* hasLine(request))
      ? read
      : yield* unknownCampaign(request.campaign)
  })

const hasLine = ({ by, tenant, campaign: scope }: OnCampaign) =>
  Effect.gen(function* () {
    const views = yield* Views
    const { rows } = yield* views
      .page(campaignInterviews, tenant, {
        scope,
        filters: { manager: [responsiblePerson(by)] },
        sort: { column: "collaborator", direction: "ascending" },
        limit: 1,
      })
      .pipe(Effect.mapError(asUnavailable))
    return rows.length > 0
  })

/** Tells whether an actor follows all interviews: an administrator or the HR service. */
export const isStaff = isHumanResources

/** Tells whether an actor follows interviews: all of them, or a superior those of his team. */
export const isFollower = (by: Actor): boolean => isStaff(by) || by.capacity === "superior"

/** Answers that the campaign has changed since its author saw it. */
export const stale = (current: number, seen?: number) =>
  Effect.fail<StaleConflict>({
    _tag: "conflict.stale-version",
    ...(seen === undefined ? {} : { seen }),
    current,
  })

/** Refuses a use case to its actor. */
export const notAllowed = (command: string, { capacity }: Actor) =>
  Effect.fail<CampaignRefusal>({ _tag: "actor.not-allowed", command, capacity })

/**
 * Corrects the terms of a campaign. Procedure, template, zone and holidays stay as they are once an
 * interview was proposed, whatever became of it since; one that is proposed in the very moment of the correction may slip through.
 */
export const correctCampaign = Effect.fn("interviews.correctCampaign")(function* (
  request: OnCampaign & { readonly changes: CampaignChanges },
) {
  const { tenant, campaign: scope, changes } = request
  return yield* actOnCampaign(request, {
    complete: ({ act }) =>
      Effect.gen(function* () {
        const counts = yield* tallyOf(campaignInterviews, tenant, { scope, filter: "was-proposed" })
        const proposed = counts[yes] ?? 0
        return { _tag: "correctCampaign", ...act, changes, proposed }
      }),
  })
})

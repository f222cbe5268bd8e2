/** Deleting a campaign: a page that says what will be lost, a confirmation, the deletion. */
import {
  appealType,
  type CampaignFollowUp,
  deleteCampaign,
  followCampaign,
  wordingFr,
} from "@convoque/core/interviews"
import type { CampaignId } from "@convoque/core/kernel/identity"
import { personName, Storage } from "@convoque/core/kernel/ports"
import type { Acknowledgement, Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { deletionPage, type OpenAppeal } from "../pages/campaigns/deletion.ts"
import { campaignNamed } from "./names.ts"
import { once, seenIn } from "./once.ts"
import { sentenceOf } from "./refused.ts"
import { shown, type Visit, type Visited } from "./visit.ts"

/** Answers the page that asks for a confirmation. */
export const confirmDeletion = (visit: Visit, name: string): Visited =>
  Effect.gen(function* () {
    const { by, tenant } = visit
    const campaign = yield* campaignNamed(name)
    yield* administratorOnly(visit)
    const { followUp, version } = yield* followCampaign({ by, tenant, campaign })
    return shown(deletionPage({ followUp, version, appeals: [], fault: undefined }))
  })

// The use case asks again; but nobody else is shown the page, nor asked to confirm.
const administratorOnly = ({ by: { capacity } }: Visit): Effect.Effect<void, Refusal> => {
  const refusal = { _tag: "actor.not-allowed", command: "delete", capacity }
  return capacity === "administrator" ? Effect.void : Effect.fail<Refusal>(refusal)
}

/** Deletes a campaign that was confirmed, once, and goes back to the list. */
export const deleteVisit = (visit: Visit, name: string): Visited =>
  Effect.gen(function* () {
    const { by, tenant, form } = visit
    const campaign = yield* campaignNamed(name)
    yield* administratorOnly(visit)
    const seen = yield* seenIn(form)
    const deleting = deleteCampaign({
      by,
      tenant,
      campaign,
      seen,
      acknowledged: acknowledgedIn(form, campaign),
    }).pipe(Effect.as(`/campaigns?deleted=${campaign}`))
    const done = yield* Effect.result(once(visit, deleting))
    if (done._tag === "Success") return { _tag: "moved" as const, location: done.success }
    const refusal = done.failure
    const isAsking =
      refusal._tag === "campaign.confirmation-required" || refusal._tag === "campaign.appeals-open"
    if (!isAsking) return yield* Effect.fail(refusal)
    const { followUp, version } = yield* followCampaign({ by, tenant, campaign })
    const appeals = yield* openAppeals(visit, refusal)
    return shown(askAgain({ followUp, version, appeals, refusal, form }), 409)
  })

const acknowledgedIn = (
  form: URLSearchParams,
  campaign: CampaignId,
): ReadonlyArray<Acknowledgement> => [
  ...(form.get("confirmed") === "yes"
    ? [{ code: "campaign.confirmation-required", subject: campaign }]
    : []),
  ...form.getAll("appeal").map((subject) => ({ code: "campaign.appeals-open", subject })),
]

const isKey = Schema.is(Schema.String)

// Who confirms must know whose appeal it is and how far it is, which its key does not tell.
const openAppeals = ({ tenant }: Visit, refusal: Refusal) => {
  const subjects =
    "subjects" in refusal && Array.isArray(refusal.subjects) ? refusal.subjects.filter(isKey) : []
  return Effect.forEach(subjects, (key) =>
    Effect.gen(function* () {
      const storage = yield* Storage
      const [{ state }] = yield* storage.load([{ tenant, type: appealType, key }])
      const agent = state._tag === "none" ? key : personName(state.agent)
      return { key, agent, state: wordingFr.appealStates[state._tag] }
    }),
  )
}

const askAgain = (asked: {
  readonly followUp: CampaignFollowUp
  readonly version: number
  readonly appeals: ReadonlyArray<OpenAppeal>
  readonly refusal: Refusal
  readonly form: URLSearchParams
}) => {
  const { refusal, form, ...read } = asked
  return deletionPage({
    ...read,
    confirmed: form.get("confirmed") === "yes",
    fault: sentenceOf(refusal)?.sentence,
  })
}

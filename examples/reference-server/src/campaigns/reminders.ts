/** Reminding managers: whom, then a dry run of who gets what, then sending. */
import {
  followCampaign,
  planReminder,
  type ReminderTarget,
  type Reminding,
  sendReminder,
} from "@convoque/core/interviews"
import type { CampaignId } from "@convoque/core/kernel/identity"
import { fr } from "@convoque/core/kernel/text"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import { reminderFormPage, reminderPreviewPage } from "../pages/campaigns/reminder.ts"
import { campaignNamed, given, isPerson } from "./names.ts"
import { once, seenIn } from "./once.ts"
import { shown, type Visit, type Visited } from "./visit.ts"

/** Answers the form of a reminder by status, or the dry run of one manager's. */
export const reminderVisit = (visit: Visit, name: string): Visited =>
  Effect.gen(function* () {
    const campaign = yield* campaignNamed(name)
    const target = yield* targetIn(visit.query)
    const asked = yield* askedFor(visit, campaign, target)
    const plan = yield* planReminder(asked.reminding)
    return shown(
      target._tag === "manager"
        ? reminderPreviewPage({ ...asked, plan })
        : reminderFormPage({ ...asked, plan, fault: undefined }),
    )
  })

/** Answers the dry run of a reminder: who gets which mail, who is left out and why. */
export const previewReminder = (visit: Visit, name: string): Visited =>
  Effect.gen(function* () {
    const campaign = yield* campaignNamed(name)
    const target = yield* targetIn(visit.form)
    const asked = yield* askedFor(visit, campaign, target)
    const plan = yield* planReminder(asked.reminding)
    if (plan.recipients.length > 0) return shown(reminderPreviewPage({ ...asked, plan }))
    // Nobody is left: the form again, as it was filled.
    const { managers: selected = [], ...all } = asked.reminding
    const everybody = yield* planReminder(all)
    const fault =
      everybody.recipients.length === 0
        ? "Aucun de ces responsables ne peut être relancé, pour les motifs indiqués ci-dessous."
        : fr`Sélectionnez au moins un responsable : sinon, la relance n'a aucun destinataire.`
    return shown(reminderFormPage({ ...asked, plan: everybody, selected, fault }), 422)
  })

/** Sends a reminder, once, and goes back to the campaign. */
export const sendReminderVisit = (visit: Visit, name: string): Visited =>
  Effect.gen(function* () {
    const campaign = yield* campaignNamed(name)
    const target = yield* targetIn(visit.form)
    const seen = yield* seenIn(visit.form)
    const reminding = { ...remindingOf(visit, campaign, target), seen }
    const sending = sendReminder(reminding).pipe(Effect.as(`/campaigns/${campaign}?done=reminder`))
    return { _tag: "moved", location: yield* once(visit, sending) }
  })

const askedFor = (visit: Visit, campaign: CampaignId, target: ReminderTarget) =>
  Effect.map(
    followCampaign({ by: visit.by, tenant: visit.tenant, campaign }),
    ({ followUp, version }) => ({
      followUp,
      version,
      target,
      reminding: remindingOf(visit, campaign, target),
    }),
  )

// Without a form all managers concerned are asked for; with one, those that it holds.
const remindingOf = (
  { by, tenant, method, form }: Visit,
  campaign: CampaignId,
  target: ReminderTarget,
): Reminding => ({
  by,
  tenant,
  campaign,
  target,
  ...(method === "POST" && target._tag === "status"
    ? { managers: form.getAll("selected").filter(isPerson) }
    : {}),
})

const targetIn = (fields: URLSearchParams): Effect.Effect<ReminderTarget, Refusal> => {
  const status = given(fields, "status")
  const manager = given(fields, "manager")
  if (status !== undefined) return Effect.succeed({ _tag: "status", status })
  return isPerson(manager)
    ? Effect.succeed({ _tag: "manager", manager })
    : Effect.fail({ _tag: "form.incomplete" })
}

/** Reminding managers: the form that selects them, the dry run that is confirmed (CAM-26 to CAM-31). */
import {
  type CampaignFollowUp,
  type ReminderDryRun,
  type ReminderTarget,
  type Reminding,
  wordingFr,
} from "@convoque/core/interviews"
import { fr } from "@convoque/core/kernel/text"
import type { PersonId } from "@convoque/core/kernel/identity"
import { html } from "../html.ts"
import { isStatus } from "../../campaigns/names.ts"
import { type Html, page } from "../layout.ts"
import { alert, countFr, describedFault, fieldFault, onceField, wayBack } from "./parts.ts"

/** What both pages show. */
export interface ShownReminder {
  readonly followUp: CampaignFollowUp
  readonly version: number
  readonly target: ReminderTarget
  readonly reminding: Reminding
  readonly plan: ReminderDryRun
}

/**
 * Gives the form: all managers concerned, selected unless `selected` says otherwise. Those whom no
 * reminder can reach stay selected, out of sight, so that the reason told is the true one.
 */
export const reminderFormPage = (
  shown: ShownReminder & {
    readonly selected?: ReadonlyArray<PersonId>
    readonly fault: string | undefined
  },
): Html => {
  const { followUp, target, plan, selected, fault } = shown
  return page(fr`Relancer : ${subjectOf(target, plan)}`, [
    trail(followUp),
    alert(fault === undefined ? [] : [fault]),
    plan.recipients.length === 0
      ? html`<p>Aucun responsable ne peut être relancé.</p>`
      : html`<form method="post" action="/campaigns/${followUp.campaign}/reminder/preview">
          ${targetField(target)}
          ${plan.leftOut.map(
            ({ manager }) => html`<input type="hidden" name="selected" value="${manager}" />`,
          )}
          <fieldset ${describedFault(fault !== undefined)}>
            <legend>
              Responsables à relancer (désélectionnez ceux qui ne doivent rien recevoir)
            </legend>
            ${plan.recipients.map(
              ({ manager, name, interviews }) =>
                html`<p class="choice">
                  <input
                    type="checkbox"
                    id="m-${manager}"
                    name="selected"
                    value="${manager}"
                    ${selected === undefined || selected.includes(manager) ? "checked" : ""}
                    ${fieldFault(fault !== undefined)}
                  />
                  <label for="m-${manager}">${name}, ${countFr(interviews, "entretien")}</label>
                </p>`,
            )}
          </fieldset>
          <p><button type="submit">Vérifier avant l'envoi</button></p>
        </form>`,
    leftOutPart(plan),
  ])
}

/** Gives the dry run: who gets which mail, who gets none and why; then the button that sends. */
export const reminderPreviewPage = (shown: ShownReminder): Html => {
  const { followUp, version, target, reminding, plan } = shown
  return page(fr`Vérifier la relance : ${subjectOf(target, plan)}`, [
    trail(followUp),
    html`<p>
        Rien n'est encore envoyé.
        ${countFr(plan.recipients.length, "courriel prêt", "courriels prêts")} :
      </p>
      <ul class="mails">
        ${plan.recipients.map(
          ({ name, interviews, mail }) =>
            html`<li>
              <details ${plan.recipients.length === 1 ? "open" : ""}>
                <summary>${name}, ${countFr(interviews, "entretien")}</summary>
                <p><strong>${mail.subject}</strong> (à ${mail.to.address})</p>
                <pre>${mail.paragraphs.join("\n\n")}</pre>
              </details>
            </li>`,
        )}
      </ul>`,
    leftOutPart(plan),
    plan.recipients.length === 0
      ? html`<p>Aucun responsable ne peut être relancé.</p>`
      : html`<form method="post" action="/campaigns/${followUp.campaign}/reminder">
          ${onceField(version)}${targetField(target)}
          ${(reminding.managers ?? []).map(
            (manager) => html`<input type="hidden" name="selected" value="${manager}" />`,
          )}
          <p class="actions">
            <button type="submit">Envoyer la relance</button>
            <a href="${back(followUp, target)}">Renoncer</a>
          </p>
        </form>`,
  ])
}

const trail = ({ campaign, terms }: CampaignFollowUp): Html =>
  wayBack([
    ["/campaigns", "Campagnes d'entretiens"],
    [`/campaigns/${campaign}`, terms.label],
  ])

const back = ({ campaign }: CampaignFollowUp, target: ReminderTarget): string =>
  target._tag === "status"
    ? `/campaigns/${campaign}/reminder?status=${target.status}`
    : `/campaigns/${campaign}#entretiens`

const subjectOf = (target: ReminderTarget, { recipients, leftOut }: ReminderDryRun): string => {
  if (target._tag === "status") {
    const { status } = target
    return isStatus(status) ? `entretiens ${wordingFr.statuses[status].toLowerCase()}` : status
  }
  const known = [...recipients, ...leftOut].find(({ manager }) => manager === target.manager)
  return known?.name ?? target.manager
}

const targetField = (target: ReminderTarget): Html =>
  target._tag === "status"
    ? html`<input type="hidden" name="status" value="${target.status}" />`
    : html`<input type="hidden" name="manager" value="${target.manager}" />`

const leftOutPart = ({ leftOut }: ReminderDryRun): Html =>
  leftOut.length === 0
    ? html``
    : html`<h2>Ne recevront rien</h2>
        <ul>
          ${leftOut.map(({ name, reasonLabel }) => html`<li>${name} : ${reasonLabel}</li>`)}
        </ul>`

/** The page that asks for a confirmation before a campaign is deleted (CAM-16 to CAM-18). */
import { type CampaignFollowUp, wordingFr } from "@convoque/core/interviews"
import { html } from "../html.ts"
import { type Html, page } from "../layout.ts"
import { alert, countFr, onceField, wayBack } from "./parts.ts"

/** What the page shows; `appeals` are the open appeals to acknowledge, by their keys. */
export interface ShownDeletion {
  readonly followUp: CampaignFollowUp
  readonly version: number
  readonly appeals: ReadonlyArray<string>
  readonly confirmed?: boolean
  readonly fault: string | undefined
}

/** Gives the page. */
export const deletionPage = (shown: ShownDeletion): Html => {
  const { followUp, version, appeals, confirmed = false, fault } = shown
  const { campaign, terms, figures } = followUp
  const all = figures.total + figures.counts.deleted
  return page("Supprimer une campagne", [
    wayBack([
      ["/campaigns", "Campagnes d'entretiens"],
      [`/campaigns/${campaign}`, terms.label],
    ]),
    alert(fault === undefined ? [] : [fault]),
    html`<p>${wordingFr.campaign.deletion.campaign(terms.label, all)}</p>
      <p>
        Sont effacés : la campagne, ${countFr(all, "entretien")}, leurs recours, leurs fichiers et
        leurs courriels. Les comptes rendus déjà versés au dossier des agents y restent.
      </p>`,
    html`<form method="post" action="/campaigns/${campaign}/deletion">
      ${onceField(version)}
      <p class="choice">
        <input
          type="checkbox"
          id="confirmed"
          name="confirmed"
          value="yes"
          ${confirmed ? "checked" : ""}
        />
        <label for="confirmed">Je confirme la suppression définitive de cette campagne</label>
      </p>
      ${appeals.map(
        (appeal, index) =>
          html`<p class="choice">
            <input type="checkbox" id="appeal-${index}" name="appeal" value="${appeal}" />
            <label for="appeal-${index}">Je supprime malgré le recours en cours ${appeal}</label>
          </p>`,
      )}
      <p class="actions">
        <button type="submit" class="danger">Supprimer définitivement</button>
        <a href="/campaigns/${campaign}">Renoncer</a>
      </p>
    </form>`,
  ])
}

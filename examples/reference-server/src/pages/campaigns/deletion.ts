/** The page that asks for a confirmation before a campaign is deleted (CAM-16 to CAM-18). */
import { type CampaignFollowUp, wordingFr } from "@convoque/core/interviews"
import { html } from "../html.ts"
import { type Html, page } from "../layout.ts"
import { alert, countFr, fieldFault, ofName, onceField, wayBack } from "./parts.ts"

/** An open appeal to acknowledge: its key, its agent, how far it is. */
export interface OpenAppeal {
  readonly key: string
  readonly agent: string
  readonly state: string
}

/** What the page shows. */
export interface ShownDeletion {
  readonly followUp: CampaignFollowUp
  readonly version: number
  readonly appeals: ReadonlyArray<OpenAppeal>
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
          ${fieldFault(fault !== undefined && !confirmed)}
        />
        <label for="confirmed">Je confirme la suppression définitive de cette campagne</label>
      </p>
      ${appeals.map(
        ({ key, agent, state }, index) =>
          html`<p class="choice">
            <input
              type="checkbox"
              id="appeal-${index}"
              name="appeal"
              value="${key}"
              ${fieldFault(true)}
            />
            <label for="appeal-${index}"
              >Je supprime malgré le recours en cours ${ofName(agent)} (${state})</label
            >
          </p>`,
      )}
      <p class="actions">
        <button type="submit" class="danger">Supprimer définitivement</button>
        <a href="/campaigns/${campaign}">Renoncer</a>
      </p>
    </form>`,
  ])
}

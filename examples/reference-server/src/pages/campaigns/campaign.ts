/**
 * One campaign: its frame, how it goes in figures and in charts, its interviews, and for who may, its
 * reminders, exports and deletion (CAM-04, CAM-05, CAM-12).
 */
import { type CampaignFollowUp, type InterviewLine, wordingFr } from "@convoque/core/interviews"
import type { Page } from "@convoque/core/kernel/listing"
import { html } from "../html.ts"
import type { Visit } from "../../campaigns/visit.ts"
import { type Html, page } from "../layout.ts"
import { moment } from "../moment.ts"
import { type Drawn, drawings } from "./charts.ts"
import { interviewsPart } from "./interviews.ts"
import {
  alert,
  capitalised,
  colourNames,
  onceField,
  percentFr,
  region,
  statusLabel,
  wayBack,
} from "./parts.ts"

/** What the page shows. */
export interface ShownCampaign {
  readonly visit: Visit
  readonly followUp: CampaignFollowUp
  readonly version: number
  readonly page: Page<InterviewLine>
  readonly faults: ReadonlyArray<string>
  readonly announced: string | undefined
  readonly drawn: ReadonlyArray<Drawn>
  /** How many managers are neither drawn nor proposed. */
  readonly leftOut: number
  /** The name of who opened the campaign. */
  readonly creator: string
}

/** Gives the page. */
export const campaignPage = (shown: ShownCampaign): Html => {
  const { visit, followUp, faults, announced, drawn, leftOut } = shown
  const isAdministrator = visit.by.capacity === "administrator"
  const mayExport = isAdministrator || visit.by.capacity === "hr-service"
  return page(
    followUp.terms.label,
    [
      wayBack([["/campaigns", "Campagnes d'entretiens"]]),
      alert(faults),
      contents({ mayExport, isAdministrator }),
      frame(shown),
      visit.by.capacity === "superior"
        ? html`<p>Les chiffres et la liste portent sur vos seuls agents.</p>`
        : html``,
      progress(followUp, isAdministrator),
      drawings(drawn, followUp, leftOut),
      interviewsPart(shown),
      ...(mayExport ? [exporting(followUp)] : []),
      ...(isAdministrator ? [deletion(followUp)] : []),
      ...(followUp.history.length === 0 ? [] : [history(followUp)]),
    ],
    announced,
  )
}

const contents = ({
  mayExport,
  isAdministrator,
}: {
  readonly mayExport: boolean
  readonly isAdministrator: boolean
}): Html =>
  html`<nav aria-label="Sur cette page" class="pages">
    <ul>
      <li><a href="#avancement">Détail campagne</a></li>
      <li><a href="#graphiques">Graphiques</a></li>
      <li><a href="#entretiens">Détail entretiens</a></li>
      ${mayExport ? html`<li><a href="#export">Exporter</a></li>` : ""}
      ${isAdministrator ? html`<li><a href="#suppression">Supprimer</a></li>` : ""}
    </ul>
  </nav>`

const frame = ({ followUp, creator }: ShownCampaign): Html => {
  const { terms, statusLabel: status } = followUp
  const { short } = wordingFr.dates
  return html`<dl>
    <dt>Statut</dt>
    <dd>${status}</dd>
    <dt>Procédure</dt>
    <dd>${terms.procedure.label}</dd>
    <dt>Période de référence</dt>
    <dd>du ${short(terms.referencePeriod.from)} au ${short(terms.referencePeriod.until)}</dd>
    <dt>Début</dt>
    <dd>${short(terms.startsOn)}</dd>
    <dt>Entretiens à tenir avant le</dt>
    <dd>${short(terms.interviewsBefore)}</dd>
    <dt>Comptes rendus à verser au plus tard le</dt>
    <dd>${short(terms.reportsBy)}</dd>
    <dt>Créée par</dt>
    <dd>${creator} (${wordingFr.capacities[followUp.creator.profile]})</dd>
  </dl>`
}

const progress = (followUp: CampaignFollowUp, isAdministrator: boolean): Html => {
  const { figures } = followUp
  const rate = percentFr(figures.completionPercent)
  return html`<h2 id="avancement">Avancement</h2>
    <p>
      Taux d'achèvement : <strong>${rate}</strong> (${figures.counts.closed} clos sur
      ${figures.total}, sans compter les supprimés)<br />
      <progress
        max="${Math.max(figures.total, 1)}"
        value="${figures.counts.closed}"
        aria-label="Taux d'achèvement"
      >
        ${rate}
      </progress>
    </p>
    ${region("Entretiens par statut", statusTable(followUp, isAdministrator))}
    ${lateAndMissed(followUp)}`
}

const remindable: ReadonlyArray<string> = ["not-planned", "planned", "held", "closing"]

const statusTable = ({ campaign, statuses }: CampaignFollowUp, isAdministrator: boolean): Html =>
  html`<table class="compact">
    <caption>
      Entretiens par statut
    </caption>
    <thead>
      <tr>
        <th scope="col">Statut</th>
        <th scope="col" class="number">Nombre</th>
        <th scope="col">Couleur</th>
        ${isAdministrator ? html`<th scope="col">Relance</th>` : ""}
      </tr>
    </thead>
    <tbody>
      ${statuses.map(
        ({ status, label, count, category }) =>
          html`<tr>
            <th scope="row">${statusLabel(status, label)}</th>
            <td class="number">${count}</td>
            <td>${colourNames[category]}</td>
            ${
              isAdministrator
                ? html`<td>
                    ${
                      remindable.includes(status) && count > 0
                        ? html`<a href="/campaigns/${campaign}/reminder?status=${status}"
                            >Relancer les responsables
                            <span class="hidden">(${label.toLowerCase()})</span></a
                          >`
                        : html`<span aria-hidden="true">–</span>`
                    }
                  </td>`
                : ""
            }
          </tr>`,
      )}
    </tbody>
  </table>`

const lateAndMissed = ({ figures, terms }: CampaignFollowUp): Html => {
  const { short } = wordingFr.dates
  return html`<h3>En retard</h3>
    <ul>
      <li>
        Entretiens datés du ${short(terms.interviewsBefore)} ou après :
        <strong>${figures.lateInterviews}</strong>
      </li>
      <li>
        Comptes rendus non versés au ${short(terms.reportsBy)} :
        <strong>${figures.lateReports}</strong>
      </li>
    </ul>
    <h3>Non tenus à leur date, à planifier de nouveau</h3>
    <ul>
      ${Object.entries(figures.notHeld).map(
        ([reason, count]) =>
          html`<li>
            ${capitalised(wordingFr.notHeldReasons[reason as keyof typeof figures.notHeld])} :
            <strong>${count}</strong>
          </li>`,
      )}
    </ul>`
}

const formats = [
  ["xlsx", "Exporter la liste (Excel)"],
  ["pdf", "Exporter les comptes rendus (PDF)"],
] as const

// Each format has a form, and a key, of its own: going back to ask for the other one is no repetition.
const exporting = ({ campaign }: CampaignFollowUp): Html =>
  html`<h2 id="export">Exporter</h2>
    <p>
      L'export est préparé en arrière-plan, puis envoyé à votre adresse ;
      <a href="/exports">vos exports</a> restent disponibles quelques jours.
    </p>
    <div class="actions">
      ${formats.map(
        ([format, label]) =>
          html`<form method="post" action="/campaigns/${campaign}/exports">
            ${onceField()}<input type="hidden" name="format" value="${format}" />
            <button type="submit">${label}</button>
          </form>`,
      )}
    </div>`

const deletion = ({ campaign }: CampaignFollowUp): Html =>
  html`<h2 id="suppression">Supprimer</h2>
    <p>
      <a href="/campaigns/${campaign}/deletion">Supprimer la campagne et ses entretiens</a> : une
      confirmation est demandée.
    </p>`

const history = ({ history: acts }: CampaignFollowUp): Html =>
  html`<h2>Historique</h2>
    <ol>
      ${acts.map(
        (act) =>
          html`<li>
            ${moment(act.at)} :
            ${wordingFr.acts[act._tag]}${
              act._tag === "InterviewsAdded" ? ` (${act.count})` : ""
            }${act._tag === "ReminderSent" ? ` (${act.managers.length})` : ""},
            ${wordingFr.capacities[act.by.capacity]}
          </li>`,
      )}
    </ol>`

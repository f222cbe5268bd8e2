/** The interviews of a campaign by responsible manager, with filters and a search (CAM-19 to CAM-21). */
import {
  groupedByManager,
  type InterviewLine,
  type ManagerGroup,
  Status,
  wordingFr,
} from "@convoque/core/interviews"
import { html } from "../html.ts"
import type { Html } from "../layout.ts"
import type { ShownCampaign } from "./campaign.ts"
import { countFr, dayOf, options, pageLinks, region, statusLabel } from "./parts.ts"

type Shown = Pick<ShownCampaign, "visit" | "followUp" | "page">

/** Gives the part of the page. */
export const interviewsPart = (shown: Shown): Html => {
  const { visit, page } = shown
  return html`<h2 id="entretiens">Entretiens par responsable</h2>
    ${filters(shown)}
    <p>${countFr(page.count, "entretien")} dans cette liste.</p>
    ${page.rows.length === 0 ? "" : region("Entretiens par responsable", table(shown))}
    ${pageLinks(visit, page.next, "#entretiens")}`
}

const filters = ({ visit: { path, query, by }, followUp }: Shown): Html =>
  html`<form method="get" action="${path}#entretiens" class="filters" role="search">
    <p>
      <label for="status">Statut</label>
      <select id="status" name="status">
        ${options(
          "Tous",
          Status.literals.map((one) => [one, wordingFr.statuses[one]]),
          query.get("status"),
        )}
      </select>
    </p>
    ${
      by.capacity === "superior"
        ? ""
        : html`<p>
            <label for="manager">Responsable</label>
            <select id="manager" name="manager">
              ${options(
                "Tous",
                followUp.managers.map(({ manager, name }) => [manager, name]),
                query.get("manager"),
              )}
            </select>
          </p>`
    }
    <p>
      <label for="search">Nom du collaborateur</label>
      <input id="search" name="search" type="search" value="${query.get("search") ?? ""}" />
    </p>
    <p class="actions">
      <button type="submit">Filtrer</button>
      <a href="${path}#entretiens">Tout afficher</a>
    </p>
  </form>`

const { columns } = wordingFr.campaign

const table = (shown: Shown): Html =>
  html`<table>
    <caption>
      Par responsable, puis par collaborateur
    </caption>
    <thead>
      <tr>
        <th scope="col">${columns.agent}</th>
        <th scope="col">${columns.date}</th>
        <th scope="col">${columns.status}</th>
        <th scope="col">${columns.nextStep}</th>
      </tr>
    </thead>
    ${groupedByManager(shown.page.rows.map(({ row }) => row)).map((group) => groupOf(group, shown))}
  </table>`

const groupOf = (
  { superior, interviews }: ManagerGroup<InterviewLine>,
  { visit: { by }, followUp: { campaign } }: Shown,
): Html =>
  html`<tbody>
    <tr class="group">
      <th scope="rowgroup" colspan="4">
        ${superior.name}
        ${
          by.capacity === "administrator"
            ? html`<a href="/campaigns/${campaign}/reminder?manager=${superior.id}"
                >Relancer<span class="hidden"> ${superior.name}</span></a
              >`
            : ""
        }
      </th>
    </tr>
    ${interviews.map(line)}
  </tbody>`

const line = (row: InterviewLine): Html =>
  html`<tr>
    <th scope="row">
      <a href="/campaigns/${row.campaign}/interviews/${row.agent.id}">${row.agent.name}</a>
    </th>
    <td>${dayOf(row.date)}${row.late ? html`<br /><em>en retard</em>` : ""}</td>
    <td>
      ${statusLabel(row.status, row.statusLabel)}
      ${
        row.notHeld === null
          ? ""
          : html`<br /><small>non tenu : ${wordingFr.notHeldReasons[row.notHeld]}</small>`
      }
      ${row.lateReport ? html`<br /><small>compte rendu versé en retard</small>` : ""}
    </td>
    <td>${nextStep(row)}</td>
  </tr>`

const nextStep = ({ next, closedOn }: InterviewLine): Html => {
  if (closedOn !== null) return html`clos le ${dayOf(closedOn)}`
  if (next === null) return html`<span aria-hidden="true">–</span>`
  return next.due === undefined
    ? html`${next.label}`
    : html`${next.label}, au plus tard le ${dayOf(next.due)}`
}

/** The list of campaigns: sorted by a column, with status and completion (CAM-02, CAM-03). */
import { type CampaignLine, CampaignStatus, wordingFr } from "@convoque/core/interviews"
import type { ListQuery, Page } from "@convoque/core/kernel/listing"
import { html } from "../html.ts"
import { addressWith } from "../../campaigns/names.ts"
import type { Visit } from "../../campaigns/visit.ts"
import { type Html, page } from "../layout.ts"
import { alert, countFr, options, pageLinks, percentFr, region } from "./parts.ts"

/** What the list shows. */
export interface CampaignList {
  readonly visit: Visit
  readonly page: Page<CampaignLine>
  readonly sort: ListQuery["sort"]
  readonly faults: ReadonlyArray<string>
  readonly announced: string | undefined
}

/** Gives the page. */
export const campaignListPage = (shown: CampaignList): Html => {
  const { visit, page: found, faults, announced } = shown
  return page(
    "Campagnes d'entretiens",
    [
      alert(faults),
      searchForm(visit),
      found.rows.length === 0 ? html`<p>Aucune campagne.</p>` : table(shown),
      pageLinks(visit, found.next),
      html`<p><a href="/exports">Mes exports</a></p>`,
    ],
    announced,
  )
}

const searchForm = ({ path, query }: Visit): Html =>
  html`<form method="get" action="${path}" class="filters" role="search">
    <p>
      <label for="status">Statut</label>
      <select id="status" name="status">
        ${options(
          "Tous",
          CampaignStatus.literals.map((one) => [one, wordingFr.campaignStatuses[one]]),
          query.get("status"),
        )}
      </select>
    </p>
    <p>
      <label for="search">Nom, type ou année</label>
      <input id="search" name="search" type="search" value="${query.get("search") ?? ""}" />
    </p>
    <p><button type="submit">Filtrer</button></p>
  </form>`

/** The columns by which the list can be sorted, with their headings. */
export const sortColumns = [
  ["name", "Nom"],
  ["type", "Type"],
  ["creator-profile", "Profil du créateur"],
  ["status", "Statut"],
] as const

const table = ({ visit, page: found, sort }: CampaignList): Html =>
  region(
    "Campagnes",
    html`<table>
      <caption>
        ${countFr(found.count, "campagne")} ; un en-tête de colonne trie la liste
      </caption>
      <thead>
        <tr>
          ${sortColumns.map(([column, label]) => header(visit, { column, label, sort }))}
          <th scope="col">Début</th>
          <th scope="col" class="number">Entretiens</th>
          <th scope="col" class="number">Achèvement</th>
        </tr>
      </thead>
      <tbody>
        ${found.rows.map(({ row }) => line(row))}
      </tbody>
    </table>`,
  )

const header = (
  { path, query }: Visit,
  {
    column,
    label,
    sort,
  }: { readonly column: string; readonly label: string; readonly sort: ListQuery["sort"] },
): Html => {
  const isSorted = sort.column === column
  const direction = isSorted && sort.direction === "ascending" ? "descending" : "ascending"
  const address = addressWith(path, query, {
    sort: column,
    direction,
    after: undefined,
    deleted: undefined,
  })
  const arrow = sort.direction === "ascending" ? "▲" : "▼"
  return isSorted
    ? html`<th scope="col" aria-sort="${sort.direction}">
        <a href="${address}">${label}</a> <span aria-hidden="true">${arrow}</span>
      </th>`
    : html`<th scope="col"><a href="${address}">${label}</a></th>`
}

const line = (row: CampaignLine): Html =>
  html`<tr>
    <th scope="row"><a href="/campaigns/${row.campaign}">${row.name}</a></th>
    <td>${row.typeLabel}</td>
    <td>${wordingFr.capacities[row.creator.profile]}</td>
    <td>${row.statusLabel}</td>
    <td><time datetime="${row.startsOn}">${wordingFr.dates.short(row.startsOn)}</time></td>
    <td class="number">${row.total}</td>
    <td class="number">${percentFr(row.completionPercent)}</td>
  </tr>`

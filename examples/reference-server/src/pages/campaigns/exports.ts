/** The exports that somebody asked for: their progress, and their files until they are removed. */
import { type ExportRow, wordingFr } from "@convoque/core/interviews"
import type { Page } from "@convoque/core/kernel/listing"
import { html } from "../html.ts"
import type { Visit } from "../../campaigns/visit.ts"
import { type Html, page } from "../layout.ts"
import { moment } from "../moment.ts"
import { alert, countFr, pageLinks, region, wayBack } from "./parts.ts"

/** Gives the page of one export. It does not refresh itself: a link does, when the reader wants. */
export const exportPage = (row: ExportRow, visit: Visit): Html =>
  page(row.label, [
    wayBack([start(visit), ["/exports", "Mes exports"]]),
    html`<dl>
      <dt>État</dt>
      <dd><strong>${wordingFr.exports.states[stateOf(row)]}</strong></dd>
      <dt>Demandé le</dt>
      <dd>${moment(row.requestedAt)}</dd>
    </dl>`,
    progress(row),
    files(row),
  ])

/** Gives a page of the exports of the reader. */
export const exportListPage = ({
  visit,
  page: { rows, count, next },
  faults,
}: {
  readonly visit: Visit
  readonly page: Page<ExportRow>
  readonly faults: ReadonlyArray<string>
}): Html =>
  page("Mes exports", [
    wayBack([start(visit)]),
    alert(faults),
    rows.length === 0
      ? html`<p>Aucun export.</p>`
      : region(
          "Exports",
          html`<table>
            <caption>
              ${countFr(count, "export")}, du plus récent au plus ancien
            </caption>
            <thead>
              <tr>
                <th scope="col">Export</th>
                <th scope="col">Demandé le</th>
                <th scope="col">État</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ({ row }) =>
                  html`<tr>
                    <th scope="row"><a href="/exports/${row.export}">${row.label}</a></th>
                    <td>${moment(row.requestedAt)}</td>
                    <td>${wordingFr.exports.states[stateOf(row)]}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`,
        ),
    pageLinks(visit, next),
  ])

// Whoever follows no campaign has no page of campaigns to go back to.
const start = ({ by: { capacity } }: Visit): readonly [string, string] =>
  capacity === "agent" || capacity === "authority"
    ? ["/", "Accueil"]
    : ["/campaigns", "Campagnes d'entretiens"]

// An export that has a line was asked for.
const stateOf = ({ state }: ExportRow): Exclude<ExportRow["state"], "none"> =>
  state === "none" ? "requested" : state

const progress = ({ export: id, state, done, total, reason }: ExportRow): Html => {
  if (state === "failed") {
    return html`<p>
      L'export n'a pas pu être produit${reason === null ? "" : ` (${reason})`}. Demandez-le de
      nouveau depuis la campagne.
    </p>`
  }
  if (state !== "requested" && state !== "running") return html``
  return html`<p>
      ${total === 0 ? "La préparation va commencer." : `${done} sur ${total} entretiens préparés.`}
      Un courriel vous préviendra.
    </p>
    ${
      total === 0
        ? ""
        : html`<p>
            <progress max="${total}" value="${done}" aria-label="Entretiens préparés">
              ${done} sur ${total}
            </progress>
          </p>`
    }
    <p><a href="/exports/${id}">Actualiser</a></p>`
}

const files = ({ export: id, state, files: made, until }: ExportRow): Html => {
  if (state === "expired") return html`<p>Les fichiers de cet export sont supprimés.</p>`
  if (state !== "delivered") return html``
  return html`<h2>Fichiers</h2>
    <ul>
      ${made.map(
        ({ fileName, bytes }) =>
          html`<li>
            <a href="/exports/${id}/files/${encodeURIComponent(fileName)}">${fileName}</a>
            (${sizeFr(bytes)})
          </li>`,
      )}
    </ul>
    ${until === null ? "" : html`<p>Ils peuvent être téléchargés jusqu'au ${moment(until)}.</p>`}`
}

const sizeFr = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))}\u00A0ko`
    : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")}\u00A0Mo`

/** The state of the outbox: how many messages in each fate, and the latest of them. */
import { html } from "./html.ts"
import type { Fate, OutboxEntry } from "@convoque/core/kernel/ports"
import { type Html, page } from "./layout.ts"
import { moment } from "./moment.ts"

const labels: Readonly<Record<Fate["_tag"], string>> = {
  waiting: "En attente",
  sent: "Envoyés",
  deferred: "Différés",
  refused: "Refusés par le serveur",
  "given-up": "Abandonnés",
  dropped: "Retirés, devenus inutiles",
}

const fateOfOne: Readonly<Record<Fate["_tag"], string>> = {
  waiting: "En attente",
  sent: "Envoyé",
  deferred: "Différé",
  refused: "Refusé par le serveur",
  "given-up": "Abandonné",
  dropped: "Retiré, devenu inutile",
}

/** Gives the page of the outbox. */
export const outboxPage = (
  counts: Readonly<Record<Fate["_tag"], number>>,
  entries: ReadonlyArray<OutboxEntry>,
): Html =>
  page("Boîte d'envoi", [
    countsTable(counts),
    html`<h2>Derniers messages</h2>
      ${
        entries.length === 0
          ? html`<p>Aucun message.</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label="Derniers messages">
              <table>
                <caption>
                  Du plus récent au plus ancien (heure de Paris)
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Objet</th>
                    <th scope="col">Destinataire</th>
                    <th scope="col">Écrit le</th>
                    <th scope="col">Essais</th>
                    <th scope="col">Sort</th>
                  </tr>
                </thead>
                <tbody>
                  ${entries.map(row)}
                </tbody>
              </table>
            </div>`
      }`,
  ])

/** Gives the number of messages in each fate. */
export const countsTable = (counts: Readonly<Record<Fate["_tag"], number>>): Html =>
  html`<dl>
    ${Object.entries(labels).map(
      ([tag, label]) =>
        html`<dt>${label}</dt>
          <dd>${counts[tag as Fate["_tag"]]}</dd>`,
    )}
  </dl>`

const row = ({ message, writtenAt, attempts, fate }: OutboxEntry): Html =>
  html`<tr>
    <th scope="row">${message.content.subject}</th>
    <td>${message.content.to.address}</td>
    <td>${moment(writtenAt)}</td>
    <td>${attempts}</td>
    <td>
      ${fateOfOne[fate._tag]} ${"answer" in fate ? html`<br /><small>${fate.answer}</small>` : ""}
    </td>
  </tr>`

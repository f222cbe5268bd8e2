/** The mails that the built-in mailbox caught: list, one mail, its parts. */
import { html } from "./html.ts"
import type { ReadMail } from "../mailbox/read-mail.ts"
import { type Html, page } from "./layout.ts"
import { moment } from "./moment.ts"

/** Gives the list of caught mails, newest first. */
export const mailboxPage = (
  mails: ReadonlyArray<{ readonly name: string; readonly mail: ReadMail }>,
): Html =>
  page(
    "Boîte de démonstration",
    mails.length === 0
      ? html`<p>Aucun courriel pour l'instant.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Courriels">
          <table>
            <caption>
              ${mails.length} courriel${mails.length > 1 ? "s" : ""}, du plus récent au plus ancien
              (heure de Paris)
            </caption>
            <thead>
              <tr>
                <th scope="col">Objet</th>
                <th scope="col">Destinataire</th>
                <th scope="col">Date</th>
                <th scope="col">Pièces jointes</th>
              </tr>
            </thead>
            <tbody>
              ${mails.map(
                ({ name, mail }) =>
                  html`<tr>
                    <th scope="row"><a href="/mailbox/${name}">${mail.subject}</a></th>
                    <td>${mail.to}</td>
                    <td>${moment(mail.date)}</td>
                    <td>${mail.parts.length}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`,
  )

/** Gives one mail. */
export const mailPage = (name: string, mail: ReadMail): Html =>
  page(mail.subject, [
    html`<dl>
      <dt>De</dt>
      <dd>${mail.from}</dd>
      <dt>À</dt>
      <dd>${mail.to}</dd>
      <dt>Date</dt>
      <dd>${moment(mail.date)}</dd>
      <dt>Message-ID</dt>
      <dd><code>${mail.messageId}</code></dd>
    </dl>`,
    html`<h2>Texte</h2>
      <pre>${mail.text}</pre>`,
    html`<h2>Pièces jointes</h2>
      ${
        mail.parts.length === 0
          ? html`<p>Aucune.</p>`
          : html`<ul>
              ${mail.parts.map(
                ({ fileName, mediaType, bytes }, index) =>
                  html`<li>
                    <a href="/mailbox/${name}/${index}">${fileName}</a> (${mediaType},
                    ${Math.max(1, Math.round(bytes.length / 1024))} Ko)
                  </li>`,
              )}
            </ul>`
      }
      <p><a href="/mailbox/${name}/source">Source du courriel</a></p>`,
  ])

/**
 * Who is signed in, on every page (UI-05, UI-06): the name in the header, the button that quits, and
 * the warning before the end; and the page of who is refused because the school is busy (UI-03).
 */
import type { Identity } from "@convoque/adapters-http"
import { addMinutes, civilTimeAt, type Instant, Zone } from "@convoque/core/kernel/calendar"
import { hourForm } from "@convoque/core/kernel/calendar"
import { personName, type SessionAlreadyOpen } from "@convoque/core/kernel/ports"
import { accounts } from "../demonstration/people.ts"
import { html } from "./html.ts"
import { type Html, page } from "./layout.ts"

/** Gives the name under which somebody is signed in: the school for which he acts comes first. */
export const signedInName = ({ person, school }: Identity): string => {
  const account = accounts.find((one) => one.person.id === person)
  const name = account === undefined ? person : personName(account.person)
  return school === undefined ? name : `${school}, ${name}`
}

/** Gives what the header shows of who is signed in, with the warning that the script opens. */
export const visitorPart = (identity: Identity): Html =>
  html`<div class="visitor">
      <p>Connecté en tant que <strong>${signedInName(identity)}</strong></p>
      ${quitForm}
    </div>
    <dialog id="session-warning" aria-labelledby="session-title" aria-describedby="session-text">
      <h2 id="session-title">Votre connexion va prendre fin</h2>
      <p id="session-text" aria-live="polite">
        Sans action de votre part, elle prend fin à <time id="session-end"></time>.
      </p>
      <div class="actions">
        <button type="button" id="session-extend">Prolonger</button>
        ${quitForm}
      </div>
    </dialog>
    <script src="/session.js" defer></script>`

const quitForm = html`<form method="post" action="/sign-out">
  <button type="submit">Quitter</button>
</form>`

const zone = Zone.make("Europe/Paris")

/** Gives the page of who may not sign in while another session of the school is open. */
export const schoolBusyPage = ({ school, expiresAt }: SessionAlreadyOpen): Html =>
  page(
    "Connexion refusée",
    html`<div role="alert" class="alert">
        <p>Une connexion est déjà ouverte pour l'établissement <strong>${school}</strong>.</p>
        <p>
          Connectez-vous à un autre moment : sans activité, elle prendra fin à ${hourOf(expiresAt)}
          (heure de Paris).
        </p>
      </div>
      <p><a href="/">Revenir à l'accueil</a></p>`,
  )

// The minute in which it is over, not that in which it ends.
const hourOf = (expiresAt: Instant): Html => {
  const over = addMinutes(expiresAt, 1)
  return html`<time datetime="${expiresAt}">${hourForm(civilTimeAt(over, zone))}</time>`
}

/** The styles of these parts. */
export const sessionStyle = `
.visitor { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; margin-left: auto; }
.visitor p { margin: 0; overflow-wrap: anywhere; }
dialog { color: var(--ink); background: var(--paper); border: 2px solid var(--accent);
  border-radius: .5rem; padding: 0 1.5rem 1.5rem; max-width: min(32rem, 92vw); }
dialog::backdrop { background: rgb(0 0 0 / .5); }
`

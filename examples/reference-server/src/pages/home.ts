/** The home page: what runs, who can sign in, how the outbox stands. */
import { html } from "./html.ts"
import type { Identity } from "@convoque/adapters-http"
import { type Fate, personName } from "@convoque/core/kernel/ports"
import { fr } from "@convoque/core/kernel/text"
import { type Account, accountGroups } from "../demonstration/people.ts"
import { countsTable } from "./outbox.ts"
import { type Html, page } from "./layout.ts"
import { signedInName } from "./session.ts"

const capacities: Readonly<Record<string, string>> = {
  agent: "agent",
  evaluator: "évaluateur",
  "campaign-manager": "gestionnaire de campagne",
  superior: "responsable",
  authority: "autorité",
  "hr-service": "service RH",
  "school-head": "établissement",
  "centre-head": "centre d'examen",
  "exam-manager": "gestionnaire d'examen",
  "exams-division": "division des examens",
  administrator: "administrateur",
  system: "système",
}

/** Gives the home page. */
export const homePage = (shown: {
  readonly identity: Identity | undefined
  readonly accounts: ReadonlyArray<Account>
  readonly counts: Readonly<Record<Fate["_tag"], number>>
  /** How many mails the built-in mailbox holds; absent where it cannot be read. */
  readonly caught: number | undefined
  readonly hasOutbox: boolean
  readonly campaign: string
  readonly interviewCampaign: string
}): Html =>
  page("Convoque, la démonstration", [
    html`<p>
      Ce serveur montre la bibliothèque Convoque sur deux campagnes inventées :
      <code>${shown.campaign}</code> (rendez-vous de carrière) et
      <code>${shown.interviewCampaign}</code> (entretiens professionnels). Connectez-vous avec un
      compte, puis suivez les <a href="/campaigns">campagnes d'entretiens</a> ou appelez l'API
      depuis sa <a href="/docs">documentation</a>.
    </p>`,
    html`<h2>Comptes de démonstration</h2>
      ${
        shown.accounts.length === 0
          ? html`<p>La démonstration est désactivée : aucun compte sans mot de passe.</p>`
          : accountsTable(shown.accounts, shown.identity)
      }`,
    html`<h2>Courriels reçus</h2>
      <p>
        ${
          shown.caught === undefined
            ? "Les courriels ne peuvent pas être lus ici."
            : html`<a href="/mailbox">${shown.caught} courriel${shown.caught > 1 ? "s" : ""}</a>
                dans la boîte de démonstration.`
        }
      </p>`,
    html`<h2>Boîte d'envoi</h2>
      ${countsTable(shown.counts)}
      ${shown.hasOutbox ? html`<p><a href="/outbox">Voir les messages</a></p>` : ""}`,
  ])

const accountsTable = (accounts: ReadonlyArray<Account>, identity: Identity | undefined): Html =>
  html`${
      identity === undefined
        ? html`<p>Personne n'est connecté dans ce navigateur.</p>`
        : html`<p role="status" class="status">
            Connecté : <strong>${signedInName(identity)}</strong>
          </p>`
    }
    <p>Sans mot de passe, pour essayer seulement.</p>
    ${accountGroups.map((group) =>
      groupTable(
        fr([group]),
        accounts.filter((account) => account.group === group),
      ),
    )}`

// From so many accounts on, a group is folded.
const many = 12

const groupTable = (group: string, accounts: ReadonlyArray<Account>): Html => {
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="Comptes : ${group}">
    <table>
      <caption class="hidden">
        ${group}
      </caption>
      <thead>
        <tr>
          <th scope="col">Personne</th>
          <th scope="col">Connexion</th>
          <th scope="col">Identifiant</th>
          <th scope="col">Fonction</th>
          <th scope="col">Agit comme</th>
        </tr>
      </thead>
      <tbody>
        ${accounts.map(accountLine)}
      </tbody>
    </table>
  </div>`
  return html`<h3>${group}</h3>
    ${
      accounts.length < many
        ? table
        : html`<details>
            <summary>${accounts.length} comptes</summary>
            ${table}
          </details>`
    }`
}

const accountLine = ({ person, school, capacities: held }: Account): Html =>
  html`<tr>
    <th scope="row">${personName(person)}</th>
    <td>
      <form method="post" action="/sign-in">
        <input type="hidden" name="account" value="${person.id}" />
        <button type="submit" aria-label="Se connecter comme ${personName(person)}">
          Se connecter
        </button>
      </form>
    </td>
    <td><code>${person.id}</code></td>
    <td>${person.quality}${school === undefined ? "" : html` (<code>${school}</code>)`}</td>
    <td>${held.map((one) => capacities[one] ?? one).join(", ")}</td>
  </tr>`

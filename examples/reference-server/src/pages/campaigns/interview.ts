/** The validation circuit of one interview: what is done, by whom, when, and what remains (CAM-24). */
import {
  type DeadlineLine,
  type InterviewDetail,
  type Step,
  type StepDone,
  wordingFr,
} from "@convoque/core/interviews"
import { civilDayAt, isCivilDate, shortDateTime, type Zone } from "@convoque/core/kernel/calendar"
import type { Actor, CampaignId, PersonId } from "@convoque/core/kernel/identity"
import { fr } from "@convoque/core/kernel/text"
import { html } from "../html.ts"
import { type Html, page } from "../layout.ts"
import { capitalised, countFr, dayOf, ofName, region, statusLabel, wayBack } from "./parts.ts"

/** What the page shows; `authors` are the names of who did the acts. */
export interface ShownInterview {
  readonly campaign: CampaignId
  readonly label: string
  readonly zone: Zone
  readonly detail: InterviewDetail
  readonly deadlines: ReadonlyArray<DeadlineLine>
  readonly authors: ReadonlyMap<PersonId, string>
}

/** Gives the page. */
export const interviewPage = (shown: ShownInterview): Html => {
  const { campaign, label, detail } = shown
  return page(`Entretien ${ofName(detail.agent.name)}`, [
    wayBack([
      ["/campaigns", "Campagnes d'entretiens"],
      [`/campaigns/${campaign}#entretiens`, label],
    ]),
    summary(detail),
    html`<h2>Circuit de validation</h2>
      <p>
        ${countFr(detail.circuit.done.length, "étape")} sur
        ${detail.circuit.done.length + detail.circuit.remaining.length}.
      </p>
      ${region("Circuit de validation", circuit(shown))}`,
    html`<h2>Échéances</h2>
      ${region("Échéances", deadlineTable(shown.deadlines))}`,
    html`<h2>Historique</h2>
      ${history(shown)}`,
  ])
}

const summary = (detail: InterviewDetail): Html =>
  html`<dl>
    <dt>Statut</dt>
    <dd>${statusLabel(detail.status, detail.statusLabel)}</dd>
    <dt>État</dt>
    <dd>${detail.label}</dd>
    <dt>Responsable</dt>
    <dd>${detail.superior.name}</dd>
    <dt>Autorité</dt>
    <dd>${detail.authority.name}</dd>
    <dt>Date</dt>
    <dd>
      ${detail.date === null ? "aucune" : dayOf(detail.date)}${detail.late ? " (en retard)" : ""}
    </dd>
    ${
      detail.durationMinutes === null
        ? ""
        : html`<dt>Durée</dt>
            <dd>${wordingFr.dates.minutes(detail.durationMinutes)}</dd>`
    }
    ${
      detail.notHeld === null
        ? ""
        : html`<dt>Non tenu</dt>
            <dd>${wordingFr.notHeldReasons[detail.notHeld]}</dd>`
    }
    <dt>Reports de date</dt>
    <dd>${detail.postponements}</dd>
    <dt>Compte rendu attendu</dt>
    <dd>${reportDue(detail)}${detail.reportLate ? " (en retard)" : ""}</dd>
  </dl>`

const reportDue = ({ reportDue: day }: InterviewDetail): Html =>
  isCivilDate(day) ? dayOf(day) : html`${day}`

const circuit = ({ detail, zone }: ShownInterview): Html =>
  html`<table>
    <caption>
      Étapes dans leur ordre
    </caption>
    <thead>
      <tr>
        <th scope="col">Étape</th>
        <th scope="col">Avancement</th>
        <th scope="col">Par</th>
        <th scope="col">Le</th>
        <th scope="col">Au plus tard le</th>
      </tr>
    </thead>
    <tbody>
      ${detail.circuit.done.map((step) => doneLine(step, zone))}
      ${detail.circuit.remaining.map((step) => remainingLine(step, detail))}
    </tbody>
  </table>`

const doneLine = (step: StepDone, zone: Zone): Html =>
  html`<tr>
    <th scope="row">${step.label}</th>
    <td>${doneText(step)}</td>
    <td>${step.name ?? wordingFr.capacities[step.by.capacity]}</td>
    <td>
      ${dayOf(step.on)}${
        civilDayAt(step.at, zone) === step.on
          ? ""
          : html`<br /><small>saisi le ${dayOf(civilDayAt(step.at, zone))}</small>`
      }
    </td>
    <td>${dayOf(step.due)}</td>
  </tr>`

const doneText = ({ late, lapsed, refusal, notification }: StepDone): string => {
  if (lapsed) return "Échue sans l'acte"
  if (refusal !== undefined) return fr`Signature refusée (témoin : ${refusal.witness})`
  const means = notification === undefined ? "" : fr` : ${wordingFr.means[notification.means]}`
  return late ? `Faite en retard${means}` : `Faite${means}`
}

const remainingLine = (
  { step, label, actors }: Step,
  { circuit: { next } }: InterviewDetail,
): Html => {
  const isNext = next?.step === step
  return html`<tr>
    <th scope="row">${label}</th>
    <td>${isNext ? html`<strong>Étape en cours</strong>` : "À faire"}</td>
    <td>${actors.map((actor) => wordingFr.capacities[actor]).join(" ou ")}</td>
    <td>${dayOf(null)}</td>
    <td>${isNext ? dayOf(next.due) : dayOf(null)}</td>
  </tr>`
}

const words = wordingFr.documents.deadlines

const deadlineTable = (deadlines: ReadonlyArray<DeadlineLine>): Html =>
  html`<table>
    <caption>
      Délais de la procédure et leur source
    </caption>
    <thead>
      <tr>
        <th scope="col">Acte</th>
        <th scope="col">Délai</th>
        <th scope="col">Terme</th>
        <th scope="col">Fait le</th>
        <th scope="col">Source</th>
      </tr>
    </thead>
    <tbody>
      ${deadlines.map(
        (deadline) =>
          html`<tr>
            <th scope="row">${capitalised(actOf(deadline))}</th>
            <td>${wordingFr.dates.period(deadline.period)}</td>
            <td>
              ${
                deadline.lastDay === null
                  ? words.notHappened
                  : html`${words.bounds[deadline.bound]} ${dayOf(deadline.lastDay)}`
              }
            </td>
            <td>${deadline.lapsed ? words.lapsed : dayOf(deadline.doneOn)}</td>
            <td>${deadline.source}</td>
          </tr>`,
      )}
    </tbody>
  </table>`

const actOf = ({ act, label }: DeadlineLine): string => {
  if (act === "committee-referral" && label !== null) return words.committee(label)
  const known = Object.entries(words.events).find(([event]) => event === act)
  return label ?? known?.[1] ?? act
}

const history = ({ detail, authors, zone }: ShownInterview): Html =>
  html`<ol>
    ${detail.history.map(
      (act) =>
        html`<li>
          <time datetime="${act.at}">${shortDateTime(act.at, zone)}</time> :
          ${wordingFr.acts[act._tag]}${
            act._tag === "ValidationStepCompleted" ? ` (${act.done.label})` : ""
          },
          ${authorOf(act.by, authors)}
        </li>`,
    )}
  </ol>`

const authorOf = (
  { person, capacity, onBehalfOf }: Actor,
  authors: ReadonlyMap<PersonId, string>,
): string => {
  if (capacity === "system") return wordingFr.capacities.system
  const name = authors.get(person) ?? person
  return onBehalfOf === undefined
    ? `${name} (${wordingFr.capacities[capacity]})`
    : `${name} pour ${authors.get(onBehalfOf) ?? onBehalfOf} (${wordingFr.capacities[capacity]})`
}

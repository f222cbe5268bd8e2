/** The page by which a school says that its entry of competences is finished (CMP-23). */
import { type EntryStatus, wordingFr } from "@convoque/core/exam-missions"
import type { Instant, SchoolYear } from "@convoque/core/kernel/calendar"
import type { Uai } from "@convoque/core/kernel/identity"
import { type Message, stampOf } from "../../exam-missions/console.ts"
import type { ExamVisit } from "../../exam-missions/visit.ts"
import { fieldFault, onceField } from "../campaigns/parts.ts"
import { html } from "../html.ts"
import type { Html } from "../layout.ts"
import { examPage } from "./frame.ts"

/** What the page shows. */
export interface ShownEntry {
  readonly visit: ExamVisit
  readonly entry: {
    readonly school: Uai
    readonly year: SchoolYear
    readonly status: EntryStatus
    readonly since: Instant | null
    readonly version: number
  }
  readonly messages: ReadonlyArray<Message>
}

/** Gives the page. */
export const validationPage = (shown: ShownEntry): Html => {
  const { visit, entry, messages } = shown
  return examPage({
    visit,
    title: wordingFr.activities["competence-validation"],
    current: "competence-validation",
    messages,
    content: [
      html`<dl>
        <dt>Établissement</dt>
        <dd>${entry.school}</dd>
        <dt>Année scolaire</dt>
        <dd>${entry.year}</dd>
        <dt>Saisie</dt>
        <dd>
          <strong>${wordingFr.entryStatuses[entry.status]}</strong>${
            entry.since === null ? "" : html`, depuis le ${stampOf(entry.since, visit.zone)}`
          }
        </dd>
      </dl>`,
      visit.by.capacity === "school-head" ? ofSchool(shown) : html``,
      visit.by.capacity === "exams-division" ? ofDivision(shown) : html``,
    ],
  })
}

const addressOf = (visit: ExamVisit): string => `/exam-missions/schools/${visit.school}/validation`

const ofSchool = ({ visit, entry, messages }: ShownEntry): Html => {
  if (entry.status === "closed") {
    return html`<p>Le service des examens n'a pas ouvert la saisie à votre établissement.</p>`
  }
  if (entry.status === "validated") {
    return html`<p>
      Les compétences peuvent encore être lues, et ne sont plus modifiables. Pour les modifier,
      contactez le service des examens.
    </p>`
  }
  const isWrong = messages.some(({ severity }) => severity === "Erreur")
  return html`<p>
      Une fois la saisie validée, les compétences de l'établissement ne sont plus modifiables, sauf
      réouverture par le service des examens.
    </p>
    <form method="post" action="${addressOf(visit)}">
      ${onceField(entry.version)}
      <input type="hidden" name="act" value="validate" />
      <p class="choice">
        <input type="checkbox" id="statement" name="statement" value="yes" ${fieldFault(isWrong)} />
        <label for="statement">${wordingFr.competence.statement} (*)</label>
      </p>
      <p><button type="submit">Valider la saisie</button></p>
    </form>`
}

const offered: Readonly<Record<EntryStatus, ReadonlyArray<readonly [act: string, label: string]>>> =
  {
    closed: [["open", "Ouvrir la saisie"]],
    open: [["close", "Fermer la saisie"]],
    validated: [
      ["reopen", "Rouvrir la saisie"],
      ["close", "Fermer la saisie"],
    ],
  }

const ofDivision = ({ visit, entry }: ShownEntry): Html =>
  html`<div class="actions">
    ${offered[entry.status].map(([act, label]) => {
      const form = (button: string): Html =>
        html`<form method="post" action="${addressOf(visit)}">
          ${onceField(entry.version)}
          <input type="hidden" name="act" value="${act}" />
          <button type="submit">${button}</button>
        </form>`
      return act === "close"
        ? html`<details>
            <summary>${label}</summary>
            <p>L'établissement ne pourra plus modifier ses compétences.</p>
            ${form("Confirmer la fermeture")}
          </details>`
        : form(label)
    })}
  </div>`

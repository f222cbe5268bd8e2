/** The pages of competences: the personnel, and the sheet of an agent with its buttons (CMP-04). */
import {
  type AgentCompetences,
  type CompetenceLine,
  type EntryTeachingLine,
  type ExamOption,
  type StaffRow,
  wordingFr,
} from "@convoque/core/exam-missions"
import type { PersonId } from "@convoque/core/kernel/identity"
import { fr } from "@convoque/core/kernel/text"
import type { Message } from "../../exam-missions/console.ts"
import type { ExamVisit } from "../../exam-missions/visit.ts"
import { onceField, wayBack } from "../campaigns/parts.ts"
import { html } from "../html.ts"
import type { Html } from "../layout.ts"
import { examPage } from "./frame.ts"
import { listPart, offeredFiles, type ShownList } from "./list.ts"
import { teachingList } from "./member-lists.ts"
import { recap } from "./member.ts"

const addressOf = (visit: ExamVisit, person = ""): string =>
  `/exam-missions/schools/${visit.school}/competences${person === "" ? "" : `/${encodeURIComponent(person)}`}`

/** Gives the page of the personnel. */
export const competenceListPage = (
  list: ShownList<StaffRow>,
  messages: ReadonlyArray<Message>,
): Html =>
  examPage({
    visit: list.visit,
    title: list.sheet.title,
    current: "competence-entry",
    messages,
    content: [
      listPart({
        ...list,
        link: ({ person }) => addressOf(list.visit, person),
        files: `/schools/${list.visit.school}/competence-entry/staff`,
      }),
    ],
  })

/** Gives the page of the teachings of an agent. */
export const entryTeachingsPage = (
  list: ShownList<EntryTeachingLine>,
  person: PersonId,
  messages: ReadonlyArray<Message>,
): Html =>
  examPage({
    visit: list.visit,
    title: list.sheet.title,
    current: "competence-entry",
    messages,
    content: [
      wayBack([[addressOf(list.visit, person), wordingFr.competence.title]]),
      teachingList({
        ...list,
        files: `/schools/${list.visit.school}/competence-entry/staff/${encodeURIComponent(person)}/teachings`,
      }),
    ],
  })

/** What the page of an agent shows; `adding` is there for whoever may add a competence. */
export interface ShownCompetences {
  readonly visit: ExamVisit
  readonly read: AgentCompetences
  readonly version: number
  readonly adding:
    | { readonly keyword: string; readonly suggested: ReadonlyArray<ExamOption> }
    | undefined
  readonly messages: ReadonlyArray<Message>
}

/** Gives the page of an agent. */
export const competencesPage = (shown: ShownCompetences): Html => {
  const { visit, read, messages } = shown
  const { agent, entry } = read
  const teachings = `${addressOf(visit, agent.person)}/teachings`
  return examPage({
    visit,
    title: fr`Compétences : ${agent.familyName} ${agent.givenName}`,
    current: "competence-entry",
    messages,
    content: [
      wayBack([[addressOf(visit), wordingFr.staff.lists.competence.title]]),
      recap(agent, [
        [
          wordingFr.staff.columns["competences-defined"],
          wordingFr.competence.definedLabels[agent.competencesDefined ? "yes" : "no"],
        ],
        ...(entry === null
          ? []
          : [["Saisie de l'établissement", wordingFr.entryStatuses[entry]] as const]),
      ]),
      html`<p><a href="${teachings}">Enseignements de cette personne</a></p>`,
      sheet(shown),
      adding(shown),
    ],
  })
}

const sheet = (shown: ShownCompetences): Html => {
  const { competences } = shown.read
  return html`<h2>${wordingFr.competence.title}</h2>
    <p class="count">${wordingFr.staff.common.count(competences.length)}</p>
    ${offeredFiles(wordingFr.competence.title, listOf(shown), {})}
    ${
      competences.length === 0
        ? ""
        : html`<div
            class="scroll tall"
            tabindex="0"
            role="region"
            aria-label="${wordingFr.competence.title}"
          >
            <table>
              <caption class="hidden">
                ${wordingFr.competence.title}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Examen</th>
                  <th scope="col">Spécialité</th>
                  <th scope="col">Épreuve-option</th>
                  <th scope="col">Auteurs</th>
                  <th scope="col">Actions</th>
                </tr>
              </thead>
              <tbody>
                ${competences.map((line) => row(shown, line))}
              </tbody>
            </table>
          </div>`
    }
    <p>
      (C) : compétence ajoutée ou confirmée par l'auteur ; (I) : déclarée non compétente par
      l'auteur. SYS : marque du système, d'après les enseignements et la table de correspondance.
    </p>`
}

const listOf = ({ visit: { school }, read: { agent } }: ShownCompetences): string =>
  `/schools/${school}/staff/${encodeURIComponent(agent.person)}/competences/list`

const row = (shown: ShownCompetences, line: CompetenceLine): Html =>
  html`<tr>
    <td>${line.exam ?? ""}</td>
    <td>${line.speciality ?? ""}</td>
    <th scope="row">${line.label ?? line.option}</th>
    <td>
      ${line.authors}${line.standing === "contested" ? html` <em>(contestée)</em>` : ""}
      ${
        line.explanations.length === 0
          ? ""
          : html`<details>
              <summary>
                Pourquoi SYS<span class="hidden"> sur ${line.label ?? line.option}</span>
              </summary>
              <ul>
                ${line.explanations.map((one) => html`<li>${one}</li>`)}
              </ul>
            </details>`
      }
    </td>
    <td>
      ${
        line.actions.length === 0
          ? html`<span>aucune</span>`
          : html`<div class="buttons">
              ${line.actions.map((action) => button(shown, line, action))}
            </div>`
      }
    </td>
  </tr>`

const signs = { confirm: ["+", "Confirmer"], invalidate: ["x", "Invalider ou supprimer"] } as const

const button = (
  { visit, read, version }: ShownCompetences,
  { option, label }: CompetenceLine,
  action: CompetenceLine["actions"][number],
): Html => {
  const [sign, name] = signs[action]
  return html`<form method="post" action="${addressOf(visit, read.agent.person)}">
    ${onceField(version)}
    <input type="hidden" name="act" value="${action}" />
    <input type="hidden" name="option" value="${option}" />
    <button type="submit" title="${name}" aria-label="${sign} ${name} : ${label ?? option}">
      ${sign}
    </button>
  </form>`
}

const adding = (shown: ShownCompetences): Html => {
  const { visit, read, adding: asked } = shown
  if (asked === undefined) return html``
  const address = addressOf(visit, read.agent.person)
  return html`<h2 id="ajout">Ajouter une compétence</h2>
    <form method="get" action="${address}" id="suggest" class="filters">
      <p>
        <label for="option">Examen, spécialité ou épreuve-option (*)</label>
        <input id="option" name="option" type="search" maxlength="100" value="${asked.keyword}" />
      </p>
      <p><button type="submit">Proposer</button></p>
    </form>
    <div id="suggested" aria-live="polite">${suggestions(shown, asked)}</div>`
}

const suggestions = (
  { visit, read, version }: ShownCompetences,
  { keyword, suggested }: NonNullable<ShownCompetences["adding"]>,
): Html => {
  if (keyword === "") return html`<p>Tapez quelques lettres pour voir les épreuves-options.</p>`
  if (suggested.length === 0) return html`<p>Aucune épreuve-option à ajouter.</p>`
  return html`<p>${wordingFr.staff.common.count(suggested.length)}</p>
    <ul class="suggestions">
      ${suggested.map(
        ({ option, examAcronym, speciality, label }) =>
          html`<li>
            <form method="post" action="${addressOf(visit, read.agent.person)}">
              ${onceField(version)}
              <input type="hidden" name="act" value="add" />
              <input type="hidden" name="option" value="${option}" />
              <button type="submit">
                Ajouter<span class="hidden"> ${examAcronym}, ${speciality}, ${label}</span>
              </button>
              <span>${examAcronym}, ${speciality}, <strong>${label}</strong></span>
            </form>
          </li>`,
      )}
    </ul>`
}

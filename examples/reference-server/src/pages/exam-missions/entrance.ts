/** The entrance of exam missions: the welcome message (UI-07), and where the visitor may go. */
import { html } from "../html.ts"
import type { Message } from "../../exam-missions/console.ts"
import { type ExamVisit, isManagement } from "../../exam-missions/visit.ts"
import type { Html } from "../layout.ts"
import { examPage } from "./frame.ts"

/** What the page shows; `typed` is the UAI that the management service asked for. */
export interface ShownEntrance {
  readonly visit: ExamVisit
  readonly typed: string
  readonly fault: string | undefined
}

/** Gives the page. */
export const entrancePage = ({ visit, typed, fault }: ShownEntrance): Html => {
  const { welcome } = visit.entrance
  return examPage({
    visit,
    title: "Missions d'examens",
    content: [
      welcome === null
        ? html``
        : html`<section aria-label="Message d'accueil"><p class="welcome">${welcome}</p></section>`,
      isManagement(visit.by) ? management(typed, fault) : html`<p>${invitation(visit)}</p>`,
    ],
  })
}

const invitation = ({ school }: ExamVisit): string =>
  school === undefined
    ? "Vous n'êtes pas connecté au nom d'un établissement."
    : "Choisissez une activité dans le menu."

const management = (typed: string, fault: string | undefined): Html =>
  html`<h2 id="etablissement">Établissement</h2>
    <form method="get" action="/exam-missions/school" class="filters">
      <p>
        <label for="uai">UAI de l'établissement (*)</label>
        <input
          id="uai"
          name="uai"
          required
          maxlength="8"
          value="${typed}"
          ${fault === undefined ? "" : html`aria-invalid="true" aria-describedby="uai-fault"`}
        />
        ${fault === undefined ? "" : html`<span class="fault" id="uai-fault">${fault}</span>`}
      </p>
      <p><button type="submit">Consulter</button></p>
    </form>
    <h2>Gestion du service</h2>
    <ul>
      <li><a href="/exam-missions/activities">Activités ouvertes ou fermées</a></li>
      <li><a href="/exam-missions/entries">Saisie des compétences par établissement</a></li>
    </ul>`

/** Gives the page of an activity that has none. */
export const comingPage = (
  visit: ExamVisit,
  title: string,
  messages: ReadonlyArray<Message>,
): Html => examPage({ visit, title, content: [], messages })

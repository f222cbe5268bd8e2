/**
 * What every page of exam missions has around its content: academy and school (UI-13), the menu with
 * its states (UI-09, UI-10), the console of messages (UI-14), the control that hides header and menu
 * and restores them (UI-15).
 */
import {
  type ActivityId,
  ActivityGroup,
  type MenuLine,
  wordingFr,
} from "@convoque/core/exam-missions"
import type { Zone } from "@convoque/core/kernel/calendar"
import type { Uai } from "@convoque/core/kernel/identity"
import { type Message, stampOf } from "../../exam-missions/console.ts"
import type { ExamVisit } from "../../exam-missions/visit.ts"
import { html } from "../html.ts"
import { type Html, pageOf } from "../layout.ts"

/** A page of exam missions; `current` is the activity that it belongs to. */
export interface ExamPage {
  readonly visit: ExamVisit
  readonly title: string
  readonly current?: ActivityId
  readonly content: ReadonlyArray<Html>
  /** What this very page has to tell, besides the messages of the form that led to it. */
  readonly messages?: ReadonlyArray<Message>
}

/** Gives the page. */
export const examPage = ({ visit, title, current, content, messages = [] }: ExamPage): Html => {
  const all = [...visit.told, ...messages]
  return pageOf({
    title,
    above: html`<section aria-label="Affichage" class="enlarging">
        <input type="checkbox" id="enlarged" />
        <label for="enlarged">Agrandir la zone de travail</label>
      </section>
      <div class="exam-head">${band(visit)} ${menu(visit, current)}</div>`,
    content: [announced(all), ...content, html`<script src="/exam-missions.js" defer></script>`],
    below: consolePart(all, visit.zone),
  })
}

const band = ({ entrance: { academy, school } }: ExamVisit): Html =>
  html`<section aria-label="Académie et établissement">
    <p class="band">
      ${wordingFr.staff.academy(academy)}${
        school === null ? "" : html` - ${school.name ?? school.uai}`
      }
    </p>
  </section>`

const menu = (visit: ExamVisit, current: ActivityId | undefined): Html =>
  html`<nav aria-label="Activités" class="activities">
    <p class="home">
      <a
        href="/exam-missions"
        ${current === undefined && visit.path === "/exam-missions" ? html`aria-current="page"` : ""}
        >Accueil du service</a
      >
    </p>
    ${ActivityGroup.literals.map(
      (group) =>
        html`<div>
          <h2 id="menu-${group}">${wordingFr.groups[group]}</h2>
          <ul aria-labelledby="menu-${group}">
            ${visit.entrance.menu
              .filter((line) => line.group === group)
              .map((line) => html`<li>${entry(visit, line, current)}</li>`)}
          </ul>
        </div>`,
    )}
  </nav>`

const barred = ({ group, state }: MenuLine): string => {
  if (state === "not-opened") return "non ouverte"
  return group === "school" ? "réservée aux chefs d'établissement" : "réservée aux chefs de centre"
}

const entry = (
  { school }: ExamVisit,
  menuLine: MenuLine,
  current: ActivityId | undefined,
): Html => {
  const { activity, state } = menuLine
  const label = wordingFr.activities[activity]
  if (state !== "accessible") {
    return html`<span class="barred">${label} <small>(${barred(menuLine)})</small></span>`
  }
  const address = addressOf(activity, school)
  if (address === undefined) {
    return html`<span>${label} <small>(choisissez un établissement)</small></span>`
  }
  return activity === current
    ? html`<a href="${address}" aria-current="page">${label}</a>`
    : html`<a href="${address}">${label}</a>`
}

const ofSchool: Readonly<Partial<Record<ActivityId, string>>> = {
  "staff-consultation": "staff",
  "unavailability-entry": "unavailability",
  "competence-entry": "competences",
  "competence-validation": "validation",
}

/** Gives the address of an activity for a school; none without the school that it is about. */
export const addressOf = (activity: ActivityId, school: Uai | undefined): string | undefined => {
  const part = ofSchool[activity]
  if (part === undefined) return `/exam-missions/activities/${activity}`
  return school === undefined ? undefined : `/exam-missions/schools/${school}/${part}`
}

const consolePart = (messages: ReadonlyArray<Message>, zone: Zone): Html =>
  html`<section class="console" aria-labelledby="console-title">
    <h2 id="console-title">Console</h2>
    ${
      messages.length === 0
        ? html`<p>Aucun message.</p>`
        : html`<ul>
            ${messages.map(
              (message) =>
                html`<li class="message-${message.severity}">${line(message, zone)}</li>`,
            )}
          </ul>`
    }
  </section>`

const line = ({ at, severity, text }: Message, zone: Zone): Html =>
  html`(<time datetime="${at}">${stampOf(at, zone)}</time>) <strong>${severity} :</strong> ${text}`

// Announced at once, under the title.
const announced = (messages: ReadonlyArray<Message>): Html => {
  const faults = messages.filter(({ severity }) => severity === "Erreur")
  const others = messages.filter(({ severity }) => severity !== "Erreur")
  return html`${
    faults.length === 0
      ? ""
      : html`<div role="alert" class="alert" id="faults">
          ${faults.map(({ text }) => html`<p><strong>Erreur :</strong> ${text}</p>`)}
        </div>`
  }
  ${
    others.length === 0
      ? ""
      : html`<div role="status" class="status">
          ${others.map(({ severity, text }) => html`<p><strong>${severity} :</strong> ${text}</p>`)}
        </div>`
  }`
}

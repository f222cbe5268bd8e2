/** The pages of the management service: activities, entry windows by status. */
import {
  type ActivityId,
  type EntryLine,
  EntryStatus,
  wordingFr,
} from "@convoque/core/exam-missions"
import type { SchoolYear } from "@convoque/core/kernel/calendar"
import type { Page } from "@convoque/core/kernel/listing"
import { type Message, stampOf } from "../../exam-missions/console.ts"
import type { ExamVisit } from "../../exam-missions/visit.ts"
import { onceField, options, pageLinks, region, wayBack } from "../campaigns/parts.ts"
import { html } from "../html.ts"
import type { Html } from "../layout.ts"
import { examPage } from "./frame.ts"
import { offeredFiles } from "./list.ts"

/** What the page of activities shows. */
export interface ShownActivities {
  readonly visit: ExamVisit
  readonly activities: ReadonlyArray<{
    readonly activity: ActivityId
    readonly state: "open" | "closed"
    readonly version: number
  }>
}

const entrance = wayBack([["/exam-missions", "Missions d'examens"]])

/** Gives the page of activities. */
export const activitiesPage = ({ visit, activities }: ShownActivities): Html =>
  examPage({
    visit,
    title: "Activités",
    content: [
      entrance,
      region(
        "Activités",
        html`<table>
          <caption class="hidden">
            Activités
          </caption>
          <thead>
            <tr>
              <th scope="col">Activité</th>
              <th scope="col">État</th>
              <th scope="col">Action</th>
            </tr>
          </thead>
          <tbody>
            ${activities.map((one) => activityRow(visit, one))}
          </tbody>
        </table>`,
      ),
    ],
  })

const activityRow = (
  { by }: ExamVisit,
  { activity, state, version }: ShownActivities["activities"][number],
): Html => {
  const label = wordingFr.activities[activity]
  const [act, word] =
    state === "open" ? (["close", "Fermer"] as const) : (["open", "Ouvrir"] as const)
  return html`<tr>
    <th scope="row">${label}</th>
    <td>${state === "open" ? "ouverte" : "fermée"}</td>
    <td>
      ${
        by.capacity === "exams-division"
          ? html`<form method="post" action="/exam-missions/activities">
              ${onceField(version)}
              <input type="hidden" name="activity" value="${activity}" />
              <input type="hidden" name="act" value="${act}" />
              <button type="submit">${word}<span class="hidden"> : ${label}</span></button>
            </form>`
          : html`<span>aucune</span>`
      }
    </td>
  </tr>`
}

/** What the page of entry windows shows. */
export interface ShownEntries {
  readonly visit: ExamVisit
  readonly page: Page<EntryLine>
  readonly year: SchoolYear
  readonly status: EntryStatus | undefined
  readonly messages: ReadonlyArray<Message>
}

/** Gives the page of entry windows. */
export const entriesPage = ({ visit, page, year, status, messages }: ShownEntries): Html =>
  examPage({
    visit,
    title: `Saisie des compétences ${year}`,
    messages,
    content: [
      entrance,
      html`<form method="get" action="/exam-missions/entries" class="filters">
        <p>
          <label for="status">Saisie</label>
          <select id="status" name="status">
            ${options(
              "Toutes",
              EntryStatus.literals.map((one) => [one, wordingFr.entryStatuses[one]]),
              status ?? null,
            )}
          </select>
        </p>
        <p><button type="submit">Filtrer</button></p>
      </form>`,
      html`<p class="count" role="status">${wordingFr.staff.common.count(page.count)}</p>`,
      page.rows.length === 0 ? html`` : table(visit, page),
      pageLinks(visit, page.next),
      offeredFiles(`Saisie des compétences ${year}`, `/competence-entries/${year}/schools`, {
        status,
      }),
      visit.by.capacity === "exams-division"
        ? html`<form method="post" action="/exam-missions/entries">
            ${onceField()}
            <button type="submit">Ouvrir la saisie à tous les établissements</button>
          </form>`
        : html``,
    ],
  })

const table = (visit: ExamVisit, { rows }: Page<EntryLine>): Html =>
  region(
    "Saisies",
    html`<table>
      <caption class="hidden">
        Saisies
      </caption>
      <thead>
        <tr>
          <th scope="col">Établissement</th>
          <th scope="col">Saisie</th>
          <th scope="col">Depuis le</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ row: { school, name, status, since } }) =>
            html`<tr>
              <th scope="row">
                <a href="/exam-missions/schools/${school}/validation">${name} (${school})</a>
              </th>
              <td>${wordingFr.entryStatuses[status]}</td>
              <td>
                ${
                  since === null
                    ? html``
                    : html`<time datetime="${since}">${stampOf(since, visit.zone)}</time>`
                }
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`,
  )

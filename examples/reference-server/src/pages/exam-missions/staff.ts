/** The list of the personnel of a school, its filters by period, its exports. */
import { type StaffPeriod, type StaffRow, wordingFr } from "@convoque/core/exam-missions"
import { civilDayAt, yearOf } from "@convoque/core/kernel/calendar"
import type { ListSheet, Page, Sort } from "@convoque/core/kernel/listing"
import { addressWith } from "../../campaigns/names.ts"
import { type AskedPeriod, periodKinds, sortText } from "../../exam-missions/asked.ts"
import type { Message } from "../../exam-missions/console.ts"
import type { ExamVisit } from "../../exam-missions/visit.ts"
import { html } from "../html.ts"
import type { Html } from "../layout.ts"
import { dateField } from "./fields.ts"
import { examPage } from "./frame.ts"
import { kept, listPart } from "./list.ts"

/** What the page shows. */
export interface ShownStaff {
  readonly visit: ExamVisit
  readonly page: Page<StaffRow>
  readonly sheet: ListSheet<StaffRow>
  readonly sort: Sort
  readonly years: ReadonlyArray<number>
  readonly asked: AskedPeriod | undefined
  readonly messages: ReadonlyArray<Message>
}

/** Gives the page. */
export const staffPage = (shown: ShownStaff): Html => {
  const { visit, sheet, messages } = shown
  return examPage({
    visit,
    title: sheet.title,
    current: "staff-consultation",
    messages,
    content: [
      periodForm(shown),
      listPart({
        ...shown,
        link: ({ person }) =>
          `/exam-missions/schools/${visit.school}/staff/${encodeURIComponent(person)}/assignments`,
      }),
      exporting(shown),
    ],
  })
}

const labels: Readonly<Record<StaffPeriod["kind"], string>> = {
  available: "Personnes disponibles",
  convened: "Personnes convoquées",
}

const periodForm = ({ visit, asked }: ShownStaff): Html => {
  const kind = asked?.kind ?? "available"
  const { path, query } = visit
  const fields = { period: undefined, from: undefined, until: undefined }
  const all = addressWith(path, query, { ...fields, after: undefined, message: undefined })
  return html`<form method="get" action="${path}" novalidate>
    ${kept(query, ["period", "from", "until", "after", "message"])}
    <fieldset>
      <legend>Filtrer par période</legend>
      <div class="fields">
        ${periodKinds.map(
          (one) =>
            html`<p class="choice">
              <input
                type="radio"
                id="period-${one}"
                name="period"
                value="${one}"
                ${one === kind ? "checked" : ""}
              />
              <label for="period-${one}">${labels[one]}</label>
            </p>`,
        )}
      </div>
      <div class="fields">
        ${dateField({ id: "from", label: "du", typed: asked?.typed.from, fault: asked?.faults.from })}
        ${dateField({ id: "until", label: "au", typed: asked?.typed.until, fault: asked?.faults.until })}
      </div>
      <p class="actions">
        <button type="submit">Filtrer</button>
        <a href="${all}">Effacer le filtre</a>
      </p>
      ${asked?.period === undefined ? "" : applied(asked)}
    </fieldset>
  </form>`
}

const applied = ({ kind, typed }: AskedPeriod): Html =>
  html`<p>
    Filtre appliqué : ${labels[kind].toLowerCase()} du ${typed.from.trim()} au
    ${typed.until.trim()}.
  </p>`

// The files of the API, for the selection that the page shows.
const selection = ({ visit, sort, asked }: ShownStaff): URLSearchParams => {
  const keyword = visit.query.get("q")?.trim() ?? ""
  const fields = new URLSearchParams({ sort: sortText(sort) })
  if (keyword !== "") fields.set("q", keyword)
  if (asked?.period !== undefined) {
    fields.set(`${asked.kind}-from`, asked.period.from)
    fields.set(`${asked.kind}-until`, asked.period.until)
  }
  return fields
}

const files = [
  ["staff", wordingFr.staff.lists.staff.title],
  ["staff-teachings", wordingFr.staff.withTeachings.title],
] as const

const exporting = (shown: ShownStaff): Html => {
  const school = `/schools/${shown.visit.school}`
  const fields = selection(shown)
  return html`<section class="exports" id="exports" aria-labelledby="exports-title">
    <h2 id="exports-title">Éditions et extractions</h2>
    <p>Elles portent sur les personnes de la sélection affichée.</p>
    <ul>
      ${files.map(
        ([file, label]) =>
          html`<li>
            ${label} :
            <a href="${school}/${file}.csv?${fields}">CSV<span class="hidden">, ${label}</span></a
            >,
            <a href="${school}/${file}.pdf?${fields}">PDF<span class="hidden">, ${label}</span></a>
          </li>`,
      )}
    </ul>
    ${missions(shown, school, fields)}
  </section>`
}

const missions = (
  { visit, years }: ShownStaff,
  school: string,
  selected: URLSearchParams,
): Html => {
  const current = yearOf(civilDayAt(visit.at, visit.zone))
  return html`<form method="get" action="${school}/staff-missions.csv">
    ${kept(selected, [])}
    <fieldset id="years">
      <legend>${wordingFr.staff.withMissions.title} : années des missions (*)</legend>
      <div class="fields">
        ${years.map(
          (year) =>
            html`<p class="choice">
              <input
                type="checkbox"
                id="year-${year}"
                name="year"
                value="${year}"
                ${year === current ? "checked" : ""}
              />
              <label for="year-${year}">${year}</label>
            </p>`,
        )}
      </div>
      <p><output id="years-chosen">${wordingFr.staff.common.selected(1)}</output></p>
      <p class="actions">
        <button type="submit">CSV<span class="hidden"> des missions</span></button>
        <button type="submit" formaction="${school}/staff-missions.pdf">
          PDF<span class="hidden"> des missions</span>
        </button>
        <button type="submit" formaction="${school}/staff-missions-details.pdf">
          PDF (liste détaillée)
        </button>
      </p>
    </fieldset>
  </form>`
}

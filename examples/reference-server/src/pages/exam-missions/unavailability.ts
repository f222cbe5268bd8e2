/** The pages of unavailability: the personnel, the periods of one person, the form of a new one. */
import {
  localMinute,
  originCode,
  type StaffLine,
  type StaffRow,
  type UnavailabilityLine,
  wordingFr,
} from "@convoque/core/exam-missions"
import { shortDate } from "@convoque/core/kernel/calendar"
import type { PersonId } from "@convoque/core/kernel/identity"
import { fr } from "@convoque/core/kernel/text"
import type { Message } from "../../exam-missions/console.ts"
import type { DeclarationField, TypedDeclaration } from "../../exam-missions/declaration.ts"
import type { ExamVisit } from "../../exam-missions/visit.ts"
import { onceField, wayBack } from "../campaigns/parts.ts"
import { html } from "../html.ts"
import type { Html } from "../layout.ts"
import { dateField, type ShownField, textField, timeField } from "./fields.ts"
import { examPage } from "./frame.ts"
import { listPart, type ShownList } from "./list.ts"
import { recap } from "./member.ts"
import { otherConvocation } from "./member-lists.ts"

const addressOf = (visit: ExamVisit, person = ""): string =>
  `/exam-missions/schools/${visit.school}/unavailability${person === "" ? "" : `/${encodeURIComponent(person)}`}`

const apiOf = (visit: ExamVisit): string => `/schools/${visit.school}/unavailability-entry/staff`

/** Gives the page of the personnel. */
export const periodStaffPage = (
  list: ShownList<StaffRow>,
  messages: ReadonlyArray<Message>,
): Html =>
  examPage({
    visit: list.visit,
    title: list.sheet.title,
    current: "unavailability-entry",
    messages,
    content: [
      listPart({
        ...list,
        link: ({ person }) => addressOf(list.visit, person),
        files: apiOf(list.visit),
      }),
    ],
  })

/** What the page of one person shows. */
export interface ShownPeriods {
  readonly list: ShownList<UnavailabilityLine>
  readonly id: PersonId
  /** Null of somebody who has left the school, which may delete what it declared. */
  readonly person: StaffLine | null
  readonly typed: TypedDeclaration
  readonly messages: ReadonlyArray<Message>
}

/** Gives the page of one person. */
export const periodsPage = ({ list, id, person, typed, messages }: ShownPeriods): Html => {
  const { visit } = list
  const address = addressOf(visit, id)
  const isSchool = visit.by.capacity === "school-head"
  return examPage({
    visit,
    title:
      person === null
        ? "Indisponibilités"
        : fr`Indisponibilités : ${person.familyName} ${person.givenName}`,
    current: "unavailability-entry",
    messages,
    content: [
      wayBack([[addressOf(visit), wordingFr.staff.lists.unavailability.title]]),
      person === null
        ? html`<p>Cette personne n'exerce plus dans l'établissement.</p>`
        : recap(person, [
            [
              wordingFr.staff.columns["birth-date"],
              person.birthDate === null ? "inconnue" : shortDate(person.birthDate),
            ],
          ]),
      listPart({
        ...list,
        extra: { label: "Origine et actions", cell: (row) => actions(row, address) },
        files: `${apiOf(visit)}/${encodeURIComponent(id)}/periods`,
      }),
      isSchool && person !== null ? declareForm(address, typed) : html``,
    ],
  })
}

const actions = (row: UnavailabilityLine, address: string): Html => {
  const start = localMinute(row.start)
  return html`<p class="origin">${wordingFr.unavailability.origin(row.origin, null)}</p>
    ${otherConvocation(row)}
    ${
      row.deletable
        ? html`<details>
            <summary>Supprimer<span class="hidden"> la période ${begins(row)}</span></summary>
            <form method="post" action="${address}/deletion">
              ${onceField()}
              <input type="hidden" name="origin" value="${originCode(row.origin)}" />
              <input type="hidden" name="start" value="${start}" />
              <input type="hidden" name="end" value="${localMinute(row.end)}" />
              <p>La période ${begins(row)} sera supprimée.</p>
              <p><button type="submit">Confirmer la suppression</button></p>
            </form>
          </details>`
        : ""
    }`
}

const begins = ({ start }: UnavailabilityLine): string =>
  fr`qui commence le ${shortDate(start.date)} à ${start.time}`

const declareForm = (address: string, { typed, faults }: TypedDeclaration): Html => {
  const shown = (id: DeclarationField, label: string): ShownField => ({
    id,
    label,
    typed: typed[id],
    fault: faults[id],
  })
  const { columns, suggestions } = wordingFr.unavailability
  return html`<h2 id="declaration">Déclarer une période</h2>
    <p>Les champs marqués (*) sont obligatoires.</p>
    <form method="post" action="${address}" novalidate>
      ${onceField()}
      <div class="fields">
        ${dateField(shown("start-date", columns.startDate))}
        ${timeField(shown("start-time", columns.startTime))}
      </div>
      <div class="fields">
        ${dateField(shown("end-date", columns.endDate))}
        ${timeField(shown("end-time", columns.endTime))}
      </div>
      ${textField(shown("reason", columns.reason), 100, "reasons")}
      <datalist id="reasons">
        ${suggestions.map((one) => html`<option value="${one}"></option>`)}
      </datalist>
      <p><button type="submit">Déclarer la période</button></p>
    </form>`
}

/** One person under a recap (PER-18): three views, and the way back to the list (UI-17). */
import type { StaffLine } from "@convoque/core/exam-missions"
import { wordingFr } from "@convoque/core/exam-missions"
import { shortDate } from "@convoque/core/kernel/calendar"
import type { Message } from "../../exam-missions/console.ts"
import type { ExamVisit } from "../../exam-missions/visit.ts"
import { wayBack } from "../campaigns/parts.ts"
import { html } from "../html.ts"
import type { Html } from "../layout.ts"
import { examPage } from "./frame.ts"

/** The views of a person. */
export type MemberView = "assignments" | "unavailability" | "teachings"

/** What the page shows. */
export interface ShownMember {
  readonly visit: ExamVisit
  readonly line: StaffLine
  readonly view: MemberView
  readonly list: Html
  readonly messages: ReadonlyArray<Message>
}

const { columns } = wordingFr.staff

/** Gives the page. */
export const memberPage = ({ visit, line, view, list, messages }: ShownMember): Html => {
  const school = `/exam-missions/schools/${visit.school}`
  return examPage({
    visit,
    title: `${line.familyName} ${line.givenName}`,
    current: "staff-consultation",
    messages,
    content: [
      wayBack([[`${school}/staff`, wordingFr.staff.lists.staff.title]]),
      recap(line, [
        [
          columns["last-convened-on"],
          line.lastConvenedOn === null ? "aucune" : shortDate(line.lastConvenedOn),
        ],
      ]),
      views(`${school}/staff/${encodeURIComponent(line.person)}`, view),
      html`<h2>${labels[view]}</h2>
        ${list}`,
    ],
  })
}

/** Gives the recap of a person: name, given name, discipline, and what else a page recalls. */
export const recap = (
  { familyName, givenName, discipline }: Pick<StaffLine, "familyName" | "givenName" | "discipline">,
  others: ReadonlyArray<readonly [label: string, value: string]>,
): Html =>
  html`<dl>
    ${[
      [columns["family-name"], familyName],
      [columns["given-name"], givenName],
      [columns.discipline, discipline ?? "aucune"],
      ...others,
    ].map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`

const labels: Readonly<Record<MemberView, string>> = {
  assignments: "Affectations convoquées",
  unavailability: "Indisponibilités",
  teachings: "Enseignements",
}

const views = (path: string, current: MemberView): Html =>
  html`<nav aria-label="Vues de la personne" class="pages views">
    <ul>
      ${(["assignments", "unavailability", "teachings"] as const).map(
        (view) =>
          html`<li>
            <a href="${path}/${view}" ${view === current ? html`aria-current="page"` : ""}
              >${labels[view]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`

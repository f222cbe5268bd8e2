/** The three lists of one person, with what a page adds to their columns. */
import type {
  AssignmentLine,
  EntryTeachingLine,
  UnavailabilityRow,
} from "@convoque/core/exam-missions"
import type { PersonId, Uai } from "@convoque/core/kernel/identity"
import { html } from "../html.ts"
import type { Html } from "../layout.ts"
import { listPart, type ShownList } from "./list.ts"

/** Gives the convened assignments, each with its convocation to download (PER-23). */
export const assignmentList = (
  list: ShownList<AssignmentLine>,
  { school, person }: { readonly school: Uai; readonly person: PersonId },
): Html =>
  listPart({
    ...list,
    extra: {
      label: "Convocation",
      cell: ({ mission }) =>
        html`<a
          href="/schools/${school}/staff/${encodeURIComponent(person)}/assignments/${mission}/recap.pdf"
          >Récapitulatif (PDF)<span class="hidden"> de la mission ${mission}</span></a
        >`,
    },
  })

/** Gives the periods, those of another academy with the recap of its convocation (PER-25). */
export const periodList = (list: ShownList<UnavailabilityRow>): Html =>
  listPart({ ...list, extra: { label: "Convocation d'ailleurs", cell: otherConvocation } })

/** Gives what may be read of the convocation of another academy behind a period. */
export const otherConvocation = ({ convocation }: UnavailabilityRow): Html =>
  convocation === null
    ? html``
    : html`<details>
        <summary>Récapitulatif</summary>
        <dl>
          <dt>Académie</dt>
          <dd>${convocation.academy}</dd>
          <dt>Mission</dt>
          <dd>${convocation.mission}, ${convocation.missionType}</dd>
          <dt>Examen</dt>
          <dd>${convocation.exam}</dd>
          <dt>Centre</dt>
          <dd>${convocation.centre}, ${convocation.place}</dd>
          ${
            convocation.capacity === null
              ? ""
              : html`<dt>Qualité</dt>
                  <dd>${convocation.capacity}</dd>`
          }
        </dl>
      </details>`

/** Gives the teachings. */
export const teachingList = <Row extends EntryTeachingLine>(list: ShownList<Row>): Html =>
  html`<p>Les enseignements viennent de STS-WEB ; ils ne se modifient pas ici.</p>
    ${listPart(list)}`

/**
 * What the lists of competences show as files and on paper: the entry windows of a year, those
 * competent on an exam option, and the competences of an agent.
 *
 * @requirement CMP-04, CMP-21, CMP-25, UI-28, UI-29
 */
import * as Effect from "effect/Effect"
import { type SchoolYear, shortDateTime } from "../../../kernel/calendar.ts"
import type { ListColumn, ListSheet } from "../../../kernel/listing.ts"
import { Registers, type StorageUnavailable } from "../../../kernel/ports.ts"
import type { ExamOptionId } from "../../competence/model.ts"
import type { CompetenceLine } from "../../competence/views.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import { people } from "../../staff-directory/registers.ts"
import { pageHead } from "../consultation/admission.ts"
import { competentListing, type CompetentPerson } from "./competent.ts"
import { type EntryLine, entryListing } from "./entry-list.ts"
import { competenceListing, type ReadingSheet } from "./reading.ts"

/** Gives what the list of the entry windows of a school year shows. */
export const entriesList = (
  year: SchoolYear,
): Effect.Effect<ListSheet<EntryLine>, never, ExamMissionsSetup> =>
  Effect.gen(function* () {
    const { academy, wording, zone } = yield* ExamMissionsSetup
    const { title, fileName, columns } = wording.competence.entries
    return {
      title: title(year),
      fileName,
      columns: [
        text<EntryLine>("school", columns.school, ({ school }) => school),
        text("name", columns.name, ({ name }) => name),
        text("status", columns.status, ({ status }) => wording.entryStatuses[status]),
        text("since", columns.since, ({ since }) =>
          since === null ? "" : shortDateTime(since, zone),
        ),
      ],
      shown: labelsOf("status", wording.entryStatuses),
      filters: { status: columns.status },
      words: wording.staff.common,
      author: academy,
      zone,
    }
  })

/** Gives what the list of those competent on an exam option shows. */
export const competentAgentsList = (
  option: ExamOptionId,
): Effect.Effect<ListSheet<CompetentPerson>, never, ExamMissionsSetup> =>
  Effect.gen(function* () {
    const { academy, wording, zone } = yield* ExamMissionsSetup
    const { agents, standings } = wording.competence
    const { title, fileName, columns } = agents
    return {
      title: title(option),
      fileName,
      columns: [
        text<CompetentPerson>(
          "family-name",
          columns["family-name"],
          ({ familyName }) => familyName,
        ),
        text("given-name", columns["given-name"], ({ givenName }) => givenName),
        text("standing", columns.standing, ({ standing }) => standings[standing]),
        text("authors", columns.authors, ({ authors }) => authors),
      ],
      shown: labelsOf("standing", standings),
      filters: { standing: columns.standing },
      words: wording.staff.common,
      author: academy,
      zone,
    }
  })

/** Gives what the list of the competences of an agent shows; a school is named at the head of pages. */
export const competencesList = (
  request: ReadingSheet,
): Effect.Effect<ListSheet<CompetenceLine>, StorageUnavailable, Registers | ExamMissionsSetup> =>
  Effect.gen(function* () {
    const { academy, wording, zone } = yield* ExamMissionsSetup
    const { tenant, agent } = request
    const { listed, standings } = wording.competence
    const { title, fileName, columns } = listed
    const registers = yield* Registers
    const [member] = yield* registers.find(tenant, people, [agent])
    return {
      title: title(member === undefined ? agent : `${member.familyName} ${member.givenName}`),
      fileName,
      columns: [
        text<CompetenceLine>("exam", columns.exam, ({ exam }) => exam ?? ""),
        text("speciality", columns.speciality, ({ speciality }) => speciality ?? ""),
        text("label", columns.label, ({ label, option }) => label ?? option),
        text("authors", columns.authors, ({ authors }) => authors),
        text("standing", columns.standing, ({ standing }) => standings[standing]),
      ],
      shown: labelsOf("standing", standings),
      filters: { standing: columns.standing },
      words: wording.staff.common,
      author: academy,
      runningHead: yield* pageHead(request),
      zone,
    }
  })

const text = <Row>(id: string, label: string, cell: (row: Row) => string): ListColumn<Row> => ({
  id,
  label,
  kind: "text",
  width: 24,
  ...(sorted.includes(id) ? { sort: id } : {}),
  cell,
})

const sorted: ReadonlyArray<string> = [
  ...entryListing.sortColumns,
  ...competentListing.sortColumns,
  ...competenceListing.sortColumns,
]

const labelsOf = (filter: string, labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ filter, value, label }))

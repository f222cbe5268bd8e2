/**
 * What the three lists of one person show: titles, columns, texts.
 *
 * @requirement PER-19
 * @requirement PER-24
 * @requirement PER-26
 */
import * as Effect from "effect/Effect"
import type { ListColumn, ListColumns, ListSheet } from "../../../kernel/listing.ts"
import type { Registers, StorageUnavailable } from "../../../kernel/ports.ts"
import type { AssignmentLine, EntryTeachingLine, TeachingLine } from "../../consultation/model.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import type { UnavailabilityRow } from "../../unavailability/views.ts"
import type { Wording } from "../../wording.ts"
import type { ListName } from "../../wording/staff-words.ts"
import { type InStaff, pageHead } from "./admission.ts"

type MemberSheet<Row> = Effect.Effect<
  ListSheet<Row>,
  StorageUnavailable,
  Registers | ExamMissionsSetup
>

const sheetOf = <Row>(
  request: InStaff,
  own: (wording: Wording) => ListName & { readonly columns: ListColumns<Row> },
): MemberSheet<Row> =>
  Effect.gen(function* () {
    const { wording, zone } = yield* ExamMissionsSetup
    const head = yield* pageHead(request)
    const { title, fileName, columns } = own(wording)
    return {
      title,
      fileName,
      columns,
      words: wording.staff.common,
      author: head,
      runningHead: head,
      zone,
    }
  })

const text = <Row>(
  label: string,
  width: number,
  { sort, cell }: { readonly sort?: string; readonly cell: (row: Row) => string | null },
): ListColumn<Row> => ({
  id: sort ?? label,
  label,
  kind: "text",
  width,
  ...(sort === undefined ? {} : { sort }),
  cell,
})

/** Gives what the list of convened assignments shows (PER-19). */
export const memberAssignmentsSheet = (request: InStaff): MemberSheet<AssignmentLine> =>
  sheetOf(request, ({ staff: { assignments } }) => {
    const { columns } = assignments
    return {
      ...assignments,
      columns: [
        {
          id: "start-date",
          label: columns.startDate,
          kind: "date",
          // A whole day fits, and so do the longest words of the others.
          width: 17,
          sort: "start-date",
          cell: ({ startDate }) => startDate,
        },
        text(columns.exam, 14, { sort: "exam", cell: ({ exam }) => exam }),
        text(columns.mission, 22, { sort: "mission", cell: ({ type }) => type }),
        text(columns.centre, 26, { sort: "centre", cell: ({ centre }) => centre?.name ?? null }),
        text(columns.capacity, 18, { sort: "capacity", cell: ({ capacity }) => capacity }),
        text(columns.speciality, 20, { sort: "speciality", cell: ({ speciality }) => speciality }),
        text(columns.examOption, 24, { sort: "exam-option", cell: ({ examOption }) => examOption }),
      ],
    }
  })

/** Gives what the list of unavailability of a person shows (PER-24). */
export const memberUnavailabilitiesSheet = (request: InStaff): MemberSheet<UnavailabilityRow> =>
  sheetOf(request, ({ staff, unavailability: { columns } }) => ({
    ...staff.unavailabilities,
    columns: [
      {
        id: "start",
        label: columns.startDate,
        kind: "date",
        width: 14,
        sort: "start",
        cell: ({ start }) => start.date,
      },
      text(columns.startTime, 12, { cell: ({ start }) => start.time }),
      {
        id: "end",
        label: columns.endDate,
        kind: "date",
        width: 14,
        sort: "end",
        cell: ({ end }) => end.date,
      },
      text(columns.endTime, 12, { cell: ({ end }) => end.time }),
      text(columns.reason, 40, { sort: "reason", cell: ({ reason }) => reason }),
    ],
  }))

/** Gives what the list of teachings shows (PER-26). */
export const memberTeachingsSheet = (request: InStaff): MemberSheet<TeachingLine> =>
  sheetOf(request, ({ staff: { teachings } }) => {
    const { columns, structure } = teachings
    const { school, trainingModule, trainingModuleType, subject, modality } =
      teachingColumns<TeachingLine>(columns)
    return {
      ...teachings,
      columns: [
        school,
        subject,
        modality,
        trainingModule,
        trainingModuleType,
        text(columns.structure, 20, {
          sort: "structure",
          cell: (row) =>
            row.structure === null ? null : structure(row.structureKind, row.structure),
        }),
      ],
    }
  })

/** Gives what the list of teachings shows where competences are entered (CMP-22). */
export const entryTeachingsSheet = (request: InStaff): MemberSheet<EntryTeachingLine> =>
  sheetOf(request, ({ staff: { teachings } }) => {
    const { school, trainingModule, trainingModuleType, subject, modality } =
      teachingColumns<EntryTeachingLine>(teachings.columns)
    return {
      ...teachings,
      columns: [school, trainingModule, trainingModuleType, subject, modality],
    }
  })

const teachingColumns = <Row extends EntryTeachingLine>(
  columns: Wording["staff"]["teachings"]["columns"],
) => ({
  school: text<Row>(columns.school, 26, { sort: "school", cell: ({ schoolName }) => schoolName }),
  subject: text<Row>(columns.subject, 26, { sort: "subject", cell: ({ subject }) => subject }),
  modality: text<Row>(columns.modality, 12, {
    sort: "modality",
    cell: ({ modality }) => modality,
  }),
  trainingModule: text<Row>(columns.trainingModule, 26, {
    sort: "training-module",
    cell: (row) => row.trainingModule ?? row.trainingModuleCode,
  }),
  trainingModuleType: text<Row>(columns.trainingModuleType, 14, {
    sort: "training-module-type",
    cell: (row) => row.trainingModuleType,
  }),
})

/**
 * What the consultation of personnel shows: one line a person in a school, that the lists of
 * personnel, unavailability and competences share, each showing the columns it needs; and the lines
 * of the views of one person.
 *
 * @requirement PER-03, PER-04, PER-05, PER-06, PER-19, PER-26, IND-06, CMP-02
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { PersonId, Uai } from "../../kernel/identity.ts"
import type { ActivityId } from "../activity/model.ts"
import { AssignmentDate, AssignmentSituation, MissionNumber } from "../mission/model.ts"
import { PostKind, Teaching } from "../staff-directory/model.ts"

/** One person of a school. `lastConvenedOn` is the edition day of the last convocation. */
export const StaffLine = Schema.Struct({
  person: PersonId,
  familyName: Schema.String,
  givenName: Schema.String,
  birthDate: Schema.NullOr(CivilDate),
  discipline: Schema.NullOr(Schema.String),
  kind: PostKind,
  lastConvenedOn: Schema.NullOr(CivilDate),
  competencesDefined: Schema.Boolean,
}).annotate({ identifier: "StaffLine" })
export type StaffLine = typeof StaffLine.Type

/**
 * One person as a list shows him or her: what the list has no column for is not there, so that
 * nobody reads more than the list is made for.
 */
export const StaffRow = Schema.Struct({
  person: PersonId,
  familyName: Schema.String,
  givenName: Schema.String,
  discipline: Schema.NullOr(Schema.String),
  kind: PostKind,
  birthDate: Schema.optionalKey(Schema.NullOr(CivilDate)),
  lastConvenedOn: Schema.optionalKey(Schema.NullOr(CivilDate)),
  competencesDefined: Schema.optionalKey(Schema.Boolean),
}).annotate({ identifier: "StaffRow" })
export type StaffRow = typeof StaffRow.Type

/** The columns of the personnel; a list is sorted and searched by those that it shows. */
export const StaffSort = Schema.Literals([
  "family-name",
  "given-name",
  "birth-date",
  "discipline",
  "last-convened-on",
  "competences-defined",
])
export type StaffSort = typeof StaffSort.Type

/** The columns of a list in their order; the first is its usual sort. */
export type StaffColumns = readonly [StaffSort, ...ReadonlyArray<StaffSort>]

/** The lists of the personnel. */
export const StaffListName = Schema.Literals(["staff", "unavailability", "competence"])
export type StaffListName = typeof StaffListName.Type

/** What each list shows (PER-03, IND-06, CMP-02), and the activity to which it belongs. */
export const staffLists: Readonly<
  Record<StaffListName, { readonly activity: ActivityId; readonly columns: StaffColumns }>
> = {
  staff: {
    activity: "staff-consultation",
    columns: ["family-name", "given-name", "discipline", "last-convened-on"],
  },
  unavailability: {
    activity: "unavailability-entry",
    columns: ["family-name", "given-name", "birth-date", "discipline"],
  },
  competence: {
    activity: "competence-entry",
    columns: ["family-name", "given-name", "discipline", "competences-defined"],
  },
}

/**
 * A choice by period: those without declared unavailability that touches it, or those convened on
 * one of its days; both days included.
 */
export const StaffPeriod = Schema.Struct({
  kind: Schema.Literals(["available", "convened"]),
  from: CivilDate,
  until: CivilDate,
})
export type StaffPeriod = typeof StaffPeriod.Type

/**
 * A convened assignment with its mission. `capacity` is null unless it was recorded, `speciality`
 * and `examOption` unless the type of mission has them. The exam comes in three forms: `exam`, such
 * as « BCG 2016-06 », `sessionExam`, « 2016-06 BCG », `examSession`, the label of UI-32.
 * Of a mission that the register does not have yet `centre` is null and the texts are empty.
 */
export const AssignmentLine = Schema.Struct({
  mission: MissionNumber,
  type: Schema.String,
  startDate: Schema.NullOr(CivilDate),
  exam: Schema.String,
  examSession: Schema.String,
  sessionExam: Schema.String,
  speciality: Schema.NullOr(Schema.String),
  examOption: Schema.NullOr(Schema.String),
  centre: Schema.NullOr(Schema.Struct({ uai: Uai, name: Schema.String })),
  capacity: Schema.NullOr(Schema.String),
  commission: Schema.NullOr(Schema.String),
  juries: Schema.NullOr(Schema.String),
  room: Schema.NullOr(Schema.String),
  situation: AssignmentSituation,
  dates: Schema.Array(AssignmentDate),
  observation: Schema.NullOr(Schema.String),
}).annotate({ identifier: "AssignmentLine" })
export type AssignmentLine = typeof AssignmentLine.Type

/** The columns by which convened assignments can be sorted. */
export const assignmentSorts = [
  "start-date",
  "exam",
  "mission",
  "centre",
  "capacity",
  "speciality",
  "exam-option",
] as const

/** A teaching with the name of its school. */
export const TeachingLine = Schema.Struct({
  ...Teaching.fields,
  schoolName: Schema.String,
}).annotate({ identifier: "TeachingLine" })
export type TeachingLine = typeof TeachingLine.Type

/** The columns by which teachings can be sorted. */
export const teachingSorts = [
  "school",
  "subject",
  "modality",
  "training-module",
  "training-module-type",
  "structure",
] as const

const { structureKind: _, structure: __, ...entryFields } = TeachingLine.fields

/** A teaching as competence entry shows it (CMP-22): without its structure. */
export const EntryTeachingLine = Schema.Struct(entryFields).annotate({
  identifier: "EntryTeachingLine",
})
export type EntryTeachingLine = typeof EntryTeachingLine.Type

/** The columns of teachings in competence entry, in their order. */
export const entryTeachingSorts = [
  "school",
  "training-module",
  "training-module-type",
  "subject",
  "modality",
] as const

/** Contact details, printed in the detailed list alone (PER-17). */
export interface ContactDetails {
  readonly address: string | null
  readonly personalPhone: string | null
  readonly professionalPhone: string | null
}

/**
 * What the consultation of personnel shows: one line a person in a school, that the lists of
 * personnel, unavailability and competences share, each showing the columns it needs.
 *
 * @requirement PER-03, PER-04, PER-05, PER-06, IND-06, CMP-02
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { PersonId } from "../../kernel/identity.ts"
import { PostKind } from "../staff-directory/model.ts"

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

/** The columns by which the personnel can be sorted. */
export const StaffSort = Schema.Literals([
  "family-name",
  "given-name",
  "birth-date",
  "discipline",
  "last-convened-on",
  "competences-defined",
])
export type StaffSort = typeof StaffSort.Type

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

/**
 * The staff directory (personnels): schools, people, their posts and what they teach, as EPP, AGAPE,
 * RenoirH, SIRHEN and STS-WEB know them. Rows of registers: imported, never entered.
 *
 * @requirement PER-01, PER-02, PER-26, PER-27, CMP-22
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { Numen, PersonId, Uai } from "../../kernel/identity.ts"

const optional = Schema.NullOr(Schema.String)

/**
 * The categories of schools: collège, general and technological lycée, vocational lycée, polyvalent
 * lycée, regional adapted school (EREA).
 */
export const SchoolCategory = Schema.Literals([
  "college",
  "lycee-general-technologique",
  "lycee-professionnel",
  "lycee-polyvalent",
  "erea",
]).annotate({ identifier: "SchoolCategory" })
export type SchoolCategory = typeof SchoolCategory.Type

/** A school or exam centre (établissement). */
export const School = Schema.Struct({
  uai: Uai,
  name: Schema.String,
  category: SchoolCategory,
  town: Schema.String,
  email: optional,
}).annotate({ identifier: "School" })
export type School = typeof School.Type

/** A member of some school's personnel. The NUMEN is confidential and serves to recognise files. */
export const StaffMember = Schema.Struct({
  person: PersonId,
  numen: Schema.NullOr(Numen),
  civility: optional,
  familyName: Schema.String,
  givenName: Schema.String,
  birthDate: Schema.NullOr(CivilDate),
  address: optional,
  personalPhone: optional,
  professionalPhone: optional,
  professionalEmail: optional,
  personalEmail: optional,
}).annotate({ identifier: "StaffMember" })
export type StaffMember = typeof StaffMember.Type

/** Whether a school is somebody's main or secondary one (à titre principal ou secondaire). */
export const PostKind = Schema.Literals(["main", "secondary"])
export type PostKind = typeof PostKind.Type

/** What somebody holds in a school: one post a person and school, with its discipline. */
export const Post = Schema.Struct({
  person: PersonId,
  school: Uai,
  kind: PostKind,
  discipline: optional,
  role: optional,
}).annotate({ identifier: "Post" })
export type Post = typeof Post.Type

/** Whether a teaching is given to a whole class or to a group. */
export const StructureKind = Schema.Literals(["division", "group"])
export type StructureKind = typeof StructureKind.Type

/**
 * What somebody teaches (enseignement): subject and course modality, training module (MEF) with its
 * type, class division or group.
 */
export const Teaching = Schema.Struct({
  person: PersonId,
  school: Uai,
  subjectCode: Schema.String,
  subject: Schema.String,
  modality: optional,
  trainingModuleCode: optional,
  trainingModule: optional,
  trainingModuleType: optional,
  structureKind: Schema.NullOr(StructureKind),
  structure: optional,
}).annotate({ identifier: "Teaching" })
export type Teaching = typeof Teaching.Type

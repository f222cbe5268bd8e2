/** What the import of a file answers, and what is kept of the last one (compte rendu d'import). */
import * as Schema from "effect/Schema"
import { Instant } from "../../../kernel/calendar.ts"
import { Capacity, PersonId, Uai } from "../../../kernel/identity.ts"
import { ImportReport } from "../../../kernel/importing.ts"
import { ImportRemark } from "../../staff-directory/model/remarks.ts"
import { RegisterColumn } from "./known.ts"

/** What an import changed in the competences of the system. */
export const GeneratedFigures = Schema.Struct({
  agents: Schema.Int,
  sheets: Schema.Int,
  marked: Schema.Int,
  withdrawn: Schema.Int,
  removed: Schema.Int,
  groundsChanged: Schema.Int,
}).annotate({ identifier: "GeneratedFigures" })

/**
 * The report of the pipeline, and what it does not say:
 *
 * - `remarks`: what holds nothing up, the first hundred; `remarkCount`: how many there are;
 * - `competences`: what was generated again from teachings and correspondences; nothing for another
 *   register, for a trial, and when it is left to the scheduler;
 * - `competencesFollow`: whether it is left to the scheduler.
 */
export const FileReport = Schema.Struct({
  ...ImportReport.fields,
  remarks: Schema.Array(ImportRemark),
  remarkCount: Schema.Int,
  competences: Schema.NullOr(GeneratedFigures),
  competencesFollow: Schema.Boolean,
}).annotate({ identifier: "RegisterFileReport" })
export type FileReport = typeof FileReport.Type

/**
 * What is kept of the last import that was written: when, by whom, its figures; `part` when it
 * replaced one school alone; `rows` and `revision` of the whole register as it left them.
 */
export const LastImport = Schema.Struct({
  at: Instant,
  by: PersonId,
  capacity: Capacity,
  part: Schema.NullOr(Uai),
  read: Schema.Int,
  added: Schema.Int,
  changed: Schema.Int,
  unchanged: Schema.Int,
  removed: Schema.Int,
  unresolved: Schema.Int,
  remarkCount: Schema.Int,
  rows: Schema.Int,
  revision: Schema.Int,
}).annotate({ identifier: "LastRegisterImport" })
export type LastImport = typeof LastImport.Type

/**
 * Where a register stands: how often it has changed, its rows as the last import left them, and
 * that import; both are nothing for a register that was filled by other means, or never.
 */
export const RegisterState = Schema.Struct({
  name: Schema.String,
  hasParts: Schema.Boolean,
  columns: Schema.Array(RegisterColumn),
  revision: Schema.Int,
  rows: Schema.NullOr(Schema.Int),
  lastImport: Schema.NullOr(LastImport),
}).annotate({ identifier: "RegisterState" })
export type RegisterState = typeof RegisterState.Type

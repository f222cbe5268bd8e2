/** What the import of a file answers, and what is kept of the last one (compte rendu d'import). */
import * as Schema from "effect/Schema"
import { Instant } from "../../../kernel/calendar.ts"
import { Capacity, PersonId, Uai } from "../../../kernel/identity.ts"
import { ImportReport } from "../../../kernel/importing.ts"
import { ImportRemark } from "../../staff-directory/model/remarks.ts"
import { RegisterColumn } from "./known.ts"

/**
 * The report of the pipeline, and remarks that hold nothing up: the first hundred, and how many
 * there are.
 */
export const FileReport = Schema.Struct({
  ...ImportReport.fields,
  remarks: Schema.Array(ImportRemark),
  remarkCount: Schema.Int,
}).annotate({ identifier: "RegisterFileReport" })
export type FileReport = typeof FileReport.Type

/**
 * What is kept of the last import that was written: when, by whom, its figures; `part` when it
 * replaced one school alone; `rows` of the whole register after it.
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

/** Why a file is not imported; nothing of it is written then (refus d'import). */
import * as Schema from "effect/Schema"

/**
 * What is wrong at one place of a file.
 *
 * - `missing-column`: a column that must be there is not, told once, at line 1;
 * - `missing`, `format`: a cell is empty or cannot be read;
 * - `outside-part`: the line belongs to another part than the one replaced; it has no column.
 *
 * `expected` is said in French; `value` is masked when confidential.
 */
export const ImportFault = Schema.Struct({
  line: Schema.Int,
  column: Schema.NullOr(Schema.String),
  code: Schema.Literals(["missing-column", "missing", "format", "outside-part"]),
  expected: Schema.String,
  value: Schema.String,
}).annotate({ identifier: "ImportFault" })
export type ImportFault = typeof ImportFault.Type

/** The file has faults: the first 200 by line and column, and how many there are. */
export const ImportFaulty = Schema.TaggedStruct("import.faulty", {
  register: Schema.String,
  faults: Schema.Array(ImportFault),
  count: Schema.Int,
}).annotate({ identifier: "ImportFaulty" })
export type ImportFaulty = typeof ImportFaulty.Type

/**
 * Several lines bear one key: the first hundred of those keys, each with its first twenty lines;
 * a key that holds a confidential cell is masked. `columns` are those that keys are made of.
 */
export const ImportRepeatedKeys = Schema.TaggedStruct("import.repeated-keys", {
  register: Schema.String,
  columns: Schema.optionalKey(Schema.Array(Schema.String)),
  repeated: Schema.Array(Schema.Struct({ key: Schema.String, lines: Schema.Array(Schema.Int) })),
}).annotate({ identifier: "ImportRepeatedKeys" })
export type ImportRepeatedKeys = typeof ImportRepeatedKeys.Type

/** The file has no line after its header. */
export const ImportEmpty = Schema.TaggedStruct("import.empty", {
  register: Schema.String,
}).annotate({ identifier: "ImportEmpty" })
export type ImportEmpty = typeof ImportEmpty.Type

/**
 * More than a tenth of the rows kept, and more than twenty, would disappear or, `emptied`, lose a
 * value, as when a column is left out. Repeat the command with the acknowledgement of this code for
 * the name of the register, and the greater of both numbers as the bound of what may be lost.
 */
export const ImportRemovalsToConfirm = Schema.TaggedStruct("import.removals-to-confirm", {
  register: Schema.String,
  removed: Schema.Int,
  kept: Schema.Int,
  emptied: Schema.optionalKey(Schema.Int),
}).annotate({ identifier: "ImportRemovalsToConfirm" })
export type ImportRemovalsToConfirm = typeof ImportRemovalsToConfirm.Type

/** Why a file is not imported. */
export const ImportRefusal = Schema.Union([
  ImportFaulty,
  ImportRepeatedKeys,
  ImportEmpty,
  ImportRemovalsToConfirm,
]).annotate({ identifier: "ImportRefusal" })
export type ImportRefusal = typeof ImportRefusal.Type

/** What an import answers: what the file changes, and what deserves a look (compte rendu d'import). */
import * as Schema from "effect/Schema"

/** The kinds of differences that a file makes. */
export const ImportChange = Schema.Literals(["added", "changed", "removed"]).annotate({
  identifier: "ImportChange",
})
export type ImportChange = typeof ImportChange.Type

/** A cell before and after, as files have it; both are masked in a confidential column. */
export const SampleCell = Schema.Struct({
  column: Schema.String,
  before: Schema.NullOr(Schema.String),
  after: Schema.NullOr(Schema.String),
  differs: Schema.Boolean,
}).annotate({ identifier: "SampleCell" })
export type SampleCell = typeof SampleCell.Type

/** A row that is added, changed or removed: its line, if it has one, and all its cells. */
export const ImportSample = Schema.Struct({
  change: ImportChange,
  line: Schema.NullOr(Schema.Int),
  cells: Schema.Array(SampleCell),
}).annotate({ identifier: "ImportSample" })
export type ImportSample = typeof ImportSample.Type

/**
 * What deserves a look in a file that can be imported, by line and column: a column that nobody
 * reads, one that is not there and so empty in all rows, an encoding that was assumed
 * as the file does not say it, or a reference to a row that is not known yet; `value` is masked when confidential.
 */
export const ImportWarning = Schema.Struct({
  code: Schema.Literals([
    "unknown-column",
    "absent-column",
    "encoding-assumed",
    "unresolved-reference",
  ]),
  line: Schema.Int,
  column: Schema.String,
  value: Schema.String,
}).annotate({ identifier: "ImportWarning" })
export type ImportWarning = typeof ImportWarning.Type

/**
 * What an import did or, when it was only tried, would do.
 *
 * - `part`: what was replaced alone, if not the whole register;
 * - `read`: lines of the file; `kept`: rows there were before;
 * - `added`, `changed`, `unchanged`, `removed`: numbers of rows;
 * - `emptied`: rows among those changed that lose a value, if there are any;
 * - `samples`: the first five of each kind, by key;
 * - `warnings`: the first hundred unresolved references after the unknown and absent columns;
 *   `unresolved` counts all of them;
 * - `written`: whether the register now says what the file says.
 */
export const ImportReport = Schema.Struct({
  register: Schema.String,
  part: Schema.NullOr(Schema.String),
  read: Schema.Int,
  kept: Schema.Int,
  added: Schema.Int,
  changed: Schema.Int,
  unchanged: Schema.Int,
  removed: Schema.Int,
  emptied: Schema.optionalKey(Schema.Int),
  samples: Schema.Array(ImportSample),
  warnings: Schema.Array(ImportWarning),
  unresolved: Schema.Int,
  written: Schema.Boolean,
}).annotate({ identifier: "ImportReport" })
export type ImportReport = typeof ImportReport.Type

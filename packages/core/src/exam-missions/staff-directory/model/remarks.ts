/**
 * Remarks (remarques) on a file that can be imported as it is: what deserves a look, and where. They
 * come beside the warnings of the pipeline, and hold nothing up.
 *
 * @requirement PER-02, PER-27
 */
import * as Schema from "effect/Schema"
import { withoutNumens } from "../../../kernel/identity.ts"

/**
 * What deserves a look.
 *
 * - `uai-letter`: the last letter of a UAI is not the one its digits call for;
 * - `local-teacher`: somebody whom the school created in STS-WEB, unknown to EPP: left out;
 * - `teacher-not-listed`: a service names somebody who is not among the individuals: kept;
 * - `subject-not-listed`, `module-not-listed`: the nomenclature lacks a code: kept without its label;
 * - `division-not-listed`: a group names a division that is not there: kept without its modules.
 */
export const ImportRemark = Schema.Struct({
  code: Schema.Literals([
    "uai-letter",
    "local-teacher",
    "teacher-not-listed",
    "subject-not-listed",
    "module-not-listed",
    "division-not-listed",
  ]),
  line: Schema.Int,
  column: Schema.String,
  value: Schema.String,
}).annotate({ identifier: "ImportRemark" })
export type ImportRemark = typeof ImportRemark.Type

/** Remarks gathered while a file is read: the first hundred, and how many there are. */
export interface GatheredRemarks {
  readonly first: Array<ImportRemark>
  count: number
}

/** Gives an empty collection of remarks. */
export const noRemarks = (): GatheredRemarks => ({ first: [], count: 0 })

/** Adds a remark, without any NUMEN; from the hundred and first on, they are only counted. */
export const addRemark = (remarks: GatheredRemarks, remark: ImportRemark): void => {
  remarks.count += 1
  if (remarks.first.length < 100) {
    remarks.first.push({ ...remark, value: withoutNumens(remark.value).slice(0, 100) })
  }
}

/** What people read of imports, by tag: registers, faults, warnings and remarks (import de fichiers). */
import type { ImportChange, ImportFault, ImportWarning } from "../../kernel/importing.ts"
import type { ImportRemark } from "../staff-directory/model/remarks.ts"

/**
 * The texts of the page of imports.
 *
 * - `registers`: the registers by name; `changes`: the heads of the samples;
 * - `fault`, `warning`, `remark`: one sentence each, with its place in the file.
 */
export interface ImportWords {
  readonly registers: Readonly<Record<string, string>>
  readonly changes: Readonly<Record<ImportChange, string>>
  readonly fault: (fault: ImportFault) => string
  readonly warning: (warning: ImportWarning) => string
  readonly remark: (remark: ImportRemark) => string
}

/** Door of imports (import de référentiels): the pipeline, its report and its refusals. */
export type { ImportLine } from "./importing/lines.ts"
export {
  ImportEmpty,
  ImportFault,
  ImportFaulty,
  ImportRefusal,
  ImportRemovalsToConfirm,
  ImportRepeatedKeys,
} from "./importing/refusals.ts"
export {
  ImportChange,
  ImportReport,
  ImportSample,
  ImportWarning,
  SampleCell,
} from "./importing/report.ts"
export { type Import, type Imported, importTable } from "./importing/table.ts"

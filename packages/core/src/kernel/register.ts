/** Door of the registers (référentiels): their declaration, and how a line of a file is read. */
export {
  type Column,
  confidential,
  type LineValues,
  neededColumn,
  optionalColumn,
  type Register,
  type RegisterRow,
  type RowOf,
} from "./register/declaration.ts"
export {
  type CellFault,
  headerColumns,
  maskedCell,
  readRow,
  type RowReader,
  rowReader,
  shownRow,
} from "./register/reading.ts"
export { rowSearchText } from "./register/search.ts"

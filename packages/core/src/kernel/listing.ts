/**
 * The door of lists (UI-16 to UI-34): what is asked and answered, the keyword search, the columns
 * from which files follow, the texts that every list shows.
 */
export {
  cellsOf,
  type ListCell,
  type ListCellKind,
  listColumn,
  type ListColumn,
  type ListColumns,
  printedCell,
  printedCells,
  searchTextOf,
  type ListSort,
  sheetColumns,
  sortsOf,
} from "./listing/columns.ts"
export {
  type AskedOfList,
  listDocument,
  type ListHead,
  listHead,
  type ListSheet,
  type ListTooLong,
  printableLines,
  tooLongToPrint,
} from "./listing/document.ts"
export {
  type SearchedWord,
  searchedWords,
  searchWords,
  type ShownLabel,
  shownLabels,
} from "./listing/keyword.ts"
export { isListed, type KeyedEntry, pageOf } from "./listing/page.ts"
export { ListPeriod, type PeriodReversed, periodReversed } from "./listing/period.ts"
export {
  Cursor,
  type Entry,
  type ListQuery,
  type ListRefusal,
  listRefusal,
  type Page,
  scopesOf,
  type Sort,
  type View,
} from "./listing/query.ts"
export { englishLists, frenchLists, type ListWording } from "./listing/wording.ts"
export { proposedYears } from "./listing/years.ts"

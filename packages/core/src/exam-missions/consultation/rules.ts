/** Door of the rules of consultation. */
export {
  isConvened,
  isConvenedIn,
  lastConvenedOn,
  lastDayOf,
  takesPlaceIn,
  type TimeRange,
  touches,
} from "./rules/periods.ts"
export {
  definedFilter,
  definedView,
  fullNameKey,
  staffSortRefusal,
  staffEntries,
  type StaffSources,
  type StaffSelection,
} from "./rules/staff-entries.ts"
export {
  assignmentEntries,
  assignmentLines,
  type MissionSources,
  teachingEntries,
} from "./rules/person-entries.ts"

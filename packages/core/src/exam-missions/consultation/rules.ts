/** Door of the rules of consultation. */
export { isConvened, takesPlaceIn } from "./rules/periods.ts"
export {
  definedFilter,
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

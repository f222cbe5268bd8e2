/**
 * Which school years have entry windows.
 *
 * @requirement CMP-25
 */
import { nextSchoolYear, type SchoolYear } from "../../kernel/calendar.ts"
import type { EntryRefusal } from "./refusals.ts"

/**
 * Gives why no window is opened for a school year, if so. Decision: windows are opened for the
 * current school year, the one before and the one after; another is a slip of the pen.
 * @example yearRefusal("1999-2000", "2026-2027") // => { _tag: "competence-entry.year-too-far", year: "1999-2000", current: "2026-2027" }
 */
export const yearRefusal = (year: SchoolYear, current: SchoolYear): EntryRefusal | undefined =>
  year === current || year === nextSchoolYear(current) || nextSchoolYear(year) === current
    ? undefined
    : { _tag: "competence-entry.year-too-far", year, current }

/**
 * Door of the calendar: days, hours, instants, zones, holidays, legal periods, school years (calendrier).
 */
export {
  addDays,
  addMonths,
  addWeeks,
  CivilDate,
  compareCivilDates,
  daysBetween,
  earliest,
  isCivilDate,
  latest,
  weekday,
  type Weekday,
  yearOf,
} from "./calendar/civil-date.ts"
export { type DateFormat, FrenchDate, frenchDate } from "./calendar/french-date.ts"
export { CivilTime, compareCivilTimes, isCivilTime, minutesOfDay } from "./calendar/civil-time.ts"
export {
  addMinutes,
  compareInstants,
  Instant,
  instantFromMillis,
  isInstant,
  millisOf,
  minutesBetween,
} from "./calendar/instant.ts"
export {
  civilDayAt,
  civilTimeAt,
  frenchZones,
  type HourAmbiguous,
  type HourMissing,
  instantAt,
  type LocalHour,
  offsetMillisAt,
  Zone,
} from "./calendar/zone.ts"
export {
  hourForm,
  longDate,
  longDateTime,
  shortDate,
  shortDateTime,
} from "./calendar/french-forms.ts"
export { dayEn, longDateEn } from "./calendar/english-forms.ts"
export { periodEn, periodFr } from "./calendar/period-forms.ts"
export { Confidence, type HolidayRule, holidayRules, Territory } from "./calendar/holiday-rules.ts"
export {
  HolidayCalendar,
  isPublicHoliday,
  type PublicHoliday,
  publicHolidayOn,
  publicHolidays,
} from "./calendar/public-holidays.ts"
export {
  lastDay,
  LegalPeriod,
  noticeDeadline,
  type PeriodEnd,
  PeriodUnit,
  type SkippedDay,
} from "./calendar/legal-period.ts"
export {
  nextSchoolYear,
  SchoolYear,
  schoolYearEnd,
  schoolYearOf,
  schoolYearStart,
} from "./calendar/school-year.ts"
export { type Dated, dated, inForce } from "./calendar/dated.ts"
export {
  academies,
  type Academy,
  academyByCode,
  territoryOfDepartment,
} from "./calendar/academies.ts"

/** What people read of unavailability in English. */
import { dayEn } from "../../kernel/calendar.ts"
import type { Moment, Origin, UnavailabilityPeriod } from "../unavailability/model.ts"
import { assignmentDateEn } from "./assignment-dates.ts"
import type { ToldPeriod, UnavailabilityWords } from "./unavailability-words.ts"

const minute = ({ date, time }: Moment): string => `${dayEn(date)} ${time}`

/**
 * Gives a period in English.
 * @example periodOfEn({ start: { date: "2014-06-01", time: "00:00" }, end: { date: "2014-09-30", time: "23:59" } }) // => "from 1 June 2014 00:00 to 30 September 2014 23:59"
 */
export const periodOfEn = ({ start, end }: UnavailabilityPeriod): string =>
  `from ${minute(start)} to ${minute(end)}`

const originEn = (origin: Origin, name: string | null): string => {
  switch (origin._tag) {
    case "school":
      return name === null ? `school ${origin.school}` : `${name} (${origin.school})`
    case "epp":
      return "EPP"
    case "sirhen":
      return "SIRHEN"
    case "academy":
      return `IMAG'IN, academy of ${name ?? origin.code}`
    default:
      return origin satisfies never
  }
}

const missionLine = ({ number, exam, missionType, dates }: ToldPeriod["missions"][number]) =>
  `Mission ${number}: ${exam}; ${missionType}; ${dates}`

/** The English texts. */
export const unavailabilityEn: UnavailabilityWords = {
  title: "Unavailability",
  columns: {
    startDate: "Start date",
    startTime: "Start time",
    endDate: "End date",
    endTime: "End time",
    reason: "Reason",
    origin: "Origin",
  },
  origin: originEn,
  suggestions: ["Training course", "Exam secretariat", "School trip", "Absence"],
  assignmentDate: assignmentDateEn,
  warnings: {
    "unavailability.in-past": ({ period }) =>
      `The period ${periodOfEn(period)} is over already; it is kept.`,
    "unavailability.overlaps": ({ period, origin }) =>
      `The period overlaps another one of this person, ${periodOfEn(period)} (${originEn(origin, null)}); both are kept.`,
  },
  mail: {
    subject: ({ person, period }) => `${person} is unavailable ${periodOfEn(period)}`,
    paragraphs: (manager, told) => [
      `Dear ${manager},`,
      `${told.person} is unavailable ${periodOfEn(told.period)}. Origin: ${originEn(told.origin, told.schoolName)}.`,
      told.missions.length === 1
        ? "One mission of an exam in your charge lies in this period:"
        : `${told.missions.length} missions of exams in your charge lie in this period:`,
      ...told.missions.map(missionLine),
      "The assignments have not been changed: please review them if need be.",
    ],
  },
  withdrawal: {
    subject: ({ person, period }) => `${person} is no longer unavailable ${periodOfEn(period)}`,
    paragraphs: (manager, told) => [
      `Dear ${manager},`,
      `The unavailability of ${told.person} ${periodOfEn(told.period)} is withdrawn. Origin: ${originEn(told.origin, told.schoolName)}.`,
      told.missions.length === 1
        ? "It no longer touches this mission of an exam in your charge:"
        : `It no longer touches these ${told.missions.length} missions of exams in your charge:`,
      ...told.missions.map(missionLine),
    ],
  },
}

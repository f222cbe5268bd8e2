/** What people read of periods in both languages: dates of missions, origins, warnings, refusals. */
import {
  type AssignmentDate,
  type Origin,
  wordingEn,
  wordingFr,
} from "@convoque/core/exam-missions"
import { describe, expect, test } from "vitest"
import {
  assignmentDateEn,
  assignmentDateFr,
} from "../../../src/exam-missions/wording/assignment-dates.ts"
import { aspet, period, schoolOrigin, shared } from "./given.ts"

const plain = (text: string) => text.replaceAll("\u00A0", " ")
const summer = period("2014-06-01 00:00", "2014-09-30 23:59")
const name = { person: shared, origin: schoolOrigin(aspet), period: summer }

describe("dates of missions", () => {
  test.each<[AssignmentDate, string, string]>([
    [
      { _tag: "span", date: "2016-03-15", start: "09:00", end: "12:00" } as AssignmentDate,
      "Le mardi 15/03/2016 09:00 - 12:00",
      "Tuesday 15 March 2016, 09:00 - 12:00",
    ],
    [
      { _tag: "days", date: "2015-01-19", start: "09:00", days: 1 } as AssignmentDate,
      "Le lundi 19/01/2015 à 09:00 Durée : 1 jour(s)",
      "Monday 19 January 2015 from 09:00, 1 day",
    ],
    [
      { _tag: "hours", date: "2016-03-08", start: "09:00", hours: 3 } as AssignmentDate,
      "Le mardi 08/03/2016 à 09:00 Durée : 3 heures(s)",
      "Tuesday 8 March 2016 from 09:00, 3 hours",
    ],
  ])("PER-16 %j", (date, french, english) => {
    expect(plain(assignmentDateFr(date))).toBe(french)
    expect(assignmentDateEn(date)).toBe(english)
  })
})

describe("origins", () => {
  test.each<[Origin, string | null, string, string]>([
    [schoolOrigin(aspet), "CLG LATOUR", "CLG LATOUR (0310001H)", "CLG LATOUR (0310001H)"],
    [schoolOrigin(aspet), null, "établissement 0310001H", "school 0310001H"],
    [{ _tag: "epp" }, null, "EPP", "EPP"],
    [{ _tag: "sirhen" }, null, "SIRHEN", "SIRHEN"],
    [
      { _tag: "academy", code: "A16" },
      "Toulouse",
      "IMAG'IN, académie : Toulouse",
      "IMAG'IN, academy of Toulouse",
    ],
    [{ _tag: "academy", code: "A16" }, null, "IMAG'IN, académie : A16", "IMAG'IN, academy of A16"],
  ])("%j", (origin, known, french, english) => {
    expect(plain(wordingFr.unavailability.origin(origin, known))).toBe(french)
    expect(wordingEn.unavailability.origin(origin, known)).toBe(english)
  })
})

describe("sentences", () => {
  test("PER-24 the headers of the list", () => {
    const { startDate, startTime, endDate, endTime, reason } = wordingFr.unavailability.columns
    expect([startDate, startTime, endDate, endTime, reason]).toEqual([
      "Date de début",
      "Heure de début",
      "Date de fin",
      "Heure de fin",
      "Motif",
    ])
  })

  test("IND-10 warnings name the period", () => {
    for (const { unavailability, language } of [wordingFr, wordingEn]) {
      const { warnings } = unavailability
      const day = language === "fr" ? "01/06/2014 00:00" : "1 June 2014 00:00"
      expect(
        warnings["unavailability.in-past"]({ _tag: "unavailability.in-past", period: summer }),
      ).toContain(day)
      expect(
        warnings["unavailability.overlaps"]({
          _tag: "unavailability.overlaps",
          period: summer,
          origin: { _tag: "epp" },
        }),
      ).toMatch(new RegExp(`${day}.*EPP`, "u"))
    }
  })

  test("IND-11 refusals name the period, never the person's id", () => {
    for (const { refusals, language } of [wordingFr, wordingEn]) {
      const day = language === "fr" ? "30/09/2014 23:59" : "30 September 2014 23:59"
      const sentences = [
        refusals["unavailability.duplicate"]({ _tag: "unavailability.duplicate", ...name }),
        refusals["unavailability.not-declared-by-you"]({
          _tag: "unavailability.not-declared-by-you",
          ...name,
        }),
        refusals["unavailability.unknown"]({ _tag: "unavailability.unknown", ...name }),
        refusals["unavailability.end-before-start"]({
          _tag: "unavailability.end-before-start",
          ...summer,
        }),
      ]
      expect(new Set(sentences).size).toBe(4)
      for (const sentence of sentences) {
        expect(sentence).toContain(day)
        expect(sentence).not.toContain(shared)
      }
    }
  })
})

import {
  dayEn,
  type LegalPeriod,
  longDateEn,
  periodEn,
  periodFr,
  PeriodUnit,
} from "@convoque/core/kernel/calendar"
import { describe, expect, it } from "vitest"
import { day } from "./given.ts"

describe("English forms", () => {
  it.each([
    ["2026-12-01", "1 December 2026", "Tuesday 1 December 2026"],
    ["2026-01-04", "4 January 2026", "Sunday 4 January 2026"],
    ["2024-02-29", "29 February 2024", "Thursday 29 February 2024"],
    ["0987-06-30", "30 June 987", "Saturday 30 June 987"],
  ])("writes %s", (date, short, long) => {
    expect(dayEn(day(date))).toBe(short)
    expect(longDateEn(day(date))).toBe(long)
  })
})

describe("legal periods in words", () => {
  const of = (length: number, unit: LegalPeriod["unit"]): LegalPeriod => ({
    length,
    unit,
    extends: false,
  })

  it.each([
    [1, "days", "1 jour calendaire", "1 calendar day"],
    [8, "days", "8 jours calendaires", "8 calendar days"],
    [1, "clear-days", "1 jour franc", "1 clear day"],
    [15, "clear-days", "15 jours francs", "15 clear days"],
    [1, "working-days", "1 jour ouvré", "1 working day"],
    [2, "working-days", "2 jours ouvrés", "2 working days"],
    [1, "business-days", "1 jour ouvrable", "1 business day"],
    [3, "business-days", "3 jours ouvrables", "3 business days"],
    [1, "weeks", "1 semaine", "1 week"],
    [2, "weeks", "2 semaines", "2 weeks"],
    [1, "months", "1 mois", "1 month"],
    [2, "months", "2 mois", "2 months"],
    [1, "clear-months", "1 mois franc", "1 clear month"],
    [2, "clear-months", "2 mois francs", "2 clear months"],
  ] as const)("writes %i %s", (length, unit, french, english) => {
    expect(periodFr(of(length, unit))).toBe(french)
    expect(periodEn(of(length, unit))).toBe(english)
  })

  it("has words for each unit", () => {
    const texts = PeriodUnit.literals.flatMap((unit) => [
      periodFr(of(2, unit)),
      periodEn(of(2, unit)),
    ])
    expect(texts.filter((text) => text.includes("undefined"))).toStrictEqual([])
  })
})

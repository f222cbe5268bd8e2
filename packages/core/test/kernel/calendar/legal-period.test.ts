import {
  lastDay,
  LegalPeriod,
  noticeDeadline,
  type Territory,
} from "@convoque/core/kernel/calendar"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { day, moving } from "./given.ts"

type Unit = LegalPeriod["unit"]
type Example = readonly [string, number, Unit, string, string]

const metropole = { territory: "metropole" } as const

describe("legal periods", () => {
  it.each<readonly [...Example, Territory]>([
    ["2026-01-05", 15, "clear-days", "2026-01-21", "2026-01-21", "metropole"],
    ["2026-01-08", 15, "clear-days", "2026-01-24", "2026-01-26", "metropole"],
    ["2026-04-15", 15, "clear-days", "2026-05-01", "2026-05-04", "metropole"],
    ["2026-04-28", 15, "clear-days", "2026-05-14", "2026-05-15", "metropole"],
    ["2026-05-06", 15, "clear-days", "2026-05-22", "2026-05-26", "martinique"],
    ["2026-03-18", 15, "clear-days", "2026-04-03", "2026-04-07", "alsace-moselle"],
    ["2025-12-09", 15, "clear-days", "2025-12-25", "2025-12-26", "metropole"],
    ["2025-12-09", 15, "clear-days", "2025-12-25", "2025-12-29", "alsace-moselle"],
    ["2026-09-16", 30, "clear-days", "2026-10-17", "2026-10-19", "metropole"],
    ["2026-01-31", 1, "months", "2026-02-28", "2026-03-02", "metropole"],
    ["2026-04-01", 1, "months", "2026-05-01", "2026-05-04", "metropole"],
  ])(
    "regulations 3.2: %s, %i %s ends on %s, moved to %s",
    (event, length, unit, raw, last, territory) => {
      const end = lastDay(day(event), moving(length, unit), { territory })
      expect([end.rawLastDay, end.lastDay]).toEqual([raw, last])
    },
  )

  it.each<Example>([
    ["2023-02-20", 15, "clear-days", "2023-03-08", "2023-03-08"],
    ["2022-01-10", 15, "clear-days", "2022-01-26", "2022-01-26"],
    ["2021-01-03", 2, "clear-months", "2021-03-04", "2021-03-04"],
    ["2007-10-01", 2, "clear-months", "2007-12-02", "2007-12-03"],
    ["2018-05-15", 1, "clear-months", "2018-06-16", "2018-06-18"],
    ["2025-01-29", 1, "clear-months", "2025-03-01", "2025-03-03"],
    ["2025-01-30", 1, "clear-months", "2025-03-01", "2025-03-03"],
    ["2025-01-31", 1, "clear-months", "2025-03-01", "2025-03-03"],
    ["2026-03-16", 3, "weeks", "2026-04-06", "2026-04-07"],
    ["2026-03-16", 8, "days", "2026-03-24", "2026-03-24"],
    ["2026-05-06", 10, "working-days", "2026-05-22", "2026-05-22"],
    ["2026-05-06", 6, "business-days", "2026-05-15", "2026-05-15"],
    ["2026-05-15", 1, "business-days", "2026-05-16", "2026-05-18"],
  ])("regulations 3.1: %s, %i %s ends on %s, moved to %s", (event, length, unit, raw, last) => {
    const end = lastDay(day(event), moving(length, unit), metropole)
    expect([end.rawLastDay, end.lastDay]).toEqual([raw, last])
  })

  it("explains the days the end moved over", () => {
    expect(
      lastDay(day("2026-05-06"), moving(15, "clear-days"), { territory: "martinique" }),
    ).toEqual({
      event: "2026-05-06",
      firstDay: "2026-05-07",
      rawLastDay: "2026-05-22",
      lastDay: "2026-05-26",
      skipped: [
        { date: "2026-05-22", why: "Abolition de l'esclavage" },
        { date: "2026-05-23", why: "saturday" },
        { date: "2026-05-24", why: "sunday" },
        { date: "2026-05-25", why: "Lundi de Pentecôte" },
      ],
    })
  })

  it("explains the days that working days do not count", () => {
    const end = lastDay(day("2026-05-13"), moving(2, "working-days"), metropole)
    expect(end).toEqual({
      event: "2026-05-13",
      firstDay: "2026-05-14",
      rawLastDay: "2026-05-18",
      lastDay: "2026-05-18",
      skipped: [
        { date: "2026-05-14", why: "Ascension" },
        { date: "2026-05-16", why: "saturday" },
        { date: "2026-05-17", why: "sunday" },
      ],
    })
  })

  it("leaves the end where it falls when the period does not extend", () => {
    const end = lastDay(
      day("2026-01-08"),
      { ...moving(15, "clear-days"), extends: false },
      metropole,
    )
    expect([end.rawLastDay, end.lastDay, end.skipped]).toEqual(["2026-01-24", "2026-01-24", []])
  })

  it("moves over days of the local calendar", () => {
    const calendar = { territory: "mayotte", extra: [day("2026-03-20")] } as const
    const end = lastDay(day("2026-03-04"), moving(15, "clear-days"), calendar)
    expect([end.lastDay, end.skipped[0]]).toEqual([
      "2026-03-23",
      { date: "2026-03-20", why: "Jour férié local" },
    ])
  })

  it("stops at the last day of the calendar", () => {
    const calendar = { territory: "metropole", extra: [day("9999-12-31")] } as const
    expect(lastDay(day("9999-12-30"), moving(1, "days"), calendar).lastDay).toBe("9999-12-31")
    expect(lastDay(day("9999-12-30"), moving(99, "working-days"), calendar).lastDay).toBe(
      "9999-12-31",
    )
    expect(noticeDeadline(day("0001-01-02"), moving(99, "working-days"), metropole)).toBe(
      "0001-01-01",
    )
  })
})

describe("minimum notice", () => {
  it.each<readonly [string, number, Unit, string]>([
    ["2026-03-16", 8, "days", "2026-03-08"],
    ["2026-03-16", 8, "clear-days", "2026-03-07"],
    ["2026-03-16", 2, "weeks", "2026-03-02"],
    ["2026-03-31", 1, "months", "2026-02-28"],
    ["2026-03-31", 1, "clear-months", "2026-02-27"],
    ["2026-03-16", 1, "working-days", "2026-03-13"],
    ["2026-03-16", 10, "working-days", "2026-03-02"],
    ["2026-03-15", 1, "working-days", "2026-03-12"],
    ["2026-03-16", 1, "business-days", "2026-03-14"],
    ["2026-05-15", 1, "working-days", "2026-05-13"],
  ])("regulations 3.1: for %s, %i %s, told by %s", (date, length, unit, expected) => {
    expect(noticeDeadline(day(date), moving(length, unit), metropole)).toBe(expected)
  })
})

describe("schema of legal periods", () => {
  const read = Schema.decodeUnknownResult(LegalPeriod, { errors: "all", onExcessProperty: "error" })

  it("reads a period", () => {
    expect(read({ length: 15, unit: "clear-days", extends: true })).toEqual(
      Result.succeed(moving(15, "clear-days")),
    )
  })

  it.each([
    { length: 0, unit: "days", extends: true },
    { length: 1.5, unit: "days", extends: true },
    { length: 3661, unit: "days", extends: true },
    { length: 8, unit: "francs", extends: true },
    { length: 8, unit: "days" },
    { length: 8, unit: "days", extends: true, more: 1 },
  ])("refuses %j", (input) => expect(Result.isFailure(read(input))).toBe(true))
})

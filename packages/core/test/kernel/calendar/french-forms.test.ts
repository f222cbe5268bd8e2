import {
  hourForm,
  longDate,
  longDateTime,
  shortDate,
  shortDateTime,
} from "@convoque/core/kernel/calendar"
import { afterAll, describe, expect, it } from "vitest"
import { day, instant, time, zone } from "./given.ts"

const paris = zone("Europe/Paris")
const before = process.env["TZ"]

afterAll(() => {
  if (before === undefined) delete process.env["TZ"]
  else process.env["TZ"] = before
})

describe("French forms", () => {
  it.each([
    ["2016-06-17", "vendredi 17 juin 2016"],
    ["2016-06-01", "mercredi 1er juin 2016"],
    ["2026-02-02", "lundi 2 février 2026"],
    ["2026-08-31", "lundi 31 août 2026"],
    ["2026-12-01", "mardi 1er décembre 2026"],
  ])("writes %s in full", (date, expected) => expect(longDate(day(date))).toBe(expected))

  it("writes days and hours as the convocations do", () => {
    expect(longDateTime(instant("2016-06-17T06:00:00.000Z"), paris)).toBe(
      "vendredi 17 juin 2016 08:00:00",
    )
    expect(longDateTime(instant("2016-06-17T06:00:07.000Z"), paris)).toBe(
      "vendredi 17 juin 2016 08:00:07",
    )
    expect(shortDate(day("2016-06-17"))).toBe("17/06/2016")
    expect(shortDateTime(instant("2016-11-30T13:47:00.000Z"), paris)).toBe("30/11/2016 14:47")
    expect(hourForm(time("08:00"))).toBe("08:00")
  })

  it("writes the hour of the place, not of the reader", () => {
    const start = instant("2026-06-17T06:00:00.000Z")
    expect(longDateTime(start, zone("Indian/Reunion"))).toBe("mercredi 17 juin 2026 10:00:00")
    expect(longDateTime(start, zone("Pacific/Marquesas"))).toBe("mardi 16 juin 2026 20:30:00")
    expect(shortDateTime(start, zone("America/Miquelon"))).toBe("17/06/2026 04:00")
  })

  it.each([
    ["Europe/Paris", -60, 2021],
    ["Pacific/Apia", -780, 2022],
    ["Pacific/Tahiti", 600, 2023],
    ["America/New_York", 300, 2024],
    ["UTC", 0, 2025],
  ])("does not depend on the zone of the process: %s", (name, minutes, year) => {
    process.env["TZ"] = name
    expect(new Date(`${year}-12-10T00:00:00Z`).getTimezoneOffset()).toBe(minutes)
    expect(longDate(day(`${year}-12-31`))).toContain(`31 décembre ${year}`)
    expect(longDate(day(`${year}-01-01`))).toContain(`1er janvier ${year}`)
    // 02:30 in Tahiti on the night when Paris has no such hour.
    expect(longDateTime(instant("2026-03-29T12:30:00.000Z"), zone("Pacific/Tahiti"))).toBe(
      "dimanche 29 mars 2026 02:30:00",
    )
  })
})

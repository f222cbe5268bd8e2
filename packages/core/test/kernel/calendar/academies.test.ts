import {
  academies,
  academyByCode,
  frenchZones,
  territoryOfDepartment,
} from "@convoque/core/kernel/calendar"
import { describe, expect, it } from "vitest"

describe("academies", () => {
  it("have one code each, and one academy for each department", () => {
    const codes = academies.map(({ code }) => code)
    const departments = academies.flatMap((academy) => academy.departments)
    expect([codes.length, new Set(codes).size]).toEqual([34, 34])
    expect(new Set(departments).size).toBe(departments.length)
    // 96 of the metropole and 971 to 978.
    expect(departments.length).toBe(96 + 8)
    expect(departments.every((department) => /^(\d{2,3}|2[AB])$/u.test(department))).toBe(true)
  })

  it("cover the fourteen French zones", () => {
    expect(new Set(academies.flatMap((academy) => academy.zones))).toEqual(new Set(frenchZones))
  })

  it("are found by present and former codes", () => {
    expect(academyByCode("16")?.name).toBe("Toulouse")
    expect(academyByCode("16")?.departments).toContain("31")
    expect([academyByCode("05")?.name, academyByCode("21")?.name]).toEqual([
      "Normandie",
      "Normandie",
    ])
    expect(academyByCode("41")?.zones).toEqual([
      "Pacific/Tahiti",
      "Pacific/Marquesas",
      "Pacific/Gambier",
    ])
    expect(academyByCode("99")).toBeUndefined()
  })

  it("say how sure they are", () => {
    const recalled = academies.filter(({ confidence }) => confidence !== "confirmed")
    expect(recalled.map(({ code }) => code)).toEqual(["40", "41", "42", "44"])
    expect(academies.every(({ source }) => source.length > 5)).toBe(true)
  })

  it("give the holidays of a department", () => {
    expect(["57", "67", "68"].map(territoryOfDepartment)).toEqual(Array(3).fill("alsace-moselle"))
    expect(["75", "972", "975", "978", "constructor"].map(territoryOfDepartment)).toEqual([
      "metropole",
      "martinique",
      "saint-pierre-et-miquelon",
      "saint-martin",
      "metropole",
    ])
  })
})

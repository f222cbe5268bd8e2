import { describe, expect, it } from "vitest"
import { dateSerial, frenchDate } from "../../src/sheets/dates.ts"

describe("numbers of days in Excel", () => {
  it.each([
    ["1900-01-01", 1],
    ["1900-02-28", 59],
    ["1900-03-01", 61],
    ["1970-01-01", 25_569],
    ["2000-02-29", 36_585],
    ["2026-11-22", 46_348],
    ["9999-12-31", 2_958_465],
    ["1899-12-31", undefined],
    ["1900-02-29", undefined],
    ["22/11/2026", undefined],
    ["", undefined],
  ])("%s is %s", (day, serial) => {
    expect(dateSerial(day)).toBe(serial)
  })
})

it("UI-28 prints a civil date in the French order, any other text as it is", () => {
  expect(frenchDate("2026-01-09")).toBe("09/01/2026")
  expect(frenchDate("avant 1900")).toBe("avant 1900")
})

import { type Dated, dated, inForce } from "@convoque/core/kernel/calendar"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { day } from "./given.ts"

const rows: ReadonlyArray<Dated<number>> = [
  { until: day("2019-06-20"), source: "Arrêté du 5 mai 2017", value: 30 },
  { from: day("2019-06-21"), source: "Arrêté du 21 juin 2019", value: 15 },
  { from: day("2024-01-01"), until: day("2024-12-31"), source: "Expérience", value: 20 },
]

describe("dated values", () => {
  it.each([
    ["2017-05-05", 30],
    ["2019-06-20", 30],
    ["2019-06-21", 15],
    ["2023-12-31", 15],
    ["2024-01-01", 20],
    ["2024-12-31", 20],
    ["2025-01-01", 15],
  ])("on %s the value is %i", (date, value) => expect(inForce(rows, day(date))?.value).toBe(value))

  it("gives nothing outside every row", () => {
    expect(inForce(rows.slice(2), day("2023-12-31"))).toBeUndefined()
    expect(inForce([], day("2023-12-31"))).toBeUndefined()
  })

  it("reads rows with their value", () => {
    const read = Schema.decodeUnknownResult(dated(Schema.Number), { onExcessProperty: "error" })
    expect(read(rows[0])).toEqual(Result.succeed(rows[0]))
    expect(Result.isFailure(read({ source: "x", value: "30" }))).toBe(true)
    expect(Result.isFailure(read({ from: "2019-06-31", source: "x", value: 30 }))).toBe(true)
  })
})

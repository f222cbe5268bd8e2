/** Dates of assignments written in a cell and read back. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { AssignmentDate } from "../../../src/exam-missions/mission/model.ts"
import { AssignmentDatesCell } from "../../../src/exam-missions/mission/registers/dates.ts"
import { addDays, type CivilDate, type CivilTime } from "../../../src/kernel/calendar.ts"

const twoDigits = (number: number): string => String(number).padStart(2, "0")
const timeOf = (minutes: number): CivilTime =>
  `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` as CivilTime

const day = fc.nat(40_000).map((days) => addDays("1990-01-01" as CivilDate, days))
const minutes = fc.integer({ min: 0, max: 1438 })

const assignmentDate: fc.Arbitrary<AssignmentDate> = fc
  .record({ date: day, from: minutes, length: fc.integer({ min: 1, max: 99 }), form: fc.nat(2) })
  .map(({ date, from, length, form }) => {
    const start = timeOf(from)
    if (form === 0) return { _tag: "days", date, start, days: length }
    return form === 1
      ? { _tag: "hours", date, start, hours: length }
      : { _tag: "span", date, start, end: timeOf(Math.min(from + length, 1439)) }
  })

const read = Schema.decodeUnknownResult(AssignmentDatesCell)
const write = Schema.encodeSync(AssignmentDatesCell)

test("PER-16 any dates are read back as they were written, spaces or none", () => {
  fc.assert(
    fc.property(fc.array(assignmentDate, { minLength: 1, maxLength: 6 }), (dates) => {
      const text = write(dates)
      expect(read(text)).toEqual(Result.succeed(dates))
      expect(read(text.replaceAll(" | ", "|"))).toEqual(Result.succeed(dates))
    }),
  )
})

test("PER-16 any text is read or refused in a time that its length bounds", () => {
  const piece = fc.constantFrom(
    "15/03/2016 ",
    "2016-03-15 ",
    "09:00",
    "-12:00",
    " 1 j",
    " | ",
    " ",
    "x",
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      const result = read(pieces.join(""))
      if (Result.isSuccess(result)) expect(read(write(result.success))).toEqual(result)
    }),
    { numRuns: 300 },
  )
})

/** What periods touch, whose they are, and how they are listed. */
import {
  type Origin,
  type OtherConvocation,
  type Unavailability,
  unavailabilityKey,
} from "@convoque/core/exam-missions"
import { addDays, type CivilDate, type CivilTime } from "@convoque/core/kernel/calendar"
import { pageOf } from "@convoque/core/kernel/listing"
import { unavailabilityMoment, unavailabilityPeriod } from "@convoque/testing"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  academyName,
  isDeletableBy,
  type OccupiedDate,
  otherAcademyReason,
  overlap,
  touchesDates,
} from "../../../src/exam-missions/unavailability/rules.ts"
import {
  personScope,
  unavailabilities,
  unavailabilityLine,
} from "../../../src/exam-missions/unavailability/views.ts"
import { depth } from "../../kernel/calendar/given.ts"
import { aspet, at, headOf, period, reason, rodez, schoolOrigin, shared } from "./given.ts"

const time = (text: string) => text as CivilTime
const date = "2027-06-15" as CivilDate
const span = (start: string, end: string): OccupiedDate => ({
  _tag: "span",
  date,
  start: time(start),
  end: time(end),
})
const days = (count: number): OccupiedDate => ({
  _tag: "days",
  date,
  start: time("09:00"),
  days: count,
})
const hours = (count: number): OccupiedDate => ({
  _tag: "hours",
  date,
  start: time("22:00"),
  hours: count,
})

describe("IND-05 what a period touches", () => {
  test.each<[string, OccupiedDate, string, string, boolean]>([
    ["before", span("09:00", "12:00"), "2027-06-15 08:00", "2027-06-15 08:59", false],
    [
      "up to the first minute",
      span("09:00", "12:00"),
      "2027-06-15 08:00",
      "2027-06-15 09:00",
      true,
    ],
    ["within", span("09:00", "12:00"), "2027-06-15 10:00", "2027-06-15 10:30", true],
    ["from the last minute", span("09:00", "12:00"), "2027-06-15 11:59", "2027-06-15 18:00", true],
    ["from the end", span("09:00", "12:00"), "2027-06-15 12:00", "2027-06-15 18:00", false],
    ["around", span("09:00", "12:00"), "2027-06-01 00:00", "2027-06-30 23:59", true],
    ["another day", span("09:00", "12:00"), "2027-06-16 00:00", "2027-06-16 23:59", false],
    ["one day, its end", days(1), "2027-06-15 23:59", "2027-06-16 01:00", true],
    ["one day, the day after", days(1), "2027-06-16 00:00", "2027-06-16 01:00", false],
    ["one day, before it begins", days(1), "2027-06-15 00:00", "2027-06-15 08:59", false],
    ["three days, the third", days(3), "2027-06-17 23:00", "2027-06-20 01:00", true],
    ["three days, the fourth", days(3), "2027-06-18 00:00", "2027-06-20 01:00", false],
    ["hours past midnight", hours(3), "2027-06-16 00:30", "2027-06-16 01:00", true],
    ["hours past midnight, over", hours(3), "2027-06-16 01:00", "2027-06-16 02:00", false],
    ["no duration, its minute", hours(0), "2027-06-15 22:00", "2027-06-15 22:30", true],
    ["no duration, after", hours(0), "2027-06-15 22:01", "2027-06-15 22:30", false],
    ["written backwards", span("12:00", "09:00"), "2027-06-15 12:00", "2027-06-15 12:30", true],
  ])("%s", (_, occupied, start, end, expected) => {
    expect(touchesDates(period(start, end), [occupied])).toBe(expected)
  })

  test("nothing when there is no date, and any of several dates", () => {
    const whole = period("2027-06-15 00:00", "2027-06-15 23:59")
    expect(touchesDates(whole, [])).toBe(false)
    const later = { ...span("09:00", "12:00"), date: "2027-07-01" as CivilDate }
    expect(touchesDates(whole, [later])).toBe(false)
    expect(touchesDates(whole, [later, span("09:00", "12:00")])).toBe(true)
  })

  const minutesOf = (occupied: OccupiedDate): ReadonlyArray<string> => {
    const length = {
      span: (one: OccupiedDate) =>
        one._tag === "span" ? asMinutes(one.end) - asMinutes(one.start) : 0,
      days: (one: OccupiedDate) =>
        one._tag === "days" ? one.days * 1440 - asMinutes(one.start) : 0,
      hours: (one: OccupiedDate) => (one._tag === "hours" ? one.hours * 60 : 0),
    }[occupied._tag](occupied)
    return Array.from({ length: Math.max(length, 1) }, (_, index) =>
      minuteText(occupied.date, asMinutes(occupied.start) + index),
    )
  }
  const asMinutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  const minuteText = (from: CivilDate, minutes: number): string => {
    const day = addDays(from, Math.floor(minutes / 1440))
    const rest = minutes % 1440
    return `${day}T${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`
  }

  const occupiedDate: fc.Arbitrary<OccupiedDate> = fc
    .tuple(unavailabilityMoment, fc.integer({ min: 0, max: 4 }), fc.nat(2))
    .map(([start, count, kind]): OccupiedDate => {
      const begun = { date: start.date, start: start.time }
      if (kind === 0) return { _tag: "span", ...begun, end: time("23:59") }
      return kind === 1
        ? { _tag: "days", ...begun, days: count }
        : { _tag: "hours", ...begun, hours: count }
    })

  test("is what counting every minute says, and moves with the weeks", () => {
    fc.assert(
      fc.property(
        occupiedDate,
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: 1, max: 5000 }),
        (occupied, shift, length) => {
          const first = minuteText(
            addDays(occupied.date, -10),
            14_400 + asMinutes(occupied.start) + shift,
          )
          const last = minuteText(
            addDays(occupied.date, -10),
            14_400 + asMinutes(occupied.start) + shift + length,
          )
          const one = period(first.replace("T", " "), last.replace("T", " "))
          const expected = minutesOf(occupied).some((minute) => first <= minute && minute <= last)
          expect(touchesDates(one, [occupied])).toBe(expected)
          const later = (day: CivilDate) => addDays(day, 7)
          expect(
            touchesDates(
              {
                start: { ...one.start, date: later(one.start.date) },
                end: { ...one.end, date: later(one.end.date) },
              },
              [{ ...occupied, date: later(occupied.date) }],
            ),
          ).toBe(expected)
        },
      ),
      { seed: 1, numRuns: 200 * depth },
    )
  })

  test("overlaps of two periods are mutual, and a period overlaps itself", () => {
    fc.assert(
      fc.property(unavailabilityPeriod, unavailabilityPeriod, (one, other) => {
        expect(overlap(one, other)).toBe(overlap(other, one))
        expect(overlap(one, one)).toBe(true)
      }),
      { seed: 1, numRuns: 200 * depth },
    )
  })
})

describe("whose periods are", () => {
  test.each<[Origin, boolean]>([
    [schoolOrigin(aspet), true],
    [schoolOrigin(rodez), false],
    [{ _tag: "epp" }, false],
    [{ _tag: "sirhen" }, false],
    [{ _tag: "academy", code: "A16" }, false],
  ])("IND-11 IND-12 deletion of %j offered to Aspet: %s", (origin, expected) => {
    expect(isDeletableBy(origin, aspet)).toBe(expected)
  })

  test.each([
    ["A16", "CONVOCATION PAR IMAGIN TOULOUSE"],
    ["16", "CONVOCATION PAR IMAGIN TOULOUSE"],
    ["A24", "CONVOCATION PAR IMAGIN CRÉTEIL"],
    ["A99", "CONVOCATION PAR IMAGIN A99"],
  ])("PER-25 the convocation of academy %s gives the reason « %s »", (code, expected) => {
    expect(otherAcademyReason({ _tag: "academy", code })).toBe(expected)
  })

  test("PER-25 an unknown academy is named by its code", () => {
    expect([academyName("A16"), academyName("SIEC")]).toStrictEqual(["Toulouse", "SIEC"])
  })
})

describe("the list of a person's periods", () => {
  const convocation: OtherConvocation = {
    academy: "Toulouse",
    mission: "1234567",
    missionType: "Surveillance",
    exam: "BAC GENERAL",
    centre: "0310001H",
    place: "ASPET",
    capacity: null,
  }
  const stateOf = (origin: Origin, start: string, end: string, why: string): Unavailability => {
    const fields = { person: shared, origin, period: period(start, end), reason: reason(why) }
    const act = { at, by: headOf(aspet), ...fields, overlapped: [] }
    return origin._tag === "school"
      ? { _tag: "declared", ...fields, acts: [{ _tag: "UnavailabilityDeclared", ...act }] }
      : {
          _tag: "imported",
          ...fields,
          convocation: origin._tag === "academy" ? convocation : null,
          acts: [{ _tag: "UnavailabilityImported", ...act, convocation: null }],
        }
  }
  const states = [
    stateOf({ _tag: "epp" }, "2013-07-01 08:00", "2013-07-03 17:00", "SECRETARIAT EXAMEN DNB"),
    stateOf({ _tag: "sirhen" }, "2014-06-01 00:00", "2014-09-30 23:59", "Congé de maladie"),
    stateOf(schoolOrigin(aspet), "2014-01-01 10:00", "2014-01-02 12:00", "STAGE"),
    stateOf({ _tag: "academy", code: "A16" }, "2014-01-01 09:59", "2014-01-01 12:00", "IMAGIN"),
  ]
  const entries = states.flatMap((state) => {
    if (state._tag === "none") return []
    const key = unavailabilityKey(state)
    return unavailabilities.entries(state, key).map((entry) => ({ ...entry, key }))
  })
  const list = (change: object) =>
    pageOf(entries, {
      scope: personScope(shared),
      filters: {},
      sort: { column: "start", direction: "descending" },
      limit: 10,
      ...change,
    })

  test("IND-08 is listed from the most recent start unless asked otherwise", () => {
    expect(unavailabilities.usualSort).toBe("-start")
  })

  test("IND-08 begins with the most recent start, to the minute", () => {
    const { rows, count } = list({})
    expect(count).toBe(4)
    expect(rows.map(({ row }) => `${row.start.date} ${row.start.time}`)).toStrictEqual([
      "2014-06-01 00:00",
      "2014-01-01 10:00",
      "2014-01-01 09:59",
      "2013-07-01 08:00",
    ])
  })

  test("PER-24 IND-07 IND-09 shows both days, both hours and the reason", () => {
    expect(list({ keyword: "dnb" }).rows[0]?.row).toStrictEqual({
      person: shared,
      start: { date: "2013-07-01", time: "08:00" },
      end: { date: "2013-07-03", time: "17:00" },
      reason: "SECRETARIAT EXAMEN DNB",
      origin: { _tag: "epp" },
      convocation: null,
    })
  })

  test.each([
    ["30/09/2014", 1],
    ["23:59 conge", 1],
    ["2014", 3],
    ["imagin", 1],
    ["epp", 0],
  ])("UI-19 a keyword bears on what is shown: « %s » finds %i", (keyword, count) => {
    expect(list({ keyword }).count).toBe(count)
  })

  test("PER-25 the recap is that of the other academy's convocation alone", () => {
    expect(
      list({ sort: { column: "end", direction: "ascending" } }).rows.map(
        ({ row }) => row.convocation,
      ),
    ).toStrictEqual([null, convocation, null, null])
  })

  test("IND-11 only the period that the reader's school declared is offered for deletion", () => {
    const offered = (school: typeof aspet | undefined) =>
      list({}).rows.map(({ row }) => unavailabilityLine(row, school).deletable)
    expect(offered(aspet)).toStrictEqual([false, true, false, false])
    expect(offered(rodez)).toStrictEqual([false, false, false, false])
    expect(offered(undefined)).toStrictEqual([false, false, false, false])
  })

  test("the contract of the search of available personnel: start, then end, as local minutes", () => {
    expect(unavailabilities.sortColumns.slice(0, 2)).toStrictEqual(["start", "end"])
    expect(
      entries.filter(({ scope }) => scope === personScope(shared)).map(({ sorts }) => sorts),
    ).toMatchObject([
      { start: "2013-07-01T08:00", end: "2013-07-03T17:00" },
      { start: "2014-06-01T00:00", end: "2014-09-30T23:59" },
      { start: "2014-01-01T10:00", end: "2014-01-02T12:00" },
      { start: "2014-01-01T09:59", end: "2014-01-01T12:00" },
    ])
  })
})

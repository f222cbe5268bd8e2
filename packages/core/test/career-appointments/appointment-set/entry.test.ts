/** Reading what an evaluator typed: one appointment, in the hours of its place. */
import type { EnteredAppointment } from "@convoque/core/career-appointments"
import { frenchZones } from "@convoque/core/kernel/calendar"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { placeMaximum } from "../../../src/career-appointments/appointment-set/model.ts"
import { readAppointment } from "../../../src/career-appointments/appointment-set/rules/entry.ts"
import {
  appointment,
  date,
  headInterview,
  headInterviewName,
  headItem,
  instant,
  place,
  time,
  zone,
} from "../given.ts"

const read = (item: Partial<EnteredAppointment>) =>
  readAppointment(headInterviewName, { ...headItem, ...item })

const refusal = (item: Partial<EnteredAppointment>) => {
  const answer = read(item)
  return Result.isFailure(answer) ? answer.failure._tag : "none"
}

test("RDC-04 the four items become an appointment with its two instants", () => {
  expect(read({})).toStrictEqual(
    Result.succeed({
      slot: headInterview,
      date: date("2026-12-08"),
      place: place("Lycée Émile-Zola, bâtiment B"),
      start: time("14:00"),
      end: time("15:00"),
      zone: zone("Europe/Paris"),
      startsAt: instant("2026-12-08T13:00:00.000Z"),
      endsAt: instant("2026-12-08T14:00:00.000Z"),
    }),
  )
})

describe("RDC-04 hours are those of the place", () => {
  const winter: ReadonlyArray<readonly [string, string]> = [
    ["Europe/Paris", "2026-12-08T13:00:00.000Z"],
    ["America/Martinique", "2026-12-08T18:00:00.000Z"],
    ["America/Guadeloupe", "2026-12-08T18:00:00.000Z"],
    ["America/Cayenne", "2026-12-08T17:00:00.000Z"],
    ["America/Miquelon", "2026-12-08T17:00:00.000Z"],
    ["Indian/Reunion", "2026-12-08T10:00:00.000Z"],
    ["Indian/Mayotte", "2026-12-08T11:00:00.000Z"],
    ["Pacific/Noumea", "2026-12-08T03:00:00.000Z"],
    ["Pacific/Wallis", "2026-12-08T02:00:00.000Z"],
    ["Pacific/Tahiti", "2026-12-09T00:00:00.000Z"],
    ["Pacific/Marquesas", "2026-12-08T23:30:00.000Z"],
    ["Pacific/Gambier", "2026-12-08T23:00:00.000Z"],
  ]

  test.each(winter)("14:00 in %s is %s in December", (name, startsAt) => {
    const answer = read({ zone: name })
    expect(Result.isSuccess(answer) && answer.success).toMatchObject({
      date: "2026-12-08",
      start: "14:00",
      zone: name,
      startsAt,
    })
  })

  test("summer time moves Paris and Miquelon, not the tropics", () => {
    const starts = (name: string) => {
      const answer = read({ zone: name, date: "2026-06-16" })
      return Result.isSuccess(answer) ? answer.success.startsAt : answer.failure._tag
    }
    expect(starts("Europe/Paris")).toBe("2026-06-16T12:00:00.000Z")
    expect(starts("America/Miquelon")).toBe("2026-06-16T16:00:00.000Z")
    expect(starts("Indian/Reunion")).toBe("2026-06-16T10:00:00.000Z")
    expect(starts("Pacific/Marquesas")).toBe("2026-06-16T23:30:00.000Z")
  })

  test("every French zone is accepted", () => {
    expect(frenchZones.map((name) => refusal({ zone: name }))).toStrictEqual(
      frenchZones.map(() => "none"),
    )
  })
})

describe("clock changes", () => {
  test("RDC-04 the skipped hour is refused as an end too, its borders are not", () => {
    const night = { date: "2027-03-28" }
    expect(refusal({ ...night, start: "01:00", end: "02:30" })).toBe("appointment.hour-missing")
    expect(refusal({ ...night, start: "02:00", end: "04:00" })).toBe("appointment.hour-missing")
    expect(refusal({ ...night, start: "01:59", end: "03:00" })).toBe("none")
  })

  test.each([
    ["earlier", "2026-10-25T00:30:00.000Z"],
    ["later", "2026-10-25T01:30:00.000Z"],
  ] as const)(
    "RDC-04 the doubled hour is answered by the occurrence %s",
    (occurrence, startsAt) => {
      const item = { date: "2026-10-25", start: "02:30", end: "04:00" }
      expect(refusal(item)).toBe("appointment.hour-ambiguous")
      const answer = read({ ...item, startOccurrence: occurrence })
      expect(Result.isSuccess(answer) && answer.success.startsAt).toBe(startsAt)
    },
  )

  test("RDC-04 an occurrence given for an ordinary hour changes nothing", () => {
    expect(read({ startOccurrence: "later", endOccurrence: "earlier" })).toStrictEqual(read({}))
  })

  test("RDC-04 an end whose chosen hour comes before the start is refused", () => {
    const item = { date: "2026-10-25", start: "02:10", end: "02:40" }
    expect(refusal({ ...item, startOccurrence: "later", endOccurrence: "earlier" })).toBe(
      "appointment.end-not-after-start",
    )
    expect(refusal({ ...item, startOccurrence: "earlier", endOccurrence: "later" })).toBe("none")
  })

  test("RDC-04 a zone without summer time knows no missing hour", () => {
    expect(refusal({ date: "2027-03-28", start: "02:30", zone: "Indian/Reunion" })).toBe("none")
  })
})

describe("places", () => {
  test("RDC-04 the spaces around a place are dropped and accents are composed", () => {
    const answer = read({ place: "  Colle\u0300ge  E\u0301milie  " })
    expect(Result.isSuccess(answer) && answer.success.place).toBe("Collège  Émilie")
  })

  test("RDC-04 255 characters are accepted, counted as people count them", () => {
    expect(refusal({ place: "é".repeat(placeMaximum) })).toBe("none")
    expect(refusal({ place: "𝄞".repeat(placeMaximum) })).toBe("none")
    expect(refusal({ place: "𝄞".repeat(placeMaximum + 1) })).toBe("appointment.place-too-long")
  })

  test.each(["Salle\u0000 3", "Salle\n3", "\u202EruD", "Salle \u2028 3"])(
    "RDC-04 a place with a control character is refused (%j)",
    (text) => {
      expect(refusal({ place: text })).toBe("appointment.place-not-printable")
    },
  )

  test("RDC-04 markup in a place is only text", () => {
    const answer = read({ place: "<b>Salle 3</b> & 'annexe'" })
    expect(Result.isSuccess(answer) && answer.success.place).toBe("<b>Salle 3</b> & 'annexe'")
  })
})

test("RDC-05 a refusal quotes at most a line of what was typed", () => {
  const answer = read({ start: "9".repeat(2000) })
  expect(Result.isFailure(answer) && answer.failure).toMatchObject({ value: "9".repeat(60) })
})

test("RDC-05 the first fault is given in the order date, start, end, place, zone", () => {
  const wrong = { date: "x", start: "x", end: "x", place: "", zone: "x" }
  expect(refusal(wrong)).toBe("date.format")
  expect(refusal({ ...wrong, date: "2026-12-08" })).toBe("appointment.time-format")
  expect(refusal({ place: "", zone: "x" })).toBe("appointment.place-required")
  expect(refusal({ zone: "x" })).toBe("appointment.unknown-zone")
})

test("the helper of these tests agrees with the reading", () => {
  expect(read({})).toStrictEqual(Result.succeed(appointment(headItem)))
})

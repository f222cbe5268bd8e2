/** Laws of the rules: hours of a place and back, overlaps, shifts of all dates, order of slots. */
import {
  appointmentSetMachine,
  type EnteredAppointment,
  missingSlots,
  overlap,
} from "@convoque/core/career-appointments"
import {
  addDays,
  type CivilDate,
  civilDayAt,
  civilTimeAt,
  type Instant,
  instantFromMillis,
  millisOf,
} from "@convoque/core/kernel/calendar"
import { fold } from "@convoque/core/kernel/machine"
import { civilDate, civilTime, instant, zone } from "@convoque/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { readAppointment } from "../../../src/career-appointments/appointment-set/rules/entry.ts"
import { scheduleRefusal } from "../../../src/career-appointments/appointment-set/rules/schedule.ts"
import { depth } from "../../kernel/calendar/given.ts"
import {
  appointment,
  headInterviewName,
  headItem,
  history,
  interviewItem,
  terms,
  visitItem,
  zone as zoneNamed,
} from "../given.ts"

const runs = { seed: 1, numRuns: 100 * depth }

test("RDC-04 an appointment that was read shows the day and the hours that were typed", () => {
  fc.assert(
    fc.property(civilDate, civilTime, civilTime, zone, (date, start, end, name) => {
      const read = readAppointment(headInterviewName, {
        ...headItem,
        date,
        start,
        end,
        zone: name,
        startOccurrence: "earlier",
        endOccurrence: "later",
      })
      if (Result.isFailure(read)) {
        const { _tag } = read.failure
        expect(end <= start || _tag === "appointment.hour-missing").toBe(true)
        return
      }
      const { startsAt, endsAt } = read.success
      expect(startsAt < endsAt).toBe(true)
      expect([civilDayAt(startsAt, name), civilTimeAt(startsAt, name)]).toStrictEqual([date, start])
      expect([civilDayAt(endsAt, name), civilTimeAt(endsAt, name)]).toStrictEqual([date, end])
    }),
    runs,
  )
})

test("RDC-05 whatever text is typed is read or refused, never a failure", () => {
  const anything = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.constant("14:00"))
  fc.assert(
    fc.property(
      anything,
      anything,
      anything,
      anything,
      anything,
      (date, start, end, place, name) => {
        const typed: EnteredAppointment = { ...headItem, date, start, end, place, zone: name }
        const read = readAppointment(headInterviewName, typed)
        if (Result.isFailure(read)) expect(read.failure).toMatchObject(headInterviewName)
        else expect(read.success.slot).toBe(headItem.slot)
      },
    ),
    runs,
  )
})

test("RDC-04 two spans overlap when some minute belongs to both, in either order", () => {
  const base = Date.UTC(2026, 11, 1)
  const at = (minute: number): Instant => instantFromMillis(base + minute * 60_000)
  const span = fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 15 }))
    .map(([from, length]) => ({ from, until: from + length }))
  fc.assert(
    fc.property(span, span, (one, other) => {
      const minutes = Array.from({ length: 50 }, (_, minute) => minute)
      const shared = minutes.some(
        (minute) =>
          one.from <= minute && minute < one.until && other.from <= minute && minute < other.until,
      )
      const spanOf = ({ from, until }: typeof one) => ({ startsAt: at(from), endsAt: at(until) })
      expect(overlap(spanOf(one), spanOf(other))).toBe(shared)
      expect(overlap(spanOf(other), spanOf(one))).toBe(shared)
    }),
    runs,
  )
})

test("RDC-04 shifting every date by whole weeks changes no judgement", () => {
  const reunion = zoneNamed("Indian/Reunion")
  const days = fc.integer({ min: -3, max: 90 })
  const today = "2026-01-05" as CivilDate
  const judge = (weeks: number, offsets: ReadonlyArray<number>) => {
    const shifted = addDays(today, weeks * 7)
    const items = [visitItem, interviewItem, headItem].map((item, index) =>
      appointment(
        { ...item, zone: reunion, date: addDays(shifted, offsets[index] ?? 0) },
        "+04:00",
      ),
    )
    return scheduleRefusal({
      terms: { ...terms, zone: reunion },
      at: `${shifted}T08:00:00.000Z` as Instant,
      appointments: items,
      judged: items.map(({ slot }) => slot),
    })?._tag
  }
  fc.assert(
    fc.property(fc.tuple(days, days, days), fc.integer({ min: 1, max: 200 }), (offsets, weeks) => {
      expect(judge(weeks, offsets)).toBe(judge(0, offsets))
    }),
    runs,
  )
})

test("RDC-04 the fourteen days after a notification are too close, all later ones are not", () => {
  fc.assert(
    fc.property(instant, zone, fc.integer({ min: 0, max: 60 }), (at, name, days) => {
      fc.pre(millisOf(at) > Date.UTC(2019, 6, 1))
      const date = addDays(civilDayAt(at, name), days)
      const startsAt = instantFromMillis(millisOf(at) + days * 86_400_000 + 60_000)
      const one = { ...appointment(headItem), date, zone: name, startsAt, endsAt: startsAt }
      const found = scheduleRefusal({ terms, at, appointments: [one], judged: [one.slot] })
      expect(found?._tag).toBe(days < 15 ? "appointment.notice-too-short" : undefined)
    }),
    runs,
  )
})

test("RDC-10 the slots missing and those set are the whole template, whatever was set", () => {
  const [opened, byInspector] = history.convened
  const byHead = history.convened[2]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(byInspector, byHead), { maxLength: 5 }), (events) => {
      const state = fold(appointmentSetMachine, [opened, ...events])
      if (state._tag === "none" || state._tag === "cancelled") throw new Error(state._tag)
      const set = state._tag === "nothing-set" ? [] : state.appointments.map(({ slot }) => slot)
      const missing = missingSlots(state).map(({ slot }) => slot)
      const all = terms.template.slots.map(({ slot }) => slot)
      expect(all.filter((slot) => !set.includes(slot))).toStrictEqual(missing)
      expect(new Set([...set, ...missing]).size).toBe(all.length)
    }),
    runs,
  )
})

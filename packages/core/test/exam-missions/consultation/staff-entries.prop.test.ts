import {
  agentScope,
  personScope,
  staffEntries,
  staffLists,
  type StaffPeriod,
  type StaffSources,
} from "@convoque/core/exam-missions"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import { type ListQuery, pageOf } from "@convoque/core/kernel/listing"
import { someStaff } from "@convoque/testing"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

const { columns } = staffLists.staff
const base: ListQuery = {
  scope: "",
  filters: {},
  sort: { column: "family-name", direction: "ascending" },
  limit: 1000,
}
const day = fc.constantFrom("2026-05-31", "2026-06-01", "2026-06-03").map((one) => one as CivilDate)

const peopleIn = (sources: StaffSources, period?: StaffPeriod) =>
  staffEntries(sources, { columns, ...(period === undefined ? {} : { period }) }).map(
    ({ key }) => key,
  )

describe("the lines of the personnel", () => {
  test("CMP-02 PER-04 one scope names somebody in the lists of competences and of periods", () => {
    const person = PersonId.make("epp-1")
    expect(agentScope(person)).toBe(personScope(person))
  })

  test("UI-24 reversing a sort reverses the lines and keeps their number", () => {
    fc.assert(
      fc.property(someStaff, fc.constantFrom(...columns), (sources, column) => {
        const entries = staffEntries(sources, { columns })
        const up = pageOf(entries, { ...base, sort: { column, direction: "ascending" } })
        const down = pageOf(entries, { ...base, sort: { column, direction: "descending" } })
        return (
          up.count === down.count &&
          up.rows.map(({ key }) => key).join() ===
            down.rows
              .map(({ key }) => key)
              .toReversed()
              .join()
        )
      }),
    )
  })

  test("PER-01 the academy has one line a person who has a post, whatever the schools", () => {
    fc.assert(
      fc.property(someStaff, (sources) => {
        const known = new Set<string>(sources.people.map(({ person }) => person))
        const held = new Set<string>(
          sources.posts.map(({ person }) => person).filter((one) => known.has(one)),
        )
        const listed = peopleIn(sources)
        return listed.length === held.size && listed.every((one) => held.has(one))
      }),
    )
  })

  test("PER-04 whoever is available in a period is in each part of it", () => {
    fc.assert(
      fc.property(someStaff, day, day, (sources, one, other) => {
        const [from, until] = one <= other ? [one, other] : [other, one]
        const whole = peopleIn(sources, { kind: "available", from, until })
        const first = new Set(peopleIn(sources, { kind: "available", from, until: from }))
        return whole.every((person) => first.has(person))
      }),
    )
  })

  test("PER-05 whoever is convened a day is convened in each period that holds it", () => {
    fc.assert(
      fc.property(someStaff, day, day, (sources, one, other) => {
        const [from, until] = one <= other ? [one, other] : [other, one]
        const whole = new Set(peopleIn(sources, { kind: "convened", from, until }))
        const last = peopleIn(sources, { kind: "convened", from: until, until })
        return last.every((person) => whole.has(person))
      }),
    )
  })
})

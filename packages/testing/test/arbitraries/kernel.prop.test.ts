import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { CivilDate, CivilTime, Instant, Zone } from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import { expect, test } from "vitest"
import { civilDate, civilTime, instant, personId, personName, zone } from "@convoque/testing"

const valid = <A>(arbitrary: fc.Arbitrary<A>, schema: Schema.Codec<A, unknown>): void => {
  const isValid = Schema.is(schema)
  fc.assert(fc.property(arbitrary, (value) => isValid(value)))
}

test("generated values are those of their schemas", () => {
  valid(civilDate, CivilDate)
  valid(civilTime, CivilTime)
  valid(instant, Instant)
  valid(zone, Zone)
  valid(personId, PersonId)
})

test("names hold accents and are never blank", () => {
  const names = fc.sample(personName, { numRuns: 200, seed: 1 })
  expect(names.filter((name) => name.trim() === "")).toEqual([])
  expect(names.filter((name) => /[éèàłœ]/u.test(name)).length).toBeGreaterThan(20)
})

import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { CivilDate, CivilTime, Instant, Zone } from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import { expect, test } from "vitest"
import { civilDate, civilTime, instant, personId, personName, zone } from "@convoque/testing"

const invalid = <A>(
  arbitrary: fc.Arbitrary<A>,
  schema: Schema.Codec<A, unknown>,
): ReadonlyArray<A> => {
  const isValid = Schema.is(schema)
  return fc.sample(arbitrary, 200).filter((value) => !isValid(value))
}

test("generated values are those of their schemas", () => {
  expect(invalid(civilDate, CivilDate)).toEqual([])
  expect(invalid(civilTime, CivilTime)).toEqual([])
  expect(invalid(instant, Instant)).toEqual([])
  expect(invalid(zone, Zone)).toEqual([])
  expect(invalid(personId, PersonId)).toEqual([])
})

test("names hold accents and are never blank", () => {
  const names = fc.sample(personName, { numRuns: 200, seed: 1 })
  expect(names.filter((name) => name.trim() === "")).toEqual([])
  expect(names.filter((name) => /[éèàłœ]/u.test(name)).length).toBeGreaterThan(20)
})

/** Who acts, on whose behalf, what was acknowledged, and the moment and author of an act. */
import { actFields } from "@convoque/core/kernel/event"
import { Actor, PersonId, responsiblePerson, TenantId } from "@convoque/core/kernel/identity"
import { isAcknowledged } from "@convoque/core/kernel/refusal"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"

const one = PersonId.make("p-1")
const two = PersonId.make("p-2")

describe("actors", () => {
  test("the responsible person is who delegated, or the actor", () => {
    expect(responsiblePerson({ person: two, capacity: "evaluator" })).toBe(two)
    expect(responsiblePerson({ person: two, capacity: "evaluator", onBehalfOf: one })).toBe(one)
  })

  test("an actor has a known capacity and nothing else", () => {
    const decode = Schema.decodeUnknownResult(Actor, { onExcessProperty: "error" })
    expect(decode({ person: "p-1", capacity: "system" })._tag).toBe("Success")
    expect(decode({ person: "p-1", capacity: "agent", onBehalfOf: "p-2" })._tag).toBe("Success")
    expect(decode({ person: "p-1", capacity: "root" })._tag).toBe("Failure")
    expect(decode({ person: "p 1", capacity: "agent" })._tag).toBe("Failure")
    expect(decode({ person: "p-1", capacity: "agent", admin: true })._tag).toBe("Failure")
    expect(decode({ person: "p-1", capacity: "agent", onBehalfOf: undefined })._tag).toBe("Failure")
  })
})

test.each(["", "-a", "a b", "a/b", "é", "a\n", "x".repeat(65)])("%j identifies nobody", (text) => {
  expect(Schema.is(PersonId)(text)).toBe(false)
  expect(Schema.is(TenantId)(text)).toBe(false)
})

test.each(["a", "0", "A.b_c-9", "x".repeat(64)])("%j identifies somebody", (text) => {
  expect(Schema.is(PersonId)(text)).toBe(true)
})

test("an acknowledgement bears on one code and one subject", () => {
  const given = [{ code: "agent.unavailable", subject: "visit" }]
  expect(isAcknowledged(given, "agent.unavailable", "visit")).toBe(true)
  expect(isAcknowledged(given, "agent.unavailable", "interview")).toBe(false)
  expect(isAcknowledged(given, "evaluator.double-booked", "visit")).toBe(false)
  expect(isAcknowledged([], "agent.unavailable", "visit")).toBe(false)
})

test("every act has a moment and an author", () => {
  expect(Object.keys(actFields)).toStrictEqual(["at", "by"])
})

test("a NUMEN, which is confidential, is no id of a person", () => {
  expect(Schema.is(PersonId)("12E0123456ABC")).toBe(false)
  expect(Schema.is(PersonId)("12E0123456AB")).toBe(true)
})

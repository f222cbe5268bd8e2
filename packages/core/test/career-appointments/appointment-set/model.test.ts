/** The bounds of what is typed and kept: places, reasons, entered items, names of campaigns. */
import {
  Appointment,
  CampaignId,
  EnteredAppointment,
  Place,
  Reason,
  RoleId,
  SlotId,
} from "@convoque/core/career-appointments"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import { appointment, headItem } from "../given.ts"

const accepts = (schema: Schema.Codec<unknown, unknown>) => (value: unknown) =>
  Schema.decodeUnknownResult(schema, { onExcessProperty: "error" })(value)._tag === "Success"

describe("RDC-18 a reason", () => {
  const isReason = accepts(Reason)

  test("has 1 to 1,000 characters, on several lines; an empty one is left out", () => {
    expect(["x", "é".repeat(1000), "deux\nlignes", "𝄞".repeat(1000)].map(isReason)).toStrictEqual([
      true,
      true,
      true,
      true,
    ])
    expect(["", "  \n ", "é".repeat(1001), "a\u0000b", "a\u202Eb"].map(isReason)).toStrictEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

describe("RDC-04 an entered appointment", () => {
  const isEntered = accepts(EnteredAppointment)

  test("is any text at first, so that the domain says what is wrong with it", () => {
    expect(isEntered({ ...headItem, date: "demain", start: "9h", place: "", zone: "?" })).toBe(true)
    expect(isEntered({ ...headItem, startOccurrence: "later" })).toBe(true)
  })

  test("has all its items, none unknown, none endless", () => {
    const { place: _, ...withoutPlace } = headItem
    expect(isEntered(withoutPlace)).toBe(false)
    expect(isEntered({ ...headItem, room: "12" })).toBe(false)
    expect(isEntered({ ...headItem, start: 9 })).toBe(false)
    expect(isEntered({ ...headItem, startOccurrence: "both" })).toBe(false)
    expect(isEntered({ ...headItem, place: "𝄞".repeat(2000) })).toBe(true)
    expect(isEntered({ ...headItem, place: "x".repeat(2001) })).toBe(false)
  })
})

describe("RDC-04 an appointment", () => {
  const isAppointment = accepts(Appointment)

  test.each([
    {},
    { date: "2026-06-31" },
    { start: "24:00" },
    { place: " " },
    { place: "x".repeat(256) },
    { zone: "Europe/Atlantis" },
    { startsAt: "2026-12-08T14:00:00+01:00" },
  ])("has right items only (%o)", (change) => {
    const isRight = Object.keys(change).length === 0
    expect(isAppointment({ ...appointment(headItem), ...change })).toBe(isRight)
  })

  test("the place has at most 255 characters, one line", () => {
    const isPlace = accepts(Place)
    expect([isPlace("é".repeat(255)), isPlace("é".repeat(256)), isPlace("a\nb")]).toStrictEqual([
      true,
      false,
      false,
    ])
  })
})

test.each([
  ["2026-certifies", true],
  ["a", true],
  ["x".repeat(64), true],
  ["x".repeat(65), false],
  ["", false],
  ["2026/certifies", false],
  ["Certifies", false],
  ["-a", false],
  ["a\n", false],
])("RDC-01 %j names a campaign: %s", (text, expected) => {
  expect(accepts(CampaignId)(text)).toBe(expected)
})

test.each([
  ["school-head", true],
  ["1-head", false],
  ["school head", false],
  ["__proto__", false],
  ["École", false],
])("RDC-01 %j names a role and a slot: %s", (text, expected) => {
  expect([accepts(RoleId)(text), accepts(SlotId)(text)]).toStrictEqual([expected, expected])
})

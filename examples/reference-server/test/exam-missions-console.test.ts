/** The messages that travel in the address to which a form leads. */
import { Instant } from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import { expect, test } from "vitest"
import { makeConsole, type Message } from "../src/exam-missions/console.ts"

const secret = "a secret of thirty-two characters"
const [reader, other] = [PersonId.make("p-1"), PersonId.make("p-2")]
const at = Instant.make("2016-12-12T13:18:38.000Z")
const told: ReadonlyArray<Message> = [
  { at, severity: "Information", text: "La période est enregistrée." },
  { at, severity: "Avertissement", text: "Elle est passée." },
]

test("UI-14 messages are read by any process of the same secret, by whoever sent the form", () => {
  const text = makeConsole(secret).keep(told, reader)
  expect(makeConsole(secret).kept(text, reader)).toEqual(told)
  expect(makeConsole(secret).kept(text, reader)).toEqual(told)
  expect(encodeURIComponent(text)).toBe(text)
})

test("UI-14 a message of somebody else, of another secret or altered is none", () => {
  const { keep, kept } = makeConsole(secret)
  const text = keep(told, reader)
  const [packed = "", signature = ""] = text.split(".")
  const others = [null, "", ".", "anything", `${packed}.`, `.${signature}`, `A${text}`, `${text}A`]
  expect(others.map((one) => kept(one, reader))).toEqual(others.map(() => []))
  expect(kept(text, other)).toEqual([])
  expect(makeConsole(`${secret}x`).kept(text, reader)).toEqual([])
})

test("UI-14 the last messages are left out where an address cannot hold them all", () => {
  const { keep, kept } = makeConsole(secret)
  const many = Array.from({ length: 2000 }, (_, index): Message => ({
    at,
    severity: "Avertissement",
    text: `Mission ${(index * 7919) % 10_007}-${(index * 104_729) % 99_991}`,
  }))
  const text = keep(many, reader)
  const shown = kept(text, reader)
  expect(text.length).toBeLessThan(4100)
  expect(shown.length).toBeGreaterThan(50)
  expect(shown).toEqual(many.slice(0, shown.length))
})

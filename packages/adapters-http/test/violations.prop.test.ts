import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { cursorFromText, cursorText } from "../src/index.ts"
import { ask, problemIn } from "./support/ask.ts"
import { sample } from "./support/sample.ts"

describe("any input", () => {
  test("as a body is read, or refused with a sentence at each place", async () => {
    const { app, logged } = sample()
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        const response = await ask(app, "/notes/n-1/weight?factor=1", {
          method: "POST",
          as: "p-1 agent",
          body,
        })
        const problem = await problemIn(response)
        expect(problem.code).toBe("request.invalid")
        const violations = problem.values["violations"] as ReadonlyArray<Record<string, string>>
        expect(violations.length).toBeGreaterThan(0)
        for (const { message } of violations)
          expect(message).not.toMatch(/undefined|object Object/u)
      }),
    )
    expect(logged).toEqual([])
  })

  test("as the query of a list never breaks it", async () => {
    const { app, logged } = sample()
    const names = fc.constantFrom("q", "sort", "limit", "after", "by", "x")
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, fc.string({ unit: "binary" }))), async (query) => {
        const asked = new URLSearchParams()
        for (const [name, value] of query) asked.append(name, value.toWellFormed())
        const path = `/notes?${asked.toString()}`
        const { status } = await ask(app, path, { as: "p-9 campaign-manager" })
        expect([200, 400]).toContain(status)
      }),
    )
    expect(logged).toEqual([])
  })

  test("as a cursor comes back the same", () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 100 })
      .filter((one) => !one.includes("\0"))
    fc.assert(
      fc.property(fc.record({ sort: text, key: text, part: text }), (cursor) => {
        const written = cursorText(cursor)
        expect(cursorFromText(written)).toEqual(written.length > 2048 ? undefined : cursor)
      }),
    )
  })
})

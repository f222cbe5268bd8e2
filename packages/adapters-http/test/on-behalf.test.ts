/** The header `On-Behalf-Of`. */
import { describe, expect, test } from "vitest"
import { ask, bodyIn, problemIn, refusalIn } from "./support/ask.ts"
import { filesApp } from "./support/files.ts"
import { sample } from "./support/sample.ts"

const sign = (
  as: string,
  onBehalfOf: string,
  { app } = filesApp(),
  key = "k-1",
): Promise<Response> =>
  ask(app, "/files/f-1/signature", {
    method: "POST",
    as,
    key,
    headers: { "on-behalf-of": onBehalfOf },
  })

describe("acting on somebody's behalf", () => {
  test.each([
    ["p-3", "p-1", "p-3 for p-1 as superior"],
    ["p-3 agent", "p-2", "p-3 for p-2 as authority"],
    ["p-3 authority", "p-1", "p-3 for p-1 as superior"],
    ["p-1 superior", "p-1", "p-1 for p-1 as superior"],
  ])("ENT-22 lets %s act for %s: %s", async (as, onBehalfOf, by) => {
    expect(await bodyIn(await sign(as, onBehalfOf))).toEqual({ by })
  })

  test.each([
    ["an unknown delegation", "p-4 superior", "p-1", "403 delegation.unknown"],
    ["days that are over", "p-3", "p-9", "403 delegation.not-in-force"],
    ["somebody who has no part in the file", "p-3", "p-8", "403 actor.not-allowed"],
  ])("ENT-22 refuses %s", async (_, as, onBehalfOf, refusal) => {
    const running = filesApp()
    expect(await refusalIn(await sign(as, onBehalfOf, running))).toBe(refusal)
    expect(running.signed).toEqual([])
  })

  test("never makes of a header a capacity that is not delegated", async () => {
    expect(await refusalIn(await sign("p-2 agent", "p-2"))).toBe("403 actor.not-allowed")
    expect(await refusalIn(await sign("p-5 agent", "p-2"))).toBe("403 delegation.unknown")
  })

  test.each(["", "p 1", "p-1, p-2", "15E0012345ABC", "é", "x".repeat(65)])(
    "refuses what is no id of a person: %j",
    async (given) => {
      const problem = await problemIn(await sign("p-3", given))
      expect(problem.code).toBe("request.invalid")
      expect(problem.values["violations"]).toMatchObject([
        { in: "header", pointer: "/on-behalf-of" },
      ])
    },
  )

  test("is refused by a route that does not know it, before anything is called", async () => {
    const { app, calls } = sample()
    const headers = { "on-behalf-of": "p-2" }
    for (const path of ["/notes/n-1", "/notes"]) {
      const problem = await problemIn(await ask(app, path, { as: "p-1 evaluator", headers }))
      expect([problem.status, problem.code]).toEqual([403, "delegation.not-admitted"])
    }
    expect(calls.count).toBe(0)
  })

  test("asks who it is first", async () => {
    const headers = { "on-behalf-of": "p 2" }
    expect(await refusalIn(await ask(sample().app, "/notes", { headers }))).toBe(
      "401 session.required",
    )
  })

  test("is among the headers on which answers depend, where it is known", async () => {
    expect((await sign("p-3", "p-1")).headers.get("vary")).toBe(
      "x-test-as, On-Behalf-Of, Accept-Language",
    )
  })

  test("is part of who a key belongs to", async () => {
    const running = filesApp()
    await sign("p-3", "p-1", running)
    const again = await sign("p-3", "p-1", running)
    const other = await sign("p-3", "p-2", running)
    expect(again.headers.get("idempotency-replayed")).toBe("true")
    expect(await bodyIn(other)).toEqual({ by: "p-3 for p-2 as authority" })
    expect(running.signed).toHaveLength(2)
  })
})

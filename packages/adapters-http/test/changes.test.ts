import { describe, expect, test } from "vitest"
import { ask, type Asking, problemIn, refusalIn } from "./support/ask.ts"
import { sample } from "./support/sample.ts"

const body = { title: "Note", day: "2026-06-18" }
const change: Asking = { method: "PUT", as: "p-2 evaluator", key: "k-1", seen: 3, body }
const add: Asking = { method: "POST", as: "p-1 agent", key: "k-1", body }

describe("If-Match", () => {
  test("is asked for", async () => {
    const { app, calls } = sample()
    const { seen, ...unseen } = change
    expect(await refusalIn(await ask(app, "/notes/n-1", unseen))).toBe("428 precondition.required")
    expect(calls.count).toBe(0)
  })

  test("lets a change through and the new version is told", async () => {
    const { app, notes } = sample()
    const response = await ask(app, "/notes/n-1", change)
    expect([response.status, response.headers.get("etag")]).toEqual([204, '"v4"'])
    expect(notes.get("n-1")).toEqual({ note: { ...body, by: "p-2" }, version: 4 })
  })

  test("takes the tag that a compressing proxy made weak", async () => {
    const headers = { "if-match": 'W/"v3"' }
    const { seen, ...asking } = change
    expect((await ask(sample().app, "/notes/n-1", { ...asking, headers })).status).toBe(204)
  })

  test("of a stale version is answered with the current one", async () => {
    const response = await ask(sample().app, "/notes/n-1", { ...change, seen: 2 })
    expect(response.headers.get("etag")).toBe('"v3"')
    expect(await response.json()).toMatchObject({
      status: 412,
      code: "conflict.stale-version",
      values: { seen: 2, current: 3 },
    })
  })
})

describe("Idempotency-Key", () => {
  test("is asked for, on what is new as well", async () => {
    const { app, calls } = sample()
    for (const [path, { key, ...keyless }] of [
      ["/notes/n-1", change],
      ["/notes/n-2", add],
    ] as const) {
      expect(await refusalIn(await ask(app, path, keyless))).toBe("400 idempotency.key-required")
    }
    expect(calls.count).toBe(0)
  })

  test("is not asked for by a route that writes nothing", async () => {
    const response = await ask(sample().app, "/notes/n-1/weight?factor=1", {
      method: "POST",
      as: "p-1 agent",
      body,
    })
    expect(response.status).toBe(200)
  })

  test("makes a repeated request act once and gives the same answer", async () => {
    const { app, calls } = sample()
    const first = await ask(app, "/notes/n-2", add)
    const again = await ask(app, "/notes/n-2", { ...add, headers: { "idempotency-key": '"k-1"' } })
    expect([first.status, again.status, calls.count]).toEqual([201, 201, 1])
    expect(await again.text()).toBe(await first.text())
    expect(again.headers.get("location")).toBe("n-2")
    expect(again.headers.get("etag")).toBe('"v1"')
    expect(again.headers.get("idempotency-replayed")).toBe("true")
    expect(first.headers.has("idempotency-replayed")).toBe(false)
  })

  test("is recognised by every server behind one address, whatever its own name", async () => {
    const { app, calls } = sample()
    await ask(app, "http://server-1:8080/notes/n-2", add)
    const again = await ask(app, "https://rdc.example/notes/n-2", add)
    expect([again.headers.get("idempotency-replayed"), calls.count]).toEqual(["true", 1])
  })

  test("repeats an answer without a body", async () => {
    const { app, calls } = sample()
    await ask(app, "/notes/n-1", change)
    const again = await ask(app, "/notes/n-1", change)
    expect([again.status, again.headers.get("etag"), calls.count]).toEqual([204, '"v4"', 1])
  })

  test.each<[string, string, Asking]>([
    ["another body", "/notes/n-2", { ...add, body: { ...body, title: "Other" } }],
    ["another address", "/notes/n-3", add],
  ])("under which %s comes is refused", async (_, path, second) => {
    const { app, calls } = sample()
    await ask(app, "/notes/n-2", add)
    expect(await refusalIn(await ask(app, path, second))).toBe("422 idempotency.other-request")
    expect(calls.count).toBe(1)
  })

  test("of one person says nothing to another", async () => {
    const { app } = sample()
    await ask(app, "/notes/n-2", add)
    expect((await ask(app, "/notes/n-3", { ...add, as: "p-4 agent" })).status).toBe(201)
  })

  test("is free again after a refusal", async () => {
    const { app } = sample()
    const refused = await ask(app, "/notes/n-1", { ...change, seen: 2 })
    expect(refused.status).toBe(412)
    expect((await ask(app, "/notes/n-1", change)).status).toBe(204)
  })

  test.each(["lost", "defect"])(
    "stays taken for a minute when nobody knows what was written (%s)",
    async (title) => {
      const { app, clock } = sample()
      const asking = { ...change, body: { ...body, title } }
      const failed = (await ask(app, "/notes/n-1", asking)).status
      expect(failed).toBeGreaterThanOrEqual(500)
      const soon = await ask(app, "/notes/n-1", asking)
      expect(soon.headers.get("retry-after")).toBe("1")
      expect(await refusalIn(soon)).toBe("409 idempotency.in-progress")
      clock.millis += 60_000
      expect((await ask(app, "/notes/n-1", asking)).status).toBe(failed)
    },
  )
})

describe("violations", () => {
  test("are all told at once, each with its place and a sentence", async () => {
    const { app } = sample()
    const problem = await problemIn(
      await ask(app, "/notes/n-1/weight?factor=z&unit=mg", {
        method: "POST",
        as: "p-1 agent",
        body: {
          title: "x".repeat(41),
          day: "2026-06-31",
          weight: 1.5,
          kind: "soft",
          extra: 1,
          links: [{ _tag: "web", url: 4 }, { _tag: "fax" }],
        },
      }),
    )
    expect(problem.detail).toBe("La demande comporte 9 erreurs.")
    const violations = problem.values["violations"] as ReadonlyArray<Record<string, string>>
    expect(violations.map((one) => `${one["in"]} ${one["pointer"]} ${one["message"]}`)).toEqual([
      "query /factor doit être un nombre",
      "query /unit/0 doit être l'une des valeurs g, kg",
      "body /extra champ inconnu",
      "body /title de 1 à 40 caractères",
      "body /day doit être une date AAAA-MM-JJ qui existe",
      "body /weight doit être un nombre entier",
      "body /kind doit être l'une des valeurs plain, urgent",
      "body /links/0/url doit être un texte",
      "body /links/1/_tag doit être l'une des valeurs web, note",
    ])
  })

  test.each([
    [{ day: "2026-06-17" }, "/title champ obligatoire"],
    [{ title: "a\nb", day: "2026-06-17" }, "/title contient un caractère interdit"],
    [{ title: " ", day: "2026-06-17" }, "/title ne peut pas être vide"],
    [{ title: "a", day: "17/06/2026" }, "/day doit être une date AAAA-MM-JJ qui existe"],
    [{ title: "a", day: 5 }, "/day doit être un texte"],
    [{ title: "a", day: "2026-06-17", weight: 12 }, "/weight de 1 à 9"],
    [{ title: "a", day: "2026-06-17", links: {} }, "/links doit être une liste"],
    [[], " doit être un objet"],
  ])("of %j: %s", async (sent, expected) => {
    const problem = await problemIn(
      await ask(sample().app, "/notes/n-1", { ...change, body: sent }),
    )
    const violations = problem.values["violations"] as ReadonlyArray<Record<string, string>>
    expect(violations.map((one) => `${one["pointer"]} ${one["message"]}`)).toEqual([expected])
  })
})

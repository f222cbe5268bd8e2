import { describe, expect, test } from "vitest"
import { ask, bodyIn, problemIn, refusalIn } from "./support/ask.ts"
import { sample } from "./support/sample.ts"

const reader = "p-1 agent"
const manager = "p-9 campaign-manager"

describe("reading", () => {
  test("gives JSON with the version as a strong tag and all secure headers", async () => {
    const response = await ask(sample().app, "/notes/n-1", { as: reader })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ title: "Été", day: "2026-06-17", by: "p-1" })
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "content-type": "application/json",
      "cross-origin-resource-policy": "same-origin",
      etag: '"v3"',
      "referrer-policy": "no-referrer",
      "strict-transport-security": "max-age=31536000",
      vary: "x-test-as, Accept-Language",
      "x-content-type-options": "nosniff",
      "x-request-id": expect.stringMatching(/^[\da-f-]{36}$/u),
    })
  })

  test.each(["p-1 agent", "p-2 evaluator"])(
    "is never cached, nor answered by a tag alone: what %s sees is his own",
    async (as) => {
      const headers = { "if-none-match": '"v3"' }
      const response = await ask(sample().app, "/notes/n-1", { as, headers })
      expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"])
      expect(await response.json()).toMatchObject({ title: "Été" })
    },
  )

  test("answers HEAD like GET, without the body", async () => {
    const response = await ask(sample().app, "/notes/n-1", { as: reader, method: "HEAD" })
    expect([response.status, response.headers.get("etag")]).toEqual([200, '"v3"'])
    expect(await response.text()).toBe("")
  })

  test("keeps a sound request id and replaces another one", async () => {
    const { app } = sample()
    const given = async (id: string) =>
      (await ask(app, "/notes/n-1", { as: reader, headers: { "x-request-id": id } })).headers.get(
        "x-request-id",
      )
    expect(await given("proxy-17")).toBe("proxy-17")
    expect(await given("a b")).not.toBe("a b")
  })

  test("UI-27 gives a file with its media type and its name", async () => {
    const response = await ask(sample().app, "/notes/n-1/file", { as: reader })
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8")
    expect(response.headers.get("content-disposition")).toBe(
      "attachment; filename=\"E_te_n-1.ics\"; filename*=UTF-8''%C3%89t%C3%A9%20n-1.ics",
    )
    expect(await response.text()).toBe("Été")
  })

  test("takes a fixed path before a parameter, whatever their order", async () => {
    const response = await ask(sample().app, "/notes/latest", { as: manager })
    expect(await response.json()).toEqual({ at: "2026-06-17T10:00:00.000Z" })
  })

  test("reads typed and repeated parameters", async () => {
    const response = await ask(sample().app, "/notes/n-1/weight?factor=2.5&unit=g&unit=kg", {
      as: reader,
      method: "POST",
      body: { title: "Note", day: "2026-06-17", weight: 2 },
    })
    expect(await response.json()).toEqual({ weight: 5, units: ["g", "kg"] })
  })
})

interface NotesPage {
  readonly count: number
  readonly rows: ReadonlyArray<{ readonly row: { readonly title: string } }>
  readonly next?: string
}

describe("lists", () => {
  const filled = () => {
    const running = sample()
    const first = running.notes.get("n-1")
    if (first !== undefined) {
      for (const n of [2, 3, 4, 5]) {
        running.notes.set(`n-${n}`, { ...first, note: { ...first.note, title: `Note ${n}` } })
      }
    }
    return running.app
  }

  test("UI-16 UI-20 follow the links from the first line to the last, none left out", async () => {
    const app = filled()
    const seen: Array<string> = []
    let address: string | undefined = "/notes?sort=-title&limit=2"
    while (address !== undefined) {
      const response: Response = await ask(app, address, { as: manager })
      const body = await bodyIn<NotesPage>(response)
      expect(body.count).toBe(5)
      seen.push(...body.rows.map(({ row }) => row.title))
      const link: string | undefined = /^<(\?.*)>; rel="next"$/u.exec(
        response.headers.get("link") ?? "",
      )?.[1]
      expect(link?.includes(`after=${body.next}`)).toBe(body.next === undefined ? undefined : true)
      address = link === undefined ? undefined : `/notes${link}`
    }
    expect(seen).toEqual(["Été", "Note 5", "Note 4", "Note 3", "Note 2"])
  })

  test("UI-18 UI-21 search by keyword and filter by name", async () => {
    const app = filled()
    const count = async (query: string) =>
      (await bodyIn<NotesPage>(await ask(app, `/notes?${query}`, { as: manager }))).count
    expect(await count("q=NOTE")).toBe(4)
    expect(await count("q=ete")).toBe(1)
    expect(await count("q=note&by=p-2")).toBe(0)
    expect(await count("by=p-1")).toBe(5)
    expect(await count("by=p-2&by=p-1")).toBe(5)
    expect(await count("by=p-2")).toBe(0)
  })

  test("UI-23 refuse a column that the list does not have, with those it has", async () => {
    const problem = await problemIn(await ask(filled(), "/notes?sort=size", { as: manager }))
    expect(problem).toMatchObject({
      status: 400,
      code: "list.unknown-sort-key",
      detail: "La liste ne se trie pas sur « size », mais sur title, day.",
      requirements: ["UI-23"],
      values: { key: "size", known: ["title", "day"] },
    })
  })
})

describe("problems", () => {
  test("carry the sentence, the grounds and the values, in French by default", async () => {
    const { app } = sample()
    const headers = { "x-request-id": "r-1" }
    const response = await ask(app, "/notes/n-7", { as: reader, headers })
    expect(response.headers.get("content-type")).toBe("application/problem+json")
    expect(await response.json()).toEqual({
      type: "urn:problem-type:convoque:note.unknown",
      title: "Introuvable",
      status: 404,
      detail: "La note n-7 n'existe pas.",
      instance: "r-1",
      code: "note.unknown",
      requirements: ["NOTE-01"],
      values: { note: "n-7" },
    })
  })

  test("show a legal source that stands in the refusal", async () => {
    const response = await ask(sample().app, "/notes/n-1", {
      method: "PUT",
      as: "p-2 evaluator",
      key: "k-1",
      seen: 3,
      body: { title: "close", day: "2026-06-17" },
    })
    expect(await response.json()).toMatchObject({
      code: "note.closed",
      legalSource: "Arrêté du 5 mai 2017, art. 2",
      values: { since: "2026-06-17" },
    })
  })

  test("are in English for who prefers it", async () => {
    const headers = { "accept-language": "en-GB, fr;q=0.5" }
    const problem = await problemIn(await ask(sample().app, "/notes/n-7", { as: reader, headers }))
    expect([problem.title, problem.detail]).toEqual(["Not found", "There is no note n-7."])
  })

  test("name an unknown address and the methods of a known one", async () => {
    const { app } = sample()
    expect(await refusalIn(await ask(app, "/nothing"))).toBe("404 not-found")
    const response = await ask(app, "/notes/n-1", { method: "DELETE" })
    expect(response.headers.get("allow")).toBe("GET, POST, PUT")
    expect(await refusalIn(response)).toBe("405 method-not-allowed")
  })

  test("tell nothing of a defect, which is logged with the request id", async () => {
    const { app, logged } = sample()
    const response = await ask(app, "/notes/n-1", {
      method: "PUT",
      as: "p-2 evaluator",
      key: "k-1",
      seen: 3,
      body: { title: "defect", day: "2026-06-17" },
      headers: { "x-request-id": "r-9" },
    })
    const text = await response.text()
    expect([response.status, text.includes("secret")]).toEqual([500, false])
    expect(JSON.parse(text)).toMatchObject({ code: "internal", instance: "r-9", values: {} })
    expect(logged).toEqual([
      {
        requestId: "r-9",
        method: "PUT",
        path: "/notes/:note",
        reason: expect.stringContaining("secret detail"),
      },
    ])
  })

  test("hide why the storage failed, and log it", async () => {
    const { app, logged } = sample()
    const response = await ask(app, "/notes/n-1", {
      method: "PUT",
      as: "p-2 evaluator",
      key: "k-1",
      seen: 3,
      body: { title: "lost", day: "2026-06-17" },
    })
    expect(response.headers.get("retry-after")).toBe("1")
    expect(await response.json()).toMatchObject({
      status: 503,
      code: "StorageUnavailable",
      values: { safeToRetry: false },
    })
    expect(logged[0]?.reason).toBe("StorageUnavailable: socket hang up")
  })
})

describe("mounting", () => {
  test("answers under a prefix, with its own problems there", async () => {
    const { app } = sample({ basePath: "/api" })
    expect((await ask(app, "/api/notes/n-1", { as: reader })).status).toBe(200)
    expect(await refusalIn(await ask(app, "/api/notes/n-1", { method: "DELETE" }))).toBe(
      "405 method-not-allowed",
    )
    expect(await refusalIn(await ask(app, "/notes/n-1", { as: reader }))).toBe("404 not-found")
    expect(await (await ask(app, "/api/docs")).text()).toContain("/api/openapi.json")
  })
})

import { Hono } from "hono"
import { describe, expect, test } from "vitest"
import { ask, refusalIn } from "./support/ask.ts"
import { sample } from "./support/sample.ts"

describe("mounting into another server", () => {
  const server = new Hono()
  const { app } = sample({ basePath: "/api", rateLimit: { requests: 9, windowSeconds: 60 } })
  server.get("/", (c) => c.text("portal"))
  server.all("/api/*", (c) => app.fetch(c.req.raw, c.env))

  test("leaves the other addresses to the server", async () => {
    expect(await (await ask(server, "/")).text()).toBe("portal")
  })

  test("answers below its prefix, problems included", async () => {
    const as = "p-1 agent"
    expect((await ask(server, "/api/notes/n-1", { as })).status).toBe(200)
    expect(await refusalIn(await ask(server, "/api/nothing", { as }))).toBe("404 not-found")
    expect(await refusalIn(await ask(server, "/api/notes/n-1", { method: "DELETE" }))).toBe(
      "405 method-not-allowed",
    )
  })

  test("takes a body", async () => {
    const response = await ask(server, "/api/notes/n-2", {
      method: "POST",
      as: "p-1 agent",
      key: "k-1",
      body: { title: "Note", day: "2026-06-17" },
    })
    expect([response.status, response.headers.get("location")]).toEqual([201, "n-2"])
  })
})

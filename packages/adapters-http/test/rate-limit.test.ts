import { Hono } from "hono"
import { describe, expect, test } from "vitest"
import { clientAddress } from "../src/index.ts"
import { ask, refusalIn } from "./support/ask.ts"
import { sample } from "./support/sample.ts"

describe("the rate limit", () => {
  test("counts each person apart, even behind one address", async () => {
    const { app } = sample({ rateLimit: { requests: 2, windowSeconds: 60 } })
    const statusFor = async (as: string) => (await ask(app, "/notes/n-1", { as })).status
    expect([
      await statusFor("p-1 agent"),
      await statusFor("p-1 agent"),
      await statusFor("p-1 agent"),
      await statusFor("p-2 agent"),
    ]).toEqual([200, 200, 429, 200])
  })

  test("counts the unknown by address and tells when to come back", async () => {
    const { app } = sample({
      rateLimit: { requests: 1, windowSeconds: 60, trustedProxies: 1 },
    })
    const from = (address: string) =>
      ask(app, "/notes/n-1", { headers: { "x-forwarded-for": `6.6.6.6, ${address}` } })
    expect(await refusalIn(await from("1.1.1.1"))).toBe("401 session.required")
    const limited = await from("1.1.1.1")
    expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(await refusalIn(limited)).toBe("429 rate-limit.exceeded")
    expect((await from("2.2.2.2")).status).toBe(401)
  })

  test.each([
    [0, "9.9.9.9", "10.0.0.1"],
    [1, "6.6.6.6, 1.1.1.1", "1.1.1.1"],
    [2, "6.6.6.6, 1.1.1.1, 10.0.0.2", "1.1.1.1"],
    [3, "1.1.1.1", "1.1.1.1"],
  ])("with %d proxies reads %s as %s", async (proxies, forwarded, address) => {
    const app = new Hono().get("/", (c) => c.text(clientAddress(c, proxies)))
    const environment = { incoming: { socket: { remoteAddress: "10.0.0.1" } } }
    const headers = { "x-forwarded-for": forwarded }
    const response = await app.request("/", { headers }, environment)
    expect(await response.text()).toBe(address)
  })
})

import { instantFromMillis } from "@convoque/core/kernel/calendar"
import { Capacity, PersonId, TenantId } from "@convoque/core/kernel/identity"
import { Sessions } from "@convoque/core/kernel/ports"
import { layerSessionsMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { describe, expect, test } from "vitest"
import { cookieSessions } from "../../src/index.ts"
import { ask, refusalIn } from "../support/ask.ts"
import { instantOf, noon, sample } from "../support/sample.ts"

const secret = "a-secret-of-at-least-32-characters"
const origin = "https://rdc.example"
const identity = {
  tenant: TenantId.make("lyon"),
  person: PersonId.make("p-1"),
  capacities: [Capacity.make("agent")],
}
const minute = 60_000

const millisIn = (elapsed: string): number => {
  const [minutes = 0, seconds = 0] = elapsed.split(":").map(Number)
  return minutes * minute + seconds * 1000
}
const note = { title: "Note", day: "2026-06-17" }

const signedIn = async () => {
  const sessions = cookieSessions({ secrets: [secret], origins: [origin] })
  const running = sample({ authentication: sessions })
  const setCookie = await running.run(sessions.open(identity, instantOf(running)))
  const cookie = setCookie.split(";")[0] ?? ""
  const read = (sent: string) => ask(running.app, "/notes/n-1", { headers: { cookie: sent } })
  return { ...running, sessions, setCookie, cookie, read }
}

describe("cookie sessions", () => {
  test("set a cookie that pages cannot read and other hosts cannot set", async () => {
    const { setCookie } = await signedIn()
    expect(setCookie).toMatch(
      /^__Host-session=[\w-]{43}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/u,
    )
  })

  test("have a plain name on http", async () => {
    const sessions = cookieSessions({ secrets: [secret], origins: [], secure: false })
    const running = sample({ authentication: sessions })
    const setCookie = await running.run(sessions.open(identity, instantOf(running)))
    expect(setCookie).toMatch(/^session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/u)
  })

  test("let the person in, among other cookies", async () => {
    const { cookie, read } = await signedIn()
    expect((await read(`a=b; ${cookie}; __Host-session2=x`)).status).toBe(200)
  })

  test.each([
    ["no cookie", () => ""],
    ["another signature", (cookie: string) => cookie.slice(0, -3) + "abc"],
    ["another id", (cookie: string) => cookie.replace(/=.../u, "=abc")],
    ["no signature", (cookie: string) => cookie.split(".")[0] ?? ""],
    ["an empty value", () => "__Host-session="],
    ["a plain name", (cookie: string) => cookie.replace("__Host-", "")],
  ])("with %s leave the person out", async (_, changed) => {
    const { cookie, read } = await signedIn()
    expect(await refusalIn(await read(changed(cookie)))).toBe("401 session.required")
  })

  test.each([
    ["24:59", 200],
    ["25:00", 200],
    ["29:59", 200],
    ["30:00", 200],
    ["30:01", 401],
  ])("UI-04 %s after the last request are answered %d", async (elapsed, status) => {
    for (const last of ["the sign-in", "a request"]) {
      const { cookie, read, clock } = await signedIn()
      clock.millis += 17 * minute + 400
      if (last === "a request") await read(cookie)
      else clock.millis -= 17 * minute + 400
      clock.millis += millisIn(elapsed)
      expect([last, (await read(cookie)).status]).toEqual([last, status])
    }
  })

  test("UI-04 never end before 30 minutes, whatever requests came in one second", async () => {
    const { cookie, read, clock } = await signedIn()
    for (const pause of [300, 300, 390]) {
      clock.millis += pause
      await read(cookie)
    }
    clock.millis += 30 * minute - 1
    expect((await read(cookie)).status).toBe(200)
  })

  test("UI-04 that have ended are told so, with the challenge", async () => {
    const { cookie, read, clock } = await signedIn()
    clock.millis += 31 * minute
    const response = await read(cookie)
    expect(response.headers.get("www-authenticate")).toBe("Bearer")
    expect(await refusalIn(response)).toBe("401 session.expired")
  })

  test("UI-04 begin 30 minutes anew at each request", async () => {
    const { cookie, read, clock } = await signedIn()
    for (const pause of [25, 29, 1, 29]) {
      clock.millis += pause * minute
      expect((await read(cookie)).status).toBe(200)
    }
    clock.millis += 31 * minute
    expect((await read(cookie)).status).toBe(401)
  })

  test("UI-04 are written once a second at most", async () => {
    const clock = { millis: noon }
    const extended: Array<string> = []
    const sessions = cookieSessions({ secrets: [secret], origins: [origin] })
    const counting = Layer.effect(
      Sessions,
      Effect.map(Sessions, (store) =>
        Sessions.of({
          ...store,
          extend: (id, end) => {
            extended.push(end)
            return store.extend(id, end)
          },
        }),
      ),
    ).pipe(Layer.provide(layerSessionsMemory))
    const runtime = ManagedRuntime.make(counting)
    const at = () => instantFromMillis(clock.millis)
    const cookie = (await runtime.runPromise(sessions.open(identity, at()))).split(";")[0] ?? ""
    const request = new Request(`${origin}/notes/n-1`, { headers: { cookie } })
    for (let calls = 0; calls < 100; calls++) {
      clock.millis += 100
      await runtime.runPromise(sessions.identify(request, at()))
    }
    expect(extended.length).toBeLessThanOrEqual(10)
    expect(extended.length).toBeGreaterThanOrEqual(9)
    await runtime.dispose()
  })

  test("UI-06 end at once when the person quits", async () => {
    const { cookie, read, run, sessions } = await signedIn()
    expect((await read(cookie)).status).toBe(200)
    const request = new Request("https://rdc.example/session", { headers: { cookie } })
    expect(await run(sessions.close(request))).toMatch(/^__Host-session=; .*Max-Age=0$/u)
    expect(await refusalIn(await read(cookie))).toBe("401 session.expired")
  })

  test("outlive the replacement of the secret, and no longer", async () => {
    const { cookie } = await signedIn()
    const isKnown = async (secrets: readonly [string, ...Array<string>]) => {
      const sessions = cookieSessions({ secrets, origins: [] })
      const { app } = sample({ authentication: sessions })
      return (await refusalIn(await ask(app, "/notes/n-1", { headers: { cookie } }))).slice(4)
    }
    // The session itself is not known to this other memory, which is asked only if it is signed.
    expect(await isKnown(["another-secret-of-32-characters---", secret])).toBe("session.expired")
    expect(await isKnown(["another-secret-of-32-characters---"])).toBe("session.required")
  })
})

describe("the origin of an unsafe request with a cookie", () => {
  const send = async (headers: Record<string, string>) => {
    const { app, cookie, calls } = await signedIn()
    const response = await ask(app, "/notes/n-2", {
      method: "POST",
      key: "k-1",
      body: note,
      headers: { cookie, ...headers },
    })
    return { response, calls }
  }

  test.each<[string, Record<string, string>]>([
    ["its own", { origin }],
    ["its own, told by the browser only", { "sec-fetch-site": "same-origin" }],
    ["its own, hidden by its referrer policy", { origin: "null", "sec-fetch-site": "same-origin" }],
  ])("is %s: taken", async (_, headers) => {
    expect((await send(headers)).response.status).toBe(201)
  })

  test.each<[string, Record<string, string>]>([
    ["another site", { origin: "https://evil.example" }],
    ["a sub-domain", { origin: "https://x.rdc.example" }],
    ["http", { origin: "http://rdc.example" }],
    ["hidden", { origin: "null" }],
    ["hidden by another site", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["not told", {}],
    ["another site of the same domain", { "sec-fetch-site": "same-site" }],
    [
      "foreign, whatever else is told",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    ],
  ])("is %s: refused", async (_, headers) => {
    const { response, calls } = await send(headers)
    expect(await refusalIn(response)).toBe("403 origin.foreign")
    expect(calls.count).toBe(0)
  })
})

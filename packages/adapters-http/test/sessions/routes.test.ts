import { millisOf } from "@convoque/core/kernel/calendar"
import type { Instant } from "@convoque/core/kernel/calendar"
import { TenantId } from "@convoque/core/kernel/identity"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { httpCatalogue, kernelFormats } from "../../src/index.ts"
import { bodyIn, problemIn, refusalIn } from "../support/ask.ts"
import { cookieOf, identityOf, openSessions, schools } from "../support/session-office.ts"

const minute = 60_000
const lyon = TenantId.make("lyon")

interface State {
  readonly _tag: string
  readonly now: Instant
  readonly warnsAt: Instant
  readonly expiresAt: Instant
}

const signedIn = async (identity = identityOf("head-1")) => {
  const office = openSessions()
  const [one, other] = office.servers
  const cookie = cookieOf(await one.open(identity))
  const state = async () => bodyIn<State>(await one.call("GET", "/session", cookie))
  return { ...office, one, other, cookie, state }
}

describe("the state of a session", () => {
  test("UI-03 UI-04 tells who is signed in, for which school, and the moments, no secret", async () => {
    const { one, cookie } = await signedIn()
    const text = await (await one.call("GET", "/session", cookie)).text()
    expect(JSON.parse(text)).toEqual({
      _tag: "session",
      tenant: "toulouse",
      person: "head-1",
      capacities: ["school-head"],
      school: schools.one,
      now: "2026-06-17T10:00:00.000Z",
      openedAt: "2026-06-17T10:00:00.000Z",
      warnsAt: "2026-06-17T10:25:01.000Z",
      expiresAt: "2026-06-17T10:30:01.000Z",
    })
    expect(text).not.toContain(cookie.split(/[=.]/u)[1])
  })

  test.each([
    ["24:59", false],
    ["25:00", false],
    ["25:01", true],
    ["29:59", true],
    ["30:00", true],
  ])("UI-05 at %s of inactivity the warning is due: %s", async (elapsed, isDue) => {
    const { clock, state } = await signedIn()
    const [minutes = 0, seconds = 0] = elapsed.split(":").map(Number)
    clock.millis += minutes * minute + seconds * 1000
    const { now, warnsAt, expiresAt } = await state()
    expect(now >= warnsAt).toBe(isDue)
    expect(millisOf(expiresAt) - millisOf(warnsAt)).toBe(5 * minute)
  })

  test("UI-04 is read as often as one likes without prolonging it", async () => {
    const { one, cookie, clock, state } = await signedIn()
    const { expiresAt } = await state()
    for (let reads = 0; reads < 30; reads++) {
      clock.millis += minute
      expect((await state()).expiresAt).toBe(expiresAt)
    }
    clock.millis += 1000
    expect(await refusalIn(await one.call("GET", "/session", cookie))).toBe("401 session.expired")
  })

  test("UI-05 an extension begins the 30 minutes anew, also in the last second", async () => {
    const { one, other, cookie, clock, state } = await signedIn()
    clock.millis += 30 * minute
    const extended = await bodyIn<State>(await other.call("POST", "/session/extension", cookie))
    expect(extended).toMatchObject({
      _tag: "session",
      now: "2026-06-17T10:30:00.000Z",
      warnsAt: "2026-06-17T10:55:01.000Z",
      expiresAt: "2026-06-17T11:00:01.000Z",
    })
    clock.millis += 29 * minute
    expect((await state()).expiresAt).toBe(extended.expiresAt)
    clock.millis += minute + 1000
    const late = await one.call("POST", "/session/extension", cookie)
    expect(await refusalIn(late)).toBe("401 session.expired")
  })
})

describe("quitting", () => {
  test("UI-06 ends the session at once on every server and takes the cookie away", async () => {
    const { one, other, cookie } = await signedIn()
    const answer = await other.call("DELETE", "/session", cookie)
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([
      204,
      "__Host-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
    ])
    for (const [method, path] of [
      ["GET", "/session"],
      ["POST", "/session/extension"],
      ["DELETE", "/session"],
    ] as const) {
      expect(await refusalIn(await one.call(method, path, cookie))).toBe("401 session.expired")
    }
  })

  test("UI-03 UI-06 frees the seat of the school", async () => {
    const { one, other, cookie } = await signedIn()
    await one.call("DELETE", "/session", cookie)
    expect(typeof (await other.open(identityOf("deputy-1")))).toBe("string")
  })
})

describe("one connection for a school", () => {
  test("UI-03 refuses a second one, by whom and on which server so ever, with its end", async () => {
    const { one, other, cookie, clock } = await signedIn()
    const refusal = {
      _tag: "session.already-open",
      school: schools.one,
      expiresAt: "2026-06-17T10:30:01.000Z",
    }
    expect(await other.open(identityOf("deputy-1"))).toEqual(refusal)
    expect(await one.open(identityOf("head-1"))).toEqual(refusal)
    clock.millis += 20 * minute
    await one.call("POST", "/session/extension", cookie)
    expect(await other.open(identityOf("deputy-1"))).toEqual({
      ...refusal,
      expiresAt: "2026-06-17T10:50:01.000Z",
    })
  })

  test("UI-03 lets other schools in, other academies, and people without a school", async () => {
    const { other } = await signedIn()
    for (const identity of [
      identityOf("head-2", "school-head", { school: schools.other }),
      { ...identityOf("head-3"), tenant: lyon },
      identityOf("agent-1", "agent"),
      identityOf("agent-1", "agent"),
    ]) {
      expect(typeof (await other.open(identity))).toBe("string")
    }
  })

  test("UI-03 UI-04 an expired connection gives way at once, and does not come back", async () => {
    const { one, other, cookie, clock } = await signedIn()
    clock.millis += 30 * minute
    expect(await other.open(identityOf("deputy-1"))).toMatchObject({ _tag: "session.already-open" })
    clock.millis += 1000
    const next = cookieOf(await other.open(identityOf("deputy-1")))
    expect(await refusalIn(await one.call("GET", "/session", cookie))).toBe("401 session.expired")
    expect((await one.call("GET", "/session", next)).status).toBe(200)
  })

  test("UI-03 of twenty at once on two servers one is let in", async () => {
    const { servers } = openSessions()
    const opened = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        servers[index % 2 === 0 ? 0 : 1].open(identityOf(`head-${index}`)),
      ),
    )
    expect(opened.filter((one) => typeof one === "string")).toHaveLength(1)
  })

  test("UI-03 the refusal asks in both languages to come at another time", () => {
    const entry = httpCatalogue(kernelFormats)["session.already-open"]
    const refusal = {
      _tag: "session.already-open",
      school: schools.one,
      expiresAt: "2026-06-17T10:30:01.000Z" as Instant,
    } as const
    expect([entry.status, entry.grounds.requirements]).toEqual([409, ["UI-03"]])
    expect(entry.sentence.fr(refusal)).toBe(
      "Une connexion est déjà ouverte pour l'établissement 0310001H ; connectez-vous à un autre moment.",
    )
    expect(entry.sentence.en(refusal)).toContain("0310001H; sign in at another time.")
    expect(entry.headers?.(refusal)).toEqual({ "retry-after": "Wed, 17 Jun 2026 10:30:01 GMT" })
  })
})

describe("the administrator", () => {
  const administered = async () => {
    const known = await signedIn()
    const administrator = cookieOf(await known.one.open(identityOf("adm", "administrator")))
    return { ...known, administrator }
  }

  test("UI-03 sees the connections of schools, not their holders nor their ids", async () => {
    const { one, administrator, clock, now } = await administered()
    clock.millis += 5 * minute
    await one.open(identityOf("head-2", "school-head", { school: schools.other }))
    const answer = await one.call("GET", "/sessions", administrator)
    expect(await answer.json()).toEqual({
      now: now(),
      schools: [
        {
          school: schools.one,
          openedAt: "2026-06-17T10:00:00.000Z",
          expiresAt: "2026-06-17T10:30:01.000Z",
        },
        {
          school: schools.other,
          openedAt: "2026-06-17T10:05:00.000Z",
          expiresAt: "2026-06-17T10:35:01.000Z",
        },
      ],
    })
    clock.millis += 26 * minute
    const later = await bodyIn<{ schools: ReadonlyArray<{ school: string }> }>(
      await one.call("GET", "/sessions", administrator),
    )
    expect(later.schools.map(({ school }) => school)).toEqual([schools.other])
  })

  test("UI-03 releases a seat: its holder is out at the next request, another may come", async () => {
    const { one, other, cookie, administrator } = await administered()
    const released = await other.call("DELETE", `/sessions/${schools.one}`, administrator)
    expect(released.status).toBe(204)
    expect(await refusalIn(await one.call("GET", "/session", cookie))).toBe("401 session.expired")
    const again = await other.call("DELETE", `/sessions/${schools.one}`, administrator)
    expect(await problemIn(again)).toMatchObject({
      status: 404,
      code: "session.not-open",
      requirements: ["UI-03"],
      detail: "Aucune connexion n'est ouverte pour l'établissement 0310001H.",
    })
    expect(typeof (await one.open(identityOf("deputy-1")))).toBe("string")
  })

  test("UI-03 releases while a request of the school runs: that one is answered, no other", async () => {
    const { one, other, cookie, administrator, slow, run } = await administered()
    const working = one.call("GET", "/work", cookie)
    await run(Deferred.await(slow.begun))
    await other.call("DELETE", `/sessions/${schools.one}`, administrator)
    const next = cookieOf(await other.open(identityOf("deputy-1")))
    await run(Effect.asVoid(Deferred.succeed(slow.end, undefined)))
    expect((await working).status).toBe(200)
    expect(await refusalIn(await one.call("GET", "/work", cookie))).toBe("401 session.expired")
    expect((await one.call("GET", "/session", next)).status).toBe(200)
  })

  test("UI-03 of one academy does not reach the schools of another", async () => {
    const { one, cookie } = await signedIn({
      ...identityOf("head-1"),
      tenant: lyon,
    })
    const administrator = cookieOf(await one.open(identityOf("adm", "administrator")))
    const listed = await one.call("GET", "/sessions", administrator)
    expect(await listed.json()).toMatchObject({ schools: [] })
    const released = await one.call("DELETE", `/sessions/${schools.one}`, administrator)
    expect(await refusalIn(released)).toBe("404 session.not-open")
    expect((await one.call("GET", "/session", cookie)).status).toBe(200)
  })

  test("UI-03 alone lists and releases", async () => {
    const { one, cookie, administrator } = await administered()
    expect(await refusalIn(await one.call("GET", "/sessions", cookie))).toBe(
      "403 actor.not-allowed",
    )
    expect(await refusalIn(await one.call("DELETE", `/sessions/${schools.one}`, cookie))).toBe(
      "403 actor.not-allowed",
    )
    const malformed = await one.call("DELETE", "/sessions/0310001h", administrator)
    expect(await refusalIn(malformed)).toBe("400 request.invalid")
  })
})

describe("a request without a session", () => {
  test.each([
    ["no cookie", undefined],
    ["a forged cookie", `__Host-session=${"A".repeat(43)}.${"B".repeat(43)}`],
    ["an empty cookie", "__Host-session="],
  ])("by %s is asked to sign in", async (_, cookie) => {
    const { one } = await signedIn()
    for (const [method, path] of [
      ["GET", "/session"],
      ["POST", "/session/extension"],
      ["DELETE", "/session"],
      ["GET", "/sessions"],
    ] as const) {
      expect(await refusalIn(await one.call(method, path, cookie))).toBe("401 session.required")
    }
  })

  test("UI-05 UI-06 by an access token is told that it has none, and takes no seat", async () => {
    const identity = identityOf("head-1")
    const { servers } = openSessions({ schemes: {}, identify: () => Effect.succeed(identity) })
    const [one] = servers
    expect(await (await one.call("GET", "/session")).json()).toEqual({
      _tag: "token",
      tenant: "toulouse",
      person: "head-1",
      capacities: ["school-head"],
      school: schools.one,
      now: "2026-06-17T10:00:00.000Z",
    })
    for (const [method, path] of [
      ["POST", "/session/extension"],
      ["DELETE", "/session"],
    ] as const) {
      expect(await refusalIn(await one.call(method, path))).toBe("409 session.none")
    }
    expect(typeof (await one.open(identityOf("deputy-1")))).toBe("string")
  })
})

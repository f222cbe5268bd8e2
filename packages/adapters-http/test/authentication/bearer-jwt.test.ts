import { Capacity, PersonId, TenantId } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose"
import { createServer } from "node:http"
import { describe, expect, test } from "vitest"
import { bearerJwt, cookieSessions, firstOf } from "../../src/index.ts"
import { ask, refusalIn } from "../support/ask.ts"
import { instantOf, noon, sample } from "../support/sample.ts"

const seconds = noon / 1000
const claims = { person: "p-1", academy: "lyon", roles: ["agent"] }
const portal = await generateKeyPair("RS256", { extractable: true })
const stranger = await generateKeyPair("RS256")
const keys = { keys: [{ ...(await exportJWK(portal.publicKey)), kid: "k1", alg: "RS256" }] }

const settings = {
  keys,
  issuer: "https://portal.example",
  audience: "convoque",
  algorithms: ["RS256"],
  identity: ({ person, academy, roles }: JWTPayload) => ({
    tenant: academy,
    person,
    capacities: roles,
  }),
} as const

interface Changed {
  readonly payload?: Record<string, unknown>
  readonly issuer?: string
  readonly audience?: string
  readonly expires?: number
  readonly begins?: number
  readonly kid?: string
  readonly key?: (typeof portal)["privateKey"]
}

const token = async (changed: Changed = {}): Promise<string> =>
  new SignJWT({ ...claims, ...changed.payload })
    .setProtectedHeader({ alg: "RS256", kid: changed.kid ?? "k1" })
    .setIssuer(changed.issuer ?? "https://portal.example")
    .setAudience(changed.audience ?? "convoque")
    .setExpirationTime(changed.expires ?? seconds + 300)
    .setNotBefore(changed.begins ?? seconds)
    .sign(changed.key ?? portal.privateKey)

const read = (authorization: string, authentication = bearerJwt(settings)) =>
  ask(sample({ authentication }).app, "/notes/n-1", { headers: { authorization } })

const withoutExpiry = async (): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", kid: "k1" })
    .setIssuer(settings.issuer)
    .setAudience(settings.audience)
    .sign(portal.privateKey)

const unsigned = (): string =>
  new UnsecuredJWT(claims)
    .setIssuer(settings.issuer)
    .setAudience(settings.audience)
    .setExpirationTime(seconds + 300)
    .encode()

// The public key taken for a secret: the trick that pinned algorithms stop.
const symmetric = async (): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256", kid: "k1" })
    .setIssuer(settings.issuer)
    .setAudience(settings.audience)
    .setExpirationTime(seconds + 300)
    .sign(new TextEncoder().encode(JSON.stringify(keys.keys[0])))

describe("bearer tokens", () => {
  test.each(["Bearer", "bearer"])("let the person in (%s)", async (scheme) => {
    expect((await read(`${scheme} ${await token()}`)).status).toBe(200)
  })

  test("may be a little early or late, as clocks are", async () => {
    expect((await read(`Bearer ${await token({ expires: seconds - 20 })}`)).status).toBe(200)
    expect((await read(`Bearer ${await token({ begins: seconds + 20 })}`)).status).toBe(200)
  })

  test.each<[string, () => string | Promise<string>]>([
    ["expired", () => token({ expires: seconds - 31 })],
    ["not yet valid", () => token({ begins: seconds + 31 })],
    ["for another audience", () => token({ audience: "other" })],
    ["of another issuer", () => token({ issuer: "https://evil.example" })],
    ["signed by a stranger", () => token({ key: stranger.privateKey })],
    ["of an unknown key", () => token({ kid: "k2" })],
    ["without expiry", withoutExpiry],
    ["without a signature (alg none)", unsigned],
    ["signed with the public key as a secret", symmetric],
    ["of no person", () => token({ payload: { person: undefined } })],
    ["of an unknown capacity", () => token({ payload: { roles: ["root"] } })],
    ["of a malformed tenant", () => token({ payload: { academy: "../lyon" } })],
    ["no token", () => "abc"],
    ["empty", () => ""],
  ])("that are %s leave the person out", async (_, made) => {
    const response = await read(`Bearer ${await made()}`)
    expect(response.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"')
    expect(await refusalIn(response)).toBe("401 session.invalid-token")
  })

  test("are not looked for in another scheme", async () => {
    expect(await refusalIn(await read("Basic cDox"))).toBe("401 session.required")
  })

  test("of a person without the capacity are refused by the route", async () => {
    const authorization = `Bearer ${await token({ payload: { roles: [] } })}`
    expect(await refusalIn(await read(authorization))).toBe("403 actor.not-allowed")
  })

  test("are checked with keys fetched from the portal; without them nobody knows", async () => {
    const server = createServer((_, response) => {
      response.setHeader("content-type", "application/json").end(JSON.stringify(keys))
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const address = server.address()
    const port = typeof address === "object" ? address?.port : undefined
    const remote = { ...settings, keys: new URL(`http://127.0.0.1:${port}/keys`) }
    const authorization = `Bearer ${await token()}`
    expect((await read(authorization, bearerJwt(remote))).status).toBe(200)
    await new Promise((resolve) => server.close(resolve))
    const running = sample({ authentication: bearerJwt(remote) })
    const response = await ask(running.app, "/notes/n-1", { headers: { authorization } })
    expect(await refusalIn(response)).toBe("503 authentication.unavailable")
    expect(running.logged).toHaveLength(1)
  })
})

test("UI-04 a session among the claims of a token is none", async () => {
  const session = { id: "s-1", expiresAt: "2100-01-01T00:00:00.000Z", endedCookie: "a=b" }
  const bearer = bearerJwt({ ...settings, identity: () => ({ ...known, session }) })
  const known = { tenant: "lyon", person: "p-1", capacities: ["agent"] }
  const headers = { authorization: `Bearer ${await token()}` }
  const request = new Request("https://rdc.example/", { headers })
  expect(await Effect.runPromise(bearer.identify(request, instantOf(sample())))).toEqual(known)
})

describe("two means", () => {
  const sessions = cookieSessions({
    secrets: ["a-secret-of-at-least-32-characters"],
    origins: ["https://rdc.example"],
  })
  const both = firstOf(bearerJwt(settings), sessions)

  test("take the first proof shown", async () => {
    const running = sample({ authentication: both })
    const identity = {
      tenant: TenantId.make("lyon"),
      person: PersonId.make("p-3"),
      capacities: [Capacity.make("agent")],
    }
    const setCookie = await running.run(sessions.open(identity, instantOf(running)))
    const cookie = setCookie.split(";")[0] ?? ""
    const status = async (headers: Record<string, string>) =>
      (await ask(running.app, "/notes/n-1", { headers })).status
    expect(await status({ cookie })).toBe(200)
    expect(await status({ authorization: `Bearer ${await token()}` })).toBe(200)
    expect(await status({ cookie, authorization: "Bearer abc" })).toBe(401)
    expect(await status({})).toBe(401)
  })

  test("are both documented", async () => {
    expect(Object.keys(both.schemes)).toEqual(["bearer", "session"])
    const known = await sample().run(
      both.identify(new Request("https://rdc.example/"), instantOf(sample())).pipe(Effect.exit),
    )
    expect(known).toMatchObject({ _tag: "Success", value: undefined })
  })
})

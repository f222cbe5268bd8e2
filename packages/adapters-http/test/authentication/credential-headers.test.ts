import { expect, test } from "vitest"
import { bearerJwt, cookieSessions, firstOf } from "../../src/index.ts"
import { credentialHeaders } from "../../src/authentication/identity.ts"

const bearer = bearerJwt({
  keys: { keys: [] },
  issuer: "https://portal.example",
  audience: "convoque",
  algorithms: ["RS256"],
  identity: () => undefined,
})
const sessions = cookieSessions({ secrets: ["s".repeat(32)], origins: [] })
const gateway = { schemes: { gateway: { type: "apiKey", in: "header", name: "X-Remote-User" } } }

test.each([
  ["a session", sessions, ["Cookie"]],
  ["a token", bearer, ["Authorization"]],
  ["a session or a token", firstOf(sessions, bearer), ["Cookie", "Authorization"]],
  ["a gateway", gateway, ["X-Remote-User"]],
])("answers by %s vary with its header", (_, authentication, expected) => {
  expect(credentialHeaders(authentication)).toEqual(expected)
})

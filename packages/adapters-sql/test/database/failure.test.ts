import { expect, test } from "vitest"
import { failureOf, NotConnected } from "../../src/database/failure.ts"

const sqlError = (code: string) => Object.assign(new Error(`sqlstate ${code}`), { code })

test.each([
  ["serialization failure", sqlError("40001"), true],
  ["deadlock", sqlError("40P01"), true],
  ["lock held", sqlError("55P03"), true],
  ["cancelled", sqlError("57014"), true],
  ["starting up", sqlError("57P03"), true],
  ["too many connections", sqlError("53300"), true],
  ["no connection to be had", new NotConnected("ECONNREFUSED"), true],
  ["server stopped", sqlError("57P01"), false],
  ["server crashed", sqlError("57P02"), false],
  ["connection failure", sqlError("08006"), false],
  ["socket closed", Object.assign(new Error("read"), { code: "ECONNRESET" }), false],
  ["terminated", new Error("Connection terminated unexpectedly"), false],
])("%s is unavailable storage", (_name, error, safeToRetry) => {
  expect(failureOf(error)).toMatchObject({
    _tag: "StorageUnavailable",
    reason: error.message,
    safeToRetry,
  })
})

test.each(["22012", "23505", "42601", "22P05"])("%s is an answer of the server", (code) => {
  expect(failureOf(sqlError(code))).toMatchObject({ _tag: "SqlRefused", code })
})

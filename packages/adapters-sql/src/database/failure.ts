/** What an error of a driver means for the caller: was anything written, is trying again of use. */
import { StorageUnavailable } from "@convoque/core/kernel/ports"
import * as Schema from "effect/Schema"

/** The database answered a statement with an error; `code` is its SQLSTATE. Nothing was written. */
export class SqlRefused extends Schema.TaggedError<SqlRefused>()("SqlRefused", {
  code: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `${this.code}: ${this.reason}`
  }
}

/** The pool could not give a connection: no statement was sent. */
export class NotConnected extends Error {
  override readonly name = "NotConnected"
}

/**
 * Gives the failure of an error thrown by a driver.
 *
 * Serialization failure, deadlock and a lock that another holds are over in a moment and wrote
 * nothing. A connection that breaks leaves the outcome of the statement under way unknown.
 */
export const failureOf = (error: unknown): SqlRefused | StorageUnavailable => {
  const reason = error instanceof Error ? error.message : String(error)
  if (error instanceof NotConnected) return unavailable(reason, true)
  const code = codeOf(error)
  if (code === undefined || isLost(code)) return unavailable(reason, false)
  return isUnavailable(code) ? unavailable(reason, true) : new SqlRefused({ code, reason })
}

/** Tells whether an error ends its connection. */
export const isConnectionLost = (error: unknown): boolean => {
  const code = codeOf(error)
  return code === undefined || isLost(code)
}

/** SQLSTATE of a division by zero, by which our statements stop themselves. */
export const stopCode = "22012"

const unavailable = (reason: string, safeToRetry: boolean): StorageUnavailable =>
  new StorageUnavailable({ reason, safeToRetry })

const codeOf = (error: unknown): string | undefined => {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined
  const { code } = error
  return typeof code === "string" && /^[0-9A-Z]{5}$/u.test(code) ? code : undefined
}

// Class 08: connection exceptions; 57P01, 57P02: the server stopped, perhaps after the commit.
const isLost = (code: string): boolean =>
  code.startsWith("08") || code === "57P01" || code === "57P02"

// 40001 serialization, 40P01 deadlock, 55P03 lock held, 57014 cancelled, 57P03 starting up,
// 25006 read-only standby, class 53: out of resources.
const isUnavailable = (code: string): boolean =>
  ["40001", "40P01", "55P03", "57014", "57P03", "25006"].includes(code) || code.startsWith("53")

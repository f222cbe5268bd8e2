/**
 * Versions in headers (contrôle de version): `ETag` out, `If-Match` in.
 * The tag is the version of the aggregate and costs nothing; bodies are not hashed. It says nothing
 * of who reads, on whom the body depends, so that `If-None-Match` is not answered by 304.
 */
import * as Result from "effect/Result"
import type { PreconditionRefusal } from "./refusals.ts"

/**
 * Gives the strong entity tag of a version.
 * @example versionTag(3) // => "\"v3\""
 */
export const versionTag = (version: number): string => `"v${version}"`

/**
 * Reads the version in an `If-Match` header. A weak tag is taken too: proxies that compress make
 * tags weak on the way out. Version 0 stands for what does not exist yet.
 */
export const seenVersion = (
  ifMatch: string | undefined,
): Result.Result<number, PreconditionRefusal> => {
  if (ifMatch === undefined) return Result.fail({ _tag: "precondition.required" })
  const version = /^\s*(?:W\/)?"v(\d{1,15})"\s*$/u.exec(ifMatch)?.[1]
  return version === undefined
    ? Result.fail({ _tag: "precondition.malformed", given: ifMatch.slice(0, 100) })
    : Result.succeed(Number(version))
}

/**
 * Versions in headers (contrôle de version): `ETag` out, `If-Match` in.
 * The tag is the version of the aggregate and costs nothing; bodies are not hashed.
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

/** Tells whether the reader already has the version named by a tag (`If-None-Match`). */
export const isAlreadyRead = (ifNoneMatch: string | undefined, tag: string | undefined): boolean =>
  ifNoneMatch !== undefined &&
  tag !== undefined &&
  ifNoneMatch.split(",").some((one) => one.trim().replace(/^W\//u, "") === tag)

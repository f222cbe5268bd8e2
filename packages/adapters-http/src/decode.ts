/** Reading the parts of a request by their schemas, every violation at once (décodage). */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaParser from "effect/SchemaParser"
import type { RequestRefusal } from "./refusals.ts"
import { pointerOf, type RequestPart, type Violation, violationsOf } from "./violations.ts"

/** A schema that needs no service, read from `Encoded`. */
export type PlainCodec<Type, Encoded = unknown> = Schema.ConstraintCodec<
  Type,
  Encoded,
  never,
  never
>

/** Reads a value, or tells all that is wrong with it. */
export type Decode<Type> = (value: unknown) => Result.Result<Type, ReadonlyArray<Violation>>

/** Makes the reader of one part of the requests of a route, once. */
export const decoderOf = <Type>(schema: PlainCodec<Type>, part: RequestPart): Decode<Type> => {
  const decode = SchemaParser.decodeUnknownResult(Schema.toCodecJson(schema), {
    errors: "all",
    onExcessProperty: "error",
  })
  return (value) => {
    const decoded = decode(value)
    return Result.isSuccess(decoded)
      ? Result.succeed(decoded.success)
      : Result.fail(violationsOf(part, decoded.failure))
  }
}

/** Schemas by name, each read from `Encoded`. */
export type PlainFields<Encoded = unknown> = Readonly<
  Record<PropertyKey, PlainCodec<unknown, Encoded>>
>

/** Makes the reader of named texts, such as the parameters of a path. */
export const fieldsDecoderOf = <Fields extends PlainFields>(
  fields: Fields,
  part: RequestPart,
): Decode<Schema.Struct.Type<Fields>> => {
  const struct = Schema.Struct<PlainFields>(fields)
  // What a struct of generic fields gives is known to the caller only.
  return decoderOf(struct, part) as Decode<Schema.Struct.Type<Fields>>
}

/** Gives the refusal that lists violations. */
export const invalid = (violations: ReadonlyArray<Violation>): RequestRefusal => ({
  _tag: "request.invalid",
  violations,
})

/**
 * Gives the violations of texts that no store can keep: the NUL character and lone surrogates.
 * Which other characters are allowed is for the schemas to say.
 */
export const unsoundTexts = (
  part: RequestPart,
  value: unknown,
  pointer = "",
): ReadonlyArray<Violation> => {
  if (typeof value === "string") return isSound(value) ? [] : [unsound(part, pointer)]
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    isSound(key) ? unsoundTexts(part, one, pointer + pointerOf([key])) : [unsound(part, pointer)],
  )
}

const isSound = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000")

const unsound = (part: RequestPart, pointer: string): Violation => ({
  in: part,
  pointer,
  code: "forbidden-character",
  values: {},
})

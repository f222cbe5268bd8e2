/** How minutes and origins are written in addresses and read from them. */
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import {
  ImportSource,
  localMinute,
  type Moment as MomentType,
  Moment,
  Origin,
  originCode,
  originOfCode,
} from "../model.ts"

/** Reads and writes a minute as `2014-06-01T00:00`. */
export const LocalMinute = Schema.String.check(
  Schema.isPattern(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u, { expected: "a minute YYYY-MM-DDTHH:mm" }),
).pipe(
  Schema.decodeTo(Moment, {
    decode: SchemaGetter.transform((text) => ({ date: text.slice(0, 10), time: text.slice(11) })),
    encode: SchemaGetter.transform((minute) => localMinute(minute as MomentType)),
  }),
)

const isSource = (code: string): boolean => {
  const origin = originOfCode(code)
  return origin !== undefined && origin._tag !== "school"
}

const coded = (isCode: (code: string) => boolean, expected: string) =>
  Schema.String.check(Schema.makeFilter(isCode, { expected }))

/** Reads and writes an origin by its code: a UAI, `EPP`, `SIRHEN`, `academy-A16`. */
export const OriginCode = coded(
  (code) => originOfCode(code) !== undefined,
  "a UAI, EPP, SIRHEN, or academy- and its code",
).pipe(
  Schema.decodeTo(Schema.toType(Origin), {
    decode: SchemaGetter.transform((code) => originOfCode(code) as Origin),
    encode: SchemaGetter.transform(originCode),
  }),
)

/** Reads and writes a source by its code: `EPP`, `SIRHEN`, `academy-A16`. */
export const SourceCode = coded(isSource, "EPP, SIRHEN, or academy- and its code").pipe(
  Schema.decodeTo(Schema.toType(ImportSource), {
    decode: SchemaGetter.transform((code) => originOfCode(code) as ImportSource),
    encode: SchemaGetter.transform(originCode),
  }),
)

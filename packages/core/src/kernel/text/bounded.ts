/**
 * Texts of bounded length, without control characters (texte borné).
 * Refused: C0 and C1 controls, line and paragraph separators, bidirectional marks and overrides, lone surrogates.
 */
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"

/** Lengths of a text in code points; `min` is 0 when left out. */
export type TextBounds = { readonly min?: number; readonly max: number }

/**
 * Makes the schema of a text on one line, `min` to `max` code points, kept in Unicode form NFC: decoding normalises,
 * `make` and validation require it. Spaces at the ends are kept; with `min` of 1 or more a text of spaces is refused.
 * The length is checked before and after normalising.
 */
export const boundedText = (bounds: TextBounds) => textSchema(bounds, withoutControls)

/** Makes the schema of a text of one line, 1 to `max` code points. */
export const singleLine = (max: number) => boundedText({ min: 1, max })

/** Makes the schema of a text of 1 to `max` code points where line feeds and tabs are allowed, no other control. */
export const multiLine = (max: number) => textSchema({ min: 1, max }, withoutControlsButLines)

// Ranges rather than \p{Cc}: the pattern travels in API documents, to readers without Unicode classes.
const invisible = String.raw`\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF`
const withoutControls = new RegExp(String.raw`^[^\u0000-\u001F${invisible}]*$`, "u")
const withoutControlsButLines = new RegExp(
  String.raw`^[^\u0000-\u0008\u000B-\u001F${invisible}]*$`,
  "u",
)

const textSchema = ({ min = 0, max }: TextBounds, allowed: RegExp) => {
  const length = min === 0 ? Schema.isMaxCodePoints(max) : Schema.isBetweenCodePoints(min, max)
  const sound = Schema.String.check(
    length,
    Schema.isPattern(allowed, { expected: "no control characters" }),
  )
  const written =
    min === 0 ? sound : sound.check(Schema.isPattern(/\S/u, { expected: "more than spaces" }))
  return written.pipe(
    Schema.decodeTo(
      written.check(Schema.makeFilter(isComposed, { expected: "Unicode form NFC" })),
      {
        decode: SchemaGetter.transform((text) => text.normalize("NFC")),
        encode: SchemaGetter.passthrough(),
      },
    ),
  )
}

const isComposed = (text: string): boolean => text.normalize("NFC") === text

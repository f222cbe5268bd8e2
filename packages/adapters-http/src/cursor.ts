/** The place in a list as an opaque text of the address (curseur de page). */
import type { Cursor } from "@convoque/core/kernel/listing"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"

const decodeCursor = Schema.decodeUnknownOption(
  Schema.fromJsonString(Schema.Tuple([Schema.String, Schema.String, Schema.String])),
)

/**
 * Writes a cursor in base64url.
 * @example cursorText({ sort: "a", key: "k", part: "" }) // => "WyJhIiwiayIsIiJd"
 */
export const cursorText = ({ sort, key, part }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, key, part])).toString("base64url")

/**
 * Reads a cursor, or gives nothing.
 * @example cursorFromText("WyJhIiwiayIsIiJd") // => { sort: "a", key: "k", part: "" }
 */
export const cursorFromText = (text: string): Cursor | undefined => {
  if (!/^[\w-]{1,2048}$/u.test(text)) return undefined
  const decoded = decodeCursor(Buffer.from(text, "base64url").toString())
  if (Option.isNone(decoded)) return undefined
  const [sort, key, part] = decoded.value
  return [sort, key, part].every(isSound) ? { sort, key, part } : undefined
}

const isSound = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000")

/** Names made by people for machines to compare (identifiants lisibles). */
import * as Schema from "effect/Schema"

/** Reads a name of 1 to 64 lower-case letters, digits or hyphens, a letter first. */
export const KebabName = Schema.String.check(
  Schema.isPattern(/^[a-z][a-z0-9-]{0,63}$/u, { expected: "a kebab-case name" }),
)

/** The warnings and confirmations that a request takes upon itself (avertissements assumés). */
import { Acknowledgement } from "@convoque/core/kernel/refusal"
import * as Schema from "effect/Schema"

/** What a command that bears on many things acknowledges, `max` of them at most; none when absent. */
export const acknowledgedUpTo = (max: number) =>
  Schema.optionalKey(Schema.Array(Acknowledgement).check(Schema.isMaxLength(max)))

/** What a command acknowledges; nothing when absent. */
export const acknowledged = acknowledgedUpTo(50)

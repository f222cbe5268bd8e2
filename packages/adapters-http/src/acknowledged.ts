/** The warnings and confirmations that a request takes upon itself (avertissements assumés). */
import { Acknowledgement } from "@convoque/core/kernel/refusal"
import * as Schema from "effect/Schema"

/** What a command acknowledges; nothing when absent. */
export const acknowledged = Schema.optionalKey(
  Schema.Array(Acknowledgement).check(Schema.isMaxLength(50)),
)

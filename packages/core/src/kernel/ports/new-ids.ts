/** New identifiers, asked for by use cases and never by a decision. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"

/** Gives ids that nobody has yet. */
export class NewIds extends Context.Service<
  NewIds,
  {
    /** Gives an identifier never given before: 1 to 64 letters, digits and hyphens. */
    readonly next: Effect.Effect<string>
  }
>()("core/kernel/NewIds") {}

/**
 * What the agent does in his portal: accept the convocation, or ask to postpone.
 *
 * @requirement RDC-17
 * @requirement RDC-18
 */
import * as Effect from "effect/Effect"
import type { Reason } from "../appointment-set/model.ts"
import type { SlotId } from "../campaign/model.ts"
import { actOnFile, type OnFile } from "./act.ts"

/** Accepts the whole set; withdraws a request that was pending. */
export const accept = Effect.fn("career-appointments.accept")(function* (request: OnFile) {
  return yield* actOnFile(request, (_state, act) =>
    Effect.succeed({ command: { _tag: "accept", ...act } }),
  )
})

/** Asks to postpone one appointment or more. */
export const requestPostponement = Effect.fn("career-appointments.requestPostponement")(function* (
  request: OnFile & {
    readonly slots: ReadonlyArray<SlotId>
    readonly reason?: Reason | undefined
  },
) {
  const { slots, reason } = request
  return yield* actOnFile(request, (_state, act) =>
    Effect.succeed({
      command: {
        _tag: "requestPostponement",
        ...act,
        slots,
        ...(reason === undefined ? {} : { reason }),
      },
    }),
  )
})

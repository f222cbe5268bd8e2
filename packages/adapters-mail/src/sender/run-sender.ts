/** The sender as a service that never ends (service d'expédition). */
import type { Outbox } from "@convoque/core/kernel/ports"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import type { AttemptPorts } from "./attempt.ts"
import { type SendOptions, type SendReport, sendDue, usualConcurrency } from "./send-due.ts"

/**
 * How the sender runs: `everySeconds` between two looks at an empty outbox (5);
 * `onReport` is told of each batch that held a message.
 */
export interface SenderOptions extends SendOptions {
  readonly everySeconds?: number
  readonly onReport?: (report: SendReport) => Effect.Effect<void>
}

/**
 * Sends due messages until interrupted: full batches one after the other, then a pause.
 *
 * A store that does not answer, or a batch that dies of a defect, is logged and tried again after the
 * pause. Interrupted, it ends once
 * the mails on their way have an outcome. Any number may run, in one process or many.
 */
export const runSender = (
  options: SenderOptions,
): Effect.Effect<never, never, Outbox | AttemptPorts> =>
  drained(options).pipe(
    Effect.andThen(Effect.sleep(`${options.everySeconds ?? 5} seconds`)),
    Effect.forever,
  )

const drained = (options: SenderOptions): Effect.Effect<void, never, Outbox | AttemptPorts> =>
  sendDue(options).pipe(
    Effect.tap((report) =>
      report.leased > 0 && options.onReport !== undefined ? options.onReport(report) : Effect.void,
    ),
    Effect.repeat({
      while: (report) =>
        report.leased > 0 &&
        report.leased >= (options.limit ?? options.concurrency ?? usualConcurrency),
    }),
    Effect.catchTag("StorageUnavailable", ({ reason }) =>
      Effect.logWarning("The outbox did not answer", reason),
    ),
    Effect.catchCause((cause) => Effect.logError("A batch of mails died", Cause.pretty(cause))),
  )

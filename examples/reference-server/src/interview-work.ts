/**
 * What the interviews of a tenant need without anybody: exports are made one after another; every
 * minute steps lapse, closed reports go to the personnel file, silences are recorded, and what need
 * not be kept any longer is purged.
 */
import {
  handOverFinalReports,
  handOverReports,
  lapseSteps,
  purgeExpired,
  recordSilences,
  runNextExport,
} from "@convoque/core/interviews"
import type { TenantId } from "@convoque/core/kernel/identity"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"

/** How often the two look for work, in seconds. */
export interface Rhythm {
  readonly everySeconds: number
}

/** Makes the exports that people ask for, until interrupted. */
export const exportWorker = (tenant: TenantId, { everySeconds }: Rhythm = { everySeconds: 2 }) =>
  runNextExport(tenant).pipe(
    Effect.map((run) => run !== undefined),
    Effect.catchCause((cause) => Effect.as(warned("Export worker failed", cause), false)),
    // One that was made may have others behind it.
    Effect.flatMap((more) => (more ? Effect.void : Effect.sleep(everySeconds * 1000))),
    Effect.forever,
  )

/** Does what is due by date, now and then again, until interrupted. */
export const interviewScheduler = (
  tenant: TenantId,
  { everySeconds }: Rhythm = { everySeconds: 60 },
) => dueWork(tenant).pipe(Effect.andThen(Effect.sleep(everySeconds * 1000)), Effect.forever)

/** Does once what is due by date; one kind of work that fails keeps none of the others back. */
export const dueWork = (tenant: TenantId) =>
  Effect.all(
    [
      quietly(lapseSteps(tenant)),
      quietly(handOverReports(tenant)),
      quietly(handOverFinalReports(tenant)),
      quietly(recordSilences(tenant)),
      quietly(purgeExpired({ tenant })),
    ],
    { discard: true },
  )

const quietly = <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<void, never, R> =>
  Effect.catchCause(Effect.asVoid(work), (cause) => warned("Interview scheduler failed", cause))

const warned = (what: string, cause: Cause.Cause<unknown>): Effect.Effect<void> =>
  Cause.hasInterruptsOnly(cause)
    ? Effect.interrupt
    : Effect.logWarning(what, Cause.pretty(cause).split("\n", 1)[0])

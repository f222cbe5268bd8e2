/**
 * What the interviews of a tenant need without anybody: exports are made one after another; every
 * minute steps lapse, closed reports go to the personnel file, silences are recorded.
 */
import {
  handOverFinalReports,
  handOverReports,
  lapseSteps,
  recordSilences,
  runNextExport,
} from "@convoque/core/interviews"
import type { TenantId } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import { quietly } from "./background.ts"

/** How often the two look for work, in seconds. */
export interface Rhythm {
  readonly everySeconds: number
}

/** Makes the exports that people ask for, until interrupted. */
export const exportWorker = (tenant: TenantId, { everySeconds }: Rhythm = { everySeconds: 2 }) =>
  quietly("Export worker", runNextExport(tenant)).pipe(
    // One that was made may have others behind it.
    Effect.flatMap((run) => (run === undefined ? Effect.sleep(everySeconds * 1000) : Effect.void)),
    Effect.forever,
  )

/** Does what is due by date, now and then again, until interrupted. */
export const interviewScheduler = (
  tenant: TenantId,
  { everySeconds }: Rhythm = { everySeconds: 60 },
) => dueWork(tenant).pipe(Effect.andThen(Effect.sleep(everySeconds * 1000)), Effect.forever)

/**
 * Does once what is due by date; one kind of work that fails keeps none of the others back, and the
 * items of a kind that failed are told by their number.
 */
export const dueWork = (tenant: TenantId) =>
  Effect.all(
    [
      told("Lapsing of steps", lapseSteps(tenant)),
      told("Hand-over of reports", handOverReports(tenant)),
      told("Hand-over of final reports", handOverFinalReports(tenant)),
      told("Recording of silences", recordSilences(tenant)),
    ],
    { discard: true },
  )

interface Counts {
  readonly done: number
  readonly failed: number
}

const told = <E, R>(what: string, work: Effect.Effect<Counts, E, R>) =>
  Effect.flatMap(quietly(what, work), (counts) =>
    counts === undefined || counts.failed === 0
      ? Effect.void
      : Effect.logWarning(
          `${what}: ${counts.failed} failed and will be tried again, ${counts.done} done`,
        ),
  )

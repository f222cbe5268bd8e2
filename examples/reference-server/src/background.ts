/**
 * Work that goes on beside the server. Each job is looked after by itself: one that ends, for
 * whatever reason, is logged, pauses and starts again, and keeps none of the others back.
 */
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"

/** A job by its name in the log; it is meant never to end. */
export interface Job<R> {
  readonly name: string
  readonly work: Effect.Effect<unknown, unknown, R>
}

/** Runs a job for ever: its end, a defect included, is logged and followed by a pause. */
export const lookedAfter = <R>(
  { name, work }: Job<R>,
  { pauseSeconds }: { readonly pauseSeconds: number } = { pauseSeconds: 10 },
): Effect.Effect<never, never, R> =>
  work.pipe(
    Effect.matchCauseEffect({
      onSuccess: () => Effect.logWarning(`Background job ended, starts again: ${name}`),
      onFailure: (cause) =>
        Effect.logError(`Background job failed, starts again: ${name}`, Cause.pretty(cause)),
    }),
    Effect.andThen(Effect.sleep(pauseSeconds * 1000)),
    Effect.forever,
  )

/** Jobs at work; `stop` ends all of them. */
export interface Background {
  readonly stop: Effect.Effect<void>
}

/** Starts each job in a fiber of its own; one that ends before it is stopped is told to `log`. */
export const startBackground = <R>(
  jobs: ReadonlyArray<Job<R>>,
  fork: (job: Effect.Effect<never, never, R>) => Fiber.Fiber<never, unknown>,
  log: (line: string) => void,
): Background => {
  let isStopping = false
  const fibers = jobs.map((job) => {
    const fiber = fork(lookedAfter(job))
    fiber.addObserver((exit: Exit.Exit<never, unknown>) => {
      if (isStopping) return
      const why = Exit.isFailure(exit) ? ` : ${Cause.pretty(exit.cause)}` : ""
      log(`Travail de fond arrêté, ${job.name}${why}`)
    })
    return fiber
  })
  return {
    stop: Effect.suspend(() => {
      isStopping = true
      return Fiber.interruptAll(fibers)
    }),
  }
}

/** Does something once; a failure or a defect is logged and keeps nothing else back. */
export const quietly = <A, E, R>(
  what: string,
  work: Effect.Effect<A, E, R>,
): Effect.Effect<A | undefined, never, R> =>
  Effect.catchCause(work, (cause) =>
    Effect.as(
      Effect.logWarning(`${what} failed`, Cause.pretty(cause).split("\n", 1)[0]),
      undefined,
    ),
  )

/**
 * Bytes that leave as they are made (octets envoyés au fil de l'eau): a file of any length, of which
 * no more is held than its reader takes.
 */
import type * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Pull from "effect/Pull"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"

/** Bytes of which the first are made; the stream is read once, and holds its services. */
export interface FlowingBytes {
  readonly begun: Stream.Stream<Uint8Array, unknown>
}

/**
 * Begins to make bytes, and gives them once the first of them are made: what fails before fails the
 * handler, so that it is answered; what fails later breaks the answer off.
 */
export const flowing = <E, R>(
  bytes: Stream.Stream<Uint8Array, E, R>,
): Effect.Effect<FlowingBytes, E, R> =>
  Effect.gen(function* () {
    const services = yield* Effect.context<R>()
    const scope = yield* Scope.make()
    const beginning = Effect.flatMap(Scope.provide(Stream.toPull(bytes), scope), (pull) =>
      Pull.matchEffect(pull, {
        onSuccess: (first) =>
          Effect.succeed(
            Stream.concat(Stream.fromArray(first), Stream.fromPull(Effect.succeed(pull))),
          ),
        onFailure: Effect.failCause,
        onDone: () => Effect.succeed(Stream.empty),
      }),
    )
    const whole: Stream.Stream<Uint8Array, E, R> = yield* Effect.onError(beginning, (cause) =>
      Scope.close(scope, Exit.failCause(cause)),
    )
    return {
      begun: Stream.provideContext(
        Stream.onExit(whole, (exit) => Scope.close(scope, exit)),
        services,
      ),
    }
  })

/**
 * Gives bytes to a response, piece by piece as its reader takes them. When they fail, `told` is told
 * why and the answer breaks off, so that no file looks whole that is not; when the reader goes away,
 * what makes them is interrupted.
 */
export const flowingBody = (
  { begun }: FlowingBytes,
  told: (cause: Cause.Cause<unknown>) => void,
): ReadableStream<Uint8Array> =>
  Stream.toReadableStream(
    Stream.catchCause(begun, (cause) =>
      Stream.unwrap(
        Effect.sync(() => {
          told(cause)
          return Stream.fail(new Error("the answer broke off"))
        }),
      ),
    ),
    // Nothing is made before it is asked for.
    { strategy: { highWaterMark: 0 } },
  )

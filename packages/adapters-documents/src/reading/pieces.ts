/**
 * Streams of bytes cut to an even measure (découpage): whatever the size of the chunks that a
 * source gives, a reader is handed pieces that are neither tiny nor huge, and keeps its own state.
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

/** Chunks are gathered until they reach this many bytes. */
const LEAST_BYTES = 16_384

/** Chunks are cut into pieces of at most this many bytes. */
const MOST_BYTES = 65_536

/** What a piece led to: values, or the first thing wrong. */
export type Step<Value, Fault> =
  | { readonly values: ReadonlyArray<Value>; readonly fault?: never }
  | { readonly values?: never; readonly fault: Fault }

/** Reads the pieces of one source in turn; is thrown away after a fault or after `end`. */
export interface PieceReader<Value, Fault> {
  readonly take: (piece: Uint8Array) => Step<Value, Fault>
  readonly end: () => Step<Value, Fault>
}

/**
 * Gives what a reader makes of a stream; each run of the stream has a reader of its own. What the
 * reader found in the piece that holds a fault is not given.
 */
export const readThrough = <Value, Fault, E, R>(
  bytes: Stream.Stream<Uint8Array, E, R>,
  makeReader: () => PieceReader<Value, Fault>,
): Stream.Stream<Value, E | Fault, R> =>
  Stream.suspend(() => {
    const reader = makeReader()
    const gathered = makeGatherer()
    const end = Stream.suspend(() => {
      const rest = gathered.rest()
      const step = rest.length === 0 ? undefined : reader.take(rest)
      return step?.fault === undefined
        ? Stream.concat(
            givenOf(step),
            Stream.suspend(() => givenOf(reader.end())),
          )
        : givenOf(step)
    })
    return bytes.pipe(
      Stream.mapAccumArray(
        () => gathered,
        (state, chunks: ReadonlyArray<Uint8Array>) => [state, state.take(chunks)] as const,
      ),
      // One piece at a time, so that its values leave before the next one is read.
      Stream.rechunk(1),
      Stream.mapAccumArrayEffect(
        () => reader,
        (state, pieces) =>
          Effect.map(valuesOf(state.take(pieces[0])), (values) => [state, values] as const),
      ),
      Stream.concat(end),
    )
  })

const valuesOf = <Value, Fault>(
  step: Step<Value, Fault>,
): Effect.Effect<ReadonlyArray<Value>, Fault> =>
  step.values === undefined ? Effect.fail(step.fault) : Effect.succeed(step.values)

const givenOf = <Value, Fault>(
  step: Step<Value, Fault> | undefined,
): Stream.Stream<Value, Fault> => {
  if (step === undefined) return Stream.empty
  return step.values === undefined ? Stream.fail(step.fault) : Stream.fromArray(step.values)
}

interface Gatherer {
  readonly take: (chunks: ReadonlyArray<Uint8Array>) => ReadonlyArray<Uint8Array>
  readonly rest: () => Uint8Array
}

const makeGatherer = (): Gatherer => {
  let held: Array<Uint8Array> = []
  let heldBytes = 0
  const rest = (): Uint8Array => {
    const [only, ...others] = held
    const all = only === undefined || others.length > 0 ? Buffer.concat(held) : only
    held = []
    heldBytes = 0
    return all
  }
  const take = (chunks: ReadonlyArray<Uint8Array>): ReadonlyArray<Uint8Array> => {
    const pieces: Array<Uint8Array> = []
    for (const chunk of chunks) {
      held.push(chunk)
      heldBytes += chunk.length
      if (heldBytes < LEAST_BYTES) continue
      const all = rest()
      for (let at = 0; at < all.length; at += MOST_BYTES) {
        pieces.push(all.subarray(at, at + MOST_BYTES))
      }
    }
    return pieces
  }
  return { take, rest }
}

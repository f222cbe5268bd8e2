/** A small app whose answers flow: pieces of ten lines, from a source that tells what is read of it. */
import type { Refusal } from "@convoque/core/kernel/refusal"
import { layerIdempotencyKeysMemory } from "@convoque/testing"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import {
  flowing,
  type LoggedFailure,
  makeApp,
  parameters,
  route,
  streamedFile,
} from "../../src/index.ts"
import { headerAuthentication } from "./sample.ts"

/** What was read of a source. */
export interface Read {
  readonly pieces: number
  readonly isOpen: boolean
  readonly interrupted: number
}

class Source extends Context.Service<
  Source,
  { readonly piece: (number: number) => Effect.Effect<Uint8Array, Refusal> }
>()("test/Source") {}

const query = parameters({
  pieces: Schema.FiniteFromString,
  fails: Schema.optionalKey(Schema.FiniteFromString),
  dies: Schema.optionalKey(Schema.FiniteFromString),
  waits: Schema.optionalKey(Schema.FiniteFromString),
})

/** A definition of a route whose answer flows. */
export const lines = {
  tag: "Essai",
  requirements: [],
  name: "readLines",
  path: "/lines",
  summary: "Lire des lignes",
  capacities: ["agent"],
  params: {},
  answer: streamedFile("text/csv"),
} as const

/** Makes the app: `fails`, `dies` and `waits` name the piece at which the source does. */
export const flowingApp = () => {
  const seen = { pieces: 0, isOpen: false, interrupted: 0 }
  const logged: Array<LoggedFailure> = []
  const source = (number: number) =>
    Effect.sync(() => {
      seen.pieces += 1
      return new TextEncoder().encode(`line ${number}\n`.repeat(10))
    })
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(layerIdempotencyKeysMemory, Layer.succeed(Source, { piece: source })),
  )
  const readLines = route({
    ...lines,
    method: "GET",
    query,
    handle: ({ query: { pieces, fails, dies, waits } }) => {
      const made = Stream.scoped(
        Stream.unwrap(
          Effect.as(
            Effect.acquireRelease(
              Effect.sync(() => (seen.isOpen = true)),
              () => Effect.sync(() => (seen.isOpen = false)),
            ),
            Stream.mapEffect(Stream.rechunk(Stream.range(1, pieces), 1), (number) => {
              if (number === fails) return Effect.fail(tooLong)
              if (number === dies) return Effect.die(new Error("secret detail"))
              if (number === waits) return forever(seen)
              return Effect.flatMap(Source, ({ piece }) => piece(number))
            }),
          ),
        ),
      )
      const content = flowing(pieces === 0 ? Stream.empty : made)
      return Effect.map(content, (bytes) => ({ content: bytes, fileName: "lignes.csv" }))
    },
  })
  const app = makeApp({
    routes: [readLines],
    catalogue: {},
    authentication: headerAuthentication,
    run: runtime.runPromise,
    log: (failure) => logged.push(failure),
    title: "Essai",
    version: "1.0.0",
  })
  return { app, logged, seen: seen as Read }
}

const tooLong = { _tag: "request.too-large", limitBytes: 1 } as const

const forever = (seen: { interrupted: number }) =>
  Effect.onInterrupt(Effect.never, () => Effect.sync(() => (seen.interrupted += 1)))

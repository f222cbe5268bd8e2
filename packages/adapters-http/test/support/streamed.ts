/** A small app whose routes read their bodies as they come: it tells how many bytes it was sent. */
import { layerIdempotencyKeysMemory } from "@convoque/testing"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { json, makeApp, route, type SentStream, stream } from "../../src/index.ts"
import { fixedClock, headerAuthentication, noon } from "./sample.ts"

const Told = Schema.Struct({ bytes: Schema.Int, mediaType: Schema.String }).annotate({
  identifier: "Told",
})

/** A definition of a route that replaces what a file said. */
export const replacing = (limitBytes: number) =>
  ({
    tag: "Imports",
    requirements: [],
    name: "replaceAll",
    method: "PUT",
    path: "/registers/people",
    summary: "Remplacer un registre",
    description: "Tout ou rien.",
    capacities: ["agent"],
    params: {},
    body: stream({ mediaTypes: ["text/csv", "application/xml"], limitBytes }),
    answer: json(Told),
  }) as const

const counted = ({ bytes }: SentStream) =>
  Stream.runFold(
    bytes,
    () => 0,
    (count, chunk) => count + chunk.length,
  )

/** An app that serves it, and one route that reads its body twice. */
export const streamedApp = ({ limitBytes = 1_000 } = {}) => {
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(
      layerIdempotencyKeysMemory,
      Layer.succeed(Clock.Clock, fixedClock({ millis: noon })),
    ),
  )
  return makeApp({
    routes: [
      route({
        ...replacing(limitBytes),
        handle: ({ body }) =>
          Effect.map(counted(body), (bytes) => ({ body: { bytes, mediaType: body.mediaType } })),
      }),
      route({
        ...replacing(limitBytes),
        name: "replaceTwice",
        path: "/registers/twice",
        handle: ({ body }) =>
          Effect.map(Effect.andThen(counted(body), counted(body)), (bytes) => ({
            body: { bytes, mediaType: body.mediaType },
          })),
      }),
    ],
    catalogue: {},
    authentication: headerAuthentication,
    run: runtime.runPromise,
    log: () => undefined,
    title: "Imports",
    version: "1.0.0",
  })
}

/**
 * From a request to its response (traitement d'une requête): who asks, may he, what exactly, the
 * use case, the answer. Every "no" on the way ends as a problem.
 */
import { randomUUID } from "node:crypto"
import { type Instant, instantFromMillis } from "@convoque/core/kernel/calendar"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Context } from "hono"
import type { Written } from "./answer.ts"
import type { Authentication, Identity } from "./authentication/identity.ts"
import { actorsOf } from "./authorisation.ts"
import { hasBodyToCome, openStreamedBody, type ReadBody, readBody, readRawBody } from "./body.ts"
import { invalid } from "./decode.ts"
import { type FlowingBytes, flowingBody } from "./flowing.ts"
import { givenKey, idempotencyKey, once } from "./idempotency.ts"
import { actingFor, onBehalfHeader } from "./on-behalf.ts"
import { seenVersion } from "./preconditions.ts"
import { type AnyCatalogue, type CatalogueEntry, problemOf } from "./problem.ts"
import type { Limiter } from "./rate-limit.ts"
import type { PreconditionRefusal, RequestRefusal } from "./refusals.ts"
import type { AnyRoute } from "./route.ts"

/** What somebody has to look at: the request, the route, and why it failed. */
export interface LoggedFailure {
  readonly requestId: string
  readonly method: string
  readonly path: string
  readonly reason: string
}

/** What answering any request takes. */
export interface Answering {
  readonly catalogue: AnyCatalogue
  readonly authentication: Authentication<unknown>
  readonly run: <A>(effect: Effect.Effect<A, never, unknown>) => Promise<A>
  readonly limit: Limiter
  readonly bodyLimitBytes: number
  /** The headers on which answers depend. */
  readonly vary: string
  readonly log: (failure: LoggedFailure) => void
}

/** A request under way: its context and its id. */
export interface Asked {
  readonly c: Context
  readonly requestId: string
}

/** Begins to answer a request. */
export const askedBy = (c: Context): Asked => ({ c, requestId: requestIdOf(c) })

/** Answers a request for a route. */
export const served = (answering: Answering, route: AnyRoute, c: Context): Promise<Response> => {
  const asked = askedBy(c)
  return answering.run(
    Effect.matchCause(answered(answering, route, c), {
      onSuccess: (written) => sent(answering, asked, written),
      onFailure: (cause) => {
        const error = Cause.findError(cause)
        return Result.isSuccess(error)
          ? refused(answering, asked, error.success)
          : broken(answering, asked, Cause.pretty(cause))
      },
    }),
  )
}

// A generator function made once: made anew at each call it costs a hidden class each time.
const answered = Effect.fnUntraced(function* (
  answering: Answering,
  route: AnyRoute,
  c: Context,
): Effect.fn.Return<Written, Refusal, unknown> {
  const now = instantFromMillis(yield* Clock.currentTimeMillis)
  const author = yield* identified(answering, c, { now, prolongs: route.prolongs })
  const identity = yield* Effect.fromResult(
    actingFor(author, c.req.header(onBehalfHeader), route.onBehalf),
  )
  const actors = yield* Effect.fromResult(actorsOf(identity, route))
  const { seen, key } = yield* Effect.fromResult(conditionsOf(route, c))
  const { text, value } = yield* bodyOf(answering, route, c)
  const query = yield* Effect.fromResult(queryOf(c.req.url))
  const params = c.req.param()
  const call = { identity, actors, params, query, body: value, seen, now }
  const act = yield* Effect.fromResult(route.prepare(call))
  if (key === undefined) return yield* act
  const fingerprinted = {
    method: route.method,
    // Without the server's name: any server behind a proxy recognises the request.
    address: c.req.url.slice(c.req.url.indexOf("/", "https://".length)),
    ifMatch: c.req.header("if-match"),
    body: text,
  }
  return yield* once(idempotencyKey(identity, key, fingerprinted), now, act)
})

// Who is unknown is counted by address, so that guessing is slowed down as well.
const identified = (
  { authentication, limit }: Answering,
  c: Context,
  { now, prolongs }: { readonly now: Instant; readonly prolongs: boolean },
): Effect.Effect<Identity, Refusal, unknown> =>
  authentication.identify(c.req.raw, now, { prolongs }).pipe(
    Effect.tapError(() => limit(c, undefined)),
    Effect.flatMap((identity) =>
      Effect.flatMap(limit(c, identity), () =>
        identity === undefined
          ? Effect.fail({ _tag: "session.required" })
          : Effect.succeed(identity),
      ),
    ),
  )

interface Conditions {
  readonly seen: number | undefined
  readonly key: string | undefined
}

const noConditions: Conditions = { seen: undefined, key: undefined }

const conditionsOf = (
  { change }: AnyRoute,
  c: Context,
): Result.Result<Conditions, PreconditionRefusal> => {
  if (change === "nothing" || change === "replacing") return Result.succeed(noConditions)
  const key = givenKey(c.req.header("idempotency-key"))
  if (Result.isFailure(key)) return Result.fail(key.failure)
  if (change === "new") return Result.succeed({ seen: undefined, key: key.success })
  return Result.map(seenVersion(c.req.header("if-match")), (seen) => ({ seen, key: key.success }))
}

const noBody: Effect.Effect<ReadBody> = Effect.succeed({ text: "", value: undefined })

const bodyOf = (
  { bodyLimitBytes: limitOfApp }: Answering,
  { schemas: { body, rawBody, streamedBody }, bodyLimitBytes = 0 }: AnyRoute,
  c: Context,
): Effect.Effect<ReadBody, RequestRefusal> => {
  if (streamedBody !== undefined) {
    return Effect.fromResult(openStreamedBody(c.req.raw, streamedBody))
  }
  if (body === undefined && rawBody === undefined) return noBody
  const limitBytes = Math.max(limitOfApp, bodyLimitBytes)
  const read = () =>
    rawBody === undefined ? readBody(c.req.raw, limitBytes) : readRawBody(c.req.raw, rawBody)
  return Effect.flatMap(Effect.promise(read), Effect.fromResult)
}

const noQuery = new URLSearchParams()

const queryOf = (url: string): Result.Result<URLSearchParams, RequestRefusal> => {
  const start = url.indexOf("?")
  const nul = url.indexOf("%00")
  if (nul >= 0) {
    const part = start >= 0 && start < nul ? "query" : "path"
    return Result.fail(
      invalid([{ in: part, pointer: "", code: "forbidden-character", values: {} }]),
    )
  }
  return Result.succeed(start < 0 ? noQuery : new URLSearchParams(url.slice(start + 1)))
}

// The id that a proxy gave when it is sound, or a new one.
const requestIdOf = (c: Context): string => {
  const given = c.req.header("x-request-id")
  return given !== undefined && /^[\w-]{1,64}$/u.test(given) ? given : randomUUID()
}

const secureHeaders = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  // Personal data, and not the same for every reader.
  "cache-control": "no-store",
} as const

// All headers at once in a plain object: set one by one they cost the server its fast path.
const sent = (answering: Answering, asked: Asked, { status, headers, body }: Written): Response =>
  new Response(isFlowing(body) ? opened(answering, asked, body) : body, {
    status,
    headers: {
      ...secureHeaders,
      vary: answering.vary,
      "x-request-id": asked.requestId,
      ...headers,
    },
  })

const isFlowing = (body: Written["body"]): body is FlowingBytes =>
  body !== null && typeof body === "object" && "begun" in body

// The status has left when bytes fail: only the log can tell why.
const opened = (
  { log }: Answering,
  asked: Asked,
  bytes: FlowingBytes,
): ReadableStream<Uint8Array> | null => {
  const body = flowingBody(bytes, (cause) => log(failureOf(asked, Cause.pretty(cause))))
  if (asked.c.req.method !== "HEAD") return body
  // Hono sends no body here: nobody would let go of it.
  void body.cancel()
  return null
}

/** Answers a refusal or an expected failure. */
export const refused = (answering: Answering, asked: Asked, refusal: Refusal): Response => {
  const entry = answering.catalogue[refusal._tag]
  if (entry === undefined) {
    return broken(answering, asked, `no catalogue entry for ${refusal._tag}`)
  }
  const reason = entry.logged?.(refusal)
  if (reason !== undefined) answering.log(failureOf(asked, `${refusal._tag}: ${reason}`))
  return problemResponse(refusal, entry, { ...asked, vary: answering.vary })
}

/** Answers a defect: the reason goes to the log, never to the caller. */
export const broken = (answering: Answering, asked: Asked, reason: string): Response => {
  answering.log(failureOf(asked, reason))
  return problemResponse({ _tag: "internal" }, defectEntry, { ...asked, vary: answering.vary })
}

// The path of the route, not of the request: addresses may hold names.
const failureOf = ({ c, requestId }: Asked, reason: string): LoggedFailure => ({
  requestId,
  method: c.req.method,
  path: c.req.routePath,
  reason,
})

const defectEntry: CatalogueEntry<Refusal> = {
  status: 500,
  grounds: { requirements: [] },
  sentence: {
    fr: () => "Une erreur interne s'est produite ; donnez l'identifiant de la demande au support.",
    en: () => "An internal error occurred; give the id of the request to the support.",
  },
}

const problemResponse = <R extends Refusal>(
  refusal: R,
  entry: CatalogueEntry<R>,
  { c, requestId, vary }: Asked & Pick<Answering, "vary">,
): Response => {
  const acceptLanguage = c.req.header("accept-language")
  const problem = problemOf(refusal, entry, { requestId, acceptLanguage })
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...secureHeaders,
      vary,
      "content-type": "application/problem+json",
      "x-request-id": requestId,
      ...(hasBodyToCome(c.req.raw) ? { connection: "close" } : {}),
      ...entry.headers?.(refusal),
    },
  })
}

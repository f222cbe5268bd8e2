/**
 * Routes as data (table des routes): each calls exactly one use case.
 *
 * The table feeds the router, the decoding and encoding, the authorisation and the OpenAPI
 * document. Schemas are compiled here, once per route.
 */
import type { Instant } from "@convoque/core/kernel/calendar"
import type { Actor, Capacity } from "@convoque/core/kernel/identity"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { AnswerWriter, Written } from "./answer.ts"
import type { Identity } from "./authentication/identity.ts"
import {
  isRawBody,
  isStreamedBody,
  type RawBody,
  type RouteBody,
  type SentFile,
  type SentStream,
  type StreamedBody,
} from "./body.ts"
import { type Decode, decoderOf, fieldsDecoderOf, invalid, type PlainCodec } from "./decode.ts"
import { isOfCapacity, moreTelling } from "./on-behalf.ts"
import { noParameters, type QueryReader } from "./query.ts"
import type { AnyCatalogue } from "./problem.ts"
import type { RequestRefusal } from "./refusals.ts"
import type { Violation } from "./violations.ts"

/** The methods of routes. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/**
 * What a request changes.
 *
 * - `nothing`: it reads or computes;
 * - `new`: it makes an aggregate; asks for `Idempotency-Key`;
 * - `existing`: it changes an aggregate; asks for `Idempotency-Key` and `If-Match`;
 * - `replacing`: it replaces what an earlier file said; repeating it changes nothing more, so it
 *   asks for neither header.
 */
export type Change = "nothing" | "new" | "existing" | "replacing"

/** The names of the parameters in a path. */
export type PathNames<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | PathNames<`/${Tail}`>
    : Rest
  : never

/** The schema of each parameter of a path. */
export type PathFields<Path extends string> = {
  readonly [Name in PathNames<Path>]: PlainCodec<unknown, string>
}

/**
 * What a handler is given.
 *
 * - `actor`: the person in one capacity of the route that he or she holds. Each is tried in turn,
 *   as long as the use case refuses the capacity alone;
 * - `seen`: the version in `If-Match`, on routes that change an existing aggregate.
 */
export interface Input<Params, Query, Body> {
  readonly identity: Identity
  readonly actor: Actor
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly seen: number | undefined
  readonly now: Instant
}

/**
 * What is written to make a route.
 *
 * - `name`: the verb of the use case, unique in the table;
 * - `tag`: the group in the documentation;
 * - `summary`, `description`: in French, for the documentation;
 * - `capacities`: who may call it, in the order in which they are tried;
 * - `onBehalf`: in which of them somebody may act by the header `On-Behalf-Of`; in none when absent.
 *   Only for a use case that looks up the delegation itself;
 * - `requirements`: the catalogue's ids;
 * - `prolongs`: whether a call is activity, which makes a session last (UI-04); it is when absent;
 * - `change`: `nothing` of a GET, `replacing` of a body of `stream`, otherwise `existing`, unless
 *   told; a streamed body has no fingerprint, so its route is neither `new` nor `existing`;
 * - `body`: the schema of a JSON body, a body of `bytes`, or one of `stream`;
 * - `bodyLimitBytes`: the largest JSON body, when it may be larger than the app's limit;
 * - `answer`: a streamed one cannot be kept under a key, so its `change` is `nothing`;
 * - `refusals`: the tags worth naming in the documentation.
 */
export interface RouteDefinition<
  Path extends `/${string}`,
  Fields extends PathFields<Path>,
  Query,
  Body,
  Answer,
  R extends Refusal,
  Services,
> {
  readonly name: string
  readonly method: Method
  readonly path: Path
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly capacities: readonly [Capacity, ...ReadonlyArray<Capacity>]
  readonly onBehalf?: ReadonlyArray<Capacity>
  readonly requirements: ReadonlyArray<string>
  readonly change?: Change
  readonly prolongs?: boolean
  readonly params: Fields
  readonly query?: QueryReader<Query>
  readonly body?: RouteBody<Body>
  readonly bodyLimitBytes?: number
  readonly answer: AnswerWriter<Answer>
  readonly refusals?: ReadonlyArray<string>
  readonly handle: (
    input: Input<Schema.Struct.Type<Fields>, Query, Body>,
  ) => Effect.Effect<NoInfer<Answer>, R, Services>
}

/** A person in one capacity or more, never in none. */
export type Actors = readonly [Actor, ...ReadonlyArray<Actor>]

/** A request as far as the app has read it: known author, raw parts. */
export interface Call {
  readonly identity: Identity
  readonly actors: Actors
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly seen: number | undefined
  readonly now: Instant
}

/** A route, its schemas compiled; `R` what its use case can answer, `Services` what it needs. */
export interface Route<out R extends Refusal, out Services> {
  readonly name: string
  readonly method: Method
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly capacities: ReadonlyArray<Capacity>
  readonly onBehalf: ReadonlyArray<Capacity>
  readonly requirements: ReadonlyArray<string>
  readonly refusals: ReadonlyArray<string>
  readonly change: Change
  readonly prolongs: boolean
  readonly schemas: RouteSchemas
  readonly bodyLimitBytes?: number
  /** The catalogue of its context, when that is not the app's. */
  readonly catalogue?: AnyCatalogue
  /** Reads a call; gives what remains to be run, or all that is wrong with the request. */
  readonly prepare: (
    call: Call,
  ) => Result.Result<Effect.Effect<Written, R, Services>, RequestRefusal>
}

/** The parts of a route that the OpenAPI document describes. */
export interface RouteSchemas {
  readonly params: Readonly<Record<string, Schema.Constraint>>
  readonly query: QueryReader<unknown>["parameters"]
  readonly body: Schema.Constraint | undefined
  readonly rawBody: Omit<RawBody<unknown>, "read"> | undefined
  readonly streamedBody: Omit<StreamedBody<unknown>, "readStream"> | undefined
  readonly answer: Omit<AnswerWriter<never>, "write">
}

/** Any route. */
export type AnyRoute = Route<Refusal, unknown>

/** What the use case of a route can answer. */
export type RefusalOf<R> = R extends Route<infer Answered, infer _> ? Answered : never

/** What the use case of a route needs. */
export type ServicesOf<R> = R extends Route<infer _, infer Services> ? Services : never

/** Makes a route of its definition. */
export const route = <
  const Path extends `/${string}`,
  const Fields extends PathFields<Path>,
  Answer,
  R extends Refusal = never,
  Services = never,
  Query = Readonly<Record<never, never>>,
  Body = undefined,
>(
  definition: RouteDefinition<Path, Fields, Query, Body, Answer, R, Services>,
): Route<R, Services> => {
  const { answer, body, handle, method, params, query, refusals, change, ...others } = definition
  const { onBehalf = [], prolongs = true, ...told } = others
  const readers = readersOf(definition)
  return {
    ...told,
    method,
    change: changeOf({ ...told, method, body, change, answer }),
    refusals: refusals ?? [],
    onBehalf,
    prolongs,
    schemas: {
      params,
      query: (query ?? noParameters).parameters,
      body: isRawBody(body) || isStreamedBody(body) ? undefined : body,
      rawBody: isRawBody(body) ? body : undefined,
      streamedBody: isStreamedBody(body) ? body : undefined,
      answer,
    },
    prepare: (call) => {
      const input = inputOf(readers, call)
      if (Result.isFailure(input)) return Result.fail(invalid(input.failure))
      const handled = asEach(handle, input.success, call.actors)
      return Result.succeed(Effect.map(handled, (given) => answer.write(given, call.query)))
    },
  }
}

const changeOf = <Body>({
  name,
  method,
  body,
  change,
  answer,
}: {
  readonly name: string
  readonly method: Method
  readonly body: RouteBody<Body> | undefined
  readonly change: Change | undefined
  readonly answer: Pick<AnswerWriter<never>, "isStreamed">
}): Change => {
  if (answer.isStreamed === true && (method !== "GET" || (change ?? "nothing") !== "nothing")) {
    throw new Error(`${name}: a streamed answer cannot be kept, so its route only reads`)
  }
  if (!isStreamedBody(body)) return change ?? (method === "GET" ? "nothing" : "existing")
  if (change === "new" || change === "existing") {
    throw new Error(`${name}: a streamed body has no fingerprint for Idempotency-Key`)
  }
  return change ?? "replacing"
}

interface Readers<Params, Query, Body> {
  readonly params: Decode<Params>
  readonly query: QueryReader<Query>["read"]
  readonly body: Decode<Body>
}

// The defaults of `Query` and `Body` are what is read when a route has none.
const readersOf = <Path extends `/${string}`, Fields extends PathFields<Path>, Query, Body>(
  definition: Pick<
    RouteDefinition<Path, Fields, Query, Body, never, never, never>,
    "params" | "query" | "body"
  >,
): Readers<Schema.Struct.Type<Fields>, Query, Body> => ({
  params: fieldsDecoderOf(definition.params, "path"),
  query: (definition.query ?? (noParameters as QueryReader<Query>)).read,
  body: bodyReaderOf(definition.body),
})

const bodyReaderOf = <Body>(body: RouteBody<Body> | undefined): Decode<Body> => {
  if (body === undefined) return () => Result.succeed(undefined as Body)
  if (isStreamedBody(body)) return (file) => Result.succeed(body.readStream(file as SentStream))
  return isRawBody(body)
    ? (file) => Result.succeed(body.read(file as SentFile))
    : decoderOf(body, "body")
}

const inputOf = <Params, Query, Body>(
  readers: Readers<Params, Query, Body>,
  call: Call,
): Result.Result<Input<Params, Query, Body>, ReadonlyArray<Violation>> => {
  const params = readers.params(call.params)
  const query = readers.query(call.query)
  const body = readers.body(call.body)
  if (Result.isSuccess(params) && Result.isSuccess(query) && Result.isSuccess(body)) {
    return Result.succeed({
      identity: call.identity,
      actor: call.actors[0],
      params: params.success,
      query: query.success,
      body: body.success,
      seen: call.seen,
      now: call.now,
    })
  }
  return Result.fail([params, query, body].flatMap(violationsIn))
}

// Rights depend on the file: who evaluates one may be the agent of another. A person who holds one
// capacity of the route costs nothing more.
const asEach = <In extends { readonly actor: Actor }, Answer, R extends Refusal, Services>(
  handle: (input: In) => Effect.Effect<Answer, R, Services>,
  input: In,
  [, ...others]: Actors,
): Effect.Effect<Answer, R, Services> =>
  others.reduce(
    (tried, actor) =>
      tried.pipe(
        Effect.catch((refusal) =>
          isOfCapacity(refusal)
            ? Effect.mapError(handle({ ...input, actor }), (next) => moreTelling(refusal, next))
            : Effect.fail(refusal),
        ),
      ),
    handle(input),
  )

const violationsIn = (
  read: Result.Result<unknown, ReadonlyArray<Violation>>,
): ReadonlyArray<Violation> => (Result.isFailure(read) ? read.failure : [])

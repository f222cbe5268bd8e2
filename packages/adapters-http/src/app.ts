/**
 * The app (application HTTP): a table of routes, a catalogue of refusals, a means of
 * authentication, and a way to run effects; any Hono or fetch server can mount it.
 *
 * Each request is one run of one effect, and each response is made in one go with all its headers:
 * this is what keeps the Node adapter on its fast path.
 */
import type { IdempotencyKeys } from "@convoque/core/kernel/ports"
import type { Refusal } from "@convoque/core/kernel/refusal"
import type * as Effect from "effect/Effect"
import { Hono } from "hono"
import { type Authentication, credentialHeaders } from "./authentication/identity.ts"
import { httpCatalogue } from "./http-catalogue.ts"
import { openApiDocument } from "./openapi.ts"
import type { Sentences } from "./language.ts"
import type { AnyCatalogue, CatalogueEntry, RefusalCatalogue } from "./problem.ts"
import { makeLimiter, type RateLimit } from "./rate-limit.ts"
import { type HttpRefusal, isRefusedByUseCase, type RequestRefusal } from "./refusals.ts"
import { type Answering, askedBy, broken, type LoggedFailure, refused, served } from "./respond.ts"
import type { AnyRoute, Method, RefusalOf, Route, ServicesOf } from "./route.ts"
import { type FormatWording, kernelFormats } from "./violation-wording.ts"

/** Runs effects that need `Services`, as `ManagedRuntime.runPromise` does. */
export type Run<in Services> = <A>(effect: Effect.Effect<A, never, Services>) => Promise<A>

/** The refusals of a table of routes that its own catalogue has to word. */
export type RefusalsToWord<Routes extends ReadonlyArray<AnyRoute>> = Exclude<
  RefusalOf<Routes[number]>,
  { readonly _tag: HttpRefusal["_tag"] }
>

/**
 * Gives routes that carry the catalogue of their context. An app of several contexts needs it: one
 * code may have other values, another sentence or other grounds in each.
 */
export const worded = <const Routes extends ReadonlyArray<AnyRoute>>(
  routes: Routes,
  catalogue: RefusalCatalogue<RefusalsToWord<Routes>>,
): ReadonlyArray<Route<never, ServicesOf<Routes[number]>>> =>
  routes.map(
    (route) => ({ ...route, catalogue }) as AnyRoute as Route<never, ServicesOf<Routes[number]>>,
  )

/**
 * What an app is made of.
 *
 * - `title`, `version`: of the API, for its documentation;
 * - `basePath`: the prefix under which the server passes requests on, such as `/api`;
 * - `bodyLimitBytes`: of JSON bodies, 1 MB when absent; a route may take larger ones;
 * - `formats`: wording of the contexts' own formats;
 * - `docsPage`: the page at `/docs`, given the address of the OpenAPI document;
 * - `log`: told of defects and of failures that somebody has to look at.
 */
export interface AppOptions<Routes extends ReadonlyArray<AnyRoute>, Services> {
  readonly routes: Routes
  readonly catalogue: RefusalCatalogue<RefusalsToWord<Routes>>
  readonly authentication: Authentication<Services>
  readonly run: Run<ServicesOf<Routes[number]> | Services | IdempotencyKeys>
  readonly log: (failure: LoggedFailure) => void
  readonly title: string
  readonly version: string
  readonly basePath?: string
  readonly bodyLimitBytes?: number
  readonly rateLimit?: RateLimit
  readonly formats?: FormatWording
  readonly docsPage?: (openApiAddress: string) => Response | Promise<Response>
}

/** Makes the app. */
export const makeApp = <const Routes extends ReadonlyArray<AnyRoute>, Services>(
  options: AppOptions<Routes, Services>,
): Hono => {
  const answeringFor = answeringOf(options)
  const answering = answeringFor(options.catalogue as AnyCatalogue)
  const app = new Hono().basePath(options.basePath ?? "")
  for (const route of options.routes.toSorted(fixedPathsFirst)) {
    const own = route.catalogue === undefined ? answering : answeringFor(route.catalogue)
    app.on(route.method, route.path, (c) => served(own, route, c))
  }
  addDocumentation(app, options, answering)
  const allowedAt = methodsByPath(options)
  app.notFound((c) => {
    const allowed = allowedAt(new URL(c.req.url).pathname)
    const refusal: RequestRefusal =
      allowed.length === 0 ? { _tag: "not-found" } : { _tag: "method-not-allowed", allowed }
    return refused(answering, askedBy(c), refusal)
  })
  app.onError((error, c) => broken(answering, askedBy(c), error.stack ?? error.message))
  return app
}

const answeringOf = <Routes extends ReadonlyArray<AnyRoute>, Services>(
  options: AppOptions<Routes, Services>,
): ((added: AnyCatalogue) => Answering) => {
  const own: AnyCatalogue = httpCatalogue({ ...kernelFormats, ...options.formats })
  const common = {
    authentication: options.authentication,
    // The services of all routes together are known to the caller only.
    run: options.run as Run<unknown>,
    limit: makeLimiter(options.rateLimit),
    bodyLimitBytes: options.bodyLimitBytes ?? 1_048_576,
    vary: varyOf(options).join(", "),
    log: options.log,
  }
  return (added) => ({ ...common, catalogue: { ...added, ...grounded(own, added) } })
}

const varyOf = <Routes extends ReadonlyArray<AnyRoute>, Services>({
  authentication,
  routes,
}: AppOptions<Routes, Services>): ReadonlyArray<string> => [
  ...credentialHeaders(authentication),
  ...(routes.some(({ onBehalf }) => onBehalf.length > 0) ? ["On-Behalf-Of"] : []),
  "Accept-Language",
]

// A context may tell what our own tags stand on.
const grounded = (own: AnyCatalogue, added: AnyCatalogue): AnyCatalogue =>
  Object.fromEntries(
    Object.entries(own).map(([tag, entry]) => {
      const theirs = added[tag]
      if (theirs === undefined) return [tag, entry]
      return [tag, { ...entry, grounds: theirs.grounds, sentence: sentencesOf(entry, theirs) }]
    }),
  )

// A use case says more precisely than we do who may act. All other sentences of our tags stay: they
// fit our own values.
const sentencesOf = (
  own: CatalogueEntry<Refusal>,
  theirs: CatalogueEntry<Refusal>,
): Sentences<Refusal> => {
  const by = (refusal: Refusal) => (isRefusedByUseCase(refusal) ? theirs : own).sentence
  return { fr: (refusal) => by(refusal).fr(refusal), en: (refusal) => by(refusal).en(refusal) }
}

// `/files/late` must be tried before `/files/:agent`.
const fixedPathsFirst = (left: AnyRoute, right: AnyRoute): number =>
  compareTexts(left.path.replaceAll(":", "\uffff"), right.path.replaceAll(":", "\uffff"))

const compareTexts = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0

const addDocumentation = <Routes extends ReadonlyArray<AnyRoute>, Services>(
  app: Hono,
  options: AppOptions<Routes, Services>,
  answering: Answering,
): void => {
  const { basePath = "", docsPage } = options
  let document: string | undefined
  app.get("/openapi.json", (c) => {
    document ??= JSON.stringify(openApiDocument(options, answering.catalogue))
    return c.body(document, 200, { "content-type": "application/json" })
  })
  if (docsPage !== undefined) app.get("/docs", () => docsPage(`${basePath}/openapi.json`))
}

const methodsByPath = ({
  routes,
  basePath = "",
}: Pick<AppOptions<ReadonlyArray<AnyRoute>, never>, "routes" | "basePath">): ((
  path: string,
) => ReadonlyArray<Method>) => {
  const known = routes.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${basePath}${path.replaceAll(/:\w+/gu, "[^/]+")}$`, "u"),
  }))
  return (path) => [
    ...new Set(known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)),
  ]
}

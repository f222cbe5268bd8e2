/** A small table of routes with everything a route can be: notes that people keep. */
import { CivilDate, Instant, instantFromMillis } from "@convoque/core/kernel/calendar"
import type { StaleConflict } from "@convoque/core/kernel/handle"
import { PersonId, TenantId } from "@convoque/core/kernel/identity"
import type { Capacity } from "@convoque/core/kernel/identity"
import { type KeyedEntry, listRefusal, pageOf, type View } from "@convoque/core/kernel/listing"
import { type IdempotencyKeys, Sessions, StorageUnavailable } from "@convoque/core/kernel/ports"
import { foldedKey, singleLine } from "@convoque/core/kernel/text"
import { layerIdempotencyKeysMemory, layerSessionsMemory } from "@convoque/testing"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Schema from "effect/Schema"
import {
  type Authentication,
  file,
  json,
  listing,
  makeApp,
  nothing,
  page,
  parameters,
  refusalCatalogue,
  type RateLimit,
  route,
} from "../../src/index.ts"
import type { LoggedFailure } from "../../src/index.ts"

/** A note as it is read. */
export const Note = Schema.Struct({ title: Schema.String, day: CivilDate, by: PersonId }).annotate({
  identifier: "Note",
})
type Note = typeof Note.Type

const NoteEntry = Schema.Struct({
  title: singleLine(40),
  day: CivilDate,
  weight: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9 }))),
  kind: Schema.optionalKey(Schema.Literals(["plain", "urgent"])),
  links: Schema.optionalKey(
    Schema.Array(Schema.TaggedUnion({ web: { url: Schema.String }, note: { id: PersonId } })),
  ),
}).annotate({ identifier: "NoteEntry" })

/** What the sample refuses. */
export type NoteRefusal =
  | { readonly _tag: "note.unknown"; readonly note: string }
  | { readonly _tag: "note.closed"; readonly since: CivilDate; readonly legalSource: string }

/** The sample's catalogue. */
export const noteCatalogue = refusalCatalogue<NoteRefusal>({
  statuses: { "note.unknown": 404, "note.closed": 409 },
  grounds: {
    "note.unknown": { requirements: ["NOTE-01"] },
    "note.closed": { requirements: ["NOTE-02"] },
  },
  fr: {
    "note.unknown": ({ note }) => `La note ${note} n'existe pas.`,
    "note.closed": ({ since }) => `La note est close depuis le ${since}.`,
  },
  en: {
    "note.unknown": ({ note }) => `There is no note ${note}.`,
    "note.closed": ({ since }) => `The note has been closed since ${since}.`,
  },
})

/** What the sample's use cases need: the notes, and the count of handler calls. */
export class Notes extends Context.Service<
  Notes,
  {
    readonly calls: { count: number }
    readonly notes: Map<string, { readonly note: Note; readonly version: number }>
  }
>()("test/Notes") {}

export const notesView: View<Note, { readonly title: string }> = {
  name: "notes",
  sortColumns: ["title", "day"],
  filterNames: ["by"],
  entries: ({ title, day, by }) => [
    {
      scope: "all",
      part: "",
      sorts: { title, day },
      filters: { by: [by] },
      search: foldedKey(title),
      row: { title },
    },
  ],
}

const called = Effect.map(Notes, ({ calls, notes }) => {
  calls.count += 1
  return notes
})

const found = (id: string) =>
  Effect.flatMap(called, (notes) => {
    const kept = notes.get(id)
    return kept === undefined
      ? Effect.fail({ _tag: "note.unknown", note: id } as const)
      : Effect.succeed(kept)
  })

const stale = (seen: number, current: number): StaleConflict => ({
  _tag: "conflict.stale-version",
  seen,
  current,
})

const everybody = ["agent", "evaluator", "campaign-manager"] as const
const path = "/notes/:note"
const params = { note: PersonId }
const common = { tag: "Notes", requirements: ["NOTE-01"] }

const readNote = route({
  ...common,
  name: "readNote",
  method: "GET",
  path,
  summary: "Lire une note",
  capacities: everybody,
  params,
  answer: json(Note),
  refusals: ["note.unknown"],
  handle: ({ params }) =>
    Effect.map(found(params.note), ({ note, version }) => ({ body: note, version })),
})

const listNotes = route({
  ...common,
  name: "listNotes",
  method: "GET",
  path: "/notes",
  summary: "Lister les notes",
  capacities: ["evaluator", "campaign-manager"],
  params: {},
  query: listing(notesView),
  answer: page(Schema.Struct({ title: Schema.String })),
  handle: ({ query }) =>
    Effect.gen(function* () {
      const notes = yield* called
      const asked = { ...query, scope: "all" }
      const refusal = listRefusal(notesView, asked)
      if (refusal !== undefined) return yield* Effect.fail(refusal)
      const entries: ReadonlyArray<KeyedEntry<{ readonly title: string }>> = [...notes].flatMap(
        ([key, { note }]) => notesView.entries(note, key).map((entry) => ({ ...entry, key })),
      )
      return pageOf(entries, asked)
    }),
})

const addNote = route({
  ...common,
  name: "addNote",
  method: "POST",
  path: "/notes/:note",
  summary: "Écrire une note",
  capacities: ["agent"],
  change: "new",
  params,
  body: NoteEntry,
  answer: json(Note, 201),
  handle: ({ params: { note: id }, body: { title, day }, actor }) =>
    Effect.gen(function* () {
      const notes = yield* called
      const current = notes.get(id)?.version ?? 0
      if (current > 0) return yield* Effect.fail(stale(0, current))
      const note = { title, day, by: actor.person }
      notes.set(id, { note, version: 1 })
      return { body: note, version: 1, location: id }
    }),
})

const changeNote = route({
  ...common,
  name: "changeNote",
  method: "PUT",
  path,
  summary: "Changer une note",
  capacities: ["evaluator", "agent"],
  params,
  body: NoteEntry,
  answer: nothing,
  refusals: ["note.unknown", "note.closed"],
  handle: ({ params, body, seen = 0, actor }) =>
    Effect.gen(function* () {
      const { version } = yield* found(params.note)
      if (version !== seen) return yield* Effect.fail(stale(seen, version))
      if (body.title === "close") return yield* Effect.fail(closed)
      if (body.title === "lost") return yield* Effect.fail(lostInCommit)
      if (body.title === "defect") return yield* Effect.die(new Error("secret detail"))
      const note = { title: body.title, day: body.day, by: actor.person }
      ;(yield* Notes).notes.set(params.note, { note, version: version + 1 })
      return { version: version + 1 }
    }),
})

const closed: NoteRefusal = {
  _tag: "note.closed",
  since: CivilDate.make("2026-06-17"),
  legalSource: "Arrêté du 5 mai 2017, art. 2",
}

const lostInCommit = new StorageUnavailable({ reason: "socket hang up", safeToRetry: false })

const weighNote = route({
  ...common,
  name: "weighNote",
  method: "POST",
  path: "/notes/:note/weight",
  summary: "Peser une note sans rien écrire",
  capacities: everybody,
  change: "nothing",
  params,
  query: parameters({
    factor: Schema.FiniteFromString,
    unit: Schema.optionalKey(Schema.Array(Schema.Literals(["g", "kg"]))),
  }),
  body: NoteEntry,
  answer: json(Schema.Struct({ weight: Schema.Finite, units: Schema.Array(Schema.String) })),
  handle: ({ query: { factor, unit = [] }, body }) =>
    Effect.map(called, () => ({ body: { weight: (body.weight ?? 1) * factor, units: unit } })),
})

const printNote = route({
  ...common,
  name: "printNote",
  method: "GET",
  path: "/notes/:note/file",
  summary: "Imprimer une note",
  capacities: everybody,
  params,
  answer: file("text/calendar"),
  handle: ({ params }) =>
    Effect.map(found(params.note), ({ note, version }) => ({
      content: note.title,
      fileName: `Été ${params.note}.ics`,
      version,
    })),
})

const latestNotes = route({
  ...common,
  name: "latestNotes",
  method: "GET",
  path: "/notes/latest",
  summary: "Lire les notes du jour de la demande",
  capacities: ["campaign-manager"],
  params: {},
  answer: json(Schema.Struct({ at: Instant })),
  handle: ({ now }) => Effect.map(called, () => ({ body: { at: now } })),
})

/** The sample's routes. */
export const noteRoutes = [
  readNote,
  listNotes,
  addNote,
  changeNote,
  weighNote,
  printNote,
  latestNotes,
] as const

/** Believes the header `x-test-as: person capacity capacity`. */
export const headerAuthentication: Authentication = {
  schemes: { test: { type: "apiKey", in: "header", name: "x-test-as" } },
  identify: ({ headers }) => {
    const [person, ...capacities] = headers.get("x-test-as")?.split(" ") ?? []
    return Effect.succeed(
      person === undefined
        ? undefined
        : {
            tenant: TenantId.make("lyon"),
            person: PersonId.make(person),
            capacities: capacities as ReadonlyArray<Capacity>,
          },
    )
  },
}

/** The moment at which every sample request is answered, unless moved. */
export const noon = 1_781_690_400_000

/** What a test holds of a running sample. */
export interface Sample {
  readonly app: ReturnType<typeof makeApp>
  readonly calls: { count: number }
  readonly notes: Map<string, { readonly note: Note; readonly version: number }>
  readonly logged: Array<LoggedFailure>
  readonly clock: { millis: number }
  readonly run: <A, E>(
    effect: Effect.Effect<A, E, Notes | Sessions | IdempotencyKeys>,
  ) => Promise<A>
}

/** Makes a running sample. */
export const sample = (
  options: {
    readonly authentication?: Authentication<Sessions>
    readonly rateLimit?: RateLimit
    readonly basePath?: string
  } = {},
): Sample => {
  const clock = { millis: noon }
  const calls = { count: 0 }
  const notes: Sample["notes"] = new Map([
    [
      "n-1",
      {
        note: { title: "Été", day: CivilDate.make("2026-06-17"), by: PersonId.make("p-1") },
        version: 3,
      },
    ],
  ])
  const logged: Array<LoggedFailure> = []
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(
      Layer.succeed(Notes, { calls, notes }),
      layerIdempotencyKeysMemory,
      layerSessionsMemory,
      Layer.succeed(Clock.Clock, fixedClock(clock)),
    ),
  )
  const app = makeApp({
    routes: noteRoutes,
    catalogue: noteCatalogue,
    authentication: options.authentication ?? headerAuthentication,
    run: runtime.runPromise,
    log: (failure) => logged.push(failure),
    title: "Notes",
    version: "1.0.0",
    ...(options.rateLimit === undefined ? {} : { rateLimit: options.rateLimit }),
    ...(options.basePath === undefined ? {} : { basePath: options.basePath }),
    docsPage: (address) => new Response(`<html lang="fr">${address}</html>`),
  })
  return { app, calls, notes, logged, clock, run: runtime.runPromise }
}

/** Gives a clock that stands still unless moved. */
export const fixedClock = (clock: { readonly millis: number }): Clock.Clock => {
  const nanos = (): bigint => BigInt(clock.millis) * 1_000_000n
  return {
    currentTimeMillisUnsafe: () => clock.millis,
    currentTimeMillis: Effect.sync(() => clock.millis),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: nanos,
    monotonicTimeNanos: Effect.sync(nanos),
    sleep: () => Effect.void,
  }
}

/** Gives the instant of the sample's clock. */
export const instantOf = ({ clock }: Sample): Instant => instantFromMillis(clock.millis)

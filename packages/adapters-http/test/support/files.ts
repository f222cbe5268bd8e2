/** A small table of routes about files: bodies of bytes, kept files, drawings, delegates. */
import { type Actor, PersonId } from "@convoque/core/kernel/identity"
import { layerTableReader } from "@convoque/adapters-documents"
import { layerIdempotencyKeysMemory } from "@convoque/testing"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Schema from "effect/Schema"
import {
  bytes,
  json,
  keptFile,
  makeApp,
  nothing,
  refusalCatalogue,
  route,
  svg,
  tableLines,
  tableMalformedEntry,
} from "../../src/index.ts"
import { fixedClock, headerAuthentication, noon } from "./sample.ts"

type Delegation =
  | { readonly _tag: "delegation.unknown" }
  | { readonly _tag: "delegation.not-in-force" }
  | { readonly _tag: "actor.not-allowed"; readonly command: string }

const params = { file: PersonId }
const common = { tag: "Files", requirements: [] }

const kept = new Map<string, { readonly content: Uint8Array; readonly mediaType: string }>()

const putFile = route({
  ...common,
  name: "putFile",
  method: "PUT",
  path: "/files/:file",
  summary: "Déposer un fichier",
  capacities: ["agent"],
  change: "new",
  params,
  body: bytes({ mediaTypes: ["application/pdf"], limitBytes: 1000, beginning: "%PDF-" }),
  answer: nothing,
  handle: ({ params: { file }, body }) =>
    Effect.sync(() => {
      kept.set(file, { content: body.bytes, mediaType: body.mediaType })
      return {}
    }),
})

const getFile = route({
  ...common,
  name: "getFile",
  method: "GET",
  path: "/files/:file",
  summary: "Ouvrir un fichier",
  capacities: ["agent"],
  params,
  answer: keptFile("application/pdf", "text/csv"),
  handle: ({ params: { file } }) =>
    Effect.sync(() => {
      const found = kept.get(file) ?? { content: new Uint8Array(), mediaType: "text/html" }
      return { ...found, fileName: file }
    }),
})

const importLines = route({
  ...common,
  name: "importLines",
  method: "POST",
  path: "/imports",
  summary: "Lire une population",
  capacities: ["agent"],
  change: "new",
  params: {},
  body: bytes({ mediaTypes: ["text/csv", "application/vnd.ms-excel"], limitBytes: 100_000 }),
  answer: json(
    Schema.Struct({
      lines: Schema.Array(
        Schema.Struct({
          line: Schema.Int,
          values: Schema.Record(Schema.String, Schema.String),
        }),
      ),
    }).annotate({ identifier: "ImportedLines" }),
    202,
  ),
  refusals: ["table.malformed"],
  handle: ({ body }) =>
    Effect.map(tableLines(Buffer.from(body.bytes).toString("latin1")), (lines) => ({
      body: { lines },
      location: "imports/1",
    })),
})

const drawing = route({
  ...common,
  name: "drawing",
  method: "GET",
  path: "/drawing.svg",
  summary: "Dessiner",
  capacities: ["agent"],
  params: {},
  answer: svg,
  handle: () => Effect.succeed({ svg: "<svg>é</svg>" }),
})

const signed: Array<Actor> = []

/** Signed by the superior p-1 or the authority p-2, whose delegate is p-3 in each. */
export const signFile = route({
  ...common,
  name: "signFile",
  method: "POST",
  path: "/files/:file/signature",
  summary: "Signer",
  capacities: ["agent", "superior", "authority"],
  onBehalf: ["superior", "authority"],
  change: "new",
  params,
  answer: json(Schema.Struct({ by: Schema.String }).annotate({ identifier: "Signed" })),
  handle: ({ actor }) => Effect.suspend(() => signing(actor)),
})

const signing = (actor: Actor) => {
  const { capacity, person, onBehalfOf = person } = actor
  if (onBehalfOf !== person && person !== "p-3") return fails({ _tag: "delegation.unknown" })
  if (onBehalfOf === "p-9") return fails({ _tag: "delegation.not-in-force" })
  if (onBehalfOf === "p-1" && capacity === "authority") {
    return fails({ _tag: "delegation.unknown" })
  }
  if (onBehalfOf === "p-2" && capacity === "superior") {
    return fails({ _tag: "delegation.unknown" })
  }
  const owner = capacity === "superior" ? "p-1" : "p-2"
  if (onBehalfOf !== owner || capacity === "agent")
    return fails({ _tag: "actor.not-allowed", command: "sign" })
  signed.push(actor)
  return Effect.succeed({ body: { by: `${person} for ${onBehalfOf} as ${capacity}` } })
}

const fails = (refusal: Delegation) => Effect.fail(refusal)

/** Every route about files. */
export const fileRoutes = [putFile, getFile, importLines, drawing, signFile] as const

const said = { fr: () => "Non.", en: () => "No." }
const plain = { requirements: [] }

/** An app that serves them. */
export const filesApp = () => {
  signed.length = 0
  kept.clear()
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(
      layerIdempotencyKeysMemory,
      layerTableReader,
      Layer.succeed(Clock.Clock, fixedClock({ millis: noon })),
    ),
  )
  const app = makeApp({
    routes: fileRoutes,
    catalogue: {
      ...refusalCatalogue<Delegation>({
        statuses: {
          "delegation.unknown": 403,
          "delegation.not-in-force": 403,
          "actor.not-allowed": 403,
        },
        grounds: {
          "delegation.unknown": plain,
          "delegation.not-in-force": plain,
          "actor.not-allowed": plain,
        },
        fr: {
          "delegation.unknown": said.fr,
          "delegation.not-in-force": said.fr,
          "actor.not-allowed": said.fr,
        },
        en: {
          "delegation.unknown": said.en,
          "delegation.not-in-force": said.en,
          "actor.not-allowed": said.en,
        },
      }),
      "table.malformed": tableMalformedEntry("FILE-01"),
    },
    authentication: headerAuthentication,
    run: runtime.runPromise,
    log: () => undefined,
    title: "Files",
    version: "1.0.0",
  })
  return { app, kept, signed }
}

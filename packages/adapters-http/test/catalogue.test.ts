import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  disposition,
  json,
  makeApp,
  preferredLanguage,
  refusalCatalogue,
  route,
  worded,
} from "../src/index.ts"
import { ask } from "./support/ask.ts"
import { headerAuthentication, Note, noteRoutes, sample } from "./support/sample.ts"

const refusing = route({
  name: "refuse",
  method: "GET",
  path: "/refuse",
  tag: "Notes",
  summary: "Refuser",
  capacities: ["agent"],
  requirements: [],
  params: {},
  answer: json(Note),
  handle: () => Effect.fail({ _tag: "actor.not-allowed", command: "refuse" } as const),
})

const common = {
  authentication: headerAuthentication,
  log: () => undefined,
  title: "Notes",
  version: "1.0.0",
}

describe("the catalogue", () => {
  test("must word every refusal of the routes", () => {
    const { run } = sample()
    // @ts-expect-error the refusals of the notes are not worded
    const app = makeApp({ ...common, run, routes: noteRoutes, catalogue: {} })
    expect(app).toBeDefined()
  })

  test("must be given a runtime with every service of the routes", () => {
    const app = makeApp({
      ...common,
      // @ts-expect-error nothing provides the keys of idempotency
      run: Effect.runPromise,
      routes: [refusing],
      catalogue: {},
    })
    expect(app).toBeDefined()
  })

  test("words what a use case refuses under a tag of this package, and gives its grounds", async () => {
    const { run } = sample()
    const catalogue = refusalCatalogue<{
      readonly _tag: "actor.not-allowed"
      readonly command: string
    }>({
      statuses: { "actor.not-allowed": 409 },
      grounds: { "actor.not-allowed": { requirements: ["RDC-03"] } },
      fr: { "actor.not-allowed": ({ command }) => command.toUpperCase() },
      en: { "actor.not-allowed": ({ command }) => command.toUpperCase() },
    })
    const app = makeApp({ ...common, run, routes: [refusing], catalogue })
    for (const [as, detail] of [
      ["p-1 agent", "REFUSE"],
      ["p-1 evaluator", "Votre qualité ne permet pas cette action."],
    ] as const) {
      expect(await (await ask(app, "/refuse", { as })).json()).toMatchObject({
        status: 403,
        detail,
        requirements: ["RDC-03"],
      })
    }
  })
})

describe("the catalogues of two contexts", () => {
  type Unknown = { readonly _tag: "campaign.unknown"; readonly year: number }

  const of = (context: string) => {
    const refusal: Unknown = { _tag: "campaign.unknown", year: 2026 }
    const asking = route({
      name: `read${context}`,
      method: "GET",
      path: `/${context}`,
      tag: context,
      summary: "Lire",
      capacities: ["agent"],
      requirements: [],
      params: {},
      answer: json(Note),
      refusals: ["campaign.unknown"],
      handle: () => Effect.fail(refusal),
    })
    const catalogue = refusalCatalogue<Unknown>({
      statuses: { "campaign.unknown": context === "one" ? 404 : 410 },
      grounds: { "campaign.unknown": { requirements: [context] } },
      fr: { "campaign.unknown": ({ year }) => `${context} ${year}` },
      en: { "campaign.unknown": ({ year }) => `${context} ${year}` },
    })
    return worded([asking], catalogue)
  }

  test("word the same code each in its own way, and document it so", async () => {
    const { run } = sample()
    const app = makeApp({ ...common, run, routes: [...of("one"), ...of("two")], catalogue: {} })
    for (const [context, status] of [
      ["one", 404],
      ["two", 410],
    ] as const) {
      expect(await (await ask(app, `/${context}`, { as: "p-1 agent" })).json()).toMatchObject({
        status,
        detail: `${context} 2026`,
        requirements: [context],
      })
    }
    expect(await (await ask(app, "/one", { as: "p-1 evaluator" })).json()).toMatchObject({
      code: "actor.not-allowed",
      detail: "Votre qualité ne permet pas cette action.",
    })
    expect(await (await ask(app, "/openapi.json")).json()).toMatchObject({
      paths: {
        "/one": { get: { responses: { 404: { description: "campaign.unknown" } } } },
        "/two": { get: { responses: { 410: { description: "campaign.unknown" } } } },
      },
    })
  })

  test("must word every refusal of their routes", () => {
    // @ts-expect-error the refusal of the use case has no sentence
    expect(worded([refusing, ...noteRoutes], {})).toHaveLength(noteRoutes.length + 1)
  })
})

describe("headers", () => {
  test.each([
    [undefined, "fr"],
    ["", "fr"],
    ["en", "en"],
    ["fr, en", "fr"],
    ["en;q=0.9, fr-FR;q=0.8", "en"],
    ["de, *;q=0.5", "fr"],
    ["english", "fr"],
  ])("prefer by %j: %s", (header, language) => {
    expect(preferredLanguage(header)).toBe(language)
  })

  test("hold no line break or quote of a file name", () => {
    expect(disposition('a"\r\nSet-Cookie: x;é.pdf')).toBe(
      "attachment; filename=\"a_Set-Cookie_x_e_.pdf\"; filename*=UTF-8''a%22%0D%0ASet-Cookie%3A%20x%3B%C3%A9.pdf",
    )
  })
})

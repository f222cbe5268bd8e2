/** The OpenAPI document of exam missions, alone and beside those of the other contexts. */
import { wordingEn as careerEn, wordingFr as careerFr } from "@convoque/core/career-appointments"
import { wordingEn, wordingFr } from "@convoque/core/exam-missions"
import { wordingEn as interviewsEn, wordingFr as interviewsFr } from "@convoque/core/interviews"
import { validate } from "@readme/openapi-parser"
import { describe, expect, test } from "vitest"
import {
  careerAppointmentsCatalogue,
  careerAppointmentsRoutes,
  examMissionsCatalogue,
  examMissionsRoutes,
  httpCatalogue,
  interviewsCatalogue,
  interviewsRoutes,
  type Json,
  kernelFormats,
  openApiDocument,
  sessionRoutes,
  worded,
} from "../../src/index.ts"
import { headerAuthentication } from "../support/sample.ts"

interface Answered {
  readonly description: string
  readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>
}

interface Operation {
  readonly operationId: string
  readonly description?: string
  readonly summary: string
  readonly responses: Readonly<Record<string, Answered>>
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

const own = examMissionsCatalogue({ fr: wordingFr, en: wordingEn })
const others = [
  ...worded(careerAppointmentsRoutes, careerAppointmentsCatalogue({ fr: careerFr, en: careerEn })),
  ...worded(interviewsRoutes, interviewsCatalogue({ fr: interviewsFr, en: interviewsEn })),
  ...sessionRoutes,
]
const routes = [...others, ...worded(examMissionsRoutes, own)]

const documented = { title: "Tout", version: "1.0.0", authentication: headerAuthentication }

const alone: Json = openApiDocument({ ...documented, routes: examMissionsRoutes }, {
  ...own,
  ...httpCatalogue(kernelFormats),
} as Parameters<typeof openApiDocument>[1])
const together: Json = openApiDocument(
  { ...documented, routes },
  httpCatalogue(kernelFormats) as Parameters<typeof openApiDocument>[1],
)

const othersAlone: Json = openApiDocument(
  { ...documented, routes: others },
  httpCatalogue(kernelFormats) as Parameters<typeof openApiDocument>[1],
)

const read = (document: Json): Document => JSON.parse(JSON.stringify(document))

const operationsOf = (document: Json): ReadonlyArray<Operation> =>
  Object.values(read(document).paths).flatMap((path) => Object.values(path))

const sound = (document: Json) =>
  validate(JSON.parse(JSON.stringify(document)) as Parameters<typeof validate>[0])

describe("the OpenAPI document of exam missions", () => {
  test("is valid for an independent parser, alone and with the others", async () => {
    expect(await sound(alone)).toMatchObject({ valid: true })
    expect(await sound(together)).toMatchObject({ valid: true })
  })

  test("describes every route once, under a name of its own", () => {
    const names = operationsOf(together).map(({ operationId }) => operationId)
    expect(names.toSorted()).toEqual(routes.map(({ name }) => name).toSorted())
    expect(new Set(names).size).toBe(names.length)
  })

  test("names the schema of every answer in JSON", () => {
    const unnamed = operationsOf(alone).flatMap(({ operationId, responses }) =>
      Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.entries(content)
          .filter(([type]) => type.endsWith("json"))
          .filter(([, { schema }]) => schema?.$ref?.startsWith("#/components/schemas/") !== true)
          .map(() => `${operationId} ${status}`),
      ),
    )
    expect(unnamed).toEqual([])
  })

  test("gives no schema a name that another context has already given", () => {
    const of = (document: Json) => Object.keys(read(document).components.schemas)
    const apart = new Set([...of(alone), ...of(othersAlone)])
    expect(of(together).filter((name) => !apart.has(name))).toEqual([])
  })

  test.each(examMissionsRoutes)("$name names only refusals that have a sentence", (route) => {
    const known = { ...own, ...httpCatalogue(kernelFormats) }
    expect(route.refusals.filter((tag) => !(tag in known))).toEqual([])
  })

  test("answers no refusal of a route by 500", () => {
    const broken = [...operationsOf(alone), ...operationsOf(together)].filter(
      ({ responses }) => "500" in responses,
    )
    expect(broken.map(({ operationId }) => operationId)).toEqual([])
  })

  test("speaks French to its readers", () => {
    for (const { summary } of operationsOf(alone)) {
      expect(summary).toMatch(/^[A-ZÀÉÊ][^.!]*[^.!]$/u)
      expect(summary).not.toMatch(/\b(?:the|of|and)\b/u)
    }
  })
})

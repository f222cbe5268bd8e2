/** The OpenAPI document of career appointments. */
import { wordingEn, wordingFr } from "@convoque/core/career-appointments"
import { validate } from "@readme/openapi-parser"
import { describe, expect, test } from "vitest"
import {
  careerAppointmentsCatalogue,
  careerAppointmentsRoutes,
  httpCatalogue,
  kernelFormats,
} from "../../src/index.ts"
import { ask, bodyIn } from "../support/ask.ts"
import { portal } from "../support/portal.ts"

interface Answered {
  readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>
}

interface Operation {
  readonly operationId: string
  readonly responses: Readonly<Record<string, Answered>>
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const document = async <As = Document>(): Promise<As> => {
  const { app } = await portal()
  return bodyIn<As>(await ask(app, "/openapi.json"))
}

const operations = async (): Promise<ReadonlyArray<Operation>> =>
  Object.values((await document()).paths).flatMap((path) => Object.values(path))

describe("the OpenAPI document of career appointments", () => {
  test("is valid for an independent parser", async () => {
    expect(await validate(await document<Parameters<typeof validate>[0]>())).toMatchObject({
      valid: true,
    })
  })

  test("describes every route once, under a name of its own", async () => {
    const names = (await operations()).map(({ operationId }) => operationId)
    expect(names.toSorted()).toEqual(careerAppointmentsRoutes.map(({ name }) => name).toSorted())
    expect(new Set(names).size).toBe(names.length)
  })

  test("names the schema of every answer in JSON", async () => {
    const unnamed = (await operations()).flatMap(({ operationId, responses }) =>
      Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.entries(content)
          .filter(([type]) => type.endsWith("json"))
          .filter(([, { schema }]) => schema?.$ref?.startsWith("#/components/schemas/") !== true)
          .map(() => `${operationId} ${status}`),
      ),
    )
    expect(unnamed).toEqual([])
  })

  test.each(careerAppointmentsRoutes)("$name names only refusals that have a sentence", (route) => {
    const known = {
      ...careerAppointmentsCatalogue({ fr: wordingFr, en: wordingEn }),
      ...httpCatalogue(kernelFormats),
    }
    expect(route.refusals.filter((tag) => !(tag in known))).toEqual([])
  })
})

import { validate } from "@readme/openapi-parser"
import { describe, expect, test } from "vitest"
import { httpCatalogue, kernelFormats } from "../src/index.ts"
import { ask, bodyIn } from "./support/ask.ts"
import { noteCatalogue, noteRoutes, sample } from "./support/sample.ts"

interface Described {
  readonly name: string
  readonly in: string
  readonly schema: { readonly enum?: ReadonlyArray<string> }
}

interface Operation {
  readonly parameters: ReadonlyArray<Described>
  readonly responses: Readonly<Record<string, { description: string; content: object }>>
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Record<string, unknown>>> }
  readonly security: unknown
}

const document = async () => bodyIn<Document>(await ask(sample().app, "/openapi.json"))

const operation = async (method: string, path: string): Promise<Operation> => {
  const found = (await document()).paths[path]?.[method]
  return found ?? { parameters: [], responses: {} }
}

describe("the OpenAPI document", () => {
  test("is valid for an independent parser", async () => {
    const result = await validate(await bodyIn(await ask(sample().app, "/openapi.json")))
    expect(result).toMatchObject({ valid: true })
  })

  test("describes a change with its headers, its body and its problems", async () => {
    const put = await operation("put", "/notes/{note}")
    expect(put).toMatchObject({
      operationId: "changeNote",
      summary: "Changer une note",
      tags: ["Notes"],
      "x-requirements": ["NOTE-01"],
      "x-capacities": ["evaluator", "agent"],
      requestBody: {
        required: true,
        content: { "application/json": { schema: { $ref: "#/components/schemas/NoteEntry" } } },
      },
    })
    const names = put.parameters.map((one) => `${one.in} ${one.name}`)
    expect(names).toEqual(["path note", "header Idempotency-Key", "header If-Match"])
    expect(Object.keys(put.responses)).toEqual([
      "204",
      "400",
      "401",
      "403",
      "404",
      "409",
      "412",
      "413",
      "415",
      "422",
      "428",
      "429",
      "503",
    ])
    expect(put.responses["409"]?.description).toBe("idempotency.in-progress, note.closed")
  })

  test("describes lists, files and security", async () => {
    const { components, security } = await document()
    const list = await operation("get", "/notes")
    const printed = await operation("get", "/notes/{note}/file")
    expect(list.parameters.map(({ name }) => name)).toEqual(["q", "sort", "limit", "after", "by"])
    expect(list.parameters[1]?.schema.enum).toEqual(["title", "-title", "day", "-day"])
    expect(Object.keys(printed.responses["200"]?.content ?? {})).toEqual(["text/calendar"])
    expect(security).toEqual([{ test: [] }])
    expect(components.schemas["NoteEntry"]).toMatchObject({
      properties: { day: { $ref: "#/components/schemas/CivilDate" } },
      additionalProperties: false,
    })
  })

  test("names no refusal that the catalogues do not hold", () => {
    const known = { ...noteCatalogue, ...httpCatalogue(kernelFormats) }
    expect(noteRoutes.flatMap(({ refusals }) => refusals).filter((tag) => !(tag in known))).toEqual(
      [],
    )
  })
})

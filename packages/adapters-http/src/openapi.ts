/** The OpenAPI 3.1 document, written from the same table as the routes (documentation de l'API). */
import * as JsonSchema from "effect/JsonSchema"
import * as Schema from "effect/Schema"
import * as SchemaRepresentation from "effect/SchemaRepresentation"
import type { SecurityScheme } from "./authentication/identity.ts"
import type { AnyCatalogue } from "./problem.ts"
import type { AnyRoute } from "./route.ts"

/** A value of JSON objects, as the document is made of. */
export type Json = Readonly<Record<string, unknown>>

/** What the document says of the API as a whole. */
export interface Documented {
  readonly title: string
  readonly version: string
  readonly basePath?: string
  readonly routes: ReadonlyArray<AnyRoute>
  readonly authentication: { readonly schemes: Readonly<Record<string, SecurityScheme>> }
}

/** Writes the document. */
export const openApiDocument = (documented: Documented, catalogue: AnyCatalogue): Json => {
  const { title, version, basePath = "/", routes, authentication } = documented
  const schemas = jsonSchemas(routes.flatMap(schemasOf))
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/gu, "{$1}")
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: operation(route, schemas.of, catalogue),
    }
  }
  return {
    openapi: "3.1.0",
    info: { title, version },
    servers: [{ url: basePath }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    security: Object.keys(authentication.schemes).map((name) => ({ [name]: [] })),
    paths,
    components: {
      schemas: { ...schemas.definitions, Problem: problemSchema },
      securitySchemes: authentication.schemes,
    },
  }
}

const schemasOf = ({ schemas }: AnyRoute): ReadonlyArray<Schema.Constraint> => [
  ...Object.values(schemas.params),
  ...schemas.query.map(({ schema }) => schema),
  ...(schemas.body === undefined ? [] : [schemas.body]),
  ...(schemas.answer.schema === undefined ? [] : [schemas.answer.schema]),
]

type SchemaOf = (schema: Schema.Constraint) => Json

// All schemas go through one conversion, so that those with an identifier are shared.
const jsonSchemas = (
  schemas: ReadonlyArray<Schema.Constraint>,
): { readonly of: SchemaOf; readonly definitions: Json } => {
  const [first, ...others] = [...new Set(schemas)]
  if (first === undefined) return { of: () => ({}), definitions: {} }
  const { schemas: written, definitions } = JsonSchema.toMultiDocumentOpenApi3_1(
    SchemaRepresentation.toJsonSchemaMultiDocument(
      SchemaRepresentation.toRepresentations([encodedAst(first), ...others.map(encodedAst)]),
      { onExcessProperty: "error" },
    ),
  )
  const bySchema = new Map([first, ...others].map((schema, index) => [schema, written[index]]))
  return { of: (schema) => bySchema.get(schema) ?? {}, definitions }
}

const encodedAst = (schema: Schema.Constraint) => Schema.toEncoded(Schema.toCodecJson(schema)).ast

const operation = (route: AnyRoute, schemaOf: SchemaOf, catalogue: AnyCatalogue): Json => ({
  operationId: route.name,
  summary: route.summary,
  ...descriptionOf(route),
  tags: [route.tag],
  parameters: parametersOf(route, schemaOf),
  ...requestBody(route, schemaOf),
  responses: { ...success(route, schemaOf), ...problems(route, catalogue) },
  "x-requirements": route.requirements,
  "x-capacities": route.capacities,
  ...(route.onBehalf.length === 0 ? {} : { "x-on-behalf": route.onBehalf }),
})

/** What is said of a route that asks for neither header. */
const replacingSentence =
  "Remplace ce que disait un envoi précédent : le répéter ne change rien de plus, sans `Idempotency-Key` ni `If-Match`."

const descriptionOf = ({ description, change }: AnyRoute): Json => {
  const sentences = [description, change === "replacing" ? replacingSentence : undefined]
  const told = sentences.filter((sentence) => sentence !== undefined)
  return told.length === 0 ? {} : { description: told.join(" ") }
}

const requestBody = (
  { schemas: { body, rawBody, streamedBody }, bodyLimitBytes }: AnyRoute,
  schemaOf: SchemaOf,
): Json => {
  if (body !== undefined) {
    const limit =
      bodyLimitBytes === undefined ? {} : { description: `${bodyLimitBytes} octets au plus` }
    const content = { "application/json": { schema: schemaOf(body) } }
    return { requestBody: { required: true, ...limit, content } }
  }
  const file = rawBody ?? streamedBody
  if (file === undefined) return {}
  const { mediaTypes, limitBytes } = file
  const description = `Fichier de ${limitBytes} octets au plus`
  return { requestBody: { required: true, description, content: binaryContent(mediaTypes) } }
}

const binaryContent = (mediaTypes: ReadonlyArray<string>): Json =>
  Object.fromEntries(mediaTypes.map((type) => [type, { schema: binary }]))

const binary: Json = { type: "string", format: "binary" }

const parametersOf = (
  { schemas, change, onBehalf }: AnyRoute,
  schemaOf: SchemaOf,
): ReadonlyArray<Json> => [
  ...Object.entries(schemas.params).map(([name, schema]) => ({
    name,
    in: "path",
    required: true,
    schema: schemaOf(schema),
  })),
  ...schemas.query.map(({ name, description, required, schema }) => ({
    name,
    in: "query",
    required,
    ...(description === undefined ? {} : { description }),
    schema: schemaOf(schema),
  })),
  ...(asksForKey(change) ? [idempotencyKeyHeader] : []),
  ...(change === "existing" ? [ifMatchHeader] : []),
  ...(onBehalf.length === 0 ? [] : [onBehalfOfHeader]),
]

const asksForKey = (change: AnyRoute["change"]): boolean =>
  change === "new" || change === "existing"

const onBehalfOfHeader: Json = {
  name: "On-Behalf-Of",
  in: "header",
  required: false,
  description: "Personne au nom de qui agir ; sa délégation doit être en vigueur ce jour",
  schema: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" },
}

const idempotencyKeyHeader: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "Clé nouvelle pour chaque action ; la même clé redonne la même réponse",
  schema: { type: "string", pattern: "^[\\w.:-]{1,128}$" },
}

const ifMatchHeader: Json = {
  name: "If-Match",
  in: "header",
  required: true,
  description: "Version lue, telle que donnée par ETag",
  schema: { type: "string", examples: ['"v3"'] },
}

const success = ({ schemas: { answer } }: AnyRoute, schemaOf: SchemaOf): Json => ({
  [answer.status]: {
    description: answer.status === 204 ? "Fait" : "Réponse",
    ...answerHeaders(answer),
    ...(answer.mediaTypes.length === 0 ? {} : { content: answerContent(answer, schemaOf) }),
  },
})

const answerHeaders = ({ status, versioned }: AnyRoute["schemas"]["answer"]): Json => {
  const headers = {
    ...(versioned ? { ETag: etagHeader } : {}),
    ...(status === 202 ? { Location: locationHeader } : {}),
  }
  return Object.keys(headers).length === 0 ? {} : { headers }
}

const locationHeader: Json = {
  description: "Où suivre ce qui a été demandé, relativement à cette adresse",
  schema: { type: "string" },
}

const etagHeader: Json = { description: "Version", schema: { type: "string" } }

const answerContent = (
  { mediaTypes, schema }: AnyRoute["schemas"]["answer"],
  schemaOf: SchemaOf,
): Json =>
  Object.fromEntries(
    mediaTypes.map((type) => [type, schema === undefined ? {} : { schema: schemaOf(schema) }]),
  )

// One response for each status, with the codes that it can carry.
const problems = (route: AnyRoute, catalogue: AnyCatalogue): Json => {
  const codes = [...usualCodes(route), ...route.refusals]
  const known: AnyCatalogue = { ...route.catalogue, ...catalogue }
  const byStatus = Object.groupBy(codes, (code) => String(known[code]?.status ?? 500))
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, tags = []]) => [
      status,
      {
        description: [...new Set(tags)].join(", "),
        content: { "application/problem+json": { schema: { $ref: problemReference } } },
      },
    ]),
  )
}

const usualCodes = ({ change, schemas, onBehalf }: AnyRoute): ReadonlyArray<string> => [
  "request.invalid",
  "session.required",
  "actor.not-allowed",
  "rate-limit.exceeded",
  "StorageUnavailable",
  ...bodyCodes(schemas),
  ...(asksForKey(change)
    ? ["idempotency.key-required", "idempotency.in-progress", "idempotency.other-request"]
    : []),
  ...(change === "existing" ? ["precondition.required", "conflict.stale-version"] : []),
  ...(onBehalf.length === 0 ? [] : ["delegation.unknown", "delegation.not-in-force"]),
]

const bodyCodes = ({ body, rawBody, streamedBody }: AnyRoute["schemas"]): ReadonlyArray<string> => {
  if (body === undefined && rawBody === undefined && streamedBody === undefined) return []
  return [
    ...(body === undefined ? ["request.incomplete"] : ["request.malformed-json"]),
    ...(rawBody?.beginning === undefined ? [] : ["request.not-of-media-type"]),
    "request.too-large",
    "request.unsupported-media-type",
  ]
}

const problemReference = "#/components/schemas/Problem"

const problemSchema: Json = {
  type: "object",
  description: "Refus ou échec, RFC 9457",
  required: ["type", "title", "status", "detail", "instance", "code", "requirements", "values"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "Phrase à montrer" },
    instance: { type: "string", description: "Identifiant de la demande" },
    code: { type: "string", description: "Code du refus" },
    requirements: { type: "array", items: { type: "string" } },
    legalSource: { type: "string" },
    values: { type: "object", description: "Valeurs qui expliquent le refus" },
  },
}

/**
 * The parameters of an address after `?` (paramètres de requête): fields with a schema each, or the
 * request of a list by its view.
 */
import type { ListQuery, View } from "@convoque/core/kernel/listing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { cursorFromText } from "./cursor.ts"
import { type Decode, fieldsDecoderOf, type PlainFields } from "./decode.ts"
import type { Violation, ViolationCode } from "./violations.ts"

/** One parameter as the OpenAPI document describes it. */
export interface QueryParameter {
  readonly name: string
  readonly description?: string
  readonly required: boolean
  readonly schema: Schema.Constraint
}

/** Reads the parameters of a route. */
export interface QueryReader<Query> {
  readonly parameters: ReadonlyArray<QueryParameter>
  readonly read: (query: URLSearchParams) => Result.Result<Query, ReadonlyArray<Violation>>
}

/** Parameters by name; each is read from a text, or from texts when it can be repeated. */
export type QueryFields = PlainFields<string | ReadonlyArray<string>>

/** Reads parameters that have a schema each; another name is refused. */
export const parameters = <const Fields extends QueryFields>(
  fields: Fields,
): QueryReader<Schema.Struct.Type<Fields>> => {
  const decode = fieldsDecoderOf(fields, "query")
  const repeatable = new Set(Object.keys(fields).filter((name) => isList(fields[name])))
  return {
    parameters: Object.entries(fields).map(([name, schema]) => ({
      name,
      required: !isOptional(schema),
      schema,
    })),
    read: (query) => readFields(query, repeatable, decode),
  }
}

/** No parameter at all; a struct without fields would let any through. */
export const noParameters: QueryReader<Readonly<Record<never, never>>> = {
  parameters: [],
  read: (query) =>
    query.size === 0
      ? Result.succeed({})
      : Result.fail([...new Set(query.keys())].map((name) => wrong(name, "unknown-field"))),
}

const isList = (schema: Schema.Constraint | undefined): boolean =>
  schema !== undefined && Schema.toEncoded(schema).ast._tag === "Arrays"

const isOptional = (schema: Schema.Constraint): boolean => schema.ast.context?.isOptional === true

const readFields = <Query>(
  query: URLSearchParams,
  repeatable: ReadonlySet<string>,
  decode: Decode<Query>,
): Result.Result<Query, ReadonlyArray<Violation>> => {
  const names = [...new Set(query.keys())]
  const repeated = names.filter((name) => !repeatable.has(name) && query.getAll(name).length > 1)
  if (repeated.length > 0) return Result.fail(repeated.map((name) => wrong(name, "repeated")))
  return decode(
    Object.fromEntries(
      names.map((name) => [name, repeatable.has(name) ? query.getAll(name) : query.get(name)]),
    ),
  )
}

const wrong = (name: string, code: ViolationCode, values = {}): Violation => ({
  in: "query",
  pointer: `/${name}`,
  code,
  values,
})

/** What a caller asks of a list; the scope is the route's to add. */
export type ListRequest = Omit<ListQuery, "scope">

/** The bounds of a page (lines). */
export const pageLimits = { min: 1, usual: 50, max: 200 } as const

/**
 * Reads the request of a list: `q` a keyword, `sort` a column (`-column` for descending, the view's
 * first column when absent), `limit` 1 to 200 lines (50 when absent), `after` the cursor of the
 * page before, and each filter by its name, repeated for several values. The view refuses a column
 * or filter that it does not have.
 */
export const listing = <State, Row>(view: View<State, Row>): QueryReader<ListRequest> => ({
  parameters: listParameters(view),
  read: (query) => {
    const violations = [
      ...["q", "sort", "limit", "after"]
        .filter((name) => query.getAll(name).length > 1)
        .map((name) => wrong(name, "repeated")),
      ...limitViolations(query.get("limit")),
      ...cursorViolations(query.get("after")),
      ...((query.get("q")?.length ?? 0) > 200 ? [wrong("q", "too-long", { max: 200 })] : []),
    ]
    return violations.length > 0
      ? Result.fail(violations)
      : Result.succeed(listRequest(query, view.sortColumns[0]))
  },
})

const limitViolations = (text: string | null): ReadonlyArray<Violation> => {
  const { min, max } = pageLimits
  const isGood = text === null || (/^\d{1,3}$/u.test(text) && +text >= min && +text <= max)
  return isGood ? [] : [wrong("limit", "out-of-range", { min, max })]
}

const cursorViolations = (text: string | null): ReadonlyArray<Violation> =>
  text === null || cursorFromText(text) !== undefined
    ? []
    : [wrong("after", "format", { format: "cursor" })]

const own = new Set(["q", "sort", "limit", "after"])

const listRequest = (query: URLSearchParams, usualSort: string): ListRequest => {
  const sort = query.get("sort") ?? usualSort
  const keyword = query.get("q")
  const after = cursorFromText(query.get("after") ?? "")
  const filters = [...new Set(query.keys())]
    .filter((name) => !own.has(name))
    .map((name) => [name, query.getAll(name)] as const)
  return {
    filters: Object.fromEntries(filters),
    ...(keyword === null ? {} : { keyword }),
    sort: sort.startsWith("-")
      ? { column: sort.slice(1), direction: "descending" }
      : { column: sort, direction: "ascending" },
    ...(after === undefined ? {} : { after }),
    limit: Number(query.get("limit") ?? pageLimits.usual),
  }
}

const listParameters = <State, Row>(view: View<State, Row>): ReadonlyArray<QueryParameter> => [
  optional("q", "Mot-clé, cherché dans les libellés affichés", Schema.String),
  optional(
    "sort",
    "Colonne de tri, précédée de - pour l'ordre décroissant",
    Schema.Literals(view.sortColumns.flatMap((column) => [column, `-${column}`])),
  ),
  optional(
    "limit",
    "Nombre de lignes de la page",
    Schema.Int.check(Schema.isBetween({ minimum: pageLimits.min, maximum: pageLimits.max })),
  ),
  optional("after", "Curseur donné par la page précédente", Schema.String),
  ...view.filterNames.map((name) =>
    optional(name, "Filtre ; répété pour plusieurs valeurs", Schema.Array(Schema.String)),
  ),
]

const optional = (
  name: string,
  description: string,
  schema: Schema.Constraint,
): QueryParameter => ({ name, description, required: false, schema })

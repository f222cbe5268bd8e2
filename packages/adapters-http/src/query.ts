/**
 * The parameters of an address after `?` (paramètres de requête): fields with a schema each, or the
 * request of a list by what the list names.
 *
 * @requirement PER-07
 * @requirement UI-21
 */
import { CivilDate, isCivilDate } from "@convoque/core/kernel/calendar"
import type { ListPeriod, ListQuery } from "@convoque/core/kernel/listing"
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

/**
 * What a caller asks of a list; the scope is the route's to add. `periods` are the filters by period
 * that were given, by name; whether one ends before it begins is the use case's to judge.
 */
export type ListRequest = Omit<ListQuery, "scope"> & {
  readonly periods?: Readonly<Record<string, ListPeriod>>
}

/** What of a list its requests name: a view, or the rows of any other port. */
export interface ListedBy {
  readonly sortColumns: readonly [string, ...ReadonlyArray<string>]
  readonly filterNames: ReadonlyArray<string>
  /** The order when none is asked, such as `-start`; the first column, ascending, when absent. */
  readonly usualSort?: string
  /** The filters by period, such as `available`: `available-from` and `available-until`. */
  readonly periods?: ReadonlyArray<string>
}

/** The bounds of a page (lines). */
export const pageLimits = { min: 1, usual: 50, max: 200 } as const

/**
 * Reads the request of a list: `q` a keyword, `sort` a column (`-column` for descending, the list's
 * usual order when absent), `limit` 1 to 200 lines (50 when absent), `after` the cursor of the
 * page before, each filter by its name, repeated for several values (one that is repeated counts
 * once), and each period by its two
 * days, `name-from` and `name-until`, both mandatory. The list refuses a column or filter that it
 * does not have.
 */
export const listing = (list: ListedBy): QueryReader<ListRequest> => ({
  parameters: [...usualParameters(list), ...pageParameters, ...filterParameters(list)],
  read: (query) => {
    const violations = [
      ...listViolations(list, query),
      ...repeatedOf(query, ["limit", "after"]),
      ...limitViolations(query.get("limit")),
      ...cursorViolations(query.get("after")),
    ]
    const after = cursorFromText(query.get("after") ?? "")
    return violations.length > 0
      ? Result.fail(violations)
      : Result.succeed({
          ...listRequest(list, query),
          ...(after === undefined ? {} : { after }),
          limit: Number(query.get("limit") ?? pageLimits.usual),
        })
  },
})

/**
 * Reads the request of a whole list, as its files have it: `q`, `sort`, filters and periods; `limit`
 * and `after` are refused, since no line is left out.
 */
export const wholeListing = (list: ListedBy): QueryReader<ListRequest> => ({
  parameters: [...usualParameters(list), ...filterParameters(list)],
  read: (query) => {
    const violations = [
      ...listViolations(list, query),
      ...["limit", "after"]
        .filter((name) => query.has(name))
        .map((name) => wrong(name, "unknown-field")),
    ]
    return violations.length > 0
      ? Result.fail(violations)
      : Result.succeed({ ...listRequest(list, query), limit: pageLimits.max })
  },
})

const listViolations = (list: ListedBy, query: URLSearchParams): ReadonlyArray<Violation> => [
  ...repeatedOf(query, ["q", "sort"]),
  ...((query.get("q")?.length ?? 0) > 200 ? [wrong("q", "too-long", { max: 200 })] : []),
  ...(list.periods ?? []).flatMap((name) => periodViolations(query, name)),
]

const repeatedOf = (
  query: URLSearchParams,
  names: ReadonlyArray<string>,
): ReadonlyArray<Violation> =>
  names.filter((name) => query.getAll(name).length > 1).map((name) => wrong(name, "repeated"))

const limitViolations = (text: string | null): ReadonlyArray<Violation> => {
  const { min, max } = pageLimits
  const isGood = text === null || (/^\d{1,3}$/u.test(text) && +text >= min && +text <= max)
  return isGood ? [] : [wrong("limit", "out-of-range", { min, max })]
}

const cursorViolations = (text: string | null): ReadonlyArray<Violation> =>
  text === null || cursorFromText(text) !== undefined
    ? []
    : [wrong("after", "format", { format: "cursor" })]

const daysOf = (name: string) => [`${name}-from`, `${name}-until`] as const

// Both days or none.
const periodViolations = (query: URLSearchParams, name: string): ReadonlyArray<Violation> => {
  const days = daysOf(name)
  if (days.every((day) => !query.has(day))) return []
  return [
    ...repeatedOf(query, days),
    ...days.flatMap((day) => {
      const text = query.get(day)
      if (text === null) return [wrong(day, "missing")]
      return isCivilDate(text) ? [] : [wrong(day, "format", { format: "CivilDate" })]
    }),
  ]
}

const periodsOf = (
  { periods = [] }: ListedBy,
  query: URLSearchParams,
): NonNullable<ListRequest["periods"]> =>
  Object.fromEntries(
    periods.flatMap((name): ReadonlyArray<readonly [string, ListPeriod]> => {
      const [from, until] = daysOf(name).map((day) => query.get(day) ?? "")
      return from !== undefined && until !== undefined && isCivilDate(from) && isCivilDate(until)
        ? [[name, { from, until }]]
        : []
    }),
  )

const own = new Set(["q", "sort", "limit", "after"])

const listRequest = (list: ListedBy, query: URLSearchParams): Omit<ListRequest, "limit"> => {
  const sort = query.get("sort") ?? list.usualSort ?? list.sortColumns[0]
  const keyword = query.get("q")
  const days = new Set<string>((list.periods ?? []).flatMap(daysOf))
  const filters = [...new Set(query.keys())]
    .filter((name) => !own.has(name) && !days.has(name))
    .map((name) => [name, [...new Set(query.getAll(name))]] as const)
  const periods = periodsOf(list, query)
  return {
    filters: Object.fromEntries(filters),
    ...(keyword === null ? {} : { keyword }),
    ...(Object.keys(periods).length === 0 ? {} : { periods }),
    sort: sort.startsWith("-")
      ? { column: sort.slice(1), direction: "descending" }
      : { column: sort, direction: "ascending" },
  }
}

const usualParameters = ({ sortColumns }: ListedBy): ReadonlyArray<QueryParameter> => [
  optional("q", "Mot-clé, cherché dans les libellés affichés", Schema.String),
  optional(
    "sort",
    "Colonne de tri, précédée de - pour l'ordre décroissant",
    Schema.Literals(sortColumns.flatMap((column) => [column, `-${column}`])),
  ),
]

const filterParameters = ({
  filterNames,
  periods = [],
}: ListedBy): ReadonlyArray<QueryParameter> => [
  ...filterNames.map((name) =>
    optional(name, "Filtre ; répété pour plusieurs valeurs", Schema.Array(Schema.String)),
  ),
  ...periods.flatMap((name) => {
    const [from, until] = daysOf(name)
    return [
      optional(from, `Premier jour de la période ; demande aussi ${until}`, CivilDate),
      optional(until, `Dernier jour de la période, compris ; demande aussi ${from}`, CivilDate),
    ]
  }),
]

const optional = (
  name: string,
  description: string,
  schema: Schema.Constraint,
): QueryParameter => ({ name, description, required: false, schema })

const pageParameters: ReadonlyArray<QueryParameter> = [
  optional(
    "limit",
    "Nombre de lignes de la page",
    Schema.Int.check(Schema.isBetween({ minimum: pageLimits.min, maximum: pageLimits.max })),
  ),
  optional("after", "Curseur donné par la page précédente", Schema.String),
]

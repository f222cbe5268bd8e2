/**
 * The routes of a list (routes d'une liste): a page in JSON, and the whole list as CSV and as PDF
 * under the same address with `.csv` and `.pdf`. A list is declared once; it may come from `Views`
 * or from any other port.
 *
 * @requirement UI-16
 * @requirement UI-23
 * @requirement UI-27
 * @requirement UI-28
 * @requirement UI-29
 */
import {
  cellsOf,
  listDocument,
  listHead,
  type ListRefusal,
  type ListSheet,
  type ListTooLong,
  type Page,
  sheetColumns,
} from "@convoque/core/kernel/listing"
import {
  DocumentRenderer,
  SheetWriter,
  type UnprintableDocument,
} from "@convoque/core/kernel/ports"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import {
  csvType,
  file,
  type FileAnswer,
  headedPage,
  streamedFile,
  type StreamedFileAnswer,
} from "../answer.ts"
import type { PlainCodec } from "../decode.ts"
import { flowing } from "../flowing.ts"
import { type ListedBy, listing, type ListRequest, wholeListing } from "../query.ts"
import { type Input, type PathFields, route, type Route, type RouteDefinition } from "../route.ts"
import { printedList, wholeList } from "./whole.ts"

type Told =
  | "name"
  | "tag"
  | "summary"
  | "description"
  | "capacities"
  | "onBehalf"
  | "requirements"
  | "params"
  | "refusals"

/**
 * What is written to make the routes of a list: what every route tells, and
 *
 * - `list`: its sort columns, filters and periods;
 * - `row`: the schema of a row in JSON;
 * - `sheet`: its title, columns and texts, and what finding them may refuse;
 * - `page`: reads one page; its query holds the labels shown, so that a keyword finds them.
 */
export interface ListDefinition<
  Path extends `/${string}`,
  Fields extends PathFields<Path>,
  Row,
  R extends Refusal,
  Services,
  Failed extends Refusal,
  Setup,
> extends Pick<RouteDefinition<Path, Fields, ListRequest, undefined, never, R, Services>, Told> {
  readonly path: Path
  readonly list: ListedBy
  readonly row: PlainCodec<Row>
  readonly sheet: (
    input: Omit<ListInput<Fields>, "query">,
  ) => Effect.Effect<ListSheet<Row>, Failed, Setup>
  readonly page: (input: ListInput<Fields>) => Effect.Effect<Page<Row>, R, Services>
}

/** What the handlers of a list are given. */
export type ListInput<Fields extends Schema.Struct.Fields> = Input<
  Schema.Struct.Type<Fields>,
  ListRequest,
  undefined
>

/** What the routes of a list refuse besides its use case. */
export type ListRouteRefusal = ListRefusal | ListTooLong | UnprintableDocument

/** Makes the routes of a list: `name` for its pages, `nameAsCsv` and `nameAsPdf` for its files. */
export const listRoutes = <
  const Path extends `/${string}`,
  const Fields extends PathFields<Path>,
  Row,
  R extends Refusal = never,
  Services = never,
  Failed extends Refusal = never,
  Setup = never,
>(
  definition: ListDefinition<Path, Fields, Row, R, Services, Failed, Setup>,
): ReadonlyArray<
  Route<R | Failed | ListRouteRefusal, Services | Setup | SheetWriter | DocumentRenderer>
> => {
  const { list, row, sheet: _sheet, page: _page, ...told } = definition
  const common = { ...told, method: "GET" } as const
  const fileAs = fileRoutes({ ...common, query: wholeListing(list) })
  return [
    route({
      ...common,
      path: told.path as AnyPath,
      query: listing(list),
      answer: headedPage(row),
      handle: paged(definition),
    }),
    route({ ...fileAs("Csv", "UI-28"), answer: streamedFile(csvType), handle: asCsv(definition) }),
    route({
      ...fileAs("Pdf", "UI-29"),
      refusals: ["list.too-long-to-print", ...(told.refusals ?? [])],
      answer: file("application/pdf"),
      handle: asPdf(definition),
    }),
  ]
}

// What the routes of both files tell: their name, address and summary follow from the list's.
const fileRoutes =
  <
    Common extends {
      readonly name: string
      readonly path: AnyPath
      readonly summary: string
      readonly requirements: ReadonlyArray<string>
    },
  >(
    common: Common,
  ) =>
  (format: "Csv" | "Pdf", requirement: string) => ({
    ...common,
    name: `${common.name}As${format}`,
    path: `${common.path}.${format.toLowerCase()}` as AnyPath,
    summary: `${common.summary} (toutes les lignes, en ${format.toUpperCase()})`,
    requirements: [...common.requirements, requirement],
  })

type AnyPath = `/${string}`

interface Handled<Fields extends Schema.Struct.Fields, Row, R, Services, Failed, Setup> {
  readonly sheet: (input: ListInput<Fields>) => Effect.Effect<ListSheet<Row>, Failed, Setup>
  readonly page: (input: ListInput<Fields>) => Effect.Effect<Page<Row>, R, Services>
}

const paged =
  <Fields extends Schema.Struct.Fields, Row, R, Services, Failed, Setup>({
    sheet,
    page,
  }: Handled<Fields, Row, R, Services, Failed, Setup>) =>
  (input: ListInput<Fields>) =>
    Effect.gen(function* () {
      const declared = yield* sheet(input)
      const found = yield* page(asking(input, declared, input.query))
      return { ...found, ...listHead(declared, input.query, found.count) }
    })

const asCsv =
  <Fields extends Schema.Struct.Fields, Row, R, Services, Failed, Setup>({
    sheet,
    page,
  }: Handled<Fields, Row, R, Services, Failed, Setup>) =>
  (input: ListInput<Fields>) =>
    Effect.gen(function* () {
      const declared = yield* sheet(input)
      const writer = yield* SheetWriter
      const rows = wholeList((query) => page(asking(input, declared, query)), input.query)
      const content = yield* flowing(
        writer.csv({
          name: declared.title,
          columns: sheetColumns(declared.columns),
          rows: Stream.map(rows, (row) => cellsOf(declared.columns, row)),
        }),
      )
      const answer: StreamedFileAnswer = { content, fileName: `${declared.fileName}.csv` }
      return answer
    })

const asPdf =
  <Fields extends Schema.Struct.Fields, Row, R, Services, Failed, Setup>({
    sheet,
    page,
  }: Handled<Fields, Row, R, Services, Failed, Setup>) =>
  (input: ListInput<Fields>) =>
    Effect.gen(function* () {
      const declared = yield* sheet(input)
      const renderer = yield* DocumentRenderer
      const rows = yield* printedList((query) => page(asking(input, declared, query)), input.query)
      const document = listDocument(declared, input.query, { rows, at: input.now })
      const { bytes } = yield* renderer.render(document)
      const answer: FileAnswer = { content: bytes, fileName: `${declared.fileName}.pdf` }
      return answer
    })

// A keyword bears on the labels shown, unless the list is searched in one of its columns.
const asking = <Fields extends Schema.Struct.Fields, Row>(
  input: ListInput<Fields>,
  { shown, searched }: ListSheet<Row>,
  query: ListRequest,
): ListInput<Fields> => ({
  ...input,
  query: shown === undefined || searched !== undefined ? query : { ...query, shown },
})

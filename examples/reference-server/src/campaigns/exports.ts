/** Asking for an export, its progress, its files. */
import { fetchExportFile, listExports, readExport, requestExport } from "@convoque/core/interviews"
import * as Effect from "effect/Effect"
import { exportListPage, exportPage } from "../pages/campaigns/exports.ts"
import { campaignNamed, exportNamed, given, lostPlace, placeIn } from "./names.ts"
import { once } from "./once.ts"
import { shown, type Visit, type Visited } from "./visit.ts"

/** Asks for an export, once, and goes to its progress. */
export const requestExportVisit = (visit: Visit, name: string): Visited =>
  Effect.gen(function* () {
    const { by, tenant, form } = visit
    const campaign = yield* campaignNamed(name)
    const format = given(form, "format") ?? ""
    const subject = { _tag: "campaign", campaign } as const
    const asking = requestExport({ by, tenant, subject, format }).pipe(
      Effect.map((asked) => `/exports/${asked.export}`),
    )
    return { _tag: "moved", location: yield* once(visit, asking) }
  })

/** Answers the exports of the visitor, the latest first. */
export const exportsVisit = (visit: Visit): Visited =>
  Effect.gen(function* () {
    const { by, tenant, query } = visit
    const after = placeIn(query)
    const faults = query.has("after") && after === undefined ? [lostPlace] : []
    const page = yield* listExports(
      { by, tenant },
      {
        filters: {},
        sort: { column: "requested-at", direction: "descending" },
        limit: 20,
        ...(after === undefined ? {} : { after }),
      },
    )
    return shown(exportListPage({ visit, page, faults }), faults.length === 0 ? 200 : 422)
  })

/** Answers one export with its progress. */
export const exportVisit = (visit: Visit, name: string): Visited =>
  Effect.gen(function* () {
    const { by, tenant } = visit
    const row = yield* readExport({ by, tenant, export: yield* exportNamed(name) })
    return shown(exportPage(row, visit))
  })

/** Answers a file of an export. */
export const exportFileVisit = (
  { by, tenant }: Visit,
  names: { readonly export: string; readonly file: string },
): Visited =>
  Effect.gen(function* () {
    const { file: fileName } = names
    const id = yield* exportNamed(names.export)
    const file = yield* fetchExportFile({ by, tenant, export: id, fileName })
    return { _tag: "file", fileName, ...file }
  })

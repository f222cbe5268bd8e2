/**
 * The exports that are lists: the interviews of a campaign as a sheet, the training needs as a sheet
 * or a document.
 *
 * @requirement CAM-14
 * @requirement ENT-21
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { CampaignId } from "../../../kernel/identity.ts"
import {
  DocumentRenderer,
  type SheetCell,
  type SheetColumn,
  SheetWriter,
} from "../../../kernel/ports.ts"
import { countedNeeds, trainingNeedsDocument } from "../../interview/documents.ts"
import { campaignInterviews, type InterviewRow } from "../../interview/views.ts"
import { InterviewsSetup } from "../../ports.ts"
import type { Wording } from "../../wording.ts"
import { now, readCampaign } from "../act.ts"
import { rowStream } from "../campaign/pages.ts"
import { bytesOf, type Making } from "./making.ts"
import { neededRows } from "./synthesis.ts"

interface OfCampaign {
  readonly campaign: CampaignId
}

const mediaTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const

/** How many lines are written between two words of the progress. */
const stride = 5000

/** Makes the list of the interviews of a campaign, by manager, as XLSX or CSV. */
export const campaignSheet = <F>(
  { tenant, asked, keep, progress }: Making<F>,
  { campaign }: OfCampaign,
) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const writer = yield* SheetWriter
    const { state } = yield* readCampaign(tenant, campaign)
    let done = 0
    const rows = rowStream(campaignInterviews, tenant, {
      scope: campaign,
      sort: { column: "manager", direction: "ascending" },
    }).pipe(
      Stream.tap(() => {
        done += 1
        return done % stride === 0 ? progress(done, state.interviews) : Effect.void
      }),
      Stream.map(({ row }) => sheetRow(row, wording)),
    )
    const sheet = { name: wording.campaign.sheetName, columns: sheetColumns(wording), rows }
    const format = asked.format === "csv" ? "csv" : "xlsx"
    const bytes = yield* bytesOf(writer[format](sheet))
    const fileName = wording.campaign.exported.fileName(campaign, format)
    yield* keep({ fileName, bytes, mediaType: mediaTypes[format] })
    return done
  })

const sheetColumns = ({ campaign: { columns } }: Wording): ReadonlyArray<SheetColumn> => [
  { label: columns.agent, kind: "text", width: 30 },
  { label: columns.superior, kind: "text", width: 30 },
  { label: columns.date, kind: "date", width: 20 },
  { label: columns.status, kind: "text", width: 22 },
  { label: columns.nextStep, kind: "text", width: 40 },
]

const sheetRow = (row: InterviewRow, wording: Wording): ReadonlyArray<SheetCell> => [
  row.agent.name,
  row.superior.name,
  row.date,
  wording.statuses[row.status],
  row.next?.label ?? null,
]

/** Makes the synthesis of the training needs of a campaign as XLSX. */
export const trainingSheet = <F>({ tenant, keep }: Making<F>, { campaign }: OfCampaign) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const writer = yield* SheetWriter
    const { name, columns, fileName } = wording.exports.trainingSheet
    const [need, purpose, superior, agents] = columns
    const rows = yield* neededRows(tenant, campaign)
    const sheet = {
      name,
      columns: [
        { label: need, kind: "text", width: 60 },
        { label: purpose, kind: "text", width: 30 },
        { label: superior, kind: "text", width: 30 },
        { label: agents, kind: "integer", width: 10 },
      ] satisfies ReadonlyArray<SheetColumn>,
      rows: Stream.fromIterable(
        countedNeeds(rows, { byManager: true }).map((one): ReadonlyArray<SheetCell> => [
          one.need,
          wording.purposes[one.purpose],
          one.superior ?? null,
          one.agents,
        ]),
      ),
    }
    const bytes = yield* bytesOf(writer.xlsx(sheet))
    yield* keep({ fileName: fileName(campaign), bytes, mediaType: mediaTypes.xlsx })
    return rows.length
  })

/** Makes the synthesis of the training needs of a campaign as PDF. */
export const trainingPaper = <F>({ tenant, keep }: Making<F>, { campaign }: OfCampaign) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const renderer = yield* DocumentRenderer
    const { state } = yield* readCampaign(tenant, campaign)
    const rows = yield* neededRows(tenant, campaign)
    const at = yield* now
    const content = trainingNeedsDocument(rows, { terms: state.terms, wording, at })
    const file = yield* renderer.render(content)
    yield* keep({ ...file, fileName: wording.documents.training.fileName(campaign) })
    return rows.length
  })

/**
 * The list of campaigns and the interviews of one, grouped by manager. Administrators and the HR
 * service see all, a superior the interviews of his team and the campaigns that have one.
 *
 * @requirement CAM-01
 * @requirement CAM-02
 * @requirement CAM-03
 * @requirement CAM-19
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { type CivilDate, civilDayAt, shortDate } from "../../../kernel/calendar.ts"
import {
  type Actor,
  type CampaignId,
  responsiblePerson,
  type TenantId,
} from "../../../kernel/identity.ts"
import { type ListQuery, listRefusal, pageOf, type View } from "../../../kernel/listing.ts"
import { Views } from "../../../kernel/ports.ts"
import { foldedKey } from "../../../kernel/text.ts"
import { CampaignStatus } from "../../campaign/model.ts"
import {
  completionPercent,
  isLateInterview,
  isLateReport,
  statusCounts,
} from "../../campaign/rules/statistics.ts"
import { campaignStatus, totalOf } from "../../campaign/rules/status.ts"
import { allCampaigns, CampaignRow, campaigns } from "../../campaign/views.ts"
import { campaignInterviews, InterviewRow } from "../../interview/views.ts"
import { InterviewsSetup } from "../../ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import { now, todayIn } from "../act.ts"
import { isStaff, notAllowed, readForFollowers } from "./act.ts"
import { allCounts, talliesFor } from "./figures.ts"
import { allRows } from "./pages.ts"
import { withDelegation } from "../delegated.ts"

/** Who reads, in which tenant. */
export interface CampaignReader {
  readonly by: Actor
  readonly tenant: TenantId
}

/** A line of the list of campaigns, with the status on that day and how far the campaign is. */
export const CampaignLine = Schema.Struct({
  ...CampaignRow.fields,
  status: CampaignStatus,
  statusLabel: Schema.String,
  total: Schema.Int,
  completionPercent: Schema.Number,
}).annotate({ identifier: "InterviewCampaignLine" })
export type CampaignLine = typeof CampaignLine.Type

const statusOrder: ReadonlyArray<string> = CampaignStatus.literals

/** The sort columns of the list of campaigns. */
export const campaignSorts = [
  "name",
  "type",
  "year",
  "status",
  "creator-profile",
  "starts-on",
  "interviews",
  "completion",
] as const

// A status depends on the day and on other aggregates: the list is sorted here, not in the store.
const campaignLines: View<CampaignLine, CampaignLine> = {
  name: campaigns.name,
  sortColumns: campaignSorts,
  filterNames: ["type", "year", "status", "creator-profile"],
  entries: (row) => [
    {
      scope: allCampaigns,
      part: "",
      sorts: {
        name: foldedKey(row.name),
        type: foldedKey(row.typeLabel),
        "creator-profile": row.creator.profile,
        status: String(statusOrder.indexOf(row.status)),
        year: String(row.year),
        "starts-on": row.startsOn,
        interviews: inOrder(row.total),
        completion: inOrder(row.completionPercent * 10),
      },
      filters: {
        type: [row.type],
        year: [String(row.year)],
        status: [row.status],
        "creator-profile": [row.creator.profile],
      },
      search: foldedKey(
        [
          row.name,
          row.typeLabel,
          row.year,
          shortDate(row.startsOn),
          row.total,
          // With the decimal sign of both languages.
          `${row.completionPercent} % ${row.completionPercent}`.replace(".", ","),
        ].join(" "),
      ),
      row,
    },
  ],
}

// Whole numbers, of as many digits each.
const inOrder = (value: number): string => String(Math.round(value)).padStart(10, "0")

/** The order of the list of campaigns when nobody asks for another one. */
export const defaultCampaignSort: ListQuery["sort"] = { column: "name", direction: "ascending" }

/**
 * Gives a page of the campaigns that a reader follows; refuses a sort column outside of
 * `campaignSorts` by `list.unknown-sort-key`.
 */
export const listCampaigns = Effect.fn("interviews.listCampaigns")(function* (
  reader: CampaignReader,
  query: Omit<ListQuery, "scope" | "sort"> & { readonly sort?: ListQuery["sort"] },
) {
  const { by, tenant } = reader
  if (!isStaff(by) && by.capacity !== "superior") return yield* notAllowed("listCampaigns", by)
  const asked = { ...query, scope: allCampaigns, sort: query.sort ?? defaultCampaignSort }
  const refused = listRefusal(campaignLines, asked)
  if (refused !== undefined) return yield* Effect.fail(refused)
  const rows = yield* allRows(campaigns, tenant, { scope: allCampaigns, sort: defaultCampaignSort })
  // The day is counted at the place of each campaign: a delegation may be over at one of them.
  yield* Effect.forEach(new Set(rows.map(({ row }) => row.zone)), (zone) =>
    Effect.flatMap(todayIn({ zone }), (today) => withDelegation(tenant, by, today)),
  )
  const lines = yield* Effect.forEach(rows, ({ row }) => campaignLine(reader, row))
  const entries = lines
    .flat()
    .flatMap((line) =>
      campaignLines.entries(line, line.campaign).map((entry) => ({ ...entry, key: line.campaign })),
    )
  return pageOf(entries, asked)
})

const campaignLine = ({ by, tenant }: CampaignReader, row: CampaignRow) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const { status: tally } = yield* talliesFor({ by, tenant, campaign: row.campaign }, ["status"])
    const counts = statusCounts(tally)
    const isFollowed = isStaff(by) || Object.values(counts).some((count) => count > 0)
    if (!isFollowed) return []
    const all = isStaff(by) ? counts : yield* allCounts({ tenant, campaign: row.campaign })
    const status = campaignStatus(row, all, civilDayAt(yield* now, row.zone))
    const line: CampaignLine = {
      ...row,
      interviews: isStaff(by) ? row.interviews : totalOf(counts) + counts.deleted,
      status,
      statusLabel: wording.campaignStatuses[status],
      total: totalOf(counts),
      completionPercent: completionPercent(counts),
    }
    return [line]
  })

/** A line of the interviews of a campaign with its labels. */
export const InterviewLine = Schema.Struct({
  ...InterviewRow.fields,
  label: Schema.String,
  statusLabel: Schema.String,
  colour: Schema.Literals(["yellow", "blue", "green", "red"]),
}).annotate({ identifier: "InterviewLine" })
export type InterviewLine = typeof InterviewLine.Type

/** The order of the interviews of a campaign when nobody asks for another one. */
export const defaultInterviewSort: ListQuery["sort"] = {
  column: "manager",
  direction: "ascending",
}

/**
 * Gives a page of the interviews of a campaign, by manager then collaborator unless asked otherwise:
 * all of them, or those of his team for a superior, whatever the filters ask.
 */
export const listInterviews = Effect.fn("interviews.listInterviews")(function* (
  { by, tenant }: CampaignReader,
  campaign: CampaignId,
  query: Omit<ListQuery, "scope" | "sort"> & { readonly sort?: ListQuery["sort"] },
) {
  const { wording } = yield* InterviewsSetup
  const { state, today } = yield* readForFollowers("listInterviews", { by, tenant, campaign })
  const views = yield* Views
  const page = yield* views.page(campaignInterviews, tenant, {
    ...query,
    scope: campaign,
    sort: query.sort ?? defaultInterviewSort,
    filters: isStaff(by) ? query.filters : { ...query.filters, manager: [responsiblePerson(by)] },
  })
  const rows = page.rows.map(({ key, row }) => ({
    key,
    row: {
      ...row,
      ...lateness(row, { ...state.terms, today }),
      label: wording.states[row.state],
      statusLabel: wording.statuses[row.status],
      colour: wording.colours[row.status],
    } satisfies InterviewLine,
  }))
  return { ...page, rows }
})

// As the figures say it, on the terms of today: an act keeps those on which it was decided.
const lateness = (
  { status, date, closedOn }: InterviewRow,
  terms: Pick<CampaignTerms, "interviewsBefore" | "reportsBy"> & { readonly today: CivilDate },
) => ({
  late: isLateInterview(date, terms),
  lateReport: status !== "deleted" && isLateReport(closedOn, terms),
})

/** The interviews of a page that follow each other and have the same manager. */
export interface ManagerGroup<Row extends InterviewRow> {
  readonly superior: InterviewRow["superior"]
  readonly interviews: ReadonlyArray<Row>
}

/** Groups the rows of a page by manager, in their order (CAM-19). */
export const groupedByManager = <Row extends InterviewRow>(
  rows: ReadonlyArray<Row>,
): ReadonlyArray<ManagerGroup<Row>> => {
  const groups: Array<{ superior: InterviewRow["superior"]; interviews: Array<Row> }> = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.superior.id === row.superior.id) last.interviews.push(row)
    else groups.push({ superior: row.superior, interviews: [row] })
  }
  return groups
}

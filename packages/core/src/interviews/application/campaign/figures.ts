/**
 * How a campaign goes: its status, its counts with their colours, completion, what is late, each
 * manager's share, and the charts of it. A superior reads the figures of his own team.
 *
 * @requirement CAM-04
 * @requirement CAM-05
 * @requirement CAM-12
 * @requirement CAM-13
 */
import * as Effect from "effect/Effect"
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { BarChart, ColourCategory, ProgressChart } from "../../../kernel/chart.ts"
import { type PersonId, responsiblePerson } from "../../../kernel/identity.ts"
import { PeopleDirectory, personName } from "../../../kernel/ports.ts"
import { foldedKey } from "../../../kernel/text.ts"
import { campaignBars, managerBars, progressChart } from "../../campaign/documents.ts"
import type { CampaignEvent } from "../../campaign/events.ts"
import type { CampaignStatus, Creator } from "../../campaign/model.ts"
import {
  type CampaignFigures,
  campaignFigures,
  completionPercent,
  countsByManager,
  statusCounts,
  statusTally,
  type Tallies,
  type Tally,
} from "../../campaign/rules/statistics.ts"
import { campaignStatus, type StatusCounts } from "../../campaign/rules/status.ts"
import { Status } from "../../interview/model.ts"
import {
  campaignInterviews,
  datedOn,
  type InterviewRow,
  notHeldInterviews,
} from "../../interview/views.ts"
import { InterviewsSetup } from "../../ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Wording } from "../../wording.ts"
import { isStaff, type OnCampaign, readForFollowers } from "./act.ts"
import { allRows, tallyOf } from "./pages.ts"

/** A status with its label, its count and its colour category. */
export interface StatusFigure {
  readonly status: Status
  readonly label: string
  readonly count: number
  readonly category: ColourCategory
}

/** A manager's share of a campaign. */
export interface ManagerFigures {
  readonly manager: PersonId
  readonly name: string
  readonly counts: StatusCounts
  readonly completionPercent: number
}

/**
 * A campaign as it is followed.
 *
 * - `statuses`: the six, in the catalogue's order;
 * - `managers`: by name;
 * - `history`: every act, oldest first, for administrators and the HR service.
 */
export interface CampaignFollowUp {
  readonly campaign: OnCampaign["campaign"]
  readonly creator: Creator
  readonly terms: CampaignTerms
  readonly status: CampaignStatus
  readonly statusLabel: string
  readonly today: CivilDate
  readonly figures: CampaignFigures
  readonly statuses: ReadonlyArray<StatusFigure>
  readonly managers: ReadonlyArray<ManagerFigures>
  readonly charts: {
    readonly bars: BarChart
    readonly managers: BarChart
    readonly progress: ProgressChart
  }
  readonly history: ReadonlyArray<CampaignEvent>
}

/** Gives a campaign with its figures, and its version. */
export const followCampaign = Effect.fn("interviews.followCampaign")(function* (
  request: OnCampaign,
) {
  const { campaign } = request
  const { wording } = yield* InterviewsSetup
  const read = yield* readForFollowers("followCampaign", request)
  const { state, unchanged, by, today } = read
  const { terms, creator } = state
  const tallies = yield* talliesFor(request)
  const figures = campaignFigures(tallies, terms, today)
  const all = isStaff(by) ? figures.counts : yield* allCounts(request)
  const { startsOn } = terms
  const status = campaignStatus({ startsOn, interviews: state.interviews }, all, today)
  const managers = yield* managersOf(request, tallies.managerStatus)
  const followUp: CampaignFollowUp = {
    campaign,
    creator,
    terms,
    status,
    statusLabel: wording.campaignStatuses[status],
    today,
    figures,
    statuses: statusFigures(figures.counts, wording),
    managers,
    charts: {
      bars: campaignBars(terms.label, figures.counts, wording),
      managers: managerBars(managers, wording),
      progress: progressChart({ ...figures, today }, terms, wording),
    },
    history: isStaff(by) ? state.acts : [],
  }
  return { version: unchanged.expected, followUp }
})

/** Gives the counts of all interviews of a campaign, whoever reads: its status depends on them. */
export const allCounts = ({ tenant, campaign: scope }: Omit<OnCampaign, "by">) =>
  Effect.map(tallyOf(campaignInterviews, tenant, { scope, filter: "status" }), statusCounts)

/** Gives the six statuses with their counts, labels and colours. */
export const statusFigures = (
  counts: StatusCounts,
  { statuses, colours }: Wording,
): ReadonlyArray<StatusFigure> =>
  Status.literals.map((status) => ({
    status,
    label: statuses[status],
    count: counts[status],
    category: colours[status],
  }))

/** The tallies of a campaign, those by manager and status besides. */
export interface FollowedTallies extends Tallies {
  readonly managerStatus: Tally
}

const sources = {
  status: { view: campaignInterviews, filter: "status" },
  datedOn: { view: campaignInterviews, filter: "dated-on" },
  closedOn: { view: campaignInterviews, filter: "closed-on" },
  managerStatus: { view: campaignInterviews, filter: "manager-status" },
  notHeld: { view: notHeldInterviews, filter: "reason" },
} as const

type Wanted = ReadonlyArray<keyof FollowedTallies>
const everything: Wanted = ["status", "datedOn", "closedOn", "managerStatus", "notHeld"]

/**
 * Gives the tallies of a campaign that are wanted, the others empty: of all its interviews, or of
 * those of his team for a superior.
 */
export const talliesFor = Effect.fnUntraced(function* (
  { by, tenant, campaign: scope }: OnCampaign,
  wanted: Wanted = everything,
) {
  if (!isStaff(by)) {
    const rows = yield* allRows(campaignInterviews, tenant, {
      scope,
      filters: { manager: [responsiblePerson(by)] },
      sort: { column: "manager", direction: "ascending" },
    })
    return tallied(rows.map(({ row }) => row))
  }
  // A large list is not counted twice: the counts by manager hold those of all.
  const asked = wanted.includes("managerStatus")
    ? wanted.filter((name) => name !== "status")
    : wanted
  const found = yield* Effect.forEach(asked, (name) => {
    const { view, filter } = sources[name]
    return tallyOf(view, tenant, { scope, filter })
  })
  const tallies: FollowedTallies = {
    ...tallied([]),
    ...Object.fromEntries(asked.map((name, index) => [name, found[index] ?? {}])),
  }
  return asked === wanted ? tallies : { ...tallies, status: statusTally(tallies.managerStatus) }
})

/** Gives the tallies of some rows, as the lists count them. */
export const tallied = (rows: ReadonlyArray<InterviewRow>): FollowedTallies => ({
  status: count(rows, (row) => row.status),
  datedOn: count(rows, ({ status, date }) => (date === null ? null : datedOn(status, date))),
  closedOn: count(rows, (row) => row.closedOn),
  notHeld: count(rows, (row) => row.notHeld),
  managerStatus: count(rows, (row) => `${row.superior.id}:${row.status}`),
})

const count = (
  rows: ReadonlyArray<InterviewRow>,
  valueOf: (row: InterviewRow) => string | null,
): Tally => {
  const counted: Record<string, number> = {}
  for (const row of rows) {
    const value = valueOf(row)
    if (value !== null) counted[value] = (counted[value] ?? 0) + 1
  }
  return counted
}

// A manager who has left the directory is named by his id.
const managersOf = ({ tenant }: OnCampaign, byManagerStatus: Tally) =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const byManager = countsByManager(byManagerStatus)
    const people = new Map(
      (yield* directory.find(
        tenant,
        [...byManager.keys()].map((id) => id as PersonId),
      )).map((person) => [person.id, person]),
    )
    return [...byManager]
      .map(([id, counts]) => {
        const manager = id as PersonId
        const person = people.get(manager)
        const name = person === undefined ? id : personName(person)
        const key = foldedKey(`${person?.familyName ?? ""} ${name} ${id}`)
        return {
          key,
          figures: { manager, name, counts, completionPercent: completionPercent(counts) },
        }
      })
      .toSorted((left, right) => (left.key < right.key ? -1 : 1))
      .map(({ figures }): ManagerFigures => figures)
  })

/**
 * The lists of interviews as they are shown, on screens, in CSV and on paper: titles, columns,
 * labels.
 *
 * @requirement UI-16
 * @requirement UI-19
 * @requirement UI-28
 * @requirement UI-29
 */
import * as Effect from "effect/Effect"
import { Zone } from "../../kernel/calendar.ts"
import type { CampaignId } from "../../kernel/identity.ts"
import {
  type ListColumn,
  listColumn as column,
  type ListSheet,
  shownLabels,
} from "../../kernel/listing.ts"
import type { AppealRow } from "../appeal/views.ts"
import type { DelegationRow } from "../delegation/views.ts"
import { type ExportRow, requestedText } from "../export/views.ts"
import type { InterviewRow } from "../interview/views.ts"
import { InterviewsSetup } from "../ports.ts"
import type { Wording } from "../wording.ts"
import type { CampaignLine, InterviewLine } from "./campaign/reading.ts"

type Sheet<Row> = Effect.Effect<ListSheet<Row>, never, InterviewsSetup>

type Own<Row> = Omit<ListSheet<Row>, "filters" | "words" | "author" | "runningHead" | "zone">

const paris = Zone.make("Europe/Paris")

const sheetOf = <Row>(own: (wording: Wording) => Own<Row>): Sheet<Row> =>
  Effect.map(InterviewsSetup, ({ wording, zone = paris }) => {
    const { common, author, filters } = wording.lists
    const declared = own(wording)
    return { ...declared, filters, words: common, author, runningHead: declared.title, zone }
  })

const day = { kind: "date", width: 14 } as const

/** Gives the list of the campaigns that a reader follows. */
export const campaignsSheet: Sheet<CampaignLine> = sheetOf(({ lists, capacities, ...wording }) => {
  const { columns, campaigns } = lists
  return {
    ...campaigns,
    columns: [
      column("name", columns.name, { width: 40, sort: "name", cell: ({ name }) => name }),
      column("type", columns.type, { width: 30, sort: "type", cell: (row) => row.typeLabel }),
      column("year", columns.year, {
        kind: "integer",
        width: 8,
        sort: "year",
        cell: ({ year }) => year,
      }),
      column("status", wording.campaign.columns.status, {
        width: 18,
        sort: "status",
        cell: ({ statusLabel }) => statusLabel,
      }),
      column("creator", columns.creator, {
        width: 22,
        sort: "creator-profile",
        cell: ({ creator }) => capacities[creator.profile],
      }),
      ...campaignFigures(lists),
    ],
    shown: [
      ...shownLabels("status", wording.campaignStatuses),
      ...shownLabels("creator-profile", capacities),
    ],
  }
})

const campaignFigures = ({
  columns,
  percent,
}: Wording["lists"]): ReadonlyArray<ListColumn<CampaignLine>> => [
  column("starts-on", columns.startsOn, {
    ...day,
    sort: "starts-on",
    cell: ({ startsOn }) => startsOn,
  }),
  column("interviews", columns.interviews, {
    kind: "integer",
    width: 12,
    sort: "interviews",
    cell: ({ total }) => total,
  }),
  column("completion", columns.completion, {
    width: 12,
    sort: "completion",
    cell: ({ completionPercent }) => percent(completionPercent),
  }),
]

/**
 * Gives the list of the interviews of a campaign. A keyword is sought in the collaborator alone
 * (CAM-21): one who manages others is not found by their names.
 */
export const interviewsSheet = (campaign: CampaignId): Sheet<InterviewLine> =>
  sheetOf(({ lists: { interviews }, campaign: { columns }, statuses }) => ({
    title: interviews.title,
    fileName: interviews.fileName(campaign),
    columns: [
      column("manager", columns.superior, {
        width: 30,
        sort: "manager",
        cell: ({ superior }) => superior.name,
      }),
      column("collaborator", columns.agent, {
        width: 30,
        sort: "collaborator",
        cell: ({ agent }) => agent.name,
      }),
      column("date", columns.date, { ...day, sort: "date", cell: ({ date }) => date }),
      column("status", columns.status, {
        width: 22,
        sort: "status",
        cell: ({ statusLabel }) => statusLabel,
      }),
      // Follows the status, which sorts.
      column("next-step", columns.nextStep, {
        width: 40,
        cell: ({ next }) => next?.label ?? null,
      }),
    ],
    shown: shownLabels("status", statuses),
    searched: columns.agent,
  }))

/** Gives the list of an agent's own interviews. */
export const ownInterviewsSheet: Sheet<InterviewRow> = sheetOf(({ lists, campaign, statuses }) => ({
  ...lists.ownInterviews,
  columns: [
    column("year", lists.columns.year, {
      kind: "integer",
      width: 8,
      sort: "year",
      cell: ({ year }) => year,
    }),
    column("manager", campaign.columns.superior, {
      width: 30,
      sort: "manager",
      cell: ({ superior }) => superior.name,
    }),
    column("date", campaign.columns.date, { ...day, sort: "date", cell: ({ date }) => date }),
    column("status", campaign.columns.status, {
      width: 22,
      sort: "status",
      cell: ({ status }) => statuses[status],
    }),
    column("next-step", campaign.columns.nextStep, {
      width: 40,
      sort: "next-step",
      cell: ({ next }) => next?.label ?? null,
    }),
    column("closed-on", lists.columns.closedOn, {
      ...day,
      sort: "closed-on",
      cell: ({ closedOn }) => closedOn,
    }),
  ],
  shown: shownLabels("status", statuses),
}))

/** Gives the list of the appeals that an authority answers. */
export const appealsSheet: Sheet<AppealRow> = sheetOf(({ lists, appealStates }) => {
  const { columns, appeals } = lists
  return {
    ...appeals,
    columns: [
      column("agent", columns.agent, { width: 30, sort: "agent", cell: ({ agent }) => agent.name }),
      column("year", columns.year, {
        kind: "integer",
        width: 8,
        sort: "year",
        cell: ({ year }) => year,
      }),
      column("lodged-on", columns.lodgedOn, {
        ...day,
        sort: "lodged-on",
        cell: ({ lodgedOn }) => lodgedOn,
      }),
      column("due", columns.due, { ...day, sort: "due", cell: ({ due }) => due }),
      column("state", columns.state, {
        width: 40,
        sort: "state",
        cell: ({ state }) => appealStates[state],
      }),
    ],
    shown: shownLabels("state", appealStates),
  }
})

/** Gives the list of the delegations that somebody gave and received. */
export const delegationsSheet: Sheet<DelegationRow> = sheetOf(({ lists, capacities }) => {
  const { columns, delegations, delegationStates } = lists
  return {
    ...delegations,
    columns: [
      column("delegator", columns.delegator, {
        width: 25,
        sort: "delegator",
        cell: ({ delegator }) => delegator,
      }),
      column("delegate", columns.delegate, {
        width: 25,
        sort: "delegate",
        cell: ({ delegate }) => delegate,
      }),
      column("capacity", columns.capacity, {
        width: 30,
        sort: "capacity",
        cell: ({ capacity }) => capacities[capacity],
      }),
      column("from", columns.from, { ...day, sort: "from", cell: ({ from }) => from }),
      column("until", columns.until, { ...day, sort: "until", cell: ({ until }) => until }),
      column("state", columns.state, {
        width: 14,
        sort: "state",
        cell: ({ state }) => delegationStates[state],
      }),
      column("revoked-on", columns.revokedOn, {
        ...day,
        sort: "revoked-on",
        cell: ({ revokedOn }) => revokedOn,
      }),
    ],
    shown: [...shownLabels("state", delegationStates), ...shownLabels("capacity", capacities)],
  }
})

/** Gives the list of the exports that somebody asked for. */
export const exportsSheet: Sheet<ExportRow> = sheetOf(({ lists, exports }) => ({
  ...lists.exports,
  columns: [
    column("requested-at", lists.columns.requestedAt, {
      width: 18,
      sort: "requested-at",
      cell: requestedText,
    }),
    column("label", lists.columns.label, { width: 60, sort: "label", cell: ({ label }) => label }),
    column("format", lists.columns.format, {
      width: 10,
      sort: "format",
      cell: ({ format }) => format.toUpperCase(),
    }),
    column("state", lists.columns.state, {
      width: 14,
      sort: "state",
      cell: ({ state }) => (state === "none" ? null : exports.states[state]),
    }),
  ],
  // When it is deleted, or looked at next.
  sorts: { due: lists.columns.due },
  shown: shownLabels("state", exports.states),
}))

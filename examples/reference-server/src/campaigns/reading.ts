/** Reading campaigns: their list, one of them with its interviews, the circuit of an interview. */
import {
  campaignRef,
  CampaignStatus,
  campaignTombstoneRef,
  consultInterview,
  followCampaign,
  listCampaigns,
  listDeadlines,
  listInterviews,
  type InterviewName,
} from "@convoque/core/interviews"
import { ChartRenderer, PeopleDirectory, personName, Storage } from "@convoque/core/kernel/ports"
import type { PersonId } from "@convoque/core/kernel/identity"
import type { ListQuery } from "@convoque/core/kernel/listing"
import { fr } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import { campaignPage } from "../pages/campaigns/campaign.ts"
import { drawable } from "../pages/campaigns/charts.ts"
import { interviewPage } from "../pages/campaigns/interview.ts"
import { campaignListPage, sortColumns } from "../pages/campaigns/list.ts"
import { announcementOf } from "./announcement.ts"
import {
  campaignNamed,
  given,
  isCampaign,
  isPerson,
  isStatus,
  lostPlace,
  personNamed,
  placeIn,
  unknownPage,
} from "./names.ts"
import { shown, type Visit, type Visited } from "./visit.ts"

const pageLength = 20

/** Answers the list of campaigns. */
export const listVisit = (visit: Visit): Visited =>
  Effect.gen(function* () {
    const { by, tenant, query } = visit
    const faults: Array<string> = []
    const status = given(query, "status")
    const isKnown = CampaignStatus.literals.some((one) => one === status)
    if (status !== undefined && !isKnown) faults.push("Ce statut de campagne n'existe pas.")
    const after = placeIn(query)
    if (query.has("after") && after === undefined) faults.push(lostPlace)
    const keyword = given(query, "search")
    const { sort, isKnown: isColumn } = sortIn(query)
    if (!isColumn) faults.push(fr`Cette liste n'est pas triée ainsi : elle est triée par nom.`)
    const page = yield* listCampaigns(
      { by, tenant },
      {
        filters: status !== undefined && isKnown ? { status: [status] } : {},
        ...(keyword === undefined ? {} : { keyword }),
        ...(after === undefined ? {} : { after }),
        sort,
        limit: pageLength,
      },
    )
    return shown(
      campaignListPage({ visit, page, sort, faults, announced: yield* deletedIn(visit) }),
      faults.length === 0 ? 200 : 422,
    )
  })

const sortIn = (query: URLSearchParams) => {
  const wanted = given(query, "sort") ?? "name"
  const isKnown = sortColumns.some(([column]) => column === wanted)
  const sort: ListQuery["sort"] = {
    column: isKnown ? wanted : "name",
    direction: query.get("direction") === "descending" ? "descending" : "ascending",
  }
  return { sort, isKnown }
}

// Only what is so is announced, whoever wrote the address, and only to who may delete.
const deletedIn = ({ by, tenant, query }: Visit) =>
  Effect.gen(function* () {
    const id = given(query, "deleted")
    if (by.capacity !== "administrator" || !isCampaign(id)) return undefined
    const storage = yield* Storage
    const [campaign, tombstone] = yield* storage.load([
      campaignRef(tenant, id),
      campaignTombstoneRef(tenant, id),
    ])
    return campaign.state._tag === "deleted" || tombstone.state._tag === "deleted"
      ? fr`La campagne « ${id} » n'existe plus, ni ses entretiens.`
      : undefined
  })

/** Answers one campaign. */
export const campaignVisit = (visit: Visit, name: string): Visited =>
  Effect.gen(function* () {
    const { by, tenant, query } = visit
    const campaign = yield* campaignNamed(name)
    const { version, followUp: whole } = yield* followCampaign({ by, tenant, campaign })
    const followUp = drawable(whole, given(query, "manager"))
    const { faults, ...asked } = interviewsAsked(query)
    const page = yield* listInterviews({ by, tenant }, campaign, asked)
    const charts = yield* ChartRenderer
    const { person } = followUp.creator
    const names = yield* namesOf(visit, [person])
    return shown(
      campaignPage({
        visit,
        followUp,
        version,
        page,
        faults,
        creator: names.get(person) ?? person,
        announced: announcementOf(query, followUp),
        leftOut: whole.managers.length - followUp.managers.length,
        drawn: [followUp.charts.bars, followUp.charts.managers, followUp.charts.progress].map(
          (chart) => ({ chart, svg: charts.svg(chart) }),
        ),
      }),
      faults.length === 0 ? 200 : 422,
    )
  })

const interviewsAsked = (
  query: URLSearchParams,
): Omit<ListQuery, "scope" | "sort"> & { readonly faults: ReadonlyArray<string> } => {
  const faults: Array<string> = []
  const [status, manager, keyword] = ["status", "manager", "search"].map((one) => given(query, one))
  if (status !== undefined && !isStatus(status)) faults.push("Ce statut d'entretien n'existe pas.")
  if (manager !== undefined && !isPerson(manager)) faults.push("Ce responsable n'existe pas.")
  const after = placeIn(query)
  if (query.has("after") && after === undefined) faults.push(lostPlace)
  return {
    faults,
    filters: {
      ...(isStatus(status) ? { status: [status] } : {}),
      ...(isPerson(manager) ? { manager: [manager] } : {}),
    },
    ...(keyword === undefined ? {} : { keyword }),
    ...(after === undefined ? {} : { after }),
    limit: pageLength,
  }
}

/** Answers the circuit of one interview. */
export const interviewVisit = (
  visit: Visit,
  names: { readonly campaign: string; readonly agent: string },
): Visited =>
  Effect.gen(function* () {
    const { by, tenant } = visit
    const campaign = yield* campaignNamed(names.campaign)
    const agent = yield* personNamed(names.agent)
    const storage = yield* Storage
    const [{ state }] = yield* storage.load([campaignRef(tenant, campaign)])
    if (state._tag !== "open") return yield* Effect.fail(unknownPage)
    const { year, procedure, label, zone } = state.terms
    const interview: InterviewName = { tenant, type: procedure.type, year, agent }
    const { detail } = yield* consultInterview({ by, interview })
    if (detail.campaign !== campaign) return yield* Effect.fail(unknownPage)
    const deadlines = yield* listDeadlines({ by, interview })
    const authors = yield* namesOf(
      visit,
      detail.history.flatMap((act) =>
        act.by.onBehalfOf === undefined ? [act.by.person] : [act.by.person, act.by.onBehalfOf],
      ),
    )
    return shown(interviewPage({ campaign, label, zone, detail, deadlines, authors }))
  })

const namesOf = ({ tenant }: Visit, ids: ReadonlyArray<PersonId>) =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const found = yield* directory.find(tenant, [...new Set(ids)])
    return new Map(found.map((person) => [person.id, personName(person)]))
  })

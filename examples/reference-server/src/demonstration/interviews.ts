/**
 * The campaign of professional interviews of the demonstration, opened once in an empty database:
 * forty interviews in every state, so that there is something to follow.
 */
import { addDays, type CivilDate, Zone } from "@convoque/core/kernel/calendar"
import { type Actor, CampaignId } from "@convoque/core/kernel/identity"
import { Storage } from "@convoque/core/kernel/ports"
import {
  addInterviews,
  campaignRef,
  type CampaignTerms,
  hrMemo,
  interviewRef,
  openCampaign,
  templateByCode,
} from "@convoque/core/interviews"
import * as Effect from "effect/Effect"
import { courseOf, plans } from "./interview-course.ts"
import { pairs, staff } from "./interview-people.ts"
import { demonstrationTenant } from "./people.ts"
import { onDay } from "./quiet-past.ts"

/** The campaign's id. */
export const interviewCampaign = CampaignId.make("entretiens-professionnels")

const administrator: Actor = { person: staff.administrator.id, capacity: "administrator" }

/** How many days before the first start of the server the campaign began. */
const daysAgo = 84

/** Gives the terms of the campaign, or nothing before the first version of its template. */
export const interviewTerms = (startsOn: CivilDate): CampaignTerms | undefined => {
  const template = templateByCode("hr-memo", startsOn)
  const year = Number(startsOn.slice(0, 4))
  return template === undefined
    ? undefined
    : {
        label: `Entretiens professionnels ${year} du service d'Exemple`,
        year,
        referencePeriod: { from: addDays(startsOn, -365), until: addDays(startsOn, -1) },
        startsOn,
        interviewsBefore: addDays(startsOn, 98),
        reportsBy: addDays(startsOn, 140),
        zone: Zone.make("Europe/Paris"),
        holidays: { territory: "metropole" },
        procedure: hrMemo,
        template,
        objectives: { minimum: 1, maximum: 5 },
        letterhead: ["Académie d'Exemple", "Service des ressources humaines", "99000 Exemple"],
        signature: { place: "Fait à Exemple", lines: ["La secrétaire générale,"] },
        organizer: { name: "Service des ressources humaines", address: "rh@academie.example" },
      }
}

/**
 * Opens the campaign and lets its interviews go their way; what is there already, from an earlier
 * start that may have ended in the middle, stays as it is, and a deleted campaign stays deleted.
 */
export const openInterviewDemonstration = Effect.fn("demonstration.openInterviews")(function* (
  today: CivilDate,
) {
  const campaign = campaignRef(demonstrationTenant, interviewCampaign)
  const storage = yield* Storage
  const [{ state }] = yield* storage.load([campaign])
  const startsOn = state._tag === "open" ? state.terms.startsOn : addDays(today, -daysAgo)
  const terms = interviewTerms(startsOn)
  if (terms === undefined) return
  yield* onDay(addDays(startsOn, -7), opened(terms)).pipe(
    Effect.catchTags({
      "campaign.already-exists": () => Effect.void,
      "campaign.unknown": () => Effect.void,
    }),
  )
  const [{ state: current }] = yield* storage.load([campaign])
  if (current._tag !== "open") return
  const { year, procedure } = current.terms
  const names = pairs.map(({ agent }) => ({
    tenant: demonstrationTenant,
    type: procedure.type,
    year,
    agent: agent.id,
  }))
  const interviews = yield* storage.load(names.map(interviewRef))
  for (const [index, interview] of names.entries()) {
    const pair = pairs[index]
    const plan = plans[index]
    // Only those that nobody has touched since they were opened.
    if (pair === undefined || plan === undefined || interviews[index]?.version !== 1) continue
    yield* courseOf({ interview, ...pair, startsOn, terms: current.terms }, plan)
  }
})

const opened = (terms: CampaignTerms) =>
  Effect.gen(function* () {
    const named = { by: administrator, tenant: demonstrationTenant, campaign: interviewCampaign }
    yield* openCampaign({ ...named, terms }).pipe(
      Effect.catchTag("campaign.already-exists", () => Effect.void),
    )
    yield* addInterviews({
      ...named,
      lines: pairs.map(({ agent, superior }, index) => ({
        line: index + 2,
        values: { agent: agent.id, superior: superior.id, authority: staff.authority.id },
      })),
      dryRun: false,
      acceptPartial: true,
    })
  })

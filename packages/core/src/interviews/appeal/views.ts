/**
 * The lists that appeals feed: those of a campaign, those that an authority has to answer, and the
 * answers whose period ends.
 *
 * @requirement ENT-27
 */
import * as Schema from "effect/Schema"
import { CivilDate, shortDate } from "../../kernel/calendar.ts"
import { type CampaignId, PersonId } from "../../kernel/identity.ts"
import type { Entry, View } from "../../kernel/listing.ts"
import { personName } from "../../kernel/ports.ts"
import { foldedKey } from "../../kernel/text.ts"
import { InterviewYear } from "../terms/model/campaign-terms.ts"
import { InterviewType } from "../terms/model/procedure.ts"
import { unfiledReports } from "./rules/final-reports.ts"
import { AppealStateTag } from "./model.ts"
import type { Appeal, LodgedAppeal } from "./state.ts"

/** One appeal's line; `due` is the last day of whoever must act next, null when nobody must. */
export const AppealRow = Schema.Struct({
  type: InterviewType,
  year: InterviewYear,
  agent: Schema.Struct({ id: PersonId, name: Schema.String }),
  state: AppealStateTag,
  lodgedOn: CivilDate,
  late: Schema.Boolean,
  due: Schema.NullOr(CivilDate),
}).annotate({ identifier: "AppealRow" })
export type AppealRow = typeof AppealRow.Type

/** The scope of the appeals that wait for an answer, by its last day. */
export const unansweredAppeals = "unanswered"

/** The scope of the final reports that the personnel file does not have yet. */
export const finalReportsToFile = "to-file"

/** The scope of the appeals against the reports of a campaign. */
export const appealsOfCampaign = (campaign: CampaignId): string => `campaign:${campaign}`

/** The scope of the appeals that an authority answers or answered. */
export const appealsOfAuthority = (authority: PersonId): string => `authority:${authority}`

/** The appeals; its scope is one of the four above. */
export const appeals: View<Appeal, AppealRow> = {
  name: "interviews.appeals",
  sortColumns: ["due", "agent", "lodged-on", "year", "state"],
  filterNames: ["state"],
  entries: (state) =>
    state._tag === "none" ? [] : scopesOf(state).map((scope) => entryIn(scope, state)),
}

/** Gives the line of an appeal. */
export const appealRow = (state: LodgedAppeal): AppealRow => ({
  type: state.type,
  year: state.year,
  agent: { id: state.agent.id, name: personName(state.agent) },
  state: state._tag,
  lodgedOn: state.lodging.on,
  late: state.lodging.late,
  due: dueOf(state),
})

const dueOf = (state: LodgedAppeal): CivilDate | null => {
  if (state._tag === "lodged") return state.answerBy
  return state._tag === "answered" || state._tag === "unanswered"
    ? (state.committeeBy ?? null)
    : null
}

const scopesOf = (state: LodgedAppeal): ReadonlyArray<string> => [
  appealsOfCampaign(state.campaign),
  appealsOfAuthority(state.authority.id),
  ...(state._tag === "lodged" ? [unansweredAppeals] : []),
  ...(unfiledReports(state).length > 0 ? [finalReportsToFile] : []),
]

const statesInOrder: ReadonlyArray<string> = AppealStateTag.literals

const entryIn = (scope: string, state: LodgedAppeal): Entry<AppealRow> => {
  const row = appealRow(state)
  const { familyName, givenName } = state.agent
  return {
    scope,
    // Tells apart the lines that one appeal has in several scopes.
    part: scope.split(":")[0] ?? "",
    sorts: {
      due: row.due ?? "9999-12-31",
      agent: foldedKey(`${familyName} ${givenName}`),
      "lodged-on": row.lodgedOn,
      year: String(row.year),
      state: String(statesInOrder.indexOf(row.state)),
    },
    filters: { state: [row.state] },
    search: foldedKey(
      [
        familyName,
        givenName,
        familyName,
        row.year,
        shortDate(row.lodgedOn),
        ...(row.due === null ? [] : [shortDate(row.due)]),
      ].join(" "),
    ),
    row,
  }
}

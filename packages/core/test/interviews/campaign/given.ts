/** The commands and events of the campaign of the tests, each as its actor gives it. */
import type { PersonId } from "@convoque/core/kernel/identity"
import type { CampaignCommand } from "../../../src/interviews/campaign/commands.ts"
import type { CampaignEvent } from "../../../src/interviews/campaign/events.ts"
import {
  agent,
  byAdministrator,
  bySuperior,
  campaign,
  day,
  id,
  on,
  otherSuperior,
  superior,
  terms,
} from "../given.ts"

export type CommandOf<Tag extends CampaignCommand["_tag"]> = Extract<
  CampaignCommand,
  { readonly _tag: Tag }
>
export type EventOf<Tag extends CampaignEvent["_tag"]> = Extract<
  CampaignEvent,
  { readonly _tag: Tag }
>
type Rest<Tag extends CampaignCommand["_tag"]> = Partial<CommandOf<Tag>>

export const cap = { count: 2, days: 7 } as const
export const candidate = (manager: PersonId, interviews = 1, reachable = true) => ({
  manager,
  interviews,
  reachable,
})

export const open = (rest: Rest<"openCampaign"> = {}): CommandOf<"openCampaign"> => ({
  _tag: "openCampaign",
  at: on("2026-01-02"),
  by: byAdministrator,
  campaign,
  terms,
  ...rest,
})
export const correct = (rest: Rest<"correctCampaign"> = {}): CommandOf<"correctCampaign"> => ({
  _tag: "correctCampaign",
  at: on("2026-01-06"),
  by: byAdministrator,
  changes: { label: "Entretiens 2026" },
  proposed: 0,
  ...rest,
})
export const add = (rest: Rest<"addInterviews"> = {}): CommandOf<"addInterviews"> => ({
  _tag: "addInterviews",
  at: on("2026-01-06"),
  by: byAdministrator,
  count: 3,
  ...rest,
})
export const file = {
  fileName: "guide.pdf",
  key: "interview-campaigns/2026-entretiens/documents/1",
}
export const circulate = (
  rest: Rest<"circulateDocuments"> = {},
): CommandOf<"circulateDocuments"> => ({
  _tag: "circulateDocuments",
  at: on("2026-01-07"),
  by: bySuperior,
  documents: [{ label: "Guide de l'entretien", file }, { label: "Note de service" }],
  to: [agent.id],
  agents: [agent.id],
  ...rest,
})
export const remind = (rest: Rest<"remind"> = {}): CommandOf<"remind"> => ({
  _tag: "remind",
  at: on("2026-01-12"),
  by: byAdministrator,
  target: { _tag: "status", status: "not-planned" },
  candidates: [candidate(superior.id), candidate(otherSuperior.id)],
  cap,
  ...rest,
})
export const confirmed = { code: "campaign.confirmation-required", subject: campaign } as const
export const erase = (rest: Rest<"delete"> = {}): CommandOf<"delete"> => ({
  _tag: "delete",
  at: on("2026-06-01"),
  by: byAdministrator,
  interviews: 3,
  appeals: 1,
  openAppeals: [],
  acknowledged: [confirmed],
  ...rest,
})

export const opened: EventOf<"CampaignOpened"> = {
  _tag: "CampaignOpened",
  at: on("2026-01-02"),
  by: byAdministrator,
  campaign,
  terms,
}
export const added: EventOf<"InterviewsAdded"> = {
  _tag: "InterviewsAdded",
  at: on("2026-01-06"),
  by: byAdministrator,
  count: 3,
}
export const circulated: EventOf<"DocumentsCirculated"> = {
  _tag: "DocumentsCirculated",
  at: on("2026-01-07"),
  by: bySuperior,
  documents: [{ label: "Guide de l'entretien", file }, { label: "Note de service" }],
  to: [agent.id],
}
export const reminded = (date: string, ...managers: ReadonlyArray<PersonId>): CampaignEvent => ({
  _tag: "ReminderSent",
  at: on(date),
  by: byAdministrator,
  target: { _tag: "status", status: "not-planned" },
  day: day(date),
  managers: [managers[0] ?? id("nobody"), ...managers.slice(1)],
  leftOut: [],
})
export const deleted: EventOf<"CampaignDeleted"> = {
  _tag: "CampaignDeleted",
  at: on("2026-06-01"),
  by: byAdministrator,
  campaign,
  interviews: 3,
  appeals: 1,
}

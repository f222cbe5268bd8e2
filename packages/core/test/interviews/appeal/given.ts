/**
 * The appeal of the tests: a report notified on Monday 5 January 2026, an appeal lodged on the 12th
 * under the rules of the decree of 2010 (15 clear days, 15 clear days, one month to the committee).
 */
import { CivilDate, Instant, type LegalPeriod, Zone } from "@convoque/core/kernel/calendar"
import { type Actor, CampaignId, PersonId } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import { Reason } from "@convoque/core/kernel/text"
import type { AppealCommand } from "../../../src/interviews/appeal/commands.ts"
import type { AppealEvent } from "../../../src/interviews/appeal/events.ts"
import type { Report } from "../../../src/interviews/interview/model.ts"
import { type AppealRules, InterviewType } from "../../../src/interviews/terms/model/procedure.ts"
import { SectionId } from "../../../src/interviews/terms/model/report-template.ts"

export type CommandOf<Tag extends AppealCommand["_tag"]> = Extract<
  AppealCommand,
  { readonly _tag: Tag }
>
export type EventOf<Tag extends AppealEvent["_tag"]> = Extract<AppealEvent, { readonly _tag: Tag }>

export const day = (text: string) => CivilDate.make(text)
/** Gives ten in the morning in Paris in winter, on a day. */
export const on = (text: string) => Instant.make(`${text}T09:00:00.000Z`)
export const id = (text: string) => PersonId.make(text)

const person = (of: string, givenName: string, familyName: string): Person => ({
  id: id(of),
  givenName,
  familyName,
  quality: "Attaché d'administration",
  email: `${of}@academie.example`,
})

export const agent = person("agent-1", "Zoé", "Le Goff")
export const movedAgent: Person = { ...agent, email: "zoe@autre.example" }
export const superior = person("superior-1", "Marc", "Nguyên")
export const authority = person("authority-1", "Aïcha", "Œuvrard")

export const byAgent: Actor = { person: agent.id, capacity: "agent" }
export const bySuperior: Actor = { person: superior.id, capacity: "superior" }
export const byAuthority: Actor = { person: authority.id, capacity: "authority" }
export const byService: Actor = { person: id("hr-1"), capacity: "hr-service" }
export const byAdministrator: Actor = { person: id("admin-1"), capacity: "administrator" }
export const byScheduler: Actor = { person: id("scheduler"), capacity: "system" }

export const source = "décret n° 2010-888, article 6"
export const decreePeriod = (length: number, unit: LegalPeriod["unit"]): AppealRules["answer"] => ({
  period: { length, unit, extends: true },
  source,
  confidence: "confirmed",
})

/** The rules of the decree. */
export const rules = {
  hierarchical: decreePeriod(15, "clear-days"),
  answer: decreePeriod(15, "clear-days"),
  committee: { label: "CAP", ...decreePeriod(1, "months") },
  complementaryInterview: false,
} as const satisfies AppealRules

const { committee: _, ...withoutCommittee } = rules
/** The same rules without a committee. */
export const rulesWithoutCommittee: AppealRules = withoutCommittee
/** The same rules with the mandatory complementary interview. */
export const rulesWithInterview: AppealRules = { ...rules, complementaryInterview: true }

export const holidays = { territory: "metropole" } as const
export const zone = Zone.make("Europe/Paris")

const file = {
  campaign: CampaignId.make("2025-entretiens"),
  type: InterviewType.make("professional-interview"),
  year: 2025,
  agent,
  superior,
  authority,
} as const

export const grounds = "Les résultats de l'année ne sont pas repris."
export const endOfDuties = Reason.make("Fin de fonctions.")
export const reasons = "Le compte rendu est complété."
export const revised: Report = {
  parts: [{ _tag: "text", section: SectionId.make("results"), text: "Objectifs atteints." }],
  attachments: [],
}
export const revisedAgain: Report = {
  parts: [{ _tag: "text", section: SectionId.make("results"), text: "Objectifs dépassés." }],
  attachments: [],
}

export const lodge = (
  rest: Partial<CommandOf<"lodgeHierarchicalAppeal">> = {},
): CommandOf<"lodgeHierarchicalAppeal"> => ({
  _tag: "lodgeHierarchicalAppeal",
  at: on("2026-01-12"),
  by: byAgent,
  ...file,
  date: day("2026-01-12"),
  grounds,
  endorsed: true,
  notifiedOn: day("2026-01-05"),
  rules,
  holidays,
  zone,
  ...rest,
})

export const answer = (
  rest: Partial<CommandOf<"answerAppeal">> = {},
): CommandOf<"answerAppeal"> => ({
  _tag: "answerAppeal",
  at: on("2026-01-20"),
  by: byAuthority,
  agent: movedAgent,
  date: day("2026-01-20"),
  outcome: "rejected",
  reasons,
  ...rest,
})

export const recordNoAnswer = (
  rest: Partial<CommandOf<"recordNoAnswer">> = {},
): CommandOf<"recordNoAnswer"> => ({
  _tag: "recordNoAnswer",
  at: on("2026-01-29"),
  by: byScheduler,
  ...rest,
})

export const refer = (
  rest: Partial<CommandOf<"referToCommittee">> = {},
): CommandOf<"referToCommittee"> => ({
  _tag: "referToCommittee",
  at: on("2026-02-02"),
  by: byAgent,
  date: day("2026-02-02"),
  ...rest,
})

export const opinionText = "Avis favorable à la révision."
export const recordOpinion = (
  rest: Partial<CommandOf<"recordOpinion">> = {},
): CommandOf<"recordOpinion"> => ({
  _tag: "recordOpinion",
  at: on("2026-03-10"),
  by: byService,
  date: day("2026-03-09"),
  text: opinionText,
  ...rest,
})

export const decideAfter = (rest: Partial<CommandOf<"decide">> = {}): CommandOf<"decide"> => ({
  _tag: "decide",
  at: on("2026-03-16"),
  by: byAuthority,
  agent,
  date: day("2026-03-16"),
  outcome: "granted",
  revised: revisedAgain,
  ...rest,
})

export const notify = (
  rest: Partial<CommandOf<"notifyFinalReport">> = {},
): CommandOf<"notifyFinalReport"> => ({
  _tag: "notifyFinalReport",
  at: on("2026-03-20"),
  by: byService,
  agent,
  superior,
  notification: { means: "registered-letter", fate: "delivered", on: day("2026-03-19") },
  ...rest,
})

export const acknowledge = (
  rest: Partial<CommandOf<"acknowledgeFinalReport">> = {},
): CommandOf<"acknowledgeFinalReport"> => ({
  _tag: "acknowledgeFinalReport",
  at: on("2026-03-23"),
  by: byAgent,
  date: day("2026-03-23"),
  ...rest,
})

export const lodged: EventOf<"AppealLodged"> = {
  _tag: "AppealLodged",
  at: on("2026-01-12"),
  by: byAgent,
  ...file,
  notifiedOn: day("2026-01-05"),
  rules,
  holidays,
  zone,
  on: day("2026-01-12"),
  grounds,
  lastDay: day("2026-01-21"),
  late: false,
  answerBy: day("2026-01-28"),
}
export const answeredEvent: EventOf<"AppealAnswered"> = {
  _tag: "AppealAnswered",
  at: on("2026-01-20"),
  by: byAuthority,
  agent: movedAgent,
  on: day("2026-01-20"),
  outcome: "rejected",
  reasons,
  late: false,
  committeeBy: day("2026-02-20"),
}
export const partlyGranted: EventOf<"AppealAnswered"> = {
  ...answeredEvent,
  outcome: "partly-granted",
  revised,
}
export const unanswered: EventOf<"AppealUnanswered"> = {
  _tag: "AppealUnanswered",
  at: on("2026-01-29"),
  by: byScheduler,
  lastDay: day("2026-01-28"),
  committeeBy: day("2026-03-02"),
}
export const referredEvent: EventOf<"CommitteeReferred"> = {
  _tag: "CommitteeReferred",
  at: on("2026-02-02"),
  by: byAgent,
  on: day("2026-02-02"),
  lastDay: day("2026-02-20"),
  late: false,
}
export const opinionRecorded: EventOf<"OpinionRecorded"> = {
  _tag: "OpinionRecorded",
  at: on("2026-03-10"),
  by: byService,
  on: day("2026-03-09"),
  text: opinionText,
}
export const decidedEvent: EventOf<"AppealDecided"> = {
  _tag: "AppealDecided",
  at: on("2026-03-16"),
  by: byAuthority,
  agent,
  on: day("2026-03-16"),
  outcome: "granted",
  revised: revisedAgain,
}
export const notified: EventOf<"FinalReportNotified"> = {
  _tag: "FinalReportNotified",
  at: on("2026-03-20"),
  by: byService,
  agent,
  notification: { means: "registered-letter", fate: "delivered", on: day("2026-03-19") },
}
export const acknowledged: EventOf<"FinalReportAcknowledged"> = {
  _tag: "FinalReportAcknowledged",
  at: on("2026-03-23"),
  by: byAgent,
  on: day("2026-03-23"),
}

/** What happened before, by the state that it leads to. */
export const history = {
  none: [],
  lodged: [lodged],
  answered: [lodged, answeredEvent],
  unanswered: [lodged, unanswered],
  referred: [lodged, answeredEvent, referredEvent],
  decided: [lodged, answeredEvent, referredEvent, opinionRecorded, decidedEvent],
  concluded: [
    lodged,
    answeredEvent,
    referredEvent,
    opinionRecorded,
    decidedEvent,
    notified,
    acknowledged,
  ],
} as const satisfies Readonly<Record<string, ReadonlyArray<AppealEvent>>>

/** Gives a history whose appeal was lodged under other rules. */
export const under = (
  otherRules: AppealRules,
  events: ReadonlyArray<AppealEvent>,
): ReadonlyArray<AppealEvent> =>
  events.map((event) => (event._tag === "AppealLodged" ? { ...event, rules: otherRules } : event))

/** What the state of an appeal keeps from its lodging on, after some acts. */
export const fileOf = (acts: ReadonlyArray<AppealEvent>) => ({
  ...file,
  notifiedOn: day("2026-01-05"),
  rules,
  holidays,
  zone,
  lodging: {
    on: day("2026-01-12"),
    grounds,
    lastDay: day("2026-01-21"),
    late: false,
  },
  answerBy: day("2026-01-28"),
  acts,
})

/** The answer that was given, as states keep it. */
export const givenAnswer = {
  on: day("2026-01-20"),
  outcome: "rejected",
  reasons,
  late: false,
} as const

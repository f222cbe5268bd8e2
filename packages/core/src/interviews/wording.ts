/**
 * All that people read of interviews and their campaigns, by tag: labels, sentences of refusals,
 * papers and mails. A wording is passed as an argument; no other room imports a language.
 */
import type { ColourCategory } from "../kernel/chart.ts"
import type { CivilDate, CivilTime, LegalPeriod } from "../kernel/calendar.ts"
import type { Capacity } from "../kernel/identity.ts"
import type { WithTag } from "../kernel/machine.ts"
import type { InterviewEvent } from "./interview/events.ts"
import type {
  NotHeldReason,
  NotificationFate,
  NotificationMeans,
  Status,
  TrainingPurpose,
} from "./interview/model.ts"
import type { InterviewRefusal } from "./interview/refusals.ts"
import type { Interview } from "./interview/state.ts"
import type { EnclosureKind } from "./terms/model/procedure.ts"
import type { CampaignWords } from "./wording/campaign-words.ts"
import type { DocumentWords } from "./wording/document-words.ts"
import type { MailWords } from "./wording/mail-words.ts"

/** Every refusal of the context. */
export type InterviewsRefusal = InterviewRefusal

/** Every event of the context that a history shows. */
export type InterviewsEvent = InterviewEvent

/** One sentence for each refusal, made from its values. */
export type RefusalSentences = {
  readonly [Tag in InterviewsRefusal["_tag"]]: (refusal: WithTag<InterviewsRefusal, Tag>) => string
}

/** The status of a campaign, derived from its start and its interviews (CAM-13). */
export type CampaignStatusName = "in-preparation" | "running" | "completed"

/**
 * A complete set of texts in one language (`language`: BCP 47).
 *
 * - `colours`: the colour category of each status (CAM-12), the same in all languages;
 * - `acts`: what happened, as a history names it;
 * - `dates.long` is for papers and mails, `dates.short` for tables.
 */
export interface Wording {
  readonly language: string
  readonly states: Readonly<Record<Interview["_tag"], string>>
  readonly statuses: Readonly<Record<Status, string>>
  readonly colours: Readonly<Record<Status, ColourCategory>>
  readonly campaignStatuses: Readonly<Record<CampaignStatusName, string>>
  readonly acts: Readonly<Record<InterviewsEvent["_tag"], string>>
  readonly capacities: Readonly<Record<Capacity, string>>
  readonly means: Readonly<Record<NotificationMeans, string>>
  readonly fates: Readonly<Record<NotificationFate, string>>
  readonly notHeldReasons: Readonly<Record<NotHeldReason, string>>
  readonly enclosures: Readonly<Record<EnclosureKind, string>>
  readonly purposes: Readonly<Record<TrainingPurpose, string>>
  readonly refusals: RefusalSentences
  readonly dates: {
    readonly long: (date: CivilDate) => string
    readonly short: (date: CivilDate) => string
    readonly time: (time: CivilTime) => string
    readonly period: (period: LegalPeriod) => string
    readonly minutes: (minutes: number) => string
  }
  readonly documents: DocumentWords
  readonly mails: MailWords
  readonly campaign: CampaignWords
}

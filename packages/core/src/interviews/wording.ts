/**
 * All that people read of interviews and their campaigns, by tag: labels, sentences of refusals,
 * papers and mails. A wording is passed as an argument; no other room imports a language.
 */
import type { ColourCategory } from "../kernel/chart.ts"
import type { CivilDate, CivilTime, Instant, LegalPeriod, Zone } from "../kernel/calendar.ts"
import type { Capacity } from "../kernel/identity.ts"
import type { WithTag } from "../kernel/machine.ts"
import type { AppealEvent } from "./appeal/events.ts"
import type { AppealOutcome } from "./appeal/model.ts"
import type { AppealRefusal } from "./appeal/refusals.ts"
import type { Appeal } from "./appeal/state.ts"
import type { ApplicationRefusal } from "./application/refusals.ts"
import type { CampaignEvent } from "./campaign/events.ts"
import type { CampaignStatus } from "./campaign/model.ts"
import type { CampaignRefusal } from "./campaign/refusals.ts"
import type { DelegationEvent } from "./delegation/events.ts"
import type { DelegationRefusal } from "./delegation/refusals.ts"
import type { ExportEvent } from "./export/events.ts"
import type { ExportRefusal } from "./export/refusals.ts"
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
import type { AppealWords } from "./wording/appeal-words.ts"
import type { CampaignWords } from "./wording/campaign-words.ts"
import type { DocumentWords } from "./wording/document-words.ts"
import type { ExportWords } from "./wording/export-words.ts"
import type { ListWords } from "./wording/list-words.ts"
import type { MailWords } from "./wording/mail-words.ts"

/** Every refusal of the context. */
export type InterviewsRefusal =
  | DelegationRefusal
  | InterviewRefusal
  | AppealRefusal
  | ExportRefusal
  | CampaignRefusal
  | ApplicationRefusal

/** Every event of the context that a history shows. */
export type InterviewsEvent =
  | DelegationEvent
  | InterviewEvent
  | AppealEvent
  | ExportEvent
  | CampaignEvent

/** One sentence for each refusal of a union, made from its values. */
export type SentencesOf<Refusal extends { readonly _tag: string }> = {
  readonly [Tag in Refusal["_tag"]]: (refusal: WithTag<Refusal, Tag>) => string
}

/** One sentence for each refusal of the context. */
export type RefusalSentences = SentencesOf<InterviewsRefusal>

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
  readonly appealStates: Readonly<Record<Appeal["_tag"], string>>
  readonly appealOutcomes: Readonly<Record<AppealOutcome, string>>
  readonly colours: Readonly<Record<Status, ColourCategory>>
  readonly campaignStatuses: Readonly<Record<CampaignStatus, string>>
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
    readonly moment: (at: Instant, zone: Zone) => string
    readonly time: (time: CivilTime) => string
    readonly period: (period: LegalPeriod) => string
    readonly minutes: (minutes: number) => string
  }
  readonly documents: DocumentWords
  readonly lists: ListWords
  readonly mails: MailWords
  readonly appeal: AppealWords
  readonly campaign: CampaignWords
  readonly exports: ExportWords
}

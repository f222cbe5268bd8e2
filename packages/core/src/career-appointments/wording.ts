/**
 * All that people read of career appointments, by tag: labels, sentences of refusals, mails and
 * the convocation itself. A wording is passed as an argument; no other room imports one.
 */
import type { CivilDate, CivilTime, Zone } from "../kernel/calendar.ts"
import type { WithTag } from "../kernel/machine.ts"
import type { CampaignRefusal } from "./campaign/refusals.ts"
import type { AppointmentSetEvent } from "./appointment-set/events.ts"
import type { Outcome } from "./appointment-set/model.ts"
import type { AppointmentSetRefusal } from "./appointment-set/refusals.ts"
import type { AppointmentSet } from "./appointment-set/state.ts"
import type { ApplicationRefusal } from "./application/refusals.ts"
import type { ListWords } from "./wording/list-words.ts"

/** Every refusal of the context. */
export type CareerAppointmentsRefusal = CampaignRefusal | AppointmentSetRefusal | ApplicationRefusal

/** One sentence for each refusal, made from its values. */
export type RefusalSentences = {
  readonly [Tag in CareerAppointmentsRefusal["_tag"]]: (
    refusal: WithTag<CareerAppointmentsRefusal, Tag>,
  ) => string
}

/** A moment of an appointment in its printed forms. */
export interface PrintedAppointment {
  readonly label: string
  readonly evaluator: string
  readonly date: string
  readonly hours: string
  readonly place: string
}

/** A complete set of texts in one language (`language`: BCP 47). */
export interface Wording {
  readonly language: string
  readonly states: Readonly<Record<AppointmentSet["_tag"], string>>
  readonly modified: string
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly acts: Readonly<Record<AppointmentSetEvent["_tag"], string>>
  readonly refusals: RefusalSentences
  readonly dates: {
    readonly long: (date: CivilDate) => string
    readonly hours: (start: CivilTime, end: CivilTime) => string
    readonly zone: (zone: Zone) => string
  }
  readonly lists: ListWords
  readonly convocation: {
    readonly title: string
    readonly reference: (campaign: string) => string
    readonly salutation: string
    readonly opening: (campaign: string) => string
    readonly tableCaption: string
    readonly columns: readonly [string, string, string, string, string]
    readonly localHours: string
    readonly changedTitle: (edition: number) => string
    readonly changedLine: (before: PrintedAppointment, after: PrintedAppointment) => string
    readonly changedEvaluator: (role: string, before: string, after: string) => string
    readonly answer: string
    readonly edition: (at: string) => string
    readonly pageLabel: string
    readonly fileName: (agent: string, edition: number) => string
  }
  readonly mails: {
    readonly greeting: (name: string) => string
    readonly closing: (organizer: string) => string
    readonly issued: { readonly subject: string; readonly body: (count: number) => string }
    readonly reissued: { readonly subject: string; readonly body: string }
    readonly maintained: {
      readonly subject: string
      readonly body: string
      readonly line: (appointment: PrintedAppointment, reason: string) => string
    }
    readonly cancelled: { readonly subject: string; readonly body: (reason: string) => string }
    readonly agentAnswered: {
      readonly subject: (agent: string) => string
      readonly accepted: string
      readonly postponement: (labels: ReadonlyArray<string>, reason: string | undefined) => string
    }
    readonly remindEvaluator: {
      readonly subject: (campaign: string) => string
      readonly body: (agents: number) => string
    }
    readonly remindAgent: { readonly subject: string; readonly body: string }
    readonly line: (appointment: PrintedAppointment) => string
    readonly calendarSummary: (label: string) => string
    readonly calendarFileName: (word: string) => string
  }
}

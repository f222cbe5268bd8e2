/**
 * All that people read of exam missions, by tag: labels, sentences of refusals, papers and mails. A
 * wording is passed as an argument; no other room imports a language.
 */
import type { ActivityGroup, ActivityId } from "./activity/model.ts"
import type { ActivityRefusal } from "./activity/refusals.ts"
import type { ApplicationRefusal } from "./application/refusals.ts"
import type { CompetenceRefusal } from "./competence/refusals.ts"
import type { EntryStatus } from "./competence-entry/model.ts"
import type { EntryRefusal } from "./competence-entry/refusals.ts"
import type { WithTag } from "../kernel/machine.ts"
import type { FileRefusal } from "./staff-directory/refusals.ts"
import type { UnavailabilityRefusal } from "./unavailability/refusals.ts"
import type { CompetenceWords } from "./wording/competence-words.ts"
import type { ImportWords } from "./wording/import-words.ts"
import type { StaffWords } from "./wording/staff-words.ts"
import type { UnavailabilityWords } from "./wording/unavailability-words.ts"

/** Every refusal of the context. */
export type ExamMissionsRefusal =
  | ActivityRefusal
  | EntryRefusal
  | CompetenceRefusal
  | UnavailabilityRefusal
  | ApplicationRefusal
  | FileRefusal

/** One sentence for each refusal of a union, made from its values. */
export type SentencesOf<Refusal extends { readonly _tag: string }> = {
  readonly [Tag in Refusal["_tag"]]: (refusal: WithTag<Refusal, Tag>) => string
}

/**
 * A complete set of texts in one language (`language`: BCP 47).
 *
 * - `activities`, `groups`: the menu (UI-10);
 * - `staff`, `unavailability`, `competence`: lists, papers and mails of each part;
 * - `imports`: registers, and what is told of their files.
 */
export interface Wording {
  readonly language: string
  readonly activities: Readonly<Record<ActivityId, string>>
  readonly groups: Readonly<Record<ActivityGroup, string>>
  readonly entryStatuses: Readonly<Record<EntryStatus, string>>
  readonly refusals: SentencesOf<ExamMissionsRefusal>
  readonly staff: StaffWords
  readonly unavailability: UnavailabilityWords
  readonly competence: CompetenceWords
  readonly imports: ImportWords
}

/** What people read of competences, by tag. */
import type { Instant, SchoolYear, Zone } from "../../kernel/calendar.ts"
import type { Uai } from "../../kernel/identity.ts"
import type {
  CompetenceStanding,
  ExamOptionId,
  OfferedAction,
  SystemGround,
} from "../competence/model.ts"

/** A school and the school year of its entry window, as mails name them. */
export interface NamedEntry {
  readonly school: Uai
  readonly schoolName: string
  readonly year: SchoolYear
}

/**
 * The texts of lists and mails.
 *
 * - `actions`: the two buttons; `definedLabels`: « Compétences définies »;
 * - `ground`: why the system holds somebody competent, one sentence a ground;
 * - `statement`: what a school ticks before it validates, verbatim (CMP-23);
 * - `validated`: the mail to the management service;
 * - `entries`, `agents`, `listed`: the lists of entry windows, of those competent on an exam option,
 *   of the competences of somebody, who is named.
 */
export interface CompetenceWords {
  readonly title: string
  readonly standings: Readonly<Record<CompetenceStanding, string>>
  readonly actions: Readonly<Record<OfferedAction, string>>
  readonly definedLabels: Readonly<Record<"yes" | "no", string>>
  readonly ground: (ground: SystemGround) => string
  readonly statement: string
  readonly validated: {
    readonly subject: (entry: NamedEntry) => string
    readonly body: (entry: NamedEntry & { readonly at: Instant; readonly zone: Zone }) => string
  }
  readonly entries: {
    readonly title: (year: SchoolYear) => string
    readonly fileName: string
    readonly columns: Readonly<Record<"school" | "name" | "status" | "since", string>>
  }
  readonly agents: {
    readonly title: (option: ExamOptionId) => string
    readonly fileName: string
    readonly columns: Readonly<
      Record<"family-name" | "given-name" | "standing" | "authors", string>
    >
  }
  readonly listed: {
    readonly title: (name: string) => string
    readonly fileName: string
    readonly columns: Readonly<
      Record<"exam" | "speciality" | "label" | "authors" | "standing", string>
    >
  }
}

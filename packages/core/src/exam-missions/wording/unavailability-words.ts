/** What people read of unavailability, by tag (indisponibilité). */
import type { WithTag } from "../../kernel/machine.ts"
import type { AssignmentDate } from "../mission/model.ts"
import type {
  Origin,
  OverlappedMission,
  UnavailabilityPeriod,
  UnavailabilityWarning,
} from "../unavailability/model.ts"

/**
 * What a mail tells of a period: who, when, who said so, which missions it touches; never the reason,
 * which may tell of somebody's health.
 */
export interface ToldPeriod {
  readonly person: string
  readonly period: UnavailabilityPeriod
  readonly origin: Origin
  /** The name of the school that declared it, when that is the origin and the name is known. */
  readonly schoolName: string | null
  readonly missions: ReadonlyArray<Omit<OverlappedMission, "managers">>
}

/** The subject and the body of a mail to one manager. */
export interface UnavailabilityMail {
  readonly subject: (told: ToldPeriod) => string
  readonly paragraphs: (manager: string, told: ToldPeriod) => ReadonlyArray<string>
}

/** The texts of lists and mails. */
export interface UnavailabilityWords {
  readonly title: string
  /** The headers of the list, verbatim in French (PER-24). */
  readonly columns: Readonly<
    Record<"startDate" | "startTime" | "endDate" | "endTime" | "reason" | "origin", string>
  >
  /** Where a period comes from; `name` is that of the school or academy. */
  readonly origin: (origin: Origin, name: string | null) => string
  /** Reasons proposed to whoever declares a period, none of health; any other may be typed. */
  readonly suggestions: ReadonlyArray<string>
  /** A date of an assignment as it is printed (PER-16). */
  readonly assignmentDate: (date: AssignmentDate) => string
  readonly warnings: {
    readonly [Tag in UnavailabilityWarning["_tag"]]: (
      warning: WithTag<UnavailabilityWarning, Tag>,
    ) => string
  }
  /** The mail to a manager in charge of the exams that a period touches (IND-05). */
  readonly mail: UnavailabilityMail
  /** The mail to the same when the period no longer stands. */
  readonly withdrawal: UnavailabilityMail
}

/** The texts of the deadline proof and of the deadlines of a file. */
import type { Confidence, SkippedDay } from "../../kernel/calendar.ts"
import type { LateAct } from "../terms/model/procedure.ts"

/** The answers to « could this be done on that day ». */
export type DeadlineAnswer =
  | "yes"
  | "yes-late"
  | "too-early"
  | "too-late"
  | "not-started"
  | "already-done"

/** The texts of deadlines. */
export interface DeadlineWords {
  readonly title: string
  readonly listTitle: (year: number) => string
  readonly question: (act: string, day: string) => string
  readonly answers: Readonly<Record<DeadlineAnswer, string>>
  /** The acts outside the circuit and the events that start a period. */
  readonly events: Readonly<
    Record<
      | "interview"
      | "hierarchical-appeal"
      | "appeal-answer"
      | "committee-referral"
      | "proposal"
      | "answer-period",
      string
    >
  >
  readonly committee: (label: string) => string
  readonly opening: string
  readonly notHappened: string
  readonly start: string
  readonly event: (label: string, date: string | undefined) => string
  readonly period: string
  readonly extends: Readonly<Record<"yes" | "no", string>>
  readonly stopped: string
  readonly days: (count: number) => string
  readonly firstDay: string
  readonly rawLastDay: string
  readonly bounds: Readonly<Record<"not-before" | "not-after", string>>
  readonly proposeBy: string
  readonly late: Readonly<Record<LateAct, string>>
  readonly lateLabel: string
  readonly source: string
  readonly confidence: Readonly<Record<Confidence, string>>
  readonly confidenceLabel: string
  readonly doneOn: string
  readonly lapsed: string
  readonly skipped: string
  readonly skippedColumns: readonly [day: string, why: string]
  readonly why: (why: SkippedDay["why"]) => string
  readonly list: string
  readonly listColumns: readonly [
    act: string,
    start: string,
    period: string,
    end: string,
    done: string,
  ]
  readonly summary: (act: string, agent: string) => string
  readonly feedName: (agent: string, year: number) => string
  readonly fileName: (agent: string, year: number, act: string) => string
  readonly listFileName: (agent: string, year: number) => string
}

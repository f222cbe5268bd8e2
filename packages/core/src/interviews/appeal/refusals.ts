/**
 * Why the machine of appeals says no. Each code carries the values that explain it; its sentence is
 * in the wording, its requirements in `appealGrounds`.
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { Capacity, PersonId } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { AppealOutcome, AppealStateTag } from "./model.ts"

/** Why the machine says no, one variant per code, with the values that explain it. */
export const AppealRefusal = Schema.TaggedUnion({
  "appeal.illegal-transition": { command: Schema.String, state: AppealStateTag },
  "actor.not-allowed": { command: Schema.String, capacity: Capacity },
  "delegation.not-allowed": { command: Schema.String },
  "delegation.not-in-force": { from: CivilDate, until: CivilDate, today: CivilDate },

  "appeal.not-provided": {},
  "appeal.report-not-endorsed": {},
  "appeal.report-not-notified": {},
  "appeal.date-out-of-range": { date: CivilDate, earliest: CivilDate, latest: CivilDate },
  "appeal.complementary-interview-missing": { legalSource: Schema.String },
  "appeal.revised-report-missing": { outcome: AppealOutcome },
  "appeal.revised-report-unexpected": { outcome: AppealOutcome },
  "appeal.answer-period-running": {
    lastDay: CivilDate,
    today: CivilDate,
    legalSource: Schema.String,
  },
  "appeal.no-committee": {},
  "appeal.authority-unchanged": { authority: PersonId },
  "appeal.authority-not-distinct": {
    authority: PersonId,
    from: Schema.Literals(["agent", "superior"]),
  },
  "appeal.opinion-missing": {},
  "appeal.opinion-already-recorded": { on: CivilDate },
  "appeal.no-revised-report": {},
  "appeal.final-report-not-notified": {},
  "appeal.final-report-already-notified": { on: CivilDate },
  "appeal.agent-without-address": { agent: PersonId },
})
export type AppealRefusal = typeof AppealRefusal.Type

const appeals: Grounds = { requirements: ["ENT-27"] }

/** The requirements behind each refusal; a period's text is dated, so it stands in the refusal. */
export const appealGrounds: Readonly<Record<AppealRefusal["_tag"], Grounds>> = {
  "appeal.illegal-transition": appeals,
  "actor.not-allowed": { requirements: ["CAM-01"] },
  "delegation.not-allowed": { requirements: ["ENT-22"] },
  "delegation.not-in-force": { requirements: ["ENT-22"] },
  "appeal.not-provided": appeals,
  "appeal.report-not-endorsed": {
    requirements: ["ENT-25", "ENT-27"],
    legalSource: "CAA Paris, 7 février 2023, n° 21PA05129",
  },
  "appeal.report-not-notified": { requirements: ["ENT-25", "ENT-27"] },
  "appeal.date-out-of-range": appeals,
  "appeal.complementary-interview-missing": appeals,
  "appeal.revised-report-missing": appeals,
  "appeal.revised-report-unexpected": appeals,
  "appeal.answer-period-running": appeals,
  "appeal.no-committee": appeals,
  "appeal.authority-unchanged": appeals,
  "appeal.authority-not-distinct": appeals,
  "appeal.opinion-missing": appeals,
  "appeal.opinion-already-recorded": appeals,
  "appeal.no-revised-report": appeals,
  "appeal.final-report-not-notified": appeals,
  "appeal.final-report-already-notified": appeals,
  "appeal.agent-without-address": { requirements: ["ENT-25", "ENT-27"] },
}

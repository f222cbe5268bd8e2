/** The English sentences of the refusals of an appeal. */
import { dayEn as day } from "../../kernel/calendar.ts"
import { quotedEn as quoted } from "../../kernel/text.ts"
import type { AppealRefusal } from "../appeal/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { appealOutcomesEn, appealStatesEn } from "./labels.en.ts"

/** The refusals that only appeals have. */
type OwnRefusal = Exclude<
  AppealRefusal,
  { readonly _tag: "actor.not-allowed" | "delegation.not-allowed" | "delegation.not-in-force" }
>

/** The English sentence of each refusal of an appeal, a function of its values. */
export const appealRefusalsEn: SentencesOf<OwnRefusal> = {
  "appeal.illegal-transition": ({ state }) =>
    `This cannot be done in the present state of the appeal: ${quoted(appealStatesEn[state])}.`,
  "appeal.not-provided": () => "The procedure of this campaign foresees no appeal.",
  "appeal.report-not-endorsed": () =>
    "The report is not endorsed by the authority: no period of appeal runs yet.",
  "appeal.report-not-notified": () =>
    "The report is not notified to the agent: no period of appeal runs yet.",
  "appeal.date-out-of-range": ({ date, earliest, latest }) =>
    `The date of the act (${day(date)}) must lie between ${day(earliest)} and ${day(latest)}.`,
  "appeal.complementary-interview-missing": ({ legalSource }) =>
    `The agent is to be heard before the appeal is answered (${legalSource}): give the date of that interview.`,
  "appeal.revised-report-missing": ({ outcome }) =>
    `This answer revises the report: ${appealOutcomesEn[outcome]}. Give the revised report.`,
  "appeal.revised-report-unexpected": ({ outcome }) =>
    `This answer does not revise the report: ${appealOutcomesEn[outcome]}. No revised report is accepted.`,
  "appeal.answer-period-running": ({ lastDay, today, legalSource }) =>
    `The authority's period to answer runs up to and including ${day(lastDay)} (${legalSource}); today is ${day(today)}.`,
  "appeal.no-committee": () => "The procedure foresees no referral to a committee.",
  "appeal.authority-unchanged": () => "The appeal is already with this authority.",
  "appeal.authority-not-distinct": ({ from }) =>
    from === "agent"
      ? "The agent does not answer his own appeal: choose another authority."
      : "The direct superior does not answer the appeal against his report: choose another authority.",
  "appeal.opinion-missing": () =>
    "The opinion of the committee is to be recorded before the authority decides.",
  "appeal.opinion-already-recorded": ({ on }) =>
    `The opinion of the committee is already recorded (${day(on)}).`,
  "appeal.no-revised-report": () => "The report was not revised: there is no final report.",
  "appeal.final-report-not-notified": () => "The final report is not notified to the agent yet.",
  "appeal.final-report-already-notified": ({ on }) =>
    `The final report is already notified to the agent (${day(on)}).`,
  "appeal.agent-without-address": () =>
    "The agent has no valid e-mail address: choose another means of notification.",
}

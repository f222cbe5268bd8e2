/** The English words for what keeps a procedure, a template or the terms of a campaign from use. */
import { dayEn as day } from "../../kernel/calendar.ts"
import { quotedEn as quoted } from "../../kernel/text.ts"
import type { TermsFault } from "../terms/model/campaign-terms.ts"
import type { ProcedureFault } from "../terms/model/procedure.ts"
import type { SentencesOf } from "../wording.ts"
import { subjectsEn } from "./subjects.ts"

const procedureFaultsEn: SentencesOf<ProcedureFault> = {
  "version.ends-before-it-begins": ({ from, until }) =>
    `the version of the procedure ends (${day(until)}) before it begins (${day(from)})`,
  "step.declared-twice": ({ step }) => `the step ${quoted(step)} is declared twice`,
  "step.name-reserved": ({ step }) => `the name ${quoted(step)} of a step is reserved`,
  "step.without-actor": ({ step }) => `the step ${quoted(step)} has no actor`,
  "step.misplaced-communication": ({ step }) =>
    `the step ${quoted(step)} communicates the report elsewhere than at the head of the circuit`,
  "step.report-not-signed-by-superior": ({ step }) =>
    `the step ${quoted(step)} has the report signed by somebody else than the direct superior, or by delegation`,
  "step.completed-without-agent": ({ step }) =>
    `the step ${quoted(step)} completes the report without the agent among its actors`,
  "step.can-stick": ({ step }) =>
    `the step ${quoted(step)} can block the circuit (nobody but the agent ends it)`,
  "step.refuses-for-ever": ({ step }) =>
    `the step ${quoted(step)} is refused for ever once its period is over`,
  "step.after-filing": ({ step }) => `the step ${quoted(step)} comes after the filing`,
  "period.without-start-event": ({ step, from }) =>
    `the period of the step ${quoted(step)} runs from ${quoted(from)}, which is neither the interview nor an earlier step`,
  "period.lapses-without-completion": ({ step }) =>
    `the period of the step ${quoted(step)} cannot lapse (only that of the agent can)`,
  "suspension.outside-completion": ({ step }) =>
    `the step ${quoted(step)} cannot be suspended (only that of the agent can)`,
  "notification.before-visa": ({ step }) =>
    `the step ${quoted(step)} notifies the report before the endorsement`,
  "notification.repeated": ({ step }) =>
    `the step ${quoted(step)} notifies the report a second time`,
  "filing.without-signature": ({ step }) =>
    `the step ${quoted(step)} files a report that the agent has not signed`,
  "circuit.without-communication": () => "the circuit never communicates the report",
  "circuit.never-ends": () => "the circuit never ends (neither a filing nor a last signature)",
  "appeal.without-notification": () =>
    "an appeal is foreseen without a notification to start its period",
}

const faultsEn: SentencesOf<TermsFault> = {
  ...procedureFaultsEn,
  "template.appeal-notice-missing": () => "the report template does not print the means of appeal",
  "section.declared-twice": ({ section }) => `the section ${quoted(section)} is declared twice`,
  "criterion.declared-twice": ({ criterion }) =>
    `the criterion ${quoted(criterion)} is declared twice`,
  "level.declared-twice": ({ level }) => `the level ${quoted(level)} is declared twice`,
  "section.without-criteria": ({ section }) =>
    `the section ${quoted(section)} has no criterion to appraise`,
  "section.without-levels": ({ section }) =>
    `the section ${quoted(section)} has no level of appraisal`,
  "section.subject-missing": ({ about }) =>
    `no required section of the direct superior is about: ${subjectsEn[about]}`,
  "section.agent-part-required": ({ section }) =>
    `the section ${quoted(section)} is the agent's and cannot be required`,
  "section.agent-part-not-text": ({ section }) =>
    `the section ${quoted(section)} is the agent's and can only hold text`,
  "dates.period-reversed": ({ from, until }) =>
    `the reference period ends (${day(until)}) before it begins (${day(from)})`,
  "dates.interviews-before-start": ({ startsOn, interviewsBefore }) =>
    `the limit of the interviews (${day(interviewsBefore)}) does not follow the start of the campaign (${day(startsOn)})`,
  "dates.reports-before-interviews": ({ interviewsBefore, reportsBy }) =>
    `the limit of the reports (${day(reportsBy)}) precedes that of the interviews (${day(interviewsBefore)})`,
  "dates.procedure-not-in-force": ({ code, startsOn }) =>
    `the procedure ${quoted(code)} is not in force when the campaign starts (${day(startsOn)})`,
  "dates.template-not-in-force": ({ code, startsOn }) =>
    `the report template ${quoted(code)} is not in force when the campaign starts (${day(startsOn)})`,
  "objectives.range-reversed": ({ minimum, maximum }) =>
    `the expected number of objectives goes from ${minimum} to ${maximum}`,
}

/** Gives a fault as part of a sentence. */
export const termsFaultEn = (fault: TermsFault): string =>
  // The tag chooses the function, which the compiler cannot follow.
  (faultsEn[fault._tag] as (value: TermsFault) => string)(fault)

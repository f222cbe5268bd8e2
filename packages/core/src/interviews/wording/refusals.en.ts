/** The English sentences of the refusals of an interview, mirrored on the French ones. */
import { dayEn as day, periodEn } from "../../kernel/calendar.ts"
import { quotedEn as quoted } from "../../kernel/text.ts"
import type { InterviewRefusal } from "../interview/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { capacitiesEn, enclosuresEn, fatesEn, meansEn, statesEn } from "./labels.en.ts"

const labels = (named: ReadonlyArray<{ readonly label: string }>) =>
  named.map(({ label }) => quoted(label)).join(", ")

const first = (label: string) => `the step ${quoted(label)} comes first`

const kindsEn = {
  text: "a text",
  objectives: "objectives",
  "training-needs": "training needs",
  criteria: "one level for each criterion",
} as const

/** The English sentence of each refusal of an interview, a function of its values. */
export const interviewRefusalsEn: SentencesOf<InterviewRefusal> = {
  "interview.illegal-transition": ({ state }) =>
    `This cannot be done in the present state of the interview: ${quoted(statesEn[state])}.`,
  "interview.deleted": () => "The interview is deleted: nothing more can be done with it.",
  "interview.duplicate": ({ agent, year }) =>
    `The agent ${quoted(agent)} already has an interview of this type for the year ${year}.`,
  "interview.evaluates-self": ({ agent }) =>
    `The agent ${quoted(agent)} cannot be his or her own direct superior: name somebody else.`,
  "interview.authority-not-distinct": ({ authority, from }) =>
    `${quoted(authority)} is the ${from === "agent" ? "agent" : "direct superior"} of the interview and cannot endorse the report as its authority: name somebody else.`,
  "actor.not-allowed": ({ capacity }) =>
    `This action is not open to you in the capacity of: ${capacitiesEn[capacity]}.`,
  "delegation.not-allowed": ({ step }) =>
    step === undefined
      ? "This act cannot be delegated: it is to be done in person."
      : `The step ${quoted(step)} cannot be delegated: it is to be done in person.`,
  "delegation.not-in-force": ({ from, until, today }) =>
    `The delegation runs from ${day(from)} to ${day(until)} and is not in force on ${day(today)}.`,

  "interview.notice-too-short": ({ date, earliest, period, today, legalSource }) =>
    `The interview cannot take place on ${day(date)}: proposed on ${day(today)}, it needs a notice of ${periodEn(period)} (${legalSource}). First possible date: ${day(earliest)}.`,
  "interview.enclosure-missing": ({ missing }) =>
    `The proposal goes with these documents; missing: ${missing.map((kind) => enclosuresEn[kind]).join(", ")}.`,
  "interview.too-many-notes": ({ maximum }) =>
    `The preparation notes follow the points of the template: ${maximum} at most.`,
  "interview.date-in-future": ({ date, today }) =>
    `The interview cannot have been held on ${day(date)}, after today (${day(today)}).`,
  "interview.date-before-proposal": ({ date, proposedOn }) =>
    `The interview cannot have been held on ${day(date)}, before it was proposed (${day(proposedOn)}).`,
  "interview.date-not-passed": ({ date, today }) =>
    `The date of the interview (${day(date)}) has not passed (today is ${day(today)}).`,
  "interview.third-party-present": ({ expected, participants }) =>
    `The interview is between the agent and the direct superior, without any third party: expected ${expected.map(quoted).join(" and ")}, given ${participants.length === 0 ? "nobody" : participants.map(quoted).join(", ")}.`,
  "interview.section-not-discussed": ({ sections }) =>
    `All the sections of the report are to be discussed with the agent; missing: ${labels(sections)}.`,

  "report.unknown-section": ({ section }) =>
    `The report template has no section ${quoted(section)}.`,
  "report.section-written-twice": ({ label }) => `The section ${quoted(label)} is filled in twice.`,
  "report.section-not-superiors": ({ label }) =>
    `The section ${quoted(label)} is for the agent alone.`,
  "report.section-not-agents": ({ label }) =>
    `The section ${quoted(label)} is for the direct superior alone.`,
  "report.wrong-kind": ({ label, expected }) =>
    `The section ${quoted(label)} expects ${kindsEn[expected]}.`,
  "report.unknown-criterion": ({ label, criterion }) =>
    `The section ${quoted(label)} has no criterion ${quoted(criterion)} in the template.`,
  "report.criterion-rated-twice": ({ label, criterion }) =>
    `${quoted(label)}: the criterion ${quoted(criterion)} is appraised twice.`,
  "report.unknown-level": ({ label, level }) =>
    `${quoted(label)}: the template has no level ${quoted(level)}.`,
  "report.too-many-attachments": ({ maximum }) =>
    maximum === 0
      ? "The template admits no file attached to the report."
      : `The report admits ${maximum} attached files at most.`,
  "report.section-required": ({ sections }) =>
    `The report cannot be communicated; sections to fill in: ${labels(sections)}.`,
  "report.needs-and-none": ({ label }) =>
    `The section ${quoted(label)} says that there is no need and lists some: keep one or the other.`,
  "report.criteria-unrated": ({ label, criteria }) =>
    `In the section ${quoted(label)} each criterion is given a level; missing: ${labels(criteria)}.`,
  "report.appraisal-frozen": ({ label }) =>
    `The section ${quoted(label)} holds the appraisal: it cannot change any more since it was signed, not even for a clerical error.`,
  "report.no-text-to-correct": ({ label }) =>
    `The section ${quoted(label)} has no text to correct.`,

  "step.unknown": ({ step }) => `The procedure has no step ${quoted(step)}.`,
  "step.date-out-of-range": ({ label, on, earliest, today }) =>
    `${quoted(label)}: the date (${day(on)}) must lie between ${day(earliest)} and ${day(today)}.`,
  "observations.unexpected": ({ label }) =>
    `The step ${quoted(label)} admits no observations: only the endorsement carries some.`,
  "step.already-done": ({ label }) => `The step ${quoted(label)} is already done.`,
  "step.wrong-actor": ({ label, actors, capacity }) =>
    `The step ${quoted(label)} cannot be done in the capacity of ${capacitiesEn[capacity]}; it falls to: ${actors.map((actor) => capacitiesEn[actor]).join(", ")}.`,
  "step.own-report": ({ label }) =>
    `The step ${quoted(label)} is not for who signed the report: somebody else endorses it.`,
  "step.too-late": ({ label, lastDay, today, legalSource }) =>
    `The step ${quoted(label)} was to be done by ${day(lastDay)} (${legalSource}); today is ${day(today)}.`,
  "step.lapsed": ({ label, lastDay, today, legalSource }) =>
    `The period of the step ${quoted(label)} ended on ${day(lastDay)} (${legalSource}); today is ${day(today)}.`,
  "step.not-lapsed": ({ label, lastDay }) =>
    lastDay === undefined
      ? `The step ${quoted(label)} has no period that could lapse.`
      : `The period of the step ${quoted(label)} runs up to and including ${day(lastDay)}.`,
  "step.not-returnable": ({ label }) =>
    `The procedure does not let the report be returned at the step ${quoted(label)}.`,
  "report.not-communicated": ({ label }) =>
    `The report is not communicated to the agent yet: ${first(label)}.`,
  "report.not-completed": ({ label }) =>
    `The agent has not completed the report yet: ${first(label)}.`,
  "report.not-endorsed": ({ label }) =>
    `The report is not endorsed by the authority yet: ${first(label)}.`,
  "report.not-notified": ({ label }) =>
    `The report is not notified to the agent yet: ${first(label)}.`,
  "report.not-signed": ({ label }) => `The report is not signed yet: ${first(label)}.`,
  "report.not-filed": ({ label }) =>
    `The report is not in the personnel file yet: ${first(label)}.`,
  "notification.required": ({ label }) =>
    `The step ${quoted(label)} is a notification: give its means, its date and what became of it.`,
  "notification.unexpected": ({ label }) => `The step ${quoted(label)} is no notification.`,
  "notification.agent-only-opens": ({ fate }) =>
    `Only the agent can tell this of the notification: ${fatesEn[fate]}.`,
  "notification.not-sent": ({ means }) =>
    `No notification was made to the agent by this means: ${meansEn[means]}.`,
  "notification.date-out-of-range": ({ on, earliest, today }) =>
    `The date of the notification (${day(on)}) must lie between ${day(earliest)} and ${day(today)}.`,
  "completion.not-open": () =>
    "The agent can complete the report only between its communication and the end of the period for it.",
  "revision.unknown-to-procedure": ({ label }) =>
    `The procedure ${quoted(label)} knows no request of revision.`,
  "revision.already-requested": ({ on }) =>
    `A revision of the report has been requested since ${day(on)}.`,
  "revision.not-requested": () => "No revision of the report is requested.",
  "superior.unchanged": ({ superior }) =>
    `${quoted(superior)} is already the direct superior of this file.`,
  "authority.unchanged": ({ authority }) =>
    `${quoted(authority)} is already the authority of this file.`,

  "interview.duration-too-short": ({ durationMinutes, minimumMinutes }) =>
    `The interview takes ${durationMinutes} minutes, less than ${minimumMinutes} minutes. Confirm to go on.`,
  "interview.held-before-notice": ({ date, proposedOn, earliest, period, legalSource }) =>
    `The interview was held on ${day(date)}, before the end of its notice of ${periodEn(period)} (${legalSource}): proposed on ${day(proposedOn)}, it could not take place before ${day(earliest)}. Confirm to go on.`,
  "completion.ends-without-agent": ({ label }) =>
    `The agent has not declared the report complete: the step ${quoted(label)} will end without him. Confirm to go on.`,
  "report.objectives-out-of-range": ({ count, range }) =>
    `Number of objectives: ${count}; the campaign expects ${range.minimum} to ${range.maximum}. Confirm to go on.`,
  "interview.deletion-confirmation-required": () =>
    "The interview is closed: confirm its deletion. Without it nothing is deleted.",
  "interview.appeal-open": () =>
    "An appeal is open on this interview: confirm its deletion despite the appeal.",
}

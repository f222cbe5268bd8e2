/**
 * What a date must respect: the notice before it, the documents that go with it, the time given to
 * it, and once it has come, who was there and what was discussed.
 *
 * @requirement ENT-06
 * @requirement ENT-07
 * @requirement ENT-10
 * @requirement ENT-12
 * @requirement ENT-14
 */
import { addDays, type CivilDate, lastDay, noticeDeadline } from "../../../kernel/calendar.ts"
import type { PersonId } from "../../../kernel/identity.ts"
import { type Acknowledgement, isAcknowledged } from "../../../kernel/refusal.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { EnclosureKind } from "../../terms/model/procedure.ts"
import type { SectionId } from "../../terms/model/report-template.ts"
import type { Enclosure } from "../model.ts"
import type { InterviewRefusal } from "../refusals.ts"
import type { OpenedInterview } from "../state.ts"

// Around months of unequal length and runs of holidays, a few days at most.
const searchedDays = 62

/**
 * Gives the earliest day that can be proposed today, by the notice of the procedure.
 * @example earliestDate({ procedure: { notice: { period: { length: 8, unit: "days", extends: false } } }, holidays: { territory: "metropole" } } as CampaignTerms, "2026-03-02" as CivilDate) // => "2026-03-10"
 */
export const earliestDate = (
  { procedure, holidays }: Pick<CampaignTerms, "procedure" | "holidays">,
  today: CivilDate,
): CivilDate => {
  const { period } = procedure.notice
  const start = lastDay(today, period, holidays).rawLastDay
  for (let days = 0; days < searchedDays; days++) {
    const date = addDays(start, days)
    if (today <= noticeDeadline(date, period, holidays)) return date
  }
  return addDays(start, searchedDays)
}

/** Refuses a date that leaves less than the notice, counted from today. */
export const noticeRefusal = (
  terms: CampaignTerms,
  { date, today }: { readonly date: CivilDate; readonly today: CivilDate },
): InterviewRefusal | undefined => {
  const { period, source } = terms.procedure.notice
  if (today <= noticeDeadline(date, period, terms.holidays)) return undefined
  return {
    _tag: "interview.notice-too-short",
    date,
    earliest: earliestDate(terms, today),
    period,
    today,
    legalSource: source,
  }
}

/** Refuses a proposal without one of the documents asked or announced; a job description is a file. */
export const enclosureRefusal = (
  { procedure }: CampaignTerms,
  enclosures: ReadonlyArray<Enclosure>,
): InterviewRefusal | undefined => {
  // What is announced must be there, also where the procedure does not ask for it.
  const expected = new Set([...procedure.enclosures, ...enclosures.map(({ kind }) => kind)])
  const [first, ...others] = [...expected].filter((kind) => !isEnclosed(kind, enclosures))
  return first === undefined
    ? undefined
    : { _tag: "interview.enclosure-missing", missing: [first, ...others] }
}

const isEnclosed = (wanted: EnclosureKind, enclosures: ReadonlyArray<Enclosure>): boolean =>
  enclosures.some(
    ({ kind, file }) => kind === wanted && (kind === "report-template" || file !== undefined),
  )

/** Tells whether a day is on or after the limit of the campaign's interviews (ENT-01). */
export const isLateInterview = (
  { interviewsBefore }: Pick<CampaignTerms, "interviewsBefore">,
  date: CivilDate,
): boolean => date >= interviewsBefore

/** Warns of a time below that of the procedure, unless it was acknowledged or is not known. */
export const durationWarning = (
  { procedure: { minimumMinutes } }: CampaignTerms,
  { agent }: Pick<OpenedInterview, "agent">,
  {
    durationMinutes,
    acknowledged,
  }: {
    readonly durationMinutes: number | undefined
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
): InterviewRefusal | undefined => {
  const subject = agent.id
  if (durationMinutes === undefined || minimumMinutes === undefined) return undefined
  if (durationMinutes >= minimumMinutes) return undefined
  return isAcknowledged(acknowledged, "interview.duration-too-short", subject)
    ? undefined
    : { _tag: "interview.duration-too-short", subject, durationMinutes, minimumMinutes }
}

/** Refuses a day that has not come, or that is before the day on which the date was proposed. */
export const heldDateRefusal = (
  date: CivilDate,
  { proposedOn, today }: { readonly proposedOn: CivilDate; readonly today: CivilDate },
): InterviewRefusal | undefined => {
  if (date > today) return { _tag: "interview.date-in-future", date, today }
  return date < proposedOn
    ? { _tag: "interview.date-before-proposal", date, proposedOn }
    : undefined
}

/** Warns of an interview held before its notice was over, unless it was acknowledged. */
export const shortNoticeWarning = (
  terms: CampaignTerms,
  { agent }: Pick<OpenedInterview, "agent">,
  {
    date,
    proposedOn,
    acknowledged,
  }: {
    readonly date: CivilDate
    readonly proposedOn: CivilDate
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
): InterviewRefusal | undefined => {
  const { period, source: legalSource } = terms.procedure.notice
  const subject = agent.id
  const isOver = proposedOn <= noticeDeadline(date, period, terms.holidays)
  if (isOver || isAcknowledged(acknowledged, "interview.held-before-notice", subject)) {
    return undefined
  }
  const earliest = earliestDate(terms, proposedOn)
  return {
    _tag: "interview.held-before-notice",
    subject,
    date,
    proposedOn,
    earliest,
    period,
    legalSource,
  }
}

/** Refuses any company but the agent and his superior, in any order. */
export const companyRefusal = (
  { agent, superior }: Pick<OpenedInterview, "agent" | "superior">,
  participants: ReadonlyArray<PersonId>,
): InterviewRefusal | undefined => {
  const isAlone =
    participants.length === 2 &&
    participants.includes(agent.id) &&
    participants.includes(superior.id)
  return isAlone
    ? undefined
    : {
        _tag: "interview.third-party-present",
        expected: [agent.id, superior.id],
        participants,
      }
}

/** Refuses an interview in which a section was not discussed, the agent's own too, or an unknown one was. */
export const discussedRefusal = (
  { template }: CampaignTerms,
  discussed: ReadonlyArray<SectionId>,
): InterviewRefusal | undefined => {
  const stranger = discussed.find(
    (one) => !template.sections.some(({ section }) => section === one),
  )
  if (stranger !== undefined) return { _tag: "report.unknown-section", section: stranger }
  const [first, ...others] = template.sections
    .filter(({ section }) => !discussed.includes(section))
    .map(({ section, label }) => ({ section, label }))
  return first === undefined
    ? undefined
    : { _tag: "interview.section-not-discussed", sections: [first, ...others] }
}

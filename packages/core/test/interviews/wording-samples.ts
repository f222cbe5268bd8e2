/** One refusal of each kind, with values that its sentence must show. */
import { Instant } from "@convoque/core/kernel/calendar"
import type { WithTag } from "@convoque/core/kernel/machine"
import type { InterviewsRefusal } from "../../src/interviews/wording.ts"
import { ExportId } from "../../src/interviews/export/model.ts"
import { InterviewType } from "../../src/interviews/terms/model/procedure.ts"
import {
  agent,
  campaign,
  criterion,
  day,
  id,
  level,
  section,
  stepId,
  stepName,
  superior,
} from "./given.ts"

const date = day("2026-03-12")
const today = day("2026-03-05")
const lastDay = day("2026-02-17")
const until = Instant.make("2026-03-12T09:30:00.000Z")
const type = InterviewType.make("professional-interview")
const name = { type, year: 2026, agent: agent.id }
const results = { section: section("results"), label: "Résultats obtenus" }
const training = { section: section("training-needs"), label: "Besoins de formation" }
const visa = stepName("endorse")
const missing = { wanted: stepId("sign"), ...visa }
const legalSource = "décret n° 2010-888 du 28 juillet 2010, article 2"
const days = { from: day("2026-01-01"), until: day("2026-01-31"), today }
const period = { length: 8, unit: "days", extends: false } as const

type ValuesOf<Refusal> = Refusal extends InterviewsRefusal ? Omit<Refusal, "_tag"> : never

type Samples = {
  readonly [Tag in InterviewsRefusal["_tag"]]: ValuesOf<WithTag<InterviewsRefusal, Tag>>
}

const values: Samples = {
  "actor.not-allowed": { command: "proposeDate", capacity: "agent" },
  "delegation.not-allowed": { command: "completeStep", step: stepId("communicate") },
  "delegation.not-in-force": days,
  "delegation.to-oneself": { person: agent.id },
  "delegation.dates-reversed": { from: day("2026-02-01"), until: day("2026-01-15") },
  "delegation.too-long": { days: 400, maximum: 366 },
  "delegation.unknown": { delegator: superior.id, delegate: id("p-9"), capacity: "superior" },

  "interview.illegal-transition": { command: "postpone", state: "held" },
  "interview.deleted": { command: "postpone" },
  "interview.duplicate": name,
  "interview.evaluates-self": { agent: agent.id },
  "interview.authority-not-distinct": { authority: superior.id, from: "superior" },
  "interview.notice-too-short": { date, earliest: day("2026-03-13"), period, today, legalSource },
  "interview.enclosure-missing": { missing: ["report-template", "job-description"] },
  "interview.too-many-notes": { maximum: 7 },
  "interview.date-in-future": { date, today },
  "interview.date-before-proposal": { date: lastDay, proposedOn: today },
  "interview.date-not-passed": { date, today },
  "interview.third-party-present": {
    expected: [agent.id, superior.id],
    participants: [agent.id, superior.id, id("delegate-syndical")],
  },
  "interview.section-not-discussed": { sections: [results, training] },
  "interview.duration-too-short": {
    subject: agent.id,
    durationMinutes: 30,
    minimumMinutes: 45,
  },
  "interview.held-before-notice": {
    subject: agent.id,
    date,
    proposedOn: lastDay,
    earliest: date,
    period: { length: 8, unit: "days", extends: false },
    legalSource,
  },
  "interview.deletion-confirmation-required": { subject: agent.id },
  "interview.appeal-open": { subject: agent.id },

  "report.unknown-section": { section: section("horoscope") },
  "report.section-written-twice": results,
  "report.section-not-superiors": results,
  "report.section-not-agents": results,
  "report.wrong-kind": { ...results, expected: "criteria" },
  "report.unknown-criterion": { ...results, criterion: criterion("charm") },
  "report.criterion-rated-twice": { ...results, criterion: criterion("technical-skills") },
  "report.unknown-level": { ...results, level: level("divine") },
  "report.too-many-attachments": { maximum: 5 },
  "report.section-required": { sections: [training] },
  "report.needs-and-none": training,
  "report.criteria-unrated": {
    ...results,
    criteria: [{ criterion: criterion("technical-skills"), label: "Technicité" }],
  },
  "report.appraisal-frozen": results,
  "report.no-text-to-correct": training,
  "report.objectives-out-of-range": {
    subject: agent.id,
    count: 6,
    range: { minimum: 1, maximum: 5 },
  },
  "report.not-communicated": missing,
  "report.not-completed": missing,
  "report.not-endorsed": missing,
  "report.not-notified": missing,
  "report.not-signed": missing,
  "report.not-filed": missing,
  "report.not-available": name,
  "report.not-handed-over": name,

  "step.unknown": { step: stepId("dance") },
  "step.date-out-of-range": { ...visa, on: date, earliest: lastDay, today },
  "observations.unexpected": visa,
  "step.already-done": visa,
  "step.wrong-actor": { ...visa, actors: ["authority"], capacity: "agent" },
  "step.own-report": { ...visa, person: superior.id },
  "step.too-late": { ...visa, lastDay, today, legalSource },
  "step.lapsed": { ...visa, lastDay, today, legalSource },
  "step.not-lapsed": { ...visa, lastDay },
  "step.not-returnable": visa,
  "notification.required": visa,
  "notification.unexpected": visa,
  "notification.agent-only-opens": { fate: "opened" },
  "notification.not-sent": { means: "portal" },
  "notification.date-out-of-range": { on: date, earliest: lastDay, today },
  "completion.not-open": {},
  "completion.ends-without-agent": { subject: agent.id, ...visa },
  "revision.unknown-to-procedure": { label: "Entretien professionnel" },
  "revision.already-requested": { on: lastDay },
  "revision.not-requested": {},
  "superior.unchanged": { superior: superior.id },
  "authority.unchanged": { authority: id("authority-1") },

  "appeal.illegal-transition": { command: "decide", state: "lodged" },
  "appeal.unknown": name,
  "appeal.not-provided": {},
  "appeal.report-not-endorsed": {},
  "appeal.report-not-notified": {},
  "appeal.date-out-of-range": { date, earliest: lastDay, latest: today },
  "appeal.complementary-interview-missing": { legalSource },
  "appeal.revised-report-missing": { outcome: "granted" },
  "appeal.revised-report-unexpected": { outcome: "rejected" },
  "appeal.answer-period-running": { lastDay: date, today, legalSource },
  "appeal.no-committee": {},
  "appeal.authority-unchanged": { authority: id("authority-1") },
  "appeal.authority-not-distinct": { authority: superior.id, from: "superior" },
  "appeal.agent-without-address": { agent: agent.id },
  "appeal.opinion-missing": {},
  "appeal.opinion-already-recorded": { on: lastDay },
  "appeal.no-revised-report": {},
  "appeal.final-report-not-notified": {},
  "appeal.final-report-already-notified": { on: lastDay },

  "campaign.illegal-transition": { command: "remind", state: "deleted" },
  "campaign.unknown": { campaign },
  "campaign.already-exists": { campaign },
  "campaign.incoherent-terms": {
    faults: [
      { _tag: "version.ends-before-it-begins", from: today, until: lastDay },
      { _tag: "step.declared-twice", step: visa.step },
      { _tag: "step.name-reserved", step: visa.step },
      { _tag: "step.without-actor", step: visa.step },
      { _tag: "step.misplaced-communication", step: visa.step },
      { _tag: "step.report-not-signed-by-superior", step: visa.step },
      { _tag: "step.completed-without-agent", step: visa.step },
      { _tag: "step.can-stick", step: visa.step },
      { _tag: "step.refuses-for-ever", step: visa.step },
      { _tag: "step.after-filing", step: visa.step },
      { _tag: "period.without-start-event", step: visa.step, from: "eclipse" },
      { _tag: "period.lapses-without-completion", step: visa.step },
      { _tag: "suspension.outside-completion", step: visa.step },
      { _tag: "notification.before-visa", step: visa.step },
      { _tag: "notification.repeated", step: visa.step },
      { _tag: "filing.without-signature", step: visa.step },
      { _tag: "circuit.without-communication" },
      { _tag: "circuit.never-ends" },
      { _tag: "appeal.without-notification" },
      { _tag: "template.appeal-notice-missing" },
      { _tag: "section.declared-twice", section: results.section },
      { _tag: "criterion.declared-twice", criterion: criterion("charm") },
      { _tag: "level.declared-twice", level: level("divine") },
      { _tag: "section.without-criteria", section: results.section },
      { _tag: "section.without-levels", section: results.section },
      { _tag: "section.subject-missing", about: "training" },
      { _tag: "section.agent-part-required", section: results.section },
      { _tag: "section.agent-part-not-text", section: results.section },
      { _tag: "dates.period-reversed", from: today, until: lastDay },
      { _tag: "dates.interviews-before-start", startsOn: today, interviewsBefore: lastDay },
      { _tag: "dates.reports-before-interviews", interviewsBefore: today, reportsBy: lastDay },
      { _tag: "dates.procedure-not-in-force", code: "hr-memo", startsOn: today },
      { _tag: "dates.template-not-in-force", code: "hr-memo", startsOn: today },
      { _tag: "objectives.range-reversed", minimum: 5, maximum: 1 },
    ],
  },
  "campaign.procedure-frozen": { proposed: 12 },
  "campaign.type-fixed": { type, given: InterviewType.make("manager-interview") },
  "campaign.nothing-circulated": {},
  "campaign.file-unknown": { key: "campagnes/guide" },
  "campaign.unknown-interview": { interview: "professional-interview/2026/agent-9" },
  "campaign.not-ones-agents": { agents: [agent.id] },
  "campaign.not-started": { startsOn: date, today },
  "campaign.confirmation-required": { subject: campaign, interviews: 40 },
  "campaign.appeals-open": { subjects: ["professional-interview/2026/agent-1"] },
  "reminder.status-not-remindable": { status: "closed", remindable: ["not-planned", "held"] },
  "reminder.nothing-to-remind": {},
  "reminder.no-recipient": { leftOut: [{ manager: superior.id, reason: "cap-reached" }] },
  "population.empty": {},
  "population.refused": {
    faults: [
      { line: 3, column: "agent", code: "agent-unknown", value: "p-77" },
      { line: 4, column: "responsable", code: "superior-missing", value: "" },
    ],
  },
  "interviews.refused": {
    refusals: [
      {
        interview: "professional-interview/2026/agent-1",
        refusal: { _tag: "interview.illegal-transition", command: "delete", state: "deleted" },
      },
    ],
  },

  "export.illegal-transition": { command: "take", state: "expired" },
  "export.unknown": { export: ExportId.make("x-1") },
  "export.unknown-format": { format: "docx", known: ["xlsx", "pdf"] },
  "export.no-address": { person: superior.id },
  "export.nothing-to-export": {},
  "export.taken": { until },
  "export.not-ready": { state: "running" },
  "export.unknown-file": { fileName: "autre.zip" },
  "export.expired": { until },
  "export.not-expired": { until },

  "interview.unknown": name,
  "file.unknown": { ...name, key: "fiches/autre" },
  "deadline.unknown-act": { act: "danse", known: ["interview", "communicate"] },
  "person.unknown": { person: id("p-77") },
  "person.without-address": { person: agent.id },
  "document.unprintable": { characters: ["山", "田"] },
}

// The key is the tag of the values, which the compiler cannot follow through the entries.
export const samples = Object.entries(values).map(([tag, rest]) => ({
  _tag: tag,
  ...rest,
})) as ReadonlyArray<InterviewsRefusal>

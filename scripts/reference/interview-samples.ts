/** One value of each refusal of interviews, from which their pages print its French sentence. */
import type {
  CriterionId,
  ExportId,
  InterviewsRefusal,
  InterviewType,
  LevelId,
  SectionId,
  StepId,
} from "@convoque/core/interviews"
import type { CivilDate, Instant } from "@convoque/core/kernel/calendar"
import type { CampaignId, PersonId } from "@convoque/core/kernel/identity"
import type { WithTag } from "@convoque/core/kernel/machine"

type ValuesOf<R> = R extends InterviewsRefusal ? Omit<R, "_tag"> : never

type Samples = {
  readonly [Tag in InterviewsRefusal["_tag"]]: ValuesOf<WithTag<InterviewsRefusal, Tag>>
}

const day = (text: string) => text as CivilDate
const person = (text: string) => text as PersonId

const agent = person("p-12")
const superior = person("p-3")
const campaign = "entretiens-2026" as CampaignId
const type = "professional-interview" as InterviewType
const name = { type, year: 2026, agent }
const interview = "professional-interview/2026/p-12"
const today = day("2026-03-05")
const lastDay = day("2026-03-02")
const legalSource = "décret n° 2010-888 du 28 juillet 2010, article 6"
const outOfDays = { from: day("2026-01-05"), until: day("2026-01-30"), today }
const training = { section: "training-needs" as SectionId, label: "Besoins de formation" }
const results = { section: "results" as SectionId, label: "Résultats obtenus" }
const skills = { section: "competences" as SectionId, label: "Appréciation des compétences" }
const criterion = "technical-skills" as CriterionId
const visa = { step: "endorse" as StepId, label: "Visa de l'autorité hiérarchique" }
const notifying = { step: "notify" as StepId, label: "Notification du compte rendu visé à l'agent" }
const signing = { step: "sign" as StepId, label: "Signature de l'agent" }
const completing = { step: "agent-completion" as StepId, label: "Observations de l'agent" }
const communicating = {
  step: "communicate" as StepId,
  label: "Communication du compte rendu à l'agent",
}
const filing = { step: "file" as StepId, label: "Versement au dossier de l'agent" }

const before = (step: typeof visa, wanted: typeof visa) => ({ ...step, wanted: wanted.step })

const shared = {
  "actor.not-allowed": { command: "proposeDate", capacity: "agent" },
  "delegation.not-allowed": { command: "completeStep", step: communicating.step },
  "delegation.not-in-force": outOfDays,
} as const satisfies Partial<Samples>

const ofDelegations = {
  "delegation.to-oneself": { person: superior },
  "delegation.dates-reversed": { from: day("2026-02-01"), until: day("2026-01-15") },
  "delegation.too-long": { days: 400, maximum: 366 },
  "delegation.unknown": { delegator: superior, delegate: person("p-9"), capacity: "superior" },
} as const satisfies Partial<Samples>

const ofMeetings = {
  "interview.illegal-transition": { command: "postpone", state: "held" },
  "interview.deleted": { command: "postpone" },
  "interview.duplicate": name,
  "interview.evaluates-self": { agent },
  "interview.notice-too-short": {
    date: day("2026-03-12"),
    earliest: day("2026-03-13"),
    period: { length: 8, unit: "days", extends: false },
    today,
    legalSource: "décret n° 2010-888 du 28 juillet 2010, article 2",
  },
  "interview.enclosure-missing": { missing: ["job-description"] },
  "interview.too-many-notes": { maximum: 7 },
  "interview.date-in-future": { date: day("2026-03-12"), today },
  "interview.date-before-proposal": { date: lastDay, proposedOn: today },
  "interview.date-not-passed": { date: today, today },
  "interview.third-party-present": {
    expected: [agent, superior],
    participants: [agent, superior, person("p-40")],
  },
  "interview.section-not-discussed": { sections: [training] },
  "interview.duration-too-short": { subject: agent, durationMinutes: 30, minimumMinutes: 45 },
  "interview.held-before-notice": {
    subject: agent,
    date: today,
    proposedOn: lastDay,
    earliest: day("2026-03-10"),
    period: { length: 8, unit: "days", extends: false },
    legalSource: "décret n° 2010-888 du 28 juillet 2010, article 2",
  },
  "interview.deletion-confirmation-required": { subject: agent },
  "interview.appeal-open": { subject: agent },
  "superior.unchanged": { superior },
  "authority.unchanged": { authority: person("p-7") },
  "interview.authority-not-distinct": { authority: superior, from: "superior" },
} as const satisfies Partial<Samples>

const ofReports = {
  "report.unknown-section": { section: "character" as SectionId },
  "report.section-written-twice": results,
  "report.section-not-superiors": {
    section: "agent-comments" as SectionId,
    label: "Observations de l'agent",
  },
  "report.section-not-agents": results,
  "report.wrong-kind": { ...skills, expected: "criteria" },
  "report.unknown-criterion": { ...skills, criterion: "charm" as CriterionId },
  "report.criterion-rated-twice": { ...skills, criterion },
  "report.unknown-level": { ...skills, level: "perfect" as LevelId },
  "report.too-many-attachments": { maximum: 5 },
  "report.section-required": { sections: [training] },
  "report.needs-and-none": training,
  "report.criteria-unrated": {
    ...skills,
    criteria: [{ criterion, label: "Compétences professionnelles et technicité" }],
  },
  "report.appraisal-frozen": results,
  "report.no-text-to-correct": training,
  "report.objectives-out-of-range": {
    subject: agent,
    count: 6,
    range: { minimum: 1, maximum: 5 },
  },
  "report.not-communicated": before(communicating, completing),
  "report.not-completed": before(completing, visa),
  "report.not-endorsed": before(visa, signing),
  "report.not-notified": before(notifying, signing),
  "report.not-signed": before(signing, filing),
  "report.not-filed": before(filing, { ...filing, step: "archive" as StepId }),
  "report.not-available": name,
  "report.not-handed-over": name,
} as const satisfies Partial<Samples>

const ofSteps = {
  "step.unknown": { step: "archive" as StepId },
  "step.already-done": visa,
  "step.wrong-actor": { ...visa, actors: ["authority"], capacity: "agent" },
  "step.own-report": { ...visa, person: superior },
  "step.too-late": { ...visa, lastDay, today, legalSource },
  "step.lapsed": { ...completing, lastDay, today, legalSource },
  "step.not-lapsed": { ...completing, lastDay: today },
  "step.not-returnable": visa,
  "step.date-out-of-range": { ...signing, on: day("2026-03-12"), earliest: lastDay, today },
  "observations.unexpected": signing,
  "notification.required": notifying,
  "notification.unexpected": visa,
  "notification.agent-only-opens": { fate: "delivered" },
  "notification.not-sent": { means: "portal" },
  "notification.date-out-of-range": { on: day("2026-03-12"), earliest: lastDay, today },
  "completion.not-open": {},
  "completion.ends-without-agent": { subject: agent, ...completing },
  "revision.unknown-to-procedure": {
    label: "Entretien professionnel des fonctionnaires de l'État",
  },
  "revision.already-requested": { on: lastDay },
  "revision.not-requested": {},
} as const satisfies Partial<Samples>

const ofAppeals = {
  "appeal.illegal-transition": { command: "decide", state: "lodged" },
  "appeal.not-provided": {},
  "appeal.report-not-endorsed": {},
  "appeal.report-not-notified": {},
  "appeal.date-out-of-range": { date: day("2026-03-12"), earliest: lastDay, latest: today },
  "appeal.complementary-interview-missing": { legalSource },
  "appeal.revised-report-missing": { outcome: "granted" },
  "appeal.revised-report-unexpected": { outcome: "rejected" },
  "appeal.answer-period-running": { lastDay: day("2026-03-12"), today, legalSource },
  "appeal.no-committee": {},
  "appeal.authority-unchanged": { authority: person("authority-1") },
  "appeal.authority-not-distinct": { authority: superior, from: "superior" },
  "appeal.agent-without-address": { agent: person("agent-1") },
  "appeal.opinion-missing": {},
  "appeal.opinion-already-recorded": { on: lastDay },
  "appeal.no-revised-report": {},
  "appeal.final-report-not-notified": {},
  "appeal.final-report-already-notified": { on: lastDay },
} as const satisfies Partial<Samples>

const ofCampaigns = {
  "campaign.illegal-transition": { command: "remind", state: "deleted" },
  "campaign.unknown": { campaign },
  "campaign.already-exists": { campaign },
  "campaign.incoherent-terms": { faults: [{ _tag: "step.without-actor", step: visa.step }] },
  "campaign.procedure-frozen": { proposed: 12 },
  "campaign.type-fixed": { type, given: "manager-interview" as InterviewType },
  "campaign.nothing-circulated": {},
  "campaign.file-unknown": { key: "guide" },
  "campaign.not-ones-agents": { agents: [agent] },
  "campaign.not-started": { startsOn: day("2026-03-12"), today },
  "campaign.unknown-interview": { interview },
  "campaign.confirmation-required": { subject: campaign, interviews: 40 },
  "campaign.appeals-open": { subjects: [interview] },
  "reminder.status-not-remindable": { status: "closed", remindable: ["not-planned", "held"] },
  "reminder.nothing-to-remind": {},
  "reminder.no-recipient": { leftOut: [{ manager: superior, reason: "cap-reached" }] },
  "population.empty": {},
  "population.refused": {
    faults: [{ line: 3, column: "agent", code: "agent-unknown", value: "p-77" }],
  },
  "interviews.refused": {
    refusals: [{ interview, refusal: { _tag: "interview.deleted", command: "delete" } }],
  },
} as const satisfies Partial<Samples>

const until = "2026-03-12T09:30:00.000Z" as Instant

const ofExports = {
  "export.illegal-transition": { command: "takeExport", state: "expired" },
  "export.unknown": { export: "x-1" as ExportId },
  "export.unknown-format": { format: "docx", known: ["xlsx", "csv", "pdf"] },
  "export.no-address": { person: superior },
  "export.nothing-to-export": {},
  "export.taken": { until },
  "export.not-ready": { state: "running" },
  "export.unknown-file": { fileName: "autre.zip" },
  "export.expired": { until },
  "export.not-expired": { until },
} as const satisfies Partial<Samples>

const ofUseCases = {
  "interview.unknown": name,
  "appeal.unknown": name,
  "file.unknown": { ...name, key: "fiche-de-poste" },
  "deadline.unknown-act": { act: "archive", known: ["interview", "communicate"] },
  "person.unknown": { person: person("p-77") },
  "person.without-address": { person: person("p-77") },
  "document.unprintable": { characters: ["山"] },
} as const satisfies Partial<Samples>

/** Refusals of interviews, of all that surrounds them, and of the use cases. */
export const interviewsSamples: Samples = {
  ...shared,
  ...ofDelegations,
  ...ofMeetings,
  ...ofReports,
  ...ofSteps,
  ...ofAppeals,
  ...ofCampaigns,
  ...ofExports,
  ...ofUseCases,
}

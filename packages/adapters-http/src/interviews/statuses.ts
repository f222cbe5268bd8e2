/** The HTTP status of each refusal of interviews and their campaigns. */
import type { InterviewsRefusal } from "@convoque/core/interviews"

const forbidden = 403
const unknown = 404
const conflict = 409
const gone = 410
const unreadable = 422

type Statuses = { readonly [Tag in InterviewsRefusal["_tag"]]: number }
type Of<Prefix extends string> = Pick<
  Statuses,
  Extract<InterviewsRefusal["_tag"], `${Prefix}.${string}`>
>

const interviews: Of<"interview" | "interviews" | "superior" | "authority" | "deadline"> = {
  "interview.unknown": unknown,
  "interview.illegal-transition": conflict,
  "interview.deleted": conflict,
  "interview.duplicate": conflict,
  "interview.evaluates-self": unreadable,
  "interview.authority-not-distinct": unreadable,
  "interview.notice-too-short": unreadable,
  "interview.enclosure-missing": unreadable,
  "interview.too-many-notes": unreadable,
  "interview.date-in-future": unreadable,
  "interview.date-before-proposal": unreadable,
  "interview.date-not-passed": conflict,
  "interview.third-party-present": unreadable,
  "interview.section-not-discussed": unreadable,
  "interview.held-before-notice": conflict,
  "interview.duration-too-short": conflict,
  "interview.deletion-confirmation-required": conflict,
  "interview.appeal-open": conflict,
  "interviews.refused": unreadable,
  "superior.unchanged": unreadable,
  "authority.unchanged": unreadable,
  "deadline.unknown-act": unknown,
}

const reports: Of<"report" | "revision" | "completion" | "observations" | "notification"> = {
  "report.not-available": unknown,
  "report.not-handed-over": conflict,
  "report.unknown-section": unreadable,
  "report.section-written-twice": unreadable,
  "report.section-not-superiors": unreadable,
  "report.section-not-agents": unreadable,
  "report.wrong-kind": unreadable,
  "report.unknown-criterion": unreadable,
  "report.criterion-rated-twice": unreadable,
  "report.unknown-level": unreadable,
  "report.too-many-attachments": unreadable,
  "report.section-required": unreadable,
  "report.needs-and-none": unreadable,
  "report.criteria-unrated": unreadable,
  "report.appraisal-frozen": unreadable,
  "report.no-text-to-correct": unreadable,
  "report.not-communicated": conflict,
  "report.not-completed": conflict,
  "report.not-endorsed": conflict,
  "report.not-notified": conflict,
  "report.not-signed": conflict,
  "report.not-filed": conflict,
  "report.objectives-out-of-range": conflict,
  "revision.unknown-to-procedure": conflict,
  "revision.already-requested": conflict,
  "revision.not-requested": conflict,
  "completion.not-open": conflict,
  "completion.ends-without-agent": conflict,
  "observations.unexpected": unreadable,
  "notification.required": unreadable,
  "notification.unexpected": unreadable,
  "notification.agent-only-opens": unreadable,
  "notification.not-sent": conflict,
  "notification.date-out-of-range": unreadable,
}

const steps: Of<"step"> = {
  "step.unknown": unknown,
  "step.already-done": conflict,
  "step.wrong-actor": forbidden,
  "step.own-report": conflict,
  "step.too-late": conflict,
  "step.lapsed": conflict,
  "step.not-lapsed": conflict,
  "step.not-returnable": conflict,
  "step.date-out-of-range": unreadable,
}

const appeals: Of<"appeal"> = {
  "appeal.unknown": unknown,
  "appeal.illegal-transition": conflict,
  "appeal.not-provided": conflict,
  "appeal.report-not-endorsed": conflict,
  "appeal.report-not-notified": conflict,
  "appeal.date-out-of-range": unreadable,
  "appeal.complementary-interview-missing": unreadable,
  "appeal.revised-report-missing": unreadable,
  "appeal.revised-report-unexpected": unreadable,
  "appeal.answer-period-running": conflict,
  "appeal.no-committee": conflict,
  "appeal.authority-unchanged": conflict,
  "appeal.authority-not-distinct": conflict,
  "appeal.agent-without-address": unreadable,
  "appeal.opinion-missing": conflict,
  "appeal.opinion-already-recorded": conflict,
  "appeal.no-revised-report": conflict,
  "appeal.final-report-not-notified": conflict,
  "appeal.final-report-already-notified": conflict,
}

const delegations: Of<"delegation" | "actor"> = {
  "actor.not-allowed": forbidden,
  "delegation.not-allowed": forbidden,
  "delegation.not-in-force": forbidden,
  "delegation.unknown": forbidden,
  "delegation.to-oneself": unreadable,
  "delegation.dates-reversed": unreadable,
  "delegation.too-long": unreadable,
}

const campaigns: Of<"campaign" | "population" | "reminder"> = {
  "campaign.unknown": unknown,
  "campaign.unknown-interview": unreadable,
  "campaign.illegal-transition": conflict,
  "campaign.already-exists": conflict,
  "campaign.incoherent-terms": unreadable,
  "campaign.procedure-frozen": conflict,
  "campaign.type-fixed": unreadable,
  "campaign.nothing-circulated": unreadable,
  "campaign.not-ones-agents": forbidden,
  "campaign.not-started": conflict,
  "campaign.file-unknown": unreadable,
  "campaign.confirmation-required": conflict,
  "campaign.appeals-open": conflict,
  "population.empty": unreadable,
  "population.refused": unreadable,
  "reminder.status-not-remindable": unreadable,
  "reminder.nothing-to-remind": conflict,
  "reminder.no-recipient": conflict,
}

const exports: Of<"export"> = {
  "export.unknown": unknown,
  "export.unknown-file": unknown,
  "export.unknown-format": unreadable,
  "export.no-address": unreadable,
  "export.nothing-to-export": unreadable,
  "export.illegal-transition": conflict,
  "export.taken": conflict,
  "export.not-ready": conflict,
  "export.expired": gone,
  "export.not-expired": conflict,
}

/** The status of each refusal. */
export const statuses: Statuses = {
  ...interviews,
  ...reports,
  ...steps,
  ...appeals,
  ...delegations,
  ...campaigns,
  ...exports,
  "file.unknown": unknown,
  "person.unknown": unreadable,
  "person.without-address": unreadable,
  "document.unprintable": unreadable,
}

/**
 * Terms of campaigns of interviews: circuits of every shape, with lapsing, flagging and refusing
 * periods, a suspension, two signatures of the agent, none.
 */
import type {
  CampaignTerms,
  Procedure,
  ReportTemplate,
  Section,
  Step,
} from "@convoque/core/interviews"
import type { CivilDate, LegalPeriod, Zone } from "@convoque/core/kernel/calendar"

const day = (text: string) => text as CivilDate

const days = (length: number, unit: LegalPeriod["unit"] = "days", extending = false) => ({
  period: { length, unit, extends: extending },
  source: "aucune",
  confidence: "confirmed" as const,
})

const step = (
  name: string,
  kind: Step["kind"],
  rest: Pick<Step, "actors"> & Partial<Omit<Step, "step" | "kind">>,
): Step => ({
  step: name as Step["step"],
  kind,
  label: `Étape ${name}`,
  delegable: true,
  returnable: false,
  ...rest,
})

const communicate = (period?: Step["period"]): Step =>
  step("communicate", "communicate", {
    actors: ["superior"],
    delegable: false,
    ...(period === undefined ? {} : { period }),
  })

const complete = (period?: Step["period"]): Step =>
  step("agent-completion", "complete", {
    actors: period === undefined ? ["agent", "hr-service"] : ["agent"],
    ...(period === undefined ? {} : { period }),
  })

const endorse = (period?: Step["period"]): Step =>
  step("endorse", "endorse", {
    actors: ["authority"],
    returnable: true,
    ...(period === undefined ? {} : { period }),
  })

const notify = step("notify", "notify", { actors: ["superior", "hr-service"] })

const sign = (name: string, rest: Partial<Step> = {}): Step =>
  step(name, "sign", { actors: ["agent"], delegable: false, ...rest })

const file = step("file", "file", { actors: ["hr-service"] })

const procedure = (
  code: string,
  steps: Procedure["steps"],
  rest: Partial<Procedure> = {},
): Procedure => ({
  code,
  type: "professional-interview" as Procedure["type"],
  label: `Procédure ${code}`,
  source: "aucune",
  from: day("2010-07-28"),
  notice: days(8),
  enclosures: ["report-template", "job-description"],
  minimumMinutes: 45,
  steps,
  ...rest,
})

const usual = procedure("usual", [
  communicate({ ...days(30), from: "interview", late: "flag" }),
  complete({ ...days(15), from: "communicate", late: "lapse" }),
  endorse(),
  notify,
  sign("sign"),
  file,
])

const revisable = procedure(
  "revisable",
  [
    communicate({ ...days(15, "days", true), from: "interview", late: "flag" }),
    complete({
      ...days(15, "days", true),
      from: "communicate",
      late: "lapse",
      suspension: { length: 2, unit: "weeks", extends: false },
    }),
    endorse({ ...days(10, "clear-days", true), from: "agent-completion", late: "flag" }),
    notify,
    sign("sign", { period: { ...days(8, "days", true), from: "notify", late: "flag" } }),
    file,
  ],
  { notice: days(10, "working-days") },
)

// What comes late is refused: the report then goes back to the superior.
const strict = procedure("strict", [
  communicate(),
  step("agent-completion", "complete", {
    actors: ["agent", "hr-service"],
    returnable: true,
    period: { ...days(15), from: "communicate", late: "refuse" },
  }),
  endorse(),
  notify,
  sign("sign", { returnable: true, period: { ...days(8), from: "notify", late: "refuse" } }),
  file,
])

const countersigned = procedure(
  "countersigned",
  [
    communicate(),
    complete(),
    sign("first-signature"),
    endorse(),
    notify,
    sign("countersignature", { actors: ["superior"], delegable: true }),
    sign("sign"),
    file,
  ],
  { notice: days(1, "months"), enclosures: ["job-description"] },
)

const plain = procedure("plain", [communicate(), sign("sign", { returnable: true })], {
  enclosures: [],
})

const unsigned = procedure("unsigned", [
  communicate(),
  sign("countersignature", { actors: ["superior"], delegable: true }),
])

const section = (name: string, rest: Partial<Section> = {}): Section => ({
  section: name as Section["section"],
  label: `Rubrique ${name}`,
  kind: "text",
  about: "results",
  writtenBy: "superior",
  required: false,
  attention: false,
  appraisal: false,
  ...rest,
})

const template: ReportTemplate = {
  code: "usual",
  label: "Modèle",
  source: "aucune",
  from: day("2010-07-28"),
  sections: [
    section("missions"),
    section("results", { required: true, appraisal: true }),
    section("skills", { kind: "criteria", about: "competences", appraisal: true, required: true }),
    section("objectives", { kind: "objectives", about: "objectives", required: true }),
    section("prospects", { about: "prospects", required: true }),
    section("training-needs", { kind: "training-needs", about: "training", required: true }),
    section("comments", { about: "agent-expression", writtenBy: "agent" }),
  ],
  criteria: ["technical", "relational"].map((name) => ({
    criterion: name as ReportTemplate["criteria"][number]["criterion"],
    label: name,
  })),
  levels: ["to-develop", "mastered"].map((name) => ({
    level: name as ReportTemplate["levels"][number]["level"],
    label: name,
  })),
  appealNotice: "Voies de recours.",
  attachments: 1,
  preparation: ["La fiche de poste", "Les objectifs"],
  conduct: ["Écouter"],
}

/** Gives the terms of a campaign with a procedure, and a template that uses every kind of section. */
export const interviewTermsWith = (
  used: Procedure,
  rest: Partial<CampaignTerms> = {},
): CampaignTerms => ({
  label: "Campagne 2026",
  year: 2026,
  referencePeriod: { from: day("2026-01-01"), until: day("2026-12-31") },
  startsOn: day("2026-01-05"),
  interviewsBefore: day("2026-03-15"),
  reportsBy: day("2026-06-30"),
  zone: "Europe/Paris" as Zone,
  holidays: { territory: "metropole" },
  procedure: used,
  template,
  objectives: { minimum: 1, maximum: 3 },
  letterhead: ["Académie de Rennes"],
  signature: { place: "Rennes", lines: ["La cheffe de service"] },
  organizer: { name: "Service RH", address: "rh@academie.example" },
  ...rest,
})

/** Terms of campaigns whose circuits have every shape; each rule of the machine can refuse under one. */
export const interviewTerms: readonly [CampaignTerms, ...ReadonlyArray<CampaignTerms>] = [
  interviewTermsWith(usual),
  interviewTermsWith(revisable),
  interviewTermsWith(strict),
  interviewTermsWith(countersigned),
  interviewTermsWith(plain),
  interviewTermsWith(unsigned),
]

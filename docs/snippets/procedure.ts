/** A procedure and a report template of one's own, and what is told of incoherent ones. */
import {
  hrMemo,
  Procedure,
  procedureFaults,
  ReportTemplate,
  templateByCode,
  templateFaults,
  termsFaults,
} from "@convoque/core/interviews"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { day, terms } from "./interviews.ts"

// #region procedure
const text = "note de service de l'établissement"
const days = (length: number) => ({
  period: { length, unit: "days", extends: true },
  source: text,
  confidence: "confirmed",
})

const step = { delegable: false, returnable: false }

const procedure = Schema.decodeUnknownSync(Procedure)({
  code: "our-establishment",
  type: "professional-interview",
  label: "Entretien professionnel de l'établissement",
  source: text,
  from: "2026-01-01",
  notice: { ...days(10), period: { length: 10, unit: "days", extends: false } },
  enclosures: ["report-template"],
  minimumMinutes: 60,
  steps: [
    {
      ...step,
      step: "communicate",
      label: "Communication du compte rendu",
      kind: "communicate",
      actors: ["superior"],
      period: { ...days(20), from: "interview", late: "flag" },
    },
    {
      ...step,
      step: "agent-completion",
      label: "Observations de l'agent",
      kind: "complete",
      actors: ["agent"],
      period: { ...days(10), from: "communicate", late: "lapse" },
    },
    {
      ...step,
      step: "endorse",
      label: "Visa de la direction",
      kind: "endorse",
      actors: ["authority"],
      delegable: true,
      returnable: true,
    },
    {
      ...step,
      step: "notify",
      label: "Notification à l'agent",
      kind: "notify",
      actors: ["superior", "hr-service"],
    },
    { ...step, step: "sign", label: "Signature de l'agent", kind: "sign", actors: ["agent"] },
    { ...step, step: "file", label: "Versement au dossier", kind: "file", actors: ["hr-service"] },
  ],
  appeal: {
    hierarchical: { ...days(15), period: { length: 15, unit: "clear-days", extends: true } },
    answer: { ...days(15), period: { length: 15, unit: "clear-days", extends: true } },
    complementaryInterview: false,
  },
})

procedureFaults(procedure) // []
// #endregion

// #region faults
const [communicate, completion, , ...others] = hrMemo.steps
if (completion?.period === undefined) throw new Error("the memo bounds the agent's completion")

const incoherent: Procedure = {
  ...hrMemo,
  steps: [
    communicate,
    // Nobody but the agent may do it, and his period only flags him late; it runs from no step.
    { ...completion, period: { ...completion.period, from: "sent", late: "flag" } },
    // The visa is left out, without which no period of appeal runs; nothing ends the circuit.
    ...others.filter(({ kind }) => kind === "notify"),
  ],
}

const faults = procedureFaults(incoherent)
// [
//   { _tag: "step.can-stick", step: "agent-completion" },
//   { _tag: "period.without-start-event", step: "agent-completion", from: "sent" },
//   { _tag: "notification.before-visa", step: "notify" },
//   { _tag: "circuit.never-ends" },
// ]
// #endregion

// #region template
const ready = templateByCode("hr-memo", day("2026-01-01"))
const section = {
  kind: "text",
  writtenBy: "superior",
  required: true,
  attention: false,
  appraisal: false,
}

const template = Schema.decodeUnknownSync(ReportTemplate)({
  ...ready,
  code: "our-establishment",
  label: "Compte rendu d'entretien de l'établissement",
  source: text,
  from: "2026-01-01",
  sections: [
    {
      ...section,
      section: "results",
      label: "Résultats de l'année",
      about: "results",
      appraisal: true,
    },
    {
      ...section,
      section: "objectives",
      label: "Objectifs de l'année à venir",
      kind: "objectives",
      about: "objectives",
    },
    { ...section, section: "prospects", label: "Perspectives d'évolution", about: "prospects" },
    {
      ...section,
      section: "training",
      label: "Besoins de formation",
      kind: "training-needs",
      about: "training",
    },
    {
      ...section,
      section: "agent",
      label: "Observations de l'agent",
      about: "agent-expression",
      writtenBy: "agent",
      required: false,
    },
  ],
})

templateFaults(template) // []
templateFaults({ ...template, appealNotice: " " }) // [{ _tag: "template.appeal-notice-missing" }]
termsFaults({ ...terms, procedure, template }) // []
// #endregion

const expected = [
  { _tag: "step.can-stick", step: "agent-completion" },
  { _tag: "period.without-start-event", step: "agent-completion", from: "sent" },
  { _tag: "notification.before-visa", step: "notify" },
  { _tag: "circuit.never-ends" },
]
const notice = templateFaults({ ...template, appealNotice: " " })
const unread = Schema.decodeUnknownResult(Procedure)({ ...procedure, steps: [] })
if (
  procedureFaults(procedure).length === 0 &&
  templateFaults(template).length === 0 &&
  termsFaults({ ...terms, procedure, template }).length === 0 &&
  JSON.stringify(faults) === JSON.stringify(expected) &&
  JSON.stringify(notice) === '[{"_tag":"template.appeal-notice-missing"}]' &&
  Result.isFailure(unread)
) {
  console.log("ok")
} else {
  console.log(faults, notice, procedureFaults(procedure), templateFaults(template))
}

/**
 * The steps that procedures share, and how their periods are counted (étapes du circuit).
 *
 * Decision: a period that a decree or an order lays down moves over Saturdays, Sundays and public
 * holidays, whether it is written in clear days or in plain ones: both are counted so by the rules
 * of procedure (CPC 641 and 642, regulations 3.1), no text of interviews says otherwise, and the
 * later day protects whoever must act. The notice before the interview is counted backwards and
 * never moves. A memo is no such text: its days are plain calendar days, and day 15 is the last.
 */
import type { LegalPeriod } from "../../../kernel/calendar.ts"
import {
  fromInterview,
  type Procedure,
  type SourcedPeriod,
  type Step,
  type StepId,
  type StepPeriod,
} from "../model/procedure.ts"

/** The kind of the interviews that the texts of the public service lay down. */
export const professionalInterview = "professional-interview" as Procedure["type"]

/** Days as a decree or an order counts them, from an event onwards. */
export const days = (length: number): LegalPeriod => ({ length, unit: "days", extends: true })

/** Clear days (jours francs) as a decree or an order counts them. */
export const clearDays = (length: number): LegalPeriod => ({
  length,
  unit: "clear-days",
  extends: true,
})

/** Plain calendar days, which end where they end: those of a memo, and those of a notice. */
export const calendarDays = (length: number): LegalPeriod => ({
  length,
  unit: "days",
  extends: false,
})

/** The period of a step after the interview: past it, the step is done and flagged late. */
export const afterInterview = (sourced: SourcedPeriod): StepPeriod => ({
  ...sourced,
  from: fromInterview,
  late: "flag",
})

/** The period of a step after another one: past it, the step is done and flagged late. */
export const after = (step: string, sourced: SourcedPeriod): StepPeriod => ({
  ...sourced,
  from: step,
  late: "flag",
})

/** The agent's period from the communication: past it, the circuit goes on without him. */
export const whileCompleting = (sourced: SourcedPeriod, suspension?: LegalPeriod): StepPeriod => ({
  ...sourced,
  from: "communicate",
  late: "lapse",
  ...(suspension === undefined ? {} : { suspension }),
})

type Rest = Partial<Pick<Step, "delegable" | "returnable">> & {
  readonly period?: StepPeriod | undefined
  readonly step?: string
}

const step = (
  kind: Step["kind"],
  what: Pick<Step, "label" | "actors">,
  { period, step: id, ...rest }: Rest = {},
): Step => ({
  step: (id ?? kind) as StepId,
  ...what,
  kind,
  delegable: false,
  returnable: false,
  ...rest,
  ...(period === undefined ? {} : { period }),
})

/** The superior signs his part and communicates the report; nobody does it for him. */
export const communicate = (
  period?: StepPeriod,
  label = "Communication du compte rendu à l'agent",
): Step => step("communicate", { label, actors: ["superior"] }, { period })

/**
 * The agent completes the report. Where no text bounds his time, the HR service can go on as well,
 * so that a file is never stuck.
 */
export const complete = (period?: StepPeriod, label = "Observations de l'agent"): Step =>
  step(
    "complete",
    { label, actors: period === undefined ? ["agent", "hr-service"] : ["agent"] },
    { period, step: "agent-completion" },
  )

/** The authority's visa. */
export const endorse = (period?: StepPeriod, label = "Visa de l'autorité hiérarchique"): Step =>
  step("endorse", { label, actors: ["authority"] }, { period, delegable: true })

/** The endorsed report is notified, by the superior or by the HR service. */
export const notify = (label = "Notification du compte rendu visé à l'agent"): Step =>
  step("notify", { label, actors: ["superior", "hr-service"] }, { delegable: true })

/** The agent signs, which attests that he knows the report, not that he agrees. */
export const sign = (
  period?: StepPeriod,
  rest: { readonly step?: string; readonly label?: string; readonly returnable?: boolean } = {},
): Step => {
  const { label = "Signature de l'agent", ...others } = rest
  return step("sign", { label, actors: ["agent"] }, { period, ...others })
}

/** The HR service puts the report in the personnel file. */
export const file = (label = "Versement au dossier de l'agent"): Step =>
  step("file", { label, actors: ["hr-service"] }, { delegable: true })

/**
 * Door of the shipped report templates (modèles de compte rendu livrés).
 */
import type { CivilDate } from "../../kernel/calendar.ts"
import type { ReportTemplate } from "./model/report-template.ts"
import { managerInterviewTemplate } from "./templates/manager.ts"
import {
  hrMemoTemplate,
  localGovernmentTemplate,
  stateContractTemplate,
  stateTemplate,
} from "./templates/professional.ts"

export {
  hrMemoTemplate,
  localGovernmentTemplate,
  managerInterviewTemplate,
  stateContractTemplate,
  stateTemplate,
}

/** The shipped templates, in the order in which they are offered; versions of one code by date. */
export const shippedTemplates: ReadonlyArray<ReportTemplate> = [
  hrMemoTemplate,
  stateTemplate,
  stateContractTemplate,
  localGovernmentTemplate,
  managerInterviewTemplate,
]

/**
 * Gives the version of a shipped template in force on a day, the latest that has begun, or nothing.
 * @example templateByCode("state-default", "2026-01-05" as CivilDate)?.sections.length // => 10
 */
export const templateByCode = (code: string, on: CivilDate): ReportTemplate | undefined =>
  shippedTemplates.findLast((template) => template.code === code && template.from <= on)

/**
 * What a report must respect (compte rendu): the template of its campaign section by section, what
 * must be filled before it is communicated, what can be corrected once it is closed.
 *
 * @requirement ENT-04
 * @requirement ENT-17
 * @requirement ENT-19
 * @requirement ENT-20
 */
import { type Acknowledgement, isAcknowledged } from "../../../kernel/refusal.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { ReportTemplate, Section, SectionId } from "../../terms/model/report-template.ts"
import type { Report, ReportPart } from "../model.ts"
import type { InterviewRefusal } from "../refusals.ts"
import type { OpenedInterview } from "../state.ts"

type SectionName = Pick<Section, "section" | "label">

const nameOf = ({ section, label }: Section): SectionName => ({ section, label })

/** Gives a section of a template, if it has it. */
export const findSection = (
  { sections }: Pick<ReportTemplate, "sections">,
  wanted: SectionId,
): Section | undefined => sections.find(({ section }) => section === wanted)

/** Gives the first part that the template does not know as it is written, or too many files. */
export const draftRefusal = (
  { template }: CampaignTerms,
  { parts, attachments }: Report,
): InterviewRefusal | undefined => {
  for (const [index, part] of parts.entries()) {
    const refused = partRefusal(template, part, parts.slice(0, index))
    if (refused !== undefined) return refused
  }
  return attachments.length > template.attachments
    ? { _tag: "report.too-many-attachments", maximum: template.attachments }
    : undefined
}

const partRefusal = (
  template: ReportTemplate,
  part: ReportPart,
  earlier: ReadonlyArray<ReportPart>,
): InterviewRefusal | undefined => {
  const section = findSection(template, part.section)
  if (section === undefined) return { _tag: "report.unknown-section", section: part.section }
  const named = nameOf(section)
  if (section.writtenBy !== "superior") return { _tag: "report.section-not-superiors", ...named }
  if (earlier.some((one) => one.section === part.section)) {
    return { _tag: "report.section-written-twice", ...named }
  }
  if (section.kind !== part._tag) {
    return { _tag: "report.wrong-kind", ...named, expected: section.kind }
  }
  if (part._tag === "training-needs" && part.none === true && part.needs.length > 0) {
    return { _tag: "report.needs-and-none", ...named }
  }
  return part._tag === "criteria" ? ratingRefusal(template, part, named) : undefined
}

const ratingRefusal = (
  { criteria, levels }: ReportTemplate,
  { ratings }: Extract<ReportPart, { readonly _tag: "criteria" }>,
  named: SectionName,
): InterviewRefusal | undefined => {
  for (const [index, { criterion, level }] of ratings.entries()) {
    if (!criteria.some((one) => one.criterion === criterion)) {
      return { _tag: "report.unknown-criterion", ...named, criterion }
    }
    if (ratings.slice(0, index).some((one) => one.criterion === criterion)) {
      return { _tag: "report.criterion-rated-twice", ...named, criterion }
    }
    if (!levels.some((one) => one.level === level)) {
      return { _tag: "report.unknown-level", ...named, level }
    }
  }
  return undefined
}

/** Tells whether nothing is written in a part: an empty list, unless it says that there is none. */
const isBlank = (part: ReportPart): boolean => {
  switch (part._tag) {
    case "text":
      return part.text.trim() === ""
    case "objectives":
      return part.objectives.length === 0
    case "training-needs":
      return part.needs.length === 0 && part.none !== true
    case "criteria":
      return part.ratings.length === 0
    default:
      return part satisfies never
  }
}

/**
 * Refuses a report in which a required section is blank, naming each of them, or in which a required
 * appraisal leaves a criterion without a level.
 */
export const requiredRefusal = (
  terms: Pick<CampaignTerms, "template">,
  report: Report,
): InterviewRefusal | undefined => blankRefusal(terms, report) ?? unratedRefusal(terms, report)

const unratedRefusal = (
  { template: { sections, criteria } }: Pick<CampaignTerms, "template">,
  { parts }: Report,
): InterviewRefusal | undefined => {
  for (const one of sections) {
    const part = parts.find(({ section }) => section === one.section)
    if (!one.required || part?._tag !== "criteria") continue
    const [first, ...others] = criteria.filter(
      ({ criterion }) => !part.ratings.some((rating) => rating.criterion === criterion),
    )
    if (first === undefined) continue
    return { _tag: "report.criteria-unrated", ...nameOf(one), criteria: [first, ...others] }
  }
  return undefined
}

const blankRefusal = (
  { template }: Pick<CampaignTerms, "template">,
  { parts }: Report,
): InterviewRefusal | undefined => {
  const [first, ...others] = template.sections
    .filter(
      ({ section, required }) =>
        required && !parts.some((part) => part.section === section && !isBlank(part)),
    )
    .map(nameOf)
  return first === undefined
    ? undefined
    : { _tag: "report.section-required", sections: [first, ...others] }
}

/** Warns of a number of objectives out of the campaign's range, unless it was acknowledged. */
export const objectivesWarning = (
  { template, objectives: range }: CampaignTerms,
  { parts }: Report,
  {
    agent,
    acknowledged,
  }: Pick<OpenedInterview, "agent"> & {
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
): InterviewRefusal | undefined => {
  if (!template.sections.some(({ kind }) => kind === "objectives")) return undefined
  const count = parts.reduce(
    (sum, part) => (part._tag === "objectives" ? sum + part.objectives.length : sum),
    0,
  )
  if (range.minimum <= count && count <= range.maximum) return undefined
  return isAcknowledged(acknowledged, "report.objectives-out-of-range", agent.id)
    ? undefined
    : { _tag: "report.objectives-out-of-range", subject: agent.id, count, range }
}

/** Gives a report with some of its parts written anew, in the order of the template. */
export const revisedReport = (
  { template }: Pick<CampaignTerms, "template">,
  former: Report,
  { parts, attachments }: Report,
): Report => ({
  parts: template.sections.flatMap(({ section }) =>
    (parts.some((part) => part.section === section) ? parts : former.parts).filter(
      (part) => part.section === section,
    ),
  ),
  attachments: attachments.length === 0 ? former.attachments : attachments,
})

/** Refuses a comment on a section that the template lacks or that is not the agent's. */
export const commentedRefusal = (
  { template }: CampaignTerms,
  wanted: SectionId | undefined,
): InterviewRefusal | undefined => {
  if (wanted === undefined) return undefined
  const section = findSection(template, wanted)
  if (section === undefined) return { _tag: "report.unknown-section", section: wanted }
  return section.writtenBy === "agent"
    ? undefined
    : { _tag: "report.section-not-agents", ...nameOf(section) }
}

/** Gives the text that a clerical correction replaces, or why there is none to replace. */
export const correctedText = (
  { template }: CampaignTerms,
  { parts }: Report,
  wanted: SectionId,
): Extract<ReportPart, { readonly _tag: "text" }> | InterviewRefusal => {
  const section = findSection(template, wanted)
  if (section === undefined) return { _tag: "report.unknown-section", section: wanted }
  if (section.appraisal) return { _tag: "report.appraisal-frozen", ...nameOf(section) }
  const part = parts.find((one) => one.section === wanted)
  return part?._tag === "text" ? part : { _tag: "report.no-text-to-correct", ...nameOf(section) }
}

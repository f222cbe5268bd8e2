/** The reference page of the shipped report templates: sections, criteria, notices, reminders. */
import { type ReportTemplate, type Section, shippedTemplates } from "@convoque/core/interviews"
import { code, list, page, table } from "./markdown.ts"

/** Gives the page in Markdown. */
export const templatesPage = (): string =>
  page([
    "# Shipped report templates",
    "One template serves all the agents of a campaign (ENT-04). Labels are as printed, in French. " +
      "A required section must be filled before the report is communicated; a section of the " +
      "appraisal is never touched by a clerical correction. There is no subject for a judgement on " +
      "the person (ENT-16).",
    table(
      ["Template", "Label", "From", "Sections", "Criteria", "Attachments at most"],
      shippedTemplates.map(({ code: name, label, from, sections, criteria, attachments }) => [
        `[${code(name)}](#${name})`,
        label,
        from,
        String(sections.length),
        String(criteria.length),
        String(attachments),
      ]),
    ),
    ...shippedTemplates.flatMap(templateBlocks),
  ])

const templateBlocks = (template: ReportTemplate, place: number): ReadonlyArray<string> => {
  const earlier = shippedTemplates.slice(0, place)
  return [
    `## ${template.code}`,
    list([`${template.label}, from ${template.from}`, `Source: ${template.source}`]),
    table(
      [
        "Section",
        "Label",
        "What is written",
        "About",
        "By",
        "Required",
        "Particular care",
        "Appraisal",
        "Guidance",
      ],
      template.sections.map(sectionRow),
    ),
    "Means of appeal as printed:",
    list(template.appealNotice.split("\n")),
    ...printed(template, earlier, "criteria"),
    ...printed(template, earlier, "preparation"),
    ...printed(template, earlier, "conduct"),
  ]
}

const mark = (is: boolean): string => (is ? "yes" : "")

const sectionRow = (section: Section): ReadonlyArray<string> => [
  code(section.section),
  section.label,
  section.kind,
  section.about,
  section.writtenBy,
  mark(section.required),
  mark(section.attention),
  mark(section.appraisal),
  section.guidance ?? "",
]

const says = { criteria: "Criteria and levels", preparation: "Preparation", conduct: "Conduct" }

/** Prints a list once, and names the template that has it first where another has the same. */
const printed = (
  template: ReportTemplate,
  earlier: ReadonlyArray<ReportTemplate>,
  field: keyof typeof says,
): ReadonlyArray<string> => {
  if (template[field].length === 0) return [`${says[field]}: none.`]
  const first = earlier.find((one) => one[field] === template[field])
  return first === undefined
    ? lists[field](template)
    : [`${says[field]}: as in [${code(first.code)}](#${first.code}).`]
}

const lists = {
  criteria: ({ criteria, levels }: ReportTemplate) => [
    "Criteria:",
    list(criteria.map(({ criterion, label }) => `${code(criterion)}: ${label}`)),
    "Levels, lowest first:",
    list(levels.map(({ level, label }) => `${code(level)}: ${label}`)),
  ],
  preparation: ({ preparation }: ReportTemplate) => [
    "Points of the superior's preparation:",
    list(preparation),
  ],
  conduct: ({ conduct }: ReportTemplate) => ["Reminders of conduct:", list(conduct)],
}

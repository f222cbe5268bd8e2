import { CivilDate, Zone } from "@convoque/core/kernel/calendar"
import { describe, expect, it } from "vitest"
import type { CampaignTerms } from "../../../src/interviews/terms/model/campaign-terms.ts"
import type { ReportTemplate } from "../../../src/interviews/terms/model/report-template.ts"
import { formerEconomyFinance, hrMemo } from "../../../src/interviews/terms/procedures.ts"
import { templateFaults, termsFaults } from "../../../src/interviews/terms/rules/coherence.ts"
import { hrMemoTemplate, shippedTemplates } from "../../../src/interviews/terms/templates.ts"

const day = (text: string) => CivilDate.make(text)

type Section = ReportTemplate["sections"][number]

const withSections = (change: (section: Section) => Section): ReportTemplate => {
  const [first, ...others] = hrMemoTemplate.sections.map(change)
  return first === undefined ? hrMemoTemplate : { ...hrMemoTemplate, sections: [first, ...others] }
}

const changedSection = (name: string, change: Partial<Section>): ReportTemplate =>
  withSections((section) => (section.section === name ? { ...section, ...change } : section))

const sectionId = (name: string) => {
  const found = hrMemoTemplate.sections.find(({ section }) => section === name)
  if (found === undefined) throw new Error(`no section ${name}`)
  return found.section
}

const templateRows: ReadonlyArray<
  readonly [string, ReportTemplate, ReadonlyArray<ReturnType<typeof templateFaults>[number]>]
> = [
  [
    "ENT-27 no appeal notice",
    { ...hrMemoTemplate, appealNotice: " \n " },
    [{ _tag: "template.appeal-notice-missing" }],
  ],
  [
    "a section declared twice, once",
    {
      ...hrMemoTemplate,
      sections: [
        ...hrMemoTemplate.sections,
        hrMemoTemplate.sections[0],
        hrMemoTemplate.sections[0],
      ],
    },
    [{ _tag: "section.declared-twice", section: sectionId("course") }],
  ],
  [
    "a criterion declared twice",
    {
      ...hrMemoTemplate,
      criteria: [...hrMemoTemplate.criteria, ...hrMemoTemplate.criteria.slice(0, 1)],
    },
    hrMemoTemplate.criteria
      .slice(0, 1)
      .map(({ criterion }) => ({ _tag: "criterion.declared-twice", criterion })),
  ],
  [
    "a level declared twice",
    { ...hrMemoTemplate, levels: [...hrMemoTemplate.levels, ...hrMemoTemplate.levels.slice(1, 2)] },
    hrMemoTemplate.levels.slice(1, 2).map(({ level }) => ({ _tag: "level.declared-twice", level })),
  ],
  [
    "a grid without criteria",
    { ...hrMemoTemplate, criteria: [] },
    [{ _tag: "section.without-criteria", section: sectionId("competences") }],
  ],
  [
    "a grid without levels",
    { ...hrMemoTemplate, levels: [] },
    [{ _tag: "section.without-levels", section: sectionId("competences") }],
  ],
  [
    "ENT-03 no section for the objectives",
    changedSection("objectives", { about: "missions" }),
    [{ _tag: "section.subject-missing", about: "objectives" }],
  ],
  [
    "ENT-20 career prospects that may stay blank",
    changedSection("career-prospects", { required: false }),
    [{ _tag: "section.subject-missing", about: "prospects" }],
  ],
  [
    "ENT-21 training needs as a text, which no synthesis reads",
    changedSection("training-needs", { kind: "text" }),
    [{ _tag: "section.subject-missing", about: "training" }],
  ],
  [
    "a part of the agent that is required",
    changedSection("agent-proposals", { required: true }),
    [{ _tag: "section.agent-part-required", section: sectionId("agent-proposals") }],
  ],
  [
    "a part of the agent that is no text",
    changedSection("agent-proposals", { kind: "objectives" }),
    [{ _tag: "section.agent-part-not-text", section: sectionId("agent-proposals") }],
  ],
  [
    "prospects written by the agent, which do not count for the superior",
    changedSection("career-prospects", { writtenBy: "agent" }),
    [
      { _tag: "section.agent-part-required", section: sectionId("career-prospects") },
      { _tag: "section.subject-missing", about: "prospects" },
    ],
  ],
]

describe("the faults of a template", () => {
  it.each(templateRows)("report %s", (_, template, faults) => {
    expect(templateFaults(template)).toEqual(faults)
  })

  it.each(shippedTemplates)("are none in $label", (template) => {
    expect(templateFaults(template)).toEqual([])
  })
})

const terms: CampaignTerms = {
  label: "Entretiens professionnels 2026",
  year: 2026,
  referencePeriod: { from: day("2026-01-01"), until: day("2026-12-31") },
  startsOn: day("2026-01-05"),
  interviewsBefore: day("2026-04-01"),
  reportsBy: day("2026-04-01"),
  zone: Zone.make("Europe/Paris"),
  holidays: { territory: "metropole" },
  procedure: hrMemo,
  template: hrMemoTemplate,
  objectives: { minimum: 1, maximum: 5 },
  letterhead: [],
  signature: { place: "Rennes", lines: [] },
  organizer: { name: "Service RH", address: "rh@academie.example" },
}

const termsRows: ReadonlyArray<
  readonly [string, Partial<CampaignTerms>, ReadonlyArray<ReturnType<typeof termsFaults>[number]>]
> = [
  ["nothing wrong", {}, []],
  [
    "a reference period of one day",
    { referencePeriod: { from: day("2026-01-01"), until: day("2026-01-01") } },
    [],
  ],
  [
    "ENT-03 a reference period reversed",
    { referencePeriod: { from: day("2026-01-02"), until: day("2026-01-01") } },
    [{ _tag: "dates.period-reversed", from: day("2026-01-02"), until: day("2026-01-01") }],
  ],
  [
    "ENT-01 a limit that leaves no day for an interview",
    { interviewsBefore: day("2026-01-05") },
    [
      {
        _tag: "dates.interviews-before-start",
        startsOn: day("2026-01-05"),
        interviewsBefore: day("2026-01-05"),
      },
    ],
  ],
  [
    "ENT-02 reports wanted before the interviews are over",
    { reportsBy: day("2026-03-31") },
    [
      {
        _tag: "dates.reports-before-interviews",
        interviewsBefore: day("2026-04-01"),
        reportsBy: day("2026-03-31"),
      },
    ],
  ],
  [
    "a procedure that is over",
    { procedure: formerEconomyFinance },
    [
      {
        _tag: "dates.procedure-not-in-force",
        code: "economy-finance",
        startsOn: day("2026-01-05"),
      },
    ],
  ],
  [
    "a procedure that has not begun",
    { procedure: { ...hrMemo, from: day("2026-01-06") } },
    [{ _tag: "dates.procedure-not-in-force", code: "hr-memo", startsOn: day("2026-01-05") }],
  ],
  [
    "a procedure in force for that day only",
    { procedure: { ...hrMemo, from: day("2026-01-05"), until: day("2026-01-05") } },
    [],
  ],
  [
    "a template that begins that day",
    { template: { ...hrMemoTemplate, from: day("2026-01-05") } },
    [],
  ],
  [
    "a template that has not begun",
    { template: { ...hrMemoTemplate, from: day("2026-01-06") } },
    [{ _tag: "dates.template-not-in-force", code: "hr-memo", startsOn: day("2026-01-05") }],
  ],
  [
    "ENT-17 a range of objectives reversed",
    { objectives: { minimum: 3, maximum: 2 } },
    [{ _tag: "objectives.range-reversed", minimum: 3, maximum: 2 }],
  ],
  [
    "the faults of the procedure, then of the template, then its own",
    {
      procedure: { ...hrMemo, steps: [hrMemo.steps[0]] },
      template: { ...hrMemoTemplate, appealNotice: "" },
      objectives: { minimum: 1, maximum: 0 },
    },
    [
      { _tag: "circuit.never-ends" },
      { _tag: "appeal.without-notification" },
      { _tag: "template.appeal-notice-missing" },
      { _tag: "objectives.range-reversed", minimum: 1, maximum: 0 },
    ],
  ],
]

describe("the faults of the terms of a campaign", () => {
  it.each(termsRows)("report %s", (_, change, faults) => {
    expect(termsFaults({ ...terms, ...change })).toEqual(faults)
  })
})

import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import {
  ReportTemplate,
  SectionSubject,
} from "../../../src/interviews/terms/model/report-template.ts"
import { shippedTemplates, stateTemplate } from "../../../src/interviews/terms/templates.ts"

const read = Schema.decodeUnknownResult(ReportTemplate)

/** The State's template with one more section about something. */
const withSectionAbout = (about: string): unknown => ({
  ...stateTemplate,
  sections: [
    ...stateTemplate.sections,
    {
      section: "one-more",
      label: "Une rubrique de plus",
      kind: "text",
      about,
      writtenBy: "superior",
      required: false,
      attention: false,
      appraisal: true,
    },
  ],
})

/** Work, what it asks for and what follows from it; what the agent has to say. */
const subjects = [
  "course",
  "missions",
  "results",
  "objectives",
  "competences",
  "manner-of-serving",
  "experience",
  "management",
  "prospects",
  "promotion",
  "training",
  "agent-expression",
]

describe("what a section is about", () => {
  it("ENT-16 is one of a closed list, none of which is the person", () => {
    expect(SectionSubject.literals).toEqual(subjects)
  })

  it.each(["person", "personality", "character", "health", "private-life", "opinions"])(
    "ENT-16 a template with a section about %s is no template",
    (about) => {
      expect(Result.isFailure(read(withSectionAbout(about)))).toBe(true)
    },
  )

  it("ENT-16 the same section about competences is one", () => {
    expect(Result.isSuccess(read(withSectionAbout("competences")))).toBe(true)
  })

  it("ENT-16 the appraisal of shipped templates bears on missions and competences", () => {
    const appraised = shippedTemplates.flatMap(({ sections }) =>
      sections.filter(({ appraisal }) => appraisal).map(({ about }) => about),
    )
    expect([...new Set(appraised)].toSorted()).toEqual([
      "competences",
      "experience",
      "management",
      "manner-of-serving",
      "results",
    ])
  })
})

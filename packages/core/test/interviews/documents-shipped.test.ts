/** Every shipped procedure and report template prints whole, in both languages. */
import { type DocumentContent, textsOf } from "@convoque/core/kernel/document"
import { describe, expect, test } from "vitest"
import {
  blankReportDocument,
  deadlinesDocument,
  ownFileDocument,
  proposalDocument,
} from "../../src/interviews/interview/documents.ts"
import { shippedProcedures } from "../../src/interviews/terms/procedures.ts"
import { shippedTemplates } from "../../src/interviews/terms/templates.ts"
import { wordingEn } from "../../src/interviews/wording.en.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import { history, terms } from "./given.ts"
import { of, opened, stateAs } from "./papers.ts"

const headingsOf = (document: DocumentContent) => of(document, "heading").map(({ text }) => text)
const broken = (document: DocumentContent) =>
  textsOf(document).filter((text) => /undefined|null|NaN|\[object/u.test(text))

describe.each(shippedProcedures.map((procedure) => [procedure.label, procedure] as const))(
  "CAM-24 %s",
  (_, procedure) => {
    const under = { ...terms, procedure }
    const state = opened(history.proposed)

    test.each([wordingFr, wordingEn])("prints each step in $language", (wording) => {
      const [circuit] = of(ownFileDocument(state, under, wording), "table")
      expect(circuit?.rows.map(([step]) => step)).toStrictEqual(
        procedure.steps.map(({ label }) => label),
      )
      const papers = [
        proposalDocument(stateAs("proposed", history.proposed), under, wording),
        blankReportDocument(state, under, wording),
        deadlinesDocument(state, under, { wording }),
      ]
      expect(papers.flatMap(broken)).toStrictEqual([])
    })
  },
)

test.each(shippedTemplates.map((template) => [template.label, template] as const))(
  "ENT-04 ENT-27 %s prints its sections and its means of appeal",
  (_, template) => {
    const headings = headingsOf(
      blankReportDocument(opened(history.proposed), { ...terms, template }, wordingFr),
    )
    const labels = template.sections.map(({ label }) => label)
    expect(headings.slice(0, labels.length)).toStrictEqual(labels)
    expect(headings.includes("Voies et délais de recours")).toBe(template.appealNotice !== "")
  },
)

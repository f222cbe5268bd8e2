import { CivilDate, type LegalPeriod } from "@convoque/core/kernel/calendar"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { Procedure } from "../../../src/interviews/terms/model/procedure.ts"
import { ReportTemplate } from "../../../src/interviews/terms/model/report-template.ts"
import {
  economyFinance,
  formerEconomyFinance,
  hrMemo,
  justice,
  managerInterview,
  procedureByCode,
  shippedProcedures,
  stateDefault,
} from "../../../src/interviews/terms/procedures.ts"
import {
  hrMemoTemplate,
  shippedTemplates,
  stateContractTemplate,
  stateTemplate,
  templateByCode,
} from "../../../src/interviews/terms/templates.ts"
import { printingFaults, textsOf } from "./texts.ts"

const day = (text: string) => CivilDate.make(text)
const shipped = [...shippedProcedures, ...shippedTemplates].map((one) => [one.label, one] as const)

describe("what is shipped", () => {
  it.each(shippedProcedures)("$label decodes as a procedure, as it is written", (procedure) => {
    const read = Schema.decodeUnknownSync(Procedure, { onExcessProperty: "error" })
    expect(read(procedure)).toEqual(procedure)
  })

  it.each(shippedTemplates)("$label decodes as a template, as it is written", (template) => {
    const read = Schema.decodeUnknownSync(ReportTemplate, { onExcessProperty: "error" })
    expect(read(template)).toEqual(template)
  })

  it.each(shipped)("%s: every text is printable, with French spaces", (_, one) => {
    const faults = textsOf(one).map(([path, text]) => [path, text, printingFaults(text)])
    expect(faults.filter(([, , found]) => found?.length !== 0)).toEqual([])
  })

  it.each(shipped)("%s: every source says something", (_, one) => {
    const sources = textsOf(one).filter(([path]) => path.endsWith("/source"))
    expect(sources.length).toBeGreaterThan(0)
    for (const [path, source] of sources) expect(source, path).toMatch(/\p{L}{4}/u)
  })

  it("knows a text that cannot be printed", () => {
    const bad = ["", " a", "e\u0301", "a\u200Eb", "vrai ?", "n° 3", "a  b", 'le "but"']
    expect(bad.filter((text) => printingFaults(text).length === 0)).toEqual([])
  })

  it("has no two versions of one procedure in force on one day", () => {
    const spans = shippedProcedures.map(({ code, from, until = "9999-12-31" }) => ({
      code,
      from,
      until,
    }))
    const clashes = spans.filter((one, index) =>
      spans.some(
        (other, place) =>
          place > index &&
          one.code === other.code &&
          one.from <= other.until &&
          other.from <= one.until,
      ),
    )
    expect(clashes).toEqual([])
  })

  it("gives the version of a procedure in force on a day", () => {
    expect(procedureByCode("economy-finance", day("2008-12-23"))).toBeUndefined()
    expect(procedureByCode("economy-finance", day("2008-12-24"))).toBe(formerEconomyFinance)
    expect(procedureByCode("economy-finance", day("2012-12-19"))).toBe(formerEconomyFinance)
    expect(procedureByCode("economy-finance", day("2012-12-20"))).toBe(economyFinance)
    expect(procedureByCode("justice", day("2025-05-05"))).toBeUndefined()
    expect(procedureByCode("justice", day("2025-05-06"))).toBe(justice)
    expect(procedureByCode("unknown", day("2026-01-01"))).toBeUndefined()
  })

  it("gives the version of a template in force on a day", () => {
    expect(templateByCode("state-default", day("2010-07-27"))).toBeUndefined()
    expect(templateByCode("state-default", day("2010-07-28"))).toBe(stateTemplate)
    expect(templateByCode("unknown", day("2026-01-01"))).toBeUndefined()
  })
})

const short = ({ length, unit, extends: moves }: LegalPeriod): string =>
  `${length} ${unit}${moves ? ", extended" : ""}`

const periodsOf = (procedure: Procedure): ReadonlyArray<string> => [
  `notice ${short(procedure.notice.period)}`,
  ...procedure.steps.flatMap(({ step, period }) =>
    period === undefined
      ? []
      : [
          `${step} ${short(period.period)} from ${period.from}, ${period.late}${
            period.suspension === undefined ? "" : `, stopped ${short(period.suspension)}`
          }`,
        ],
  ),
  ...(procedure.appeal === undefined
    ? []
    : [
        `appeal ${short(procedure.appeal.hierarchical.period)}`,
        `answer ${short(procedure.appeal.answer.period)}`,
        ...(procedure.appeal.committee === undefined
          ? []
          : [`committee ${short(procedure.appeal.committee.period)}`]),
      ]),
]

const stateAppeal = [
  "appeal 15 clear-days, extended",
  "answer 15 clear-days, extended",
  "committee 1 months, extended",
]
const financeSteps = [
  "communicate 15 days, extended from interview, flag",
  "sign 8 days, extended from notify, flag",
]

/** The table of regulations 1.2, written apart from the data. */
const table: ReadonlyArray<readonly [string, string, ReadonlyArray<string>]> = [
  [
    "hr-memo",
    "2026-01-01",
    [
      "notice 8 days",
      "communicate 30 days from interview, flag",
      "agent-completion 15 days from communicate, lapse",
      ...stateAppeal,
    ],
  ],
  ["state-default", "2026-01-01", ["notice 8 days", ...stateAppeal]],
  ["state-contract", "2026-01-01", ["notice 8 days", ...stateAppeal]],
  [
    "national-education",
    "2026-01-01",
    ["notice 8 days", "agent-completion 15 days, extended from communicate, lapse", ...stateAppeal],
  ],
  ["school-heads", "2026-01-01", ["notice 10 days"]],
  [
    "economy-finance",
    "2012-01-01",
    [
      "notice 2 days",
      "communicate 15 days, extended from interview, flag",
      "agent-completion 15 days, extended from communicate, lapse",
      "sign 8 days, extended from notify, flag",
      "appeal 15 clear-days, extended",
      "answer 15 clear-days, extended",
    ],
  ],
  [
    "economy-finance",
    "2026-01-01",
    [
      "notice 8 days",
      financeSteps[0] ?? "",
      "agent-completion 15 days, extended from communicate, lapse, stopped 2 weeks",
      financeSteps[1] ?? "",
      ...stateAppeal,
    ],
  ],
  [
    "justice",
    "2026-01-01",
    [
      "notice 8 days",
      "agent-completion 10 clear-days, extended from communicate, lapse",
      "endorse 10 clear-days, extended from agent-completion, flag",
      ...stateAppeal,
    ],
  ],
  ["asylum-court", "2026-01-01", ["notice 8 days", ...stateAppeal]],
  [
    "external-security",
    "2026-01-01",
    [
      "notice 8 days",
      "agent-completion 5 clear-days, extended from communicate, lapse",
      "endorse 10 clear-days, extended from agent-completion, flag",
      ...stateAppeal,
    ],
  ],
  [
    "local-government",
    "2026-01-01",
    [
      "notice 8 days",
      "communicate 15 days, extended from interview, flag",
      "appeal 15 clear-days, extended",
      "answer 15 days, extended",
      "committee 1 months, extended",
    ],
  ],
  ["manager-interview", "2026-01-01", ["notice 8 days"]],
]

describe("the shipped procedures", () => {
  it.each(table)("%s on %s has the periods of its text", (code, on, periods) => {
    const procedure = procedureByCode(code, day(on))
    expect(procedure === undefined ? undefined : periodsOf(procedure)).toEqual(periods)
  })

  it("ENT-23 claim as confirmed no period of a text that was not read", () => {
    const education = procedureByCode("national-education", day("2026-01-01"))
    const completion = education?.steps.find(({ kind }) => kind === "complete")?.period
    expect(completion).toMatchObject({ confidence: "recalled" })
    expect(completion?.source).toContain("SNALC")
  })

  it("are all in that table", () => {
    const known = table.map(([code, on]) => procedureByCode(code, day(on)))
    expect(shippedProcedures.filter((one) => !known.includes(one))).toEqual([])
  })

  it("ENT-22 ENT-23 ENT-24 ENT-25 ENT-26 follow one another in the memo's circuit", () => {
    expect(hrMemo.steps.map(({ step, actors }) => `${step}: ${actors.join(", ")}`)).toEqual([
      "communicate: superior",
      "agent-completion: agent",
      "endorse: authority",
      "notify: superior, hr-service",
      "sign: agent",
      "file: hr-service",
    ])
  })

  it("ENT-07 ENT-12 send two documents and ask for 45 minutes in the memo only", () => {
    expect(hrMemo.enclosures).toEqual(["report-template", "job-description"])
    expect(shippedProcedures.filter(({ minimumMinutes }) => minimumMinutes === 45)).toEqual([
      hrMemo,
    ])
  })

  it("ENT-22 let nobody sign the superior's part on his behalf", () => {
    const others = shippedProcedures
      .flatMap(({ steps }) => steps)
      .filter(({ kind, delegable }) => kind === "communicate" && delegable)
    expect(others).toEqual([])
  })

  it("ENT-23 never leave the agent's completion without an end", () => {
    const stuck = shippedProcedures
      .flatMap(({ steps }) => steps)
      .filter(({ kind }) => kind === "complete")
      .filter(({ period, actors }) => period?.late !== "lapse" && !actors.includes("hr-service"))
    expect(stuck).toEqual([])
  })

  it("CAM-25 close a manager's interview with the last signature", () => {
    expect(managerInterview.steps.at(-1)?.kind).toBe("sign")
    expect(managerInterview.type).toBe("manager-interview")
    const types = shippedProcedures.filter(({ type }) => type === "professional-interview")
    expect(types).toHaveLength(shippedProcedures.length - 1)
  })

  it("mark a period as confirmed only where its text was read", () => {
    expect(stateDefault.notice.confidence).toBe("confirmed")
    expect(formerEconomyFinance.notice.confidence).toBe("recalled")
    expect(justice.notice.confidence).toBe("recalled")
    const committees = shippedProcedures.flatMap(({ appeal }) => appeal?.committee ?? [])
    expect(committees.filter(({ confidence }) => confidence === "confirmed")).toEqual([])
  })
})

describe("the shipped templates", () => {
  it("ENT-15 ENT-20 ask for care with the course, and for prospects and training", () => {
    const attention = hrMemoTemplate.sections.filter((section) => section.attention)
    expect(attention.map(({ section }) => section)).toEqual([
      "course",
      "career-prospects",
      "training-needs",
    ])
    for (const { sections } of shippedTemplates)
      for (const about of ["prospects", "training"])
        expect(sections.some((one) => one.about === about && one.required)).toBe(true)
  })

  it("ENT-18 have a place for what to value, the difficulties and the improvements", () => {
    const names: ReadonlyArray<string> = hrMemoTemplate.sections.map(({ section }) => section)
    expect(names).toEqual(expect.arrayContaining(["strengths", "difficulties", "improvements"]))
  })

  it("ENT-19 have a place for the agent's expectations and proposals", () => {
    const his = hrMemoTemplate.sections.filter(({ writtenBy }) => writtenBy === "agent")
    expect(his.map(({ section }) => section)).toEqual(["agent-expectations", "agent-proposals"])
    for (const { sections } of shippedTemplates)
      expect(sections.some(({ writtenBy }) => writtenBy === "agent")).toBe(true)
  })

  it("ENT-09 ENT-13 give seven points to prepare and seven reminders", () => {
    for (const { preparation, conduct } of shippedTemplates) {
      expect(preparation).toHaveLength(7)
      expect(conduct).toHaveLength(7)
    }
  })

  it("ENT-27 print the means of appeal, with the committee of each", () => {
    expect(stateTemplate.appealNotice).toContain("commission administrative paritaire")
    expect(stateContractTemplate.appealNotice).toContain("commission consultative paritaire")
    for (const { appealNotice } of shippedTemplates) expect(appealNotice).not.toBe("")
  })

  it("follow the seven themes of the decree, and promotion for who is concerned", () => {
    expect(stateTemplate.sections.map(({ section, required }) => `${section} ${required}`)).toEqual(
      [
        "results true",
        "objectives true",
        "manner-of-serving true",
        "experience true",
        "management false",
        "training-needs true",
        "career-prospects true",
        "promotion false",
        "general-appraisal true",
        "agent-comments false",
      ],
    )
    const contract: ReadonlyArray<string> = stateContractTemplate.sections.map((one) => one.about)
    expect(contract).not.toContain("promotion")
  })
})

import { CivilDate } from "@convoque/core/kernel/calendar"
import { describe, expect, it } from "vitest"
import { type Procedure, type Step, StepId } from "../../../src/interviews/terms/model/procedure.ts"
import {
  hrMemo,
  managerInterview,
  shippedProcedures,
} from "../../../src/interviews/terms/procedures.ts"
import { procedureFaults } from "../../../src/interviews/terms/rules/coherence.ts"

const day = (text: string) => CivilDate.make(text)
const id = (text: string) => StepId.make(text)

type Steps = Procedure["steps"]

const asSteps = (steps: ReadonlyArray<Step>): Steps => {
  const [first, ...others] = steps
  if (first === undefined) throw new Error("a circuit has a step")
  return [first, ...others]
}

/** The memo's procedure with one step changed. */
const changed = (name: string, change: (step: Step) => Step): Procedure => ({
  ...hrMemo,
  steps: asSteps(hrMemo.steps.map((step) => (step.step === name ? change(step) : step))),
})

const without = (...names: ReadonlyArray<string>): Procedure => ({
  ...hrMemo,
  steps: asSteps(hrMemo.steps.filter(({ step }) => !names.includes(step))),
})

/** The memo's steps in another order; a step named twice stands twice. */
const ordered = (...names: ReadonlyArray<string>): Procedure => ({
  ...hrMemo,
  steps: asSteps(names.flatMap((name) => hrMemo.steps.filter(({ step }) => step === name))),
})

const completion = hrMemo.steps[1]?.period
if (completion === undefined) throw new Error("the agent's completion has a period")
const communication = hrMemo.steps[0].period
if (communication === undefined) throw new Error("the communication has a period")

const rows: ReadonlyArray<
  readonly [string, Procedure, ReadonlyArray<ReturnType<typeof procedureFaults>[number]>]
> = [
  [
    "a version that ends before it begins",
    { ...hrMemo, until: day("2010-07-27") },
    [
      {
        _tag: "version.ends-before-it-begins",
        from: day("2010-07-28"),
        until: day("2010-07-27"),
      },
    ],
  ],
  [
    "a step declared twice",
    ordered("communicate", "agent-completion", "endorse", "endorse", "notify", "sign", "file"),
    [{ _tag: "step.declared-twice", step: id("endorse") }],
  ],
  [
    "a step that bears the name of an act outside the circuit",
    changed("sign", (step) => ({ ...step, step: id("hierarchical-appeal") })),
    [{ _tag: "step.name-reserved", step: id("hierarchical-appeal") }],
  ],
  [
    "a step without actor",
    changed("endorse", (step) => ({ ...step, actors: [] })),
    [{ _tag: "step.without-actor", step: id("endorse") }],
  ],
  [
    "a completion without actor, which can stick as well",
    changed("agent-completion", ({ period: _, ...step }) => ({ ...step, actors: [] })),
    [
      { _tag: "step.without-actor", step: id("agent-completion") },
      { _tag: "step.can-stick", step: id("agent-completion") },
    ],
  ],
  [
    "a second communication",
    changed("sign", (step) => ({ ...step, kind: "communicate", actors: ["superior"] })),
    [
      { _tag: "step.misplaced-communication", step: id("sign") },
      { _tag: "filing.without-signature", step: id("file") },
    ],
  ],
  [
    "a communication by another",
    changed("communicate", (step) => ({ ...step, actors: ["superior", "hr-service"] })),
    [{ _tag: "step.report-not-signed-by-superior", step: id("communicate") }],
  ],
  [
    "a communication that can be delegated",
    changed("communicate", (step) => ({ ...step, delegable: true })),
    [{ _tag: "step.report-not-signed-by-superior", step: id("communicate") }],
  ],
  [
    "a report completed without the agent",
    changed("agent-completion", (step) => ({ ...step, actors: ["hr-service"] })),
    [{ _tag: "step.completed-without-agent", step: id("agent-completion") }],
  ],
  [
    "a completion that only the agent can end",
    changed("agent-completion", (step) => ({
      ...step,
      period: { ...completion, late: "flag" },
    })),
    [{ _tag: "step.can-stick", step: id("agent-completion") }],
  ],
  [
    "a visa that is refused for ever",
    changed("endorse", (step) => ({
      ...step,
      period: { ...completion, from: "agent-completion", late: "refuse" },
    })),
    [{ _tag: "step.refuses-for-ever", step: id("endorse") }],
  ],
  [
    "a communication that is refused for ever: before it nothing can be sent back",
    changed("communicate", (step) => ({
      ...step,
      returnable: true,
      period: { ...communication, late: "refuse" },
    })),
    [{ _tag: "step.refuses-for-ever", step: id("communicate") }],
  ],
  [
    "a step after the filing",
    ordered("communicate", "agent-completion", "endorse", "notify", "sign", "file", "file"),
    [
      { _tag: "step.declared-twice", step: id("file") },
      { _tag: "step.after-filing", step: id("file") },
    ],
  ],
  [
    "a period that runs from no step",
    changed("agent-completion", (step) => ({ ...step, period: { ...completion, from: "sent" } })),
    [
      {
        _tag: "period.without-start-event",
        step: id("agent-completion"),
        from: "sent",
      },
    ],
  ],
  [
    "a period that runs from its own step",
    changed("communicate", (step) => ({
      ...step,
      period: { ...communication, from: "communicate" },
    })),
    [
      {
        _tag: "period.without-start-event",
        step: id("communicate"),
        from: "communicate",
      },
    ],
  ],
  [
    "a period that runs from a later step",
    changed("agent-completion", (step) => ({
      ...step,
      period: { ...completion, from: "endorse" },
    })),
    [
      {
        _tag: "period.without-start-event",
        step: id("agent-completion"),
        from: "endorse",
      },
    ],
  ],
  [
    "a visa that lapses",
    changed("endorse", (step) => ({ ...step, period: completion })),
    [{ _tag: "period.lapses-without-completion", step: id("endorse") }],
  ],
  [
    "a suspension outside the agent's completion",
    changed("communicate", (step) => ({
      ...step,
      period: { ...communication, suspension: { length: 2, unit: "weeks", extends: false } },
    })),
    [{ _tag: "suspension.outside-completion", step: id("communicate") }],
  ],
  [
    "a notification before the visa",
    ordered("communicate", "agent-completion", "notify", "endorse", "sign", "file"),
    [{ _tag: "notification.before-visa", step: id("notify") }],
  ],
  [
    "a notification that opens appeals without any visa",
    without("endorse"),
    [{ _tag: "notification.before-visa", step: id("notify") }],
  ],
  [
    "a second notification",
    changed("sign", (step) => ({ ...step, kind: "notify" })),
    [
      { _tag: "notification.repeated", step: id("sign") },
      { _tag: "filing.without-signature", step: id("file") },
    ],
  ],
  [
    "ENT-26 a filing without the agent's signature",
    without("sign"),
    [{ _tag: "filing.without-signature", step: id("file") }],
  ],
  [
    "ENT-26 a filing with another's signature only",
    changed("sign", (step) => ({ ...step, actors: ["superior"] })),
    [{ _tag: "filing.without-signature", step: id("file") }],
  ],
  [
    "a circuit that does not begin with the communication",
    without("communicate", "agent-completion"),
    [{ _tag: "circuit.without-communication" }],
  ],
  ["a circuit that never ends", without("file"), [{ _tag: "circuit.never-ends" }]],
  [
    "CAM-25 a manager's interview without the last signature",
    { ...managerInterview, steps: [managerInterview.steps[0]] },
    [{ _tag: "circuit.never-ends" }],
  ],
  ["appeals without a notification", without("notify"), [{ _tag: "appeal.without-notification" }]],
  [
    "several faults, in the order of the steps",
    {
      ...changed("communicate", (step) => ({ ...step, actors: [], delegable: true })),
      until: day("2000-01-01"),
      steps: asSteps(
        without("notify", "file").steps.map((step) => ({ ...step, actors: [], delegable: true })),
      ),
    },
    [
      {
        _tag: "version.ends-before-it-begins",
        from: day("2010-07-28"),
        until: day("2000-01-01"),
      },
      { _tag: "step.without-actor", step: id("communicate") },
      { _tag: "step.report-not-signed-by-superior", step: id("communicate") },
      { _tag: "step.without-actor", step: id("agent-completion") },
      { _tag: "step.without-actor", step: id("endorse") },
      { _tag: "step.without-actor", step: id("sign") },
      { _tag: "circuit.never-ends" },
      { _tag: "appeal.without-notification" },
    ],
  ],
]

describe("the faults of a procedure", () => {
  it.each(rows)("report %s", (_, procedure, faults) => {
    expect(procedureFaults(procedure)).toEqual(faults)
  })

  it.each(shippedProcedures)("are none in $label", (procedure) => {
    expect(procedureFaults(procedure)).toEqual([])
  })

  it("let a step be refused when it is late, if its actor can send the report back", () => {
    const refusing = changed("endorse", (step) => ({
      ...step,
      returnable: true,
      period: { ...completion, from: "agent-completion", late: "refuse" },
    }))
    expect(procedureFaults(refusing)).toEqual([])
  })

  it("report a notification before the visa where there is no appeal either", () => {
    const { appeal: _, ...plain } = ordered(
      "communicate",
      "agent-completion",
      "notify",
      "endorse",
      "sign",
      "file",
    )
    expect(procedureFaults(plain)).toEqual([
      { _tag: "notification.before-visa", step: id("notify") },
    ])
  })

  it("let a circuit without appeals notify without a visa", () => {
    const { appeal: _, ...plain } = without("endorse")
    expect(procedureFaults(plain)).toEqual([])
  })
})

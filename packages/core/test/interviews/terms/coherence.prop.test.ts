import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Procedure, Step } from "../../../src/interviews/terms/model/procedure.ts"
import { shippedProcedures } from "../../../src/interviews/terms/procedures.ts"
import { procedureFaults } from "../../../src/interviews/terms/rules/coherence.ts"
import { depth } from "../../kernel/calendar/given.ts"

/** Something that spoils a circuit for good; nothing when it does not bear on that procedure. */
type Mutilation = (procedure: Procedure, place: number) => Procedure | undefined

const withSteps = (procedure: Procedure, steps: ReadonlyArray<Step>): Procedure | undefined => {
  const [first, ...others] = steps
  return first === undefined ? undefined : { ...procedure, steps: [first, ...others] }
}

const changeAt = (
  procedure: Procedure,
  place: number,
  change: (step: Step) => Step,
): Procedure | undefined =>
  withSteps(
    procedure,
    procedure.steps.map((step, index) => (index === place ? change(step) : step)),
  )

const dropKind =
  (kind: Step["kind"]): Mutilation =>
  (procedure) =>
    procedure.steps.some((step) => step.kind === kind)
      ? withSteps(
          procedure,
          procedure.steps.filter((step) => step.kind !== kind),
        )
      : undefined

const withAppeals =
  (mutilation: Mutilation): Mutilation =>
  (procedure, place) =>
    procedure.appeal === undefined ? undefined : mutilation(procedure, place)

const onPeriod =
  (change: (period: NonNullable<Step["period"]>, step: Step) => Step["period"]): Mutilation =>
  (procedure, place) => {
    const period = procedure.steps[place]?.period
    if (period === undefined) return undefined
    return changeAt(procedure, place, ({ period: _, ...step }) => {
      const after = change(period, step)
      return after === undefined ? step : { ...step, period: after }
    })
  }

const mutilations: Readonly<Record<string, Mutilation>> = {
  "drop the actors of a step": (procedure, place) =>
    changeAt(procedure, place, (step) => ({ ...step, actors: [] })),
  "drop the start event of a period": (procedure, place) => {
    const found = procedure.steps[place]
    const from = found?.period?.from
    if (from === undefined || from === "interview" || from === found?.step) return undefined
    return withSteps(
      procedure,
      procedure.steps.filter(({ step }) => step !== from),
    )
  },
  "let a period run from nothing": onPeriod((period) => ({ ...period, from: "nothing" })),
  "let a period run from its own step": onPeriod((period, { step }) => ({ ...period, from: step })),
  "drop the communication": dropKind("communicate"),
  "drop the filing": dropKind("file"),
  "drop the signatures": dropKind("sign"),
  "drop the visa": withAppeals(dropKind("endorse")),
  "drop the notification": withAppeals(dropKind("notify")),
  "repeat a step": (procedure, place) => {
    const step = procedure.steps[place]
    return step === undefined ? undefined : withSteps(procedure, [...procedure.steps, step])
  },
  "reverse the circuit": (procedure) => withSteps(procedure, procedure.steps.toReversed()),
  "end the version before it begins": (procedure) => ({
    ...procedure,
    from: "2026-01-02" as Procedure["from"],
    until: "2026-01-01" as Procedure["from"],
  }),
  "let another act for the superior": (procedure, place) =>
    procedure.steps[place]?.kind === "communicate"
      ? changeAt(procedure, place, (step) => ({ ...step, delegable: true }))
      : undefined,
}

const anyPlace = fc.nat({ max: 7 })
const anyProcedure = fc.constantFrom(...shippedProcedures)
const names = Object.keys(mutilations)
const anyName = fc.constantFrom(...names)

/** Two reversals mend each other; no other two mutilations do. */
const anyLastingName = fc.constantFrom(...names.filter((name) => name !== "reverse the circuit"))

describe("a mutilated procedure", () => {
  it.each(Object.entries(mutilations))("is always reported: %s", (_, mutilate) => {
    const spoilt = shippedProcedures.flatMap((procedure) =>
      procedure.steps.flatMap((_step, place) => mutilate(procedure, place) ?? []),
    )
    expect(spoilt.length).toBeGreaterThan(0)
    expect(spoilt.filter((procedure) => procedureFaults(procedure).length === 0)).toEqual([])
  })

  it("is reported however often it was mutilated", () => {
    fc.assert(
      fc.property(
        anyProcedure,
        fc.array(fc.tuple(anyLastingName, anyPlace), { minLength: 1, maxLength: 4 }),
        (procedure, cuts) => {
          let isCut = false
          const spoilt = cuts.reduce((one, [name, place]) => {
            const after = place < one.steps.length ? mutilations[name]?.(one, place) : undefined
            isCut ||= after !== undefined
            return after ?? one
          }, procedure)
          fc.pre(isCut)
          expect(procedureFaults(spoilt)).not.toEqual([])
        },
      ),
      { numRuns: 500 * depth },
    )
  })

  it("is reported with steps that it has, and never changed by the reading", () => {
    fc.assert(
      fc.property(anyProcedure, anyName, anyPlace, (procedure, name, place) => {
        const spoilt = mutilations[name]?.(procedure, place % procedure.steps.length) ?? procedure
        const before = structuredClone(spoilt)
        const known = spoilt.steps.map(({ step }) => `${step}`)
        for (const fault of procedureFaults(spoilt))
          if ("step" in fault) expect(known).toContain(fault.step)
        expect(spoilt).toEqual(before)
      }),
      { numRuns: 300 * depth },
    )
  })
})

describe("a procedure that is only set otherwise", () => {
  it("stays without fault: other lengths, units, labels, a step that can be delegated", () => {
    fc.assert(
      fc.property(
        anyProcedure,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom("days", "clear-days", "working-days", "weeks", "months"),
        (procedure, length, unit) => {
          const period = { length, unit, extends: length % 2 === 0 } as const
          const steps = procedure.steps.map((step, place) => ({
            ...step,
            label: `${step.label} ${length}`,
            delegable: place > 0,
            ...(step.period === undefined ? {} : { period: { ...step.period, period } }),
          }))
          const other = withSteps({ ...procedure, notice: { ...procedure.notice, period } }, steps)
          expect(other === undefined ? undefined : procedureFaults(other)).toEqual([])
        },
      ),
      { numRuns: 200 * depth },
    )
  })
})

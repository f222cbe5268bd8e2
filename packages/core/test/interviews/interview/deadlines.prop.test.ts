import {
  addDays,
  type CivilDate,
  daysBetween,
  isPublicHoliday,
  Territory,
  weekday,
} from "@convoque/core/kernel/calendar"
import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import {
  type AppealCourse,
  type Deadline,
  deadlinesOf,
} from "../../../src/interviews/interview/rules/deadlines.ts"
import {
  couldBeDone,
  datedActs,
} from "../../../src/interviews/interview/rules/deadlines-possible.ts"
import type { Procedure } from "../../../src/interviews/terms/model/procedure.ts"
import { shippedProcedures } from "../../../src/interviews/terms/procedures.ts"
import { deep, depth } from "../../kernel/calendar/given.ts"
import { slowLastDay, slowNotice } from "../../kernel/calendar/slow-calendar.ts"
import {
  asked,
  day,
  heldOnDay,
  type Led,
  stepCommand,
  stepped,
  termsOf,
} from "./deadlines-given.ts"

/** A file to be led: its procedure, its place, its interview, the days between its steps. */
interface Plan {
  readonly procedure: Procedure
  readonly territory: (typeof Territory.literals)[number]
  readonly date: CivilDate
  readonly gaps: ReadonlyArray<number>
  readonly appeal: ReadonlyArray<number>
}

const anyPlan: fc.Arbitrary<Plan> = fc.record({
  procedure: fc.constantFrom(...shippedProcedures),
  territory: fc.constantFrom(...Territory.literals),
  date: fc.integer({ min: 0, max: 3650 }).map((days) => addDays(day("2022-01-03"), days)),
  gaps: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }),
  appeal: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 3 }),
})

/** Does the next step on a day: its actor, or the scheduler once the period has lapsed. */
const onward = (file: Led, on: CivilDate): Led => {
  const { state, terms } = file
  if (state._tag !== "held" && state._tag !== "in-circuit") return file
  const step = terms.procedure.steps[state._tag === "held" ? 0 : state.done.length]
  if (step === undefined) return file
  const next = state._tag === "in-circuit" ? state.next : undefined
  const isOver = next?.late === "lapse" && next.due !== undefined && on > next.due
  return stepped(file, step.step, on, isOver ? "system" : undefined)
}

const leading = (plan: Plan, shift = 0): Led => {
  const terms = termsOf(plan.procedure, { territory: plan.territory })
  let on = addDays(plan.date, shift)
  let file = heldOnDay(terms, on)
  for (const gap of plan.gaps) {
    on = addDays(on, gap)
    file = onward(file, on)
  }
  return file
}

const appealOf = ({ state, terms }: Led, [first, second, third]: Plan["appeal"]): AppealCourse => {
  const start = deadlinesOf(state, terms).find(({ act }) => act === "hierarchical-appeal")?.start
  if (start === undefined || first === undefined) return {}
  const lodgedOn = addDays(start.on, first)
  if (second === undefined) return { lodgedOn }
  const answeredOn = addDays(lodgedOn, second)
  return third === undefined
    ? { lodgedOn, answeredOn }
    : { lodgedOn, answeredOn, referredOn: addDays(answeredOn, third) }
}

const boundsOf = (plan: Plan, shift = 0): ReadonlyArray<Deadline> => {
  const file = leading(plan, shift)
  return deadlinesOf(file.state, file.terms, appealOf(file, plan.appeal))
}

/** The earliest day that leaves the whole notice, found by walking. */
const slowEarliest = (on: CivilDate, { period }: Deadline, plan: Plan): string => {
  let date = on
  while (slowNotice(date, period, plan) < on) date = addDays(date, 1)
  return date
}

describe("the deadlines of any file", deep, () => {
  it("have an end exactly when their start event has happened, and never before it", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        for (const { act, start, end, doneOn, stoppedDays } of boundsOf(plan)) {
          expect(end === undefined, act).toBe(start === undefined)
          expect(end?.event).toBe(start?.on)
          expect(stoppedDays).toBe(0)
          if (start === undefined) expect(doneOn, act).toBeUndefined()
          else expect(end === undefined || end.lastDay > start.on, act).toBe(true)
        }
      }),
      { numRuns: 200 * depth },
    )
  })

  it("end where a walk day by day ends", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        for (const bound of boundsOf(plan)) {
          const { act, start, end, period } = bound
          if (start === undefined) continue
          const walked =
            bound.bound === "not-before"
              ? slowEarliest(start.on, bound, plan)
              : slowLastDay(start.on, period, plan)
          expect(end?.lastDay, act).toBe(walked)
        }
      }),
      { numRuns: 200 * depth },
    )
  })

  it("pass over days off only, up to the last day", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        for (const { end, period } of boundsOf(plan)) {
          if (end === undefined || !period.extends) continue
          const isOff = (date: CivilDate) => weekday(date) > 5 || isPublicHoliday(date, plan)
          expect(end.skipped.filter(({ date }) => !isOff(date))).toEqual([])
          expect(isOff(end.lastDay)).toBe(false)
          expect(daysBetween(end.rawLastDay, end.lastDay)).toBe(end.skipped.length)
        }
      }),
      { numRuns: 200 * depth },
    )
  })

  it("move by a week with the whole file, where no holiday is near", () => {
    let compared = 0
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const later = boundsOf(plan, 7)
        boundsOf(plan).forEach(({ act, start, end, period }, place) => {
          if (start === undefined || end === undefined || period.unit === "months") return
          const days = Array.from({ length: daysBetween(start.on, end.lastDay) + 10 })
          const isNear = days.some((_, index) => isPublicHoliday(addDays(start.on, index), plan))
          const other = later[place]
          if (isNear || other?.start?.on !== addDays(start.on, 7)) return
          compared += 1
          expect(other.end?.lastDay, act).toBe(addDays(end.lastDay, 7))
        })
      }),
      { numRuns: 300 * depth },
    )
    expect(compared).toBeGreaterThan(100)
  })

  it("are those that the machine keeps for the next step and for the steps done", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { state, terms } = leading(plan)
        const bounds = new Map(deadlinesOf(state, terms).map((one) => [`${one.act}`, one]))
        const done = "done" in state ? state.done : []
        for (const { step, due, on, lapsed } of done) {
          expect(bounds.get(step)?.end?.lastDay).toBe(due)
          if (due !== undefined) expect(bounds.get(step)).toMatchObject({ doneOn: on, lapsed })
        }
        if (state._tag === "in-circuit")
          expect(bounds.get(state.next.step)?.end?.lastDay).toBe(state.next.due)
      }),
      { numRuns: 200 * depth },
    )
  })
})

const ranks = {
  "not-started": 0,
  "too-early": 0,
  yes: 1,
  "yes-late": 2,
  "too-late": 2,
  "already-done": 3,
}

describe("what could be done in any file", deep, () => {
  it("is what the machine does: refused, flagged late, or done in time", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 0, max: 60 }), (plan, wait) => {
        const file = leading(plan)
        const { state, terms } = file
        if (state._tag !== "held" && state._tag !== "in-circuit") return
        const done = state._tag === "held" ? [] : state.done
        const step = terms.procedure.steps[done.length]
        if (step === undefined) return
        const on = addDays(done.at(-1)?.on ?? state.held.date, wait)
        const found = couldBeDone(state, terms, { act: step.step, day: on })?.answer
        const answer = asked(state, stepCommand(file, step.step, { on }))
        const event = Result.isSuccess(answer) ? answer.success[0] : undefined
        const isLate = event?._tag === "ValidationStepCompleted" && event.done.late
        const machine = Result.isFailure(answer)
          ? { "step.lapsed": "too-late", "step.too-late": "too-late" }[
              answer.failure._tag as "step.lapsed"
            ]
          : isLate
            ? "yes-late"
            : "yes"
        seen.add(`${found}`)
        expect(found).toBe(machine)
      }),
      { numRuns: 400 * depth },
    )
    expect([...seen].toSorted()).toEqual(["too-late", "yes", "yes-late"])
  })

  it("begins, may be late, and is over: never the other way round as days pass", () => {
    fc.assert(
      fc.property(anyPlan, fc.nat({ max: 9 }), (plan, place) => {
        const file = leading(plan)
        const act = datedActs(file.terms)[place]
        if (act === undefined) return
        const appeal = appealOf(file, plan.appeal)
        const passed = Array.from({ length: 400 }, (_, index) =>
          couldBeDone(file.state, file.terms, { act, day: addDays(plan.date, index - 30), appeal }),
        ).map((found) => ranks[found?.answer ?? "not-started"])
        expect(passed).toEqual(passed.toSorted((one, other) => one - other))
      }),
      { numRuns: 60 * depth },
    )
  })

  it("is not begun where the file has no opening event, whatever the day", () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: -400, max: 400 }), (plan, shift) => {
        const file = leading(plan)
        for (const act of datedActs(file.terms)) {
          const found = couldBeDone(file.state, file.terms, { act, day: addDays(plan.date, shift) })
          expect(found?.answer === "not-started", act).toBe(found?.opening === undefined)
        }
      }),
      { numRuns: 100 * depth },
    )
  })
})

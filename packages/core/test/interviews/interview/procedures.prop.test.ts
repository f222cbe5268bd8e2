/** What holds of every interview under every procedure: shipped ones, and circuits of every shape. */
import { addDays, type CivilDate, civilDayAt } from "@convoque/core/kernel/calendar"
import { decide, fold } from "@convoque/core/kernel/machine"
import {
  interviewCommandUnder,
  interviewTerms,
  interviewTermsWith,
  walkMachine,
} from "@convoque/testing"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { interviewMachine as machine } from "../../../src/interviews/interview/decider.ts"
import { InterviewEvent } from "../../../src/interviews/interview/events.ts"
import type { NextStep, StepDone } from "../../../src/interviews/interview/model.ts"
import { type Interview, isReported } from "../../../src/interviews/interview/state.ts"
import type { CampaignTerms } from "../../../src/interviews/terms/model/campaign-terms.ts"
import type { Step } from "../../../src/interviews/terms/model/procedure.ts"
import { shippedProcedures } from "../../../src/interviews/terms/procedures.ts"
import { depth } from "../../kernel/calendar/given.ts"
import { slowLastDay } from "./slow-days.ts"
import { type Gone, wayOut } from "./way-out.ts"

const limit = 60_000 * depth

const under: ReadonlyArray<readonly [string, CampaignTerms]> = [
  ...shippedProcedures.map(
    (one) => [`${one.code} of ${one.from}`, interviewTermsWith(one)] as const,
  ),
  ...interviewTerms.map((terms) => [terms.procedure.code, terms] as const),
]
const walkUnder = (terms: CampaignTerms, walks = 25 * depth) => ({
  machine,
  commands: interviewCommandUnder([terms]),
  event: InterviewEvent,
  steps: 40,
  walks,
})

describe("CAM-25 no dead end before the closing", () => {
  test.each(under)(
    "CAM-25 %s: from wherever it is, an interview can be closed",
    (_, terms) => {
      const met = new Set<string>()
      walkMachine(walkUnder(terms), ({ state }) => {
        met.add(state._tag)
        expect(closedFrom(state, terms)).toBe(true)
      })
      expect([...met]).toEqual(expect.arrayContaining(["not-held", "held", "in-circuit"]))
    },
    limit,
  )
})

describe("CAM-19 CAM-25 no dead end when people leave", () => {
  test.each(under)(
    "CAM-25 %s: neither a superior nor an authority who never acts again holds it back",
    (_, terms) => {
      walkMachine(walkUnder(terms, 10 * depth), ({ state }) => {
        if (state._tag === "none") return
        const { superior, authority } = state
        expect(closedFrom(state, terms, new Set([superior.id]))).toBe(true)
        expect(closedFrom(state, terms, new Set([authority.id]))).toBe(true)
        expect(closedFrom(state, terms, new Set([superior.id, authority.id]))).toBe(true)
      })
    },
    limit,
  )
})

const closedFrom = (start: Interview, terms: CampaignTerms, gone: Gone = new Set()): boolean => {
  if (start._tag === "none" || start._tag === "deleted") return true
  let state = start
  for (let acts = 0; acts < 7 + 2 * terms.procedure.steps.length; acts++) {
    const command = wayOut(state, terms, gone)
    if (command === undefined) break
    const decided = decide(machine, command, state)
    if (Result.isFailure(decided)) throw new Error(JSON.stringify(decided.failure))
    state = fold(machine, decided.success, state) as typeof state
  }
  return state._tag === "closed"
}

/** The last day that a slow count gives to a step, and nothing before the event that starts it. */
const slowDue = (
  step: Step | undefined,
  { held, done }: { readonly held: CivilDate; readonly done: ReadonlyArray<StepDone> },
  { holidays }: CampaignTerms,
): CivilDate | undefined => {
  if (step?.period === undefined) return undefined
  const { from, period } = step.period
  const start = from === "interview" ? held : done.find((one) => one.step === from)?.on
  return start === undefined ? undefined : slowLastDay(start, period, holidays)
}

const stepOf = ({ procedure }: CampaignTerms, name: string) =>
  procedure.steps.find(({ step }) => step === name)

describe("ENT-23 no period before the event that starts it", () => {
  test.each(under)(
    "ENT-22 ENT-23 %s: each last day announced or judged is the one counted day by day",
    (_, terms) => {
      let judged = 0
      walkMachine(walkUnder(terms, 60 * depth), ({ state, decided }) => {
        if (Result.isFailure(decided)) return
        const after = fold(machine, decided.success, state)
        if (!isReported(after)) return
        for (const event of decided.success) {
          if (event._tag !== "ValidationStepCompleted") continue
          const held = after.held.date
          const before = after.done.slice(0, -1)
          const stopped =
            state._tag === "in-circuit" && (state.suspendedDays > 0 || state.revision !== undefined)
          const due = stopped
            ? state.next.due
            : slowDue(stepOf(terms, event.done.step), { held, done: before }, terms)
          expect(event.done.due).toBe(due)
          expect(event.next?.due).toBe(
            slowDue(stepOf(terms, event.next?.step ?? ""), { held, done: after.done }, terms),
          )
          judged += 1
        }
      })
      expect(judged).toBeGreaterThan(20)
    },
    limit,
  )

  const revisable = under.filter(([, { procedure }]) =>
    procedure.steps.some(({ period }) => period?.suspension !== undefined),
  )

  test.each(revisable)(
    "ENT-23 %s: a request stops the period until the answer, two weeks at most, once a communication",
    (_, terms) => {
      let answers = 0
      walkMachine(walkUnder(terms, 400 * depth), ({ past, state, decided }) => {
        if (Result.isFailure(decided) || state._tag !== "in-circuit") return
        for (const event of decided.success) {
          if (event._tag !== "RevisionRequested" && event._tag !== "RevisionDeclined") continue
          const asked = past.findLast(({ _tag }) => _tag === "RevisionRequested")
          const since =
            event._tag === "RevisionRequested"
              ? event.on
              : asked?._tag === "RevisionRequested"
                ? asked.on
                : event.on
          const most = addDays(since, 14)
          const until = event._tag === "RevisionRequested" || event.on > most ? most : event.on
          const step = stepOf(terms, state.next.step)
          const start = state.done.find((one) => one.step === step?.period?.from)?.on
          expect(start).toBeDefined()
          let delayed = start ?? since
          for (let date = since; date < until; date = addDays(date, 1))
            delayed = addDays(delayed, 1)
          expect(event.next.due).toBe(
            step?.period === undefined
              ? undefined
              : slowLastDay(delayed, step.period.period, terms.holidays),
          )
          if (event._tag === "RevisionDeclined") answers += 1
        }
        const requests = past
          .slice(past.findLastIndex(({ _tag }) => _tag === "ReportReturned") + 1)
          .filter(({ _tag }) => _tag === "RevisionRequested")
        expect(requests.length).toBeLessThanOrEqual(1)
      })
      expect(answers).toBeGreaterThan(2)
    },
    limit,
  )
})

describe("CAM-24 what holds of every circuit", () => {
  test.each(under)(
    "CAM-24 %s: steps in the order of the procedure, by their actors, flagged late when they are",
    (_, terms) => {
      const { steps } = terms.procedure
      walkMachine(walkUnder(terms), ({ state }) => {
        if (!isReported(state)) return
        expect(state.done.map(({ step }) => step)).toStrictEqual(
          steps.slice(0, state.done.length).map(({ step }) => step),
        )
        expect(state._tag === "closed").toBe(state.done.length === steps.length)
        if (state._tag === "in-circuit")
          expect(nameOf(state.next)).toStrictEqual(nameOf(steps[state.done.length]))
        for (const [index, one] of state.done.entries()) checkStep(one, steps[index], terms)
      })
    },
    limit,
  )

  test(
    "ENT-22 the superior's part never changes once it is communicated, but for clerical errors",
    () => {
      walkMachine(walkUnder(interviewTerms[0], 60 * depth), ({ state, decided }) => {
        if (Result.isFailure(decided) || !isReported(state)) return
        const after = fold(machine, decided.success, state)
        const corrected = decided.success.find((event) => event._tag === "ReportCorrected")
        if (!isReported(after)) return
        const parts = state.report.parts.filter(({ section }) => section !== corrected?.section)
        expect(
          after.report.parts.filter(({ section }) => section !== corrected?.section),
        ).toStrictEqual(parts)
      })
    },
    limit,
  )
})

const nameOf = (step: Pick<NextStep, "step" | "kind" | "label"> | undefined) =>
  step && { step: step.step, kind: step.kind, label: step.label }

const checkStep = (one: StepDone, step: Step | undefined, terms: CampaignTerms): void => {
  const { capacity, onBehalfOf } = one.by
  const today = civilDayAt(one.at, terms.zone)
  expect(one.on <= today).toBe(true)
  expect(one.late).toBe(!one.lapsed && one.due !== undefined && one.on > one.due)
  if (capacity === "system") expect(one.lapsed).toBe(true)
  if (one.lapsed) {
    // By the scheduler, or by the visa that came before it.
    expect(today > (one.due ?? today)).toBe(true)
    expect(one.on).toBe(one.due)
    expect([step?.kind, step?.period?.late]).toStrictEqual(["complete", "lapse"])
    expect(["system", "authority"]).toContain(capacity)
    return
  }
  if (onBehalfOf !== undefined)
    expect(step?.delegable === true || one.refusal !== undefined).toBe(true)
  const allowed: ReadonlyArray<string> = [
    ...(step?.actors ?? []),
    ...(step?.actors.includes("hr-service") || one.refusal !== undefined
      ? ["hr-service", "administrator"]
      : []),
    ...(step?.kind === "notify" ? ["agent"] : []),
    ...(step?.period?.late === "lapse" ? ["system"] : []),
  ]
  expect(allowed).toContain(capacity)
  if (step?.kind === "notify") expect(one.notification?.fate).toMatch(/delivered|opened/u)
}

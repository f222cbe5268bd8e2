/** The laws of every machine, and what holds of every appeal. */
import { addDays, civilDayAt } from "@convoque/core/kernel/calendar"
import { decide, fold } from "@convoque/core/kernel/machine"
import {
  appealCommand,
  difference,
  eventsSurviveJson,
  foldsInTwoParts,
  inputsAreOnlyRead,
  refusalsLeaveTheState,
  seesDeclaredTransitions,
  undeclaredPairsAreIllegal,
  type Walk,
  walkMachine,
} from "@convoque/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { depth } from "../../kernel/calendar/given.ts"
import { AppealCommand } from "../../../src/interviews/appeal/commands.ts"
import { appealMachine as machine } from "../../../src/interviews/appeal/decider.ts"
import { AppealEvent } from "../../../src/interviews/appeal/events.ts"
import { unfiledReports } from "../../../src/interviews/appeal/rules/final-reports.ts"
import type { AppealRefusal } from "../../../src/interviews/appeal/refusals.ts"
import { appealDeadlines, isAppealOpen } from "../../../src/interviews/appeal/rules.ts"
import { Appeal } from "../../../src/interviews/appeal/state.ts"
import { wayOut } from "./way-out.ts"

const walk: Walk<Appeal, AppealCommand, AppealEvent, AppealRefusal> = {
  machine,
  commands: appealCommand,
  event: AppealEvent,
}
const long = { ...walk, walks: 1000 * depth }
const short = { ...walk, walks: 60 * depth, seed: 2 }
const limit = { timeout: 20_000 * depth }

test("ENT-27 walks see exactly the declared transitions", { timeout: 60_000 * depth }, () => {
  expect(() => seesDeclaredTransitions(long)).not.toThrow()
})

test.each([
  ["a refusal leaves the state unchanged", refusalsLeaveTheState],
  ["a pair without decision is illegal", undeclaredPairsAreIllegal],
  ["folding in two parts is folding at once", foldsInTwoParts],
  ["inputs are only read, answers are the same", inputsAreOnlyRead],
  ["events survive encoding and decoding", eventsSurviveJson],
] as const)("%s", limit, (_, law) => {
  expect(() => law(short)).not.toThrow()
})

const survives = <T>(schema: Schema.Codec<T, unknown>) => {
  const codec = Schema.toCodecJson(schema)
  const encode = Schema.encodeSync(codec)
  const decode = Schema.decodeUnknownSync(codec, { errors: "all", onExcessProperty: "error" })
  return (value: T) => difference(decode(JSON.parse(JSON.stringify(encode(value)))), value)
}

test("commands and states survive encoding and decoding", limit, () => {
  const commandDifference = survives(AppealCommand)
  const stateDifference = survives(Appeal)
  walkMachine({ ...short, walks: 30 * depth }, ({ state, command }) => {
    expect(commandDifference(command)).toBeUndefined()
    expect(stateDifference(state)).toBeUndefined()
  })
})

test("any event can be folded on any state, in any order, and gives a state", limit, () => {
  const isState = Schema.is(Appeal)
  const seen: Array<AppealEvent> = []
  walkMachine({ ...short, walks: 30 }, ({ decided }) => {
    if (Result.isSuccess(decided)) seen.push(...decided.success)
  })
  expect(new Set(seen.map(({ _tag }) => _tag)).size).toBe(12)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...seen), { maxLength: 12 }), (events) => {
      expect(isState(fold(machine, events))).toBe(true)
    }),
    { seed: 1, numRuns: 300 * depth },
  )
})

describe("what holds of every appeal", () => {
  test(
    "ENT-27 an appeal ends though neither its agent nor its authority acts any more",
    limit,
    () => {
      walkMachine({ ...walk, walks: 100 * depth }, ({ state: start }) => {
        if (start._tag === "none") return
        let state: Appeal = start
        for (let steps = 0; steps < 8; steps += 1) {
          const command = wayOut(state)
          if (command === undefined) break
          const decided: Result.Result<ReadonlyArray<AppealEvent>, AppealRefusal> = decide(
            machine,
            command,
            state,
          )
          expect(decided).toMatchObject({ _tag: "Success" })
          if (Result.isSuccess(decided)) state = fold(machine, decided.success, state)
        }
        expect(wayOut(state)).toBeUndefined()
        expect(unfiledReports(state)).toStrictEqual([])
        // What is still open is the agent's way to the committee, until its last day.
        const { committee } = appealDeadlines(state)
        if (committee !== undefined) {
          expect(isAppealOpen(state, addDays(committee.lastDay, 1))).toBe(false)
        }
        expect(isAppealOpen(state, start.lodging.on)).toBe(
          committee !== undefined && mayBeReferred(state),
        )
      })
    },
  )

  test("ENT-27 the last days that events carry are those of the periods", limit, () => {
    walkMachine(short, ({ state, decided }) => {
      if (Result.isFailure(decided)) return
      const after = fold(machine, decided.success, state)
      const { lodging, answer, committee } = appealDeadlines(after)
      for (const event of decided.success) {
        if (event._tag === "AppealLodged") {
          expect(event.lastDay).toBe(lodging?.lastDay)
          expect(event.answerBy).toBe(answer?.lastDay)
          expect(event.late).toBe(event.on > event.lastDay)
        }
        if (event._tag === "AppealAnswered") {
          expect(event.committeeBy).toBe(committee?.lastDay)
          expect(event.late).toBe(answer !== undefined && event.on > answer.lastDay)
        }
        if (event._tag === "AppealUnanswered") {
          expect(event.lastDay).toBe(answer?.lastDay)
          expect(event.committeeBy).toBe(committee?.lastDay)
        }
        if (event._tag === "CommitteeReferred") {
          expect(event.lastDay).toBe(committee?.lastDay)
          expect(event.late).toBe(event.on > event.lastDay)
        }
      }
    })
  })

  test("ENT-27 no period starts before the visa and the notification", limit, () => {
    walkMachine(short, ({ state, command, decided }) => {
      if (state._tag !== "none" || command._tag !== "lodgeHierarchicalAppeal") return
      if (command.endorsed && command.notifiedOn !== undefined) return
      expect(Result.isFailure(decided)).toBe(true)
    })
  })

  test("ENT-27 dates follow one another and never lie in the future", limit, () => {
    walkMachine(short, ({ state, decided }) => {
      if (Result.isFailure(decided)) return
      for (const event of decided.success) {
        const zone = event._tag === "AppealLodged" ? event.zone : zoneOf(state)
        if ("on" in event && zone !== undefined) {
          expect(event.on <= civilDayAt(event.at, zone)).toBe(true)
        }
      }
      const after = fold(machine, decided.success, state)
      const dates = datesOf(after)
      expect(dates).toStrictEqual(dates.toSorted())
      if (after._tag !== "concluded" || after.final.notification === undefined) return
      const { revisedOn, notification } = after.final
      expect(revisedOn <= notification.on && notification.on <= after.acknowledgedOn).toBe(true)
    })
  })

  test("every act is kept once, in order, with its author", limit, () => {
    walkMachine(short, ({ past, state, command, decided }) => {
      if (state._tag !== "none") expect(state.acts).toStrictEqual(past)
      if (Result.isFailure(decided)) return
      for (const event of decided.success) {
        expect({ at: event.at, by: event.by }).toStrictEqual({ at: command.at, by: command.by })
      }
    })
  })
})

const mayBeReferred = (state: Appeal): boolean =>
  state._tag === "answered" ||
  state._tag === "unanswered" ||
  (state._tag === "concluded" && state.committee === undefined)

const zoneOf = (state: Appeal) => (state._tag === "none" ? undefined : state.zone)

const datesOf = (state: Appeal): ReadonlyArray<string> => {
  if (state._tag === "none") return []
  const answer = "answer" in state ? state.answer : undefined
  const committee = state._tag === "concluded" ? state.committee : state
  return [
    state.notifiedOn,
    state.lodging.on,
    ...(answer === undefined ? [] : [answer.on]),
    ...(committee !== undefined && "referral" in committee ? [committee.referral.on] : []),
    ...(committee !== undefined && "opinion" in committee && committee.opinion !== undefined
      ? [committee.opinion.on]
      : []),
    ...(committee !== undefined && "decision" in committee ? [committee.decision.on] : []),
  ]
}

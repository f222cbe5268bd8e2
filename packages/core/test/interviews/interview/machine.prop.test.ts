/** The laws of every machine, and what holds of every interview. */
import { decide, fold } from "@convoque/core/kernel/machine"
import {
  difference,
  filledReport,
  interviewCommand,
  interviewTerms,
  machineLaws,
  type Walk,
  walkMachine,
} from "@convoque/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { InterviewCommand } from "../../../src/interviews/interview/commands.ts"
import { interviewMachine as machine } from "../../../src/interviews/interview/decider.ts"
import { InterviewEvent } from "../../../src/interviews/interview/events.ts"
import type { InterviewRefusal } from "../../../src/interviews/interview/refusals.ts"
import { draftRefusal, requiredRefusal } from "../../../src/interviews/interview/rules/report.ts"
import { Interview } from "../../../src/interviews/interview/state.ts"
import { CampaignTerms } from "../../../src/interviews/terms/model/campaign-terms.ts"
import { termsFaults } from "../../../src/interviews/terms/rules/coherence.ts"
import { depth } from "../../kernel/calendar/given.ts"

const walk: Walk<Interview, InterviewCommand, InterviewEvent, InterviewRefusal> = {
  machine,
  commands: interviewCommand,
  event: InterviewEvent,
  steps: 40,
}
const long = { ...walk, walks: 1500 * depth }
const short = { ...walk, walks: 40 * depth, seed: 2 }
const limit = 60_000 * depth
const [declared] = machineLaws(long)

test(
  "CAM-24 walks see exactly the declared transitions",
  () => {
    expect(() => declared?.check()).not.toThrow()
  },
  limit,
)

test.each(machineLaws(short).slice(1))("$name", { timeout: limit }, ({ check }) => {
  expect(check).not.toThrow()
})

const survives = <T>(schema: Schema.Codec<T, unknown>) => {
  const codec = Schema.toCodecJson(schema)
  const encode = Schema.encodeSync(codec)
  const decode = Schema.decodeUnknownSync(codec, { errors: "all", onExcessProperty: "error" })
  return (value: T) => difference(decode(JSON.parse(JSON.stringify(encode(value)))), value)
}

test(
  "commands and states survive encoding and decoding",
  () => {
    const commandDifference = survives(InterviewCommand)
    const stateDifference = survives(Interview)
    walkMachine({ ...short, walks: 15 * depth }, ({ state, command }) => {
      expect(commandDifference(command)).toBeUndefined()
      expect(stateDifference(state)).toBeUndefined()
    })
  },
  limit,
)

test(
  "any event can be folded on any state, in any order, and gives a state",
  () => {
    const isState = Schema.is(Interview)
    const seen: Array<InterviewEvent> = []
    walkMachine({ ...short, walks: 60 }, ({ decided }) => {
      if (Result.isSuccess(decided)) seen.push(...decided.success)
    })
    expect(new Set(seen.map(({ _tag }) => _tag)).size).toBeGreaterThan(15)
    const [opened] = seen
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...seen), { maxLength: 12 }), (events) => {
        const state = fold(machine, opened === undefined ? events : [opened, ...events])
        expect(isState(state)).toBe(true)
      }),
      { seed: 1, numRuns: 300 * depth },
    )
  },
  limit,
)

test(
  "ENT-22 every act is kept once, in order, with its author and on whose behalf",
  () => {
    walkMachine(short, ({ past, state, command, decided }) => {
      if (state._tag !== "none") expect(state.acts).toStrictEqual(past)
      if (Result.isFailure(decided)) return
      for (const event of decided.success) {
        expect({ at: event.at, by: event.by }).toStrictEqual({ at: command.at, by: command.by })
      }
    })
  },
  limit,
)

const acknowledgeable = [
  "completion.ends-without-agent",
  "interview.held-before-notice",
  "interview.duration-too-short",
  "report.objectives-out-of-range",
  "interview.deletion-confirmation-required",
  "interview.appeal-open",
] as const
type Acknowledgeable = Extract<
  InterviewRefusal,
  { readonly _tag: (typeof acknowledgeable)[number] }
>
const isAcknowledgeable = (refusal: InterviewRefusal): refusal is Acknowledgeable =>
  acknowledgeable.some((tag) => tag === refusal._tag)

test(
  "ENT-12 ENT-17 CAM-23 acknowledging what is asked for ends in an act or in another question",
  () => {
    let asked = 0
    walkMachine({ ...short, walks: 150 * depth }, ({ state, command, decided }) => {
      if (Result.isSuccess(decided)) return
      const { failure } = decided
      if (!isAcknowledgeable(failure) || !("acknowledged" in command)) return
      const { _tag: code, subject } = failure
      const acknowledged = [...command.acknowledged, { code, subject }]
      const again = decide(machine, { ...command, acknowledged }, state)
      expect(
        Result.isSuccess(again) ||
          (isAcknowledgeable(again.failure) && again.failure._tag !== code),
      ).toBe(true)
      asked += 1
    })
    expect(asked).toBeGreaterThan(10)
  },
  limit,
)

test.each(interviewTerms.map((terms) => [terms.procedure.code, terms] as const))(
  "ENT-04 the terms of the arbitraries are usable, and their filled report fits them: %s",
  (_, terms) => {
    expect(Schema.is(CampaignTerms)(terms)).toBe(true)
    expect(termsFaults(terms)).toStrictEqual([])
    const report = filledReport(terms.template)
    expect(draftRefusal(terms, report)).toBeUndefined()
    expect(requiredRefusal(terms, report)).toBeUndefined()
  },
)

/** The laws of every machine, and what holds of every interview. */
import { interviewCommand, machineLaws, type Walk } from "@convoque/testing"
import { expect, test } from "vitest"
import type { InterviewCommand } from "../../../src/interviews/interview/commands.ts"
import { interviewMachine as machine } from "../../../src/interviews/interview/decider.ts"
import { InterviewEvent } from "../../../src/interviews/interview/events.ts"
import type { InterviewRefusal } from "../../../src/interviews/interview/refusals.ts"
import type { Interview } from "../../../src/interviews/interview/state.ts"
import { depth } from "../../kernel/calendar/given.ts"

const walk: Walk<Interview, InterviewCommand, InterviewEvent, InterviewRefusal> = {
  machine,
  commands: interviewCommand,
  event: InterviewEvent,
  steps: 40,
}
const long = { ...walk, walks: 1500 * depth }
const short = { ...walk, walks: 40 * depth, seed: 2 }
const limit = 30_000 * depth
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

/** Each refusal, provoked and compared field by field. */
import { fold } from "@convoque/core/kernel/machine"
import { deepFrozen, given } from "@convoque/testing"
import { expect, test } from "vitest"
import { interviewMachine as machine } from "../../../src/interviews/interview/decider.ts"
import { interviewGrounds } from "../../../src/interviews/interview/refusals.ts"
import { circuitRefusals } from "./circuit-refusals.ts"
import { fileRefusals } from "./file-refusals.ts"
import { planningRefusals } from "./planning-refusals.ts"
import { stepRefusals } from "./step-refusals.ts"

const cases = [...planningRefusals, ...stepRefusals, ...circuitRefusals, ...fileRefusals]

test.each(cases)("$title", ({ past, command, refused }) => {
  const answered = given(machine, past).when(deepFrozen(command))
  answered.refused(refused)
  expect(answered.state()).toStrictEqual(fold(machine, past))
})

test("CAM-24 every refusal was provoked; nothing waits for the filing, which is the last step", () => {
  const provoked = new Set<string>(cases.map(({ refused }) => refused._tag))
  const never = Object.keys(interviewGrounds).filter((tag) => !provoked.has(tag))
  expect(never).toStrictEqual(["report.not-filed"])
})

test("CAM-24 each ground names requirements of the catalogue", () => {
  const requirements = Object.values(interviewGrounds).flatMap((one) => one.requirements)
  const strange = requirements.filter(
    (one) => !/^(ENT-(0[1-9]|1\d|2[0-8])|CAM-(0[1-9]|[12]\d|3[01]))$/u.test(one),
  )
  expect(strange).toStrictEqual([])
  expect(Object.values(interviewGrounds).every((one) => one.requirements.length > 0)).toBe(true)
})

/** Each refusal, provoked and compared field by field. */
import { appointmentSetGrounds, appointmentSetMachine } from "@convoque/core/career-appointments"
import { fold } from "@convoque/core/kernel/machine"
import { deepFrozen, given } from "@convoque/testing"
import { expect, test } from "vitest"
import { actCases } from "./act-refusals.ts"
import { itemRefusals } from "./item-refusals.ts"

const refusalCases = [...actCases, ...itemRefusals]

test.each(refusalCases)("$title", ({ past, command, refused }) => {
  const answered = given(appointmentSetMachine, past).when(deepFrozen(command))
  answered.refused(refused)
  expect(answered.state()).toStrictEqual(fold(appointmentSetMachine, past))
})

test("RDC-10 every refusal of the machine was provoked; the missing appointments are a reader's", () => {
  const provoked = new Set(refusalCases.map(({ refused }) => refused._tag))
  const never = Object.keys(appointmentSetGrounds).filter(
    (tag) => !new Set<string>(provoked).has(tag),
  )
  expect(never).toStrictEqual(["convocation.appointments-missing"])
})

test("RDC-10 each ground names requirements of the catalogue", () => {
  const requirements = Object.values(appointmentSetGrounds).flatMap((one) => one.requirements)
  expect(requirements.filter((one) => !/^RDC-(0[1-9]|1\d|2[0-2])$/u.test(one))).toStrictEqual([])
  expect(Object.values(appointmentSetGrounds).every((one) => one.requirements.length > 0)).toBe(
    true,
  )
})

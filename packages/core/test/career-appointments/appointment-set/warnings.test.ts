/** Warnings that an evaluator may override: he is booked elsewhere, or the agent is away. */
import { type Appointment, appointmentSetMachine } from "@convoque/core/career-appointments"
import { given } from "@convoque/testing"
import { describe, test } from "vitest"
import {
  appointment,
  confirmed,
  date,
  facts,
  head,
  headInterview,
  headInterviewName,
  headItem,
  headSet,
  history,
  instant,
  issued,
  setByHead,
  visit,
  interviewName,
  visitName,
  visitItem,
} from "../given.ts"

const machine = appointmentSetMachine
const span = ({ startsAt, endsAt }: Appointment) => ({ startsAt, endsAt })

describe("warnings to acknowledge", () => {
  const booking = {
    file: "2026-plp/agent-9",
    slot: headInterview,
    evaluator: head.id,
    agent: "Paul Morin",
    startsAt: instant("2026-12-08T13:30:00.000Z"),
    endsAt: instant("2026-12-08T14:30:00.000Z"),
  }
  const away = { from: date("2026-12-08"), until: date("2026-12-08"), reason: "Congé" }
  const both = { ...facts, bookings: [booking], unavailabilities: [away] }
  const booked = {
    code: "evaluator.double-booked",
    subject: `${headInterview}/${booking.file}/${booking.slot}`,
  }
  const absent = { code: "agent.unavailable", subject: `${headInterview}/2026-12-08` }
  const isBooked = {
    _tag: "evaluator.double-booked" as const,
    subject: booked.subject,
    ...headInterviewName,
    with: booking,
  }
  const isAway = {
    _tag: "agent.unavailable" as const,
    subject: absent.subject,
    ...headInterviewName,
    ...away,
  }

  test("RDC-04 each warning is asked for once, and both together pass", () => {
    const when = (...acknowledged: ReadonlyArray<{ code: string; subject: string }>) =>
      given(machine, history["nothing-set"]).when(setByHead({ facts: both, acknowledged }))
    when(booked).refused(isAway)
    when(absent).refused(isBooked)
    when(booked, absent).then([headSet])
  })

  test("RDC-04 an acknowledgement counts for its own subject only", () => {
    given(machine, history["nothing-set"])
      .when(
        setByHead({ facts: both, acknowledged: [{ ...booked, subject: headInterview }, absent] }),
      )
      .refused(isBooked)
  })

  test("RDC-04 a booking or an absence that appeared meanwhile is asked for anew", () => {
    const other = { ...booking, file: "2026-plp/agent-10" }
    const later = { ...away, from: date("2026-12-01") }
    const when = (rest: Partial<typeof both>) =>
      given(machine, history["nothing-set"]).when(
        setByHead({ facts: { ...both, ...rest }, acknowledged: [booked, absent] }),
      )
    when({ bookings: [booking, other] }).refused({
      ...isBooked,
      subject: `${headInterview}/${other.file}/${other.slot}`,
      with: other,
    })
    when({ bookings: [{ ...booking, slot: visit }] }).refused({
      ...isBooked,
      subject: `${headInterview}/${booking.file}/${visit}`,
      with: { ...booking, slot: visit },
    })
    when({ unavailabilities: [later] }).refused({
      ...isAway,
      ...later,
      subject: `${headInterview}/2026-12-01`,
    })
  })

  test("RDC-04 RDC-13 the save that completes the set warns of absences over all slots", () => {
    const stage = { from: date("2026-11-30"), until: date("2026-12-01"), reason: "Stage" }
    const busy = { ...booking, evaluator: head.id, ...span(appointment(visitItem)) }
    const known = { ...facts, bookings: [busy], unavailabilities: [stage] }
    const subjectOf = (slot: string) => ({
      code: "agent.unavailable",
      subject: `${slot}/2026-11-30`,
    })
    const when = (acknowledged: ReadonlyArray<{ code: string; subject: string }>) =>
      given(machine, history["partially-set"]).when(setByHead({ facts: known, acknowledged }))
    const away = (named: typeof visitName) => ({
      _tag: "agent.unavailable" as const,
      subject: subjectOf(named.slot).subject,
      ...named,
      ...stage,
    })
    when([confirmed]).refused(away(visitName))
    when([confirmed, subjectOf(visit)]).refused(away(interviewName))
    when([confirmed, subjectOf(visit), subjectOf(interviewName.slot)]).then([headSet, issued])
    given(machine, history["nothing-set"])
      .when(setByHead({ facts: known }))
      .then([headSet])
  })

  test("RDC-11 warnings come before the confirmation, which comes last", () => {
    const when = (acknowledged: ReadonlyArray<{ code: string; subject: string }>) =>
      given(machine, history["partially-set"]).when(setByHead({ facts: both, acknowledged }))
    when([booked]).refused(isAway)
    when([booked, absent]).refused({
      _tag: "convocation.confirmation-required",
      subject: confirmed.subject,
      command: "setAppointments",
    })
    when([booked, absent, confirmed]).then([headSet, issued])
  })

  test("RDC-04 touching ends and other days are no conflict", () => {
    const near = {
      ...facts,
      bookings: [{ ...booking, startsAt: appointment(headItem).endsAt }],
      unavailabilities: [{ ...away, from: date("2026-12-09"), until: date("2026-12-20") }],
    }
    given(machine, history["nothing-set"])
      .when(setByHead({ facts: near }))
      .then([headSet])
  })
})

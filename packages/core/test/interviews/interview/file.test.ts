/** The superior of the file, the personnel file, the deletion, with whole events. */
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import { interviewMachine as machine } from "../../../src/interviews/interview/decider.ts"
import { statusOf } from "../../../src/interviews/interview/state.ts"
import { communicate, handOver, propose, recordHeld, remove, replace } from "../acts.ts"
import {
  agent,
  byAdministrator,
  byOtherSuperior,
  byService,
  bySuperior,
  communicated,
  deletedEvent,
  drafted,
  heldEvent,
  history,
  names,
  opened,
  otherSuperior,
  proposed,
  reason,
  superior,
} from "../given.ts"

const { at, by } = replace()
const replaced = {
  _tag: "SuperiorReplaced" as const,
  at,
  by,
  former: superior,
  superior: otherSuperior,
  reason: reason("Mutation du chef de bureau."),
}

describe("another superior", () => {
  test.each(["to-schedule", "proposed", "not-held", "held", "toComplete", "toFile"] as const)(
    "CAM-19 another person is the superior of a file in %s; what was done stays",
    (state) => {
      const happened = given(machine, history[state]).when(replace())
      happened.then([replaced])
      expect(happened.state()).toStrictEqual({
        ...fold(machine, history[state]),
        superior: otherSuperior,
        acts: [...history[state], replaced],
      })
    },
  )

  test("CAM-19 the one before has no right left, the new one has them all", () => {
    const past = [opened, replaced]
    given(machine, past)
      .when(propose())
      .refused({ _tag: "actor.not-allowed", command: "proposeDate", capacity: "superior" })
    given(machine, past)
      .when(propose({ by: byOtherSuperior }))
      .then([{ ...proposed, by: byOtherSuperior }])
  })

  test("ENT-10 ENT-22 the new one holds the interview with the agent, and signs the report", () => {
    const past = [opened, proposed, replaced]
    given(machine, past)
      .when(recordHeld({ by: byOtherSuperior, participants: [otherSuperior.id, agent.id] }))
      .then([{ ...heldEvent, by: byOtherSuperior }])
    given(machine, [...past, heldEvent, drafted])
      .when(communicate({ by: byOtherSuperior }))
      .then([
        {
          ...communicated,
          by: byOtherSuperior,
          done: { ...communicated.done, by: byOtherSuperior },
        },
      ])
  })
})

describe("the personnel file", () => {
  const handed = { _tag: "ReportHandedOver" as const, at: handOver().at, by: handOver().by }

  test("ENT-26 the closed report is handed over, once", () => {
    const happened = given(machine, history.closed).when(handOver())
    happened.then([handed])
    expect(happened.state()).toStrictEqual({
      ...fold(machine, history.closed),
      handedOver: true,
      acts: [...history.closed, handed],
    })
    given(machine, [...history.closed, handed])
      .when(handOver())
      .nothing()
  })
})

describe("deleting", () => {
  const deletedAt = { ...deletedEvent, at: remove().at }
  const why = reason("Agent parti avant l'entretien.")

  test.each(["to-schedule", "proposed", "not-held"] as const)(
    "CAM-11 CAM-23 its superior deletes an interview in %s; it stays counted as deleted",
    (state) => {
      const happened = given(machine, history[state]).when(remove({ by: bySuperior, reason: why }))
      const deleted = { ...deletedAt, by: bySuperior, reason: why }
      happened.then([deleted])
      const { notes, postponements } = { notes: [], postponements: 0 }
      expect(happened.state()).toStrictEqual({
        _tag: "deleted",
        ...names,
        notes,
        postponements,
        acts: [...history[state], deleted],
        was: state,
      })
      expect(statusOf("deleted")).toBe("deleted")
    },
  )

  test.each(["to-schedule", "proposed", "not-held", "held", "toEndorse"] as const)(
    "CAM-23 the HR service and an administrator delete any that is not closed: %s",
    (state) => {
      for (const author of [byService, byAdministrator]) {
        given(machine, history[state])
          .when(remove({ by: author }))
          .then([{ ...deletedAt, by: author }])
      }
    },
  )

  test("CAM-23 a closed one is deleted by an administrator, confirmed, open appeal acknowledged", () => {
    const confirmed = {
      code: "interview.deletion-confirmation-required",
      subject: agent.id,
    }
    const seen = { code: "interview.appeal-open", subject: agent.id }
    given(machine, history.closed)
      .when(remove({ by: byAdministrator, acknowledged: [confirmed] }))
      .then([{ ...deletedAt, by: byAdministrator }])
    given(machine, history.closed)
      .when(remove({ by: byAdministrator, hasOpenAppeal: true, acknowledged: [confirmed, seen] }))
      .then([{ ...deletedAt, by: byAdministrator }])
    given(machine, history.toSign)
      .when(remove({ hasOpenAppeal: true, acknowledged: [seen] }))
      .then([deletedAt])
  })
})

/** The superior of the file, the personnel file, the deletion, with whole events. */
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import { interviewMachine as machine } from "../../../src/interviews/interview/decider.ts"
import { statusOf } from "../../../src/interviews/interview/state.ts"
import { messagesOf } from "../../../src/interviews/interview/policies.ts"
import { wordingFr } from "../../../src/interviews/wording.fr.ts"
import {
  communicate,
  endorse,
  handOver,
  propose,
  recordHeld,
  remove,
  replace,
  replaceAuthority,
} from "../acts.ts"
import {
  agent,
  authority,
  byAdministrator,
  byOtherAuthority,
  byOtherSuperior,
  byService,
  bySuperior,
  communicated,
  deletedEvent,
  drafted,
  endorsed,
  heldEvent,
  history,
  names,
  opened,
  otherAuthority,
  otherSuperior,
  proposed,
  reason,
  superior,
  terms,
} from "../given.ts"
import { of, reportAt, valueOf } from "../papers.ts"

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
      .then([
        {
          ...heldEvent,
          by: byOtherSuperior,
          superior: otherSuperior,
          participants: [agent.id, otherSuperior.id],
        },
      ])
    given(machine, [...past, heldEvent, drafted])
      .when(communicate({ by: byOtherSuperior }))
      .then([
        {
          ...communicated,
          by: byOtherSuperior,
          done: { ...communicated.done, by: byOtherSuperior, signatory: otherSuperior },
        },
      ])
  })
})

describe("another authority", () => {
  const authorityReplaced = {
    _tag: "AuthorityReplaced" as const,
    at,
    by,
    former: authority,
    authority: otherAuthority,
    reason: reason("Départ du secrétaire général."),
  }

  test.each(["to-schedule", "held", "toEndorse", "toFile"] as const)(
    "CAM-19 another person is the authority of a file in %s; what was endorsed stays",
    (state) => {
      const happened = given(machine, history[state]).when(replaceAuthority())
      happened.then([authorityReplaced])
      expect(happened.state()).toStrictEqual({
        ...fold(machine, history[state]),
        authority: otherAuthority,
        acts: [...history[state], authorityReplaced],
      })
    },
  )

  test("ENT-24 the new one endorses, and the former one no more", () => {
    const past = [...history.toEndorse, authorityReplaced]
    given(machine, past)
      .when(endorse())
      .refused({ _tag: "actor.not-allowed", command: "completeStep", capacity: "authority" })
    given(machine, past)
      .when(endorse({ by: byOtherAuthority }))
      .then([
        {
          ...endorsed,
          by: byOtherAuthority,
          done: { ...endorsed.done, by: byOtherAuthority, signatory: otherAuthority },
        },
      ])
  })

  test("CAM-19 both authorities are told, with the reason", () => {
    const state = fold(machine, [...history.toEndorse, authorityReplaced])
    const mails = messagesOf(state, [authorityReplaced], {
      wording: wordingFr,
      terms,
      fileUid: "interview",
    })
    expect(mails.map(({ kind, to, paragraphs }) => [kind, to.name, paragraphs[2]])).toStrictEqual([
      ["authority-replaced", "Luc d'Estaing", "Motif\u00A0: Départ du secrétaire général."],
      ["authority-replaced", "Inès Le Bihan", "Motif\u00A0: Départ du secrétaire général."],
    ])
  })

  test("ENT-10 a signed report names those who held, signed and endorsed it", () => {
    const before = reportAt(history.toFile)
    const after = reportAt([...history.toFile, replaced, authorityReplaced])
    expect(of(after, "fields")[0]).toStrictEqual(of(before, "fields")[0])
    expect(valueOf(after, "Autorité")).toBe("Luc d'Estaing, Secrétaire général")
    expect(valueOf(after, "Présents à l'entretien")).toBe("Éloïse Le Gall, Marc Nguyên")
    const unsigned = reportAt([...history.held, replaced])
    expect(valueOf(unsigned, "Supérieur hiérarchique direct")).toBe(
      "Aïcha Œuvrard, Cheffe de bureau",
    )
    expect(valueOf(unsigned, "Présents à l'entretien")).toBe("Éloïse Le Gall, Marc Nguyên")
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

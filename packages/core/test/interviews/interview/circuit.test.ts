/** The validation circuit step by step, under the memo's procedure, with whole events. */
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import { interviewMachine as machine } from "../../../src/interviews/interview/decider.ts"
import { statusOf } from "../../../src/interviews/interview/state.ts"
import { trainingNeeds } from "../../../src/interviews/interview/views.ts"
import { managerInterview } from "../../../src/interviews/terms/procedures.ts"
import {
  communicate,
  complete,
  draft,
  endorse,
  file,
  lapse,
  notify,
  refuseToSign,
  sign,
} from "../acts.ts"
import {
  agent,
  agentCompleted,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  bySystem,
  closedEvent,
  communicated,
  day,
  delegateOf,
  delivered,
  done,
  drafted,
  endorsed,
  filed,
  history,
  names,
  next,
  notified,
  on,
  report,
  signed,
  stepCompleted,
  stepName,
  superior,
  terms,
  text,
} from "../given.ts"

const held = { date: day("2026-01-26"), durationMinutes: 60, superior, late: false }
const file0 = { ...names, postponements: 0, notes: [] }

test("ENT-18 the report is drafted, the last draft replacing the others", () => {
  const first = { parts: report.parts.slice(0, 1), attachments: [] }
  const happened = given(machine, history.held).when(draft({ report: first }))
  happened.then([{ ...drafted, report: first }])
  expect(happened.state()).toMatchObject({ _tag: "held", draft: first })
})

describe("communicating", () => {
  test("ENT-20 ENT-21 an agent without training needs has a report that says so", () => {
    const parts = report.parts.map((part) =>
      part._tag === "training-needs" ? { ...part, needs: [], none: true as const } : part,
    )
    const withoutNeed = { ...report, parts }
    const happened = given(machine, [...history.held, { ...drafted, report: withoutNeed }]).when(
      communicate(),
    )
    happened.then([communicated])
    expect(happened.state()).toMatchObject({ report: withoutNeed })
    expect(trainingNeeds.entries(happened.state(), "interview")).toStrictEqual([])
  })

  test("ENT-22 CAM-09 the superior signs and communicates: his part is frozen", () => {
    const happened = given(machine, history.held).when(communicate())
    happened.then([communicated])
    expect(happened.state()).toStrictEqual({
      _tag: "in-circuit",
      ...file0,
      acts: [...history.held, communicated],
      held,
      report,
      comments: [],
      done: [communicated.done],
      next: communicated.next,
      suspendedDays: 0,
    })
    expect(statusOf("in-circuit")).toBe("closing")
    given(machine, history.toComplete)
      .when(draft({ at: on("2026-02-03") }))
      .refused({
        _tag: "interview.illegal-transition",
        command: "draftReport",
        state: "in-circuit",
      })
  })

  test.each([
    ["2026-02-25", false, "2026-03-12"],
    ["2026-02-26", true, "2026-03-13"],
  ] as const)("ENT-22 communicated on %s, is it late: %s", (date, late, end) => {
    given(machine, history.held)
      .when(communicate({ at: on(date) }))
      .then([
        stepCompleted(
          done(
            "communicate",
            { date, by: bySuperior },
            { due: day("2026-02-25"), late, signatory: superior },
          ),
          next("agent-completion", { due: day(end), late: "lapse" }),
        ),
      ])
  })

  test.each([0, 6])("ENT-17 %i objectives are communicated once acknowledged", (count) => {
    const parts = report.parts.map((part) =>
      part._tag === "objectives"
        ? { ...part, objectives: Array.from({ length: count }, () => ({ text: "Objectif" })) }
        : part,
    )
    const [head, ...tail] = terms.template.sections.map((one) => ({ ...one, required: false }))
    const sections = head === undefined ? terms.template.sections : ([head, ...tail] as const)
    given(machine, [...history.held, { ...drafted, report: { parts, attachments: [] } }])
      .when(
        communicate({
          terms: { ...terms, template: { ...terms.template, sections } },
          acknowledged: [{ code: "report.objectives-out-of-range", subject: agent.id }],
        }),
      )
      .then([communicated])
  })
})

describe("the agent's completion", () => {
  test("ENT-23 the agent declares it complete before the end of his period", () => {
    const happened = given(machine, history.toComplete).when(complete())
    happened.then([agentCompleted])
    expect(happened.state()).toMatchObject({ next: next("endorse"), done: [{}, {}] })
  })

  test("ENT-23 the last day is in time", () => {
    const date = "2026-02-17"
    const late = done("agent-completion", { date, by: byAgent }, { due: day(date) })
    given(machine, history.toComplete)
      .when(complete({ at: on(date), name: "Éloïse Le Gall" }))
      .then([stepCompleted({ ...late, name: "Éloïse Le Gall" }, next("endorse"))])
  })

  test("ENT-23 the scheduler goes on without the agent after the last day, on which it took effect", () => {
    const what = done(
      "agent-completion",
      { date: "2026-02-18", by: bySystem },
      { on: day("2026-02-17"), due: day("2026-02-17"), lapsed: true },
    )
    given(machine, history.toComplete)
      .when(lapse())
      .then([stepCompleted(what, next("endorse"))])
  })
})

describe("visa, notification, signature, filing", () => {
  test("ENT-24 the authority endorses, with or without observations", () => {
    given(machine, history.toEndorse).when(endorse()).then([endorsed])
    const observations = text("Avis conforme.")
    given(machine, history.toEndorse)
      .when(endorse({ observations }))
      .then([{ ...endorsed, done: { ...endorsed.done, observations } }])
  })

  test("ENT-22 the visa is given on behalf of the authority, and the act says so", () => {
    const by = delegateOf(byAuthority)
    given(machine, history.toEndorse)
      .when(endorse({ by }))
      .then([{ ...endorsed, by, done: { ...endorsed.done, by } }])
  })

  test("ENT-25 a delivered notification takes effect on its own day", () => {
    const happened = given(machine, history.toNotify).when(notify())
    happened.then([notified])
    expect(notified.done.on).toBe("2026-02-14")
  })

  test.each(["sent", "failed"] as const)(
    "ENT-25 a notification that is only %s is kept and starts nothing",
    (fate) => {
      const notification = { ...delivered, fate }
      const { at, by } = notify()
      const tried = { _tag: "NotificationTried" as const, at, by, notification }
      const happened = given(machine, history.toNotify).when(notify({ notification }))
      happened.then([tried])
      expect(happened.state()).toStrictEqual({
        ...fold(machine, history.toNotify),
        acts: [...history.toNotify, tried],
      })
    },
  )

  test.each(["portal", "mail"] as const)(
    "ENT-25 the agent himself says that he opened it by %s",
    (means) => {
      const notification = { means, fate: "opened", on: day("2026-02-16") } as const
      const what = done("notify", { date: "2026-02-16", by: byAgent }, { notification })
      const sent = { means, fate: "sent", on: day("2026-02-13") } as const
      const { at } = notify({ at: on("2026-02-13") })
      const tried = { _tag: "NotificationTried", at, by: byService, notification: sent } as const
      given(machine, [...history.toNotify, tried])
        .when(notify({ by: byAgent, notification }))
        .then([stepCompleted(what, next("sign"))])
    },
  )

  test("ENT-23 ENT-24 the visa does not wait for the scheduler to end a completion that is over", () => {
    const at = on("2026-02-18")
    const lapsed = done(
      "agent-completion",
      { date: "2026-02-18", by: byAuthority },
      { on: day("2026-02-17"), due: day("2026-02-17"), lapsed: true },
    )
    const visa = { ...endorsed, at, done: { ...endorsed.done, at, on: day("2026-02-18") } }
    const observations = text("Vu.")
    given(machine, history.toComplete)
      .when(endorse({ at, observations, name: "Luc d'Estaing" }))
      .then([
        stepCompleted(lapsed, next("endorse")),
        { ...visa, done: { ...visa.done, observations, name: "Luc d'Estaing" } },
      ])
  })

  test("ENT-23 the HR service ends a completion without period once it acknowledged it", () => {
    const [first, second, ...rest] = terms.procedure.steps
    if (second === undefined) throw new Error("no completion")
    const { period: _, ...open } = second
    const steps = [first, { ...open, actors: ["agent", "hr-service"] as const }, ...rest] as const
    const unlimited = { ...terms, procedure: { ...terms.procedure, steps } }
    const past = [...history.held, stepCompleted(communicated.done, next("agent-completion"))]
    const asking = complete({ by: byService, terms: unlimited })
    given(machine, past)
      .when(asking)
      .refused({
        _tag: "completion.ends-without-agent",
        subject: agent.id,
        ...stepName("agent-completion"),
      })
    const acknowledged = [{ code: "completion.ends-without-agent", subject: agent.id }]
    const what = done(
      "agent-completion",
      { date: "2026-02-10", by: byService },
      { withoutAgent: true },
    )
    given(machine, past)
      .when({ ...asking, acknowledged })
      .then([stepCompleted(what, next("endorse"))])
  })

  test("ENT-25 a notification on the day of the visa or today is in range", () => {
    for (const date of ["2026-02-12", "2026-02-16"]) {
      const notification = { ...delivered, on: day(date) }
      given(machine, history.toNotify)
        .when(notify({ notification }))
        .then([{ ...notified, done: { ...notified.done, on: day(date), notification } }])
    }
  })

  test("ENT-25 the agent signs the endorsed and notified report", () => {
    given(machine, history.toSign).when(sign()).then([signed])
  })

  test("ENT-25 his refusal to sign is recorded with its witness, and completes the signature", () => {
    const refusal = { witness: "Mme Petit, gestionnaire" }
    const what = done(
      "sign",
      { date: "2026-02-18", by: byService },
      { on: day("2026-02-17"), refusal },
    )
    given(machine, history.toSign)
      .when(refuseToSign())
      .then([stepCompleted(what, next("file"))])
  })

  test.each(["2026-02-14", "2026-02-18"] as const)(
    "ENT-25 a signature is refused on the day of the notification or today: %s",
    (date) => {
      const refusal = { witness: "Mme Petit, gestionnaire" }
      const what = done("sign", { date: "2026-02-18", by: byService }, { on: day(date), refusal })
      given(machine, history.toSign)
        .when(refuseToSign({ date: day(date) }))
        .then([stepCompleted(what, next("file"))])
    },
  )

  test("ENT-26 CAM-10 CAM-25 the HR service files it, which closes the interview", () => {
    const happened = given(machine, history.toFile).when(file())
    happened.then([filed, closedEvent])
    expect(happened.state()).toStrictEqual({
      _tag: "closed",
      ...file0,
      acts: [...history.toFile, filed, closedEvent],
      held,
      report,
      comments: [],
      done: [communicated, agentCompleted, endorsed, notified, signed, filed].map(
        (event) => event.done,
      ),
      closedOn: day("2026-02-20"),
      late: false,
      handedOver: false,
    })
    expect(statusOf("closed")).toBe("closed")
  })

  test.each([
    ["2026-05-29", false],
    ["2026-05-30", true],
  ] as const)("ENT-02 a report filed on %s is returned late: %s", (date, late) => {
    const at = on(date)
    given(machine, history.toFile)
      .when(file({ at }))
      .then([
        stepCompleted(done("file", { date, by: byService })),
        { ...closedEvent, at, on: day(date), late },
      ])
  })

  test("CAM-25 an interview whose last step is a signature is closed by it, or by its refusal", () => {
    const plain = { ...terms, procedure: managerInterview }
    const [communication, last] = managerInterview.steps
    const label = { communicate: communication.label, sign: last?.label ?? "" }
    const past = [
      ...history.held,
      stepCompleted(
        {
          ...done("communicate", { date: "2026-02-02", by: bySuperior }),
          label: label.communicate,
        },
        { ...next("sign"), label: label.sign },
      ),
    ]
    const closing = (by: typeof byAgent) => ({ ...closedEvent, at: on("2026-02-18"), by })
    given(machine, past)
      .when(sign({ terms: plain }))
      .then([
        stepCompleted({ ...signed.done, label: label.sign }),
        { ...closing(byAgent), on: day("2026-02-18") },
      ])
    const refusal = { witness: "Mme Petit, gestionnaire" }
    const refused = done("sign", { date: "2026-02-18", by: byService }, { refusal })
    given(machine, past)
      .when(refuseToSign({ terms: plain }))
      .then([
        stepCompleted({ ...refused, label: label.sign, on: day("2026-02-17") }),
        { ...closing(byService), on: day("2026-02-17") },
      ])
  })
})

/** Refusals of the circuit, with what provokes them. */
import type { StepKind } from "../../../src/interviews/terms/model/procedure.ts"
import {
  economyFinance,
  hrMemo,
  managerInterview,
} from "../../../src/interviews/terms/procedures.ts"
import {
  answerRevision,
  comment,
  communicate,
  complete,
  endorse,
  file,
  lapse,
  notify,
  refuseToSign,
  requestRevision,
  returnReport,
  sign,
} from "../acts.ts"
import {
  agent,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  bySystem,
  day,
  delegateOf,
  delivered,
  drafted,
  history,
  on,
  reason,
  report,
  section,
  stepId,
  stepName,
  terms,
  text,
} from "../given.ts"
import { type RefusalCase, refusing, rightsCases, stranger } from "./cases.ts"

const asked = [
  history.held,
  history.toComplete,
  history.toEndorse,
  history.toNotify,
  history.toSign,
  history.toFile,
]
const steps = [
  ["communicate", communicate({ at: on("2026-02-26") })],
  ["agent-completion", complete()],
  ["endorse", endorse()],
  ["notify", notify()],
  ["sign", sign()],
  ["file", file()],
] as const
const missing = {
  communicate: "report.not-communicated",
  complete: "report.not-completed",
  endorse: "report.not-endorsed",
  notify: "report.not-notified",
  sign: "report.not-signed",
  file: "report.not-filed",
} as const satisfies Readonly<Record<StepKind, string>>
const kindOf = (name: string): StepKind =>
  hrMemo.steps.find(({ step }) => step === name)?.kind ?? "file"

/** Each step asked at each moment of the circuit that is not its own. */
const order: ReadonlyArray<RefusalCase> = asked.flatMap((past, index) =>
  steps.flatMap(([name, command], wanted) => {
    const awaited = steps[index]?.[0] ?? "file"
    if (wanted === index) return []
    return wanted < index
      ? [
          refusing(`CAM-24 ${name} is done when ${awaited} comes next`, [past, command], {
            _tag: "step.already-done",
            ...stepName(name),
          }),
        ]
      : [
          refusing(`ENT-25 ENT-26 ${name} waits for ${awaited}`, [past, command], {
            _tag: missing[kindOf(awaited)],
            wanted: stepId(name),
            ...stepName(awaited),
          }),
        ]
  }),
)

const closed: ReadonlyArray<RefusalCase> = steps.map(([name, command]) =>
  refusing(`CAM-25 ${name} is done when the interview is closed`, [history.closed, command], {
    _tag: "step.already-done",
    ...stepName(name),
  }),
)

const wrongActor = (name: "communicate" | "endorse" | "file", capacity: "agent" | "system") =>
  ({
    _tag: "step.wrong-actor",
    ...stepName(name),
    actors: hrMemo.steps.find(({ step }) => step === name)?.actors ?? [],
    capacity,
  }) as const

const january = { from: day("2026-01-01"), until: day("2026-01-31") }

const whose: ReadonlyArray<RefusalCase> = [
  refusing(
    "CAM-01 a stranger does no step, whatever it is",
    [history.held, communicate({ by: stranger, step: stepId("unheard-of") })],
    {
      _tag: "actor.not-allowed",
      command: "completeStep",
      capacity: "superior",
    },
  ),
  refusing(
    "CAM-24 a step that the procedure lacks",
    [history.held, communicate({ step: stepId("unheard-of") })],
    {
      _tag: "step.unknown",
      step: stepId("unheard-of"),
    },
  ),
  refusing(
    "ENT-22 the agent does not communicate",
    [history.held, communicate({ by: byAgent })],
    wrongActor("communicate", "agent"),
  ),
  refusing(
    "ENT-24 the agent does not endorse, now or ever",
    [history.held, endorse({ by: byAgent })],
    wrongActor("endorse", "agent"),
  ),
  refusing(
    "ENT-26 the scheduler files nothing",
    [history.toFile, file({ by: bySystem })],
    wrongActor("file", "system"),
  ),
  refusing(
    "ENT-22 nobody signs for the direct superior",
    [history.held, communicate({ by: delegateOf(bySuperior) })],
    {
      _tag: "delegation.not-allowed",
      command: "completeStep",
      step: stepId("communicate"),
    },
  ),
  refusing(
    "ENT-25 nobody signs for the agent",
    [history.toSign, sign({ by: delegateOf(byAgent) })],
    {
      _tag: "delegation.not-allowed",
      command: "completeStep",
      step: stepId("sign"),
    },
  ),
  refusing(
    "ENT-22 a visa is delegated on the days of the delegation only",
    [history.toEndorse, endorse({ by: delegateOf(byAuthority, january) })],
    {
      _tag: "delegation.not-in-force",
      ...january,
      today: day("2026-02-12"),
    },
  ),
]

const blank = (name: string) => ({
  ...report,
  parts: report.parts.filter((part) => part.section !== name),
})
const emptied = {
  ...report,
  parts: report.parts.map((part) =>
    part._tag === "training-needs" ? { ...part, needs: [] } : part,
  ),
}
const six = {
  ...report,
  parts: report.parts.map((part) =>
    part._tag === "objectives"
      ? { ...part, objectives: Array.from({ length: 6 }, () => ({ text: "Objectif" })) }
      : part,
  ),
}
const prospects = {
  section: section("career-prospects"),
  label: "Perspectives d'évolution professionnelle",
}
const training = { section: section("training-needs"), label: "Besoins de formation" }

const communicating: ReadonlyArray<RefusalCase> = [
  refusing(
    "ENT-20 career prospects are blank",
    [[...history.held, { ...drafted, report: blank("career-prospects") }], communicate()],
    {
      _tag: "report.section-required",
      sections: [prospects],
    },
  ),
  refusing(
    "ENT-20 an empty list of training needs is blank",
    [[...history.held, { ...drafted, report: emptied }], communicate()],
    {
      _tag: "report.section-required",
      sections: [training],
    },
  ),
  refusing(
    "ENT-17 six objectives are too many, unless acknowledged",
    [[...history.held, { ...drafted, report: six }], communicate()],
    {
      _tag: "report.objectives-out-of-range",
      subject: agent.id,
      count: 6,
      range: { minimum: 1, maximum: 5 },
    },
  ),
]

const [first, second, ...others] = hrMemo.steps
const refusingLate = (step: typeof first) =>
  step.period === undefined
    ? step
    : { ...step, period: { ...step.period, late: "refuse" as const } }
const strict = {
  ...terms,
  procedure: {
    ...hrMemo,
    steps: [
      refusingLate(first),
      ...(second === undefined ? [] : [refusingLate(second)]),
      ...others,
    ] as const,
  },
}
const memo = "note du service RH sur la conduite des entretiens professionnels"
const afterEnd = { lastDay: day("2026-02-17"), today: day("2026-02-18"), legalSource: memo }
const tooLate = on("2026-02-18")

const late: ReadonlyArray<RefusalCase> = [
  refusing(
    "ENT-22 communicated too late where the procedure refuses it",
    [history.held, communicate({ at: on("2026-02-26"), terms: strict })],
    {
      _tag: "step.too-late",
      ...stepName("communicate"),
      lastDay: day("2026-02-25"),
      today: day("2026-02-26"),
      legalSource: memo,
    },
  ),
  refusing("ENT-23 completed after the last day", [history.toComplete, complete({ at: tooLate })], {
    _tag: "step.lapsed",
    ...stepName("agent-completion"),
    ...afterEnd,
  }),
  refusing("ENT-23 commented after the last day", [history.toComplete, comment({ at: tooLate })], {
    _tag: "step.lapsed",
    ...stepName("agent-completion"),
    ...afterEnd,
  }),
  refusing(
    "ENT-23 commented after a last day that refuses",
    [history.toComplete, comment({ at: tooLate, terms: strict })],
    {
      _tag: "step.too-late",
      ...stepName("agent-completion"),
      ...afterEnd,
    },
  ),
  refusing(
    "ENT-23 the scheduler waits for the end of the last day",
    [history.toComplete, lapse({ at: on("2026-02-17") })],
    {
      _tag: "step.not-lapsed",
      ...stepName("agent-completion"),
      lastDay: day("2026-02-17"),
    },
  ),
  refusing(
    "ENT-23 the scheduler ends nothing that does not lapse",
    [history.toComplete, lapse({ terms: strict })],
    {
      _tag: "step.not-lapsed",
      ...stepName("agent-completion"),
    },
  ),
]

const { notification: _, ...withoutNotification } = notify()
const range = { earliest: day("2026-02-12"), today: day("2026-02-16") }
const notifying: ReadonlyArray<RefusalCase> = [
  refusing(
    "ENT-24 observations are the authority's alone",
    [history.toComplete, complete({ observations: text("Non.") })],
    {
      _tag: "observations.unexpected",
      ...stepName("agent-completion"),
    },
  ),
  refusing(
    "ENT-22 the superior adds nothing once he has signed",
    [history.toNotify, notify({ by: bySuperior, observations: text("Enfin.") })],
    {
      _tag: "observations.unexpected",
      ...stepName("notify"),
    },
  ),
  refusing("ENT-25 a notification is a dated act", [history.toNotify, withoutNotification], {
    _tag: "notification.required",
    ...stepName("notify"),
  }),
  refusing(
    "ENT-25 nothing else is notified",
    [history.toEndorse, endorse({ notification: delivered })],
    {
      _tag: "notification.unexpected",
      ...stepName("endorse"),
    },
  ),
  ...(["sent", "delivered", "failed"] as const).map((fate) =>
    refusing(
      `ENT-25 the agent does not say that it was ${fate}`,
      [
        history.toNotify,
        notify({ by: byAgent, notification: { ...delivered, means: "portal", fate } }),
      ],
      {
        _tag: "notification.agent-only-opens",
        fate,
      },
    ),
  ),
  refusing(
    "ENT-25 the agent opens no registered letter by himself",
    [history.toNotify, notify({ by: byAgent, notification: { ...delivered, fate: "opened" } })],
    {
      _tag: "notification.agent-only-opens",
      fate: "opened",
    },
  ),
  ...(["2026-02-11", "2026-02-17"] as const).map((date) =>
    refusing(
      `ENT-25 no notification before the visa or after today: ${date}`,
      [history.toNotify, notify({ notification: { ...delivered, on: day(date) } })],
      {
        _tag: "notification.date-out-of-range",
        on: day(date),
        ...range,
      },
    ),
  ),
  ...(["2026-02-13", "2026-02-19"] as const).map((date) =>
    refusing(
      `ENT-25 a signature is not refused before the notification or after today: ${date}`,
      [history.toSign, refuseToSign({ date: day(date) })],
      {
        _tag: "step.date-out-of-range",
        ...stepName("sign"),
        on: day(date),
        earliest: day("2026-02-14"),
        today: day("2026-02-18"),
      },
    ),
  ),
]

const withoutSignature = {
  ...terms,
  procedure: { ...managerInterview, steps: [managerInterview.steps[0]] as const },
}

const refusedSignature: ReadonlyArray<RefusalCase> = [
  ...rightsCases("ENT-25", history.toSign, (by) => refuseToSign({ by }), byService),
  refusing("ENT-25 nobody refuses to sign before the visa", [history.toEndorse, refuseToSign()], {
    _tag: "report.not-endorsed",
    wanted: stepId("sign"),
    ...stepName("endorse"),
  }),
  refusing("ENT-25 nobody refuses to sign once it is signed", [history.toFile, refuseToSign()], {
    _tag: "step.already-done",
    ...stepName("sign"),
  }),
  refusing(
    "ENT-25 nobody refuses where the agent signs nothing",
    [history.held, refuseToSign({ terms: withoutSignature })],
    {
      _tag: "interview.illegal-transition",
      command: "recordSignatureRefusal",
      state: "held",
    },
  ),
]

const finance = { ...terms, procedure: economyFinance }
const requested = {
  _tag: "RevisionRequested" as const,
  at: on("2026-02-05"),
  by: byAgent,
  on: day("2026-02-05"),
  reason: reason("Une mission manque."),
  next: { ...stepName("agent-completion"), kind: "complete" as const, due: day("2026-03-03") },
}
const declined = {
  ...requested,
  _tag: "RevisionDeclined" as const,
  at: on("2026-02-06"),
  by: bySuperior,
  on: day("2026-02-06"),
  suspendedDays: 1,
}

const completing: ReadonlyArray<RefusalCase> = [
  ...rightsCases("ENT-23", history.toEndorse, (by) => comment({ by }), byAgent),
  ...rightsCases("ENT-23", history.toEndorse, (by) => requestRevision({ by }), byAgent),
  ...rightsCases("ENT-23", [...history.toComplete, requested], (by) => answerRevision({ by })),
  refusing(
    "ENT-22 nobody comments for the agent where his step is personal",
    [history.toComplete, comment({ by: delegateOf(byAgent) })],
    {
      _tag: "delegation.not-allowed",
      command: "addComment",
      step: stepId("agent-completion"),
    },
  ),
  refusing("ENT-23 no comment once it is complete", [history.toEndorse, comment()], {
    _tag: "completion.not-open",
  }),
  refusing(
    "ENT-23 the superior comments nothing",
    [history.toComplete, comment({ by: bySuperior })],
    {
      _tag: "actor.not-allowed",
      command: "addComment",
      capacity: "superior",
    },
  ),
  refusing(
    "ENT-04 no comment on a section that the template lacks",
    [history.toComplete, comment({ section: section("leisure") })],
    {
      _tag: "report.unknown-section",
      section: section("leisure"),
    },
  ),
  refusing(
    "ENT-23 no comment in a section of the superior's",
    [history.toComplete, comment({ section: section("training-needs") })],
    {
      _tag: "report.section-not-agents",
      ...training,
    },
  ),
  refusing(
    "ENT-23 no revision in a procedure that knows none",
    [history.toComplete, requestRevision()],
    {
      _tag: "revision.unknown-to-procedure",
      label: hrMemo.label,
    },
  ),
  refusing(
    "ENT-23 no second request while one waits",
    [[...history.toComplete, requested], requestRevision({ terms: finance })],
    {
      _tag: "revision.already-requested",
      on: requested.on,
    },
  ),
  refusing(
    "ENT-23 nor once one was declined",
    [
      [...history.toComplete, requested, declined],
      requestRevision({ at: on("2026-02-09"), terms: finance }),
    ],
    {
      _tag: "revision.already-requested",
      on: requested.on,
    },
  ),
  refusing("ENT-23 nothing to answer", [history.toComplete, answerRevision()], {
    _tag: "revision.not-requested",
  }),
]

const returning: ReadonlyArray<RefusalCase> = [
  refusing(
    "CAM-01 a stranger sends nothing back",
    [history.toEndorse, returnReport({ by: stranger })],
    {
      _tag: "actor.not-allowed",
      command: "returnReport",
      capacity: "superior",
    },
  ),
  refusing(
    "CAM-24 only the actor of the next step sends it back",
    [history.toEndorse, returnReport({ by: byAgent })],
    wrongActor("endorse", "agent"),
  ),
  refusing("CAM-24 a visa is given, not refused", [history.toEndorse, returnReport()], {
    _tag: "step.not-returnable",
    ...stepName("endorse"),
  }),
  refusing(
    "ENT-22 nobody sends back for the agent",
    [history.toSign, returnReport({ by: delegateOf(byAgent) })],
    {
      _tag: "delegation.not-allowed",
      command: "returnReport",
      step: stepId("sign"),
    },
  ),
  refusing(
    "ENT-22 nobody sends back out of his delegation",
    [history.toEndorse, returnReport({ by: delegateOf(byAuthority, january) })],
    {
      _tag: "delegation.not-in-force",
      ...january,
      today: day("2026-02-12"),
    },
  ),
]

export const circuitRefusals = [
  ...order,
  ...closed,
  ...whose,
  ...communicating,
  ...late,
  ...notifying,
  ...refusedSignature,
  ...completing,
  ...returning,
]

/** Refusals of notifications, signatures, comments, revisions and returns. */
import {
  economyFinance,
  hrMemo,
  managerInterview,
} from "../../../src/interviews/terms/procedures.ts"
import {
  answerRevision,
  comment,
  complete,
  endorse,
  notify,
  refuseToSign,
  requestRevision,
  returnReport,
} from "../acts.ts"
import {
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  day,
  delegateOf,
  delivered,
  history,
  on,
  reason,
  section,
  stepId,
  stepName,
  terms,
  text,
} from "../given.ts"
import { type RefusalCase, refusing, rightsCases, stranger } from "./cases.ts"

import { january, training, wrongActor } from "./step-refusals.ts"
const { notification: _, ...withoutNotification } = notify()
const range = { earliest: day("2026-02-12"), today: day("2026-02-16") }
const portal = (date: string) => ({ means: "portal", fate: "opened", on: day(date) }) as const
const sentBy = (means: "mail" | "portal", fate: "sent" | "failed") => ({
  _tag: "NotificationTried" as const,
  at: on("2026-02-13"),
  by: byService,
  notification: { means, fate, on: day("2026-02-13") },
})
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
  refusing(
    "ENT-25 the agent does not notify himself",
    [history.toNotify, notify({ by: byAgent, notification: portal("2026-02-16") })],
    { _tag: "notification.not-sent", means: "portal" },
  ),
  ...(["mail", "portal"] as const).map((means) =>
    refusing(
      `ENT-25 a notification sent by ${means === "mail" ? "mail" : "portal, but in vain,"} is not opened on the portal`,
      [
        [...history.toNotify, sentBy(means, means === "mail" ? "sent" : "failed")],
        notify({ by: byAgent, notification: portal("2026-02-16") }),
      ],
      { _tag: "notification.not-sent", means: "portal" },
    ),
  ),
  refusing(
    "ENT-25 the agent does not choose the day from which his appeal runs",
    [
      [...history.toNotify, sentBy("portal", "sent")],
      notify({ by: byAgent, notification: portal("2026-02-14") }),
    ],
    {
      _tag: "notification.date-out-of-range",
      on: day("2026-02-14"),
      earliest: day("2026-02-16"),
      today: day("2026-02-16"),
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

export const circuitRefusals = [...notifying, ...refusedSignature, ...completing, ...returning]

/** Refusals of the steps of the circuit: their order, their actors, their days. */
import type { StepKind } from "../../../src/interviews/terms/model/procedure.ts"
import { hrMemo } from "../../../src/interviews/terms/procedures.ts"
import { comment, communicate, complete, endorse, file, lapse, notify, sign } from "../acts.ts"
import {
  agent,
  agentCompleted,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  bySystem,
  communicated,
  criterion,
  day,
  delegateOf,
  drafted,
  history,
  on,
  report,
  section,
  stepId,
  stepName,
  terms,
} from "../given.ts"
import { type RefusalCase, refusing, stranger } from "./cases.ts"

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

export const wrongActor = (
  name: "communicate" | "endorse" | "file",
  capacity: "agent" | "system",
) =>
  ({
    _tag: "step.wrong-actor",
    ...stepName(name),
    actors: hrMemo.steps.find(({ step }) => step === name)?.actors ?? [],
    capacity,
  }) as const

export const january = { from: day("2026-01-01"), until: day("2026-01-31") }

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
const halfRated = {
  ...report,
  parts: report.parts.map((part) =>
    part._tag === "criteria" ? { ...part, ratings: part.ratings.slice(0, 2) } : part,
  ),
}
const prospects = {
  section: section("career-prospects"),
  label: "Perspectives d'évolution professionnelle",
}
export const training = { section: section("training-needs"), label: "Besoins de formation" }

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
    "ENT-20 two criteria of a required appraisal have no level",
    [[...history.held, { ...drafted, report: halfRated }], communicate()],
    {
      _tag: "report.criteria-unrated",
      section: section("competences"),
      label: "Appréciation des compétences",
      criteria: [
        {
          criterion: criterion("relational-skills"),
          label: "Capacités professionnelles et relationnelles",
        },
        {
          criterion: criterion("leadership"),
          label: "Aptitude à l'encadrement ou à la conduite de projets",
        },
      ],
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

const forAuthority = (person: typeof bySuperior.person) => ({
  ...delegateOf(byAuthority),
  person,
})
const hand = delegateOf(bySuperior)
const signedByHand = [
  ...history.held,
  { ...communicated, by: hand, done: { ...communicated.done, by: hand } },
  agentCompleted,
]

/** Nobody endorses the report that he signed, whatever was delegated to him. */
const ownReports: ReadonlyArray<RefusalCase> = [
  refusing(
    "ENT-24 the superior does not endorse his own report on behalf of the authority",
    [history.toEndorse, endorse({ by: forAuthority(bySuperior.person) })],
    { _tag: "step.own-report", ...stepName("endorse"), person: bySuperior.person },
  ),
  refusing(
    "ENT-24 nor does who signed it for him",
    [signedByHand, endorse({ by: forAuthority(hand.person) })],
    { _tag: "step.own-report", ...stepName("endorse"), person: hand.person },
  ),
]

const { period: _period, ...unlimited } = second ?? first
const openCompletion = {
  ...terms,
  procedure: {
    ...hrMemo,
    steps: [first, { ...unlimited, actors: ["agent", "hr-service"] as const }, ...others] as const,
  },
}
const withoutPeriod = {
  ...communicated,
  next: { ...stepName("agent-completion"), kind: "complete" as const },
}

const endedForHim: ReadonlyArray<RefusalCase> = [
  refusing(
    "ENT-23 the HR service does not end the completion in the agent's place unawares",
    [[...history.held, withoutPeriod], complete({ by: byService, terms: openCompletion })],
    {
      _tag: "completion.ends-without-agent",
      subject: agent.id,
      ...stepName("agent-completion"),
    },
  ),
]

export const stepRefusals = [
  ...endedForHim,
  ...ownReports,
  ...order,
  ...closed,
  ...whose,
  ...communicating,
  ...late,
]

/**
 * The people, the terms and one interview of the tests, under the procedure of the HR service's
 * memo: opened on 5 January 2026, proposed on the 12th for the 26th, held, communicated on
 * 2 February, completed on the 10th, endorsed on the 12th, notified on the 14th, signed on the
 * 18th, filed on the 20th.
 */
import { CivilDate, Instant, Zone } from "@convoque/core/kernel/calendar"
import { type Actor, CampaignId, PersonId } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import { Reason } from "@convoque/core/kernel/text"
import type { InterviewCommand } from "../../src/interviews/interview/commands.ts"
import type { InterviewEvent } from "../../src/interviews/interview/events.ts"
import {
  type Enclosure,
  type Meeting,
  type NextStep,
  type Report,
  type StepDone,
  Text,
} from "../../src/interviews/interview/model.ts"
import type { CampaignTerms } from "../../src/interviews/terms/model/campaign-terms.ts"
import { StepId } from "../../src/interviews/terms/model/procedure.ts"
import {
  CriterionId,
  LevelId,
  SectionId,
} from "../../src/interviews/terms/model/report-template.ts"
import { hrMemo } from "../../src/interviews/terms/procedures.ts"
import { hrMemoTemplate } from "../../src/interviews/terms/templates.ts"

export type CommandOf<Tag extends InterviewCommand["_tag"]> = Extract<
  InterviewCommand,
  { readonly _tag: Tag }
>
export type EventOf<Tag extends InterviewEvent["_tag"]> = Extract<
  InterviewEvent,
  { readonly _tag: Tag }
>

export const day = (text: string) => CivilDate.make(text)
export const id = (text: string) => PersonId.make(text)
export const reason = (text: string) => Reason.make(text)
export const text = (given: string) => Text.make(given)
export const section = (name: string) => SectionId.make(name)
export const criterion = (name: string) => CriterionId.make(name)
export const level = (name: string) => LevelId.make(name)
export const stepId = (name: string) => StepId.make(name)

/** Gives nine o'clock in winter at the place, on a day. */
export const on = (date: string) => Instant.make(`${date}T08:00:00.000Z`)

const person = (key: string, names: Pick<Person, "givenName" | "familyName" | "quality">) => ({
  id: id(key),
  ...names,
  email: `${key}@academie.example`,
})

export const agent: Person = person("agent-1", {
  givenName: "Éloïse",
  familyName: "Le Gall",
  quality: "Adjointe administrative",
})
export const superior: Person = person("superior-1", {
  givenName: "Marc",
  familyName: "Nguyên",
  quality: "Chef de bureau",
})
export const otherSuperior: Person = person("superior-2", {
  givenName: "Aïcha",
  familyName: "Œuvrard",
  quality: "Cheffe de bureau",
})
export const authority: Person = person("authority-1", {
  givenName: "Luc",
  familyName: "d'Estaing",
  quality: "Secrétaire général",
})

export const otherAuthority: Person = person("authority-2", {
  givenName: "Inès",
  familyName: "Le Bihan",
  quality: "Secrétaire générale adjointe",
})

export const byAgent: Actor = { person: agent.id, capacity: "agent" }
export const bySuperior: Actor = { person: superior.id, capacity: "superior" }
export const byOtherSuperior: Actor = { person: otherSuperior.id, capacity: "superior" }
export const byAuthority: Actor = { person: authority.id, capacity: "authority" }
export const byOtherAuthority: Actor = { person: otherAuthority.id, capacity: "authority" }
export const byService: Actor = { person: id("hr-1"), capacity: "hr-service" }
export const byAdministrator: Actor = { person: id("admin-1"), capacity: "administrator" }
export const bySystem: Actor = { person: id("scheduler"), capacity: "system" }

export const january = { from: day("2026-01-01"), until: day("2026-01-31") } as const
export const year2026 = { from: day("2026-01-01"), until: day("2026-12-31") } as const

/** Gives somebody who acts on another's behalf, on the days of his delegation. */
export const delegateOf = (by: Actor, delegation: Actor["delegation"] = year2026): Actor => ({
  person: id("delegate-1"),
  capacity: by.capacity,
  onBehalfOf: by.person,
  ...(delegation === undefined ? {} : { delegation }),
})

export const campaign = CampaignId.make("2026-entretiens")

export const terms: CampaignTerms = {
  label: "Entretiens professionnels 2026",
  year: 2026,
  referencePeriod: { from: day("2025-09-01"), until: day("2026-08-31") },
  startsOn: day("2026-01-05"),
  interviewsBefore: day("2026-03-31"),
  reportsBy: day("2026-05-29"),
  zone: Zone.make("Europe/Paris"),
  holidays: { territory: "metropole" },
  procedure: hrMemo,
  template: hrMemoTemplate,
  objectives: { minimum: 1, maximum: 5 },
  letterhead: ["Académie de Rennes"],
  signature: { place: "Rennes", lines: ["La cheffe du service RH"] },
  organizer: { name: "Service RH", address: "rh@academie.example" },
}

export const names = {
  campaign,
  type: hrMemo.type,
  year: 2026,
  agent,
  superior,
  authority,
} as const

export const meeting: Meeting = { date: day("2026-01-26"), durationMinutes: 60 }
export const laterMeeting: Meeting = { date: day("2026-02-09"), durationMinutes: 60 }
export const enclosures: ReadonlyArray<Enclosure> = [
  { kind: "report-template" },
  { kind: "job-description", file: { fileName: "fiche.pdf", key: "fiches/agent-1" } },
]
export const discussed: ReadonlyArray<SectionId> = hrMemoTemplate.sections.map((one) => one.section)

export const report: Report = {
  parts: [
    { _tag: "text", section: section("missions"), text: text("Gestion des congés.") },
    { _tag: "text", section: section("results"), text: text("Objectifs atteints.") },
    {
      _tag: "criteria",
      section: section("competences"),
      ratings: [
        { criterion: criterion("technical-skills"), level: level("mastered") },
        { criterion: criterion("contribution"), level: level("expert") },
        { criterion: criterion("relational-skills"), level: level("to-develop") },
        { criterion: criterion("leadership"), level: level("not-applicable") },
      ],
    },
    {
      _tag: "objectives",
      section: section("objectives"),
      objectives: [{ text: "Dématérialiser" }],
    },
    { _tag: "text", section: section("career-prospects"), text: text("Concours de rédacteur.") },
    {
      _tag: "training-needs",
      section: section("training-needs"),
      needs: [{ text: "Tableur", purpose: "post" }],
    },
  ],
  attachments: [],
}

const labelOf = (step: string): string =>
  hrMemo.steps.find((one) => one.step === step)?.label ?? "inconnue"

export const stepName = (step: string) => ({ step: stepId(step), label: labelOf(step) })

const kinds = {
  communicate: "communicate",
  "agent-completion": "complete",
  endorse: "endorse",
  notify: "notify",
  sign: "sign",
  file: "file",
} as const

type StepName = keyof typeof kinds

/** Gives the step that comes next, without its period. */
export const next = (step: StepName, rest: Partial<NextStep> = {}): NextStep => ({
  ...stepName(step),
  kind: kinds[step],
  ...rest,
})

/** Gives a step done on a day by somebody. */
export const done = (
  step: StepName,
  act: { readonly date: string; readonly by: Actor },
  rest: Partial<StepDone> = {},
): StepDone => ({
  ...stepName(step),
  kind: kinds[step],
  on: day(act.date),
  at: on(act.date),
  by: act.by,
  late: false,
  lapsed: false,
  ...rest,
})

const completed = (what: StepDone, after?: NextStep): EventOf<"ValidationStepCompleted"> => ({
  _tag: "ValidationStepCompleted",
  at: what.at,
  by: what.by,
  done: what,
  agent,
  ...(after === undefined ? {} : { next: after }),
})
export const stepCompleted = completed

export const delivered = {
  means: "registered-letter",
  fate: "delivered",
  on: day("2026-02-14"),
} as const

export const opened: EventOf<"InterviewOpened"> = {
  _tag: "InterviewOpened",
  at: on("2026-01-05"),
  by: byService,
  ...names,
}
export const proposed: EventOf<"InterviewProposed"> = {
  _tag: "InterviewProposed",
  at: on("2026-01-12"),
  by: bySuperior,
  meeting,
  enclosures,
  late: false,
  agent,
}
export const notHeld: EventOf<"InterviewNotHeld"> = {
  _tag: "InterviewNotHeld",
  at: on("2026-01-27"),
  by: bySuperior,
  reason: "agent-absent",
}
export const heldEvent: EventOf<"InterviewHeld"> = {
  _tag: "InterviewHeld",
  at: on("2026-01-26"),
  by: bySuperior,
  date: meeting.date,
  durationMinutes: 60,
  superior,
  participants: [agent.id, superior.id],
  discussed,
  late: false,
}
export const drafted: EventOf<"ReportDrafted"> = {
  _tag: "ReportDrafted",
  at: on("2026-01-28"),
  by: bySuperior,
  report,
}
export const communicated = completed(
  done(
    "communicate",
    { date: "2026-02-02", by: bySuperior },
    { due: day("2026-02-25"), signatory: superior },
  ),
  next("agent-completion", { due: day("2026-02-17"), late: "lapse" }),
)
export const agentCompleted = completed(
  done("agent-completion", { date: "2026-02-10", by: byAgent }, { due: day("2026-02-17") }),
  next("endorse"),
)
export const endorsed = completed(
  done("endorse", { date: "2026-02-12", by: byAuthority }, { signatory: authority }),
  next("notify"),
)
export const notified = completed(
  {
    ...done("notify", { date: "2026-02-16", by: byService }, { notification: delivered }),
    on: delivered.on,
  },
  next("sign"),
)
export const signed = completed(done("sign", { date: "2026-02-18", by: byAgent }), next("file"))
export const filed = completed(done("file", { date: "2026-02-20", by: byService }))
export const closedEvent: EventOf<"InterviewClosed"> = {
  _tag: "InterviewClosed",
  at: on("2026-02-20"),
  by: byService,
  on: day("2026-02-20"),
  late: false,
  agent,
}
export const deletedEvent: EventOf<"InterviewDeleted"> = {
  _tag: "InterviewDeleted",
  at: on("2026-01-14"),
  by: byService,
}

const held = [opened, proposed, heldEvent, drafted] as const
const toComplete = [...held, communicated] as const
const toEndorse = [...toComplete, agentCompleted] as const
const toNotify = [...toEndorse, endorsed] as const
const toSign = [...toNotify, notified] as const
const toFile = [...toSign, signed] as const

/** What happened before, by the state that it leads to, or the step that comes next. */
export const history = {
  none: [],
  "to-schedule": [opened],
  proposed: [opened, proposed],
  "not-held": [opened, proposed, notHeld],
  held,
  toComplete,
  toEndorse,
  toNotify,
  toSign,
  toFile,
  closed: [...toFile, filed, closedEvent],
  deleted: [opened, proposed, deletedEvent],
} as const satisfies Readonly<Record<string, ReadonlyArray<InterviewEvent>>>

/**
 * Files of interviews led through the machine day by day, under any procedure, for the tests of
 * deadlines.
 */
import { addDays, CivilDate, Instant, noticeDeadline, Zone } from "@convoque/core/kernel/calendar"
import { type Actor, CampaignId, type Capacity, PersonId } from "@convoque/core/kernel/identity"
import { decide } from "@convoque/core/kernel/machine"
import type { Person } from "@convoque/core/kernel/ports"
import { Reason } from "@convoque/core/kernel/text"
import * as Result from "effect/Result"
import type { InterviewCommand } from "../../../src/interviews/interview/commands.ts"
import { interviewMachine } from "../../../src/interviews/interview/decider.ts"
import type { Report } from "../../../src/interviews/interview/model.ts"
import type { Interview, OpenedInterview } from "../../../src/interviews/interview/state.ts"
import type { CampaignTerms } from "../../../src/interviews/terms/model/campaign-terms.ts"
import { type Procedure, StepId } from "../../../src/interviews/terms/model/procedure.ts"
import { managerInterviewTemplate } from "../../../src/interviews/terms/templates.ts"

export const day = (text: string) => CivilDate.make(text)
export const id = (text: string) => StepId.make(text)
export const reason = Reason.make("Motif")

/** Ten in the morning UTC: the same civil day from Tahiti to Wallis. */
export const instantOn = (date: CivilDate) => Instant.make(`${date}T10:00:00.000Z`)

const person = (key: string): Person => ({
  id: PersonId.make(key),
  givenName: "Zoé",
  familyName: key,
  quality: "Attachée",
  email: `${key}@academie.example`,
})

export const agent = person("agent-1")
export const superior = person("superior-1")
const authority = person("authority-1")

const people: Readonly<Record<string, Person>> = { agent, superior, authority }

/** Somebody who acts in one of the capacities of a file. */
export const as = (capacity: Capacity): Actor => ({
  person: (people[capacity] ?? person("hr-1")).id,
  capacity,
})

/** Terms with a procedure, counted in a territory. */
export const termsOf = (
  procedure: Procedure,
  holidays: CampaignTerms["holidays"] = { territory: "metropole" },
): CampaignTerms => ({
  label: "Entretiens 2026",
  year: 2026,
  referencePeriod: { from: day("2026-01-01"), until: day("2026-12-31") },
  startsOn: day("2026-01-05"),
  interviewsBefore: day("2026-07-01"),
  reportsBy: day("2026-09-30"),
  zone: Zone.make("Europe/Paris"),
  holidays,
  procedure,
  template: managerInterviewTemplate,
  objectives: { minimum: 1, maximum: 5 },
  letterhead: [],
  signature: { place: "Rennes", lines: [] },
  organizer: { name: "Service RH", address: "rh@academie.example" },
})

const sections = managerInterviewTemplate.sections.map(({ section }) => section)
const sectionAt = (place: number) => sections[place] ?? managerInterviewTemplate.sections[0].section

/** A report in which every required section is filled. */
const report: Report = {
  parts: [
    { _tag: "text", section: sectionAt(0), text: "Bilan" },
    { _tag: "objectives", section: sectionAt(1), objectives: [{ text: "Objectif" }] },
    { _tag: "text", section: sectionAt(2), text: "Perspectives" },
    {
      _tag: "training-needs",
      section: sectionAt(3),
      needs: [{ text: "Formation", purpose: "post" }],
    },
  ],
  attachments: [],
}

/** Answers a command, or the refusal. */
export const asked = (state: Interview, command: InterviewCommand) =>
  decide(interviewMachine, command, state)

const after = (state: Interview, command: InterviewCommand): Interview => {
  const answer = asked(state, command)
  if (Result.isFailure(answer)) throw new Error(JSON.stringify(answer.failure))
  return answer.success.reduce(interviewMachine.evolve, state)
}

/** A file and its terms, to be led on. */
export interface Led {
  readonly state: OpenedInterview
  readonly terms: CampaignTerms
}

const led = (state: Interview, terms: CampaignTerms): Led => {
  if (state._tag === "none") throw new Error("the file is not opened")
  return { state, terms }
}

/** Does something to a file. */
export const doing = ({ state, terms }: Led, command: InterviewCommand): Led =>
  led(after(state, command), terms)

/** Opens a file. */
export const opened = (terms: CampaignTerms): Led =>
  led(
    after(interviewMachine.initial, {
      _tag: "openInterview",
      at: instantOn(terms.startsOn),
      by: as("system"),
      campaign: CampaignId.make("campaign-1"),
      type: terms.procedure.type,
      year: terms.year,
      agent,
      superior,
      authority,
    }),
    terms,
  )

/** Proposes a date on a day. */
export const proposed = (file: Led, on: CivilDate, date: CivilDate): Led =>
  doing(file, {
    _tag: "proposeDate",
    at: instantOn(on),
    by: as("superior"),
    terms: file.terms,
    agent,
    meeting: { date },
    enclosures: [
      { kind: "report-template" },
      { kind: "job-description", file: { fileName: "fiche.pdf", key: "k" } },
    ],
    acknowledged: [],
  })

/** Changes the date on a day. */
export const postponed = (file: Led, on: CivilDate, date: CivilDate): Led =>
  doing(file, {
    _tag: "postpone",
    at: instantOn(on),
    by: as("superior"),
    terms: file.terms,
    agent,
    meeting: { date },
    reason,
    acknowledged: [],
  })

/** Records the interview on its day and writes the report. */
export const held = (file: Led, date: CivilDate): Led => {
  const { terms } = file
  const common = { at: instantOn(date), by: as("superior"), terms }
  const recorded = doing(file, {
    _tag: "recordHeld",
    ...common,
    date,
    durationMinutes: 60,
    participants: [agent.id, superior.id],
    discussed: terms.template.sections.map(({ section }) => section),
    acknowledged: [],
  })
  return doing(recorded, { _tag: "draftReport", ...common, report })
}

/** The command that does a step on a day; the scheduler's when the actor is the system. */
export const stepCommand = (
  { terms }: Pick<Led, "terms">,
  step: string,
  { on, by }: { readonly on: CivilDate; readonly by?: Capacity },
): InterviewCommand => {
  const found = terms.procedure.steps.find((one) => one.step === step)
  return {
    _tag: "completeStep",
    at: instantOn(on),
    by: as(by ?? found?.actors[0] ?? "hr-service"),
    terms,
    agent,
    step: id(step),
    ...(found?.kind === "notify"
      ? { notification: { means: "portal", fate: "opened", on } as const }
      : {}),
    acknowledged: [],
  }
}

/** Does a step on a day. */
export const stepped = (file: Led, step: string, on: CivilDate, by?: Capacity): Led =>
  doing(file, stepCommand(file, step, { on, ...(by === undefined ? {} : { by }) }))

/** Opens a file whose interview is held on a day, announced in time. */
export const heldOnDay = (terms: CampaignTerms, date: CivilDate): Led => {
  const on = addDays(noticeDeadline(date, terms.procedure.notice.period, terms.holidays), -1)
  return held(proposed(opened(terms), on, date), date)
}

/** Does the steps on their days, in the order of the procedure; fewer days, fewer steps. */
export const steppedOn = (file: Led, days: ReadonlyArray<CivilDate>): Led =>
  days.reduce((one, on, place) => {
    const step = one.terms.procedure.steps[place]
    return step === undefined ? one : stepped(one, step.step, on)
  }, file)

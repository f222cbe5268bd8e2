/**
 * What the people of an interview do next to have it closed, however far it has gone. The superior
 * and the authority may never act again: the HR service then replaces them.
 */
import { addDays, type CivilDate, type Instant } from "@convoque/core/kernel/calendar"
import { type Actor, PersonId } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import { Reason } from "@convoque/core/kernel/text"
import { difference, filledReport } from "@convoque/testing"
import type { InterviewCommand } from "../../../src/interviews/interview/commands.ts"
import type { Interview } from "../../../src/interviews/interview/state.ts"
import type { CampaignTerms } from "../../../src/interviews/terms/model/campaign-terms.ts"
import type { StepActor } from "../../../src/interviews/terms/model/procedure.ts"

type Open = Exclude<Interview, { readonly _tag: "none" | "closed" | "deleted" }>

const actor = (state: Open, capacity: StepActor): Actor => {
  const people = {
    agent: state.agent.id,
    superior: state.superior.id,
    authority: state.authority.id,
    "hr-service": PersonId.make("hr-1"),
  }
  return { person: people[capacity], capacity }
}

const scheduler: Actor = { person: PersonId.make("scheduler"), capacity: "system" }
const noon = (date: CivilDate) => `${date}T12:00:00.000Z` as Instant

/** Who never acts again; nobody by default. */
export type Gone = ReadonlySet<PersonId>

const nobody: Gone = new Set()

/** Gives a command that the state accepts and that goes on, or nothing at an end. */
export const wayOut = (
  state: Interview,
  terms: CampaignTerms,
  gone: Gone = nobody,
): InterviewCommand | undefined => {
  if (state._tag === "none" || state._tag === "closed" || state._tag === "deleted") return undefined
  const replaced = replacement(state, terms, gone)
  if (replaced !== undefined) return replaced
  const { at } = state.acts.at(-1) ?? state.acts[0]
  const today = at.slice(0, 10) as CivilDate
  const tomorrow = noon(addDays(today, 1))
  const bySuperior = actor(state, "superior")
  const { agent } = state
  switch (state._tag) {
    case "to-schedule":
    case "not-held":
      return {
        _tag: "proposeDate",
        at: tomorrow,
        by: bySuperior,
        terms,
        agent,
        meeting: { date: addDays(today, 70) },
        enclosures: [
          { kind: "report-template" },
          { kind: "job-description", file: { fileName: "fiche.pdf", key: "1" } },
        ],
        acknowledged: [],
      }
    case "proposed": {
      const date = state.meeting.date > today ? state.meeting.date : addDays(today, 1)
      return {
        _tag: "recordHeld",
        at: noon(date),
        by: bySuperior,
        terms,
        date,
        durationMinutes: 60,
        participants: [agent.id, state.superior.id],
        discussed: terms.template.sections.map(({ section }) => section),
        acknowledged: [],
      }
    }
    case "held": {
      const report = filledReport(terms.template)
      return difference(state.draft, report) === undefined
        ? stepBy(state, terms)
        : { _tag: "draftReport", at: tomorrow, by: bySuperior, terms, report }
    }
    case "in-circuit":
      return stepBy(state, terms)
    default:
      return state satisfies never
  }
}

// Who is gone is replaced by somebody who is not, and who is nobody else of the file.
const replacement = (
  state: Open,
  terms: CampaignTerms,
  gone: Gone,
): InterviewCommand | undefined => {
  const { at } = state.acts.at(-1) ?? state.acts[0]
  const act = {
    at: noon(addDays(at.slice(0, 10) as CivilDate, 1)),
    by: actor(state, "hr-service"),
    terms,
    reason: Reason.make("Départ."),
  }
  if (gone.has(state.superior.id)) {
    return { _tag: "replaceSuperior", ...act, superior: personCalled("new-superior") }
  }
  return gone.has(state.authority.id)
    ? { _tag: "replaceAuthority", ...act, authority: personCalled("new-authority") }
    : undefined
}

const personCalled = (key: string): Person => ({
  id: PersonId.make(key),
  givenName: "Aïcha",
  familyName: "Le Bihan",
  quality: "Attachée",
})

// Each does the step on the next day; a completion that lapsed is the scheduler's, what is
// refused as late sends the report back.
const stepBy = (
  state: Extract<Open, { readonly _tag: "held" | "in-circuit" }>,
  terms: CampaignTerms,
): InterviewCommand | undefined => {
  const { at } = state.acts.at(-1) ?? state.acts[0]
  const tomorrow = addDays(at.slice(0, 10) as CivilDate, 1)
  const done = state._tag === "in-circuit" ? state.done.length : 0
  const step = terms.procedure.steps[done]
  if (step === undefined) return undefined
  const due = state._tag === "in-circuit" ? state.next.due : undefined
  const isOver = due !== undefined && due < tomorrow
  const late = isOver ? step.period?.late : undefined
  const by = late === "lapse" ? scheduler : actor(state, step.actors[0] ?? "agent")
  if (late === "refuse") {
    const reason = Reason.make("Délai passé.")
    return { _tag: "returnReport", at: noon(tomorrow), by, terms, reason }
  }
  return {
    _tag: "completeStep",
    at: noon(tomorrow),
    by,
    terms,
    agent: state.agent,
    step: step.step,
    acknowledged: [{ code: "report.objectives-out-of-range", subject: state.agent.id }],
    ...(step.kind === "notify"
      ? { notification: { means: "registered-letter", fate: "delivered", on: tomorrow } }
      : {}),
  }
}

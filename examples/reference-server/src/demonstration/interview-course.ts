/**
 * How far each interview of the demonstration went, and the acts that brought it there, each done by
 * its actor on its day through the use cases.
 */
import { addDays, type CivilDate, weekday } from "@convoque/core/kernel/calendar"
import type { Actor } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import { Reason } from "@convoque/core/kernel/text"
import {
  type CampaignTerms,
  completeStep,
  deleteInterview,
  draftReport,
  type InterviewName,
  keepFile,
  type NotHeldReason,
  proposeDate,
  recordHeld,
  recordNotHeld,
} from "@convoque/core/interviews"
import * as Effect from "effect/Effect"
import { demonstrationReport } from "./interview-report.ts"
import { staff } from "./interview-people.ts"
import { onDay } from "./quiet-past.ts"

/** How far an interview goes; `day` is that of the interview, counted from the campaign's start. */
export type Plan =
  | { readonly _tag: "to-schedule" }
  | { readonly _tag: "deleted" }
  | { readonly _tag: "proposed" | "held" | "drafted"; readonly day: number }
  | { readonly _tag: "not-held"; readonly day: number; readonly reason: NotHeldReason }
  | { readonly _tag: "circuit"; readonly day: number; readonly steps: number }

const proposed = (...days: ReadonlyArray<number>): ReadonlyArray<Plan> =>
  days.map((day) => ({ _tag: "proposed", day }))
const circuit = (steps: number, ...days: ReadonlyArray<number>): ReadonlyArray<Plan> =>
  days.map((day) => ({ _tag: "circuit", day, steps }))
const toSchedule: Plan = { _tag: "to-schedule" }

/** The plans, in the order of the agents: each superior has interviews in several states. */
export const plans: ReadonlyArray<Plan> = [
  ...circuit(6, 14, 16, 19, 21),
  ...circuit(2, 58),
  { _tag: "drafted", day: 74 },
  ...proposed(90, 92),
  toSchedule,
  ...circuit(6, 22, 26, 28),
  ...circuit(1, 72),
  ...circuit(4, 50),
  { _tag: "held", day: 77 },
  ...proposed(93),
  { _tag: "not-held", day: 60, reason: "agent-absent" },
  ...circuit(6, 30),
  ...circuit(3, 55),
  { _tag: "held", day: 79 },
  ...proposed(89, 99),
  toSchedule,
  { _tag: "deleted" },
  ...circuit(6, 33, 35),
  ...circuit(5, 50),
  { _tag: "drafted", day: 72 },
  ...proposed(100),
  { _tag: "not-held", day: 70, reason: "agent-refused" },
  toSchedule,
  ...circuit(6, 40),
  ...circuit(1, 73),
  { _tag: "not-held", day: 63, reason: "superior-absent" },
  ...proposed(96),
  { _tag: "deleted" },
  toSchedule,
  { _tag: "held", day: 75 },
  ...proposed(91),
  toSchedule,
]

/** An interview of the demonstration with its people, and the first day of its campaign. */
export interface Course {
  readonly interview: InterviewName
  readonly agent: Person
  readonly superior: Person
  readonly startsOn: CivilDate
  readonly terms: CampaignTerms
}

/** Does the acts of a plan. */
export const courseOf = Effect.fn("demonstration.course")(function* (course: Course, plan: Plan) {
  const { interview, startsOn } = course
  if (plan._tag === "to-schedule") return
  if (plan._tag === "deleted") {
    const reason = Reason.make("Mobilité de l'agent vers un autre service.")
    const request = { by: service, interview, reason, acknowledged: [] }
    return yield* onDay(workday(addDays(startsOn, 45)), Effect.asVoid(deleteInterview(request)))
  }
  const meeting = workday(addDays(startsOn, plan.day))
  yield* onDay(addDays(meeting, plan._tag === "proposed" ? -20 : -12), propose(course, meeting))
  if (plan._tag === "proposed") return
  const by = superiorOf(course)
  if (plan._tag === "not-held") {
    const missed = recordNotHeld({ by, interview, reason: plan.reason })
    return yield* onDay(workday(addDays(meeting, 1)), Effect.asVoid(missed))
  }
  yield* onDay(meeting, hold(course, meeting))
  if (plan._tag === "held") return
  const report = demonstrationReport(course.terms.template)
  yield* onDay(workday(addDays(meeting, 1)), draftReport({ by, interview, report }))
  if (plan._tag === "circuit") yield* circulate(course, { meeting, steps: plan.steps })
})

const service: Actor = { person: staff.service.id, capacity: "hr-service" }
const authority: Actor = { person: staff.authority.id, capacity: "authority" }
const superiorOf = ({ superior }: Course): Actor => ({ person: superior.id, capacity: "superior" })

// A Saturday or a Sunday becomes the Monday after.
const workday = (date: CivilDate): CivilDate =>
  weekday(date) > 5 ? addDays(date, 8 - weekday(date)) : date

const propose = (course: Course, date: CivilDate) =>
  Effect.gen(function* () {
    const { interview, agent } = course
    const by = superiorOf(course)
    const file = yield* keepFile({
      by,
      interview,
      purpose: "job-description",
      fileName: `fiche-de-poste-${agent.id}.txt`,
      file: {
        bytes: new TextEncoder().encode(`Fiche de poste (exemple) : ${agent.quality}\n`),
        mediaType: "text/plain; charset=utf-8",
      },
    })
    yield* proposeDate({
      by,
      interview,
      meeting: { date, place: "Bureau du responsable", durationMinutes: 60 },
      enclosures: [{ kind: "report-template" }, { kind: "job-description", file }],
      acknowledged: [],
    })
  })

const hold = (course: Course, date: CivilDate) =>
  recordHeld({
    by: superiorOf(course),
    interview: course.interview,
    date,
    durationMinutes: 60,
    participants: [course.agent.id, course.superior.id],
    discussed: course.terms.template.sections.map(({ section }) => section),
    acknowledged: [],
  })

// Days after the interview on which the steps of the memo's circuit are done, in their order.
const stepDays = [4, 8, 12, 14, 17, 20] as const

const circulate = Effect.fnUntraced(function* (
  course: Course,
  { meeting, steps }: { readonly meeting: CivilDate; readonly steps: number },
) {
  const { interview, agent, terms } = course
  const actors: Readonly<Record<string, Actor>> = {
    communicate: superiorOf(course),
    complete: { person: agent.id, capacity: "agent" },
    endorse: authority,
    notify: service,
    sign: { person: agent.id, capacity: "agent" },
    file: service,
  }
  for (const [index, { step, kind }] of terms.procedure.steps.slice(0, steps).entries()) {
    const day = workday(addDays(meeting, stepDays[index] ?? 0))
    const notification = { means: "handed-over", fate: "delivered", on: day } as const
    const done = completeStep({
      by: actors[kind] ?? service,
      interview,
      step,
      acknowledged: [],
      ...(kind === "notify" ? { notification } : {}),
    })
    yield* onDay(day, done)
  }
})

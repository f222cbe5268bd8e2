/**
 * What the direct superior does: prepare, propose a date, hold the interview, write the report,
 * answer a request of revision.
 *
 * @requirement ENT-05
 * @requirement ENT-06
 * @requirement ENT-09
 * @requirement ENT-14
 * @requirement ENT-22
 */
import * as Effect from "effect/Effect"
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { PersonId } from "../../../kernel/identity.ts"
import type { Acknowledgement } from "../../../kernel/refusal.ts"
import type { Reason } from "../../../kernel/text.ts"
import type {
  DurationMinutes,
  Enclosure,
  Meeting,
  NotHeldReason,
  Report,
} from "../../interview/model.ts"
import type { SectionId } from "../../terms/model/report-template.ts"
import { actOnInterview, type OnInterview, readPerson } from "../act.ts"

/** Keeps the superior's preparation notes, one a point of the template, in its order. */
export const prepareInterview = Effect.fn("interviews.prepareInterview")(function* (
  request: OnInterview & { readonly notes: ReadonlyArray<string> },
) {
  const { notes } = request
  return yield* actOnInterview(request, ({ terms, act }) =>
    Effect.succeed({ command: { _tag: "prepareInterview", ...act, terms, notes } }),
  )
})

/** Proposes a date to the agent, with the documents that the procedure asks. */
export const proposeDate = Effect.fn("interviews.proposeDate")(function* (
  request: OnInterview & {
    readonly meeting: Meeting
    readonly enclosures: ReadonlyArray<Enclosure>
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
) {
  const { interview, meeting, enclosures, acknowledged } = request
  return yield* actOnInterview(request, ({ state, terms, act }) =>
    Effect.map(readPerson(interview.tenant, state.agent), (agent) => ({
      command: { _tag: "proposeDate", ...act, terms, agent, meeting, enclosures, acknowledged },
    })),
  )
})

/** Changes the date, as an exception; the notice runs again. */
export const postpone = Effect.fn("interviews.postpone")(function* (
  request: OnInterview & {
    readonly meeting: Meeting
    readonly reason: Reason
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
) {
  const { interview, meeting, reason, acknowledged } = request
  return yield* actOnInterview(request, ({ state, terms, act }) =>
    Effect.map(readPerson(interview.tenant, state.agent), (agent) => ({
      command: { _tag: "postpone", ...act, terms, agent, meeting, reason, acknowledged },
    })),
  )
})

/** Withdraws the date; the interview is to be scheduled again. */
export const unplan = Effect.fn("interviews.unplan")(function* (
  request: OnInterview & { readonly reason: Reason },
) {
  const { interview, reason } = request
  return yield* actOnInterview(request, ({ state, terms, act }) =>
    Effect.map(readPerson(interview.tenant, state.agent), (agent) => ({
      command: { _tag: "unplan", ...act, terms, agent, reason },
    })),
  )
})

/** Says that the interview took place, between whom, how long, and what was discussed. */
export const recordHeld = Effect.fn("interviews.recordHeld")(function* (
  request: OnInterview & {
    readonly date: CivilDate
    readonly durationMinutes: DurationMinutes
    readonly participants: ReadonlyArray<PersonId>
    readonly discussed: ReadonlyArray<SectionId>
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
) {
  const { date, durationMinutes, participants, discussed, acknowledged } = request
  return yield* actOnInterview(request, ({ terms, act }) =>
    Effect.succeed({
      command: {
        _tag: "recordHeld",
        ...act,
        terms,
        date,
        durationMinutes,
        participants,
        discussed,
        acknowledged,
      },
    }),
  )
})

/** Says that the interview did not take place on its date. */
export const recordNotHeld = Effect.fn("interviews.recordNotHeld")(function* (
  request: OnInterview & { readonly reason: NotHeldReason; readonly details?: Reason | undefined },
) {
  const { reason, details } = request
  return yield* actOnInterview(request, ({ terms, act }) =>
    Effect.succeed({
      command: {
        _tag: "recordNotHeld",
        ...act,
        terms,
        reason,
        ...(details === undefined ? {} : { details }),
      },
    }),
  )
})

/** Writes the superior's part of the report, replacing his earlier draft. */
export const draftReport = Effect.fn("interviews.draftReport")(function* (
  request: OnInterview & { readonly report: Report },
) {
  const { report } = request
  return yield* actOnInterview(request, ({ terms, act }) =>
    Effect.succeed({ command: { _tag: "draftReport", ...act, terms, report } }),
  )
})

/** Answers the agent's request of revision: revises the report, or maintains it. */
export const answerRevision = Effect.fn("interviews.answerRevision")(function* (
  request: OnInterview & { readonly accepted: boolean; readonly reason: Reason },
) {
  const { accepted, reason } = request
  return yield* actOnInterview(request, ({ terms, act }) =>
    Effect.succeed({ command: { _tag: "answerRevision", ...act, terms, accepted, reason } }),
  )
})

/**
 * What happens without anybody: a period ends without its act, a closed report goes to the personnel
 * file. The scheduler asks for it as often as it likes; a task that fails waits for the next time.
 *
 * @requirement ENT-23
 * @requirement ENT-26
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { CivilDate, Zone } from "../../kernel/calendar.ts"
import type { Actor, PersonId, TenantId } from "../../kernel/identity.ts"
import type { Cursor, Page, View } from "../../kernel/listing.ts"
import { Storage, Views } from "../../kernel/ports.ts"
import { appealRef, type InterviewName } from "../aggregates.ts"
import { unfiledReports } from "../appeal/rules/final-reports.ts"
import { appeals, finalReportsToFile, unansweredAppeals } from "../appeal/views.ts"
import { interviewTasks } from "../interview/views.ts"
import { actOnInterview, todayIn } from "./act.ts"
import { interviewsOfKeys } from "./campaign/pages.ts"
import { fileFinalReport, fileReport } from "./hand-over.ts"
import { recordFinalHandOver, recordNoAnswer } from "./interview/appeals.ts"
import { completeStep } from "./interview/circuit.ts"
import { loadInterview } from "./interview/reading.ts"

/** The scheduler as an author of acts. */
export const scheduler: Actor = { person: "scheduler" as PersonId, capacity: "system" }

/** How many tasks were done, and how many will be tried again. */
export interface Done {
  readonly done: number
  readonly failed: number
}

/** Ends the steps whose period is over and that go on without their actor. */
export const lapseSteps = Effect.fn("interviews.lapseSteps")(function* (tenant: TenantId) {
  const names = yield* namesIn(interviewTasks, tenant, {
    scope: "lapse",
    until: yield* lastDayOver,
  })
  return yield* each(names, (interview) =>
    Effect.gen(function* () {
      const { state, terms } = yield* loadInterview(interview)
      if (state._tag !== "in-circuit" || state.next.due === undefined) return false
      // The day is counted at the place of the campaign: elsewhere it may still be yesterday.
      if ((yield* todayIn(terms)) <= state.next.due) return false
      const { step } = state.next
      yield* completeStep({ by: scheduler, interview, step, acknowledged: [] })
      return true
    }),
  )
})

/** Hands the closed reports to the personnel file; repeating it is harmless. */
export const handOverReports = Effect.fn("interviews.handOverReports")(function* (
  tenant: TenantId,
) {
  const names = yield* namesIn(interviewTasks, tenant, { scope: "hand-over" })
  return yield* each(names, handOver)
})

/** Hands the final reports that their agents acknowledged to the personnel file. */
export const handOverFinalReports = Effect.fn("interviews.handOverFinalReports")(function* (
  tenant: TenantId,
) {
  const names = yield* namesIn(appeals, tenant, { scope: finalReportsToFile })
  return yield* each(names, handOverFinal)
})

const handOverFinal = (interview: InterviewName) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const [{ state, version }] = yield* storage.load([appealRef(interview)])
    const [revised] = unfiledReports(state)
    const { state: read, terms } = yield* loadInterview(interview)
    if (revised === undefined || read._tag === "deleted") return false
    yield* fileFinalReport(interview, revised, terms)
    const { revisedOn } = revised.final
    yield* recordFinalHandOver({ by: scheduler, interview, seen: version, revisedOn })
    return true
  })

const handOver = (interview: InterviewName) =>
  Effect.gen(function* () {
    const { state, terms, version } = yield* loadInterview(interview)
    if (state._tag !== "closed") return false
    yield* fileReport(interview, state, terms)
    // What was corrected since it was read is handed over again.
    const seen = { by: scheduler, interview, seen: version }
    yield* actOnInterview(seen, ({ terms: current, act }) =>
      Effect.succeed({ command: { _tag: "recordHandOver", ...act, terms: current } }),
    )
    return true
  })

/** Records that an authority let its period pass, for each appeal that it did not answer in time. */
export const recordSilences = Effect.fn("interviews.recordSilences")(function* (tenant: TenantId) {
  const names = yield* namesIn(appeals, tenant, {
    scope: unansweredAppeals,
    until: yield* lastDayOver,
  })
  return yield* each(names, (interview) =>
    Effect.gen(function* () {
      const storage = yield* Storage
      const [{ state }] = yield* storage.load([appealRef(interview)])
      if (state._tag !== "lodged" || (yield* todayIn(state)) <= state.answerBy) return false
      // Nothing more can be done with the appeal of an interview that was deleted.
      if ((yield* loadInterview(interview)).state._tag === "deleted") return false
      yield* recordNoAnswer({ by: scheduler, interview })
      return true
    }),
  )
})

const pageLength = 500

// No place of the world is more than a day ahead of Greenwich: what ends later is over nowhere.
const lastDayOver = todayIn({ zone: "Etc/UTC" as Zone })

interface Wanted {
  readonly scope: string
  /** The last day of what is wanted; without it all of it is. */
  readonly until?: CivilDate
}

const namesIn = <State, Row extends { readonly due: CivilDate | null }>(
  view: View<State, Row>,
  tenant: TenantId,
  { scope, until }: Wanted,
) =>
  Effect.gen(function* () {
    const views = yield* Views
    const names: Array<InterviewName> = []
    let after: Cursor | undefined
    do {
      const page: Page<Row> = yield* views.page(view, tenant, {
        scope,
        filters: {},
        sort: { column: "due", direction: "ascending" },
        limit: pageLength,
        ...(after === undefined ? {} : { after }),
      })
      const due = page.rows.filter(({ row }) => until === undefined || (row.due ?? "") <= until)
      const keys = due.map(({ key }) => key)
      names.push(...interviewsOfKeys(tenant, keys))
      after = due.length < page.rows.length ? undefined : page.next
    } while (after !== undefined)
    return names
  })

// One that fails, whatever the reason, must not keep the others from being done.
const each = <E, R>(
  names: ReadonlyArray<InterviewName>,
  act: (name: InterviewName) => Effect.Effect<boolean, E, R>,
): Effect.Effect<Done, never, R> =>
  Effect.gen(function* () {
    let done = 0
    let failed = 0
    for (const name of names) {
      const outcome = yield* Effect.result(act(name))
      if (Result.isFailure(outcome)) failed += 1
      else if (outcome.success) done += 1
    }
    return { done, failed }
  })

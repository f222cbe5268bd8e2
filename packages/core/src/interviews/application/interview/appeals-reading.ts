/**
 * What people read of an appeal: the appeal itself, its file on paper, the final report; and the
 * appeals that an authority answers.
 *
 * @requirement ENT-27
 */
import * as Effect from "effect/Effect"
import type { Actor, TenantId } from "../../../kernel/identity.ts"
import type { ListQuery } from "../../../kernel/listing.ts"
import { Storage, Views } from "../../../kernel/ports.ts"
import { appealRef, type InterviewName } from "../../aggregates.ts"
import { appealDocument, finalReportDocument } from "../../appeal/documents.ts"
import { lastRevised } from "../../appeal/rules/final-reports.ts"
import type { AppealRefusal } from "../../appeal/refusals.ts"
import { appeals, appealsOfAuthority } from "../../appeal/views.ts"
import { InterviewsSetup } from "../../ports.ts"
import { unknownAppeal } from "./appeal-act.ts"
import { readInterview, type Reading } from "./reading.ts"

/** Gives the appeal of an interview to who may read the interview. */
export const consultAppeal = Effect.fn("interviews.consultAppeal")(function* (reading: Reading) {
  return yield* readInterview(reading, "interview-appeal", () => loadAppeal(reading.interview))
})

/** Gives the file of an appeal on paper, step by step. */
export const readAppealDocument = Effect.fn("interviews.readAppealDocument")(function* (
  reading: Reading,
) {
  const { wording } = yield* InterviewsSetup
  return yield* readInterview(reading, "interview-appeal", ({ terms }) =>
    Effect.map(loadAppeal(reading.interview), ({ state }) => ({
      content: appealDocument(state, terms, wording),
      fileName: wording.appeal.fileName(state.agent.id, state.year),
    })),
  )
})

/** Gives the final report, once the authority revised the first one. */
export const readFinalReport = Effect.fn("interviews.readFinalReport")(function* (
  reading: Reading,
) {
  const { wording } = yield* InterviewsSetup
  return yield* readInterview(reading, "interview-final-report", ({ terms }) =>
    Effect.flatMap(loadAppeal(reading.interview), ({ state }) => {
      const revised = lastRevised(state)
      return revised === undefined
        ? Effect.fail<AppealRefusal>({ _tag: "appeal.no-revised-report" })
        : Effect.succeed({
            content: finalReportDocument(revised, terms, wording),
            fileName: wording.documents.report.finalFileName(state.agent.id, state.year),
          })
    }),
  )
})

/**
 * Gives the appeals that the reader answers as an authority. Nobody reads the list for somebody
 * else: a delegation holds on days of a place, and a list has no place.
 */
export const listAppeals = Effect.fn("interviews.listAppeals")(function* (
  { by, tenant }: { readonly by: Actor; readonly tenant: TenantId },
  query: Omit<ListQuery, "scope">,
) {
  if (by.capacity !== "authority" || by.onBehalfOf !== undefined) {
    return yield* Effect.fail<AppealRefusal>({
      _tag: "actor.not-allowed",
      command: "listAppeals",
      capacity: by.capacity,
    })
  }
  const views = yield* Views
  const scope = appealsOfAuthority(by.person)
  return yield* views.page(appeals, tenant, { ...query, scope })
})

const loadAppeal = (interview: InterviewName) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const [{ state, version }] = yield* storage.load([appealRef(interview)])
    return state._tag === "none" ? yield* Effect.fail(unknownAppeal(interview)) : { state, version }
  })

/** The personnel of a school: the list with its filters by period, and its files (PER-03 to PER-13). */
import {
  listStaff,
  proposedMissionYears,
  type StaffAsked,
  staffLists,
  staffSheet,
} from "@convoque/core/exam-missions"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import { shown } from "../campaigns/visit.ts"
import { staffPage } from "../pages/exam-missions/staff.ts"
import { askedOf, periodIn } from "./asked.ts"
import { sentenceOf } from "./refused.ts"
import { type ExamVisit, type ExamVisited, messages } from "./visit.ts"

/** Answers the list. */
export const staffVisit = (visit: ExamVisit): ExamVisited =>
  Effect.gen(function* () {
    const { by, tenant, school, query: fields } = visit
    const listing = { by, tenant, school, list: "staff" } as const
    const { query, faults } = askedOf(fields, staffLists.staff.columns, "family-name")
    const asked = periodIn(fields)
    const periods: StaffAsked["periods"] =
      asked?.period === undefined ? {} : { [asked.kind]: asked.period }
    const { page, refusal } = yield* listStaff(listing, { ...query, periods }).pipe(
      Effect.map((found) => ({ page: found, refusal: undefined as Refusal | undefined })),
      // The filter is not applied, and says why beside its field.
      Effect.catchTag("period.end-before-start", (reversed) =>
        Effect.map(listStaff(listing, query), (found) => ({ page: found, refusal: reversed })),
      ),
    )
    const fault = refusal && sentenceOf(refusal)?.sentence
    const wrong = [...Object.values(asked?.faults ?? {}), ...(fault === undefined ? [] : [fault])]
    const all = [...faults, ...new Set(wrong)]
    return shown(
      staffPage({
        visit,
        page,
        sort: query.sort,
        sheet: yield* staffSheet(listing),
        years: yield* proposedMissionYears(listing),
        asked:
          asked === undefined || fault === undefined
            ? asked
            : { ...asked, faults: { until: fault }, period: undefined },
        messages: messages(visit, "Erreur", all),
      }),
      all.length === 0 ? 200 : 422,
    )
  })

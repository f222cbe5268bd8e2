/**
 * The exam missions of the demonstration: registers filled by the real imports, activities and entry
 * windows opened. What is there already, from an earlier start, stays as it is.
 */
import {
  assignments,
  importRegister,
  importUnavailabilities,
  openActivity,
  openEntries,
  SchoolActivity,
} from "@convoque/core/exam-missions"
import {
  type CivilDate,
  schoolYearOf,
  schoolYearStart,
  yearOf,
} from "@convoque/core/kernel/calendar"
import type { Actor, TenantId } from "@convoque/core/kernel/identity"
import { Settings } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { registerFiles, unavailabilityFiles } from "../demonstration/exam-missions/files.ts"
import { division } from "./accounts.ts"
import { generation } from "./work.ts"

const dec: Actor = { person: division.id, capacity: "exams-division" }

/**
 * Fills the registers of a school year, opens activities and windows, and generates competences. Of
 * several starts in the same school year only the first does anything.
 */
export const openExamMissions = Effect.fn("demonstration.examMissions")(function* (
  tenant: TenantId,
  today: CivilDate,
) {
  const settings = yield* Settings
  const year = schoolYearOf(today)
  if ((yield* settings.get(tenant, opened)) === year) return
  const by = { by: dec, tenant }
  const began = yearOf(schoolYearStart(year))
  for (const { register, csv } of registerFiles(began)) {
    // Periods known before anybody is assigned send no mail.
    if (register === assignments.name) yield* importPeriods(tenant, began)
    yield* importRegister({
      ...by,
      register,
      bytes: bytesOf(csv),
      dryRun: false,
      // A new school year has other missions.
      acknowledged: [{ code: "import.removals-to-confirm", subject: register }],
    })
  }
  // Those of exam centres have no page yet: they stay closed until the exams division opens them.
  for (const activity of SchoolActivity.literals) yield* openActivity({ ...by, activity })
  yield* openEntries({ ...by, year })
  yield* generation(tenant)
  yield* settings.put(tenant, opened, year)
})

const opened = "demonstration.exam-missions"

const importPeriods = (tenant: TenantId, began: number) =>
  Effect.forEach(
    unavailabilityFiles(began),
    ({ source, csv }) =>
      importUnavailabilities({
        by: dec,
        tenant,
        source,
        bytes: bytesOf(csv),
        dryRun: false,
        acknowledged: [{ code: "import.removals-to-confirm", subject: "unavailability" }],
      }),
    { discard: true },
  )

const bytesOf = (text: string): Stream.Stream<Uint8Array> =>
  Stream.make(new TextEncoder().encode(text))

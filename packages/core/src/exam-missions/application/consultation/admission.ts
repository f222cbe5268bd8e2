/**
 * Who may consult which personnel: a school its own, the exams division any school or the whole
 * academy, each as long as the activity is open to it.
 *
 * @requirement PER-01
 * @requirement UI-08
 * @requirement UI-34
 */
import * as Effect from "effect/Effect"
import { shortDateTime } from "../../../kernel/calendar.ts"
import type { Actor, TenantId, Uai } from "../../../kernel/identity.ts"
import type { Registers, Storage, StorageUnavailable } from "../../../kernel/ports.ts"
import type { ActivityId } from "../../activity/model.ts"
import type { ActivityRefusal } from "../../activity/refusals.ts"
import type { StaffPaper } from "../../consultation/documents.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import { now, readableSchool, requireActivity, requireManagement } from "../act.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import { schoolNames } from "../schools.ts"

/** Who consults the personnel of which school; of the whole academy without school. */
export interface InStaff {
  readonly by: Actor
  readonly tenant: TenantId
  readonly school?: Uai | undefined
}

/** The ways in which consulting can end otherwise than well. */
export type ConsultationFailure = ActivityRefusal | ApplicationRefusal | StorageUnavailable

/**
 * Lets somebody consult a school or the academy. The whole academy is for the management service;
 * another school than one's own is refused as unknown.
 */
export const admitted = (
  { by, tenant, school }: InStaff,
  activity: ActivityId,
): Effect.Effect<void, ConsultationFailure, Storage> =>
  Effect.gen(function* () {
    if (school !== undefined) yield* readableSchool(by, school)
    else yield* requireManagement(by, "consultAcademy")
    yield* requireActivity(tenant, by, activity)
  })

/** Gives what stands at the head of pages: the school with its UAI, or the academy. */
export const pageHead = ({
  tenant,
  school,
}: InStaff): Effect.Effect<string, StorageUnavailable, Registers | ExamMissionsSetup> =>
  Effect.gen(function* () {
    const { wording, academy } = yield* ExamMissionsSetup
    if (school === undefined) return wording.staff.academy(academy)
    const names = yield* schoolNames(tenant, [school])
    return wording.staff.school(names.get(school) ?? wording.staff.academy(academy), school)
  })

/** Gives what every paper on the personnel has: texts, head of pages, moment of the edition. */
export const staffPaper = (
  request: InStaff,
): Effect.Effect<StaffPaper, StorageUnavailable, Registers | ExamMissionsSetup> =>
  Effect.gen(function* () {
    const { wording, zone, academy } = yield* ExamMissionsSetup
    return {
      words: wording.staff,
      runningHead: yield* pageHead(request),
      author: wording.staff.academy(academy),
      edition: shortDateTime(yield* now, zone),
    }
  })

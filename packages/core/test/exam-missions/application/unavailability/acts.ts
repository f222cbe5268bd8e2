/** What schools ask in the tests of unavailability. */
import {
  declareUnavailability,
  deleteUnavailability,
  type Origin,
  readUnavailabilities,
} from "@convoque/core/exam-missions"
import type { Uai } from "@convoque/core/kernel/identity"
import {
  aspet,
  headOf,
  reason,
  schoolOrigin,
  shared,
  tenant,
  week,
} from "../../unavailability/given.ts"

export const declares = (
  change: Partial<Parameters<typeof declareUnavailability>[0]> = {},
  school: Uai = aspet,
) =>
  declareUnavailability({
    by: headOf(school),
    tenant,
    school,
    person: shared,
    period: week,
    reason: reason("STAGE DE FORMATION CONTINUE"),
    ...change,
  })

export const deletes = (school: Uai, origin: Origin = schoolOrigin(aspet), of = shared) =>
  deleteUnavailability({ by: headOf(school), tenant, school, person: of, origin, period: week })

export const reads = (school: Uai, of = shared) =>
  readUnavailabilities(
    { by: headOf(school), tenant, person: of, school },
    { filters: {}, sort: { column: "start", direction: "descending" }, limit: 50 },
  )

/**
 * The periods of one person as a school follows them, under the recap of that person.
 *
 * @requirement PER-24, PER-25, IND-01, IND-07, IND-08, IND-11
 */
import * as Effect from "effect/Effect"
import type { Uai } from "../../../kernel/identity.ts"
import type { ListQuery, Page } from "../../../kernel/listing.ts"
import { Views } from "../../../kernel/ports.ts"
import type { StaffLine } from "../../consultation/model.ts"
import { StaffDirectory } from "../../ports.ts"
import {
  personScope,
  unavailabilities,
  type UnavailabilityLine,
  unavailabilityLine,
} from "../../unavailability/views.ts"
import { readableSchool, requireActivity } from "../act.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import type { OnPerson } from "./declaring.ts"

/** The periods of a person: who it is, and one page of the list. */
export interface PersonPeriods {
  readonly person: StaffLine
  readonly page: Page<UnavailabilityLine>
}

/**
 * Gives one page of the periods of a member of a school's personnel. The same list is shown by the
 * entry of unavailability and by the consultation of personnel: `activity` is the one in use.
 */
export const readUnavailabilities = Effect.fn("exam-missions.readUnavailabilities")(function* (
  request: OnPerson & {
    readonly school: Uai
    readonly activity: "unavailability-entry" | "staff-consultation"
  },
  query: Omit<ListQuery, "scope">,
) {
  const { by, tenant, person, activity } = request
  const school = yield* readableSchool(by, request.school)
  yield* requireActivity(tenant, by, activity)
  const directory = yield* StaffDirectory
  const member = yield* directory.member(tenant, school, person)
  if (member === undefined) {
    return yield* Effect.fail<ApplicationRefusal>({ _tag: "person.not-in-school", person, school })
  }
  const views = yield* Views
  const page = yield* views.page(unavailabilities, tenant, {
    ...query,
    scope: personScope(person),
  })
  const reader = by.capacity === "school-head" ? by.school : undefined
  const periods: PersonPeriods = {
    person: member,
    page: {
      ...page,
      rows: page.rows.map(({ key, row }) => ({ key, row: unavailabilityLine(row, reader) })),
    },
  }
  return periods
})

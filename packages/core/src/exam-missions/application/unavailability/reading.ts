/**
 * The periods of one person as a school follows them, under the recap of that person. Every reading
 * leaves a trace: a reason may tell of somebody's health.
 *
 * @requirement PER-25, IND-01, IND-07, IND-08, IND-11
 */
import * as Effect from "effect/Effect"
import type { Uai } from "../../../kernel/identity.ts"
import type { ListQuery, Page } from "../../../kernel/listing.ts"
import { type AccessLog, Storage, type StorageUnavailable, Views } from "../../../kernel/ports.ts"
import type { ActivityRefusal } from "../../activity/refusals.ts"
import { unavailabilityRef } from "../../aggregates.ts"
import type { StaffLine } from "../../consultation/model.ts"
import { ExamMissionsSetup, StaffDirectory } from "../../ports.ts"
import type { Origin, UnavailabilityPeriod } from "../../unavailability/model.ts"
import type { UnavailabilityRefusal } from "../../unavailability/refusals.ts"
import {
  personScope,
  unavailabilities,
  type UnavailabilityLine,
  unavailabilityLine,
  unavailabilityRow,
} from "../../unavailability/views.ts"
import { readableSchool, requireActivity } from "../act.ts"
import { traced } from "../consultation/admission.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import type { OnPerson } from "./declaring.ts"

/** Whose periods are entered: the recap of the person, the reasons proposed. */
export interface EntryRecap {
  readonly person: StaffLine
  readonly suggestions: ReadonlyArray<string>
}

/** Gives the recap of a member of a school's personnel, and the reasons proposed. */
export const readEntryRecap = Effect.fn("exam-missions.readEntryRecap")(function* (
  request: OnPerson,
) {
  const person = yield* memberOf(request)
  const { wording } = yield* ExamMissionsSetup
  const recap: EntryRecap = { person, suggestions: wording.unavailability.suggestions }
  return recap
})

/** Gives one page of the periods of a member of a school's personnel, under his or her recap. */
export const readUnavailabilities = Effect.fn("exam-missions.readUnavailabilities")(function* (
  request: OnPerson,
  query: Omit<ListQuery, "scope">,
) {
  const person = yield* memberOf(request)
  const views = yield* Views
  const scope = personScope(request.person)
  const { rows, ...counted } = yield* views.page(unavailabilities, request.tenant, {
    ...query,
    scope,
  })
  const reader = deletingSchool(request)
  const page: Page<UnavailabilityLine> = {
    ...counted,
    rows: rows.map(({ key, row }) => ({ key, row: unavailabilityLine(row, reader) })),
  }
  return { person, page }
})

/** Gives one period with its version and, when another academy convened the person, the recap. */
export const readUnavailability = Effect.fn("exam-missions.readUnavailability")(function* (
  request: OnPerson & { readonly origin: Origin; readonly period: UnavailabilityPeriod },
) {
  yield* memberOf(request)
  const { tenant, person, origin, period } = request
  const name = { person, origin, period }
  const storage = yield* Storage
  const [{ state, version }] = yield* storage.load([unavailabilityRef(tenant, name)])
  if (state._tag !== "declared" && state._tag !== "imported") {
    return yield* Effect.fail<UnavailabilityRefusal>({ _tag: "unavailability.unknown", ...name })
  }
  return { line: unavailabilityLine(unavailabilityRow(state), deletingSchool(request)), version }
})

const memberOf = (
  request: OnPerson,
): Effect.Effect<
  StaffLine,
  ActivityRefusal | ApplicationRefusal | StorageUnavailable,
  Storage | StaffDirectory | AccessLog
> =>
  Effect.gen(function* () {
    const { by, tenant, school, person } = request
    yield* readableSchool(by, school)
    yield* requireActivity(tenant, by, "unavailability-entry")
    const directory = yield* StaffDirectory
    const member = yield* directory.member(tenant, school, person)
    if (member === undefined) {
      return yield* Effect.fail<ApplicationRefusal>({
        _tag: "person.not-in-school",
        person,
        school,
      })
    }
    yield* traced(request, "unavailability-entry", person)
    return member
  })

const deletingSchool = ({ by }: OnPerson): Uai | undefined =>
  by.capacity === "school-head" ? by.school : undefined

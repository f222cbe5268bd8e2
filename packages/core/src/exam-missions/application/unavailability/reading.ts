/**
 * The periods of one person as a school follows them, under the recap of that person. Every reading
 * leaves a trace: a reason may tell of somebody's health.
 *
 * @requirement PER-25, IND-01, IND-07, IND-08, IND-11
 */
import * as Effect from "effect/Effect"
import type { Uai } from "../../../kernel/identity.ts"
import { type ListQuery, type ListRefusal, type Page, pageOf } from "../../../kernel/listing.ts"
import { type AccessLog, Storage, type StorageUnavailable, Views } from "../../../kernel/ports.ts"
import type { ActivityRefusal } from "../../activity/refusals.ts"
import { unavailabilityRef } from "../../aggregates.ts"
import type { StaffLine } from "../../consultation/model.ts"
import { ExamMissionsSetup, StaffDirectory } from "../../ports.ts"
import type { Origin, UnavailabilityPeriod } from "../../unavailability/model.ts"
import type { UnavailabilityRefusal } from "../../unavailability/refusals.ts"
import { isDeletableBy } from "../../unavailability/rules.ts"
import {
  periodEntry,
  personScope,
  unavailabilities,
  type UnavailabilityLine,
  unavailabilityLine,
  type UnavailabilityRow,
  unavailabilityRow,
} from "../../unavailability/views.ts"
import { readableSchool, requireActivity } from "../act.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import { traced } from "../traces.ts"
import type { OnPerson } from "./declaring.ts"
import { allPeriods, type ListedPeriod } from "./periods.ts"

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

/**
 * Gives one page of the periods of a member of a school's personnel, under his or her recap. Of
 * somebody who has left the school it gives those that the school declared, without recap; when there
 * is none the person is not in the school.
 */
export const readUnavailabilities = Effect.fn("exam-missions.readUnavailabilities")(function* (
  request: OnPerson,
  query: Omit<ListQuery, "scope">,
) {
  const person = yield* memberOf(request).pipe(
    Effect.catchTag("person.not-in-school", (refusal) => leaverOf(request, refusal)),
  )
  const views = yield* Views
  const scope = personScope(request.person)
  const reader = deletingSchool(request)
  if (person === null) {
    const known = yield* allPeriods(request.tenant, scope)
    const own = known.filter(({ row }) => unavailabilityLine(row, reader).deletable)
    return { person, page: ofReader(yield* paged(own, { ...query, scope }), reader) }
  }
  const page = yield* views.page(unavailabilities, request.tenant, { ...query, scope })
  return { person, page: ofReader(page, reader) }
})

const ofReader = (
  { rows, ...counted }: Page<UnavailabilityRow>,
  reader: Uai | undefined,
): Page<UnavailabilityLine> => ({
  ...counted,
  rows: rows.map(({ key, row }) => ({ key, row: unavailabilityLine(row, reader) })),
})

// Who declared nothing learns nothing of somebody elsewhere.
const leaverOf = (
  request: OnPerson,
  refusal: Extract<ApplicationRefusal, { readonly _tag: "person.not-in-school" }>,
) =>
  Effect.gen(function* () {
    const reader = deletingSchool(request)
    const known = yield* allPeriods(request.tenant, personScope(request.person))
    if (!known.some(({ row }) => unavailabilityLine(row, reader).deletable)) {
      return yield* Effect.fail(refusal)
    }
    yield* traced(request, "unavailability-entry", request.person)
    return null
  })

const paged = (own: ReadonlyArray<ListedPeriod>, query: ListQuery) => {
  const { column } = query.sort
  const [filter] = Object.keys(query.filters)
  if (!unavailabilities.sortColumns.includes(column)) {
    const known = unavailabilities.sortColumns
    return Effect.fail<ListRefusal>({ _tag: "list.unknown-sort-key", key: column, known })
  }
  if (filter !== undefined) {
    return Effect.fail<ListRefusal>({ _tag: "list.unknown-filter", filter, known: [] })
  }
  const entries = own.map(({ key, row }) => ({ ...periodEntry(row), key }))
  return Effect.succeed(pageOf(entries, query))
}

/** Gives one period with its version and, when another academy convened the person, the recap. */
export const readUnavailability = Effect.fn("exam-missions.readUnavailability")(function* (
  request: OnPerson & { readonly origin: Origin; readonly period: UnavailabilityPeriod },
) {
  const { by, tenant, school, person, origin, period } = request
  // A school reads what it declared, also of somebody who has left it since: to delete it.
  if (by.school === school && isDeletableBy(origin, school)) {
    yield* requireActivity(tenant, by, "unavailability-entry")
    yield* traced(request, "unavailability-entry", person)
  } else yield* memberOf(request)
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

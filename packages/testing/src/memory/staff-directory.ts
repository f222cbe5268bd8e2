/** The personnel of schools in memory: made of registers and lists at each question. */
import {
  assignments,
  competences,
  localMinute,
  people,
  personScope,
  posts,
  StaffDirectory,
  staffEntries,
  staffSortRefusal,
  type StaffSources,
  unavailabilities,
} from "@convoque/core/exam-missions"
import type { TenantId } from "@convoque/core/kernel/identity"
import { type ListRefusal, pageOf } from "@convoque/core/kernel/listing"
import { Registers, type StorageUnavailable, Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"

/**
 * The directory over any registers and lists. It reads all of them for each question: for tests, and
 * to compare other directories with.
 */
export const layerStaffDirectoryMemory: Layer.Layer<StaffDirectory, never, Registers | Views> =
  Layer.effect(
    StaffDirectory,
    Effect.gen(function* () {
      const registers = yield* Registers
      const views = yield* Views
      const sources = sourcesIn(registers, views)
      return StaffDirectory.of({
        page: (tenant, { school, period, ...query }) => {
          const refusal = staffSortRefusal(query.columns, query.sort)
          if (refusal !== undefined) return Effect.fail(refusal)
          const selection = {
            columns: query.columns,
            ...(school === undefined ? {} : { school }),
            ...(period === undefined ? {} : { period }),
          }
          return Effect.map(sources(tenant), (found) =>
            pageOf(staffEntries(found, selection), { ...query, scope: "", filters: {} }),
          )
        },
        member: (tenant, school, person) =>
          Effect.map(
            sources(tenant),
            (found) =>
              staffEntries(found, {
                school,
                columns: ["family-name", "last-convened-on", "competences-defined"],
              }).find(({ key }) => key === person)?.row,
          ),
      })
    }),
  )

const sourcesIn =
  (registers: Registers["Service"], views: Views["Service"]) =>
  (tenant: TenantId): Effect.Effect<StaffSources, StorageUnavailable> =>
    Effect.gen(function* () {
      const known = yield* Stream.runCollect(registers.all(tenant, people))
      const scope = known.map(({ person }) => personScope(person))
      const periods = yield* views.page(unavailabilities, tenant, { ...whole, scope })
      const byAgent = { ...whole.sort, column: "agent" }
      const defined = yield* views.page(competences, tenant, { ...whole, sort: byAgent, scope })
      return {
        people: known,
        posts: yield* Stream.runCollect(registers.all(tenant, posts)),
        assignments: yield* Stream.runCollect(registers.all(tenant, assignments)),
        unavailabilities: periods.rows.map(({ row: { person, start, end } }) => ({
          person,
          start: localMinute(start),
          end: localMinute(end),
        })),
        competent: new Set(defined.rows.map(({ row }) => row.agent)),
      }
    }).pipe(Effect.catchIf(isUnknown, Effect.die))

const whole = {
  filters: {},
  sort: { column: "start", direction: "ascending" },
  limit: 1_000_000,
} as const

const isUnknown = (failure: ListRefusal | StorageUnavailable): failure is ListRefusal =>
  failure._tag !== "StorageUnavailable"

/** A directory of the personnel on a portal's own tables; functions over ports in memory stand for SQL. */
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
import { pageOf } from "@convoque/core/kernel/listing"
import { Registers, type StorageUnavailable, Views } from "@convoque/core/kernel/ports"
import { layerMemory, registersContract, staffDirectoryContract } from "@convoque/testing"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"

const layerOurRegisters = layerMemory

/** What your tables know, each by one statement. */
class OurTables extends Context.Service<
  OurTables,
  { readonly ofAcademy: (tenant: TenantId) => Effect.Effect<StaffSources, StorageUnavailable> }
>()("portal/OurTables") {}

const whole = {
  filters: {},
  sort: { column: "start", direction: "ascending" },
  limit: 100_000,
} as const

const layerOurTables = Layer.effect(
  OurTables,
  Effect.gen(function* () {
    const registers = yield* Registers
    const views = yield* Views
    return {
      ofAcademy: (tenant) =>
        Effect.gen(function* () {
          const known = yield* Stream.runCollect(registers.all(tenant, people))
          const scope = known.map(({ person }) => personScope(person))
          const periods = yield* views.page(unavailabilities, tenant, { ...whole, scope })
          // Whose competences are defined: the lines of that list.
          const sort = { column: "agent", direction: "ascending" } as const
          const defined = yield* views.page(competences, tenant, { ...whole, sort, scope })
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
        }).pipe(Effect.catchIf((failure) => failure._tag !== "StorageUnavailable", Effect.die)),
    }
  }),
)

// #region directory
export const layerOurStaff = Layer.effect(
  StaffDirectory,
  Effect.gen(function* () {
    const tables = yield* OurTables // people, posts, assignments, periods, competences
    return {
      page: (tenant, { school, period, columns, ...query }) => {
        const refusal = staffSortRefusal(columns, query.sort)
        if (refusal !== undefined) return Effect.fail(refusal)
        return Effect.map(tables.ofAcademy(tenant), (known) => {
          const lines = staffEntries(known, {
            columns,
            ...(school === undefined ? {} : { school }),
            ...(period === undefined ? {} : { period }),
          })
          return pageOf(lines, { ...query, scope: "", filters: {} })
        })
      },
      member: (tenant, school, person) =>
        Effect.map(tables.ofAcademy(tenant), (known) => {
          // All that a line tells: convocations and competences are looked up for their columns alone.
          const columns = ["family-name", "last-convened-on", "competences-defined"] as const
          const lines = staffEntries(known, { school, columns })
          return lines.find(({ key }) => key === person)?.row
        }),
    }
  }),
)
// #endregion

const layerOurs = Layer.provideMerge(
  Layer.provide(layerOurStaff, layerOurTables),
  layerOurRegisters,
)

let count = 0
let last: Promise<unknown> = Promise.resolve()
const test = (_name: string, body: () => Promise<unknown>) => {
  count += 1
  last = last.then(body)
}

// #region contract
for (const { name, run } of registersContract) {
  test(name, () => Effect.runPromise(Effect.provide(run, Layer.fresh(layerOurRegisters))))
}
for (const { name, run } of staffDirectoryContract) {
  test(name, () => Effect.runPromise(Effect.provide(run, Layer.fresh(layerOurs))))
}
// #endregion

await last
if (count > 0) console.log("ok")

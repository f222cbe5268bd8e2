/** The names of schools, as the register has them. */
import * as Effect from "effect/Effect"
import type { TenantId, Uai } from "../../kernel/identity.ts"
import type { Registers, StorageUnavailable } from "../../kernel/ports.ts"
import { schools } from "../staff-directory/registers.ts"
import { byKeys } from "./rows.ts"

/** Gives the names of some schools by UAI; one that the register does not have is left out. */
export const schoolNames = (
  tenant: TenantId,
  uais: ReadonlyArray<Uai>,
): Effect.Effect<ReadonlyMap<Uai, string>, StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const found = yield* byKeys(tenant, schools, uais)
    return new Map(found.map(({ uai, name }) => [uai, name]))
  })

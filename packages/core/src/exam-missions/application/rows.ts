/** Rows of registers for many keys or owners, asked for some at a time. */
import * as Effect from "effect/Effect"
import type { TenantId } from "../../kernel/identity.ts"
import { Registers, type StorageUnavailable } from "../../kernel/ports.ts"
import type { Register, RegisterRow } from "../../kernel/register.ts"

// Close keys are found in fewer searches of an index the more of them are asked for.
const atATime = 5000

/** Gives the rows of a register of some owners, however many. */
export const ofOwners = <Row extends RegisterRow>(
  tenant: TenantId,
  register: Register<Row>,
  owners: ReadonlyArray<string>,
): Effect.Effect<ReadonlyArray<Row>, StorageUnavailable, Registers> =>
  inChunks(owners, (some) =>
    Effect.flatMap(Registers, (registers) => registers.ofOwners(tenant, register, some)),
  )

/** Gives the rows of a register under some keys, however many. */
export const byKeys = <Row extends RegisterRow>(
  tenant: TenantId,
  register: Register<Row>,
  keys: ReadonlyArray<string>,
): Effect.Effect<ReadonlyArray<Row>, StorageUnavailable, Registers> =>
  inChunks(keys, (some) =>
    Effect.flatMap(Registers, (registers) => registers.find(tenant, register, some)),
  )

/** Asks of some texts, each once, some thousands at a time; gives all the answers. */
const inChunks = <A, E, R>(
  all: ReadonlyArray<string>,
  ask: (some: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<A>, E, R>,
): Effect.Effect<ReadonlyArray<A>, E, R> => {
  const distinct = [...new Set(all)]
  const chunks = Array.from({ length: Math.ceil(distinct.length / atATime) }, (_, index) =>
    distinct.slice(index * atATime, (index + 1) * atATime),
  )
  return Effect.map(Effect.forEach(chunks, ask), (found) => found.flat())
}

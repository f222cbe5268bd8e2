/** How the cases put rows into a register and read them back. */
import {
  type Comparison,
  Registers,
  type Replaced,
  type StorageUnavailable,
} from "@convoque/core/kernel/ports"
import type { Register, RegisterRow } from "@convoque/core/kernel/register"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { tenants } from "./case.ts"
import { linesOf } from "./imported-posts.ts"

const { own } = tenants

/** How rows are put into a register: of tenant `academie-a`, whole and accepted unless said. */
export interface Putting {
  readonly tenant?: typeof own
  readonly part?: string
  readonly accept?: (comparison: Comparison<unknown>) => boolean
}

/** Replaces a register, or a part of it, by some rows; accepted unless said. */
export const registerPut = <Row extends RegisterRow>(
  register: Register<Row>,
  rows: ReadonlyArray<Row>,
  { tenant = own, part, accept = () => true }: Putting = {},
): Effect.Effect<Replaced<Row>, StorageUnavailable, Registers> =>
  Registers.use((registers) =>
    registers.replace({
      tenant,
      register,
      ...(part === undefined ? {} : { part }),
      rows: Stream.fromIterable(linesOf(rows)),
      accept,
    }),
  )

/** Gives all rows of a register, or of a part of it, by owner then key. */
export const registerHeld = <Row extends RegisterRow>(
  register: Register<Row>,
  { tenant = own, part }: Pick<Putting, "tenant" | "part"> = {},
): Effect.Effect<ReadonlyArray<Row>, StorageUnavailable, Registers> =>
  Registers.use((registers) => Stream.runCollect(registers.all(tenant, register, part)))

/** The numbers of a comparison. */
export const countsOf = ({
  read,
  kept,
  added,
  changed,
  unchanged,
  removed,
}: Comparison<unknown>) => ({ read, kept, added, changed, unchanged, removed })

/** The numbers of a file that changes nothing. */
export const noChange = { added: 0, changed: 0, unchanged: 0, removed: 0 }

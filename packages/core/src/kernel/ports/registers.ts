/** Where registers are kept: our tables, or those of the systems that own the data. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { Instant } from "../calendar.ts"
import type { TenantId } from "../identity.ts"
import type { Register, RegisterRow } from "../register.ts"
import type { StorageUnavailable } from "./storage.ts"

/** A row with the number of its line in the file. */
export interface ArrivingRow<out Row> {
  readonly line: number
  readonly row: Row
}

/** A row that a file would add, change or remove: its line, if it has one, and both its forms. */
export interface Difference<out Row> {
  readonly line: number | null
  readonly before: Row | null
  readonly after: Row | null
}

/**
 * What a file changes in a register.
 *
 * - `read`: rows of the file; `kept`: rows there were before, in the part replaced;
 * - `added`, `changed`, `unchanged`, `removed`: numbers of rows; a row that comes from another part
 *   than the one replaced is `changed`;
 * - `emptied`: rows among those changed that lose a value, a field being nothing that was something;
 * - `samples`: the first differences of each kind, at most five of each, by key: what is added, then
 *   changed, then removed;
 * - `repeated`: the keys that several lines of the file bear, by key, at most a hundred, each with
 *   its first twenty lines. Nothing else is compared then: the other numbers but `read` and `kept`
 *   are 0;
 * - `unresolved`: references to rows that are not there, their number and the first hundred, by line,
 *   then in the order in which the register declares them. A register that refers to itself is
 *   looked up as it would be after the replacement.
 */
export interface Comparison<out Row> {
  readonly read: number
  readonly kept: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly removed: number
  readonly emptied: number
  readonly samples: ReadonlyArray<Difference<Row>>
  readonly repeated: ReadonlyArray<{ readonly key: string; readonly lines: ReadonlyArray<number> }>
  readonly unresolved: {
    readonly count: number
    readonly first: ReadonlyArray<{
      readonly line: number
      readonly field: string
      readonly value: string
    }>
  }
}

/**
 * A file's rows, meant to replace a register or one part of it.
 *
 * - `rows`: read once, never held together; when it fails nothing is written;
 * - `accept`: told what would change, says whether to write it. It is asked in the transaction that
 *   writes, again when that transaction starts again; never when keys are repeated.
 *
 * Two rows are the same when they are the same JSON, whatever the order of their fields. With
 * `part`, the rows that arrive are all of that part: the caller has seen to it.
 */
export interface Replacement<Row extends RegisterRow, E, R> {
  readonly tenant: TenantId
  readonly register: Register<Row>
  readonly part?: string
  readonly rows: Stream.Stream<ArrivingRow<Row>, E, R>
  readonly accept: (comparison: Comparison<Row>) => boolean
}

/**
 * What became of a file: `written`, or only compared; `rows` and `revision` are those of the whole
 * register as this transaction left it.
 */
export interface Replaced<out Row> {
  readonly comparison: Comparison<Row>
  readonly written: boolean
  readonly rows: number
  readonly revision: number
}

/** Keeps registers, and reads them. */
export class Registers extends Context.Service<
  Registers,
  {
    /**
     * Compares what arrives with what is kept and, if it is accepted, replaces it in one
     * transaction: `written` then. Two replacements of one register follow each other.
     */
    readonly replace: <Row extends RegisterRow, E, R>(
      replacement: Replacement<Row, E, R>,
    ) => Effect.Effect<Replaced<Row>, E | StorageUnavailable, R>
    /** Gives the rows found under some keys, in any order; unknown keys are left out. */
    readonly find: <Row extends RegisterRow>(
      tenant: TenantId,
      register: Register<Row>,
      keys: ReadonlyArray<string>,
    ) => Effect.Effect<ReadonlyArray<Row>, StorageUnavailable>
    /** Gives the rows of some owners, by owner, then by sort text and key. */
    readonly ofOwners: <Row extends RegisterRow>(
      tenant: TenantId,
      register: Register<Row>,
      owners: ReadonlyArray<string>,
    ) => Effect.Effect<ReadonlyArray<Row>, StorageUnavailable>
    /**
     * Gives all rows, or those of a part, by owner then key, without holding them together. It may
     * read them a page at a time, without a snapshot: beside a replacement, rows before and after it
     * can be given together; the `revision` before and after tells.
     */
    readonly all: <Row extends RegisterRow>(
      tenant: TenantId,
      register: Register<Row>,
      part?: string,
    ) => Stream.Stream<Row, StorageUnavailable>
    /**
     * Gives rows whose labels hold every word of a keyword, by sort text then key, `limit` at most:
     * for suggestions that refine as one types. Without a keyword, the first rows.
     */
    readonly search: <Row extends RegisterRow>(
      tenant: TenantId,
      register: Register<Row>,
      query: { readonly keyword: string; readonly part?: string; readonly limit: number },
    ) => Effect.Effect<ReadonlyArray<Row>, StorageUnavailable>
    /**
     * Gives how many times a register has changed; 0 when it never has. A file that says what is
     * known already changes nothing.
     */
    readonly revision: <Row extends RegisterRow>(
      tenant: TenantId,
      register: Register<Row>,
    ) => Effect.Effect<number, StorageUnavailable>
    /**
     * Clears what replacements that began before an instant and never ended have left aside; gives
     * the number of rows they had staged. For housekeeping: an instant some hours ago.
     */
    readonly purge: (before: Instant) => Effect.Effect<number, StorageUnavailable>
  }
>()("core/kernel/Registers") {}

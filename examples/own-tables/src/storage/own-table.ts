/** What the storage asks of each kind of aggregate that has a table of its own. */
import type { AggregateId, Change, Loaded } from "@convoque/core/kernel/ports"
import type { Query } from "../database.ts"

/** A state read back, under the name of its aggregate. */
export interface Kept extends Loaded<unknown> {
  readonly academie: string
  readonly cle: string
}

/**
 * A kind of aggregate and its table, whose key is `(academie, cle)` beside a column `version`.
 *
 * - `load`: gives those found, in any order, each as it was at one moment;
 * - `write`: writes the states of changes whose versions hold, and gives the number of those
 *   created: fewer than asked means that another transaction was faster.
 */
export interface OwnTable {
  readonly kind: string
  readonly table: string
  readonly load: (query: Query, ids: ReadonlyArray<AggregateId>) => Promise<ReadonlyArray<Kept>>
  readonly write: (query: Query, changes: ReadonlyArray<Change>) => Promise<number>
}

/** Gives the two parameters `unnest($1::text[], $2::text[])` that name aggregates in SQL. */
export const namesOf = (ids: ReadonlyArray<AggregateId>) => [
  ids.map(({ tenant }) => tenant),
  ids.map(({ key }) => key),
]

/** Gives the columns that name the aggregate of a change and its new version. */
export const nameColumns = ({ id, expected, events }: Change) => ({
  academie: id.tenant,
  cle: id.key,
  version: expected + events.length,
})

/** The storage port on tables of one's own, in outline: an array stands for the tables. */
import type { AggregateId } from "@convoque/core/kernel/ports"
import { StaleVersion, Storage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

interface Row {
  readonly state: unknown
  readonly version: number
}

const rows = new Map<string, Row>()
const transaction = <A>(work: () => A): A => work()
const queue: Array<unknown> = []
const name = ({ tenant, type, key }: AggregateId) => `${tenant}/${type.kind}/${key}`
const rowOf = (id: AggregateId): Row => rows.get(name(id)) ?? { state: id.type.initial, version: 0 }

// #region storage
const load = (ids: ReadonlyArray<AggregateId>) => Effect.sync(() => ids.map(rowOf))

export const layerOwnTables = Layer.succeed(Storage, {
  load: load as Storage["Service"]["load"],
  commit: ({ changes, unchanged, erase, messages }) =>
    Effect.suspend(() =>
      transaction(() => {
        const stale = [...changes, ...unchanged].find(
          ({ id, expected }) => rowOf(id).version !== expected,
        )
        if (stale !== undefined) {
          const { id, expected } = stale
          return Effect.fail(new StaleVersion({ kind: id.type.kind, key: id.key, expected }))
        }
        for (const id of erase) rows.delete(name(id))
        for (const { id, expected, events, state } of changes) {
          rows.set(name(id), { state, version: expected + events.length })
        }
        queue.push(...messages)
        return Effect.void
      }),
    ),
})
// #endregion

console.log("ok")

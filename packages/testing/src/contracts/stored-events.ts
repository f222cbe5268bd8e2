/**
 * Contract of a `Storage` that keeps events: old events are read by `upgrade`.
 * A store that keeps states as rows has no use for it.
 */
import { type AggregateType, Storage } from "@convoque/core/kernel/ports"
import { type Contract, contractCase, expectSame, tenants } from "./case.ts"
import { changeOf } from "./notebook.ts"
import { commitOf } from "./subject.ts"

interface Total {
  readonly total: number
}

interface Added {
  readonly _tag: "Added"
  readonly cents: number
}

const firstForm: AggregateType<Total, { readonly _tag: "Added"; readonly euros: number }> = {
  kind: "total",
  initial: { total: 0 },
  eventVersion: 1,
  views: [],
  evolve: ({ total }, { euros }) => ({ total: total + euros * 100 }),
  upgrade: () => ({ _tag: "Added", euros: 0 }),
}

const secondForm: AggregateType<Total, Added> = {
  kind: "total",
  initial: { total: 0 },
  eventVersion: 2,
  views: [],
  evolve: ({ total }, { cents }) => ({ total: total + cents }),
  upgrade: (event, version) => {
    const { euros } = event as { readonly euros: number }
    return { _tag: "Added", cents: euros * 100 + (version === 1 ? 0 : 1) }
  },
}

/** The cases that every store of events must pass. */
export const storedEventsContract: Contract<Storage> = [
  contractCase("events of an earlier version are upgraded, those of today are not", function* () {
    const storage = yield* Storage
    const { own } = tenants
    const before = { tenant: own, type: firstForm, key: "till" }
    const now = { tenant: own, type: secondForm, key: "till" }
    yield* storage.commit(
      commitOf(own, {
        changes: [
          changeOf<Total, { _tag: "Added"; euros: number }>(
            before,
            [],
            [{ _tag: "Added", euros: 3 }],
          ),
        ],
      }),
    )
    const fresh: Added = { _tag: "Added", cents: 5 }
    yield* storage.commit(
      commitOf(own, {
        changes: [{ id: now, expected: 1, events: [fresh], state: { total: 305 } }],
      }),
    )
    yield* expectSame("total", yield* storage.load([now]), [{ state: { total: 305 }, version: 2 }])
  }),
]

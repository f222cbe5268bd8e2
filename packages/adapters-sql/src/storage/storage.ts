/** Storage on event streams: states are folded from events when they are loaded. */
import { instantFromMillis } from "@convoque/core/kernel/calendar"
import {
  type AggregateId,
  type Commit,
  type Loaded,
  StaleVersion,
  type StateOf,
  Storage,
  type StorageUnavailable,
} from "@convoque/core/kernel/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { Database, type Statement } from "../database/database.ts"
import { stopCode } from "../database/failure.ts"
import { sourceOf } from "./commit-parts.ts"
import { nameOf } from "./commit-rows.ts"
import { bulkStatements, isBulk } from "./bulk.ts"
import { commitStatement } from "./commit-sql.ts"
import { eraseStatements } from "./erase-sql.ts"

/** Gives the storage port on a database. */
export const storageOn = (database: Database["Service"]): Storage["Service"] =>
  Storage.of({
    load: <const Ids extends ReadonlyArray<AggregateId>>(ids: Ids) =>
      Effect.map(readEvents(database, ids), (rows) => foldedStates(ids, rows) as LoadedAll<Ids>),
    commit: (commit) =>
      Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        yield* database
          .transact(statementsOf(commit, instantFromMillis(now)))
          .pipe(
            Effect.catchTag("SqlRefused", (refused) =>
              refused.code === stopCode ? staleIn(database, commit) : Effect.die(refused),
            ),
          )
      }),
  })

const statementsOf = (commit: Commit, writtenAt: string): Iterable<Statement> => {
  if (isBulk(commit)) return bulkStatements(commit, writtenAt)
  const statement = commitStatement(commit, writtenAt)
  const writes = statement.parameters.length > 0 ? [statement] : []
  return [...eraseStatements(commit.erase), ...writes]
}

type LoadedAll<Ids extends ReadonlyArray<AggregateId>> = {
  readonly [Index in keyof Ids]: Loaded<StateOf<Ids[Index]>>
}

interface EventRow {
  readonly place: number
  readonly event_version: number
  readonly event: unknown
}

const namedColumns = "place int, tenant text, kind text, key text"

// The inner query can only be read by the key, once for each id, whatever the statistics say.
const readEvents = (database: Database["Service"], ids: ReadonlyArray<AggregateId>) => {
  if (ids.length === 0) return Effect.succeed([])
  const rows = ids.map((id, place) => ({ place, ...nameOf(id) }))
  const { source, parameters, form } = sourceOf({ rows, columns: namedColumns }, 0)
  const text = `/* load ${form} */ select r.place, e.event_version, e.event
from ${source} cross join lateral (
  select e.version, e.event_version, e.event from convoque.event e
  where e.tenant = r.tenant and e.kind = r.kind and e.key = r.key offset 0) e
order by r.place, e.version`
  return database.read<EventRow>(text, parameters)
}

const foldedStates = (
  ids: ReadonlyArray<AggregateId>,
  rows: ReadonlyArray<EventRow>,
): ReadonlyArray<Loaded<unknown>> => {
  const loaded = ids.map(({ type }) => ({ state: type.initial, version: 0 }))
  for (const { place, event_version, event } of rows) {
    const type = ids[place]?.type
    const one = loaded[place]
    if (type === undefined || one === undefined) continue
    const current = event_version === type.eventVersion ? event : type.upgrade(event, event_version)
    one.state = type.evolve(one.state, current)
    one.version += 1
  }
  return loaded
}

interface HeadRow {
  readonly place: number
  readonly version: number
}

const versionsText = `select r.place, h.version
from json_to_recordset($1::json) as r(place int, tenant text, kind text, key text)
join convoque.head h on h.tenant = r.tenant and h.kind = r.kind and h.key = r.key`

// The statement only says that a version was not as expected; which one is asked after.
const staleIn = (
  database: Database["Service"],
  commit: Commit,
): Effect.Effect<never, StaleVersion | StorageUnavailable> =>
  Effect.gen(function* () {
    const expected = [...commit.changes, ...commit.unchanged]
    const names = expected.map(({ id }, place) => ({ place, ...nameOf(id) }))
    const rows = yield* database.read<HeadRow>(versionsText, [JSON.stringify(names)])
    const versions = new Map(rows.map(({ place, version }) => [place, version]))
    const moved = expected.find((one, place) => (versions.get(place) ?? 0) !== one.expected)
    const stale = moved ?? expected[0]
    return yield* new StaleVersion({
      kind: stale?.id.type.kind ?? "",
      key: stale?.id.key ?? "",
      expected: stale?.expected ?? 0,
    })
  })

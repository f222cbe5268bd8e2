/** Imported registers on a table of rows (référentiels importés). */
import { searchWords } from "@convoque/core/kernel/listing"
import { Registers, type Replacement, type StorageUnavailable } from "@convoque/core/kernel/ports"
import type { Register, RegisterRow } from "@convoque/core/kernel/register"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { Database } from "../database/database.ts"
import { replaceStaged } from "./replace.ts"
import { purged, staged, withImport } from "./staging.ts"

/** Gives the registers on a database. */
export const registersOn = (database: Database["Service"]): Registers["Service"] =>
  Registers.of({
    replace: <Row extends RegisterRow, E, R>(replacement: Replacement<Row, E, R>) =>
      withImport(database, replacement, (id) =>
        Effect.flatMap(staged(database, id, replacement), (read) =>
          replaceStaged(database, { id, read }, replacement),
        ),
      ),
    find: <Row extends RegisterRow>(tenant: string, { name }: Register<Row>, keys: Keys) =>
      rowsOf(database.read<Kept<Row>>(findText, [tenant, name, keys])),
    ofOwners: <Row extends RegisterRow>(tenant: string, { name }: Register<Row>, owners: Keys) =>
      rowsOf(database.read<Kept<Row>>(ownersText, [tenant, name, owners])),
    all: (tenant, register, part) => allOf(database, { tenant, register, part }),
    search: <Row extends RegisterRow>(
      tenant: string,
      { name }: Register<Row>,
      { keyword, part, limit }: { keyword: string; part?: string; limit: number },
    ) =>
      rowsOf(
        database.read<Kept<Row>>(part === undefined ? searchAllText : searchPartText, [
          tenant,
          name,
          searchWords(keyword).map(patternOf),
          limit,
          ...(part === undefined ? [] : [part]),
        ]),
      ),
    revision: (tenant, { name }) =>
      Effect.map(
        database.read<{ revision: number }>(revisionText, [tenant, name]),
        ([row]) => row?.revision ?? 0,
      ),
    purge: (before) => purged(database, before),
  })

const allOf = <Row extends RegisterRow>(
  database: Database["Service"],
  {
    tenant,
    register: { name },
    part,
  }: {
    readonly tenant: string
    readonly register: Register<Row>
    readonly part: string | undefined
  },
): Stream.Stream<Row, StorageUnavailable> =>
  Stream.paginate(start, ({ owner, key }) =>
    Effect.map(
      database.read<Kept<Row> & Place>(part === undefined ? allText : partText, [
        tenant,
        name,
        owner,
        key,
        pageSize,
        ...(part === undefined ? [] : [part]),
      ]),
      (rows) => [rows.map(({ row }) => row), nextPlace(rows)] as const,
    ),
  )

type Keys = ReadonlyArray<string>

interface Kept<Row> {
  readonly row: Row
}

interface Place {
  readonly owner: string
  readonly key: string
}

const rowsOf = <Row, E>(
  read: Effect.Effect<ReadonlyArray<Kept<Row>>, E>,
): Effect.Effect<ReadonlyArray<Row>, E> => Effect.map(read, (rows) => rows.map(({ row }) => row))

// A key is not empty: every row comes after this place.
const start: Place = { owner: "", key: "" }
const pageSize = 1000

const nextPlace = (rows: ReadonlyArray<Place>): Option.Option<Place> => {
  const last = rows.at(-1)
  return last === undefined || rows.length < pageSize
    ? Option.none()
    : Option.some({ owner: last.owner, key: last.key })
}

const patternOf = (word: string): string => `%${word.replace(/[\\%_]/gu, "\\$&")}%`

const here = `r.tenant = $1 and r.register = $2`

const findText = `/* register find */ select r.row from convoque.register_row r
where ${here} and r.key = any($3::text[])`

const ownersText = `/* register owners */ select r.row from convoque.register_row r
where ${here} and r.owner = any($3::text[]) order by r.owner, r.sort, r.key`

const pageText = (condition: string): string => `select r.row, r.owner, r.key
from convoque.register_row r
where ${here}${condition} and (r.owner, r.key) > ($3, $4) order by r.owner, r.key limit $5::int`

const allText = pageText("")
const partText = pageText(` and r.part = $6`)

const searchText = (condition: string): string => `select r.row from convoque.register_row r
where ${here}${condition} and r.search like all($3::text[]) order by r.sort, r.key limit $4::int`

const searchAllText = searchText("")
const searchPartText = searchText(` and r.part = $5`)

const revisionText = `select revision from convoque.register where tenant = $1 and name = $2`

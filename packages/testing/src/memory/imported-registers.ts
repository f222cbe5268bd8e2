/** Imported registers in memory (référentiels importés). */
import { searchWords } from "@convoque/core/kernel/listing"
import type { TenantId } from "@convoque/core/kernel/identity"
import {
  type ArrivingRow,
  type Comparison,
  type Difference,
  Registers,
  type Replaced,
  type Replacement,
} from "@convoque/core/kernel/ports"
import { type Register, type RegisterRow, rowSearchText } from "@convoque/core/kernel/register"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { isSame } from "../structural.ts"
import { throughJson } from "./store.ts"

/** Keeps imported registers in memory; each building of the layer begins with none. */
export const layerRegistersMemory: Layer.Layer<Registers> = Layer.effect(
  Registers,
  Effect.sync(() => registersIn(new Map())),
)

interface Kept {
  readonly revision: number
  readonly rows: ReadonlyMap<string, RegisterRow>
}

type Memory = Map<string, Kept>

const registersIn = (memory: Memory): Registers["Service"] => ({
  replace: <Row extends RegisterRow, E, R>(replacement: Replacement<Row, E, R>) =>
    Effect.map(Stream.runCollect(replacement.rows), (rows) => replaced(memory, replacement, rows)),
  find: (tenant, register, keys) =>
    Effect.sync(() => {
      const { rows } = keptIn(memory, tenant, register)
      return [...new Set(keys)].flatMap((key) => rows.get(key) ?? [])
    }),
  ofOwners: (tenant, register, owners) =>
    Effect.sync(() =>
      sorted(rowsIn(memory, tenant, register), (row) => [
        register.owner(row),
        register.sort(row),
        register.key(row),
      ]).filter((row) => owners.includes(register.owner(row))),
    ),
  all: (tenant, register, part) =>
    Stream.suspend(() =>
      Stream.fromIterable(
        sorted(ofPart(rowsIn(memory, tenant, register), register, part), (row) => [
          register.owner(row),
          register.key(row),
        ]),
      ),
    ),
  search: (tenant, register, { keyword, part, limit }) =>
    Effect.sync(() =>
      sorted(ofPart(rowsIn(memory, tenant, register), register, part), (row) => [
        register.sort(row),
        register.key(row),
      ])
        .filter((row) => isFound(register, row, keyword))
        .slice(0, limit),
    ),
  revision: (tenant, register) => Effect.sync(() => keptIn(memory, tenant, register).revision),
  purge: () => Effect.succeed(0),
})

const isFound = <Row extends RegisterRow>(
  register: Register<Row>,
  row: Row,
  keyword: string,
): boolean => {
  const text = rowSearchText(register, row)
  return searchWords(keyword).every((word) => text.includes(word))
}

const replaced = <Row extends RegisterRow>(
  memory: Memory,
  { tenant, register, part, accept }: Omit<Replacement<Row, never, never>, "rows">,
  arrived: ReadonlyArray<ArrivingRow<Row>>,
): Replaced<Row> => {
  const { revision, rows } = keptIn(memory, tenant, register)
  const before = new Map(rows)
  const arriving = throughJson(arrived)
  const arrivingKeys = new Set(arriving.map(({ row }) => register.key(row)))
  const staying = new Map([...before].filter(([, row]) => isElsewhere({ register, part }, row)))
  const resolve = (name: string, key: string): boolean =>
    name === register.name
      ? arrivingKeys.has(key) || staying.has(key)
      : (memory.get(nameOf(tenant, name))?.rows.has(key) ?? false)
  const comparison = compared({ register, part, resolve }, before, arriving)
  const written = comparison.repeated.length === 0 && accept(comparison)
  if (written && comparison.added + comparison.changed + comparison.removed > 0) {
    const now = arriving.map(({ row }) => [register.key(row), row] as const)
    memory.set(nameOf(tenant, register.name), {
      revision: revision + 1,
      rows: new Map<string, RegisterRow>([...staying, ...now]),
    })
  }
  const left = keptIn(memory, tenant, register)
  return { comparison, written, rows: left.rows.size, revision: left.revision }
}

interface Comparing<Row extends RegisterRow> {
  readonly register: Register<Row>
  readonly part: string | undefined
  readonly resolve: (register: string, key: string) => boolean
}

const compared = <Row extends RegisterRow>(
  comparing: Comparing<Row>,
  before: ReadonlyMap<string, Row>,
  arriving: ReadonlyArray<ArrivingRow<Row>>,
): Comparison<Row> => {
  const { register } = comparing
  const kept = [...before].filter(([, row]) => !isElsewhere(comparing, row))
  const counts = { read: arriving.length, kept: kept.length }
  const repeated = repeatedIn(register, arriving)
  if (repeated.length > 0) return { ...nothing, ...counts, repeated }
  const keys = new Set(arriving.map(({ row }) => register.key(row)))
  const differences = arriving.map(({ line, row }): Difference<Row> & { readonly key: string } => {
    const key = register.key(row)
    return { key, line, before: before.get(key) ?? null, after: row }
  })
  const added = differences.filter((one) => one.before === null)
  const changed = differences.filter((one) => one.before !== null && !isSame(one.before, one.after))
  const removed = kept
    .filter(([key]) => !keys.has(key))
    .map(([key, row]) => ({ key, line: null, before: row, after: null }))
  return {
    ...counts,
    added: added.length,
    changed: changed.length,
    unchanged: arriving.length - added.length - changed.length,
    removed: removed.length,
    emptied: changed.filter(losesValue).length,
    samples: [added, changed, removed].flatMap(firstFive),
    repeated,
    unresolved: unresolvedIn(comparing, arriving),
  }
}

const nothing = {
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  emptied: 0,
  samples: [],
  unresolved: { count: 0, first: [] },
}

const losesValue = <Row extends RegisterRow>({ before, after }: Difference<Row>): boolean =>
  Object.entries(before ?? {}).some(
    ([field, value]) =>
      value !== null && (after === null || (Reflect.get(after, field) ?? null) === null),
  )

const firstFive = <Row>(
  differences: ReadonlyArray<Difference<Row> & { readonly key: string }>,
): ReadonlyArray<Difference<Row>> =>
  sorted(differences, ({ key }) => [key])
    .slice(0, 5)
    .map(({ line, before, after }) => ({ line, before, after }))

const repeatedIn = <Row extends RegisterRow>(
  register: Register<Row>,
  arriving: ReadonlyArray<ArrivingRow<Row>>,
): Comparison<Row>["repeated"] => {
  const lines = Map.groupBy(arriving, ({ row }) => register.key(row))
  return sorted(
    [...lines].filter(([, same]) => same.length > 1),
    ([key]) => [key],
  )
    .slice(0, 100)
    .map(([key, same]) => ({ key, lines: same.map(({ line }) => line).slice(0, 20) }))
}

const unresolvedIn = <Row extends RegisterRow>(
  { register, resolve }: Comparing<Row>,
  arriving: ReadonlyArray<ArrivingRow<Row>>,
): Comparison<Row>["unresolved"] => {
  const all = arriving.flatMap(({ line, row }) =>
    register.references.flatMap((reference) => {
      const value = reference.keyOf(row)
      return value === null || resolve(reference.register, value)
        ? []
        : [{ line, field: reference.field, value }]
    }),
  )
  const byLine = all.toSorted((left, right) => left.line - right.line)
  return { count: all.length, first: byLine.slice(0, 100) }
}

const isElsewhere = <Row extends RegisterRow>(
  { register, part }: Pick<Comparing<Row>, "register" | "part">,
  row: Row,
): boolean => part !== undefined && register.part(row) !== part

const keptIn = <Row extends RegisterRow>(
  memory: Memory,
  tenant: TenantId,
  { name }: Register<Row>,
): { readonly revision: number; readonly rows: ReadonlyMap<string, Row> } =>
  // What is kept under the name of a register are its rows.
  (memory.get(nameOf(tenant, name)) as
    | { readonly revision: number; readonly rows: ReadonlyMap<string, Row> }
    | undefined) ?? { revision: 0, rows: new Map() }

const rowsIn = <Row extends RegisterRow>(
  memory: Memory,
  tenant: TenantId,
  register: Register<Row>,
): ReadonlyArray<Row> => [...keptIn(memory, tenant, register).rows.values()]

const ofPart = <Row extends RegisterRow>(
  rows: ReadonlyArray<Row>,
  register: Register<Row>,
  part: string | undefined,
): ReadonlyArray<Row> => rows.filter((row) => !isElsewhere({ register, part }, row))

const nameOf = (tenant: TenantId, name: string): string => JSON.stringify([tenant, name])

const sorted = <One>(
  all: ReadonlyArray<One>,
  placeOf: (one: One) => ReadonlyArray<string>,
): ReadonlyArray<One> =>
  all
    .map((one) => ({ one, place: placeOf(one) }))
    .toSorted((left, right) => compareTexts(left.place, right.place))
    .map(({ one }) => one)

const compareTexts = (left: ReadonlyArray<string>, right: ReadonlyArray<string>): number => {
  for (const [index, text] of left.entries()) {
    const other = right[index] ?? ""
    if (text !== other) return text < other ? -1 : 1
  }
  return 0
}

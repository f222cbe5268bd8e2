/** Contract of `Registers`: files replace what earlier ones said, all of it or nothing. */
import { Registers } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type Contract, contractCase, expectSame, failureOf, minute, tenants } from "./case.ts"
import { linesOf, post, posts, schools } from "./imported-posts.ts"
import {
  countsOf as counts,
  noChange as none,
  registerHeld as held,
  registerPut as put,
} from "./imported-rows.ts"

import { registerPartsContract, registerReadingContract } from "./imported-reading.ts"

const { own } = tenants

const revision = Registers.use((registers) => registers.revision(own, posts))

const [a, b, c] = [post("a"), post("b", { head: "a" }), post("c", { hours: 3 })]

const replacing: Contract<Registers> = [
  contractCase("a first file is all added, the same again changes nothing", function* () {
    yield* put(schools, [{ uai: "s-1" }])
    const first = yield* put(posts, [c, a, b])
    yield* expectSame("first", first, {
      comparison: {
        ...none,
        read: 3,
        kept: 0,
        added: 3,
        emptied: 0,
        samples: [
          { line: 3, before: null, after: a },
          { line: 4, before: null, after: b },
          { line: 2, before: null, after: c },
        ],
        repeated: [],
        unresolved: { count: 0, first: [] },
      },
      written: true,
      rows: 3,
      revision: 1,
    })
    yield* expectSame("revision", yield* revision, 1)
    const again = yield* put(posts, [a, b, c])
    const same = { ...none, read: 3, kept: 3, unchanged: 3 }
    yield* expectSame("again", counts(again.comparison), same)
    yield* expectSame("no samples", again.comparison.samples, [])
    yield* expectSame("said to be written", again.written, true)
    yield* expectSame("revision stays", yield* revision, 1)
    yield* expectSame("rows", yield* held(posts), [a, c, b])
  }),
  contractCase("rows that lose a value are counted", function* () {
    yield* put(posts, [a, b, post("d", { head: "a" })])
    const { comparison } = yield* put(posts, [
      post("a", { head: "b" }),
      post("b", { head: null }),
      post("d", { head: "b", hours: 1 }),
    ])
    yield* expectSame("counts", counts(comparison).changed, 3)
    yield* expectSame("emptied", comparison.emptied, 1)
  }),
  contractCase("what is left is told, of a part, of a trial and of a key twice", function* () {
    const state = ({
      rows,
      revision: nth,
    }: {
      readonly rows: number
      readonly revision: number
    }) => [rows, nth]
    const other = post("x", { school: "s-2" })
    yield* put(posts, [a, b, other])
    const ofPart = yield* put(posts, [other, post("y", { school: "s-2" })], { part: "s-2" })
    yield* expectSame("of a part", state(ofPart), [4, 2])
    const tried = yield* put(posts, [a], { accept: () => false })
    yield* expectSame("of a trial", state(tried), [4, 2])
    yield* expectSame("of a key twice", state(yield* put(posts, [a, a])), [4, 2])
    yield* expectSame("of a whole", state(yield* put(posts, [a])), [1, 3])
  }),
  contractCase("rows are added, changed and vanish, with both their forms", function* () {
    yield* put(posts, [a, b, c])
    const changed = post("b", { head: "a", name: "Éloïse « 1 » \\ d'Arc" })
    const d = post("d")
    const { comparison } = yield* put(posts, [d, changed, a])
    const expected = { read: 3, kept: 3, added: 1, changed: 1, unchanged: 1, removed: 1 }
    yield* expectSame("counts", counts(comparison), expected)
    yield* expectSame("no value is lost", comparison.emptied, 0)
    yield* expectSame("samples", comparison.samples, [
      { line: 2, before: null, after: d },
      { line: 3, before: b, after: changed },
      { line: null, before: c, after: null },
    ])
    yield* expectSame("rows", yield* held(posts), [a, d, changed])
    yield* expectSame("revision", yield* revision, 2)
  }),
  contractCase("five samples of each kind, by key", function* () {
    const many = Array.from({ length: 8 }, (_, index) => post(`k-${8 - index}`))
    const { comparison } = yield* put(posts, many)
    const codes = comparison.samples.map(({ after }) => after?.code)
    yield* expectSame("codes", codes, ["k-1", "k-2", "k-3", "k-4", "k-5"])
  }),
  contractCase("what is not accepted is told and not written", function* () {
    yield* put(posts, [a])
    const told: Array<unknown> = []
    const refused = yield* put(posts, [b, c], {
      accept: (comparison) => {
        told.push(counts(comparison))
        return false
      },
    })
    const expected = { ...none, read: 2, kept: 1, added: 2, removed: 1 }
    yield* expectSame("told", told, [expected])
    yield* expectSame("answered", counts(refused.comparison), expected)
    yield* expectSame("written", refused.written, false)
    yield* expectSame("rows", yield* held(posts), [a])
    yield* expectSame("revision", yield* revision, 1)
  }),
  contractCase(
    "keys that come again are told with their lines, and nothing is asked",
    function* () {
      yield* put(posts, [a])
      const { comparison, written } = yield* put(posts, [c, b, c, a, b, c], {
        accept: () => true,
      })
      yield* expectSame("written", written, false)
      yield* expectSame("counts", counts(comparison), { ...none, read: 6, kept: 1 })
      yield* expectSame("repeated", comparison.repeated, [
        { key: "b", lines: [3, 6] },
        { key: "c", lines: [2, 4, 7] },
      ])
      yield* expectSame("rows", yield* held(posts), [a])
    },
  ),
  contractCase("a file that breaks in the middle leaves no trace", function* () {
    yield* put(posts, [a])
    const broken = Registers.use((registers) =>
      registers.replace({
        tenant: own,
        register: posts,
        rows: Stream.concat(Stream.fromIterable(linesOf([b, c])), Stream.fail("broken" as const)),
        accept: () => true,
      }),
    )
    yield* expectSame("failure", yield* failureOf("broken", broken), "broken")
    yield* expectSame("rows", yield* held(posts), [a])
    yield* expectSame("revision", yield* revision, 1)
    const registers = yield* Registers
    yield* expectSame("nothing left aside", yield* registers.purge(minute(1)), 0)
  }),
  contractCase("a file that is still arriving keeps nobody from the registers", function* () {
    yield* put(posts, [a])
    const meanwhile = Effect.gen(function* () {
      yield* put(schools, [{ uai: "s-1" }])
      yield* put(posts, [c])
      return Stream.fromIterable(linesOf([b]))
    })
    const { comparison } = yield* Registers.use((registers) =>
      registers.replace({
        tenant: own,
        register: posts,
        rows: Stream.concat(Stream.fromIterable([{ line: 9, row: a }]), Stream.unwrap(meanwhile)),
        accept: () => true,
      }),
    )
    const expected = { read: 2, kept: 1, added: 2, changed: 0, unchanged: 0, removed: 1 }
    yield* expectSame("compared with what came meanwhile", counts(comparison), expected)
    yield* expectSame("resolved by what came meanwhile", comparison.unresolved.count, 0)
    yield* expectSame("rows", yield* held(posts), [a, b])
  }),
  contractCase("an empty file empties a register", function* () {
    yield* put(posts, [a, b])
    const { comparison } = yield* put(posts, [])
    yield* expectSame("counts", counts(comparison), { ...none, read: 0, kept: 2, removed: 2 })
    yield* expectSame("rows", yield* held(posts), [])
  }),
  contractCase("replacements at once follow each other", function* () {
    const files = Array.from({ length: 6 }, (_, index) => [
      post("a", { hours: index }),
      post(`${index}`),
    ])
    const answers = yield* Effect.all(
      files.map((file) => put(posts, file)),
      { concurrency: "unbounded" },
    )
    yield* expectSame(
      "all written",
      answers.every(({ written }) => written),
      true,
    )
    yield* expectSame("revision", yield* revision, files.length)
    const rows = yield* held(posts)
    const [, one] = rows.toSorted((left, right) => (left.code < right.code ? 1 : -1))
    const whole = [...(files[Number(one?.code)] ?? [])]
    const sorted = whole.toSorted((left, right) => (left.code < right.code ? -1 : 1))
    yield* expectSame("one of the files, whole", rows, sorted)
  }),
]

/** The cases that every store of imported registers must pass. */
export const registersContract: Contract<Registers> = [
  ...replacing,
  ...registerPartsContract,
  ...registerReadingContract,
]

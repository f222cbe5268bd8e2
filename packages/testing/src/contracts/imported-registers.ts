/** Contract of `Registers`: files replace what earlier ones said, all of it or nothing. */
import { type Comparison, Registers, type StorageUnavailable } from "@convoque/core/kernel/ports"
import type { Register, RegisterRow } from "@convoque/core/kernel/register"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type Contract, contractCase, expectSame, failureOf, minute, tenants } from "./case.ts"
import { linesOf, post, posts, schools } from "./imported-posts.ts"

const { own, other } = tenants

/** How rows are put into a register by the cases. */
export interface Putting {
  readonly tenant?: typeof own
  readonly part?: string
  readonly accept?: (comparison: Comparison<unknown>) => boolean
}

/** Replaces a register, or a part of it, by some rows; accepted unless said. */
export const put = <Row extends RegisterRow>(
  register: Register<Row>,
  rows: ReadonlyArray<Row>,
  { tenant = own, part, accept = () => true }: Putting = {},
): Effect.Effect<
  { readonly comparison: Comparison<Row>; readonly written: boolean },
  StorageUnavailable,
  Registers
> =>
  Registers.use((registers) =>
    registers.replace({
      tenant,
      register,
      ...(part === undefined ? {} : { part }),
      rows: Stream.fromIterable(linesOf(rows)),
      accept,
    }),
  )

/** Gives all rows of a register, by owner then key. */
export const held = <Row extends RegisterRow>(
  register: Register<Row>,
  part?: string,
): Effect.Effect<ReadonlyArray<Row>, StorageUnavailable, Registers> =>
  Registers.use((registers) => Stream.runCollect(registers.all(own, register, part)))

const revision = Registers.use((registers) => registers.revision(own, posts))

const [a, b, c] = [post("a"), post("b", { head: "a" }), post("c", { hours: 3 })]

const counts = ({ read, kept, added, changed, unchanged, removed }: Comparison<unknown>) => ({
  read,
  kept,
  added,
  changed,
  unchanged,
  removed,
})

const none = { added: 0, changed: 0, unchanged: 0, removed: 0 }

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
        samples: [
          { line: 3, before: null, after: a },
          { line: 4, before: null, after: b },
          { line: 2, before: null, after: c },
        ],
        repeated: [],
        unresolved: { count: 0, first: [] },
      },
      written: true,
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
  contractCase("rows are added, changed and vanish, with both their forms", function* () {
    yield* put(posts, [a, b, c])
    const changed = post("b", { head: "a", name: "Éloïse « 1 » \\ d'Arc" })
    const d = post("d")
    const { comparison } = yield* put(posts, [d, changed, a])
    const expected = { read: 3, kept: 3, added: 1, changed: 1, unchanged: 1, removed: 1 }
    yield* expectSame("counts", counts(comparison), expected)
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

const parts: Contract<Registers> = [
  contractCase("a part is replaced alone", function* () {
    const elsewhere = post("z", { school: "s-2" })
    yield* put(posts, [a, b, elsewhere])
    const { comparison } = yield* put(posts, [c, a], { part: "s-1" })
    const expected = { ...none, read: 2, kept: 2, added: 1, unchanged: 1, removed: 1 }
    yield* expectSame("counts", counts(comparison), expected)
    yield* expectSame("rows", yield* held(posts), [a, c, elsewhere])
    yield* expectSame("of the part", yield* held(posts, "s-1"), [a, c])
    yield* expectSame("of the other", yield* held(posts, "s-2"), [elsewhere])
    yield* expectSame("of none", yield* held(posts, "s-9"), [])
  }),
  contractCase("a row that comes from another part is changed, and leaves it", function* () {
    const before = post("m", { school: "s-2" })
    yield* put(posts, [a, before])
    const after = post("m")
    const { comparison } = yield* put(posts, [a, after], { part: "s-1" })
    const expected = { ...none, read: 2, kept: 1, changed: 1, unchanged: 1 }
    yield* expectSame("counts", counts(comparison), expected)
    yield* expectSame("sample", comparison.samples, [{ line: 3, before, after }])
    yield* expectSame("rows", yield* held(posts), [a, after])
    yield* expectSame("left", yield* held(posts, "s-2"), [])
  }),
  contractCase("a first file of a part adds to the others", function* () {
    const elsewhere = post("z", { school: "s-2" })
    yield* put(posts, [elsewhere])
    const { comparison } = yield* put(posts, [a], { part: "s-1" })
    yield* expectSame("counts", counts(comparison), { ...none, read: 1, kept: 0, added: 1 })
    yield* expectSame("rows", yield* held(posts), [a, elsewhere])
  }),
  contractCase("references to rows that are not there are counted and told by line", function* () {
    yield* put(schools, [{ uai: "s-2" }])
    yield* put(posts, [post("y", { school: "s-2" })])
    const file = [post("p", { head: "nobody" }), post("q", { head: "p" }), post("r", { head: "y" })]
    const { comparison } = yield* put(posts, file, { part: "s-1" })
    yield* expectSame("in a part", comparison.unresolved, {
      count: 4,
      first: [
        { line: 2, field: "school", value: "s-1" },
        { line: 2, field: "head", value: "nobody" },
        { line: 3, field: "school", value: "s-1" },
        { line: 4, field: "school", value: "s-1" },
      ],
    })
    const whole = yield* put(posts, [post("r", { head: "y", school: "s-2" })])
    yield* expectSame("a head that vanishes", whole.comparison.unresolved, {
      count: 1,
      first: [{ line: 2, field: "head", value: "y" }],
    })
  }),
  contractCase("a hundred unresolved references are told of all", function* () {
    const many = Array.from({ length: 120 }, (_, index) => post(`k-${index}`))
    const { unresolved } = (yield* put(posts, many)).comparison
    yield* expectSame("count", unresolved.count, 120)
    const lines = Array.from({ length: 100 }, (_, index) => index + 2)
    yield* expectSame(
      "lines",
      unresolved.first.map(({ line }) => line),
      lines,
    )
  }),
]

const readingBack: Contract<Registers> = [
  contractCase("rows are found by key and by owner", function* () {
    const d = post("d", { head: "a", name: "Alain" })
    yield* put(posts, [a, b, c, d])
    const registers = yield* Registers
    const found = yield* registers.find(own, posts, ["c", "unknown", "a", "c"])
    const byCode = found.toSorted((left, right) => (left.code < right.code ? -1 : 1))
    yield* expectSame("keys", byCode, [a, c])
    yield* expectSame("no key", yield* registers.find(own, posts, []), [])
    yield* expectSame("owner", yield* registers.ofOwners(own, posts, ["x", "a"]), [d, b])
    yield* expectSame("owners", yield* registers.ofOwners(own, posts, ["a", ""]), [a, c, d, b])
  }),
  contractCase("all rows come by owner then key, however many", function* () {
    const many = Array.from({ length: 2500 }, (_, index) =>
      post(`k-${(index * 7919) % 2500}`, { head: index % 3 === 0 ? null : `o-${index % 7}` }),
    )
    yield* put(posts, many)
    const place = (one: (typeof many)[number]): string => `${one.head ?? ""} ${one.code}`
    const sorted = many.toSorted((left, right) => (place(left) < place(right) ? -1 : 1))
    yield* expectSame("rows", yield* held(posts), sorted)
    yield* expectSame("of the part", yield* held(posts, "s-1"), sorted)
  }),
  contractCase("a keyword is sought without accents or case, each word anywhere", function* () {
    const people = ["Éloïse Lefèvre", "eloise d’Arc", "Zoé 100 %", "Élodie_Œuvre"].map(
      (name, index) => post(`n${index}`, { name, school: index === 1 ? "s-2" : "s-1" }),
    )
    yield* put(posts, people)
    const registers = yield* Registers
    const names = (keyword: string, more: { part?: string; limit?: number } = {}) =>
      Effect.map(registers.search(own, posts, { keyword, limit: 10, ...more }), (rows) =>
        rows.map(({ code }) => code),
      )
    yield* expectSame("accents", yield* names("ELOÏSE"), ["n1", "n0"])
    yield* expectSame("words", yield* names("lef éloïse"), ["n0"])
    yield* expectSame("ligature", yield* names("oeuvre"), ["n3"])
    yield* expectSame("percent", yield* names("100 %"), ["n2"])
    yield* expectSame("underscore", yield* names("_"), ["n3"])
    yield* expectSame("backslash", yield* names("\\"), [])
    yield* expectSame("other label", yield* names("N2"), ["n2"])
    yield* expectSame("part", yield* names("eloise", { part: "s-1" }), ["n0"])
    yield* expectSame("limit", yield* names("", { limit: 2 }), ["n3", "n1"])
    yield* expectSame("all", yield* names(" "), ["n3", "n1", "n0", "n2"])
  }),
  contractCase("other tenants and other registers are apart", function* () {
    yield* put(posts, [a])
    yield* put(posts, [b], { tenant: other })
    yield* put(schools, [{ uai: "a" }])
    const registers = yield* Registers
    yield* expectSame("own", yield* held(posts), [a])
    yield* expectSame("schools", yield* held(schools), [{ uai: "a" }])
    yield* expectSame("other", yield* registers.find(other, posts, ["a", "b"]), [b])
    yield* expectSame("revision", yield* registers.revision(other, posts), 1)
    yield* expectSame("never", yield* registers.revision(other, schools), 0)
    yield* expectSame("owner", yield* registers.ofOwners(other, posts, ["a"]), [b])
  }),
]

/** The cases that every store of imported registers must pass. */
export const registersContract: Contract<Registers> = [...replacing, ...parts, ...readingBack]

/** Cases of `Registers`: parts replaced alone, references, and rows read back. */
import { Registers } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame, tenants } from "./case.ts"
import { post, posts, schools } from "./imported-posts.ts"
import {
  countsOf as counts,
  noChange as none,
  registerHeld as held,
  registerPut as put,
} from "./imported-rows.ts"

const [a, b, c] = [post("a"), post("b", { head: "a" }), post("c", { hours: 3 })]

const { own, other } = tenants

/** Parts replaced alone, and references to other rows. */
export const registerPartsContract: Contract<Registers> = [
  contractCase("a part is replaced alone", function* () {
    const elsewhere = post("z", { school: "s-2" })
    yield* put(posts, [a, b, elsewhere])
    const { comparison } = yield* put(posts, [c, a], { part: "s-1" })
    const expected = { ...none, read: 2, kept: 2, added: 1, unchanged: 1, removed: 1 }
    yield* expectSame("counts", counts(comparison), expected)
    yield* expectSame("rows", yield* held(posts), [a, c, elsewhere])
    yield* expectSame("of the part", yield* held(posts, { part: "s-1" }), [a, c])
    yield* expectSame("of the other", yield* held(posts, { part: "s-2" }), [elsewhere])
    yield* expectSame("of none", yield* held(posts, { part: "s-9" }), [])
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
    yield* expectSame("left", yield* held(posts, { part: "s-2" }), [])
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

/** Rows found by key, owner and keyword, and apart from those of others. */
export const registerReadingContract: Contract<Registers> = [
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
    yield* expectSame("of the part", yield* held(posts, { part: "s-1" }), sorted)
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

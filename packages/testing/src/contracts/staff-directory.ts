/**
 * Contract of `StaffDirectory`: its pages are those of the kernel's `pageOf` over the entries that
 * `staffEntries` makes of the registers and lists.
 */
import {
  AssignmentDate,
  definedFilter,
  StaffDirectory,
  staffEntries,
  staffLists,
  type StaffLine,
  type StaffPeriod,
  type StaffQuery,
  type StaffSources,
} from "@convoque/core/exam-missions"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import type { PersonId, Uai } from "@convoque/core/kernel/identity"
import { type Page, pageOf, shownLabels } from "@convoque/core/kernel/listing"
import type { Registers, Storage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { type Contract, contractCase, expectSame, failureOf, tenants } from "./case.ts"
import {
  assignmentOf,
  awayOf,
  memberOf,
  nobody,
  postOf,
  putStaff,
  sampledSchools,
  sampledStaff,
} from "./staff-samples.ts"

type Cases = Contract<StaffDirectory | Registers | Storage>

const { own, other } = tenants
const school = "0310001H" as Uai
const elsewhere = "0120006S" as Uai

const asked: StaffQuery = {
  columns: staffLists.staff.columns,
  sort: { column: "family-name", direction: "ascending" },
  limit: 100,
}

const pageFor = (query: Partial<StaffQuery>, tenant = own) =>
  StaffDirectory.use((directory) => directory.page(tenant, { ...asked, ...query }))

const peopleOn = (page: Page<StaffLine>): ReadonlyArray<string> => page.rows.map(({ key }) => key)

const period = (kind: StaffPeriod["kind"], from: string, until: string): StaffPeriod => ({
  kind,
  from: from as CivilDate,
  until: until as CivilDate,
})

const two: StaffSources = {
  ...nobody,
  people: [
    memberOf("p-1", { familyName: "Éloïse", birthDate: "1968-03-09" as CivilDate }),
    memberOf("p-2", { familyName: "Zola", givenName: "Émile" }),
    memberOf("p-3", { familyName: "Absent" }),
  ],
  posts: [
    postOf("p-1", school, { discipline: "Génie mécanique" }),
    postOf("p-1", elsewhere, { kind: "secondary", discipline: "Technologie" }),
    postOf("p-2", elsewhere, { kind: "secondary", discipline: "Lettres" }),
    postOf("p-unknown", school),
  ],
  assignments: [
    assignmentOf(1, "p-1", { convenedOn: "2018-11-15" as CivilDate }),
    assignmentOf(2, "p-1", { convenedOn: "2017-01-02" as CivilDate }),
    assignmentOf(3, "p-1", { situation: "assigned", convenedOn: "2026-01-01" as CivilDate }),
  ],
  competent: new Set(["p-2" as PersonId]),
}

const linesCases: Cases = [
  contractCase("PER-01 an empty directory counts 0", function* () {
    yield* expectSame("page", yield* pageFor({}), { rows: [], count: 0 })
  }),
  contractCase("PER-01, PER-03 lists those with a post, with the last convocation", function* () {
    yield* putStaff(own, two)
    const line = {
      person: "p-1",
      familyName: "Éloïse",
      givenName: "Anne",
      birthDate: "1968-03-09",
      discipline: "Génie mécanique",
      kind: "main",
      lastConvenedOn: "2018-11-15",
      competencesDefined: false,
    }
    const page = yield* pageFor({ school })
    yield* expectSame("school", page, { rows: [{ key: "p-1", row: line }], count: 1 })
    const second = yield* pageFor({ school: elsewhere })
    yield* expectSame("second school", second.rows[0]?.row, {
      ...line,
      discipline: "Technologie",
      kind: "secondary",
    })
    yield* expectSame("second school", peopleOn(second), ["p-1", "p-2"])
    const whole = yield* pageFor({})
    yield* expectSame("academy", peopleOn(whole), ["p-1", "p-2"])
    yield* expectSame("main post", whole.rows[0]?.row.discipline, "Génie mécanique")
    yield* expectSame("other tenant", yield* pageFor({}, other), { rows: [], count: 0 })
  }),
  contractCase("PER-03, CMP-02 a line tells what a column asks for", function* () {
    yield* putStaff(own, two)
    for (const query of [{}, { school: elsewhere }, { keyword: "a" }]) {
      for (const { columns } of Object.values(staffLists)) {
        const { rows } = yield* pageFor({ ...query, columns })
        const told = rows.map(({ row }) => [row.lastConvenedOn, row.competencesDefined])
        const convened = columns.includes("last-convened-on") ? "2018-11-15" : null
        const isDefined = columns.includes("competences-defined")
        yield* expectSame(columns.join(), told, [
          [convened, false],
          [null, isDefined],
        ])
      }
    }
  }),
  contractCase("PER-01 gives a person of a school, and nobody else", function* () {
    yield* putStaff(own, two)
    const directory = yield* StaffDirectory
    const found = yield* directory.member(own, elsewhere, "p-1" as PersonId)
    yield* expectSame("discipline", found?.discipline, "Technologie")
    yield* expectSame("day", found?.lastConvenedOn, "2018-11-15")
    for (const [uai, person] of [
      [school, "p-2"],
      [school, "p-3"],
      [school, "p-unknown"],
    ] as const) {
      const none = yield* directory.member(own, uai, person as PersonId)
      yield* expectSame(person, none, undefined)
    }
    yield* expectSame(
      "other tenant",
      yield* directory.member(other, school, "p-1" as PersonId),
      undefined,
    )
  }),
  contractCase("a page that is not counted has the same rows, and the count 0", function* () {
    yield* putStaff(own, two)
    for (const query of [{}, { school: elsewhere }, { keyword: "zola" }]) {
      const counted = yield* pageFor({ ...query, limit: 1 })
      const uncounted = yield* pageFor({ ...query, limit: 1, uncounted: true })
      yield* expectSame(JSON.stringify(query), uncounted, { ...counted, count: 0 })
    }
  }),
  contractCase("UI-25 a column that the list does not show is refused", function* () {
    const sort = { column: "birth-date", direction: "ascending" } as const
    yield* expectSame("refusal", yield* failureOf("sort", pageFor({ sort })), {
      _tag: "list.unknown-sort-key",
      key: "birth-date",
      known: staffLists.staff.columns,
    })
  }),
  contractCase("PER-05 dates on both sides of a period do not lie in it", function* () {
    const first = { _tag: "span", date: "2026-06-01", start: "08:00", end: "12:00" }
    const last = { _tag: "days", date: "2026-06-08", start: "09:00", days: 3 }
    const night = { _tag: "hours", date: "2026-06-04", start: "22:00", hours: 8 }
    const dates = [last, night, first].map((date) => Schema.decodeUnknownSync(AssignmentDate)(date))
    yield* putStaff(own, { ...two, assignments: [assignmentOf(1, "p-1", { dates })] })
    for (const [from, until, expected] of [
      ["2026-06-02", "2026-06-03", []],
      ["2026-06-05", "2026-06-05", ["p-1"]],
      ["2026-06-06", "2026-06-07", []],
      ["2026-06-11", "2026-06-30", []],
      ["2026-06-01", "2026-06-02", ["p-1"]],
      ["2026-06-07", "2026-06-08", ["p-1"]],
      ["2026-06-09", "2026-06-09", ["p-1"]],
      ["2026-06-10", "2026-06-30", ["p-1"]],
      ["2026-05-01", "2026-06-30", ["p-1"]],
    ] as const) {
      for (const uai of [school, undefined]) {
        const query = { period: period("convened", from, until) }
        const page = yield* pageFor(uai === undefined ? query : { ...query, school: uai })
        yield* expectSame(`${from}/${until} ${uai}`, peopleOn(page), expected)
      }
    }
  }),
]

const keywordCases: Cases = [
  contractCase("UI-19 a keyword bears on the labels displayed, and on no other", function* () {
    yield* putStaff(own, two)
    const found = (keyword: string, query: Partial<StaffQuery> = {}) =>
      Effect.map(pageFor({ keyword, ...query }), peopleOn)
    const birthdays = { columns: staffLists.unavailability.columns }
    for (const [keyword, expected, query] of [
      ["eloise", ["p-1"]],
      ["MECANIQUE élo", ["p-1"]],
      ["genie zola", []],
      ["15/11/2018", ["p-1"]],
      ["/11/", ["p-1"]],
      ["02/01/2017", []],
      ["09/03/1968", []],
      ["09/03/1968", ["p-1"], birthdays],
      ["15/11/2018", [], birthdays],
      ["2018-11-15", []],
      ["technologie", []],
      ["technologie", ["p-1"], { school: elsewhere }],
      ["%", []],
      ["_", []],
    ] as const) {
      yield* expectSame(keyword, yield* found(keyword, query), expected)
    }
  }),
  contractCase("CMP-02 OUI and NON are found by their labels", function* () {
    yield* putStaff(own, two)
    const shown = shownLabels(definedFilter, { yes: "OUI", no: "NON" })
    const found = (keyword: string, columns = staffLists.competence.columns) =>
      Effect.map(pageFor({ keyword, shown, columns }), peopleOn)
    yield* expectSame("oui", yield* found("oui"), ["p-2"])
    yield* expectSame("non", yield* found("Non"), ["p-1"])
    yield* expectSame("both", yield* found("n"), ["p-1"])
    yield* expectSame("not displayed", yield* found("oui", asked.columns), [])
  }),
]

const awayRanges = [
  ["p-1", "2026-06-01T00:00", "2026-06-01T00:01", "2026-06-01", "2026-06-01", false],
  ["p-1", "2026-05-01T00:00", "2026-06-01T00:00", "2026-06-01", "2026-06-03", false],
  ["p-1", "2026-06-03T23:59", "2026-06-04T08:00", "2026-06-01", "2026-06-03", false],
  ["p-1", "2026-05-01T00:00", "2026-05-31T23:59", "2026-06-01", "2026-06-03", true],
  ["p-1", "2026-06-04T00:00", "2026-06-04T08:00", "2026-06-01", "2026-06-03", true],
  ["p-1", "2026-05-01T00:00", "2026-07-01T00:00", "2026-06-01", "2026-06-03", false],
] as const

const convenedDates = [
  [{ _tag: "span", date: "2026-06-01", start: "08:00", end: "12:00" }, "2026-06-01", "2026-06-01"],
  [{ _tag: "hours", date: "2026-06-03", start: "21:00", hours: 3 }, "2026-06-03", "2026-06-03"],
  [{ _tag: "hours", date: "2026-06-02", start: "22:00", hours: 8 }, "2026-06-02", "2026-06-03"],
  [{ _tag: "hours", date: "2026-06-01", start: "23:59", hours: 48 }, "2026-06-01", "2026-06-03"],
  [{ _tag: "hours", date: "2026-06-01", start: "00:00", hours: 0 }, "2026-06-01", "2026-06-01"],
  [{ _tag: "days", date: "2026-06-01", start: "09:00", days: 1 }, "2026-06-01", "2026-06-01"],
  [{ _tag: "days", date: "2026-06-01", start: "09:00", days: 3 }, "2026-06-01", "2026-06-03"],
  [{ _tag: "days", date: "2026-06-01", start: "09:00", days: -4 }, "2026-06-01", "2026-06-01"],
] as const

const nextOf = {
  "2026-06-01": "2026-06-02",
  "2026-06-02": "2026-06-03",
  "2026-06-03": "2026-06-04",
} as const

const periodCases: Cases = [
  ...awayRanges.map(([person, start, end, from, until, isAvailable]) =>
    contractCase(`PER-04 ${start} to ${end} and the days ${from} to ${until}`, function* () {
      yield* putStaff(own, { ...two, unavailabilities: [awayOf(person, start, end)] })
      const query = { period: period("available", from, until), school }
      yield* expectSame("school", peopleOn(yield* pageFor(query)), isAvailable ? ["p-1"] : [])
      const whole = yield* pageFor({ period: query.period })
      yield* expectSame("academy", peopleOn(whole), isAvailable ? ["p-1", "p-2"] : ["p-2"])
      yield* expectSame("count", whole.count, isAvailable ? 2 : 1)
    }),
  ),
  ...convenedDates.map(([date, first, last]) =>
    contractCase(`PER-05 ${JSON.stringify(date)} from ${first} to ${last}`, function* () {
      const dates = [Schema.decodeUnknownSync(AssignmentDate)(date)]
      yield* putStaff(own, {
        ...two,
        assignments: [
          assignmentOf(1, "p-1", { dates }),
          assignmentOf(2, "p-2", { dates, situation: "assigned" }),
        ],
      })
      for (const [from, until, expected] of [
        [first, first, ["p-1"]],
        [last, last, ["p-1"]],
        [nextOf[last], "2026-12-31", []],
        ["2026-01-01", first, ["p-1"]],
        [last, "2026-12-31", ["p-1"]],
        ["2026-01-01", "2026-05-31", []],
      ] as const) {
        const query = { period: period("convened", from, until) }
        yield* expectSame(`${from}/${until}`, peopleOn(yield* pageFor(query)), expected)
        const ofSchool = yield* pageFor({ ...query, school })
        yield* expectSame(`${from}/${until} school`, peopleOn(ofSchool), expected)
      }
    }),
  ),
]

const shown = shownLabels(definedFilter, { yes: "OUI", no: "NON" })

const randomQueries = (uai: Uai | undefined): ReadonlyArray<StaffQuery> =>
  Object.values(staffLists).flatMap(({ columns }) => {
    const base = { ...asked, columns, shown, ...(uai === undefined ? {} : { school: uai }) }
    const sorted = columns.flatMap((column) =>
      (["ascending", "descending"] as const).map((direction) => ({
        ...base,
        sort: { column, direction },
        limit: 4,
      })),
    )
    return [
      ...sorted,
      ...["a", "e'", "eboue", "anglais o", "06/2026", "1", "n", "oui", "100 %", "œ"].map(
        (keyword) => ({ ...base, keyword, limit: 50 }),
      ),
      ...(["available", "convened"] as const).flatMap((kind) => [
        { ...base, period: period(kind, "2026-05-31", "2026-06-01"), limit: 3 },
        { ...base, period: period(kind, "2026-06-02", "2026-06-02"), keyword: "a", limit: 50 },
      ]),
    ]
  })

// Follows `next` from page to page; every page must be the kernel's, and there must be an end.
const walk = (sources: StaffSources, first: StaffQuery) =>
  Effect.gen(function* () {
    const { school: uai, period: chosen, columns } = first
    const entries = staffEntries(sources, {
      columns,
      ...(uai === undefined ? {} : { school: uai }),
      ...(chosen === undefined ? {} : { period: chosen }),
    })
    let query: StaffQuery | undefined = first
    for (let pages = 0; query !== undefined && pages <= 30; pages++) {
      const page: Page<StaffLine> = yield* pageFor(query)
      const expected = pageOf(entries, { ...query, scope: "", filters: {} })
      yield* expectSame(JSON.stringify(query), page, expected)
      query = page.next === undefined ? undefined : { ...query, after: page.next }
    }
  })

const randomCases: Cases = sampledStaff.map((sources, index) =>
  contractCase(`UI-16 to UI-25 every page of the random staff ${index + 1}`, function* () {
    yield* putStaff(own, sources)
    for (const uai of [undefined, ...sampledSchools]) {
      for (const query of randomQueries(uai)) yield* walk(sources, query)
    }
  }),
)

/** The cases that every directory over registers and lists must pass. */
export const staffDirectoryContract: Cases = [
  ...linesCases,
  ...keywordCases,
  ...periodCases,
  ...randomCases,
]

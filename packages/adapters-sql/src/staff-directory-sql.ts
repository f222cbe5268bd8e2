/**
 * The statement of a page of the personnel: posts joined to people in the table of registers, with
 * what assignments, unavailability and competences tell of them.
 *
 * The texts compared are those that the registers keep folded: `sort` of a person is the family
 * name, a tab, the given name; the first line of `search` of a post is its discipline.
 */
import {
  definedFilter,
  definedView,
  type StaffQuery,
  type StaffSort,
} from "@convoque/core/exam-missions"
import { type SearchedWord, searchedWords } from "@convoque/core/kernel/listing"
import type { Statement } from "./database/database.ts"

/** One line as the statement gives it; the only one of an empty page bears the count alone. */
export interface StaffRow {
  readonly count: number
  readonly sort: string
  readonly key: string | null
  readonly family: string
  readonly given: string
  readonly birth: string | null
  readonly discipline: string | null
  readonly kind: string
  readonly convened: string | null
  readonly defined: boolean
}

/** What is asked: a page, or one person of a school. */
export type AskedStaff = StaffQuery & { readonly person?: string }

/** Gives the statement of a page: one row more than asked tells whether another page follows. */
export const staffStatement = (tenant: string, query: AskedStaff): Statement => {
  const parameters: Array<unknown> = [tenant]
  const asking: Asking = {
    query,
    bound: (value, type) => `$${parameters.push(value)}::${type}`,
    isWide: query.school === undefined && query.person === undefined,
  }
  const isUp = query.sort.direction === "ascending"
  const order = `sort ${isUp ? "asc" : "desc"}, key ${isUp ? "asc" : "desc"}`
  const listed = listedText(asking)
  const beyond =
    query.after === undefined
      ? "true"
      : `(sort, key) ${isUp ? ">" : "<"} (${asking.bound(query.after.sort, "text")}, ${asking.bound(query.after.key, "text")})`
  return {
    text: `/* staff */ ${listed},
page as (select * from listed where ${beyond} order by ${order}
  limit ${asking.bound(query.limit + 1, "int")})
${shownText(countText(asking))}
order by p.sort ${isUp ? "asc" : "desc"}, p.key ${isUp ? "asc" : "desc"}`,
    parameters,
  }
}

interface Asking {
  readonly query: AskedStaff
  readonly bound: (value: unknown, type: string) => string
  /** Whether the lines are those of the whole academy: what is looked up for each is then joined. */
  readonly isWide: boolean
}

const rows = (alias: string, register: string): string =>
  `convoque.register_row ${alias} on ${alias}.tenant = $1 and ${alias}.register = '${register}'`

// All lines are computed once, unless an index gives them in the order asked.
const listedText = (asking: Asking): string => {
  const { query, isWide } = asking
  const conditions = [...periodConditions(asking), ...wordConditions(asking)]
  const isWalked = isWide && conditions.length === 0 && query.sort.column === "family-name"
  const sort = sortText(asking, query.sort.column)
  return `with listed as ${isWalked ? "not " : ""}materialized (
  select pe.key, ${sort} as sort, po.key as post
  from ${isWalked ? walkedText : sourceText(asking)}${needsConvened(asking) ? convenedText(asking) : ""}
  ${conditions.length === 0 ? "" : `where ${conditions.join("\n  and ")}`})`
}

// In the academy a person is one line, that of the first post in the order of the register: the
// main one, or else that of the first school.
const walkedText = `(select * from convoque.register_row where tenant = $1 and register = 'people') pe
  cross join lateral (select key from convoque.register_row
    where tenant = $1 and register = 'posts' and owner = pe.key order by sort limit 1) po`

// The people of a school are looked up one by one, whatever the server thinks of its size.
const sourceText = ({ query, bound, isWide }: Asking): string => {
  if (isWide) {
    return `(select one.* from convoque.register_row one where one.tenant = $1 and one.register = 'posts'
      and not exists (select 1 from convoque.register_row other where other.tenant = $1
        and other.register = 'posts' and other.owner = one.owner and other.sort < one.sort)) po
  join ${rows("pe", "people")} and pe.key = po.owner`
  }
  const ofSchool = query.school === undefined ? "" : ` and part = ${bound(query.school, "text")}`
  const ofPerson = query.person === undefined ? "" : ` and owner = ${bound(query.person, "text")}`
  return `(select * from convoque.register_row
    where tenant = $1 and register = 'posts'${ofSchool}${ofPerson}) po
  cross join lateral (select * from convoque.register_row
    where tenant = $1 and register = 'people' and key = po.owner offset 0) pe`
}

const countText = ({ query, isWide }: Asking): string => {
  if (query.uncounted === true) return "(select 0 as count)"
  const isPlain =
    isWide &&
    query.sort.column === "family-name" &&
    query.period === undefined &&
    searchedWords(query).length === 0
  return isPlain
    ? `(select count(*)::int as count from convoque.register_row pe
  where tenant = $1 and register = 'people' and exists (select 1 from convoque.register_row po
    where po.tenant = $1 and po.register = 'posts' and po.owner = pe.key))`
    : "(select count(*)::int as count from listed)"
}

const lastConvened = `select max(a.row->>'convenedOn') as day from convoque.register_row a
    where a.tenant = $1 and a.register = 'assignments' and a.row->>'situation' <> 'assigned'`

const needsConvened = ({ query }: Asking): boolean =>
  query.sort.column === "last-convened-on" ||
  (query.columns.includes("last-convened-on") &&
    searchedWords(query).some(({ word }) => isPartOfDate(word)))

const convenedText = ({ isWide }: Asking): string =>
  isWide
    ? `
  left join (${lastConvened.replace("select", "select a.owner,")} group by a.owner) lc
    on lc.owner = pe.key`
    : `
  left join lateral (${lastConvened} and a.owner = pe.key) lc on true`

const definedText = ({ isWide }: Asking): string =>
  isWide
    ? `'person:' || pe.key in (select v.scope from convoque.view_entry v where v.tenant = $1
      and v.view = '${definedView}')`
    : `exists (select 1 from convoque.view_entry v where v.tenant = $1
      and v.view = '${definedView}' and v.scope = 'person:' || pe.key)`

const sortText = (asking: Asking, column: string): string => {
  const text = sortTexts[column as StaffSort]
  return typeof text === "string" ? text : text(asking)
}

const sortTexts: Readonly<Record<StaffSort, string | ((asking: Asking) => string)>> = {
  "family-name": "pe.sort",
  "given-name": `split_part(pe.sort, E'\\t', 2)`,
  "birth-date": `coalesce(pe.row->>'birthDate', '')`,
  discipline: `split_part(po.search, E'\\n', 1)`,
  "last-convened-on": `coalesce(lc.day, '')`,
  "competences-defined": (asking) => `case when ${definedText(asking)} then '1' else '0' end`,
}

const periodConditions = ({ query, bound }: Asking): ReadonlyArray<string> => {
  const { period } = query
  if (period === undefined) return []
  if (period.kind === "available") {
    return [
      `not exists (select 1 from convoque.view_entry v where v.tenant = $1
    and v.view = 'exam-missions.unavailabilities' and v.scope = 'person:' || pe.key
    and cardinality(v.sorts) >= 1 and v.sorts[1] <= ${bound(`${period.until}T23:59`, "text")}
    and v.sorts[2] >= ${bound(`${period.from}T00:00`, "text")})`,
    ]
  }
  const until = bound(period.until, "text")
  const from = bound(period.from, "text")
  return [
    `exists (select 1 from convoque.register_row a, jsonb_array_elements(a.row->'dates') d
    where a.tenant = $1 and a.register = 'assignments' and a.owner = pe.key
    and a.row->>'situation' <> 'assigned' and d->>'date' <= ${until} and (d->>'date' >= ${from}
      or (d ? 'days' and (d->>'date')::date - 1
        + least(greatest((d->>'days')::numeric, 1), 366)::int >= ${from}::date)))`,
  ]
}

const wordConditions = (asking: Asking): ReadonlyArray<string> =>
  searchedWords(asking.query).map((one) => {
    const ways = [...textWays(asking, one.word), ...markWays(asking, one)]
    return ways.length === 0 ? "false" : `(${ways.join(" or ")})`
  })

const isPartOfDate = (word: string): boolean => /^[\d/]{1,10}$/u.test(word)

const printed = (day: string): string =>
  `(substr(${day}, 9, 2) || '/' || substr(${day}, 6, 2) || '/' || substr(${day}, 1, 4))`

const searched: Readonly<Partial<Record<StaffSort, string>>> = {
  "family-name": `split_part(pe.sort, E'\\t', 1)`,
  "given-name": `split_part(pe.sort, E'\\t', 2)`,
  discipline: `split_part(po.search, E'\\n', 1)`,
}

const searchedDates: Readonly<Partial<Record<StaffSort, string>>> = {
  "birth-date": printed("pe.row->>'birthDate'"),
  "last-convened-on": printed("lc.day"),
}

const textWays = ({ query, bound }: Asking, word: string): ReadonlyArray<string> => {
  const texts = query.columns.flatMap((column) => searched[column] ?? [])
  const dates = isPartOfDate(word)
    ? query.columns.flatMap((column) => searchedDates[column] ?? [])
    : []
  const pattern = bound(`%${word.replace(/[\\%_]/gu, "\\$&")}%`, "text")
  return [...texts, ...dates].map((text) => `${text} like ${pattern}`)
}

const markWays = (asking: Asking, { values }: SearchedWord): ReadonlyArray<string> => {
  const among = values[definedFilter] ?? []
  if (!asking.query.columns.includes("competences-defined")) return []
  return [
    ...(among.includes("yes") ? [definedText(asking)] : []),
    ...(among.includes("no") ? [`not ${definedText(asking)}`] : []),
  ]
}

const shownText = (count: string): string => `select c.count, p.sort, p.key,
  pe.row->>'familyName' as family, pe.row->>'givenName' as given, pe.row->>'birthDate' as birth,
  po.row->>'discipline' as discipline, po.row->>'kind' as kind, lc.day as convened,
  exists (select 1 from convoque.view_entry v where v.tenant = $1
    and v.view = '${definedView}' and v.scope = 'person:' || p.key) as defined
from ${count} c
left join page p on true
left join ${rows("pe", "people")} and pe.key = p.key
left join ${rows("po", "posts")} and po.key = p.post
left join lateral (${lastConvened} and a.owner = p.key) lc on true`

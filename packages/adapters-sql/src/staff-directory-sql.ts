/**
 * The statement of a page of the personnel: posts joined to people in the table of registers, with
 * what assignments, unavailability and competences tell of them.
 *
 * The texts compared are those that the registers keep folded: `sort` of a person is the family
 * name, a tab, the given name; the first line of `search` of a post is its discipline.
 */
import {
  agentScope,
  competences,
  definedFilter,
  personScope,
  type StaffQuery,
  type StaffSort,
  unavailabilities,
} from "@convoque/core/exam-missions"
import type { PersonId } from "@convoque/core/kernel/identity"
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
  const bound: Asking["bound"] = (value, type) => `$${parameters.push(value)}::${type}`
  const asking: Asking = {
    query,
    bound,
    isWide: query.school === undefined && query.person === undefined,
    words: searchedWords(query),
    days: {
      from: query.period === undefined ? "" : bound(query.period.from, "text"),
      until: query.period === undefined ? "" : bound(query.period.until, "text"),
    },
  }
  const isUp = query.sort.direction === "ascending"
  const order = `sort ${isUp ? "asc" : "desc"}, key ${isUp ? "asc" : "desc"}`
  const listed = listedText(asking)
  const beyond =
    query.after === undefined
      ? ""
      : `where (sort, key) ${isUp ? ">" : "<"} (${bound(query.after.sort, "text")}, ${bound(query.after.key, "text")})`
  return {
    // Without a name of its own: pages differ in their text, and are planned for what they ask.
    text: `with ${concernedText(asking)}listed as ${listed},
page as (select * from listed ${beyond} order by ${order} limit ${bound(query.limit + 1, "int")})
${shownText(asking)}
order by p.sort ${isUp ? "asc" : "desc"}, p.key ${isUp ? "asc" : "desc"}`,
    parameters,
  }
}

interface Asking {
  readonly query: AskedStaff
  readonly bound: (value: unknown, type: string) => string
  /** Whether the lines are those of the whole academy: what is looked up for each is then joined. */
  readonly isWide: boolean
  readonly words: ReadonlyArray<SearchedWord>
  readonly days: Days
}

/** The bounds of the period asked for, as parameters. */
interface Days {
  readonly from: string
  readonly until: string
}

const rows = (register: string): string =>
  `convoque.register_row where tenant = $1 and register = '${register}'`

// The people of an academy in the order of the index, which is read as far as the page goes; who is
// counted is then counted apart. Otherwise all lines are computed once.
const isWalked = ({ query, isWide, words }: Asking): boolean =>
  isWide && words.length === 0 && query.sort.column === "family-name"

// A page that no period restricts meets each of its people once, whose rows are then read on the
// way. Otherwise the index alone is walked, in which many are passed over.
const bearsRows = (asking: Asking): boolean =>
  !asking.isWide || (isWalked(asking) && asking.query.period === undefined)

const listedText = (asking: Asking): string => {
  if (isWalked(asking)) return `not materialized (${walkedText(asking)})`
  const conditions = [...periodConditions(asking), ...wordConditions(asking)]
  const sort = sortText(asking, asking.query.sort.column)
  const more = asking.isWide ? "" : ", pe.row as person, po.row as post"
  return `materialized (select pe.key, ${sort} as sort${more}
  from ${sourceText(asking)}${needsConvened(asking) ? convenedText(asking) : ""} ${whereText(conditions)})`
}

// Under `offset` or `limit` posts are looked up one by one, for the people of the page alone: a join
// would read those of all people for each page of an export.
const walkedText = (asking: Asking): string =>
  bearsRows(asking)
    ? `select pe.key, pe.sort, pe.row as person, po.row as post
  from (select key, sort, row from ${rows("people")}) pe
  cross join lateral (select row from ${rows("posts")} and owner = pe.key order by sort limit 1) po`
    : `select pe.key, pe.sort from (select key, sort from ${rows("people")}) pe
  ${whereText([
    `exists (select 1 from ${rows("posts")} and owner = pe.key offset 0)`,
    ...periodConditions(asking),
  ])}`

const hasPostText = `exists (select 1 from ${rows("posts")} and owner = pe.key)`

const whereText = (conditions: ReadonlyArray<string>): string =>
  conditions.length === 0 ? "" : `where ${conditions.join("\n  and ")}`

// In the academy a person is one line, that of the first post in the order of the register: the
// main one, or else that of the first school. The people of a school are looked up one by one,
// whatever the server thinks of its size. Words leave few lines, of which alone it is then asked
// whether theirs is the first post.
const sourceText = ({ query, bound, isWide, words }: Asking): string => {
  if (isWide) {
    const first =
      words.length === 0
        ? `select distinct on (owner) owner, search from ${rows("posts")} order by owner, sort`
        : `select owner, search from convoque.register_row one
    where one.tenant = $1 and one.register = 'posts' and not exists (select 1 from ${rows("posts")}
      and owner = one.owner and sort < one.sort)`
    return `(${first}) po
  join (select key, sort, row from ${rows("people")}) pe on pe.key = po.owner`
  }
  const ofSchool = query.school === undefined ? "" : ` and part = ${bound(query.school, "text")}`
  const ofPerson = query.person === undefined ? "" : ` and owner = ${bound(query.person, "text")}`
  return `(select * from ${rows("posts")}${ofSchool}${ofPerson}) po
  cross join lateral (select * from ${rows("people")} and key = po.owner offset 0) pe`
}

const countText = (asking: Asking): string => {
  if (asking.query.uncounted === true) return "(select 0 as count)"
  if (!isWalked(asking)) return "(select count(*)::int as count from listed)"
  return `(select count(*)::int as count from (select key from ${rows("people")}) pe
  ${whereText([hasPostText, ...periodConditions(asking)])})`
}

const needsConvened = ({ query, words }: Asking): boolean =>
  query.sort.column === "last-convened-on" ||
  (query.columns.includes("last-convened-on") && words.some(({ word }) => isPartOfDate(word)))

// The greatest of each person stands last in an index.
const lastConvened = `select max(convened_on) as day from convoque.register_row
    where tenant = $1 and convened_on is not null`

const convenedText = ({ isWide }: Asking): string =>
  isWide
    ? `
  left join (${lastConvened.replace("select", "select owner,")} group by owner) lc
    on lc.owner = pe.key`
    : `
  left join lateral (${lastConvened} and owner = pe.key) lc on true`

// The scopes of both lists, of which the id is the end.
const nobody = "" as PersonId
const sheetsOf = (key: string): string => `'${agentScope(nobody)}' || ${key}`
const periodsOf = (key: string): string => `'${personScope(nobody)}' || ${key}`

const definedText = ({ isWide }: Asking): string =>
  isWide
    ? `${sheetsOf("pe.key")} in (select v.scope from convoque.view_entry v where v.tenant = $1
      and v.view = '${competences.name}')`
    : `exists (select 1 from convoque.view_entry v where v.tenant = $1
      and v.view = '${competences.name}' and v.scope = ${sheetsOf("pe.key")})`

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

// In the academy those whom a period concerns are found first, as a set in which each person is then
// looked up: a condition under `is` is not made a join, of which the server misjudges the size, and
// `distinct` keeps the set small enough to be hashed.
const concernedText = ({ query: { period }, days, isWide }: Asking): string => {
  if (period === undefined || !isWide) return ""
  const found =
    period.kind === "available"
      ? `select distinct v.scope from ${awayIn(days)}`
      : `select distinct c.owner from (${convenedIn(days)}) c`
  return `concerned (one) as materialized (${found}),\n`
}

const periodConditions = ({ query: { period }, days, isWide }: Asking): ReadonlyArray<string> => {
  if (period === undefined) return []
  if (period.kind === "available") {
    return isWide
      ? [`(${periodsOf("pe.key")} in (select one from concerned)) is not true`]
      : [`not exists (select 1 from ${awayIn(days)} and v.scope = ${periodsOf("pe.key")})`]
  }
  const { from, until } = days
  return isWide
    ? ["(pe.key in (select one from concerned)) is true"]
    : [
        `exists (select 1 from ${rows("assignments")} and owner = pe.key
    and convened_from <= ${until} and convened_until >= ${from}
    and (convened_from >= ${from} or convened_until <= ${until} or ${dateIn(days)}))`,
      ]
}

const awayIn = ({ from, until }: Days): string => `convoque.view_entry v where v.tenant = $1
    and v.view = '${unavailabilities.name}' and cardinality(v.sorts) >= 1
    and v.sorts[1] <= ${until} || 'T23:59' and v.sorts[2] >= ${from} || 'T00:00'`

// The first or the last day lies in the period; or the days surround it, and each date is looked at.
const convenedIn = ({ from, until }: Days): string => {
  const those = `select owner from convoque.register_row where tenant = $1 and convened_from`
  return `${those} between ${from} and ${until}
    union all ${those} < ${from} and convened_until between ${from} and ${until}
    union all ${those} < ${from} and convened_until > ${until} and ${dateIn({ from, until })}`
}

const dateIn = ({ from, until }: Days): string => `exists (
      select 1 from jsonb_array_elements(row->'dates') d
      where d->>'date' <= ${until} and (d->>'date' >= ${from}
        or (d ?| array['days', 'hours'] and convoque.last_day_of(d) >= ${from})))`

const wordConditions = (asking: Asking): ReadonlyArray<string> =>
  asking.words.map((one) => {
    const ways = [...textWays(asking, one.word), ...markWays(asking, one)]
    return ways.length === 0 ? "false" : `(${ways.join(" or ")})`
  })

const isPartOfDate = (word: string): boolean => /^[\d/]{1,10}$/u.test(word)

const printed = (day: string): string =>
  `(substr(${day}, 9, 2) || '/' || substr(${day}, 6, 2) || '/' || substr(${day}, 1, 4))`

// A whole text is looked at first: most do not hold the word, and are not split.
const searched: Readonly<Partial<Record<StaffSort, (pattern: string) => string>>> = {
  "family-name": (pattern) =>
    `(pe.sort like ${pattern} and split_part(pe.sort, E'\\t', 1) like ${pattern})`,
  "given-name": (pattern) =>
    `(pe.sort like ${pattern} and split_part(pe.sort, E'\\t', 2) like ${pattern})`,
  discipline: (pattern) =>
    `(po.search like ${pattern} and split_part(po.search, E'\\n', 1) like ${pattern})`,
}

const searchedDates: Readonly<Partial<Record<StaffSort, string>>> = {
  "birth-date": printed("pe.row->>'birthDate'"),
  "last-convened-on": printed("lc.day"),
}

const textWays = ({ query, bound }: Asking, word: string): ReadonlyArray<string> => {
  const dates = isPartOfDate(word)
    ? query.columns.flatMap((column) => searchedDates[column] ?? [])
    : []
  const pattern = bound(`%${word.replace(/[\\%_]/gu, "\\$&")}%`, "text")
  return [
    ...query.columns.flatMap((column) => searched[column]?.(pattern) ?? []),
    ...dates.map((text) => `${text} like ${pattern}`),
  ]
}

const markWays = (asking: Asking, { values }: SearchedWord): ReadonlyArray<string> => {
  const among = values[definedFilter] ?? []
  if (!asking.query.columns.includes("competences-defined")) return []
  return [
    ...(among.includes("yes") ? [definedText(asking)] : []),
    ...(among.includes("no") ? [`not ${definedText(asking)}`] : []),
  ]
}

const shownText = (asking: Asking): string => {
  const isJoined = !bearsRows(asking)
  const hasColumn = (column: StaffSort): boolean => asking.query.columns.includes(column)
  const [person, post] = isJoined ? ["pe.row", "po.row"] : ["p.person", "p.post"]
  return `select c.count, p.sort, p.key,
  ${person}->>'familyName' as family, ${person}->>'givenName' as given,
  ${person}->>'birthDate' as birth, ${post}->>'discipline' as discipline, ${post}->>'kind' as kind,
  ${hasColumn("last-convened-on") ? `(${lastConvened} and owner = p.key)` : "null"} as convened,
  ${hasColumn("competences-defined") ? shownDefined : "false"} as defined
from ${countText(asking)} c
left join page p on true${isJoined ? joinedText : ""}`
}

const shownDefined = `exists (select 1 from convoque.view_entry v where v.tenant = $1
    and v.view = '${competences.name}' and v.scope = ${sheetsOf("p.key")})`

const joinedText = `
left join convoque.register_row pe on pe.tenant = $1 and pe.register = 'people' and pe.key = p.key
left join lateral (select row from ${rows("posts")} and owner = p.key order by sort limit 1) po
  on true`

/**
 * The reference of the bench of the directory: the academy on plain typed tables without tenant,
 * filled from what the registers and lists hold, and the best statements that we know for the
 * questions of lists: a page, then its count, each planned for its own values.
 */
import type pg from "pg"

const texts: ReadonlyArray<string> = [
  `create table person (id text collate "C" primary key, family_name text not null,
    given_name text not null, birth_date date, family_key text collate "C" not null,
    given_key text collate "C" not null)`,
  `insert into person select key, row->>'familyName', row->>'givenName', (row->>'birthDate')::date,
    split_part(sort, chr(9), 1), split_part(sort, chr(9), 2)
  from convoque.register_row where tenant = $1 and register = 'people'`,
  `create index on person (family_key, given_key, id)`,
  `create table post (person text collate "C" not null, kind text collate "C" not null,
    school text collate "C" not null, discipline text, discipline_key text collate "C",
    primary key (person, kind, school))`,
  `insert into post select owner, row->>'kind', part, row->>'discipline',
    split_part(search, chr(10), 1)
  from convoque.register_row where tenant = $1 and register = 'posts'`,
  `create index on post (school, person)`,
  `create index on post (person, kind, school) include (discipline_key)`,
  `create table assignment (mission int not null, person text collate "C" not null,
    is_convened boolean not null, convened_on date, first_day date not null,
    last_day date not null, primary key (mission, person))`,
  `insert into assignment select (row->>'mission')::int, owner, row->>'situation' <> 'assigned',
    (row->>'convenedOn')::date, (row->'dates'->0->>'date')::date, (row->'dates'->0->>'date')::date
  from convoque.register_row where tenant = $1 and register = 'assignments'`,
  `create index on assignment (person, convened_on) include (first_day, last_day)
    where is_convened`,
  `create index on assignment (first_day, last_day, person) where is_convened`,
  `create table unavailability (person text collate "C" not null, starts_at timestamp not null,
    ends_at timestamp not null, primary key (person, starts_at))`,
  `insert into unavailability select substr(scope, 8), sorts[1]::timestamp, sorts[2]::timestamp
  from convoque.view_entry where tenant = $1 and view = 'exam-missions.unavailabilities'`,
  `create index on unavailability (starts_at, ends_at, person)`,
  `create table teaching (person text collate "C" not null, school text not null,
    subject_code text, subject text, modality text, training_module text, structure text)`,
  `insert into teaching select owner, part, row->>'subjectCode', row->>'subject',
    row->>'modality', row->>'trainingModule', row->>'structure'
  from convoque.register_row where tenant = $1 and register = 'teachings'`,
  `create index on teaching (person, subject, structure)`,
]

/** Fills the plain tables from those of the registers, and lets the server know what they hold. */
export const fillPlain = async (client: pg.Client, tenant: string): Promise<void> => {
  for (const text of texts) await client.query(text, text.includes("$1") ? [tenant] : [])
  for (const table of ["person", "post", "assignment", "unavailability", "teaching"]) {
    await client.query(`vacuum analyze ${table}`)
  }
}

/** What is asked of the plain tables: `where` bears on `p` (person) and `o` (post). */
export interface PlainAsked {
  readonly school?: string
  readonly where?: string
  /** Asked of the page alone. */
  readonly beyond?: string
  /** Whether the condition reads the post, which is then joined before it is counted. */
  readonly ofPost?: boolean
  readonly byConvened?: boolean
}

/** What the plain tables answer: who is on the page, and how many there are. */
export interface PlainPage {
  readonly people: ReadonlyArray<string>
  readonly count: number
}

/** Gives a page of fifty and its count. */
export const plainPage = async (client: pg.Client, asked: PlainAsked): Promise<PlainPage> => {
  const { rows } = await client.query<{ id: string }>(pageText(asked))
  const counted = await client.query<{ count: number }>(countText(asked))
  return { people: rows.map(({ id }) => id), count: counted.rows[0]?.count ?? 0 }
}

const order = "p.family_key, p.given_key, p.id"
const last = `(select max(a.convened_on) from assignment a where a.person = p.id and a.is_convened)`
const shown = "p.id, p.family_name, p.given_name, o.kind, o.discipline"
const firstPost = `cross join lateral (select kind, discipline, discipline_key from post
  where person = p.id order by kind, school limit 1) o`
const firstPosts = `join (select distinct on (person) person, discipline_key from post
  order by person, kind, school) o on o.person = p.id`

const pageText = ({ school, where = "true", beyond = "true", byConvened }: PlainAsked): string => {
  if (byConvened === true) {
    return `select ${shown}, p.convened_on from (
      select p.*, c.convened_on from person p left join (select person, max(convened_on) as convened_on
        from assignment where is_convened group by person) c on c.person = p.id
      where exists (select from post where person = p.id)
      order by c.convened_on desc nulls last, p.id desc limit 50) p ${firstPost}
    order by p.convened_on desc nulls last, p.id desc`
  }
  const people =
    school === undefined
      ? `person p ${firstPost}`
      : `post o join person p on p.id = o.person and o.school = '${school}'`
  return `select ${shown}, ${last} as convened_on from ${people}
    where ${where} and ${beyond} order by ${order} limit 50`
}

const countText = ({ school, where = "true", ofPost }: PlainAsked): string => {
  if (school !== undefined) {
    return `select count(*)::int as count from post o join person p on p.id = o.person
    where o.school = '${school}' and ${where}`
  }
  return ofPost === true
    ? `select count(*)::int as count from person p ${firstPosts} where ${where}`
    : `select count(*)::int as count from person p
    where exists (select from post where person = p.id) and ${where}`
}

/** The condition of a word in a name or in the discipline. */
export const named = (word: string): string => `(p.family_key like '%${word}%'
  or p.given_key like '%${word}%' or o.discipline_key like '%${word}%')`

/** The condition of those without declared unavailability on some days. */
export const available = (from: string, until: string): string => `not exists (select
  from unavailability u where u.person = p.id and u.starts_at <= '${until} 23:59'
  and u.ends_at >= '${from}')`

/** The condition of those convened on some days. */
export const convened = (from: string, until: string): string => `exists (select
  from assignment a where a.person = p.id and a.is_convened and a.first_day <= '${until}'
  and a.last_day >= '${from}')`

/** All people with their teachings, in one statement. */
export const wholeText = `select p.family_name, p.given_name, o.discipline, t.school,
  t.subject_code, t.subject, t.modality, t.training_module, t.structure
from person p join (select distinct on (person) person, discipline from post
  order by person, kind, school) o on o.person = p.id
left join teaching t on t.person = p.id
order by ${order}, t.subject, t.structure`

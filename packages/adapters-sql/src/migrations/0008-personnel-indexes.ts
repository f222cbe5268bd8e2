/**
 * The indexes by which the personnel are listed and searched without reading the rows themselves,
 * and the days of convened assignments as columns, computed by the server when a row is written.
 */
import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

// The first or the last day of an assignment, null of none. Years have four digits, so that days
// sort as texts.
const daysFunction = (
  name: string,
  day: string,
): string => `create function convoque.${name}(dates jsonb)
  returns text language sql immutable parallel safe as $$
    select ${day} from jsonb_array_elements(dates) d $$`

// Dates by number of days or hours last to their end, a year at most; what ends at midnight ends
// that day.
const lastDayFunction = `create function convoque.last_day_of(d jsonb)
  returns text language sql immutable parallel safe as $$
    select case
      when d ? 'days' then to_char(least(date '9999-12-31', (d->>'date')::date - 1
        + greatest(1, least((d->>'days')::numeric, 366))::int), 'YYYY-MM-DD')
      when d ? 'hours' then to_char(least(date '9999-12-31', (d->>'date')::date
        + (substr(d->>'start', 1, 2)::int * 60 + substr(d->>'start', 4, 2)::int - 1
          + greatest(1, least((d->>'hours')::numeric, 8784))::int * 60) / 1440), 'YYYY-MM-DD')
      else d->>'date' end $$`

// Most assignments have one span of hours: they do without a call.
const daysOf = (name: string): string => `case when jsonb_array_length(row->'dates') = 1
      and not row->'dates'->0 ?| array['days', 'hours'] then row->'dates'->0->>'date'
      else convoque.${name}(row->'dates') end`

const ofConvened = (column: string, text: string): string =>
  `add column ${column} text collate "C" generated always as (case
    when register = 'assignments' and row->>'situation' <> 'assigned' then ${text} end) stored`

// People in the order of lists; of each, the posts from the main one on, with what is searched.
const statements: ReadonlyArray<string> = [
  daysFunction("first_day", "min(d->>'date')"),
  lastDayFunction,
  daysFunction("last_day", "max(convoque.last_day_of(d))"),
  `alter table convoque.register_row ${[
    ofConvened("convened_on", "row->>'convenedOn'"),
    ofConvened("convened_from", daysOf("first_day")),
    ofConvened("convened_until", daysOf("last_day")),
  ].join(",\n    ")}`,
  `create index register_row_people on convoque.register_row (tenant, sort, key)
    where register = 'people'`,
  `create index register_row_posts on convoque.register_row (tenant, owner, sort)
    include (key, search) where register = 'posts'`,
  `create index register_row_convened_on on convoque.register_row (tenant, owner, convened_on)
    where convened_on is not null`,
  `create index register_row_convened_days on convoque.register_row
    (tenant, convened_from, convened_until, owner) where convened_from is not null`,
]

/** Makes the indexes of the personnel, and the columns of assignments. */
export const personnelIndexes0008: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

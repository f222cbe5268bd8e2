/** The statements that compare a staged file with a register and write it. */

const staged = `convoque.register_staging s`
const kept = `convoque.register_row r`

// $1 import, $2 tenant, $3 register, $4 part or null.
const sameKey = `r.tenant = $2 and r.register = $3 and r.key = s.key`
const inPart = `($4::text is null or r.part = $4)`
const others = `(r.part, r.owner, r.sort, r.search) is distinct from (s.part, s.owner, s.sort, s.search)`

const lock = `pg_advisory_xact_lock(hashtextextended($1 || chr(10) || $2, 0))`

const insertText = (condition: string): string => `insert into convoque.register_row
    (tenant, register, key, part, owner, sort, search, row)
  select $2::text, $3::text, s.key, s.part, s.owner, s.sort, s.search, s.row from ${staged}
  where s.import = $1 ${condition}`

const unresolvedText = (
  more: string,
): string => `select s.line, s.refs[$4::int] as value, count(*) over ()::int as count from ${staged}
  where s.import = $1 and s.refs[$4::int] is not null and not exists (
    select from ${kept} where r.tenant = $2 and r.register = $3 and r.key = s.refs[$4::int]${more})
  order by s.line limit 100`

/** What is asked before anything is written. */
export const compareTexts = {
  lock: `select ${lock}`,
  // Loops over an index are slow for many rows, and are chosen when statistics are old.
  lockMany: `select ${lock}, set_config('enable_nestloop', 'off', true),
    set_config('work_mem', '64MB', true)`,
  analyze: `analyze convoque.register_staging (import)`,
  held: `select id from convoque.register_import where id = $1 for key share`,
  staged: `select count(*)::int as count from ${staged} where s.import = $1`,
  repeated: `select k.key, (select (array_agg(s.line order by s.line))[1:20]
    from ${staged} where s.import = $1 and s.key = k.key) as lines
  from (select s.key from ${staged} where s.import = $1
    group by s.key having count(*) > 1 order by s.key limit 100) k order by k.key`,
  empty: `select not exists (select from ${kept} where r.tenant = $1 and r.register = $2) as empty`,
  kept: `select count(*)::int as kept from ${kept}
  where r.tenant = $1 and r.register = $2 and ($3::text is null or r.part = $3)`,
  state: `select (select count(*)::int from ${kept} where r.tenant = $1 and r.register = $2) as rows,
    coalesce((select revision from convoque.register where tenant = $1 and name = $2), 0) as revision`,
  counts: `with counted as (
    select count(*) filter (where r.key is null) as added,
      count(*) filter (where r.row <> s.row) as changed,
      count(*) filter (where r.row <> s.row and exists (select from jsonb_each(r.row) o
        where o.value <> 'null' and coalesce(s.row -> o.key, 'null') = 'null')) as emptied,
      count(*) filter (where r.row = s.row and ${others}) as stale,
      count(*) filter (where r.key is not null and ${inPart}) as matched
    from ${staged} left join ${kept} on ${sameKey} where s.import = $1),
  kept as (select count(*) as kept from ${kept}
    where r.tenant = $2 and r.register = $3 and ${inPart})
  select kept::int, added::int, changed::int, emptied::int, stale::int, (kept - matched)::int as removed
  from counted, kept`,
  firsts: `select s.line, null as before, s.row as after from ${staged} where s.import = $1
  order by s.key limit 5`,
  added: `select s.line, null as before, s.row as after from ${staged}
  where s.import = $1 and not exists (select from ${kept} where ${sameKey}) order by s.key limit 5`,
  changed: `select s.line, r.row as before, s.row as after from ${staged} join ${kept} on ${sameKey}
  where s.import = $1 and r.row <> s.row
  order by s.key limit 5`,
  removed: `select null as line, r.row as before, null as after from ${kept}
  where r.tenant = $2 and r.register = $3 and ${inPart}
    and not exists (select from ${staged} where s.import = $1 and s.key = r.key)
  order by r.key limit 5`,
  // $3 the register referred to, $4 the place of the reference.
  unresolved: unresolvedText(""),
  // $5 the part replaced, or null: its rows are those staged.
  unresolvedHere: unresolvedText(` and $5::text is not null and r.part <> $5
    union all select from convoque.register_staging o where o.import = $1
      and o.key = s.refs[$4::int]`),
}

/** What is written, in this order; each only when there is something for it. */
export const writeTexts = {
  remove: `delete from ${kept} where r.tenant = $2 and r.register = $3 and ${inPart}
    and not exists (select from ${staged} where s.import = $1 and s.key = r.key)`,
  change: `update ${kept}
  set part = s.part, owner = s.owner, sort = s.sort, search = s.search, row = s.row
  from ${staged} where s.import = $1 and ${sameKey} and (r.row <> s.row or ${others})`,
  fill: insertText(""),
  add: insertText(`and not exists (select from ${kept} where ${sameKey})`),
  analyze: `analyze convoque.register_row (tenant, register, key, part, owner)`,
  revise: `insert into convoque.register (tenant, name, revision) values ($1, $2, 1)
  on conflict (tenant, name) do update set revision = register.revision + 1`,
}

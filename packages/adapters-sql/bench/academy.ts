/** An academy for benches: schools of a hundred people, posts, assignments, periods, competences. */
import type pg from "pg"

/** How many people it has. */
export const peopleCount = Number(process.env["BENCH_PEOPLE"] ?? 100_000)

const insert = `insert into convoque.register_row (tenant, register, key, part, owner, sort, search, row)`

// A person in a thousand has no post; one in ten has a second school.
const texts: ReadonlyArray<string> = [
  `${insert} select $1::text, 'people', 'epp-' || n, '', 'epp-' || n,
    'name' || n * 7919 % $2::int || chr(9) || 'given' || n % 200,
    'name' || n * 7919 % $2::int || chr(10) || 'given' || n % 200,
    jsonb_build_object('person', 'epp-' || n, 'numen', null, 'civility', 'M.',
      'familyName', 'Name' || n * 7919 % $2::int, 'givenName', 'Given' || n % 200,
      'birthDate', '19' || 60 + n % 40 || '-03-09', 'address', '1 rue des Écoles, 31000 Toulouse',
      'personalPhone', '0561000000', 'professionalPhone', '0561000001',
      'professionalEmail', null, 'personalEmail', null)
  from generate_series(1, $2::int) n`,
  `${insert} select $1::text, 'posts', 'epp-' || n || '/' || uai, uai, 'epp-' || n,
    kind || chr(9) || uai, lower(discipline) || chr(10) || 'enseignement',
    jsonb_build_object('person', 'epp-' || n, 'school', uai, 'kind', kind, 'discipline', discipline,
      'role', 'Enseignement')
  from generate_series(1, $2::int) n, lateral (
    select 'main' as kind, n % ($2::int / 100) as number
    union all select 'secondary', (n + 1) % ($2::int / 100) where n % 10 = 0) post,
  lateral (select '031' || lpad(post.number::text, 4, '0') || 'A' as uai,
    (array['MATHEMATIQUES', 'ANGLAIS', 'LETTRES MODERNES', 'EPS'])[1 + n % 4] as discipline) more
  where n % 1000 <> 0`,
  `${insert} select $1::text, 'assignments', mission || '/epp-' || n, '', 'epp-' || n,
    day || chr(9) || lpad(mission::text, 9, '0'), mission::text || chr(10) || chr(10),
    jsonb_build_object('mission', mission::text, 'person', 'epp-' || n,
      'situation', (array['convened', 'assigned', 'convened-by-centre'])[1 + mission % 3],
      'convenedOn', '2026-05-' || lpad((1 + n % 28)::text, 2, '0'), 'capacity', 'Correcteur',
      'commission', null, 'juries', null, 'room', null, 'observation', null,
      'dates', jsonb_build_array(jsonb_build_object('_tag', 'span', 'date', day,
        'start', '09:00', 'end', '12:00')))
  from generate_series(1, $2::int) n, generate_series(1, 2) time,
  lateral (select 1 + (n * 31 + time * 17) % 20000 as mission) one,
  lateral (select '2026-06-' || lpad((1 + mission % 30)::text, 2, '0') as day) more`,
  `${insert} select $1::text, 'teachings', 'epp-' || n || '/' || time, uai, 'epp-' || n,
    'mathematiques' || chr(9) || time, 'mathematiques',
    jsonb_build_object('person', 'epp-' || n, 'school', uai, 'subjectCode', '0613',
      'subject', 'MATHEMATIQUES', 'modality', 'CG', 'trainingModuleCode', null,
      'trainingModule', 'TLE GENERALE', 'trainingModuleType', null, 'structureKind', 'division',
      'structure', 'T' || time)
  from generate_series(1, $2::int) n, generate_series(1, 2) time,
  lateral (select '031' || lpad((n % ($2::int / 100))::text, 4, '0') || 'A' as uai) school`,
  `insert into convoque.view_entry (tenant, kind, key, view, scope, part, sorts, filters, search, row)
  select $1::text, 'exam-unavailability', 'epp-' || n, 'exam-missions.unavailabilities',
    'person:epp-' || n, '', array['2026-06-' || lpad((1 + n % 28)::text, 2, '0') || 'T08:00',
      '2026-06-' || lpad((2 + n % 28)::text, 2, '0') || 'T18:00', 'stage'], '{}', 'stage', '{}'
  from generate_series(1, $2::int, 3) n`,
  `insert into convoque.view_entry (tenant, kind, key, view, scope, part, sorts, filters, search, row)
  select $1::text, 'exam-competence-sheet', 'epp-' || n, 'exam-missions.competences',
    'person:epp-' || n, '', array['epp-' || n], '{}', '', '{}'
  from generate_series(1, $2::int, 2) n`,
]

/** Fills the tables of a tenant, and lets the server know what they hold. */
export const fillAcademy = async (client: pg.Client, tenant: string): Promise<void> => {
  for (const text of texts) await client.query(text, [tenant, peopleCount])
  await client.query("vacuum analyze convoque.register_row")
  await client.query("vacuum analyze convoque.view_entry")
}

/**
 * Files in `dossier_rdvc` and its children: evaluators, appointments, acts. One statement reads a
 * file whole, so that nobody sees half of a commit.
 */
import { AppointmentSet, appointmentSetType } from "@convoque/core/career-appointments"
import { type Change, isChangeOf } from "@convoque/core/kernel/ports"
import * as Schema from "effect/Schema"
import { actorOf, instantOf, personOf } from "../columns.ts"
import { put } from "../database.ts"
import {
  type ActeRow,
  acteRows,
  type DossierRow,
  dossierRow,
  type EvaluateurRow,
  evaluateurRows,
  type RendezVousRow,
  rendezVousRows,
} from "./dossier-rows.ts"
import { type Kept, nameColumns, namesOf, type OwnTable } from "./own-table.ts"

/** The table of files. */
export const dossiers: OwnTable = {
  kind: appointmentSetType.kind,
  table: "dossier_rdvc",
  load: async (query, ids) => {
    const found = await query<WholeDossier>(
      `select to_jsonb(d) as dossier, ${children("dossier_evaluateur", "rang")} as evaluateurs,
         ${children("rendez_vous", "rang")} as rendez_vous, ${children("acte", "numero")} as actes
       from dossier_rdvc d
       where (d.academie, d.cle) in (select * from unnest($1::text[], $2::text[]))`,
      namesOf(ids),
    )
    return found.map(keptOf)
  },
  write: async (query, changes) => {
    const opened = changes.map(openedOf)
    const target = { table: "dossier_rdvc", key: "academie, cle" }
    const rows = opened.map(({ name, state }) => dossierRow(name, state))
    const isNew = (_: unknown, index: number) => changes[index]?.expected === 0
    const created = await put(query, { ...target, existing: "keep" }, rows.filter(isNew))
    const known = rows.filter((row, index) => !isNew(row, index))
    await put(query, { ...target, existing: "update" }, known)
    const child = (table: string, key: string, existing: "update" | "keep") => ({
      table,
      key: `academie, dossier, ${key}`,
      existing,
    })
    const every = <Row>(rowsOf: (name: Name, state: OpenedSet) => ReadonlyArray<Row>) =>
      opened.flatMap(({ name, state }) => rowsOf(name, state))
    await put(query, child("dossier_evaluateur", "role", "update"), every(evaluateurRows))
    await put(query, child("rendez_vous", "creneau", "update"), every(rendezVousRows))
    await put(query, child("acte", "numero", "keep"), every(acteRows))
    return created
  },
}

type OpenedSet = Parameters<typeof dossierRow>[1]
type Name = Parameters<typeof dossierRow>[0]

const openedOf = (change: Change): { readonly name: Name; readonly state: OpenedSet } => {
  if (!isChangeOf(appointmentSetType, change) || change.state._tag === "none") {
    throw new Error(`${change.id.key} is no file`)
  }
  return { name: nameColumns(change), state: change.state }
}

const children = (table: string, order: string): string =>
  `(select coalesce(jsonb_agg(to_jsonb(e) order by e.${order}), '[]') from ${table} e
    where e.academie = d.academie and e.dossier = d.cle)`

interface WholeDossier {
  readonly dossier: DossierRow
  readonly evaluateurs: ReadonlyArray<EvaluateurRow>
  readonly rendez_vous: ReadonlyArray<RendezVousRow>
  readonly actes: ReadonlyArray<ActeRow>
}

const readSet = Schema.decodeUnknownSync(AppointmentSet)

// All that the rows know is offered; the schema of each state takes the fields that it has.
const keptOf = ({ dossier, evaluateurs, rendez_vous, actes }: WholeDossier): Kept => ({
  academie: dossier.academie,
  cle: dossier.cle,
  version: dossier.version,
  state: readSet({
    _tag: dossier.etat,
    campaign: dossier.campagne,
    agent: personOf(dossier.agent, dossier),
    evaluators: Object.fromEntries(
      evaluateurs.map((row) => [row.role, personOf(row.personne, row)]),
    ),
    terms: dossier.modalites,
    acts: actes.map((row) => actOf(row, dossier)),
    appointments: rendez_vous.map(appointmentOf),
    edition: dossier.edition,
    requests: dossier.demandes,
    modified: ranked(rendez_vous, "rang_modification"),
    pending: ranked(rendez_vous, "rang_report"),
    outcomes: Object.fromEntries(
      rendez_vous.flatMap(({ creneau, issue }) => (issue === null ? [] : [[creneau, issue]])),
    ),
  }),
})

const actOf = (row: ActeRow, { modalites }: DossierRow) => ({
  _tag: row.type,
  at: instantOf(row.fait_le),
  by: actorOf(row.fait_par, row),
  ...row.details,
  ...(row.type === "SetOpened" ? { terms: modalites } : {}),
})

const appointmentOf = (row: RendezVousRow) => ({
  slot: row.creneau,
  date: row.jour,
  place: row.lieu,
  start: row.heure_debut.slice(0, 5),
  end: row.heure_fin.slice(0, 5),
  zone: row.fuseau,
  startsAt: instantOf(row.debut_utc),
  endsAt: instantOf(row.fin_utc),
})

const ranked = (
  rows: ReadonlyArray<RendezVousRow>,
  rank: "rang_modification" | "rang_report",
): ReadonlyArray<string> =>
  rows
    .filter((row) => row[rank] !== null)
    .toSorted((a, b) => (a[rank] ?? 0) - (b[rank] ?? 0))
    .map(({ creneau }) => creneau)

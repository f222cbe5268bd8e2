/** Campaigns in `campagne_rdvc`: one row each. */
import { Campaign, campaignType } from "@convoque/core/career-appointments"
import { type Change, isChangeOf } from "@convoque/core/kernel/ports"
import * as Schema from "effect/Schema"
import { type ActorColumns, actorColumns, actorOf, instantOf } from "../columns.ts"
import { put } from "../database.ts"
import { type Kept, nameColumns, namesOf, type OwnTable } from "./own-table.ts"

interface CampagneRow extends ActorColumns {
  readonly academie: string
  readonly cle: string
  readonly version: number
  readonly annee_scolaire: string
  readonly gestionnaires: ReadonlyArray<string>
  readonly modalites: unknown
  readonly creee_le: string
  readonly creee_par: string
}

/** The table of campaigns. */
export const campagnes: OwnTable = {
  kind: campaignType.kind,
  table: "campagne_rdvc",
  load: async (query, ids) => {
    const found = await query<{ readonly c: CampagneRow }>(
      `select to_jsonb(c) as c from campagne_rdvc c
       where (academie, cle) in (select * from unnest($1::text[], $2::text[]))`,
      namesOf(ids),
    )
    return found.map(({ c }) => keptOf(c))
  },
  write: async (query, changes) => {
    const target = { table: "campagne_rdvc", key: "academie, cle" }
    const created = changes.filter(({ expected }) => expected === 0).map(rowOf)
    const changed = changes.filter(({ expected }) => expected > 0).map(rowOf)
    await put(query, { ...target, existing: "update" }, changed)
    return put(query, { ...target, existing: "keep" }, created)
  },
}

const rowOf = (change: Change): CampagneRow => {
  if (!isChangeOf(campaignType, change) || change.state._tag === "none") {
    throw new Error(`${change.id.key} is no campaign`)
  }
  const { schoolYear, managers, terms, created } = change.state
  return {
    ...nameColumns(change),
    annee_scolaire: schoolYear,
    gestionnaires: managers,
    modalites: terms,
    creee_le: created.at,
    creee_par: created.by.person,
    ...actorColumns(created),
  }
}

const readCampaign = Schema.decodeUnknownSync(Campaign)

const keptOf = (row: CampagneRow): Kept => ({
  academie: row.academie,
  cle: row.cle,
  version: row.version,
  state: readCampaign({
    _tag: "open",
    campaign: row.cle,
    schoolYear: row.annee_scolaire,
    managers: row.gestionnaires,
    terms: row.modalites,
    created: { at: instantOf(row.creee_le), by: actorOf(row.creee_par, row) },
  }),
})

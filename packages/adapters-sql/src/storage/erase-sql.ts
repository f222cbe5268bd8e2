/** The statements that erase aggregates with their events, entries and messages. */
import type { AggregateId } from "@convoque/core/kernel/ports"
import type { Statement } from "../database/database.ts"

const asked = `json_to_recordset($1::json) as r(tenant text, kind text, key text)`

const same = (table: string): string =>
  `${table}.tenant = r.tenant and ${table}.kind = r.kind and ${table}.key = r.key`

/**
 * Gives the statements of an erasure, for one transaction. The first waits for writers, so that
 * the second sees all that they wrote.
 */
export const eraseStatements = (ids: ReadonlyArray<AggregateId>): ReadonlyArray<Statement> => {
  if (ids.length === 0) return []
  const names = ids.map(({ tenant, type, key }) => ({ tenant, kind: type.kind, key }))
  const parameters = [JSON.stringify(names)]
  return [
    {
      text: `select h.version from convoque.head h join ${asked} on ${same("h")}
order by h.tenant, h.kind, h.key for update of h`,
      parameters,
    },
    {
      text: `with head as (delete from convoque.head h using ${asked} where ${same("h")}),
event as (delete from convoque.event e using ${asked} where ${same("e")}),
entry as (delete from convoque.view_entry v using ${asked} where ${same("v")})
delete from convoque.message m using ${asked} where ${same("m")}`,
      parameters,
    },
  ]
}

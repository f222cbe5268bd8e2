/** The personnel of schools on the tables of registers and lists: one statement gives a page. */
import { StaffDirectory, type StaffLine, staffSortRefusal } from "@convoque/core/exam-missions"
import type { Page } from "@convoque/core/kernel/listing"
import type { PersonId } from "@convoque/core/kernel/identity"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Database } from "./database/database.ts"
import { type StaffRow, staffStatement } from "./staff-directory-sql.ts"

/** Gives the directory on a database. */
export const staffDirectoryOn = (database: Database["Service"]): StaffDirectory["Service"] =>
  StaffDirectory.of({
    page: (tenant, query) => {
      const refusal = staffSortRefusal(query.columns, query.sort)
      if (refusal !== undefined) return Effect.fail(refusal)
      const { text, parameters } = staffStatement(tenant, query)
      return Effect.map(database.read<StaffRow>(text, parameters), (rows) =>
        pageFrom(rows, query.limit),
      )
    },
    member: (tenant, school, person) => {
      const { text, parameters } = staffStatement(tenant, {
        school,
        person,
        columns: ["family-name", "last-convened-on", "competences-defined"],
        sort: { column: "family-name", direction: "ascending" },
        limit: 1,
      })
      return Effect.map(
        database.read<StaffRow>(text, parameters),
        (rows) => pageFrom(rows, 1).rows[0]?.row,
      )
    },
  })

/** The directory on the database of this adapter, which keeps the registers too. */
export const layerStaffDirectory: Layer.Layer<StaffDirectory, never, Database> = Layer.effect(
  StaffDirectory,
  Effect.map(Database, staffDirectoryOn),
)

const pageFrom = (rows: ReadonlyArray<StaffRow>, limit: number): Page<StaffLine> => {
  const found = rows.flatMap((row) => (row.key === null ? [] : [{ ...row, key: row.key }]))
  const last = found.slice(0, limit).at(-1)
  return {
    rows: found.slice(0, limit).map((row) => ({ key: row.key, row: lineOf(row, row.key) })),
    count: rows[0]?.count ?? 0,
    ...(found.length > limit && last !== undefined
      ? { next: { sort: last.sort, key: last.key, part: "" } }
      : {}),
  }
}

// What the registers keep was read by the schemas of their columns.
const lineOf = (row: StaffRow, key: string): StaffLine => ({
  person: key as PersonId,
  familyName: row.family,
  givenName: row.given,
  birthDate: row.birth as CivilDate | null,
  discipline: row.discipline,
  kind: row.kind === "main" ? "main" : "secondary",
  lastConvenedOn: row.convened as CivilDate | null,
  competencesDefined: row.defined,
})

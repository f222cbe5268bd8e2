/** Brings the tables up to date, in a schema of their own: `convoque`. */
import { StorageUnavailable } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Kysely } from "kysely"
import { Migrator } from "kysely/migration"
import { failureOf } from "../database/failure.ts"
import { tables0001 } from "./0001-tables.ts"
import { threads0002 } from "./0002-threads.ts"
import { personnel0003 } from "./0003-personnel.ts"
import { counted0004 } from "./0004-counted.ts"
import { attachments0005 } from "./0005-attachments.ts"
import { schoolSessions0006 } from "./0006-school-sessions.ts"
import { importedRegisters0007 } from "./0007-imported-registers.ts"
import { personnelIndexes0008 } from "./0008-personnel-indexes.ts"

const migrations = {
  "0001-tables": tables0001,
  "0002-threads": threads0002,
  "0003-personnel": personnel0003,
  "0004-counted": counted0004,
  "0005-attachments": attachments0005,
  "0006-school-sessions": schoolSessions0006,
  "0007-imported-registers": importedRegisters0007,
  "0008-personnel-indexes": personnelIndexes0008,
}

/** Runs the migrations that are missing; processes that start together wait for one another. */
export const migrate = (kysely: Kysely<unknown>): Effect.Effect<void, StorageUnavailable> =>
  Effect.tryPromise({
    try: async () => {
      const migrator = new Migrator({
        db: kysely,
        migrationTableSchema: "convoque",
        provider: { getMigrations: () => Promise.resolve(migrations) },
      })
      const { error } = await migrator.migrateToLatest()
      if (error !== undefined) throw error
    },
    catch: failureOf,
  }).pipe(Effect.catchTag("SqlRefused", Effect.die))

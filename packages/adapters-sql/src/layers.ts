/** The layers of this adapter: all its ports on PGlite or on PostgreSQL. */
import {
  AccessLog,
  DocumentStorage,
  IdempotencyKeys,
  Outbox,
  PersonnelFile,
  Registers,
  Sessions,
  Settings,
  Storage,
  type StorageUnavailable,
  Views,
} from "@convoque/core/kernel/ports"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { accessLogOn } from "./access-log.ts"
import { Database } from "./database/database.ts"
import type { FolderInUse } from "./database/lock-file.ts"
import { openPglite, type PgliteOptions } from "./database/pglite.ts"
import { openPostgres, type PostgresOptions } from "./database/postgres.ts"
import { documentStorageOn } from "./documents.ts"
import { idempotencyKeysOn } from "./idempotency-keys.ts"
import { migrate } from "./migrations/migrate.ts"
import { outboxOn } from "./outbox.ts"
import { personnelFileOn } from "./personnel-file.ts"
import { registersOn } from "./register/registers.ts"
import { sessionsOn } from "./sessions.ts"
import { settingsOn } from "./settings.ts"
import { storageOn } from "./storage/storage.ts"
import { viewsOn } from "./views.ts"

/** All that this adapter gives; `Database` is for statements of a team's own. */
export type SqlPorts =
  | Database
  | Storage
  | Views
  | Outbox
  | DocumentStorage
  | Settings
  | Sessions
  | IdempotencyKeys
  | AccessLog
  | PersonnelFile
  | Registers

/**
 * Gives all ports on PGlite, with the tables up to date. Without a folder the data are gone when
 * the layer closes. Fails with `FolderInUse` when another process has the folder.
 */
export const layerPglite = (
  options: PgliteOptions = {},
): Layer.Layer<SqlPorts, FolderInUse | StorageUnavailable> => layerOn(openPglite(options))

/** Gives all ports on PostgreSQL 15 or newer, with the tables up to date. */
export const layerPostgres = (
  options: PostgresOptions,
): Layer.Layer<SqlPorts, StorageUnavailable> => layerOn(openPostgres(options))

const layerOn = <E>(
  opened: Effect.Effect<Database["Service"], E, Scope.Scope>,
): Layer.Layer<SqlPorts, E | StorageUnavailable> =>
  Layer.effectContext(
    Effect.gen(function* () {
      const database = yield* opened
      yield* migrate(database.kysely)
      return Context.make(Database, database).pipe(
        Context.add(Storage, storageOn(database)),
        Context.add(Views, viewsOn(database)),
        Context.add(Outbox, outboxOn(database)),
        Context.add(DocumentStorage, documentStorageOn(database)),
        Context.add(Settings, settingsOn(database)),
        Context.add(Sessions, sessionsOn(database)),
        Context.add(IdempotencyKeys, idempotencyKeysOn(database)),
        Context.add(AccessLog, accessLogOn(database)),
        Context.add(PersonnelFile, personnelFileOn(database)),
        Context.add(Registers, registersOn(database)),
      )
    }),
  )

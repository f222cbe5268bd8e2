/** Runs every contract suite on one open database, emptied before each case. */
import {
  accessLogContract,
  bulkContract,
  type Contract,
  documentStorageContract,
  idempotencyKeysContract,
  notebookSubject,
  outboxContract,
  personnelFileContract,
  registersContract,
  sessionsContract,
  settingsContract,
  storageContract,
  storedEventsContract,
  viewsContract,
} from "@convoque/testing"
import { Database, type SqlPorts } from "@convoque/adapters-sql"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"

const tables = [
  "head",
  "event",
  "view_entry",
  "message",
  "document",
  "setting",
  "session",
  "idempotency_key",
  "consultation",
  "personnel_document",
  "register",
  "register_row",
  "register_import",
  "register_staging",
]

/** Empties all tables. */
export const emptied = Database.use((database) =>
  database.transact(
    tables.map((table) => ({
      text: `delete from convoque.${table}`,
      parameters: [],
    })),
  ),
)

/** Declares the tests of all contracts on the ports of a layer, opened once; gives its runtime. */
export const checkContracts = (
  layer: Layer.Layer<SqlPorts, unknown>,
): ManagedRuntime.ManagedRuntime<SqlPorts, unknown> => {
  const runtime = ManagedRuntime.make(layer)
  beforeAll(() => runtime.runPromise(Effect.void))
  afterAll(() => runtime.dispose())

  const check = (title: string, contract: Contract<SqlPorts>): void => {
    describe(title, () => {
      beforeEach(() => runtime.runPromise(emptied))
      for (const { name, run } of contract) {
        test(name, async () => {
          expect(await runtime.runPromise(run)).toBeUndefined()
        })
      }
    })
  }

  check("storage", storageContract(notebookSubject))
  check("stored events", storedEventsContract)
  check("views", viewsContract)
  check("thousands at once", bulkContract)
  check("outbox", outboxContract(notebookSubject))
  check("documents", documentStorageContract)
  check("settings", settingsContract)
  check("sessions", sessionsContract)
  check("idempotency keys", idempotencyKeysContract)
  check("traces of consultation", accessLogContract)
  check("imported registers", registersContract)
  check("personnel files", personnelFileContract)
  return runtime
}

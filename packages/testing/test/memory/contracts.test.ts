import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { describe, expect, test } from "vitest"
import {
  accessLogContract,
  bulkContract,
  type Contract,
  contractPeople,
  documentStorageContract,
  idempotencyKeysContract,
  layerDocumentStorageMemory,
  layerIdempotencyKeysMemory,
  layerMemory,
  layerNewIdsCounter,
  layerPeopleDirectory,
  layerSessionsMemory,
  layerSettingsMemory,
  newIdsContract,
  notebookSubject,
  outboxContract,
  peopleDirectoryContract,
  personnelFileContract,
  registersContract,
  sessionsContract,
  settingsContract,
  storageContract,
  storedEventsContract,
  subjectViewsContract,
  viewsContract,
} from "@convoque/testing"

const check = <Port>(title: string, contract: Contract<Port>, layer: Layer.Layer<Port>): void => {
  describe(title, () => {
    for (const { name, run } of contract) {
      test(name, async () => {
        const ran = Effect.runPromise(Effect.provide(run, Layer.fresh(layer)))
        expect(await ran).toBeUndefined()
      })
    }
  })
}

check("storage", storageContract(notebookSubject), layerMemory)
check("stored events", storedEventsContract, layerMemory)
check("views", viewsContract, layerMemory)
check("views of a subject", subjectViewsContract(notebookSubject), layerMemory)
check("thousands at once", bulkContract, layerMemory)
check("outbox", outboxContract(notebookSubject), layerMemory)
check("traces of consultation", accessLogContract, layerMemory)
check("personnel files", personnelFileContract, layerMemory)
check("imported registers", registersContract, layerMemory)
check("documents", documentStorageContract, layerDocumentStorageMemory)
check("settings", settingsContract, layerSettingsMemory)
check("sessions", sessionsContract, layerSessionsMemory)
check("idempotency keys", idempotencyKeysContract, layerIdempotencyKeysMemory)
check("new ids", newIdsContract, layerNewIdsCounter())
check("people", peopleDirectoryContract, layerPeopleDirectory(contractPeople))

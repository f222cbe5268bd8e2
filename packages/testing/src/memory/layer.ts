/** Storage, lists and outbox in one memory: what a commit writes, the others read. */
import {
  type AccessLog,
  Outbox,
  type PersonnelFile,
  type Registers,
  Storage,
  Views,
} from "@convoque/core/kernel/ports"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { layerAccessLogMemory } from "./access-log.ts"
import { outboxIn } from "./outbox.ts"
import { layerRegistersMemory } from "./imported-registers.ts"
import { layerPersonnelFileMemory } from "./personnel-file.ts"
import { storageIn } from "./storage.ts"
import { emptyStore } from "./store.ts"
import { viewsIn } from "./views.ts"

/** The three ports that share one memory. */
export interface Memory {
  readonly storage: Storage["Service"]
  readonly views: Views["Service"]
  readonly outbox: Outbox["Service"]
}

/** Gives the three ports on a new, empty memory. */
export const makeMemory = (): Memory => {
  const store = emptyStore()
  return { storage: storageIn(store), views: viewsIn(store), outbox: outboxIn(store) }
}

const layerShared: Layer.Layer<Storage | Views | Outbox> = Layer.effectContext(
  Effect.sync(() => {
    const { storage, views, outbox } = makeMemory()
    return Context.make(Storage, storage).pipe(
      Context.add(Views, views),
      Context.add(Outbox, outbox),
    )
  }),
)

/**
 * Gives storage, lists, outbox, traces of consultation, personnel files and imported registers; each
 * building of the layer begins with an empty memory.
 */
export const layerMemory: Layer.Layer<
  Storage | Views | Outbox | AccessLog | PersonnelFile | Registers
> = Layer.mergeAll(
  layerShared,
  layerAccessLogMemory,
  layerPersonnelFileMemory,
  layerRegistersMemory,
)

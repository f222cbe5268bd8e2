/** The ports of the library, all on the portal's tables. */
import { Outbox, PeopleDirectory, Storage, Views } from "@convoque/core/kernel/ports"
import * as Context from "effect/Context"
import * as Layer from "effect/Layer"
import type { Database } from "./database.ts"
import { outboxOn } from "./outbox.ts"
import { peopleOn } from "./people.ts"
import { storageOn } from "./storage.ts"
import { viewsOn } from "./views.ts"

/** Gives storage, lists, outbox and directory of people on a database. */
export const portalOn = (
  database: Database,
): Layer.Layer<Storage | Views | Outbox | PeopleDirectory> =>
  Layer.succeedContext(
    Context.make(Storage, storageOn(database)).pipe(
      Context.add(Views, viewsOn(database)),
      Context.add(Outbox, outboxOn(database)),
      Context.add(PeopleDirectory, peopleOn(database)),
    ),
  )

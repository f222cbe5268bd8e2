import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { inject } from "vitest"
import { layerPostgres } from "@convoque/adapters-sql"
import { checkContracts } from "./support/contracts.ts"
import { createDatabase } from "./support/postgres.ts"

const layer = Effect.promise(() => createDatabase(inject("postgresUrl"))).pipe(
  Effect.map((url) => layerPostgres({ url, poolSize: 20 })),
  Layer.unwrap,
)

checkContracts(layer)

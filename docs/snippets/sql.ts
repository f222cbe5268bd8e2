/** All ports on PGlite, or on PostgreSQL when there is a server. */
import { layerPglite, layerPostgres } from "@convoque/adapters-sql"
import { Storage } from "@convoque/core/kernel/ports"
import { campaignRef } from "@convoque/core/career-appointments"
import * as Effect from "effect/Effect"
import { campaign, tenant } from "./sample.ts"

const url: string | undefined = undefined

// #region sql
const layer = url === undefined ? layerPglite() : layerPostgres({ url })
const program = Storage.use((storage) => storage.load([campaignRef(tenant, campaign)]))

const [loaded] = await Effect.runPromise(Effect.provide(program, layer))
console.log(loaded) // { state: { _tag: "none" }, version: 0 }
// #endregion

if (loaded.version === 0) console.log("ok")

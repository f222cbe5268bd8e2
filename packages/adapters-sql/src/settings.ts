/** Settings on a table, by tenant and name. */
import { Settings } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Database } from "./database/database.ts"

/** Gives the settings on a database. */
export const settingsOn = (database: Database["Service"]): Settings["Service"] =>
  Settings.of({
    get: (tenant, name) =>
      Effect.map(
        database.read<{ value: unknown }>(getSetting, [tenant, name]),
        ([row]) => row?.value,
      ),
    put: (tenant, name, value) =>
      Effect.asVoid(database.write(putSetting, [tenant, name, JSON.stringify(value)])),
  })

const getSetting = `select value from convoque.setting where tenant = $1 and name = $2`

const putSetting = `insert into convoque.setting (tenant, name, value) values ($1, $2, $3::jsonb)
on conflict (tenant, name) do update set value = excluded.value`

/** Values that a tenant sets: texts of the letterhead, periods of purge, switches. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { TenantId } from "../identity.ts"
import type { StorageUnavailable } from "./storage.ts"

/** Keeps the values that a tenant sets, as JSON, by name. */
export class Settings extends Context.Service<
  Settings,
  {
    /** Gives a setting as it was put (JSON), or nothing. */
    readonly get: (tenant: TenantId, name: string) => Effect.Effect<unknown, StorageUnavailable>
    /** Sets a JSON value, replacing the earlier one. */
    readonly put: (
      tenant: TenantId,
      name: string,
      value: unknown,
    ) => Effect.Effect<void, StorageUnavailable>
  }
>()("core/kernel/Settings") {}

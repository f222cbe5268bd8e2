/**
 * What is erased with time, once an hour: what the table of retention of interviews says, messages of
 * every context among it; ended sessions; idempotency keys after a day; and after some hours what
 * imports of registers that never ended have left aside.
 */
import { purgeExpired } from "@convoque/core/interviews"
import { addMinutes, instantFromMillis } from "@convoque/core/kernel/calendar"
import type { TenantId } from "@convoque/core/kernel/identity"
import { IdempotencyKeys, Registers, Sessions } from "@convoque/core/kernel/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { quietly } from "./background.ts"

const dayMinutes = 24 * 60

// No import takes as long: what is older was abandoned.
const importMinutes = 6 * 60

/** Sweeps once; what fails waits for the next time and keeps nothing else back. */
export const sweep = (tenant: TenantId) =>
  Effect.gen(function* () {
    const now = instantFromMillis(yield* Clock.currentTimeMillis)
    // The periods of messages stand in the table of retention and nowhere else.
    yield* quietly("Purge", purgeExpired({ tenant }))
    yield* quietly(
      "Purge of sessions",
      Sessions.use((sessions) => sessions.purge(now)),
    )
    yield* quietly(
      "Purge of idempotency keys",
      IdempotencyKeys.use((keys) => keys.purge(addMinutes(now, -dayMinutes))),
    )
    yield* quietly(
      "Purge of abandoned imports",
      Registers.use((registers) => registers.purge(addMinutes(now, -importMinutes))),
    )
  })

/** Sweeps now, then every hour, until interrupted. */
export const housekeeping = (tenant: TenantId) =>
  sweep(tenant).pipe(Effect.andThen(Effect.sleep("1 hour")), Effect.forever)

/**
 * Traces of reading what is personal of somebody (regulations 9): reading details of one named person
 * leaves one; a list of people does not, nor what somebody reads of himself.
 */
import * as Effect from "effect/Effect"
import type { Actor, PersonId, TenantId } from "../../kernel/identity.ts"
import { AccessLog, type StorageUnavailable } from "../../kernel/ports.ts"
import { now } from "./act.ts"

/** Leaves a trace of what somebody else reads of a person. */
export const traced = (
  { by, tenant }: { readonly by: Actor; readonly tenant: TenantId },
  what: string,
  person: PersonId,
): Effect.Effect<void, StorageUnavailable, AccessLog> =>
  Effect.gen(function* () {
    if (by.person === person) return
    const log = yield* AccessLog
    const at = yield* now
    yield* log.record({ tenant, at, by, what, kind: "exam-staff", key: person, concerns: person })
  })

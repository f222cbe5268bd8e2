/**
 * How long a session lasts (inactivité, UI-04 and UI-05): it ends some minutes after the last request
 * that is a sign of activity, and its holder is warned some minutes before.
 *
 * The moments come from the clock of the server that answers: where the clocks of servers differ, a
 * session ends by that much sooner or later.
 */
import {
  addMinutes,
  type Instant,
  instantFromMillis,
  millisOf,
} from "@convoque/core/kernel/calendar"
import { type Session, Sessions, type StorageUnavailable } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Identity, Manner, Unidentified } from "./identity.ts"

/** What sessions of one kind share; `minutes` of inactivity, the warning that long before the end. */
export interface Lasting {
  readonly minutes: number
  readonly warningMinutes: number
  readonly endedCookie: string
}

/** Who signs in: nobody does on behalf of another. */
export type SignedIn = Omit<Identity, "onBehalfOf" | "session">

/** The manner of most requests: they make a session last. */
export const active: Manner = { prolongs: true }

// The end is written once a second at most: a session ends after its minutes without a request, and
// at most a second more, never before.
const graceMillis = 1000

const endAfter = (now: Instant, minutes: number): Instant =>
  instantFromMillis(millisOf(addMinutes(now, minutes)) + graceMillis)

/** Gives a new session under an id. */
export const newSession = (
  id: string,
  { tenant, person, capacities, school, managerCode }: SignedIn,
  { now, lasting }: { readonly now: Instant; readonly lasting: Lasting },
): Session => ({
  id,
  tenant,
  person,
  capacities,
  ...(school === undefined ? {} : { school }),
  ...(managerCode === undefined ? {} : { managerCode }),
  openedAt: now,
  expiresAt: endAfter(now, lasting.minutes),
})

/** A request as it is taken: when, and in which manner. */
export interface Taken {
  readonly now: Instant
  readonly manner: Manner
  readonly lasting: Lasting
}

/** Gives who holds a session, which lasts anew if the request is a sign of activity. */
export const sessionIdentity = Effect.fnUntraced(function* (
  id: string,
  { now, manner, lasting }: Taken,
): Effect.fn.Return<Identity, Unidentified, Sessions> {
  const found = yield* Sessions.use((sessions) => sessions.find(id, now))
  if (found === undefined) return yield* Effect.fail({ _tag: "session.expired" } as const)
  const session = manner.prolongs ? yield* prolonged(found, now, lasting.minutes) : found
  const { tenant, person, capacities, school, managerCode, openedAt, expiresAt } = session
  const warnsAt = addMinutes(expiresAt, -lasting.warningMinutes)
  return {
    tenant,
    person,
    capacities,
    ...(school === undefined ? {} : { school }),
    ...(managerCode === undefined ? {} : { managerCode }),
    session: { id, openedAt, expiresAt, warnsAt, endedCookie: lasting.endedCookie },
  }
})

const prolonged = (
  session: Session,
  now: Instant,
  minutes: number,
): Effect.Effect<Session, StorageUnavailable, Sessions> => {
  if (session.expiresAt >= addMinutes(now, minutes)) return Effect.succeed(session)
  const expiresAt = endAfter(now, minutes)
  return Sessions.use((sessions) => sessions.extend(session.id, expiresAt)).pipe(
    Effect.as({ ...session, expiresAt }),
  )
}

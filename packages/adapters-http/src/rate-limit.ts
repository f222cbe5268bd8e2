/**
 * A bound on the number of requests (limitation du débit), per person once he or she is known, per
 * network address before: a whole school often shares one address.
 */
import * as Effect from "effect/Effect"
import type { Context } from "hono"
import { type HonoConfigType, MemoryStore, type Store } from "hono-rate-limiter"
import type { Identity } from "./authentication/identity.ts"
import type { RequestRefusal } from "./refusals.ts"

/**
 * The settings of the limit.
 *
 * - `requests` in `windowSeconds`;
 * - `store`: where hits are counted; this process's memory when absent, a shared store of
 *   `hono-rate-limiter` when several servers answer;
 * - `trustedProxies`: how many proxies of ours stand before the server and write
 *   `X-Forwarded-For`; 0 (when absent) takes the address of the connection.
 */
export interface RateLimit {
  readonly requests: number
  readonly windowSeconds: number
  readonly store?: Store
  readonly trustedProxies?: number
}

/** Counts a request and refuses it above the limit. */
export type Limiter = (
  c: Context,
  identity: Identity | undefined,
) => Effect.Effect<void, RequestRefusal>

/** Makes the limiter; without settings nothing is limited. */
export const makeLimiter = (settings: RateLimit | undefined): Limiter => {
  if (settings === undefined) return () => Effect.void
  const { requests, windowSeconds, store = new MemoryStore(), trustedProxies = 0 } = settings
  store.init?.({ windowMs: windowSeconds * 1000 } as HonoConfigType)
  return (c, identity) =>
    Effect.flatMap(hit(store, clientKey(c, identity, trustedProxies)), ({ totalHits, resetTime }) =>
      totalHits <= requests
        ? Effect.void
        : Effect.fail({
            _tag: "rate-limit.exceeded",
            retryAfterSeconds: secondsUntil(resetTime, windowSeconds),
          }),
    )
}

type Hits = Awaited<ReturnType<Store["increment"]>>

const hit = (store: Store, key: string): Effect.Effect<Hits> => {
  const hits = store.increment(key)
  return hits instanceof Promise ? Effect.promise(() => hits) : Effect.succeed(hits)
}

const secondsUntil = (time: Date | undefined, windowSeconds: number): number =>
  time === undefined
    ? windowSeconds
    : Math.min(windowSeconds, Math.max(1, Math.ceil((time.getTime() - Date.now()) / 1000)))

const clientKey = (c: Context, identity: Identity | undefined, trustedProxies: number): string =>
  identity === undefined
    ? `address ${clientAddress(c, trustedProxies)}`
    : `person ${identity.tenant} ${identity.person}`

/**
 * Gives the network address of the client. Of `X-Forwarded-For` only the entries that our own
 * proxies wrote are believed: the others come from the client.
 */
export const clientAddress = (c: Context, trustedProxies: number): string => {
  if (trustedProxies > 0) {
    const forwarded = c.req.header("x-forwarded-for")?.split(",") ?? []
    return forwarded.at(-trustedProxies)?.trim() ?? forwarded[0]?.trim() ?? "unknown"
  }
  const environment = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return environment?.incoming?.socket?.remoteAddress ?? "unknown"
}

/**
 * The portal of the scenario: people who sign in, one connection a school, what they send; every
 * answer and every mail is kept, so that the end can look for what must be in none.
 */
import { CivilDate, type CivilDate as Day } from "@convoque/core/kernel/calendar"
import type { Uai } from "@convoque/core/kernel/identity"
import { randomUUID } from "node:crypto"
import type { ExamAccount } from "../../exam-missions/accounts.ts"
import { type Stage, openStage, type Received } from "../stage.ts"
import type { Body, Seen } from "../browser.ts"
import { type StageClock, stageClock } from "../interviews/clock.ts"
import * as Clock from "effect/Clock"
import * as Layer from "effect/Layer"

/** What somebody sends: JSON, or a text or bytes of a media type; with the version seen. */
export interface Sent {
  readonly body?: unknown
  readonly bytes?: string | Uint8Array
  readonly mediaType?: string
  readonly version?: string | undefined
}

/** Somebody in front of the portal. */
export interface Visitor {
  readonly get: (path: string) => Promise<Seen>
  readonly send: (method: "POST" | "PUT" | "DELETE", path: string, sent?: Sent) => Promise<Seen>
  /** Signs in, whatever was before; gives the answer of the sign-in page. */
  readonly signIn: () => Promise<Seen>
}

/** The portal; `answers` are the bytes of all answers, `mails` those received so far. */
export interface Portal {
  readonly stage: Stage
  readonly clock: StageClock
  readonly as: (account: ExamAccount) => Visitor
  readonly answers: ReadonlyArray<Answered>
  readonly mails: ReadonlyArray<Received>
  /** Sends what waits; gives the mails received since the last time. */
  readonly deliver: () => Promise<ReadonlyArray<Received>>
}

/** An answer with the address that was asked. */
export interface Answered {
  readonly path: string
  readonly bytes: Uint8Array
}

/** The day of the scenario: a Monday of March, in the school year 2025-2026. */
export const today: Day = CivilDate.make("2026-03-16")

/** The school year of the scenario. */
export const schoolYear = "2025-2026"

/** Opens the portal on a stage of its own. */
export const openPortal = async (): Promise<Portal> => {
  const clock = stageClock(today)
  const stage = await openStage({
    mailFrom: "missions-examens@academie.example",
    services: Layer.mergeAll(Layer.succeed(Clock.Clock, clock.clock)),
  })
  const answers: Array<Answered> = []
  const mails: Array<Received> = []
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    clock.pass(2)
    return stage.server.request(path, init)
  }
  const kept = async (path: string, answer: Response): Promise<Seen> => {
    const seen = await seenIn(answer)
    answers.push({ path, bytes: seen.bytes })
    return seen
  }
  return {
    stage,
    clock,
    answers,
    mails,
    as: visitors({ origin: stage.origin, request, kept }),
    deliver: async () => {
      const received: Array<Received> = []
      for (;;) {
        const some = await stage.deliver()
        if (some.length === 0) break
        received.push(...some)
      }
      mails.push(...received)
      return received
    },
  }
}

interface Desk {
  readonly origin: string
  readonly request: (path: string, init?: RequestInit) => Promise<Response>
  readonly kept: (path: string, answer: Response) => Promise<Seen>
}

const visitors = ({ origin, request, kept }: Desk): Portal["as"] => {
  const cookies = new Map<string, string>()
  const signIn = async ({ person }: ExamAccount): Promise<Seen> => {
    const answer = await request("/sign-in", {
      method: "POST",
      headers: {
        origin,
        "content-type": "application/x-www-form-urlencoded",
        ...cookieOf(cookies.get(person.id)),
      },
      body: new URLSearchParams({ account: person.id }).toString(),
    })
    cookies.set(person.id, answer.headers.get("set-cookie")?.split(";")[0] ?? "")
    return kept("/sign-in", answer)
  }
  return (account) => {
    const cookie = async (): Promise<{ readonly cookie?: string }> => {
      if (!cookies.has(account.person.id)) await signIn(account)
      return cookieOf(cookies.get(account.person.id))
    }
    return {
      signIn: () => signIn(account),
      get: async (path) =>
        kept(path, await request(path, { headers: { ...(await cookie()), ...readable } })),
      send: async (method, path, sent = {}) => {
        const headers = { ...(await cookie()), ...readable, ...changing(origin, sent) }
        const { body, bytes } = sent
        const content = bytes ?? (body === undefined ? undefined : JSON.stringify(body))
        return kept(
          path,
          await request(path, {
            method,
            headers,
            ...(content === undefined
              ? {}
              : { body: typeof content === "string" ? content : new Uint8Array(content) }),
          }),
        )
      },
    }
  }
}

const readable = { accept: "application/json, */*" } as const

const cookieOf = (cookie: string | undefined): { readonly cookie?: string } =>
  cookie === undefined ? {} : { cookie }

const changing = (origin: string, { version, mediaType, body }: Sent) => ({
  origin,
  "idempotency-key": randomUUID(),
  ...(version === undefined ? {} : { "if-match": version }),
  ...(mediaType === undefined
    ? body === undefined
      ? {}
      : { "content-type": "application/json" }
    : { "content-type": mediaType }),
})

const seenIn = async (answer: Response): Promise<Seen> => {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const isJson = answer.headers.get("content-type")?.includes("json") === true
  return {
    status: answer.status,
    version: answer.headers.get("etag") ?? undefined,
    body: isJson ? (JSON.parse(new TextDecoder().decode(bytes)) as Body) : {},
    bytes,
  }
}

/** The path of a school. */
export const schoolPath = (school: Uai): string => `/schools/${school}`

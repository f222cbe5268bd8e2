/**
 * The portal of the scenario, day after day: people who sign in on the day they act, the scheduler
 * at night, the exports in the background, the mails that people received so far.
 */
import { runNextExport } from "@convoque/core/interviews"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import type { Person } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { randomUUID } from "node:crypto"
import { demonstrationTenant } from "../../demonstration/people.ts"
import { sweep } from "../../housekeeping.ts"
import { dueWork } from "../../interview-work.ts"
import type { Body, Seen } from "../browser.ts"
import type { Received, Stage } from "../stage.ts"
import type { StageClock } from "./clock.ts"

/** What somebody sends: JSON, or bytes of a media type; with the version seen, on whose behalf. */
export interface Sent {
  readonly body?: unknown
  readonly bytes?: Uint8Array
  readonly mediaType?: string
  readonly version?: string | undefined
  readonly onBehalfOf?: string
}

type Method = "GET" | "POST" | "PUT" | "PATCH"

/** Somebody in front of the portal. */
export interface Visitor {
  readonly get: (path: string) => Promise<Seen>
  readonly send: (method: Method, path: string, sent?: Sent) => Promise<Seen>
}

/** A mail received, with the day on which it was. */
export interface Mail extends Received {
  readonly day: CivilDate
}

/** The portal; `goTo` moves on to a day, the night before having been worked through. */
export interface Portal {
  readonly stage: Stage
  readonly today: () => CivilDate
  readonly goTo: (day: CivilDate) => Promise<void>
  readonly as: (person: Pick<Person, "id">) => Visitor
  /** Lets the background worker make the exports that were asked for; gives what became of each. */
  readonly work: () => Promise<ReadonlyArray<string>>
  /** Sends what waits; gives the mails received since the last time. */
  readonly deliver: () => Promise<ReadonlyArray<Mail>>
  /** Every mail received so far. */
  readonly mails: ReadonlyArray<Mail>
}

interface Desk {
  readonly send: (
    person: Pick<Person, "id">,
    method: Method,
    path: string,
    sent: Sent,
  ) => Promise<Seen>
  /** Forgets who signed in: they do so again the next day. */
  readonly close: () => void
}

const openDesk = (stage: Stage, clock: StageClock): Desk => {
  const sessions = new Map<string, string>()
  const cookieOf = async (person: Pick<Person, "id">): Promise<string> => {
    const known = sessions.get(person.id)
    if (known !== undefined) return known
    const cookie = await signedIn(stage, person.id)
    sessions.set(person.id, cookie)
    return cookie
  }
  const send = async (person: Pick<Person, "id">, method: Method, path: string, sent: Sent) => {
    clock.pass(20)
    const cookie = await cookieOf(person)
    const headers = {
      cookie,
      accept: accepted(path),
      ...(method === "GET" ? {} : changing(stage.origin, sent)),
    }
    const { body, bytes, onBehalfOf } = sent
    return seen(
      await stage.server.request(path, {
        method,
        headers: {
          ...headers,
          ...(onBehalfOf === undefined ? {} : { "on-behalf-of": onBehalfOf }),
        },
        ...(bytes !== undefined
          ? { body: new Uint8Array(bytes) }
          : body === undefined
            ? {}
            : { body: JSON.stringify(body) }),
      }),
    )
  }
  return { send, close: () => sessions.clear() }
}

const night = Effect.andThen(dueWork(demonstrationTenant), sweep(demonstrationTenant))

/** Opens the portal on a day. */
export const openPortal = (stage: Stage, clock: StageClock, first: CivilDate): Portal => {
  let day = first
  const mails: Array<Mail> = []
  const desk = openDesk(stage, clock)
  const deliver = async (): Promise<ReadonlyArray<Mail>> => {
    const received: Array<Mail> = []
    for (;;) {
      const some = await stage.deliver()
      if (some.length === 0) break
      received.push(...some.map((one) => ({ ...one, day })))
    }
    mails.push(...received)
    return received
  }
  return {
    stage,
    mails,
    deliver,
    today: () => day,
    goTo: async (next) => {
      if (next <= day) return
      await deliver()
      desk.close()
      day = next
      // The scheduler works every night; the last one does what fell due in those before.
      clock.goTo(next, "01:00")
      await stage.run(night)
      clock.goTo(next)
    },
    as: (person) => ({
      get: (path) => desk.send(person, "GET", path, {}),
      send: (method, path, sent = {}) => desk.send(person, method, path, sent),
    }),
    work: async () => {
      const states: Array<string> = []
      for (;;) {
        clock.pass(60)
        const ended = await stage.run(Effect.orDie(runNextExport(demonstrationTenant)))
        if (ended === undefined) return states
        states.push(ended.state)
      }
    },
  }
}

// Pages of the server share some addresses with the API.
const accepted = (path: string): string =>
  path.startsWith("/campaigns/") ? "text/html" : "application/json, */*"

const signedIn = async ({ server, origin }: Stage, account: string): Promise<string> => {
  const answer = await server.request("/sign-in", {
    method: "POST",
    headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ account }).toString(),
  })
  return answer.headers.get("set-cookie")?.split(";")[0] ?? ""
}

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

const seen = async (answer: Response): Promise<Seen> => {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const isJson = answer.headers.get("content-type")?.includes("json") === true
  return {
    status: answer.status,
    version: answer.headers.get("etag") ?? undefined,
    body: isJson ? (JSON.parse(new TextDecoder().decode(bytes)) as Body) : {},
    bytes,
  }
}

/** The sentence of a refusal. */
export const sentence = ({ body }: Seen): string =>
  typeof body["detail"] === "string" ? body["detail"] : JSON.stringify(body)

/** One value of an answer, as it is told. */
export const told = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value)

/** The code of a refusal. */
export const codeOf = ({ body }: Seen): unknown => body["code"]

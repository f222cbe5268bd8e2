/** A person with a session who calls the API, over a real connection or straight into the server. */
import { randomUUID } from "node:crypto"

/** What answers requests: `fetch` to a listening server, or the server's own `request`. */
export type Door = (path: string, init: RequestInit) => Promise<Response>

/** An answer as read; `code` is that of a problem. */
export interface Seen {
  readonly status: number
  readonly version: string | undefined
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
  readonly code: unknown
  readonly text: string
}

/** What is sent with a change; `body` as text is sent as it is. */
export interface Sent {
  readonly body?: unknown
  readonly version?: string | undefined
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A person at work. */
export interface Visitor {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Seen>
  readonly send: (method: "POST" | "PUT", path: string, sent?: Sent) => Promise<Seen>
  /** The same person through another door. */
  readonly through: (door: Door) => Visitor
}

/** Makes a visitor from the cookie of a session; `origin` is that of the service's pages. */
export const visitor = (door: Door, cookie: string, origin: string): Visitor => ({
  get: async (path, headers) => seen(await door(path, { headers: { cookie, ...headers } })),
  send: async (method, path, { body, version, key = randomUUID(), headers } = {}) =>
    seen(
      await door(path, {
        method,
        headers: {
          cookie,
          origin,
          "idempotency-key": key,
          ...(version === undefined ? {} : { "if-match": version }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    ),
  through: (other) => visitor(other, cookie, origin),
})

const seen = async (answer: Response): Promise<Seen> => {
  const text = await answer.text()
  const isJson = answer.headers.get("content-type")?.includes("json") === true
  const body = isJson ? (JSON.parse(text) as Seen["body"]) : {}
  return {
    status: answer.status,
    version: answer.headers.get("etag") ?? undefined,
    headers: answer.headers,
    body,
    code: body["code"],
    text,
  }
}

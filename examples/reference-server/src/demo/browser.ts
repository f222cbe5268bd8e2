/** A person with a browser: signs in, keeps the cookie, sends what the API asks for. */
import { randomUUID } from "node:crypto"
import type { Hono } from "hono"

/** An answer of the API as this person sees it. */
export interface Seen {
  readonly status: number
  readonly version: string | undefined
  readonly body: Body
  readonly bytes: Uint8Array
}

/** JSON that the scenario looks into. */
export type Body = { readonly [name: string]: unknown }

/** What a person can send. */
export interface Browser {
  readonly get: (path: string) => Promise<Seen>
  /** Sends a change; `version` is the one seen, absent for something new. */
  readonly send: (
    method: "POST" | "PUT",
    path: string,
    sent?: { readonly body?: unknown; readonly version?: string | undefined },
  ) => Promise<Seen>
}

/** Signs an account in. */
export const signIn = async (server: Hono, origin: string, account: string): Promise<Browser> => {
  const answer = await server.request("/sign-in", {
    method: "POST",
    headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ account }).toString(),
  })
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? ""
  return {
    get: async (path) => seen(await server.request(path, { headers: { cookie } })),
    send: async (method, path, { body, version } = {}) =>
      seen(
        await server.request(path, {
          method,
          headers: {
            cookie,
            origin,
            "idempotency-key": randomUUID(),
            ...(version === undefined ? {} : { "if-match": version }),
            ...(body === undefined ? {} : { "content-type": "application/json" }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
  }
}

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

/** Requests to an app without a server. */
import type { Problem } from "../../src/index.ts"

/** Anything that answers requests. */
export interface Asked {
  readonly request: (path: string, init?: RequestInit) => Response | Promise<Response>
}

/** A request in few words; a body that is not a text is sent as JSON. */
export interface Asking {
  readonly method?: string
  readonly as?: string
  readonly key?: string
  readonly seen?: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a request. */
export const ask = async (app: Asked, path: string, asking: Asking = {}): Promise<Response> => {
  const { method = "GET", as, key, seen, body, headers } = asking
  return await app.request(path, {
    method,
    headers: {
      ...(as === undefined ? {} : { "x-test-as": as }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
      ...(seen === undefined ? {} : { "if-match": `"v${seen}"` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  })
}

/** Reads the problem of a response. */
export const problemIn = async (response: Response): Promise<Problem> => {
  const problem: Problem = JSON.parse(await response.text())
  return problem
}

/** Reads what identifies a problem: its status and code. */
export const refusalIn = async (response: Response): Promise<string> => {
  const { status, code } = await problemIn(response)
  return `${status} ${code}`
}

/** Reads a JSON body of a known shape. */
export const bodyIn = async <Body>(response: Response): Promise<Body> => {
  const body: Body = JSON.parse(await response.text())
  return body
}

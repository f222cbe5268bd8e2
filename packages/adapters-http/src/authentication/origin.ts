/**
 * Where an unsafe request comes from (origine): a browser sends the cookie of a session along with
 * the requests of any site, so a cookie alone proves no intention.
 */

/** Tells whether a request changes nothing, by its method. */
export const isSafe = ({ method }: Request): boolean =>
  method === "GET" || method === "HEAD" || method === "OPTIONS"

/**
 * Tells whether a request was sent by a page of one of the origins, such as `https://rdc.example`.
 * A page under the referrer policy `no-referrer` hides its origin; the browser then tells itself
 * whether the request stays on the site.
 */
export const isOwnOrigin = ({ headers }: Request, origins: ReadonlyArray<string>): boolean => {
  const origin = headers.get("origin")
  return origin === null || origin === "null"
    ? headers.get("sec-fetch-site") === "same-origin"
    : origins.includes(origin)
}

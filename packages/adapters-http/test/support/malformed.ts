/**
 * Requests that no route takes, for any table of routes: each must be answered by a precise problem
 * of the 400s, with nothing called and nothing written.
 */
import type { AnyRoute } from "../../src/index.ts"
import { ask, type Asked, type Asking } from "./ask.ts"

/** One malformed request and the codes that are a precise answer to it. */
export interface Malformed {
  readonly title: string
  readonly method: string
  readonly path: string
  readonly asking: Asking
  readonly codes: ReadonlyArray<string>
}

/**
 * How to call a route well: an address, proofs of identity, a body that it takes, or a file in words;
 * `lenient` names the variants that this route takes.
 */
export interface WellFormed {
  readonly route: AnyRoute
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
  readonly file?: string
  readonly lenient?: ReadonlyArray<string>
}

const invalid = ["request.invalid"]
const badJson = ["request.malformed-json"]
const json = { "content-type": "application/json" }

/** Makes the malformed variants of a good request. */
export const malformedRequests = (good: WellFormed): ReadonlyArray<Malformed> =>
  [
    ...addressVariants(good),
    ...headerVariants(good),
    ...onBehalfVariants(good),
    ...(good.body === undefined ? [] : bodyVariants(good, good.body)),
    ...(good.file === undefined ? [] : fileVariants(good, good.file)),
  ].filter(({ title }) => good.lenient?.includes(title) !== true)

type Variant = Omit<Malformed, "method" | "path"> & Partial<Pick<Malformed, "method" | "path">>

const variants = (good: WellFormed, list: ReadonlyArray<Variant>): ReadonlyArray<Malformed> =>
  list.map(({ asking, ...variant }) => ({
    method: good.route.method,
    path: good.address,
    ...variant,
    asking: {
      ...asking,
      headers: { ...conditions(good.route), ...good.headers, ...asking.headers },
    },
  }))

const conditions = ({ change }: AnyRoute): Readonly<Record<string, string>> => ({
  ...(change === "nothing" ? {} : { "idempotency-key": "k-malformed" }),
  ...(change === "existing" ? { "if-match": '"v1"' } : {}),
})

const addressVariants = (good: WellFormed): ReadonlyArray<Malformed> => {
  const separator = good.address.includes("?") ? "&" : "?"
  const plus = (text: string): string => `${good.address}${separator}${text}`
  const asking = sentBy(good)
  const has = (parameter: string) => good.route.schemas.query.some(({ name }) => name === parameter)
  // A list takes any other parameter for a filter, and refuses those that it does not have.
  const isList = has("sort")
  return variants(good, [
    { title: "an unknown address", path: "/no/such/thing", asking: {}, codes: ["not-found"] },
    { title: "a wrong method", method: "PROPFIND", asking: {}, codes: ["method-not-allowed"] },
    { title: "a NUL in the address", path: plus("q=%00"), asking, codes: invalid },
    {
      title: "an unknown parameter",
      path: plus("nope=1"),
      asking,
      codes: isList ? ["list.unknown-filter"] : invalid,
    },
    {
      title: "a prototype parameter",
      path: plus("__proto__=1"),
      asking,
      codes: isList ? ["list.unknown-filter"] : invalid,
    },
    ...Object.keys(good.route.schemas.params).map((name) => ({
      title: `a malformed :${name}`,
      path: withParameter(good, name, "%0d%0aX:%20y"),
      asking,
      codes: invalid,
    })),
    ...(has("after") ? listVariants(plus) : []),
  ])
}

const withParameter = ({ route, address }: WellFormed, name: string, value: string): string => {
  const given = address.split("?")[0]?.split("/") ?? []
  return route.path
    .split("/")
    .map((segment, index) => (segment === `:${name}` ? value : (given[index] ?? segment)))
    .join("/")
}

const listVariants = (plus: (text: string) => string): ReadonlyArray<Variant> =>
  [
    ["a limit of 0", "limit=0"],
    ["a limit of 201", "limit=201"],
    ["a limit in words", "limit=ten"],
    ["a limit given twice", "limit=1&limit=2"],
    ["a cursor that is no cursor", "after=%F0%9F%98%80"],
    ["a cursor of another shape", `after=${Buffer.from('{"sort":1}').toString("base64url")}`],
    ["a cursor with a NUL", `after=${Buffer.from('["\\u0000","",""]').toString("base64url")}`],
    ["a keyword too long", `q=${"x".repeat(201)}`],
  ].map(([title = "", text = ""]) => ({ title, path: plus(text), asking: {}, codes: invalid }))

const headerVariants = (good: WellFormed): ReadonlyArray<Malformed> => {
  const asking = sentBy(good)
  const { change } = good.route
  const list: ReadonlyArray<readonly [string, Record<string, string>, string]> = [
    ["a key with a space", { "idempotency-key": "a b" }, "idempotency.key-malformed"],
    ["a key too long", { "idempotency-key": "k".repeat(129) }, "idempotency.key-malformed"],
  ]
  const matches: typeof list = [
    ["a version in words", { "if-match": "three" }, "precondition.malformed"],
    ["any version", { "if-match": "*" }, "precondition.malformed"],
    ["two versions", { "if-match": '"v1", "v2"' }, "precondition.malformed"],
  ]
  return variants(
    good,
    [...(change === "nothing" ? [] : list), ...(change === "existing" ? matches : [])].map(
      ([title, headers, code]) => ({
        title,
        asking: { ...asking, headers: { ...asking.headers, ...headers } },
        codes: [code],
      }),
    ),
  )
}

// A good body or file, as it is sent.
const sentBy = ({ route, body, file }: WellFormed): Asking => {
  if (file !== undefined) {
    const type = route.schemas.rawBody?.mediaTypes[0] ?? ""
    return { body: file, headers: { "content-type": type } }
  }
  return body === undefined ? {} : { body }
}

const onBehalfVariants = (good: WellFormed): ReadonlyArray<Malformed> => {
  const asking = sentBy(good)
  return variants(
    good,
    ["", "p 1", "p-1, p-2", "12E0123456ABC", "x".repeat(65)].map((given) => ({
      title: `on behalf of "${given}"`,
      asking: { ...asking, headers: { ...asking.headers, "on-behalf-of": given } },
      codes: invalid,
    })),
  )
}

const fileVariants = (good: WellFormed, file: string): ReadonlyArray<Malformed> => {
  const { mediaTypes = [""], limitBytes = 0, beginning } = good.route.schemas.rawBody ?? {}
  const type = { "content-type": mediaTypes[0] ?? "" }
  return variants(good, [
    ...["", "text/html", "application/json", `x${mediaTypes[0]}`].map((other) => ({
      title: `a file in "${other}"`,
      asking: { body: file, headers: { "content-type": other } },
      codes: ["request.unsupported-media-type"],
    })),
    {
      title: "a file too large",
      asking: { body: file.padEnd(limitBytes + 1), headers: type },
      codes: ["request.too-large"],
    },
    {
      title: "a file announced too large",
      asking: { body: file, headers: { ...type, "content-length": String(limitBytes + 1) } },
      codes: ["request.too-large"],
    },
    ...(beginning === undefined
      ? []
      : ["", "<html>", ` ${file}`].map((body) => ({
          title: `a file that holds "${body}"`,
          asking: { body, headers: type },
          codes: ["request.not-of-media-type"],
        }))),
  ])
}

const bodyVariants = (
  good: WellFormed,
  body: Readonly<Record<string, unknown>>,
): ReadonlyArray<Malformed> => {
  const text = JSON.stringify(body)
  const deep = "[".repeat(200_000) + "]".repeat(200_000)
  const first = Object.keys(body)[0] ?? ""
  const bodies: ReadonlyArray<readonly [string, string, ReadonlyArray<string>]> = [
    ["no JSON", "{", badJson],
    ["an empty body", "", badJson],
    ["JSON with a comment", `${text} // note`, badJson],
    ["a list instead of an object", `[${text}]`, invalid],
    ["null instead of an object", "null", invalid],
    ["a text instead of an object", '"x"', invalid],
    ["an unknown field", text.replace("{", '{"nope":1,'), invalid],
    ["a prototype key", text.replace("{", '{"__proto__":{"a":1},'), invalid],
    ["a constructor key", text.replace("{", '{"constructor":{"prototype":{}},'), invalid],
    ["an empty object", "{}", invalid],
    ["200,000 nested lists", deep, invalid],
    [
      "200,000 nested lists in a field",
      JSON.stringify({ ...body, [first]: 0 }).replace(":0", `:${deep}`),
      invalid,
    ],
    [
      "a huge number in a field",
      JSON.stringify({ ...body, [first]: 0 }).replace(":0", ":1e999"),
      invalid,
    ],
    ["a NUL in a field", JSON.stringify({ ...body, [first]: "a\u0000b" }), invalid],
    ["half a character in a field", JSON.stringify({ ...body, [first]: "a\ud800b" }), invalid],
    [
      "CR and LF in a field",
      JSON.stringify({ ...body, [first]: "a\r\nBcc: x@example.org" }),
      invalid,
    ],
    ["a list in a field", JSON.stringify({ ...body, [first]: [] }), invalid],
  ]
  return variants(good, [
    ...bodies.map(([title, sent, codes]) => ({ title, asking: { body: sent }, codes })),
    ...sizeAndTypeVariants(text),
  ])
}

const sizeAndTypeVariants = (text: string): ReadonlyArray<Variant> => [
  { title: "10 MB", asking: { body: " ".repeat(10_485_760) + text }, codes: ["request.too-large"] },
  {
    title: "10 MB announced",
    asking: { body: text, headers: { "content-length": "10485760" } },
    codes: ["request.too-large"],
  },
  ...["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1"].map(
    (type) => ({
      title: `a body in ${type}`,
      asking: { body: text, headers: { ...json, "content-type": type } },
      codes: ["request.unsupported-media-type"],
    }),
  ),
]

/** Sends a malformed request. */
export const sendMalformed = (app: Asked, malformed: Malformed): Promise<Response> =>
  ask(app, malformed.path, { ...malformed.asking, method: malformed.method })

/** Bodies that are read as they come. */
import { validate } from "@readme/openapi-parser"
import { describe, expect, test } from "vitest"
import { json, route } from "../src/index.ts"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { bodyIn, refusalIn } from "./support/ask.ts"
import { replacing, streamedApp } from "./support/streamed.ts"

interface Sending {
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
}

const send = async (
  app: ReturnType<typeof streamedApp>,
  body: RequestInit["body"] | undefined,
  { path = "people", headers = {} }: Sending = {},
): Promise<Response> =>
  await app.request(
    new Request(`http://localhost/registers/${path}`, {
      method: "PUT",
      headers: { "x-test-as": "p-1 agent", "content-type": "text/csv", ...headers },
      ...(body === undefined ? {} : { body, duplex: "half" }),
    }),
  )

const chunk = new Uint8Array(100)

/** A body of so many chunks of 100 bytes; tells how many were taken, and whether it was let go. */
const flowing = (chunks: number, isBroken = false) => {
  const seen = { taken: 0, isCancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (seen.taken < chunks) {
          seen.taken += 1
          controller.enqueue(chunk)
        } else if (isBroken) controller.error(new Error("gone"))
        else controller.close()
      },
      cancel: () => {
        seen.isCancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, seen }
}

describe("a streamed body", () => {
  test("reaches the handler with its media type, without a key or a version", async () => {
    const type = "Text/CSV; charset=utf-8"
    const response = await send(streamedApp(), flowing(10).body, {
      headers: { "content-type": type },
    })
    expect([response.status, await bodyIn(response)]).toEqual([
      200,
      { bytes: 1_000, mediaType: "text/csv" },
    ])
    expect(await bodyIn(await send(streamedApp(), undefined))).toMatchObject({ bytes: 0 })
    expect(await bodyIn(await send(streamedApp(), "a;b"))).toMatchObject({ bytes: 3 })
  })

  test("too large is refused as soon as it crosses the limit, and let go", async () => {
    const { body, seen } = flowing(1_000_000)
    expect(await refusalIn(await send(streamedApp(), body))).toBe("413 request.too-large")
    expect(seen.taken).toBeLessThan(20)
    expect(seen.isCancelled).toBe(true)
  })

  test("announced too large is refused before it is read", async () => {
    const { body, seen } = flowing(11)
    const headers = { "content-length": "1001" }
    expect(await refusalIn(await send(streamedApp(), body, { headers }))).toBe(
      "413 request.too-large",
    )
    expect(seen.taken).toBe(0)
  })

  test("that breaks off in the middle is refused", async () => {
    expect(await refusalIn(await send(streamedApp(), flowing(3, true).body))).toBe(
      "400 request.incomplete",
    )
    const headers = { "content-length": "400" }
    expect(await refusalIn(await send(streamedApp(), flowing(3).body, { headers }))).toBe(
      "400 request.incomplete",
    )
  })

  test("refused before its end closes the connection, which could not carry another request", async () => {
    const headers = { "transfer-encoding": "chunked" }
    const cases = {
      413: await send(streamedApp(), flowing(1_000_000).body, { headers }),
      415: await send(streamedApp(), flowing(3).body, {
        headers: { ...headers, "content-type": "text/html" },
      }),
      403: await send(streamedApp(), flowing(3).body, {
        headers: { ...headers, "x-test-as": "p-1 evaluator" },
      }),
    }
    for (const [status, response] of Object.entries(cases)) {
      expect([response.status, response.headers.get("connection")]).toEqual([+status, "close"])
    }
    const announced = { "content-length": "300000000" }
    const large = await send(streamedApp(), flowing(1).body, { headers: announced })
    expect([large.status, large.headers.get("connection")]).toEqual([413, "close"])
  })

  test("refused or taken after its end keeps the connection, as a small one does", async () => {
    const chunked = { headers: { "transfer-encoding": "chunked" } }
    const taken = await send(streamedApp(), flowing(10).body, chunked)
    expect([taken.status, taken.headers.get("connection")]).toEqual([200, null])
    const twice = await send(streamedApp(), flowing(3).body, { ...chunked, path: "twice" })
    expect([twice.status, twice.headers.get("connection")]).toEqual([400, null])
    const headers = { "content-length": "1001" }
    const small = await send(streamedApp(), flowing(11).body, { headers })
    expect([small.status, small.headers.get("connection")]).toEqual([413, null])
  })

  test("is read once", async () => {
    expect(await refusalIn(await send(streamedApp(), flowing(3).body, { path: "twice" }))).toBe(
      "400 request.incomplete",
    )
  })

  test.each(["application/json", "text/html", ""])("of type %s is refused unread", async (type) => {
    const { body, seen } = flowing(3)
    const response = await send(streamedApp(), body, { headers: { "content-type": type } })
    expect(await refusalIn(response)).toBe("415 request.unsupported-media-type")
    expect(seen.taken).toBe(0)
  })

  test("is documented as a file that replaces, without the headers of a change", async () => {
    const response = await streamedApp().request("/openapi.json")
    const document = await bodyIn<Parameters<typeof validate>[0] & Document>(response)
    const { put } = document.paths["/registers/people"]
    expect(put.description).toContain("Tout ou rien. Remplace ce que disait un envoi précédent")
    expect(put.parameters).toEqual([])
    expect(Object.keys(put.requestBody.content)).toEqual(["text/csv", "application/xml"])
    expect(Object.keys(put.responses)).toEqual(expect.arrayContaining(["400", "413", "415"]))
    expect(Object.keys(put.responses)).not.toContain("428")
    expect((await validate(document)).valid).toBe(true)
  })

  test("has no fingerprint, so that its route cannot ask for a key", () => {
    const made = () =>
      route({
        ...replacing(1),
        answer: json(Schema.Struct({})),
        change: "new",
        handle: () => Effect.succeed({ body: {} }),
      })
    expect(made).toThrow("replaceAll")
  })
})

interface Document {
  readonly paths: Readonly<
    Record<
      "/registers/people",
      {
        readonly put: {
          readonly description: string
          readonly parameters: ReadonlyArray<unknown>
          readonly requestBody: { readonly content: object }
          readonly responses: object
        }
      }
    >
  >
}

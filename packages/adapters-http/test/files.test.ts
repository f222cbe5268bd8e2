/** Bodies of bytes, and answers that are files. */
import { validate } from "@readme/openapi-parser"
import { describe, expect, test } from "vitest"
import { bodyIn, problemIn, refusalIn } from "./support/ask.ts"
import { filesApp } from "./support/files.ts"

interface Sending {
  readonly type?: string
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

const bytesOf = (...parts: ReadonlyArray<string>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(parts.join(""), "latin1"))

const pdf = bytesOf("%PDF-1.4\n", "é\u0000\u00ff")

const send = async (
  { app }: ReturnType<typeof filesApp>,
  [method, path]: readonly [string, string],
  { type = "application/pdf", body = pdf, key = "k-1", headers = {} }: Sending = {},
): Promise<Response> =>
  await app.request(path, {
    method,
    headers: {
      "x-test-as": "p-1 agent",
      "idempotency-key": key,
      "content-type": type,
      ...headers,
    },
    ...(method === "GET" ? {} : { body }),
  })

const put = ["PUT", "/files/f-1"] as const
const get = ["GET", "/files/f-1"] as const

describe("a body of bytes", () => {
  test("comes and goes as it is, with its media type", async () => {
    const running = filesApp()
    const type = "Application/PDF; name=x"
    expect((await send(running, put, { type })).status).toBe(204)
    const read = await send(running, get)
    expect(read.headers.get("content-type")).toBe("application/pdf")
    expect(read.headers.get("content-disposition")).toContain('filename="f-1"')
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(pdf)
  })

  test.each<[string, Sending, string]>([
    ["of another type", { type: "text/html" }, "415 request.unsupported-media-type"],
    ["of JSON", { type: "application/json" }, "415 request.unsupported-media-type"],
    ["of no type", { type: "" }, "415 request.unsupported-media-type"],
    ["that is not what it says", { body: "<html>" }, "415 request.not-of-media-type"],
    ["without a byte", { body: "" }, "415 request.not-of-media-type"],
    ["too large", { body: bytesOf("%PDF-", "x".repeat(1000)) }, "413 request.too-large"],
    ["announced too large", { headers: { "content-length": "1001" } }, "413 request.too-large"],
  ])("%s is refused", async (_, sending, refusal) => {
    const running = filesApp()
    expect(await refusalIn(await send(running, put, sending))).toBe(refusal)
    expect(running.kept.size).toBe(0)
  })

  test("of the largest size is taken", async () => {
    const body = bytesOf("%PDF-", "x".repeat(995))
    expect((await send(filesApp(), put, { body })).status).toBe(204)
  })

  test("that stops in the middle is refused", async () => {
    const { app } = filesApp()
    const body = new ReadableStream({
      pull: (controller) => controller.error(new Error("connection reset")),
    })
    const init = {
      method: "PUT",
      headers: {
        "x-test-as": "p-1 agent",
        "idempotency-key": "k-1",
        "content-type": "application/pdf",
      },
      body,
      duplex: "half" as const,
    }
    expect(await refusalIn(await app.request("/files/f-1", init))).toBe("400 request.incomplete")
  })

  test("is recognised under its key, and another one is not", async () => {
    const running = filesApp()
    await send(running, put)
    const again = await send(running, put)
    expect(again.headers.get("idempotency-replayed")).toBe("true")
    const other = await send(running, put, { body: bytesOf("%PDF-1.5") })
    expect(await refusalIn(other)).toBe("422 idempotency.other-request")
    expect(running.kept.get("f-1")?.content).toEqual(Buffer.from(pdf))
  })
})

describe("a population file", () => {
  const post = ["POST", "/imports"] as const

  test("of a French spreadsheet is read, and its answer says where to follow it", async () => {
    const body = bytesOf("agent;nom\r\np-1;H\u00e9l\u00e8ne\r\n")
    const response = await send(filesApp(), post, { type: "text/csv", body })
    expect([response.status, response.headers.get("location")]).toEqual([202, "imports/1"])
    expect(await bodyIn(response)).toEqual({
      lines: [{ line: 2, values: { agent: "p-1", nom: "Hélène" } }],
    })
  })

  test.each([
    ["fr", "Le fichier ne se lit pas : ligne 2, colonne 2, le guillemet ouvert n'est pas refermé."],
    ["en", "The file cannot be read: line 2, column 2, the quote that opens is not closed."],
  ])("that cannot be read is told with its line and column (%s)", async (language, detail) => {
    const problem = await problemIn(
      await send(filesApp(), post, {
        type: "text/csv; charset=windows-1252",
        body: 'agent;nom\np-1;"H',
        headers: { "accept-language": language },
      }),
    )
    expect(problem).toMatchObject({
      status: 422,
      detail,
      requirements: ["FILE-01"],
      values: { line: 2, column: 2, reason: "quote-not-closed" },
    })
  })
})

describe("an answer", () => {
  test("in SVG may style itself and nothing else", async () => {
    const response = await send(filesApp(), ["GET", "/drawing.svg"])
    expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8")
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
    )
    expect(response.headers.get("x-content-type-options")).toBe("nosniff")
    expect(await response.text()).toBe("<svg>é</svg>")
  })

  test("that was kept in a type nobody expects is bytes without a meaning", async () => {
    const response = await send(filesApp(), ["GET", "/files/unknown"])
    expect(response.headers.get("content-type")).toBe("application/octet-stream")
    expect(response.headers.get("content-disposition")).toMatch(/^attachment/u)
  })
})

describe("the OpenAPI document", () => {
  const documented = async () => {
    const { app } = filesApp()
    return app.request("/openapi.json")
  }

  test("is valid for an independent parser", async () => {
    expect(await validate(await bodyIn(await documented()))).toMatchObject({ valid: true })
  })

  test("describes bodies of bytes, kept files, delegates and what runs on", async () => {
    const { paths } = await bodyIn<{ paths: Record<string, unknown> }>(await documented())
    const binary = { schema: { type: "string", format: "binary" } }
    expect(paths).toMatchObject({
      "/files/{file}": {
        put: {
          requestBody: { required: true, content: { "application/pdf": binary } },
          responses: {
            400: { description: expect.stringContaining("request.incomplete") },
            413: { description: "request.too-large" },
            415: { description: "request.not-of-media-type, request.unsupported-media-type" },
          },
        },
        get: {
          responses: {
            200: {
              content: { "application/pdf": {}, "text/csv": {}, "application/octet-stream": {} },
            },
          },
        },
      },
      "/files/{file}/signature": {
        post: {
          parameters: [
            { name: "file" },
            { name: "Idempotency-Key" },
            { name: "On-Behalf-Of", in: "header", required: false },
          ],
        },
      },
      "/imports": {
        post: {
          requestBody: { content: { "text/csv": binary, "application/vnd.ms-excel": binary } },
          responses: { 202: { headers: { Location: { schema: { type: "string" } } } } },
        },
      },
      "/drawing.svg": { get: { responses: { 200: { content: { "image/svg+xml": {} } } } } },
    })
  })
})

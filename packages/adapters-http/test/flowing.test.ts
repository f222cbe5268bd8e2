/** Answers whose bytes leave as they are made. */
import { serve } from "@hono/node-server"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { once } from "node:events"
import { get, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { describe, expect, test, vi } from "vitest"
import { flowing, nothing, route } from "../src/index.ts"
import { ask, refusalIn } from "./support/ask.ts"
import { flowingApp, lines } from "./support/flowing.ts"

const as = "a-1 agent"

const piece = "line 1\n".repeat(10).length

const readerOf = (response: Response) => {
  if (response.body === null) throw new Error("no body")
  return response.body.getReader()
}

describe("an answer that flows", () => {
  test("is the whole file, with its type and name", async () => {
    const { app, logged, seen } = flowingApp()
    const response = await ask(app, "/lines?pieces=3", { as })
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      "text/csv; charset=utf-8",
    ])
    expect(response.headers.get("content-disposition")).toContain('filename="lignes.csv"')
    expect(response.headers.get("content-length")).toBeNull()
    expect(response.headers.get("cache-control")).toBe("no-store")
    expect(await response.text()).toBe(
      [1, 2, 3].map((number) => `line ${number}\n`.repeat(10)).join(""),
    )
    expect([seen, logged]).toEqual([{ pieces: 3, isOpen: false, interrupted: 0 }, []])
  })

  test("is made as it is read, its first piece before its status", async () => {
    const { app, seen } = flowingApp()
    const reader = readerOf(await ask(app, "/lines?pieces=1000", { as }))
    expect([seen.pieces, seen.isOpen]).toEqual([1, true])
    for (const read of [1, 2, 3]) {
      expect((await reader.read()).value).toHaveLength(piece)
      expect(seen.pieces).toBe(read)
    }
    await reader.cancel()
    expect(seen).toEqual({ pieces: 3, isOpen: false, interrupted: 0 })
  })

  test("may be empty", async () => {
    const response = await ask(flowingApp().app, "/lines?pieces=0", { as })
    expect([response.status, await response.text()]).toEqual([200, ""])
  })

  test("that fails before its first byte is a refusal or a defect, and lets go of its source", async () => {
    const { app, logged, seen } = flowingApp()
    expect(await refusalIn(await ask(app, "/lines?pieces=3&fails=1", { as }))).toBe(
      "413 request.too-large",
    )
    expect(logged).toEqual([])
    expect(await refusalIn(await ask(app, "/lines?pieces=3&dies=1", { as }))).toBe("500 internal")
    expect(logged).toMatchObject([{ path: "/lines" }])
    expect(seen.isOpen).toBe(false)
  })

  test.each([
    ["fails", "request.too-large"],
    ["dies", "secret detail"],
  ])("that %s in the middle breaks off, and is logged", async (how, reason) => {
    const { app, logged, seen } = flowingApp()
    const response = await ask(app, `/lines?pieces=5&${how}=3`, { as })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow("the answer broke off")
    expect(seen).toEqual({ pieces: 2, isOpen: false, interrupted: 0 })
    expect(logged).toMatchObject([{ method: "GET", path: "/lines" }])
    expect(logged[0]?.requestId).toBe(response.headers.get("x-request-id"))
    expect(logged[0]?.reason).toContain(reason)
  })

  test("that nobody reads on is interrupted where it waits, and logs nothing", async () => {
    const { app, logged, seen } = flowingApp()
    const reader = readerOf(await ask(app, "/lines?pieces=5&waits=2", { as }))
    await reader.read()
    const next = reader.read()
    await Promise.resolve()
    await reader.cancel()
    expect((await next).done).toBe(true)
    expect(seen).toEqual({ pieces: 1, isOpen: false, interrupted: 1 })
    expect(logged).toEqual([])
  })

  test("has no body for HEAD, the same headers, and lets go of its source", async () => {
    const { app, seen } = flowingApp()
    const whole = await ask(app, "/lines?pieces=5", { as })
    await whole.body?.cancel()
    const head = await ask(app, "/lines?pieces=5", { as, method: "HEAD" })
    expect([head.status, head.body]).toEqual([200, null])
    const named = (response: Response) =>
      [...response.headers].filter(([name]) => name !== "x-request-id")
    expect(named(head)).toEqual(named(whole))
    await vi.waitFor(() => expect(seen.isOpen).toBe(false))
    expect(seen.pieces).toBe(2)
  })

  test("belongs to a route that only reads, since no key keeps it", () => {
    const handle = () =>
      Effect.map(flowing(Stream.empty), (content) => ({ content, fileName: "a.csv" }))
    expect(() => route({ ...lines, method: "POST", change: "nothing", handle })).toThrow(
      "readLines",
    )
    expect(() => route({ ...lines, method: "GET", change: "new", handle })).toThrow("only reads")
    const done = () => Effect.succeed({})
    expect(() => route({ ...lines, method: "POST", answer: nothing, handle: done })).not.toThrow()
  })
})

const served = async <A>(
  app: ReturnType<typeof flowingApp>["app"],
  asking: (response: (path: string) => Promise<IncomingMessage>) => Promise<A>,
): Promise<A> => {
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" })
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  const headers = { "x-test-as": as }
  const response = async (path: string) => {
    const [answer] = await once(get({ host: "127.0.0.1", port, path, headers }), "response")
    return answer as IncomingMessage
  }
  try {
    return await asking(response)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

describe("over a server", () => {
  test("a client that stops reading stops what makes the bytes, and lets go when it leaves", async () => {
    const { app, logged, seen } = flowingApp()
    await served(app, async (response) => {
      const answer = await response("/lines?pieces=10000000")
      answer.pause()
      let before = -1
      await vi.waitFor(
        () => {
          const now = seen.pieces
          const isStill = now === before
          before = now
          expect(isStill).toBe(true)
        },
        { timeout: 10_000, interval: 100 },
      )
      expect(seen.isOpen).toBe(true)
      expect(seen.pieces).toBeLessThan(1_000_000)
      answer.destroy()
      await vi.waitFor(() => expect(seen.isOpen).toBe(false))
    })
    expect(logged).toEqual([])
  })

  test("a client that leaves while a piece is made interrupts it", async () => {
    const { app, seen } = flowingApp()
    await served(app, async (response) => {
      const answer = await response("/lines?pieces=9&waits=4")
      answer.destroy()
      await vi.waitFor(() => expect(seen.interrupted).toBe(1))
    })
    expect(seen.isOpen).toBe(false)
  })

  test("a file that fails in the middle does not look whole", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined)
    const { app, logged } = flowingApp()
    await served(app, async (response) => {
      const answer = await response("/lines?pieces=900&dies=800")
      let length = 0
      const reading = async () => {
        for await (const chunk of answer) length += (chunk as Uint8Array).length
      }
      await expect(reading()).rejects.toThrow("aborted")
      expect(answer.complete).toBe(false)
      expect(length).toBeLessThan(900 * piece)
    })
    told.mockRestore()
    expect(logged).toHaveLength(1)
  })
})

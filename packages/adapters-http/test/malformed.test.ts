import { describe, expect, test } from "vitest"
import { problemIn } from "./support/ask.ts"
import { malformedRequests, sendMalformed, type WellFormed } from "./support/malformed.ts"
import { noteRoutes, sample } from "./support/sample.ts"

const headers = { "x-test-as": "p-1 agent evaluator campaign-manager" }
const body = { title: "Note", day: "2026-06-17" }
const addresses: Readonly<Record<string, string>> = {
  readNote: "/notes/n-1",
  listNotes: "/notes",
  addNote: "/notes/n-2",
  changeNote: "/notes/n-1",
  weighNote: "/notes/n-1/weight?factor=2",
  printNote: "/notes/n-1/file",
  latestNotes: "/notes/latest",
}

describe.each(noteRoutes)("$name", (route) => {
  const good: WellFormed = {
    route,
    address: addresses[route.name] ?? "",
    headers,
    ...(route.schemas.body === undefined ? {} : { body }),
  }

  test.each(malformedRequests(good))("refuses $title", async (malformed) => {
    const running = sample()
    const response = await sendMalformed(running.app, malformed)
    const problem = await problemIn(response)
    expect(malformed.codes).toContain(problem.code)
    expect(response.status).toBe(problem.status)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(response.headers.get("content-type")).toBe("application/problem+json")
    // The view refuses an unknown filter when it is asked, which a read may do.
    expect(running.calls.count).toBe(problem.code === "list.unknown-filter" ? 1 : 0)
    expect(running.logged).toEqual([])
    expect([...running.notes.keys()]).toEqual(["n-1"])
  })
})

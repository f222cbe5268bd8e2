import { describe, expect, test } from "vitest"
import { authorisationTable, printedAuthorisation } from "../src/index.ts"
import { ask, refusalIn } from "./support/ask.ts"
import { signFile } from "./support/files.ts"
import { noteRoutes, sample } from "./support/sample.ts"

const cells = authorisationTable(noteRoutes).flatMap(({ name, method, path, allowed }) =>
  Object.entries(allowed).map(([capacity, isAllowed]) => ({
    name,
    method,
    address: path.replace(":note", "n-1"),
    capacity,
    isAllowed,
  })),
)

describe("authorisation", () => {
  test.each(cells)(
    "$name x $capacity: $isAllowed",
    async ({ method, address, capacity, isAllowed }) => {
      const { app, calls } = sample()
      const response = await ask(app, address, { method, as: `p-1 ${capacity}` })
      // An allowed request goes on to its next check, or to the use case.
      if (isAllowed) expect([401, 403]).not.toContain(response.status)
      else expect(await refusalIn(response)).toBe("403 actor.not-allowed")
      if (!isAllowed) expect(calls.count).toBe(0)
    },
  )

  test.each(noteRoutes)("$name asks who it is", async ({ method, path }) => {
    const { app, calls } = sample()
    const response = await ask(app, path.replace(":note", "n-1"), { method })
    expect(response.headers.get("www-authenticate")).toBe("Bearer")
    expect(await refusalIn(response)).toBe("401 session.required")
    expect(calls.count).toBe(0)
  })

  test("is printed as a table", () => {
    expect(printedAuthorisation([noteRoutes[0], signFile]).split("\n")).toEqual([
      "| route | agent | evaluator | campaign-manager | superior | authority | hr-service | school-head | centre-head | exam-manager | exams-division | administrator | system |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
      "| GET /notes/:note | x | x | x |  |  |  |  |  |  |  |  |  |",
      "| POST /files/:file/signature | x |  |  | x* | x* |  |  |  |  |  |  |  |",
    ])
  })
})

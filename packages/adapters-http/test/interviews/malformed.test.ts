/** Requests that no route of interviews takes: each answered precisely, nothing written. */
import { beforeAll, describe, expect, test } from "vitest"
import { type AnyRoute, interviewsRoutes } from "../../src/index.ts"
import { problemIn } from "../support/ask.ts"
import { interviewsPortal, type InterviewsPortal, written } from "../support/interviews-portal.ts"
import { fileContents, goodRequests } from "../support/interviews-requests.ts"
import { malformedRequests, sendMalformed, type WellFormed } from "../support/malformed.ts"

const routes: ReadonlyArray<AnyRoute> = interviewsRoutes

/** What a route takes although another would not: an empty list, nothing at all. */
const lenient: Readonly<Record<string, ReadonlyArray<string>>> = {
  "an empty object": ["completeStep", "deleteInterview", "correctCampaign", "deleteCampaign"],
  "a list in a field": [
    "prepareInterview",
    "completeStep",
    "deleteInterview",
    "deleteCampaign",
    "circulateDocuments",
  ],
}

describe.each(routes)("$name", (route) => {
  const request = goodRequests[route.name]
  if (request === undefined) throw new Error(`no good request for ${route.name}`)
  const { past, appeal = [], delegation = [], today, as, address, body, file } = request
  const good: WellFormed = {
    route,
    address,
    headers: { "x-test-as": as },
    ...(body === undefined ? {} : { body }),
    ...(file === undefined ? {} : { file: fileContents[file].body }),
    lenient: Object.keys(lenient).filter((title) => lenient[title]?.includes(route.name)),
  }

  let running: InterviewsPortal
  let before: unknown
  beforeAll(async () => {
    running = await interviewsPortal({ past, appeal, delegation }, today)
    before = await running.run(written)
  })

  test.each(malformedRequests(good))("refuses $title", async (malformed) => {
    const response = await sendMalformed(running.app, malformed)
    expect(response.headers.get("content-type")).toBe("application/problem+json")
    const { status, code } = await problemIn(response)
    expect(malformed.codes).toContain(code)
    expect(status).toBe(response.status)
    expect(Math.floor(status / 100)).toBe(4)
    expect(running.logged).toEqual([])
  })

  test("has written nothing of all that", async () => {
    expect(await running.run(written)).toEqual(before)
  })
})

/** Each route of interviews, asked well: by who may, by a stranger, by a delegate. */
import type { Capacity } from "@convoque/core/kernel/identity"
import { describe, expect, test } from "vitest"
import { type AnyRoute, interviewsRoutes } from "../../src/index.ts"
import { ask, type Asking, problemIn, refusalIn } from "../support/ask.ts"
import {
  consultations,
  delegate,
  interviewsPortal,
  type InterviewsPortal,
  versionOf,
} from "../support/interviews-portal.ts"
import { fileContents, type GoodRequest, goodRequests } from "../support/interviews-requests.ts"

const routes: ReadonlyArray<AnyRoute> = interviewsRoutes

const good = ({ name }: AnyRoute): GoodRequest => {
  const request = goodRequests[name]
  if (request === undefined) throw new Error(`no good request for ${name}`)
  return request
}

const started = ({
  past,
  appeal = [],
  delegation = [],
  today,
}: GoodRequest): Promise<InterviewsPortal> => interviewsPortal({ past, appeal, delegation }, today)

const send = (
  { app }: InterviewsPortal,
  { method }: AnyRoute,
  { as, address, seen, body, file }: GoodRequest,
  asking: Asking = {},
): Promise<Response> =>
  ask(app, address, {
    method,
    as,
    ...(method === "GET" ? {} : { key: "k-1" }),
    ...(seen === undefined ? {} : { seen }),
    ...(body === undefined ? {} : { body }),
    ...(file === undefined ? {} : { body: fileContents[file].body }),
    ...asking,
    headers: {
      ...(file === undefined ? {} : { "content-type": fileContents[file].type }),
      ...asking.headers,
    },
  })

const expected = (route: AnyRoute): number => good(route).status ?? 200

describe("a route of interviews", () => {
  test.each(routes)("$name answers who may ask it", async (route) => {
    const running = await started(good(route))
    const response = await send(running, route, good(route))
    expect(running.logged.map(({ reason }) => reason)).toEqual([])
    const text = await response.clone().text()
    expect([response.status, response.ok ? "" : text]).toEqual([
      expected(route),
      expected(route) < 300 ? "" : text,
    ])
  })

  const personal = routes.filter(
    ({ name, capacities }) =>
      !capacities.includes("hr-service") &&
      !capacities.includes("administrator") &&
      !["myInterviews", "requestOwnFile", "listAppeals", "grantDelegation"].includes(
        name.replace(/As(Csv|Pdf)$/u, ""),
      ),
  )

  test.each(personal)("CAM-01 $name is refused to a stranger of that capacity", async (route) => {
    const request = good(route)
    const running = await started(request)
    const [, capacity = ""] = request.as.split(" ")
    const before = await running.run(versionOf)
    const response = await send(running, route, request, { as: `stranger-9 ${capacity}` })
    const { status, code, values } = await problemIn(response)
    expect([status, code]).toEqual([403, "actor.not-allowed"])
    expect("allowed" in values).toBe(false)
    expect(await running.run(versionOf)).toBe(before)
    expect(await running.run(consultations)).toEqual([])
  })

  const delegated = routes.filter(({ onBehalf }) => onBehalf.length > 0)

  test.each(delegated)(
    "ENT-22 $name is answered to nobody who only says that he acts for another",
    async (route) => {
      const request = good(route)
      const running = await started(request)
      const before = await running.run(versionOf)
      const [person = ""] = request.as.split(" ")
      const capacities: ReadonlyArray<Capacity> = ["superior", "authority", "hr-service"]
      for (const held of ["", "superior", capacities.join(" "), "administrator"]) {
        const response = await send(running, route, request, {
          as: `${delegate.id} ${held}`.trim(),
          headers: { "on-behalf-of": person },
        })
        expect(await refusalIn(response)).toBe("403 delegation.unknown")
      }
      expect(await running.run(versionOf)).toBe(before)
      expect(await running.run(consultations)).toEqual([])
    },
  )

  test.each(routes.filter(({ onBehalf }) => onBehalf.length === 0))(
    "ENT-22 $name is not done for another",
    async (route) => {
      const running = await started(good(route))
      const headers = { "on-behalf-of": "somebody-1" }
      const response = await send(running, route, good(route), { headers })
      expect(await refusalIn(response)).toBe("403 delegation.not-admitted")
    },
  )
})

describe("a change of interviews", () => {
  const changes = routes.filter(({ change }) => change === "existing")

  test.each(changes)("$name asks for the version seen and for a key", async (route) => {
    const request = good(route)
    const running = await started(request)
    const headers = { "if-match": "" }
    expect(await refusalIn(await send(running, route, request, { headers }))).toBe(
      "400 precondition.malformed",
    )
    const { seen: _, ...unseen } = request
    expect(await refusalIn(await send(running, route, unseen))).toBe("428 precondition.required")
    expect(await refusalIn(await send(running, route, request, { key: " " }))).toBe(
      "400 idempotency.key-malformed",
    )
  })

  test.each(changes.filter((route) => expected(route) < 300))(
    "$name is refused on a stale version, told the current one",
    async (route) => {
      const request = good(route)
      const running = await started(request)
      const response = await send(running, route, request, { seen: 77 })
      expect(response.headers.get("etag")).toBe(`"v${request.seen}"`)
      expect(await refusalIn(response)).toBe("412 conflict.stale-version")
    },
  )

  test.each(routes.filter((route) => route.change !== "nothing" && expected(route) < 300))(
    "$name acts once when it is sent twice",
    async (route) => {
      const request = good(route)
      const running = await started(request)
      const first = await send(running, route, request)
      const again = await send(running, route, request)
      expect(again.headers.get("idempotency-replayed")).toBe("true")
      expect(again.headers.get("etag")).toBe(first.headers.get("etag"))
      expect(await again.text()).toBe(await first.text())
      const other = await send(running, route, request, { key: "k-2" })
      if (route.change === "existing") expect([404, 412]).toContain(other.status)
    },
  )
})

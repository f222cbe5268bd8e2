/** What is read of interviews and campaigns over HTTP, by whom, in which form. */
import { describe, expect, test } from "vitest"
import {
  agent,
  authority,
  campaign,
  history,
  otherSuperior,
  superior,
} from "../../../core/test/interviews/given.ts"
import { ask, bodyIn, problemIn, refusalIn } from "../support/ask.ts"
import { address, consultations, delegate, interviewsPortal } from "../support/interviews-portal.ts"

const campaignPath = `/interview-campaigns/${campaign}`
const everybody = [
  `${agent.id} agent`,
  `${superior.id} superior`,
  `${authority.id} authority`,
  "hr-1 hr-service",
  "admin-1 administrator",
] as const

const headersOf = (response: Response, ...names: ReadonlyArray<string>) =>
  names.map((name) => response.headers.get(name))

interface Page {
  readonly count: number
  readonly rows: ReadonlyArray<{ readonly row: Readonly<Record<string, unknown>> }>
}

describe("an interview", () => {
  test("ENT-09 shows the superior's draft to him alone, and leaves a trace of each reader", async () => {
    const running = await interviewsPortal({ past: history.held }, "2026-01-30")
    for (const as of everybody) {
      const response = await ask(running.app, address, { as })
      const { report } = await bodyIn<{ report: { parts: ReadonlyArray<unknown> } }>(response)
      expect([as, report.parts.length > 0]).toEqual([as, as.endsWith(" superior")])
      expect(response.headers.get("etag")).toBe(`"v${history.held.length}"`)
    }
    expect(await running.run(consultations)).toEqual([
      "admin-1 interview",
      "hr-1 interview",
      `${authority.id} interview`,
      `${superior.id} interview`,
    ])
  })

  test.each([
    ["/report.pdf", "application/pdf"],
    ["/blank-report.pdf", "application/pdf"],
    ["/deadlines.pdf", "application/pdf"],
    ["/deadlines/sign/proof.pdf?on=2026-03-02", "application/pdf"],
    ["/deadlines.ics", "text/calendar; charset=utf-8"],
  ])("UI-27 gives %s as a file of %s", async (path, type) => {
    const { app } = await interviewsPortal({ past: history.closed }, "2026-02-24")
    const response = await ask(app, `${address}${path}`, { as: everybody[0] })
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type])
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+"/u)
  })

  test("ENT-06 tells whether an act could be done on a day, and the acts that it knows", async () => {
    const { app } = await interviewsPortal({ past: history.closed }, "2026-02-24")
    const asked = (act: string, on: string) =>
      ask(app, `${address}/deadlines/${act}?on=${on}`, { as: everybody[0] })
    expect(await bodyIn(await asked("communicate", "2026-02-02"))).toMatchObject({
      act: "communicate",
      day: "2026-02-02",
      answer: "yes",
      deadline: { lastDay: "2026-02-25", source: expect.any(String) },
    })
    const problem = await problemIn(await asked("dance", "2026-02-02"))
    expect([problem.status, problem.code, problem.values["known"]]).toEqual([
      404,
      "deadline.unknown-act",
      expect.arrayContaining(["communicate", "hierarchical-appeal"]),
    ])
    expect(await refusalIn(await asked("communicate", "2026-02-31"))).toBe("400 request.invalid")
  })

  test("CAM-04 that nobody opened is unknown to staff, in words", async () => {
    const { app } = await interviewsPortal()
    const response = await ask(app, address.replace("2026", "2031"), { as: "hr-1 hr-service" })
    expect(await refusalIn(response)).toBe("404 interview.unknown")
  })

  test("has one address: years of other forms are refused", async () => {
    const { app } = await interviewsPortal()
    for (const year of ["02026", "2026.0", "2e3", "1800", "0x7ea", " 2026"]) {
      const path = address.replace("2026", encodeURIComponent(year))
      expect(await refusalIn(await ask(app, path, { as: everybody[1] }))).toBe(
        "400 request.invalid",
      )
    }
  })
})

describe("a campaign", () => {
  test("CAM-19 lists interviews by manager, to a superior those of his team", async () => {
    const { app } = await interviewsPortal({ past: history.proposed }, "2026-02-24")
    const listed = async (as: string, query = "") =>
      bodyIn<Page>(await ask(app, `${campaignPath}/interviews${query}`, { as }))
    expect(await listed("hr-1 hr-service")).toMatchObject({
      count: 1,
      rows: [{ row: { superior: { id: superior.id }, status: "planned", colour: "blue" } }],
    })
    expect((await listed(`${superior.id} superior`)).count).toBe(1)
    for (const query of ["", `?manager=${superior.id}`]) {
      const as = `${otherSuperior.id} superior`
      const unknown = await ask(app, `${campaignPath}/interviews${query}`, { as })
      expect(await refusalIn(unknown)).toBe("404 campaign.unknown")
    }
    expect((await listed("hr-1 hr-service", "?status=closed")).count).toBe(0)
    const refused = await ask(app, `${campaignPath}/interviews?sort=size`, {
      as: "hr-1 hr-service",
    })
    expect(await refusalIn(refused)).toBe("400 list.unknown-sort-key")
  })

  test("CAM-13 is listed with its status, on which the list is sorted and filtered", async () => {
    const { app } = await interviewsPortal({ past: history.closed }, "2026-02-24")
    const listed = async (as: string, query: string) =>
      bodyIn<Page>(await ask(app, `/interview-campaigns${query}`, { as }))
    expect(await listed("hr-1 hr-service", "?sort=-status&status=completed")).toMatchObject({
      count: 1,
      rows: [{ row: { campaign, status: "completed", completionPercent: 100 } }],
    })
    expect((await listed(`${superior.id} superior`, "")).count).toBe(1)
    expect((await listed(`${otherSuperior.id} superior`, "")).count).toBe(0)
  })

  test("CAM-05 gives its figures, and its charts as drawings", async () => {
    const { app } = await interviewsPortal({ past: history.closed }, "2026-02-24")
    const response = await ask(app, campaignPath, { as: "hr-1 hr-service" })
    expect(response.headers.get("etag")).toBe('"v2"')
    expect(await bodyIn(response)).toMatchObject({
      status: "completed",
      figures: { counts: { closed: 1 }, total: 1, completionPercent: 100 },
      statuses: [{}, {}, {}, {}, { status: "closed", count: 1, category: "green" }, {}],
      managers: [{ manager: superior.id, completionPercent: 100 }],
    })
    for (const name of ["statuses", "managers", "progress"]) {
      const drawing = await ask(app, `${campaignPath}/statistics/${name}.svg`, {
        as: "hr-1 hr-service",
      })
      const [type, policy] = headersOf(drawing, "content-type", "content-security-policy")
      expect([type, policy]).toEqual([
        "image/svg+xml; charset=utf-8",
        expect.stringContaining("sandbox"),
      ])
      expect(await drawing.text()).toMatch(/^<svg/u)
    }
  })

  test("CAM-26 says who would be reminded, and then reminds them once", async () => {
    const { app } = await interviewsPortal({ past: history.proposed }, "2026-02-24")
    const as = "admin-1 administrator"
    const body = { target: { _tag: "status", status: "planned" } }
    const plan = await ask(app, `${campaignPath}/reminders/plan`, { method: "POST", as, body })
    expect(await bodyIn(plan)).toMatchObject({
      recipients: [
        { manager: superior.id, interviews: 1, mail: { to: { address: superior.email } } },
      ],
      leftOut: [],
    })
    const send = () =>
      ask(app, `${campaignPath}/reminders`, { method: "POST", as, key: "k-1", seen: 2, body })
    expect(await bodyIn(await send())).toEqual({ managers: [superior.id], leftOut: [] })
    expect((await send()).headers.get("idempotency-replayed")).toBe("true")
  })

  test("CAM-18 is deleted once its deletion is confirmed, and is unknown from then on", async () => {
    const { app } = await interviewsPortal({ past: history.closed }, "2026-02-24")
    const as = "admin-1 administrator"
    const send = (body: unknown) =>
      ask(app, `${campaignPath}/deletion`, { method: "POST", as, key: "k-1", seen: 2, body })
    const asked = await problemIn(await send({}))
    expect([asked.status, asked.code, asked.values]).toEqual([
      409,
      "campaign.confirmation-required",
      { subject: campaign, interviews: 1 },
    ])
    const acknowledged = [{ code: asked.code, subject: campaign }]
    expect(await bodyIn(await send({ acknowledged }))).toEqual({ interviews: 1, appeals: 0 })
    expect(await refusalIn(await ask(app, campaignPath, { as }))).toBe("404 campaign.unknown")
    expect(await refusalIn(await ask(app, address, { as }))).toBe("404 interview.unknown")
  })
})

test("ENT-22 the HR service's delegate does what is delegated to him, and no more", async () => {
  const { app } = await interviewsPortal({ past: history.toSign }, "2026-02-20")
  await ask(app, `/delegations/hr-1/${delegate.id}/hr-service`, {
    method: "PUT",
    as: "hr-1 hr-service",
    key: "grant",
    seen: 0,
    body: { from: "2026-02-20", until: "2026-02-28" },
  })
  const headers = { "on-behalf-of": "hr-1" }
  const asking = { as: delegate.id, headers }
  const moved = await ask(app, `${address}/superior`, {
    ...asking,
    method: "PUT",
    key: "k-1",
    seen: history.toSign.length,
    body: { superior: otherSuperior.id, reason: "Mutation." },
  })
  expect([moved.status, await bodyIn(moved)]).toMatchObject([
    200,
    { superior: { id: otherSuperior.id } },
  ])
  for (const path of [campaignPath, "/interview-campaigns", `${campaignPath}/interviews`]) {
    expect((await ask(app, path, asking)).status).toBe(200)
    expect(
      await refusalIn(await ask(app, path, { ...asking, headers: { "on-behalf-of": "hr-2" } })),
    ).toBe("403 delegation.unknown")
  }
  const corrected = await ask(app, campaignPath, {
    ...asking,
    as: `${delegate.id} administrator`,
    method: "PATCH",
    key: "k-1",
    seen: 2,
    body: { label: "Autre" },
  })
  expect(await refusalIn(corrected)).toBe("403 delegation.not-admitted")
})

/** Exports over HTTP: asked for, followed, fetched by who asked, until their time is over. */
import { runNextExport } from "@convoque/core/interviews"
import { describe, expect, test } from "vitest"
import { agent, campaign, history, names, superior } from "../../../core/test/interviews/given.ts"
import { ask, bodyIn, refusalIn } from "../support/ask.ts"
import {
  delegate,
  interviewsPortal,
  type InterviewsPortal,
  tenant,
} from "../support/interviews-portal.ts"

const service = "hr-1 hr-service"
const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const key = `${names.type}/${names.year}/${agent.id}`

interface Followed {
  readonly state: string
  readonly files: ReadonlyArray<{ readonly fileName: string; readonly bytes: number }>
}

const asked = async (
  { app }: InterviewsPortal,
  [path, as, body]: readonly [string, string, unknown?],
): Promise<string> => {
  const from = `/interview-campaigns/${campaign}/${path}`
  const address = path.startsWith("/") ? path : from
  const response = await ask(app, address, {
    method: "POST",
    as,
    key: "k-1",
    ...(body === undefined ? {} : { body }),
  })
  expect(response.status).toBe(202)
  const location = response.headers.get("location") ?? ""
  return new URL(location, `https://portal.example${address}`).pathname
}

const followed = async ({ app }: InterviewsPortal, address: string, as: string) =>
  bodyIn<Followed>(await ask(app, address, { as }))

const made = async (running: InterviewsPortal, address: string, as: string) => {
  await running.run(runNextExport(tenant))
  const { state, files } = await followed(running, address, as)
  expect(state).toBe("delivered")
  return files.map(({ fileName }) => `${address}/files/${encodeURIComponent(fileName)}`)
}

describe("an export", () => {
  test.each<[string, string, unknown, string]>([
    ["exports", service, { format: "xlsx" }, sheet],
    ["exports", service, { format: "csv" }, "text/csv; charset=utf-8"],
    ["exports", service, { format: "pdf" }, "application/pdf"],
    ["training-needs/exports", service, { format: "pdf" }, "application/pdf"],
    ["prints", `${superior.id} superior`, { interviews: [key] }, "application/pdf"],
    ["/my-interviews/exports", `${agent.id} agent`, undefined, "application/zip"],
  ])(
    "CAM-15 asked for by %s of %s is made, and fetched under its name",
    async (path, as, body, type) => {
      const running = await interviewsPortal({ past: history.closed }, "2026-02-24")
      const address = await asked(running, [path, as, body])
      expect(await followed(running, address, as)).toMatchObject({ state: "requested", files: [] })
      const [file = ""] = await made(running, address, as)
      const response = await ask(running.app, file, { as })
      expect(response.status).toBe(200)
      expect(response.headers.get("content-type")).toBe(type)
      const name = decodeURIComponent(file.split("/").at(-1) ?? "")
      expect(response.headers.get("content-disposition")).toContain(
        `filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", "%27")}`,
      )
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0)
    },
  )

  test("CAM-15 shows its files by name, type and size, not where they are stored", async () => {
    const running = await interviewsPortal({ past: history.closed }, "2026-02-24")
    const address = await asked(running, ["exports", service, { format: "xlsx" }])
    await made(running, address, service)
    const file = { fileName: expect.any(String), mediaType: sheet, bytes: expect.any(Number) }
    expect((await followed(running, address, service)).files).toStrictEqual([file])
    const list = await bodyIn<{ readonly rows: ReadonlyArray<{ readonly row: Followed }> }>(
      await ask(running.app, "/exports", { as: service }),
    )
    expect(list.rows.map(({ row }) => row.files)).toStrictEqual([[file]])
  })

  test("CAM-15 is nothing to anybody else, whatever his capacity", async () => {
    const running = await interviewsPortal({ past: history.closed }, "2026-02-24")
    const address = await asked(running, ["exports", service, { format: "xlsx" }])
    const [file = ""] = await made(running, address, service)
    for (const as of ["admin-1 administrator", `${superior.id} superior`, "hr-2 hr-service"]) {
      expect(await refusalIn(await ask(running.app, address, { as }))).toBe("404 export.unknown")
      expect(await refusalIn(await ask(running.app, file, { as }))).toBe("404 export.unknown")
      const list = await bodyIn<{ readonly count: number }>(
        await ask(running.app, "/exports", { as }),
      )
      expect(list.count).toBe(0)
    }
    expect(await refusalIn(await ask(running.app, file))).toBe("401 session.required")
  })

  test("CAM-15 has no other file, none before it is made, none after its time", async () => {
    const running = await interviewsPortal({ past: history.closed }, "2026-02-24")
    const address = await asked(running, ["exports", service, { format: "xlsx" }])
    const other = `${address}/files/${encodeURIComponent("../secret")}`
    expect(await refusalIn(await ask(running.app, other, { as: service }))).toBe(
      "409 export.not-ready",
    )
    const [file = ""] = await made(running, address, service)
    expect(await refusalIn(await ask(running.app, other, { as: service }))).toBe(
      "404 export.unknown-file",
    )
    running.clock.millis += 8 * 86_400_000
    expect(await refusalIn(await ask(running.app, file, { as: service }))).toBe(
      "410 export.expired",
    )
  })

  test.each([
    ["of a campaign, by a superior", "exports", `${superior.id} superior`, { format: "pdf" }],
    ["of a campaign, by an agent", "exports", `${agent.id} agent`, { format: "pdf" }],
    ["of another's interviews", "prints", "superior-9 superior", { interviews: [key] }],
    [
      "of the needs, by a superior",
      "training-needs/exports",
      `${superior.id} superior`,
      { format: "pdf" },
    ],
  ])("CAM-14 %s is refused", async (_, path, as, body) => {
    const { app } = await interviewsPortal({ past: history.closed }, "2026-02-24")
    const address = `/interview-campaigns/${campaign}/${path}`
    const response = await ask(app, address, { method: "POST", as, key: "k-1", body })
    expect(await refusalIn(response)).toBe("403 actor.not-allowed")
  })

  test("ENT-22 asked for on behalf of somebody goes to who asked", async () => {
    const running = await interviewsPortal({ past: history.closed }, "2026-02-24")
    await ask(running.app, `/delegations/${superior.id}/${delegate.id}/superior`, {
      method: "PUT",
      as: `${superior.id} superior`,
      key: "grant",
      seen: 0,
      body: { from: "2026-02-20", until: "2026-02-28" },
    })
    const response = await ask(running.app, `/interview-campaigns/${campaign}/prints`, {
      method: "POST",
      as: delegate.id,
      key: "k-1",
      body: { interviews: [key] },
      headers: { "on-behalf-of": superior.id },
    })
    expect(response.status).toBe(202)
    const { export: id } = await bodyIn<{ readonly export: string }>(response)
    const as = `${delegate.id} superior`
    expect((await ask(running.app, `/exports/${id}`, { as })).status).toBe(200)
    expect(
      await refusalIn(await ask(running.app, `/exports/${id}`, { as: `${superior.id} superior` })),
    ).toBe("404 export.unknown")
  })
})

/** Exports from the pages of campaigns: asked for, followed, fetched, listed. */
import { randomUUID } from "node:crypto"
import { requestExport, runNextExport } from "@convoque/core/interviews"
import type { Actor } from "@convoque/core/kernel/identity"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { staff, superiors } from "../src/demonstration/interview-people.ts"
import { interviewCampaign } from "../src/demonstration/interviews.ts"
import { demonstrationTenant } from "../src/demonstration/people.ts"
import {
  campaignPath,
  type CampaignVisitor,
  campaignVisitor,
  fieldsOf,
  openCampaignOf,
  today,
} from "./support/campaign-visitor.ts"
import { type Office, openOffice } from "./support/office.ts"

let office: Office
let administrator: CampaignVisitor
let superior: CampaignVisitor

beforeAll(async () => {
  office = await openOffice({ smtpUrl: "smtp://127.0.0.1:9", today })
  await openCampaignOf(office)
  administrator = await campaignVisitor(office, staff.administrator.id, ["administrator"])
  superior = await campaignVisitor(office, superiors[0]?.person.id, ["superior"])
}, 120_000)

afterAll(() => office.close())

const exporting = `${campaignPath}/exports`

const mailed = async (): Promise<ReadonlyArray<string>> =>
  (await office.messages()).map(({ message }) => message.content.to.address)

describe("an export", () => {
  test("CAM-15 is asked for once, waits, is made, and its file is fetched", async () => {
    const { text } = await administrator.get(campaignPath)
    const fields = fieldsOf(text, exporting)
    expect(fields).toContainEqual(["format", "xlsx"])
    const first = await administrator.post(exporting, fields)
    const again = await administrator.post(exporting, fields)
    expect([first.status, again.location]).toEqual([303, first.location])
    const waiting = await administrator.get(first.location ?? "")
    expect(waiting.text).toContain("La préparation va commencer")
    expect(waiting.text).not.toContain("http-equiv")
    await office.run(runNextExport(demonstrationTenant))
    const made = await administrator.get(first.location ?? "")
    const [, file = ""] = /<a href="(\/exports\/[^"]+\/files\/[^"]+)"/u.exec(made.text) ?? []
    const fetched = await administrator.get(file)
    expect([fetched.status, fetched.headers.get("cache-control")]).toEqual([
      200,
      "private, no-store",
    ])
    expect(fetched.headers.get("content-type")).toContain("spreadsheetml")
    expect(fetched.headers.get("content-disposition")).toMatch(/^attachment; .*\.xlsx/u)
    expect(fetched.text.slice(0, 2)).toBe("PK")
    expect((await administrator.get("/exports")).text).toContain(first.location)
    expect((await mailed())[0]).toBe("zoe.lecoeur@academie.example")
  })

  test("CAM-15 beyond twenty, all are reached page after page; a place that is none is told", async () => {
    const subject = { _tag: "campaign", campaign: interviewCampaign } as const
    const by: Actor = { person: staff.service.id, capacity: "hr-service" }
    for (let asked = 0; asked < 23; asked++) {
      await office.run(requestExport({ by, tenant: demonstrationTenant, subject, format: "csv" }))
    }
    const service = await campaignVisitor(office, staff.service.id, ["hr-service"])
    const seen = new Set<string>()
    let path: string | undefined = "/exports"
    while (path !== undefined) {
      const { text } = await service.get(path)
      for (const [, found = ""] of text.matchAll(/<th scope="row"><a href="([^"]+)"/gu)) {
        seen.add(found)
      }
      path = /<a href="([^"]+)" rel="next"/u.exec(text)?.[1]?.replaceAll("&amp;", "&")
    }
    expect(seen.size).toBe(23)
    const lost = await service.get("/exports?after=x")
    expect([lost.status, lost.text.includes("Cette page de la liste n&#39;existe pas")]).toEqual([
      422,
      true,
    ])
  })

  test("CAM-14 refuses another format", async () => {
    const answer = await administrator.post(exporting, [
      ["format", "docx"],
      ["key", randomUUID()],
    ])
    expect([answer.status, answer.text.includes("docx")]).toEqual([422, true])
  })

  test("CAM-15 is nothing to others, nor under a name that is none", async () => {
    const { text } = await administrator.get("/exports")
    const [, path = ""] = /href="(\/exports\/[^"]+)"/u.exec(text) ?? []
    expect((await superior.get(path)).status).toBe(404)
    expect((await administrator.get("/exports/..%2Fx")).status).toBe(404)
    expect((await administrator.get(`${path}/files/other.xlsx`)).status).toBe(404)
    expect((await superior.get("/exports")).text).toContain("Aucun export")
  })
})

test("an export is a page to a browser and data to a program, at one address", async () => {
  const { text } = await administrator.get("/exports")
  const [, path = ""] = /href="(\/exports\/[^"]+)"/u.exec(text) ?? []
  const page = await administrator.get(path)
  expect(page.headers.get("content-type")).toMatch(/^text\/html/u)
  expect(page.headers.get("vary")).toContain("Accept")
  const program = await office.signIn(staff.administrator.id, ["administrator"])
  const { body } = await program.get(path)
  expect(body).toMatchObject({ format: "xlsx", state: "delivered" })
})

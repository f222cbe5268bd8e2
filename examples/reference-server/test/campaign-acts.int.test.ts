/** What is done from the pages of campaigns: reminders, deletion; each once, and by whom. */
import { randomUUID } from "node:crypto"
import { hrMemo, lodgeHierarchicalAppeal } from "@convoque/core/interviews"
import { addDays } from "@convoque/core/kernel/calendar"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { plans } from "../src/demonstration/interview-course.ts"
import { pairs, staff, superiors } from "../src/demonstration/interview-people.ts"
import { interviewCampaign } from "../src/demonstration/interviews.ts"
import { demonstrationTenant } from "../src/demonstration/people.ts"
import { onDay } from "../src/demonstration/quiet-past.ts"
import {
  campaignPath,
  type CampaignVisitor,
  campaignVisitor,
  type Fields,
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

const preview = `${campaignPath}/reminder/preview`
const send = `${campaignPath}/reminder`
const deletion = `${campaignPath}/deletion`
const exporting = `${campaignPath}/exports`

const mailed = async (): Promise<ReadonlyArray<string>> =>
  (await office.messages()).map(({ message }) => message.content.to.address)

const and = (fields: Fields, ...others: Fields): Fields => [...fields, ...others]

describe("the acts of the past", () => {
  test("send no mail", async () => {
    expect(await mailed()).toEqual([])
  })
})

describe("a reminder by status", () => {
  test("CAM-27 proposes all managers, all selected, and says who can't be reached", async () => {
    const { text } = await administrator.get(`${campaignPath}/reminder?status=not-planned`)
    const selected = fieldsOf(text, preview).filter(([name]) => name === "selected")
    expect(text.match(/type="checkbox"/gu)).toHaveLength(5)
    expect(selected.map(([, id]) => id)).toEqual([
      "thibault.van-den-berghe",
      "anne-sophie.d-hauteville",
      "maelle.le-bihan",
      "francois.muller-leroy",
      "ousmane.n-diaye",
      "noelle.saint-exupery",
    ])
    expect(text).toContain("Thibault van den Berghe\u00A0: sans adresse électronique valable")
  })

  test("CAM-26 refuses a status that is never reminded of, and one that is none", async () => {
    for (const status of ["closed", "deleted", "<b>"]) {
      const read = await administrator.get(
        `${campaignPath}/reminder?status=${encodeURIComponent(status)}`,
      )
      expect([read.status, read.text.includes('role="alert"')]).toEqual([422, true])
      expect(read.text).not.toContain("<b>")
    }
    expect((await administrator.get(`${campaignPath}/reminder`)).status).toBe(400)
  })

  test("CAM-30 with nobody selected shows the form again, as it was filled", async () => {
    const { status, text } = await administrator.post(preview, [["status", "not-planned"]])
    expect([status, text.includes("Sélectionnez au moins un responsable")]).toEqual([422, true])
    expect(fieldsOf(text, preview).filter(([name]) => name === "selected")).toEqual([
      ["selected", "thibault.van-den-berghe"],
    ])
    expect(text.match(/type="checkbox"/gu)).toHaveLength(5)
    expect(text).toMatch(/role="alert"[^>]* id="faults"/u)
    expect(text).toContain('<fieldset aria-describedby="faults"')
    expect(text.match(/aria-invalid="true"/gu)).toHaveLength(5)
  })

  test("CAM-30 where nobody can be reached does not ask to select somebody", async () => {
    const everybody = new Set(superiors.map(({ person }) => person.id))
    for (const id of everybody) office.directory.change(id, { email: "" })
    const { status, text } = await administrator.post(preview, [["status", "planned"]])
    for (const id of everybody) {
      const email = id === "thibault.van-den-berghe" ? "" : `${id}@academie.example`
      office.directory.change(id, { email })
    }
    expect([status, text.includes("Aucun de ces responsables ne peut être relancé")]).toEqual([
      422,
      true,
    ])
    expect(text).not.toContain("Sélectionnez au moins")
  })

  test("CAM-30 tells the true reason of who can't be reached", async () => {
    const form = await administrator.get(`${campaignPath}/reminder?status=not-planned`)
    const { text } = await administrator.post(preview, fieldsOf(form.text, preview))
    expect(text).toContain("5 courriels prêts")
    expect(text).toContain("Thibault van den Berghe\u00A0: sans adresse électronique valable")
  })

  test("CAM-28 shows who gets which mail, only of that status, and sends nothing", async () => {
    const { status, text } = await administrator.post(preview, [
      ["status", "planned"],
      ["selected", "maelle.le-bihan"],
    ])
    expect(status).toBe(200)
    expect(text).toContain("1 courriel prêt")
    expect(text).toContain("- Danièle Du Plessis, entretien du lundi 6 avril 2026")
    expect(text).not.toContain("Éléonore de Montfort")
    expect(text).toContain("Ousmane N&#39;Diaye\u00A0: désélectionné")
    expect(await mailed()).toEqual([])
  })

  test("CAM-29 sends at once, once, and says so", async () => {
    const form = await administrator.post(preview, [
      ["status", "planned"],
      ["selected", "maelle.le-bihan"],
      ["selected", "ousmane.n-diaye"],
    ])
    const fields = fieldsOf(form.text, send)
    const [first, again] = [
      await administrator.post(send, fields),
      await administrator.post(send, fields),
    ]
    for (const { status, location } of [first, again]) {
      expect([status, location]).toEqual([303, `${campaignPath}?done=reminder`])
    }
    expect((await mailed()).toSorted()).toEqual([
      "maelle.le-bihan@academie.example",
      "ousmane.n-diaye@academie.example",
    ])
    const { text } = await administrator.get(first.location ?? "")
    expect(text).toMatch(
      /role="status"[^>]*>Relance envoyée à 2 responsables le 30\/03\/2026 13:00\. 4 responsables n&#39;ont pas été relancés/u,
    )
  })

  test("CAM-29 a page of before the last reminder sends no second one, not even with another key", async () => {
    const form = await administrator.get(`${campaignPath}/reminder?manager=francois.muller-leroy`)
    const fields = fieldsOf(form.text, send)
    await administrator.post(send, fields)
    const before = (await mailed()).length
    const again = await administrator.post(
      send,
      fields.map(([name, value]) => [name, name === "key" ? randomUUID() : value]),
    )
    expect([again.status, again.text.includes("a changé depuis")]).toEqual([412, true])
    const unseen = fields.filter(([name]) => name !== "version")
    expect((await administrator.post(send, unseen)).status).toBe(400)
    expect(await mailed()).toHaveLength(before)
  })

  test("a double click sends once", async () => {
    const before = (await mailed()).length
    const form = await administrator.get(`${campaignPath}/reminder?manager=noelle.saint-exupery`)
    const fields = fieldsOf(form.text, send)
    const answers = await Promise.all([1, 2, 3].map(() => administrator.post(send, fields)))
    for (const { status } of answers) expect([303, 409]).toContain(status)
    expect(await mailed()).toHaveLength(before + 1)
  })

  test("a form sent again with other values is refused", async () => {
    const form = await administrator.get(`${campaignPath}/reminder?manager=noelle.saint-exupery`)
    const fields = fieldsOf(form.text, send)
    await administrator.post(send, fields)
    const before = (await mailed()).length
    const other = await administrator.post(
      send,
      fields.map(([name, value]) => [name, name === "manager" ? "maelle.le-bihan" : value]),
    )
    expect([other.status, other.text.includes("déjà été envoyé")]).toEqual([409, true])
    expect(await mailed()).toHaveLength(before)
  })
})

describe("a reminder of one manager", () => {
  test("CAM-31 shows the digest of all his open interviews before it is sent", async () => {
    const { text } = await administrator.get(
      `${campaignPath}/reminder?manager=anne-sophie.d-hauteville`,
    )
    for (const part of ["Léa Bonnet", "Laïla Öztürk", "José dos Santos", "Joël D&#39;Angelo"]) {
      expect(text).toContain(`- ${part}`)
    }
    expect(text).not.toContain("- Jérôme Nuñez")
    expect(text).not.toContain("- Loïc Kerdoncuff")
  })

  test("CAM-31 of somebody who has none here says so", async () => {
    const { status, text } = await administrator.get(`${campaignPath}/reminder?manager=lea.bonnet`)
    expect([status >= 400, text.includes("Aucun entretien ne donne lieu à relance")]).toEqual([
      true,
      true,
    ])
  })
})

describe("every form", () => {
  const forms: ReadonlyArray<readonly [string, Fields]> = [
    [preview, [["status", "planned"]]],
    [
      send,
      [
        ["status", "planned"],
        ["version", "2"],
      ],
    ],
    [exporting, [["format", "xlsx"]]],
    [
      deletion,
      [
        ["confirmed", "yes"],
        ["version", "2"],
      ],
    ],
  ]

  test.each(forms)("%s is refused from another origin", async (path, fields) => {
    for (const from of ["https://elsewhere.example", "null"]) {
      const all = and(fields, ["key", randomUUID()])
      expect((await administrator.post(path, all, from)).status).toBe(403)
    }
  })

  test.each(forms.slice(1))("%s is refused without its key", async (path, fields) => {
    const before = (await mailed()).length
    expect((await administrator.post(path, fields)).status).toBe(400)
    expect((await administrator.post(path, and(fields, ["key", "a b"]))).status).toBe(400)
    expect(await mailed()).toHaveLength(before)
  })

  test.each(forms)("CAM-01 %s is refused to a superior", async (path, fields) => {
    const page = await administrator.get(deletion)
    const now = fieldsOf(page.text, deletion).find(([name]) => name === "version")?.[1] ?? ""
    const seen = fields.map(([name, value]) => [name, name === "version" ? now : value] as const)
    const all = and(seen, ["key", randomUUID()], ["selected", "maelle.le-bihan"])
    const answer = await superior.post(path, all)
    expect([answer.status, answer.text.includes('role="alert"')]).toEqual([403, true])
  })

  test.each(forms)("%s of more than 2 MB is refused in French", async (path, fields) => {
    const all = and(fields, ["key", randomUUID()], ["selected", "x".repeat(2_000_000)])
    const { status, text, headers } = await administrator.post(path, all)
    expect([status, text.includes("trop volumineux")]).toEqual([413, true])
    expect(headers.get("cache-control")).toBe("no-store")
  })

  test("CAM-27 the form of a reminder of ten thousand managers is read", async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ["selected", `m${index}`] as const)
    const chosen = ["selected", "maelle.le-bihan"] as const
    const { status, text } = await administrator.post(preview, [
      ["status", "not-planned"],
      ...many,
      chosen,
    ])
    expect([status, text.includes("1 courriel prêt")]).toEqual([200, true])
  })
})

describe("the deletion", () => {
  let appeal: string

  test("CAM-18 says what will be lost, and deletes nothing without a confirmation", async () => {
    const { text } = await administrator.get(deletion)
    expect(text).toContain("irréversible et définitive")
    expect(text).toContain("40 entretiens")
    const answer = await administrator.post(deletion, fieldsOf(text, deletion))
    expect([answer.status, answer.text.includes('role="alert"')]).toEqual([409, true])
    expect((await administrator.get(campaignPath)).status).toBe(200)
  })

  test("is not announced while the campaign is there, whoever wrote the address", async () => {
    const { text } = await administrator.get(`/campaigns?deleted=${interviewCampaign}`)
    expect(text).not.toContain('role="status"')
  })

  test("CAM-18 is refused when the campaign changed since the page was read", async () => {
    const { text } = await administrator.get(deletion)
    const stale = fieldsOf(text, deletion).map(
      ([name, value]) => [name, name === "version" ? "1" : value] as const,
    )
    const answer = await administrator.post(deletion, and(stale, ["confirmed", "yes"]))
    expect([answer.status, answer.text.includes("a changé depuis")]).toEqual([412, true])
  })

  test("CAM-18 asks to acknowledge each appeal that is open, and keeps what was checked", async () => {
    const notified = plans.findIndex((plan) => plan._tag === "circuit" && plan.steps === 4)
    const agent = pairs[notified]?.agent.id ?? staff.service.id
    const day = addDays(today, -14)
    const type = hrMemo.type
    await office.run(
      onDay(
        day,
        lodgeHierarchicalAppeal({
          by: { person: agent, capacity: "agent" },
          interview: { tenant: demonstrationTenant, type, year: 2026, agent },
          date: day,
          grounds: "Une mission manque.",
        }),
      ),
    )
    const { text } = await administrator.get(deletion)
    const fields = and(fieldsOf(text, deletion), ["confirmed", "yes"])
    const answer = await administrator.post(deletion, fields)
    const key = `professional-interview/2026/${agent}`
    expect([answer.status, answer.text.includes(`value="${key}"`)]).toEqual([409, true])
    expect(fieldsOf(answer.text, deletion)).toContainEqual(["confirmed", "yes"])
    const label = /<label[^>]*>(Je supprime malgré[^<]*)<\/label/u.exec(answer.text)?.[1] ?? ""
    expect(label).toContain("(Recours hiérarchique formé, réponse attendue)")
    expect(label).toContain(pairs[notified]?.agent.familyName)
    expect(label).not.toContain("/")
    appeal = key
  })

  test("CAM-17 once confirmed nothing of the campaign is left to read", async () => {
    const { text } = await administrator.get(deletion)
    const fields = and(fieldsOf(text, deletion), ["confirmed", "yes"], ["appeal", appeal])
    const done = await administrator.post(deletion, fields)
    expect([done.status, done.location]).toEqual([303, `/campaigns?deleted=${interviewCampaign}`])
    expect((await administrator.post(deletion, fields)).location).toBe(done.location)
    const list = await administrator.get(done.location ?? "")
    expect(list.text).toMatch(/role="status"[^>]*>La campagne «\u00A0entretiens-professionnels/u)
    expect(list.text).toContain("Aucune campagne.")
    expect((await superior.get(done.location ?? "")).text).not.toContain('role="status"')
    for (const path of [campaignPath, `${campaignPath}/interviews/lea.bonnet`, deletion]) {
      expect((await administrator.get(path)).status).toBe(404)
    }
  })

  test("a deleted campaign stays deleted when the server starts again", async () => {
    await openCampaignOf(office)
    expect((await administrator.get(campaignPath)).status).toBe(404)
  })
})

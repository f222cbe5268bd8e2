/** The pages of the personnel: their list, its filters and files, and one person's three views. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { CampaignVisitor } from "./support/campaign-visitor.ts"
import { countIn, flat, namesIn, personIn } from "./support/exam-pages.ts"
import { examVisitor, lycee, openExamsOf, today } from "./support/exam-visitor.ts"
import { type Office, openOffice } from "./support/office.ts"

let office: Office
let head: CampaignVisitor
let division: CampaignVisitor
let agent: string

beforeAll(async () => {
  office = await openOffice({ smtpUrl: "smtp://127.0.0.1:9", today })
  await openExamsOf(office)
  head = await examVisitor(office, "nadia.belkacem")
  division = await examVisitor(office, "solene.arrighi")
  agent = await personIn(head, "competences?q=oui")
}, 120_000)

afterAll(() => office.close())

describe("the list of personnel", () => {
  test("UI-16 tells its number, of one line in the singular", async () => {
    expect(countIn((await head.get(`${lycee}/staff`)).text)).toBe("193 lignes")
    const [, second = ""] = namesIn((await head.get(`${lycee}/staff`)).text)
    expect(second).not.toBe("")
    const { text } = await head.get(`${lycee}/staff?q=${encodeURIComponent("zzz")}`)
    expect(countIn(text)).toBe("0 ligne")
  })

  test("UI-18 UI-19 the keyword bears on what is shown, among those whom the filter keeps", async () => {
    const filter = "period=convened&from=01/06/2026&until=30/06/2026"
    const convened = namesIn((await head.get(`${lycee}/staff?${filter}`)).text)
    const [one = ""] = convened
    const found = await head.get(`${lycee}/staff?${filter}&q=${encodeURIComponent(one)}`)
    expect(convened.length).toBeGreaterThan(5)
    expect(namesIn(found.text)).toEqual(convened.filter((name) => name === one))
  })

  test("PER-04 PER-05 the two filters part the personnel as the API does", async () => {
    const reader = await office.signIn("solene.arrighi", ["exams-division"])
    for (const kind of ["available", "convened"]) {
      const page = await head.get(`${lycee}/staff?period=${kind}&from=08/06/2026&until=12/06/2026`)
      const api = await reader.get(
        `/schools/0310001H/staff?${kind}-from=2026-06-08&${kind}-until=2026-06-12`,
      )
      expect(countIn(page.text)).toBe(api.body["countLabel"])
    }
  })

  test("PER-06 availability is proposed first", async () => {
    const { text } = await head.get(`${lycee}/staff`)
    expect(text).toMatch(/value="available"\s+checked/u)
  })

  test.each([
    ["from=&until=", "Champ obligatoire au format JJ/MM/AAAA."],
    ["from=1/6/2026&until=30/06/2026", "n'est pas une date au format JJ/MM/AAAA."],
    ["from=31/06/2026&until=30/06/2026", "n'existe pas dans le calendrier."],
    ["from=30/06/2026&until=01/06/2026", "avant de commencer"],
  ])(
    "PER-07 UI-30 a period %s is refused beside its field, and all are shown",
    async (asked, told) => {
      const { status, text } = await head.get(`${lycee}/staff?period=convened&${asked}`)
      expect(status).toBe(422)
      expect(flat(text)).toContain(told)
      expect(text).toMatch(/aria-invalid="true"/u)
      expect(countIn(text)).toBe("193 lignes")
      const typed = new URLSearchParams(asked)
      for (const name of ["from", "until"]) {
        expect(text).toMatch(
          new RegExp(`name="${name}"[^>]*value="${typed.get(name) ?? ""}"`, "su"),
        )
      }
    },
  )

  test("PER-08 clearing the filter keeps keyword and sort", async () => {
    const asked = "q=a&sort=-given-name&period=convened&from=01/06/2026&until=30/06/2026"
    const { text } = await head.get(`${lycee}/staff?${asked}`)
    expect(text).toContain(`href="${lycee}/staff?q=a&amp;sort=-given-name"`)
  })

  test("UI-23 to UI-25 a column sorts, again the other way round, and the number stays", async () => {
    const path = `${lycee}/staff?sort=discipline`
    const { text } = await head.get(path)
    expect(text).toMatch(/aria-sort="ascending">\s*<a href="[^"]*sort=-discipline"/u)
    expect(flat(text)).toContain("Discipline de poste, croissant")
    const other = (await head.get(`${lycee}/staff?sort=-discipline`)).text
    expect(other).toMatch(/aria-sort="descending"/u)
    expect(countIn(other)).toBe(countIn(text))
    expect(new Set(namesIn(other))).toEqual(new Set(namesIn(text)))
  })

  test("PER-10 PER-13 every file that the page offers is there, for its selection", async () => {
    const asked = "q=abadie&period=available&from=01/06/2026&until=30/06/2026"
    const { text } = await head.get(`${lycee}/staff?${asked}`)
    const links = [...text.matchAll(/href="(\/schools\/[^"]+)"/gu)].map(([, link = ""]) =>
      link.replaceAll("&amp;", "&"),
    )
    expect(links).toHaveLength(4)
    for (const link of links) {
      const file = await head.get(link)
      expect([link, file.status]).toEqual([link, 200])
    }
    const [csv = ""] = links
    const lines = (await head.get(csv)).text.trim().split("\r\n")
    expect(lines).toHaveLength(namesIn(text).length + 1)
  })
})

describe("one person", () => {
  test("PER-18 UI-17 three views under the recap, with a way back to the list", async () => {
    const person = await personIn(head, `staff?period=convened&from=01/06/2026&until=30/06/2026`)
    for (const view of ["assignments", "unavailability", "teachings"]) {
      const { status, text } = await head.get(`${lycee}/staff/${person}/${view}`)
      expect(status).toBe(200)
      expect(text).toContain(`<a href="${lycee}/staff">Liste des personnels</a>`)
      expect(flat(text)).toContain("Dernière convoc.")
    }
  })

  test("PER-23 each convocation is a paper to keep", async () => {
    const person = await personIn(head, `staff?period=convened&from=01/06/2026&until=30/06/2026`)
    const { text } = await head.get(`${lycee}/staff/${person}/assignments`)
    const [, link = ""] = /href="(\/schools\/[^"]+recap\.pdf)"/u.exec(text) ?? []
    const paper = await head.get(link)
    expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, "%PDF-"])
  })

  test("PER-25 a convocation of another academy is read under the period that it makes", async () => {
    const { body } = await (
      await office.signIn("solene.arrighi", ["exams-division"])
    ).get("/schools/0310001H/staff?available-from=2000-01-01&available-until=2000-01-01&limit=200")
    const rows = body["rows"] as ReadonlyArray<{ readonly key: string }>
    const pages = await Promise.all(
      rows.map(({ key }) => division.get(`${lycee}/staff/${key}/unavailability`)),
    )
    const found = pages
      .map(({ text }) => flat(text))
      .filter((text) => text.includes("IMAGIN RENNES"))
    expect(found.length).toBeGreaterThan(0)
    for (const text of found)
      expect(text).toMatch(/Récapitulatif Académie Rennes Mission 340\d{3}/u)
  })

  test("nobody's NUMEN is on any page", async () => {
    for (const path of ["staff", `staff/${agent}/assignments`, `competences/${agent}`]) {
      expect((await head.get(`${lycee}/${path}`)).text).not.toMatch(/16E\d{7}[A-Z]{3}/u)
    }
  })
})

/** The pages where a school declares: periods of unavailability, competences, their validation. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type CampaignVisitor, fieldsOf } from "./support/campaign-visitor.ts"
import { act, flat, looseIn, personIn } from "./support/exam-pages.ts"
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

describe("unavailability", () => {
  const typed = {
    "start-date": "01/06/2026",
    "start-time": "08:00",
    "end-date": "02/06/2026",
    "end-time": "17:00",
    reason: "STAGE <b> DE FORMATION",
  }
  const path = () => `${lycee}/unavailability/${agent}`

  test("UI-14 UI-30 a wrong form comes back with what was typed, and its fault to the second", async () => {
    const { status, text } = await act(head, path(), { ...typed, "end-date": "2 juin 2026" })
    expect(status).toBe(422)
    expect(flat(text)).toMatch(
      /\( 30\/03\/2026 13:00:00 \) Erreur : « 2 juin 2026 » n'est pas une date au format JJ\/MM\/AAAA\./u,
    )
    expect(text).toContain('value="STAGE &lt;b&gt; DE FORMATION"')
    expect(text).toMatch(/id="end-date"[^>]*aria-invalid="true"/su)
    expect(text).toMatch(/id="start-date"[^>]*value="01\/06\/2026"/su)
  })

  test("IND-10 a period that ends before it starts, or comes twice, is refused with its sentence", async () => {
    const reversed = await act(head, path(), { ...typed, "end-date": "31/05/2026" })
    expect(reversed.status).toBe(422)
    expect(reversed.text).toContain('role="alert"')
    const first = await act(head, path(), typed)
    expect([first.status, flat(first.text).includes("La période est enregistrée.")]).toEqual([
      200,
      true,
    ])
    const twice = await act(head, path(), typed)
    expect(twice.status).toBe(422)
  })

  test("IND-11 the school deletes its own period once, and the messages stay with their page", async () => {
    const deletion = `${path()}/deletion`
    const { text } = await head.get(path())
    const fields = fieldsOf(text, deletion)
    const sent = await head.post(deletion, fields)
    const shown = await head.get(sent.location ?? "")
    expect(flat(shown.text)).toContain("Information : La période est supprimée.")
    expect((await head.post(deletion, fields)).location).toBe(sent.location)
    expect((await head.get(path())).text).not.toContain("La période est supprimée.")
    expect((await division.get(path())).text).not.toContain("/deletion")
    expect((await division.get(sent.location ?? "")).text).not.toContain("est supprimée.")
  })

  test("IND-11 a deletion and the closing of an entry are asked to be confirmed", async () => {
    const folded = (text: string): ReadonlyArray<string> =>
      [...text.matchAll(/<details>.*?<\/details>/gsu)].map(([one]) => one)
    await act(head, path(), typed)
    const { text } = await head.get(path())
    const deletion = `action="${path()}/deletion"`
    const summaries = folded(text).filter((one) => one.includes(deletion))
    expect(summaries).toHaveLength(text.split(deletion).length - 1)
    expect(flat(summaries[0] ?? "")).toContain(
      "Supprimer la période qui commence le 01/06/2026 à 08:00",
    )
    await head.post(`${path()}/deletion`, fieldsOf(text, `${path()}/deletion`))
    const page = (await division.get(`${lycee}/validation`)).text
    expect(folded(page).filter((one) => one.includes('value="close"'))).toHaveLength(1)
    expect(page.split('value="close"')).toHaveLength(2)
  })

  test("UI-26 each page of a list offers its CSV and PDF, for its keyword and its sort", async () => {
    const offered = async (who: CampaignVisitor, page: string): Promise<ReadonlyArray<string>> => {
      const { text } = await who.get(page)
      const part = /<p class="files">.*?<\/p>/su.exec(text)?.[0] ?? ""
      return [...part.matchAll(/href="([^"]+)"/gu)].map(([, link = ""]) =>
        link.replaceAll("&amp;", "&"),
      )
    }
    const pages: ReadonlyArray<readonly [CampaignVisitor, string]> = [
      [head, `${lycee}/unavailability?q=a&sort=-given-name`],
      [head, path()],
      [head, `${lycee}/competences`],
      [head, `${lycee}/competences/${agent}`],
      [head, `${lycee}/competences/${agent}/teachings`],
      [head, `${lycee}/staff/${agent}/assignments`],
      [head, `${lycee}/staff/${agent}/unavailability`],
      [head, `${lycee}/staff/${agent}/teachings`],
      [division, "/exam-missions/entries?status=open"],
    ]
    for (const [who, page] of pages) {
      const links = await offered(who, page)
      expect([page, links.length]).toEqual([page, 2])
      for (const link of links) expect([link, (await who.get(link)).status]).toEqual([link, 200])
    }
    const [csv = ""] = await offered(head, `${lycee}/unavailability?q=a&sort=-given-name`)
    expect(csv).toBe("/schools/0310001H/unavailability-entry/staff.csv?sort=-given-name&q=a")
  })

  test("a message under a name that nobody kept is none", async () => {
    const { status, text } = await head.get(`${path()}?message=anything`)
    expect([status, flat(text).includes("Aucun message.")]).toEqual([200, true])
  })
})

describe("competences", () => {
  const path = () => `${lycee}/competences/${agent}`
  const optionIn = (text: string): string => /name="option" value="([^"]+)"/u.exec(text)?.[1] ?? ""

  test("CMP-16 to CMP-18 exactly the buttons offered are there, and each says who it is", async () => {
    const { text } = await head.get(path())
    const option = optionIn(text)
    const buttons = (shown: string): ReadonlyArray<string> =>
      [
        ...shown.matchAll(
          /name="act" value="(\w+)" \/>\s*<input type="hidden" name="option" value="([^"]+)"/gu,
        ),
      ]
        .filter(([, , of]) => of === option)
        .map(([, name = ""]) => name)
    expect(buttons(text)).toEqual(["confirm", "invalidate"])
    const confirmed = (await act(head, path(), { act: "confirm", option })).text
    expect(buttons(confirmed)).toEqual(["invalidate"])
    expect(flat(confirmed)).toContain("0310001H (C) SYS (C)")
    const contested = (await act(head, path(), { act: "invalidate", option })).text
    expect(buttons(contested)).toEqual(["confirm"])
    expect(flat(contested)).toContain("0310001H (I) SYS (C) (contestée)")
  })

  test("CMP-14 an option that is listed already is refused in the words of the guide", async () => {
    const { text } = await head.get(path())
    const hidden = fieldsOf(text, path()).filter(([name]) => name === "key" || name === "version")
    const option = optionIn(text)
    const sent = await head.post(path(), [...hidden, ["act", "add"], ["option", option]])
    expect(sent.status).toBe(422)
    expect(flat(sent.text)).toContain(
      "Erreur : Impossible de créer cette epreuve option. L'épreuve option que vous voulez ajouter existe déjà dans la liste des compétences.",
    )
  })

  test("CMP-23 CMP-24 validation asks for its statement, and then no button is left", async () => {
    const validation = `${lycee}/validation`
    const refused = await act(head, validation, { act: "validate" })
    expect(refused.status).toBe(422)
    const done = await act(head, validation, { act: "validate", statement: "yes" })
    expect(flat(done.text)).toContain("pour 2025-2026 : validée.")
    const { text } = await head.get(path())
    expect(text).not.toContain('name="act"')
    expect(flat(text)).toContain("Saisie de l'établissement validée")
    const reopened = await act(division, validation, { act: "reopen" })
    expect(flat(reopened.text)).toContain("pour 2025-2026 : ouverte.")
    expect((await head.get(path())).text).toContain('name="act"')
  })

  test("CMP-25 the division sees who has validated", async () => {
    const { text } = await division.get("/exam-missions/entries?status=open")
    expect(flat(text)).toContain("3 lignes")
    expect((await head.get("/exam-missions/entries")).status).toBe(403)
  })
})

test("what is told of acts done has the no-break spaces of French", async () => {
  const paths = [
    `${lycee}/unavailability/${agent}`,
    `${lycee}/competences/${agent}?option=a`,
    `${lycee}/validation`,
  ]
  for (const path of paths) expect([path, looseIn((await head.get(path)).text)]).toEqual([path, []])
})

/** The pages of exam missions: what each shows, to whom, and what it refuses. */
import { wordingFr } from "@convoque/core/exam-missions"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  type CampaignVisitor,
  fieldsOf,
  looseSpace,
  readerWith,
  textsOf,
} from "./support/campaign-visitor.ts"
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
  agent = await personIn(`${lycee}/competences?q=oui`)
}, 120_000)

afterAll(() => office.close())

const flat = (text: string): string =>
  text
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/gu, " ")

const personIn = async (path: string): Promise<string> =>
  /\/(epp-\d+)(?:\/assignments)?"/u.exec((await head.get(path)).text)?.[1] ?? ""

const countIn = (text: string): string | undefined =>
  /id="count"[^>]*>\s*([^<]*?)\s*</u.exec(text)?.[1]

const namesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/<th scope="row">\s*<a href="[^"]*">\s*([^<]*?)\s*</gu)].map(
    ([, name = ""]) => name,
  )

describe("the entrance", () => {
  test("UI-13 recalls the academy, the school and its UAI", async () => {
    const text = flat((await head.get("/exam-missions")).text)
    expect(text).toContain("ACADEMIE DE GARONNE - LYCEE SOPHIE GERMAIN")
    expect(text).toContain("Connecté en tant que 0310001H")
  })

  test("UI-07 shows the welcome message that an administrator writes, and none before", async () => {
    const before = (await head.get("/exam-missions")).text
    expect(before).not.toContain("Message d'accueil")
    const administrator = await office.signIn("magali.sentenac", ["administrator"])
    const welcome = "Bienvenue <b>à tous</b>"
    const set = await administrator.send("PUT", "/exam-service/welcome", { body: { welcome } })
    expect(set.status).toBe(204)
    const { text } = await head.get("/exam-missions")
    expect(text).toContain("Bienvenue &lt;b&gt;à tous&lt;/b&gt;")
    await administrator.send("PUT", "/exam-service/welcome", { body: { welcome: null } })
    expect((await head.get("/exam-missions")).text).toBe(before)
  })

  test("UI-10 has two groups, all activities in their order", async () => {
    const { text } = await head.get("/exam-missions")
    const menu = flat(text.slice(text.indexOf("Activités"), text.indexOf("<main")))
    const places = [...Object.values(wordingFr.groups), ...Object.values(wordingFr.activities)].map(
      (label) => menu.indexOf(label),
    )
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places.slice(2)).toEqual(places.slice(2).toSorted((left, right) => left - right))
  })

  test("UI-08 an activity that is closed is no link, and its page refuses", async () => {
    const close = { activity: "staff-consultation", act: "close" }
    await act(division, "/exam-missions/activities", close)
    const { text } = await head.get("/exam-missions")
    expect(text).not.toContain(`href="${lycee}/staff"`)
    expect(flat(text)).toContain("Consultation des personnels (non ouverte)")
    const refused = await head.get(`${lycee}/staff`)
    expect([refused.status, flat(refused.text).includes("n'est pas ouverte")]).toEqual([403, true])
    await act(division, "/exam-missions/activities", { ...close, act: "open" })
    expect((await head.get(`${lycee}/staff`)).status).toBe(200)
  })

  test("UI-11 an open activity of exam centres is for centre heads alone", async () => {
    const opening = { activity: "service-record", act: "open" }
    await act(division, "/exam-missions/activities", opening)
    const text = flat((await head.get("/exam-missions")).text)
    expect(text).toContain("Constat de service fait (réservée aux chefs de centre)")
    expect((await head.get("/exam-missions/activities/service-record")).status).toBe(403)
    const centre = await examVisitor(office, "amelie.rouquette")
    expect((await centre.get("/exam-missions/activities/service-record")).status).toBe(200)
    await act(division, "/exam-missions/activities", { ...opening, act: "close" })
  })
})

// Sends one of the forms of a page, found by its fields, as a browser does.
const act = async (
  who: CampaignVisitor,
  path: string,
  fields: Readonly<Record<string, string>>,
  action = path,
) => {
  const { text } = await who.get(path)
  const form = text
    .split("<form")
    .map((part) => `<form${part}`)
    .find(
      (part) =>
        Object.entries(fields).every(([name, value]) =>
          name === "act" || name === "option" || name === "activity"
            ? part.includes(`name="${name}" value="${value}"`) || isOther(name, value, part)
            : true,
        ) && part.includes(`method="post" action="${action}"`),
    )
  const hidden = fieldsOf(form ?? "", action).filter(([name]) => fields[name] === undefined)
  const sent = await who.post(action, [...hidden, ...Object.entries(fields)])
  return sent.location === null ? sent : who.get(sent.location)
}

const isOther = (name: string, value: string, part: string): boolean =>
  name === "act" && value === "validate" && part.includes('name="statement"')

describe("who may come", () => {
  const paths = ["/exam-missions", `${lycee}/staff`, `${lycee}/validation`]

  test.each(paths)("%s asks who is not signed in to sign in", async (path) => {
    const { status, text } = await readerWith(office, "").get(path)
    expect([status, flat(text).includes("Connexion requise")]).toEqual([401, true])
  })

  test.each(paths)("%s refuses an evaluator of careers", async (path) => {
    const { status } = await (await examVisitor(office, "helene.lefevre")).get(path)
    expect(status).toBe(403)
  })

  test.each(["staff", "unavailability", "competences", "validation", "staff/epp-10007/teachings"])(
    "PER-01 %s of another school is unknown to a head",
    async (part) => {
      const { status, text } = await head.get(`/exam-missions/schools/0319001R/${part}`)
      expect([status, flat(text).includes("n'est pas le vôtre")]).toEqual([404, true])
    },
  )

  test("PER-01 the division reads every school, and acts for none", async () => {
    const { status, text } = await division.get(`${lycee}/staff`)
    expect([status, countIn(text)]).toEqual([200, "193 lignes"])
    const periods = await division.get(`${lycee}/unavailability/${agent}`)
    expect(periods.status).toBe(200)
    expect(periods.text).not.toContain("Déclarer une période")
  })

  test.each(["/exam-missions", `${lycee}/staff`, `${lycee}/nothing`, "/exam-missions?q=%00"])(
    "%s stays in no cache",
    async (path) => {
      for (const one of [head, readerWith(office, "")]) {
        expect((await one.get(path)).headers.get("cache-control")).toBe("no-store")
      }
    },
  )

  test("a form that comes from elsewhere is refused", async () => {
    const path = `${lycee}/validation`
    const sent = await head.post(path, [["act", "validate"]], "https://elsewhere.example")
    expect(sent.status).toBe(403)
  })
})

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
    const person = await personIn(`${lycee}/staff?period=convened&from=01/06/2026&until=30/06/2026`)
    for (const view of ["assignments", "unavailability", "teachings"]) {
      const { status, text } = await head.get(`${lycee}/staff/${person}/${view}`)
      expect(status).toBe(200)
      expect(text).toContain(`<a href="${lycee}/staff">Liste des personnels</a>`)
      expect(flat(text)).toContain("Dernière convoc.")
    }
  })

  test("PER-23 each convocation is a paper to keep", async () => {
    const person = await personIn(`${lycee}/staff?period=convened&from=01/06/2026&until=30/06/2026`)
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

test("every sentence of every page has the no-break spaces of French", async () => {
  const paths = [
    "/exam-missions",
    `${lycee}/staff?period=available&from=x&until=`,
    `${lycee}/staff/${agent}/assignments`,
    `${lycee}/staff/${agent}/teachings`,
    `${lycee}/unavailability/${agent}`,
    `${lycee}/competences/${agent}?option=a`,
    `${lycee}/validation`,
  ]
  for (const path of paths) {
    const { text } = await head.get(path)
    expect([path, textsOf(text).filter((one) => looseSpace.test(one))]).toEqual([path, []])
  }
})

/** The pages of exam missions: their entrance, what is around each, and who may come. */
import { wordingFr } from "@convoque/core/exam-missions"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type CampaignVisitor, readerWith } from "./support/campaign-visitor.ts"
import { act, countIn, flat, looseIn, personIn } from "./support/exam-pages.ts"
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

describe("the entrance", () => {
  test("UI-13 recalls the academy, the school and its UAI", async () => {
    const text = flat((await head.get("/exam-missions")).text)
    expect(text).toContain("ACADEMIE DE GARONNE - LYCEE SOPHIE GERMAIN")
    expect(text).toContain("Connecté en tant que 0310001H")
  })

  test("UI-15 one control, without a script, hides header and menu and nothing else", async () => {
    const style = (await head.get("/style.css")).text
    const script = (await head.get("/exam-missions.js")).text
    for (const path of ["/exam-missions", `${lycee}/staff`, `${lycee}/validation`]) {
      const { text } = await head.get(path)
      const controls = [
        ...text.matchAll(/<input type="checkbox" id="([^"]+)" \/>\s*<label for="\1">/gu),
      ]
      expect([path, controls.length]).toEqual([path, 1])
      const [[control, id = ""] = [""]] = controls
      const whenChecked = `body:has(#${id}:checked) > `
      const hiding = [...style.matchAll(/([^{}]+)\{\s*display: none;\s*\}/gu)]
        .flatMap(([, selectors = ""]) => selectors.split(","))
        .map((selector) => selector.trim())
        .filter((selector) => selector.includes(`#${id}`))
      expect(hiding).toEqual([`${whenChecked}header`, `${whenChecked}.exam-head`])
      expect(script).not.toContain(id)
      // The control stands between what it hides, so that it is there to restore it.
      const places = [
        "</header>",
        control,
        '<div class="exam-head">',
        'aria-label="Académie et établissement"',
        'aria-label="Activités"',
        "</nav></div>",
        "<main",
        "</main>",
        'class="console"',
      ].map((part) => text.replaceAll(/>\s+</gu, "><").indexOf(part.replaceAll(/>\s+</gu, "><")))
      expect(places.every((place) => place >= 0)).toBe(true)
      expect(places).toEqual(places.toSorted((left, right) => left - right))
    }
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
  for (const path of paths) expect([path, looseIn((await head.get(path)).text)]).toEqual([path, []])
})

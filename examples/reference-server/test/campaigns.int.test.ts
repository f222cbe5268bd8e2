/** The pages of campaigns: what each shows, to whom, and what it refuses. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { runNextExport } from "@convoque/core/interviews"
import { plans } from "../src/demonstration/interview-course.ts"
import { pairs, staff, superiors } from "../src/demonstration/interview-people.ts"
import { demonstrationTenant } from "../src/demonstration/people.ts"
import {
  campaignPath,
  type CampaignVisitor,
  campaignVisitor,
  looseSpace,
  openCampaignOf,
  textsOf,
  today,
} from "./support/campaign-visitor.ts"
import { type Office, openOffice } from "./support/office.ts"

let office: Office
let administrator: CampaignVisitor
let superior: CampaignVisitor
let stranger: CampaignVisitor
const [first] = superiors
const agents = pairs.map(({ agent }) => agent.id)

beforeAll(async () => {
  office = await openOffice({ smtpUrl: "smtp://127.0.0.1:9", today })
  office.directory.change("adelaide.garcon", { familyName: `<script>alert("x")</script>` })
  office.directory.change("ousmane.n-diaye", { familyName: `N'Diaye & "Cie" <b>` })
  await openCampaignOf(office)
  administrator = await campaignVisitor(office, staff.administrator.id, ["administrator"])
  superior = await campaignVisitor(office, first?.person.id, ["superior"])
  stranger = await campaignVisitor(office, agents[0], ["agent"])
}, 120_000)

afterAll(() => office.close())

const flat = (text: string): string => text.replaceAll(/<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ")
const count = (tag: string): number => plans.filter(({ _tag }) => _tag === tag).length

describe("who may come", () => {
  const paths = [
    "/campaigns",
    campaignPath,
    `${campaignPath}/interviews/adelaide.garcon`,
    `${campaignPath}/reminder?status=planned`,
    `${campaignPath}/deletion`,
  ]

  test.each([...paths, "/exports"])(
    "CAM-01 %s asks who is not signed in to sign in",
    async (path) => {
      const { status, text } = await (await campaignVisitor(office)).get(path)
      expect([status, flat(text).includes("Connexion requise")]).toEqual([401, true])
      expect(text).not.toContain("Adélaïde")
    },
  )

  test.each(paths)("CAM-01 %s refuses somebody who follows nothing", async (path) => {
    const { status, text } = await stranger.get(path)
    expect([status, flat(text).includes("réservé aux administrateurs")]).toEqual([403, true])
  })

  test("CAM-15 an agent opens the export of his own file that a mail links to, a stranger does not", async () => {
    const agent = await office.signIn(agents[0] ?? "", ["agent"])
    const asked = await agent.send("POST", "/my-interviews/exports", { body: {} })
    expect(asked.status).toBe(202)
    await office.run(runNextExport(demonstrationTenant))
    const list = await stranger.get("/exports")
    const [, path = ""] = /href="(\/exports\/[^"]+)"/u.exec(list.text) ?? []
    const own = await stranger.get(path)
    expect([list.status, own.status]).toEqual([200, 200])
    expect(own.text).toMatch(/class="trail">\s*<ol>\s*<li><a href="\/">Accueil/u)
    const [, file = ""] = /<a href="(\/exports\/[^"]+\/files\/[^"]+)"/u.exec(own.text) ?? []
    expect((await stranger.get(file)).text.slice(0, 2)).toBe("PK")
    const other = await campaignVisitor(office, agents[1], ["agent"])
    for (const foreign of [path, file]) expect((await other.get(foreign)).status).toBe(404)
    const authority = await campaignVisitor(office, staff.authority.id, ["authority"])
    expect((await authority.get("/exports")).text).toContain("Aucun export")
    const evaluator = await campaignVisitor(office, staff.service.id, ["evaluator"])
    expect((await evaluator.get("/exports")).status).toBe(403)
  })

  test.each([
    "/",
    "/campaigns",
    campaignPath,
    `${campaignPath}/deletion`,
    "/campaigns/unknown",
    "/campaigns?search=%00",
    "/exports",
    "/exports/unknown",
    "/mailbox",
    "/mailbox/unknown",
    "/outbox",
  ])("%s stays in no cache, whoever reads it and whatever is answered", async (path) => {
    for (const one of [administrator, stranger, await campaignVisitor(office)]) {
      expect((await one.get(path)).headers.get("cache-control")).toBe("no-store")
    }
  })

  test("CAM-01 a superior sees his own interviews alone, whatever he asks", async () => {
    const all = await superior.get(campaignPath)
    const others = await superior.get(`${campaignPath}?manager=ousmane.n-diaye`)
    for (const { text } of [all, others]) {
      const shown = [...text.matchAll(/interviews\/([a-z.-]+)"/gu)].map(([, agent]) => agent)
      expect(new Set(shown)).toEqual(new Set(agents.slice(0, 9)))
    }
    expect(all.text).toContain("portent sur vos seuls agents")
    expect(all.text).not.toContain("Relancer")
    const service = await campaignVisitor(office, staff.service.id, ["hr-service"])
    const { text } = await service.get(campaignPath)
    expect([text.includes("Exporter la liste (Excel)"), text.includes("Relancer")]).toEqual([
      true,
      false,
    ])
    expect(text).not.toContain("Supprimer la campagne")
    expect(all.text).not.toContain("Exporter")
    expect(all.text).not.toContain("Historique")
  })

  test("CAM-01 a superior reads the circuit of his agents, not of another's", async () => {
    const own = await superior.get(`${campaignPath}/interviews/${agents[1]}`)
    const other = await superior.get(`${campaignPath}/interviews/${agents[20]}`)
    expect([own.status, other.status]).toEqual([200, 403])
    expect(other.text).not.toContain("Circuit de validation")
  })

  test.each([
    `${campaignPath}/reminder?status=planned`,
    `${campaignPath}/reminder?manager=maelle.le-bihan`,
    `${campaignPath}/deletion`,
  ])("CAM-01 a superior may not open %s", async (path) => {
    expect((await superior.get(path)).status).toBe(403)
  })
})

test.each([
  "/",
  "/outbox",
  "/mailbox",
  "/nothing",
  "/campaigns",
  "/campaigns?sort=colour&after=x&status=none&search=%22",
  "/campaigns?search=%00",
  campaignPath,
  `${campaignPath}?status=none&manager=%22&after=x`,
  `${campaignPath}/interviews/${agents[4]}`,
  `${campaignPath}/reminder?status=not-planned`,
  `${campaignPath}/reminder?manager=maelle.le-bihan`,
  `${campaignPath}/reminder?status=closed`,
  `${campaignPath}/deletion`,
  "/exports",
  "/exports?after=x",
])("%s breaks no line before a high sign nor inside quotation marks", async (path) => {
  const { text } = await administrator.get(path)
  const texts = textsOf(text)
  expect(texts.length).toBeGreaterThan(5)
  expect(texts.filter((one) => looseSpace.test(one))).toEqual([])
})

describe("the list of campaigns", () => {
  test("CAM-02 is reached from the home page by its navigation", async () => {
    const home = await administrator.get("/")
    const nav = /<nav aria-label="Principale">.*?<\/nav>/su.exec(home.text)?.[0] ?? ""
    const [, address = ""] = /<a href="([^"]+)">Campagnes d'entretiens<\/a>/u.exec(nav) ?? []
    const { status, text } = await administrator.get(address)
    expect([status, text.includes("<h1>Campagnes d&#39;entretiens</h1>")]).toEqual([200, true])
    expect(text).toContain(`href="${campaignPath}"`)
  })

  test("CAM-03 shows name, type, creator, status and completion", async () => {
    const { status, text } = await administrator.get("/campaigns")
    expect(status).toBe(200)
    expect(flat(text)).toContain("Entretiens professionnels 2026 du service d&#39;Exemple")
    expect(flat(text)).toContain("Entretien professionnel selon la note du service RH")
    expect(flat(text)).toMatch(/administrateur En cours 05\/01\/2026 38 28,9/u)
    expect(text).toContain('aria-sort="ascending"')
  })

  test.each(["name", "type", "creator-profile", "status"])(
    "CAM-03 sorts by %s, and again the other way",
    async (sort) => {
      const { status, text } = await administrator.get(`/campaigns?sort=${sort}`)
      expect(status).toBe(200)
      expect(text).toContain(`sort=${sort}&amp;direction=descending`)
    },
  )

  test("CAM-03 shows the list by name where a sort, a place or a status is none, and says so", async () => {
    const sort = await administrator.get("/campaigns?sort=colour")
    expect([sort.status, sort.text.includes('role="alert"')]).toEqual([422, true])
    expect(sort.text).toContain(campaignPath)
    expect(sort.text).not.toContain("creator-profile,")
    const place = await administrator.get("/campaigns?after=x&status=asleep")
    expect(place.status).toBe(422)
    expect(place.text.match(/<strong>Erreur/gu)).toHaveLength(2)
  })

  test.each([
    "/campaigns?search=%00",
    `${campaignPath}?search=a%00b`,
    `${campaignPath}?manager=%00`,
    "/campaigns?%00=1",
  ])("%s cannot be read, and breaks nothing", async (path) => {
    const before = office.logged.length
    const { status, text } = await administrator.get(path)
    expect([status, text.includes("ne peut pas être lu")]).toEqual([422, true])
    expect(office.logged).toHaveLength(before)
  })

  test("CAM-16 announces no deletion that never happened", async () => {
    for (const id of ["x", "never-there", "%3Cb%3E"]) {
      const { text } = await administrator.get(`/campaigns?deleted=${id}`)
      expect(text).not.toContain('role="status"')
    }
  })

  test("CAM-03 keeps what was typed, and finds without accents", async () => {
    const found = await administrator.get(`/campaigns?search=ENTRÉTIENS&status=running`)
    expect(found.text).toContain('value="ENTRÉTIENS"')
    expect(found.text).toMatch(/value="running" selected/u)
    expect(found.text).toContain(campaignPath)
    const none = await administrator.get(`/campaigns?search="><script>`)
    expect(none.text).toContain("Aucune campagne.")
    expect(none.text).not.toContain('"><script>')
  })
})

describe("a campaign", () => {
  test("CAM-05 CAM-12 shows six counts with their colours and patterns, and the completion", async () => {
    const { text } = await administrator.get(campaignPath)
    const notPlanned = count("to-schedule") + count("not-held")
    const closed = plans.filter((plan) => plan._tag === "circuit" && plan.steps === 6).length
    const closing = count("circuit") - closed
    expect(flat(text)).toContain(`Non planifiés ${notPlanned} jaune`)
    expect(flat(text)).toContain(`Planifiés ${count("proposed")} bleu`)
    expect(flat(text)).toContain(`Effectués ${count("held") + count("drafted")} bleu`)
    expect(flat(text)).toContain(`En cours de clôture ${closing} bleu`)
    expect(flat(text)).toContain(`Clos ${closed} vert`)
    expect(flat(text)).toContain(`Supprimés ${count("deleted")} rouge`)
    expect(flat(text)).toMatch(/28,9\s% \(11 clos sur 38/u)
    expect(flat(text)).toContain("Agent absent : 1")
    expect(flat(text)).toContain("Entretiens datés du 13/04/2026 ou après : 3")
    for (const status of ["not-planned", "planned", "held", "closing", "closed", "deleted"]) {
      expect(text).toContain(`swatch swatch-${status}`)
    }
  })

  test("CAM-05 draws three charts, each with its table", async () => {
    const { text } = await administrator.get(campaignPath)
    expect(text.match(/<svg /gu)).toHaveLength(3)
    expect(text.match(/<details>\s*<summary>[^<]+\u00A0: les chiffres/gu)).toHaveLength(3)
    expect(text).toContain("Date limite")
  })

  test("CAM-19 lists the interviews by manager, page after page, each once", async () => {
    const seen: Array<string> = []
    let path: string | undefined = campaignPath
    for (let pages = 0; path !== undefined && pages < 5; pages++) {
      const { text } = await administrator.get(path)
      seen.push(...[...text.matchAll(/interviews\/([a-z.-]+)"/gu)].map(([, agent = ""]) => agent))
      path = /<a href="([^"#]+)#entretiens" rel="next"/u.exec(text)?.[1]?.replaceAll("&amp;", "&")
    }
    expect(seen.toSorted()).toEqual(agents.toSorted())
  })

  test.each([
    ["CAM-20 by status", "status=deleted", 2],
    ["CAM-20 by manager", "manager=thibault.van-den-berghe", 3],
    ["CAM-21 by collaborator, without accents", "search=oeuvrard", 1],
    ["CAM-21 by both names", "search=benaissa+ines", 1],
  ])("%s", async (_, query, expected) => {
    const { text } = await administrator.get(`${campaignPath}?${query}`)
    expect(flat(text)).toContain(`${expected} entretien${expected > 1 ? "s" : ""} dans cette liste`)
  })

  test("CAM-20 refuses values that exist nowhere, and shows everything", async () => {
    const { status, text } = await administrator.get(
      `${campaignPath}?status=blue&manager=${encodeURIComponent("<i>")}&after=x`,
    )
    expect(status).toBe(422)
    expect(text.match(/<strong>Erreur/gu)).toHaveLength(3)
    expect(flat(text)).toContain("40 entretiens dans cette liste")
  })

  test.each(["/campaigns/unknown", "/campaigns/UPPER", "/campaigns/..%2Fsecret"])(
    "%s names nothing",
    async (path) => {
      expect((await administrator.get(path)).status).toBe(404)
    },
  )

  test("shows names as text, never as markup", async () => {
    const { text } = await administrator.get(`${campaignPath}?search=alert`)
    expect(text).toContain("Adélaïde &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;")
    expect(text).not.toContain("<script>")
    expect(text).not.toContain('"Cie" <b>')
    expect(text).toContain("N&#39;Diaye &amp; &quot;Cie&quot; &lt;b&gt;")
  })
})

describe("an interview", () => {
  test("CAM-24 shows each step done with who and when, and the steps to do", async () => {
    const { text } = await administrator.get(`${campaignPath}/interviews/${agents[4]}`)
    const shown = flat(text)
    expect(shown).toContain("2 étapes sur 6")
    const first = await administrator.get(`${campaignPath}/interviews/adelaide.garcon`)
    expect(first.text).toContain("<h1>Entretien d&#39;Adélaïde ")
    expect(shown).toMatch(
      /Communication du compte rendu à l&#39;agent Faite Maëlle Le Bihan \d\d\/03\/2026/u,
    )
    expect(shown).toMatch(
      /Visa de l&#39;autorité investie du pouvoir de nomination Étape en cours/u,
    )
    expect(shown).toMatch(/Signature de l&#39;agent À faire agent/u)
    expect(shown).toContain("Échéances")
    expect(shown).toMatch(/Historique .*Entretien ouvert, Zoé Lecœur \(administrateur\)/u)
  })

  test("CAM-24 shows why an interview was not held, and one deleted", async () => {
    const missed = pairs[plans.findIndex(({ _tag }) => _tag === "not-held")]?.agent.id
    const deleted = pairs[plans.findIndex(({ _tag }) => _tag === "deleted")]?.agent.id
    const one = await administrator.get(`${campaignPath}/interviews/${missed}`)
    expect(flat(one.text)).toContain("Non tenu agent absent")
    const other = await administrator.get(`${campaignPath}/interviews/${deleted}`)
    expect(flat(other.text)).toContain("Entretien supprimé")
  })

  test.each(["nobody", "%3Cscript%3E", "zoe.lecoeur"])("of %s is not there", async (agent) => {
    const { status, text } = await administrator.get(`${campaignPath}/interviews/${agent}`)
    expect(status).toBe(404)
    expect(text).not.toContain("<script>")
  })
})

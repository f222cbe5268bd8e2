/** Files of registers over HTTP: who may send them, what is answered, in both languages. */
import { layerTableReader, layerXmlReader } from "@convoque/adapters-documents"
import { wordingEn, wordingFr } from "@convoque/core/exam-missions"
import { layerIdempotencyKeysMemory, layerMemory, layerSettingsMemory } from "@convoque/testing"
import * as Clock from "effect/Clock"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { describe, expect, test } from "vitest"
import { importRoutes } from "../../src/exam-missions/import-routes.ts"
import { examMissionsCatalogue, makeApp } from "../../src/index.ts"
import { ask, problemIn } from "../support/ask.ts"
import { fixedClock, headerAuthentication, noon } from "../support/sample.ts"

const appOf = () => {
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(
      layerMemory,
      layerSettingsMemory,
      layerIdempotencyKeysMemory,
      layerTableReader,
      layerXmlReader,
      Layer.succeed(Clock.Clock, fixedClock({ millis: noon })),
    ),
  )
  return makeApp({
    routes: importRoutes,
    catalogue: examMissionsCatalogue({ fr: wordingFr, en: wordingEn }),
    authentication: headerAuthentication,
    run: runtime.runPromise,
    log: () => undefined,
    title: "Missions d'examen",
    version: "1.0.0",
  })
}

type App = ReturnType<typeof appOf>

const division = "p-1 exams-division"

const post = (
  app: App,
  path: string,
  body: string,
  { as = division, type = "text/csv", language = "fr" } = {},
) =>
  ask(app, path, {
    method: "POST",
    as,
    body,
    headers: { "content-type": type, "accept-language": language },
  })

const people = "ID_AGENT;NUMEN;NOM;PRENOM\nepp-1;12E0123456ABC;D’Almeida;Zoé\n"

const stsWeb = `<STS_EDT><PARAMETRES><UAJ CODE="0312267W"/><ANNEE_SCOLAIRE ANNEE="2026"/></PARAMETRES>
<DONNEES><STRUCTURE><DIVISIONS><DIVISION CODE="6A"><SERVICES>
<SERVICE CODE_MATIERE="020700" CODE_MOD_COURS="CG"><ENSEIGNANTS><ENSEIGNANT ID="1" TYPE="epp"/></ENSEIGNANTS></SERVICE>
</SERVICES></DIVISION></DIVISIONS></STRUCTURE></DONNEES></STS_EDT>`
const stsWebPath = "/registers/teachings/sts-web?school=0312267W&year=2026-2027"

describe("files of registers over HTTP", () => {
  test("PER-02 tries, then writes, then tells the last import", async () => {
    const app = appOf()
    const tried = await post(app, "/registers/people/import?dryRun=true", people)
    expect(tried.status).toBe(200)
    expect(await tried.json()).toMatchObject({ added: 1, written: false, part: null })
    const written = await post(app, "/registers/people/import", people)
    const report = await written.text()
    expect(JSON.parse(report)).toMatchObject({ added: 1, written: true, remarks: [] })
    expect(report).not.toContain("12E0123456")
    const states = await ask(app, "/registers", { as: division })
    const { registers }: { registers: ReadonlyArray<{ name: string }> } = JSON.parse(
      await states.text(),
    )
    expect(registers.map(({ name }) => name)).toEqual([
      "schools",
      "people",
      "posts",
      "teachings",
      "exam-options",
      "exam-managers",
      "correspondences",
      "missions",
      "assignments",
    ])
    expect(registers[1]).toMatchObject({
      revision: 1,
      rows: 1,
      lastImport: { by: "p-1", capacity: "exams-division", at: "2026-06-17T10:00:00.000Z" },
    })
    expect(registers[0]).toMatchObject({ revision: 0, rows: null, lastImport: null })
  })

  test.each(["p-1 school-head", "p-1 exam-manager", "p-1 agent"])(
    "PER-02 refuses %s",
    async (as) => {
      const app = appOf()
      expect((await post(app, "/registers/people/import", people, { as })).status).toBe(403)
      expect((await post(app, stsWebPath, stsWeb, { as, type: "text/xml" })).status).toBe(403)
      expect((await ask(app, "/registers", { as })).status).toBe(403)
      expect((await ask(app, "/registers/people/template.csv", { as })).status).toBe(403)
    },
  )

  test("PER-02 UI-28 gives the blank file of a register, as spreadsheets open it", async () => {
    const app = appOf()
    const response = await ask(app, "/registers/posts/template.csv", { as: division })
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(response.headers.get("content-disposition")).toContain("posts.csv")
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe("ID_AGENT;UAI;TITRE;DISCIPLINE_POSTE;FONCTION\r\n")
    const unknown = await ask(app, "/registers/pupils/template.csv", { as: division })
    expect(unknown.status).toBe(404)
    expect(await problemIn(unknown)).toMatchObject({ code: "register.unknown" })
  })

  test("PER-02 says each fault in a sentence, in French and in English", async () => {
    const wrong = "ID_AGENT;NOM;PRENOM;DATE_NAISSANCE\nepp-1;;Zoé;31/06/1970\n"
    const fr = await post(appOf(), "/registers/people/import", wrong)
    expect(fr.status).toBe(422)
    const problem = await problemIn(fr)
    expect(problem).toMatchObject({
      code: "import.faulty",
      requirements: ["PER-02"],
      values: {
        register: "people",
        count: 2,
        faults: [
          { line: 2, column: "NOM", code: "missing" },
          { line: 2, column: "DATE_NAISSANCE", code: "format", value: "31/06/1970" },
        ],
      },
    })
    expect(problem.detail.replaceAll("\u00A0", " ")).toBe(
      "2 anomalies, rien n'est importé. La première : Ligne 2, NOM : la cellule est vide, il faut un texte d’une ligne, 100 caractères au plus.",
    )
    const en = await post(appOf(), "/registers/people/import", wrong, { language: "en" })
    expect(JSON.stringify((await problemIn(en)).values)).toContain(
      "Line 2, DATE_NAISSANCE: “31/06/1970” cannot be read; expected: une date JJ/MM/AAAA.",
    )
  })

  test("PER-02 asks again before many lines disappear", async () => {
    const app = appOf()
    const lines = Array.from({ length: 50 }, (_, at) => `epp-${at};Nom;Zoé`)
    const csvOf = (some: ReadonlyArray<string>) => ["ID_AGENT;NOM;PRENOM", ...some].join("\n")
    await post(app, "/registers/people/import", csvOf(lines))
    const refused = await post(app, "/registers/people/import", csvOf(lines.slice(25)))
    expect(refused.status).toBe(409)
    expect(await problemIn(refused)).toMatchObject({
      code: "import.removals-to-confirm",
      values: { removed: 25, kept: 50 },
    })
    const confirmed = await post(
      app,
      "/registers/people/import?acknowledge=import.removals-to-confirm",
      csvOf(lines.slice(25)),
    )
    expect(await confirmed.json()).toMatchObject({ removed: 25, written: true })
  })

  test("PER-01 refuses a part where there is none, and a part that is no UAI", async () => {
    const app = appOf()
    const whole = await post(app, "/registers/people/import?part=0312267W", people)
    expect([whole.status, (await problemIn(whole)).code]).toEqual([422, "register.without-parts"])
    const wrong = await post(app, "/registers/posts/import?part=ici", people)
    expect(wrong.status).toBe(400)
  })

  test("PER-26 PER-27 CMP-22 takes the export of STS-WEB of the school that is named", async () => {
    const app = appOf()
    const xml = { type: "application/xml" }
    const path = `${stsWebPath}&fileName=sts_emp_0312267W_2026.xml`
    const response = await post(app, path, stsWeb, xml)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      register: "teachings",
      part: "0312267W",
      added: 1,
      unresolved: 2,
      remarks: [{ code: "teacher-not-listed" }, { code: "subject-not-listed" }],
      competences: { agents: 1, marked: 0 },
    })
    const csv = await post(app, path, stsWeb)
    expect(csv.status).toBe(415)
    for (const [text, code] of [
      [stsWeb.replace("0312267W", "0310001H"), "sts-web.other-school"],
      [stsWeb.replace("2026", "2025"), "sts-web.other-year"],
      [stsWeb.replace("<STS_EDT>", "<!DOCTYPE a><STS_EDT>"), "xml.malformed"],
      ["<EDT_STS/>", "sts-web.malformed"],
    ] as const) {
      const refused = await post(app, path, text, xml)
      expect([refused.status, (await problemIn(refused)).code]).toEqual([422, code])
    }
    const named = await post(app, `${stsWebPath}&fileName=emp_sts.xml`, stsWeb, xml)
    expect((await problemIn(named)).detail).toContain("sts_emp_0312267W_2026.xml")
  })
})

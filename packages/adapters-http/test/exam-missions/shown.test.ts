/** What lists and sheets of exam missions show, and what a keyword finds in them. */
import {
  layerPdf,
  layerSheets,
  layerTableReader,
  layerXmlReader,
} from "@convoque/adapters-documents"
import { wordingEn, wordingFr } from "@convoque/core/exam-missions"
import { ManagerCode } from "@convoque/core/kernel/identity"
import { layerIdempotencyKeysMemory, layerSettingsMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { beforeAll, expect, test } from "vitest"
import {
  anne,
  aspet,
  layerSchool,
  paul,
  putSchool,
  tenant,
} from "../../../core/test/exam-missions/application/consultation/school.ts"
import {
  type Authentication,
  examMissionsCatalogue,
  examMissionsRoutes,
  type LoggedFailure,
  makeApp,
} from "../../src/index.ts"
import { ask, bodyIn } from "../support/ask.ts"
import { headerAuthentication } from "../support/sample.ts"

const ofAspet: Authentication = {
  ...headerAuthentication,
  identify: (request, now) =>
    Effect.map(headerAuthentication.identify(request, now), (identity) =>
      identity === undefined
        ? undefined
        : { ...identity, tenant, school: aspet, managerCode: ManagerCode.make("DEC3-BAC") },
    ),
}

const division = "dec-1 exams-division"
const manager = "m-1 exam-manager"

const files = {
  "exam-options":
    "EPREUVE_OPTION;CODE_EXAMEN;SIGLE_EXAMEN;LIBELLE_EXAMEN;FAMILLE_EXAMEN;SPECIALITE;LIBELLE_EPREUVE_OPTION\n" +
    "4A.DNB.ANG;4A;DNB;DIPLOME NATIONAL DU BREVET;DNB;SERIE GENERALE;ANGLAIS\n",
  "exam-managers": "CODE_GESTIONNAIRE;CODE_EXAMEN;NOM\nDEC3-BAC;4A;Mme Roche\n",
} as const

const failures: Array<LoggedFailure> = []

let app: ReturnType<typeof makeApp>
beforeAll(async () => {
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(
      layerSchool,
      layerIdempotencyKeysMemory,
      layerSettingsMemory,
      layerPdf,
      layerSheets,
      layerTableReader,
      layerXmlReader,
    ),
  )
  await runtime.runPromise(putSchool)
  app = makeApp({
    routes: examMissionsRoutes,
    catalogue: examMissionsCatalogue({ fr: wordingFr, en: wordingEn }),
    authentication: ofAspet,
    run: runtime.runPromise,
    log: (failure) => failures.push(failure),
    title: "Missions d'examen",
    version: "1.0.0",
  })
  for (const [register, body] of Object.entries(files)) {
    const headers = { "content-type": "text/csv" }
    const path = `/registers/${register}/import`
    const sent = await ask(app, path, { method: "POST", as: division, body, headers })
    if (!sent.ok) throw new Error(await sent.text())
  }
})

interface Listed<Row> {
  readonly rows: ReadonlyArray<{ readonly row: Row }>
}

const reads = async <Body>(path: string, as = division): Promise<Body> =>
  bodyIn<Body>(await ask(app, path, { as }))

const peopleOn = async (path: string): Promise<ReadonlyArray<string>> =>
  (await reads<Listed<{ readonly person: string }>>(path)).rows.map(({ row }) => row.person)

test.each([
  ["BLEUX", [anne]],
  ["agnes", [anne]],
  ["genie%20meca", [anne]],
  ["15/11/2018", [anne]],
  ["theatre", [paul]],
  // Not shown by this list: a birth date.
  ["09/03/1968", []],
])("PER-09 the keyword %s is sought in what the list shows", async (keyword, people) => {
  expect(await peopleOn(`/schools/${aspet}/staff?q=${keyword}`)).toEqual(people)
})

test("IND-06 the entry of unavailability shows and finds the birth date and the discipline", async () => {
  const list = `/schools/${aspet}/unavailability-entry/staff`
  expect(await peopleOn(`${list}?q=09/03/1968`)).toEqual([anne])
  expect(await peopleOn(`${list}?q=15/11/2018`)).toEqual([])
  const { rows } = await reads<Listed<unknown>>(`${list}?q=bleux`)
  expect(rows.map(({ row }) => row)).toEqual([
    {
      person: anne,
      familyName: "BLEUX",
      givenName: "Agnès",
      birthDate: "1968-03-09",
      discipline: "GENIE MECANIQUE",
      kind: "main",
    },
  ])
  const csv = await (await ask(app, `${list}.csv?q=bleux`, { as: division })).text()
  expect(csv.split("\r\n")).toEqual([
    "Nom;Prénom;Date de naissance;Discipline de poste",
    "BLEUX;Agnès;09/03/1968;GENIE MECANIQUE",
    "",
  ])
})

test("UI-32 an exam session is labelled by code, acronym, session and label", async () => {
  const { rows } = await reads<Listed<{ readonly examSession: string }>>(
    `/schools/${aspet}/staff/${anne}/assignments`,
  )
  const labels = new Set(rows.map(({ row }) => row.examSession))
  expect([...labels].toSorted()).toEqual([
    "470, BCG, 2016-06, BAC GENERAL",
    "470, BTS, 2016-06, BTS",
  ])
})

test("CMP-04 a competence shows exam, speciality, option, authors and what its reader may do", async () => {
  const path = `/agents/${anne}/competences`
  const before = await ask(app, path, { as: manager })
  const version = before.headers.get("etag") ?? ""
  const added = await ask(app, `${path}/4A.DNB.ANG`, {
    method: "PUT",
    as: manager,
    key: "add-1",
    body: {},
    headers: { "if-match": version },
  })
  expect(added.status).toBeLessThan(300)
  const line = {
    option: "4A.DNB.ANG",
    speciality: "SERIE GENERALE",
    label: "ANGLAIS",
    authors: "DEC3-BAC (C)",
    standing: "acknowledged",
    explanations: [],
  }
  const { competences } = await reads<{ readonly competences: ReadonlyArray<unknown> }>(
    path,
    manager,
  )
  expect(competences).toEqual([
    expect.objectContaining({
      ...line,
      exam: expect.stringContaining("DNB"),
      actions: ["invalidate"],
    }),
  ])
  const read = await reads<{ readonly competences: ReadonlyArray<unknown> }>(path)
  expect(read.competences).toEqual([expect.objectContaining({ ...line, actions: [] })])
})

test("nothing of it failed", () => {
  expect(failures).toEqual([])
})

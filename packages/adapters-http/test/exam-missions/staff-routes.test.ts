/** The consultation of personnel over HTTP: lists, one person, files as they are sent. */
import { layerPdf, layerSheets } from "@convoque/adapters-documents"
import { wordingEn, wordingFr } from "@convoque/core/exam-missions"
import { layerIdempotencyKeysMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { describe, expect, test } from "vitest"
import {
  aspet,
  layerSchool,
  putSchool,
  tenant,
} from "../../../core/test/exam-missions/application/consultation/school.ts"
import { staffRoutes } from "../../src/exam-missions/staff-routes.ts"
import { type Authentication, examMissionsCatalogue, makeApp } from "../../src/index.ts"
import { ask } from "../support/ask.ts"
import { headerAuthentication } from "../support/sample.ts"

const ofAspet: Authentication = {
  ...headerAuthentication,
  identify: (request, now) =>
    Effect.map(headerAuthentication.identify(request, now), (identity) =>
      identity === undefined ? undefined : { ...identity, tenant, school: aspet },
    ),
}

const appOf = async () => {
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(layerSchool, layerIdempotencyKeysMemory, layerPdf, layerSheets),
  )
  await runtime.runPromise(putSchool)
  return makeApp({
    routes: staffRoutes,
    catalogue: examMissionsCatalogue({ fr: wordingFr, en: wordingEn }),
    authentication: ofAspet,
    run: runtime.runPromise,
    log: (failure) => expect(failure).toBeUndefined(),
    title: "Missions d'examen",
    version: "1.0.0",
  })
}

const school = "/schools/0310001H"
const head = "head-1 school-head"
const division = "dec-1 exams-division"

const reads = async (path: string, as = head): Promise<Response> => ask(await appOf(), path, { as })

describe("lists", () => {
  test("UI-21 a list without filters says that it has none", async () => {
    const answer = await reads(`${school}/staff?foo=1`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      code: "list.unknown-filter",
      detail: "La liste ne se filtre pas sur « foo », ni sur aucune colonne.",
    })
  })

  test("PER-03, UI-16 a list tells its head, its columns and nothing more", async () => {
    const answer = await reads(`${school}/staff?q=bleux&sort=-last-convened-on`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      count: 1,
      countLabel: "1 ligne",
      keyword: "bleux",
      filters: [],
      sort: {
        column: "last-convened-on",
        direction: "descending",
        label: "Dernière convoc.",
        directionLabel: "décroissant",
      },
      sorts: [
        { column: "family-name", label: "Nom" },
        { column: "given-name", label: "Prénom" },
        { column: "discipline", label: "Discipline de poste" },
        { column: "last-convened-on", label: "Dernière convoc." },
      ],
      rows: [
        {
          key: "epp-1",
          row: {
            person: "epp-1",
            familyName: "BLEUX",
            givenName: "Agnès",
            discipline: "GENIE MECANIQUE",
            kind: "main",
            lastConvenedOn: "2018-11-15",
          },
        },
      ],
    })
  })

  test("PER-10, UI-28 the list is sent as CSV, guarded against formulas", async () => {
    const answer = await reads(`${school}/staff.csv`)
    expect(answer.headers.get("content-disposition")).toContain('filename="personnels.csv"')
    expect(await answer.text()).toBe(
      [
        "Nom;Prénom;Discipline de poste;Dernière convoc.",
        `'=Zola;Émile;"LETTRES; THEATRE";`,
        "BLEUX;Agnès;GENIE MECANIQUE;15/11/2018",
        "",
      ].join("\r\n"),
    )
  })

  test("PER-07 both days of a period are needed, PER-06 one period at a time", async () => {
    const half = await reads(`${school}/staff?available-from=2026-06-01`)
    expect(half.status).toBe(400)
    const two = "available-from=2026-06-01&available-until=2026-06-01"
    const both = await reads(`${school}/staff?${two}&${two.replaceAll("available", "convened")}`)
    expect(both.status).toBe(422)
    expect(await both.json()).toMatchObject({ code: "period.one-at-a-time" })
    const convened = "convened-from=2016-03-15&convened-until=2016-03-15"
    expect(await (await reads(`${school}/staff?${convened}`)).json()).toMatchObject({ count: 1 })
  })

  test("PER-01 another school is unknown, the academy is for the exams division", async () => {
    expect((await reads("/schools/0120006S/staff")).status).toBe(404)
    expect((await reads("/staff")).status).toBe(403)
    const answer = await reads("/staff", division)
    expect(await answer.json()).toMatchObject({ count: 2, countLabel: "2 lignes" })
  })

  test("UI-08 a list is refused while its activity is closed", async () => {
    const answer = await reads(`${school}/unavailability-entry/staff`)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: "activity.closed" })
    expect((await reads(`${school}/competence-entry/staff`)).status).toBe(200)
  })
})

describe("one person", () => {
  test("PER-18 the recap, and the three views", async () => {
    const recap = await reads(`${school}/staff/epp-1`)
    expect(await recap.json()).toMatchObject({
      line: { familyName: "BLEUX", lastConvenedOn: "2018-11-15" },
      notYetConvened: "Une mission est affectée à cette personne mais n'est pas encore convoquée.",
    })
    const assignments = await reads(`${school}/staff/epp-1/assignments?q=interrogateur`)
    expect(await assignments.json()).toMatchObject({
      countLabel: "1 ligne",
      rows: [{ row: { mission: "111759", capacity: "Interrogateur" } }],
    })
    const away = await reads(`${school}/staff/epp-1/unavailability-periods`)
    expect(await away.json()).toMatchObject({ count: 0, rows: [] })
    const teachings = await reads(`${school}/staff/epp-1/teachings.csv`)
    expect(await teachings.text()).toContain("CLG ARMAND LATOUR;DROIT DES SOCIETES;AI;")
  })

  test("PER-01 somebody of another school is not found", async () => {
    const answer = await reads("/schools/0120006S/staff/epp-1", division)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: "person.not-in-school" })
  })
})

const pdfs = [
  ["staff.pdf", "personnels.pdf"],
  ["staff-teachings.pdf", "personnels-enseignements.pdf"],
  ["staff-missions.pdf?year=2016&year=2017", "personnels-missions.pdf"],
  ["staff-missions-details.pdf?year=2016", "personnels-missions-details.pdf"],
  ["staff/epp-1/assignments.pdf", "missions-convoquees.pdf"],
  ["staff/epp-1/assignments/111309/recap.pdf", "recapitulatif-convocation-111309.pdf"],
] as const

describe("files", () => {
  for (const [path, name] of pdfs) {
    test(`PER-11, PER-23 ${path} is sent as ${name}`, async () => {
      const answer = await reads(`${school}/${path}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get("content-type")).toBe("application/pdf")
      expect(answer.headers.get("content-disposition")).toContain(`filename="${name}"`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(bytes.subarray(0, 5).toString()).toBe("%PDF-")
    })
  }

  test("PER-12 the years of missions are asked for, and those proposed are told", async () => {
    expect((await reads(`${school}/staff-missions.csv`)).status).toBe(400)
    expect((await reads(`${school}/staff-missions.csv?year=16`)).status).toBe(400)
    const answer = await reads("/staff-missions/years")
    expect(await answer.json()).toEqual({ years: [2013, 2014, 2015, 2016, 2017] })
  })

  test("PER-14 missions are sent as CSV, for the selection in its order", async () => {
    const answer = await reads(`${school}/staff-missions.csv?year=2016&q=bleux`)
    const lines = (await answer.text()).split("\r\n")
    expect(lines[0]).toBe(
      "N°;Nom;Prénom;Poste;Mission;Session Examen;Spécialité Epreuve-option;Lieu;Dates;Comm.;Jury(s);Qualité;Statut",
    )
    expect(lines.map((line) => line.split(";")[0])).toEqual(["N°", "111309", "111759", ""])
  })

  test("PER-12 the exports of the academy are for the exams division", async () => {
    expect((await reads("/staff-missions.csv?year=2016")).status).toBe(403)
    expect((await reads("/staff-missions.csv?year=2016", division)).status).toBe(200)
    expect((await reads("/staff-teachings.csv", division)).status).toBe(200)
  })
})

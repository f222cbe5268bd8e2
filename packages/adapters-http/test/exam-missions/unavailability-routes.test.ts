/** The entry of unavailability over HTTP: what a school sees and does, the files of sources. */
import { layerTableReader } from "@convoque/adapters-documents"
import { wordingEn, wordingFr } from "@convoque/core/exam-missions"
import type { Uai } from "@convoque/core/kernel/identity"
import { layerIdempotencyKeysMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { describe, expect, test } from "vitest"
import { newWorld } from "../../../core/test/exam-missions/application/unavailability/world.ts"
import { tenant } from "../../../core/test/exam-missions/unavailability/given.ts"
import { unavailabilityRoutes } from "../../src/exam-missions/unavailability-routes.ts"
import { type Authentication, examMissionsCatalogue, makeApp } from "../../src/index.ts"
import { ask, bodyIn, problemIn, refusalIn } from "../support/ask.ts"
import { layerPlainPapers, layerPlainSheets } from "../support/plain-files.ts"
import { headerAuthentication } from "../support/sample.ts"

const aspet = "0310001H" as Uai

/** Believes `x-test-as: person capacity`, in the name of Aspet unless the person says otherwise. */
const ofSchools: Authentication = {
  ...headerAuthentication,
  identify: (request, now) =>
    Effect.map(headerAuthentication.identify(request, now), (identity) =>
      identity === undefined
        ? undefined
        : {
            ...identity,
            tenant,
            school: identity.person === "rodez" ? ("0120006S" as Uai) : aspet,
          },
    ),
}

const appOf = async () => {
  const world = await newWorld()
  const extra = ManagedRuntime.make(
    Layer.mergeAll(
      layerIdempotencyKeysMemory,
      layerPlainPapers,
      layerPlainSheets,
      layerTableReader,
    ),
  )
  const context = await extra.runPromise(extra.contextEffect)
  const app = makeApp({
    routes: unavailabilityRoutes,
    catalogue: examMissionsCatalogue({ fr: wordingFr, en: wordingEn }),
    authentication: ofSchools,
    run: (effect) => world.run(Effect.provideContext(effect, context)),
    log: () => undefined,
    title: "Missions d'examen",
    version: "1.0.0",
  })
  return { app, mails: world.mails }
}

type App = Awaited<ReturnType<typeof appOf>>["app"]

const person = "/schools/0310001H/unavailability-entry/staff/p-shared"
const head = "aspet school-head"
const week = {
  start: { date: "2027-06-14", time: "08:00" },
  end: { date: "2027-06-18", time: "17:00" },
}
const reason = "STAGE DE FORMATION CONTINUE"
const weekPath = "2027-06-14T08:00/2027-06-18T17:00"

const declares = (app: App, body: object = {}, key = "one") =>
  ask(app, `${person}/periods`, {
    method: "POST",
    as: head,
    key,
    body: { ...week, reason, ...body },
  })

const sends = (
  app: App,
  text: string,
  { source = "EPP", query = "", as = "p-1 exams-division" } = {},
) =>
  ask(app, `/unavailability-sources/${source}/import${query}`, {
    method: "POST",
    as,
    body: text,
    headers: { "content-type": "text/csv" },
  })

const header = "ID_AGENT;DATE_DEBUT;HEURE_DEBUT;DATE_FIN;HEURE_FIN;MOTIF"
const file = `${header}\np-shared;14/06/2027;08:00;18/06/2027;17:00;CONGE\n`

interface Listed {
  readonly count: number
  readonly countLabel: string
  readonly rows: ReadonlyArray<{ readonly row: typeof week & { readonly deletable: boolean } }>
}

describe("the entry of unavailability over HTTP", () => {
  test("IND-05 IND-10 a declaration answers the period, the mails, whom none reaches", async () => {
    const { app, mails } = await appOf()
    const declared = await declares(app)
    expect(declared.status).toBe(201)
    expect(declared.headers.get("etag")).toBe('"v1"')
    expect(await declared.json()).toMatchObject({
      line: { ...week, reason, origin: { _tag: "school", school: aspet }, deletable: true },
      mails: 2,
      withoutAddress: 1,
      warnings: [],
    })
    expect(await mails()).toHaveLength(2)
    expect((await declares(app)).status).toBe(201)
    expect(await mails()).toHaveLength(2)
  })

  test("IND-10 a duplicate is told in both languages", async () => {
    const { app } = await appOf()
    await declares(app)
    const again = await declares(app, {}, "two")
    expect(await problemIn(again)).toMatchObject({
      status: 409,
      code: "unavailability.duplicate",
      detail: expect.stringContaining("du 14/06/2027 08:00 au 18/06/2027 17:00"),
    })
    const english = await ask(app, `${person}/periods`, {
      method: "POST",
      as: head,
      key: "three",
      body: { ...week, reason },
      headers: { "accept-language": "en" },
    })
    expect((await problemIn(english)).detail).toContain("from 14 June 2027 08:00")
  })

  test("IND-09 IND-10 what is no period is refused", async () => {
    const { app } = await appOf()
    const refused = async (body: object) => refusalIn(await declares(app, body))
    expect(await refused({ start: week.end, end: week.start })).toBe(
      "422 unavailability.end-before-start",
    )
    const invalid = { start: { date: "2027-06-31", time: "08:00" } }
    for (const body of [invalid, { reason: "" }, { reason: "x".repeat(101) }, { end: null }]) {
      expect((await declares(app, body)).status).toBe(400)
    }
  })

  test("IND-07 IND-08 the list, its count, its files", async () => {
    const { app } = await appOf()
    await declares(app)
    await declares(
      app,
      { start: { date: "2027-06-02", time: "08:00" }, end: { date: "2027-06-02", time: "12:00" } },
      "two",
    )
    const list = await ask(app, `${person}/periods`, { as: head })
    const page = await bodyIn<Listed>(list)
    expect(page).toMatchObject({ count: 2, countLabel: "2 lignes" })
    expect(page.rows.map(({ row }) => row.start.date)).toEqual(["2027-06-14", "2027-06-02"])
    const csv = await ask(app, `${person}/periods.csv`, { as: head })
    expect(await csv.text()).toContain(
      "Date de début;Heure de début;Date de fin;Heure de fin;Motif\n2027-06-14;08:00;2027-06-18;17:00;STAGE",
    )
    const recap = await ask(app, person, { as: head })
    expect(await recap.json()).toEqual({
      person: {
        person: "p-shared",
        familyName: "Lefèvre",
        givenName: "Zoé",
        birthDate: "1980-02-29",
        discipline: "Mathématiques",
      },
      suggestions: expect.arrayContaining(["SECRETARIAT EXAMEN DNB"]),
    })
  })

  test("IND-01 the school of the address is the reader's own", async () => {
    const { app } = await appOf()
    const elsewhere = person.replace("0310001H", "0120006S")
    for (const asking of [
      { as: head },
      { as: head, method: "POST", key: "k", body: { ...week, reason } },
    ]) {
      const path = asking.method === "POST" ? `${elsewhere}/periods` : elsewhere
      expect(await refusalIn(await ask(app, path, asking))).toBe("404 school.unknown")
    }
    expect((await ask(app, elsewhere, { as: "p-1 exams-division" })).status).toBe(200)
    expect((await ask(app, person, { as: "p-shared agent" })).status).toBe(403)
    const stranger = person.replace("p-shared", "p-rodez")
    expect(await refusalIn(await ask(app, stranger, { as: head }))).toBe("404 person.not-in-school")
  })

  test("IND-11 a period is deleted by the school that declared it, on the version it saw", async () => {
    const { app } = await appOf()
    await declares(app)
    const path = `${person}/periods/0310001H/${weekPath}`
    const read = await ask(app, path, { as: head })
    expect(read.headers.get("etag")).toBe('"v1"')
    const deletes = (as: string, at = path, seen: number | undefined = 1) =>
      ask(app, at, {
        method: "DELETE",
        as,
        key: `delete-${seen}-${at.length}${as.slice(0, 5)}`,
        ...(seen === undefined ? {} : { seen }),
      })
    expect((await ask(app, path, { method: "DELETE", as: head, key: "k" })).status).toBe(428)
    expect((await deletes(head, path, 4)).status).toBe(412)
    const fromRodez = path.replace("/schools/0310001H", "/schools/0120006S")
    expect(await refusalIn(await deletes("rodez school-head", fromRodez))).toBe(
      "403 unavailability.not-declared-by-you",
    )
    expect((await deletes(head)).status).toBe(204)
    expect(await refusalIn(await ask(app, path, { as: head }))).toBe("404 unavailability.unknown")
  })

  test.each(["EPP2", "academy-", "0310001", "epp"])("the origin %s is none", async (origin) => {
    const { app } = await appOf()
    const path = `${person}/periods/${origin}/${weekPath}`
    expect((await ask(app, path, { as: head })).status).toBe(400)
  })
})

describe("files of sources over HTTP", () => {
  test("IND-02 IND-12 a file is tried, then written, and its periods are not the school's", async () => {
    const { app, mails } = await appOf()
    const tried = await sends(app, file, { query: "?dryRun=true" })
    expect(await tried.json()).toMatchObject({ added: 1, mails: 2, written: false, part: "EPP" })
    expect(await mails()).toEqual([])
    expect(await (await sends(app, file)).json()).toMatchObject({ added: 1, written: true })
    expect(await (await sends(app, file)).json()).toMatchObject({ added: 0, unchanged: 1 })
    const path = `${person}/periods/EPP/${weekPath}`
    expect(await (await ask(app, path, { as: head })).json()).toMatchObject({ deletable: false })
    expect(
      await refusalIn(await ask(app, path, { method: "DELETE", as: head, key: "k", seen: 1 })),
    ).toBe("403 unavailability.not-declared-by-you")
  })

  test("PER-25 the recap of another academy's convocation is read", async () => {
    const { app } = await appOf()
    const text =
      "ID_AGENT;DATE_DEBUT;HEURE_DEBUT;DATE_FIN;HEURE_FIN;NUMERO_MISSION;TYPE_MISSION;EXAMEN;CENTRE;LIEU;QUALITE\np-shared;14/06/2027;08:00;14/06/2027;18:00;1234567;Surveillance;BAC GENERAL;0330001A LYCEE;BORDEAUX;\n"
    expect((await sends(app, text, { source: "academy-A04" })).status).toBe(200)
    const path = `${person}/periods/academy-A04/2027-06-14T08:00/2027-06-14T18:00`
    expect(await (await ask(app, path, { as: head })).json()).toMatchObject({
      reason: "CONVOCATION PAR IMAGIN BORDEAUX",
      convocation: { academy: "Bordeaux", place: "BORDEAUX", mission: "1234567", capacity: null },
    })
  })

  test("IND-02 every fault of a file has its place and its sentence", async () => {
    const { app } = await appOf()
    const refused = await sends(app, `${header}\np-shared;18/06/2027;;14/06/2027;;CONGE\n;1;;;;\n`)
    expect(await problemIn(refused)).toMatchObject({
      status: 422,
      code: "import.faulty",
      values: {
        count: 5,
        faults: expect.arrayContaining([
          expect.objectContaining({
            line: 2,
            column: "DATE_FIN",
            sentence: expect.stringContaining("une fin après le début"),
          }),
        ]),
      },
    })
  })

  test("IND-12 schools send no file, and a source is known or refused", async () => {
    const { app } = await appOf()
    expect((await sends(app, file, { as: head })).status).toBe(403)
    expect((await sends(app, file, { source: "0310001H" })).status).toBe(400)
    expect((await sends(app, "", {})).status).toBe(422)
  })
})

/** Competences and entry windows over HTTP: addresses, versions, capacities, sentences. */
import { wordingEn, wordingFr } from "@convoque/core/exam-missions"
import { ManagerCode, PersonId, type Uai } from "@convoque/core/kernel/identity"
import { layerIdempotencyKeysMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { describe, expect, test } from "vitest"
import {
  openedWorld,
  tenant,
} from "../../../core/test/exam-missions/application/competence/world.ts"
import { competenceRoutes } from "../../src/exam-missions/competence-routes.ts"
import { entryRoutes } from "../../src/exam-missions/entry-routes.ts"
import { type Authentication, examMissionsCatalogue, makeApp } from "../../src/index.ts"
import { ask, problemIn, refusalIn } from "../support/ask.ts"
import { layerPlainPapers, layerPlainSheets } from "../support/plain-files.ts"
import { headerAuthentication } from "../support/sample.ts"

const college = "0120006S" as Uai
const lycee = "0120022J" as Uai

/** Believes `x-test-as: person capacity`, in the name of the collège, or of the lycée. */
const ofSchools: Authentication = {
  ...headerAuthentication,
  identify: (request, now) =>
    Effect.map(headerAuthentication.identify(request, now), (identity) =>
      identity === undefined
        ? undefined
        : {
            ...identity,
            tenant,
            school: identity.person === PersonId.make("lycee") ? lycee : college,
            managerCode: ManagerCode.make("DEC2A"),
          },
    ),
}

const appOf = async () => {
  const world = await openedWorld()
  const extra = ManagedRuntime.make(
    Layer.mergeAll(layerIdempotencyKeysMemory, layerPlainPapers, layerPlainSheets),
  )
  const context = await extra.runPromise(extra.contextEffect)
  return makeApp({
    routes: [...competenceRoutes, ...entryRoutes],
    catalogue: examMissionsCatalogue({ fr: wordingFr, en: wordingEn }),
    authentication: ofSchools,
    run: (effect) => world.run(Effect.provideContext(effect, context)),
    log: () => undefined,
    title: "Missions d'examen",
    version: "1.0.0",
  })
}

const sheet = "/schools/0120006S/staff/epp-1/competences"
const french = `${sheet}/DNB.DNB.FRA`
const head = "college school-head"

describe("competences over HTTP", () => {
  test("CMP-12 CMP-19 a school adds and deletes, under the version it read", async () => {
    const app = await appOf()
    const empty = await ask(app, sheet, { as: head })
    expect(empty.status).toBe(200)
    expect(empty.headers.get("etag")).toBe('"v0"')
    const added = await ask(app, french, { method: "PUT", as: head, key: "1", seen: 0 })
    expect(added.status).toBe(200)
    expect(added.headers.get("etag")).toBe('"v1"')
    expect(await added.json()).toMatchObject({
      competences: [{ authors: "0120006S (C)", actions: ["invalidate"], label: "FRANCAIS" }],
    })
    const stale = await ask(app, `${french}/invalidation`, {
      method: "POST",
      as: head,
      key: "2",
      seen: 0,
    })
    expect(stale.status).toBe(412)
    const deleted = await ask(app, `${french}/invalidation`, {
      method: "POST",
      as: head,
      key: "3",
      seen: 1,
    })
    expect(await deleted.json()).toStrictEqual({ competences: [] })
    const history = await ask(app, `${french}/history`, { as: head })
    expect(await history.json()).toMatchObject({
      acts: [{ act: "CompetenceMarked" }, { act: "CompetenceRemoved", marks: "0120006S (C)" }],
    })
  })

  test("CMP-14 adding what is listed answers the sentence of the guide, in French or in English", async () => {
    const app = await appOf()
    await ask(app, french, { method: "PUT", as: head, key: "1", seen: 0 })
    const again = (key: string, language: string) =>
      ask(app, french, {
        method: "PUT",
        as: head,
        key,
        seen: 1,
        headers: { "accept-language": language },
      })
    const inFrench = await problemIn(await again("2", "fr"))
    expect([inFrench.status, inFrench.code]).toStrictEqual([409, "competence.already-listed"])
    expect(inFrench.detail).toBe(
      "Impossible de créer cette epreuve option. L'épreuve option que vous voulez ajouter existe déjà dans la liste des compétences.",
    )
    expect((await problemIn(await again("3", "en"))).detail).toContain("is in the list")
  })

  test("CMP-01 the school of the address must be that of the actor; the division reads any", async () => {
    const app = await appOf()
    expect(await refusalIn(await ask(app, sheet, { as: "lycee school-head" }))).toBe(
      "404 school.unknown",
    )
    const asked = { method: "PUT", key: "1", seen: 0 }
    expect(await refusalIn(await ask(app, french, { ...asked, as: "lycee school-head" }))).toBe(
      "404 school.unknown",
    )
    expect((await ask(app, sheet, { as: "dec exams-division" })).status).toBe(200)
    expect((await ask(app, french, { ...asked, as: "dec exams-division" })).status).toBe(403)
    expect((await ask(app, french, { method: "PUT", as: head, key: "2" })).status).toBe(428)
  })

  test("CMP-04 UI-16 UI-28 UI-29 the competences of an agent are a list, its files too", async () => {
    const app = await appOf()
    await ask(app, french, { method: "PUT", as: head, key: "1", seen: 0 })
    const list = await ask(app, `${sheet}/list`, { as: head })
    expect(await list.json()).toMatchObject({
      count: 1,
      countLabel: "1 ligne",
      sort: { column: "exam", label: "Examen" },
      rows: [{ key: "DNB.DNB.FRA", row: { authors: "0120006S (C)", actions: ["invalidate"] } }],
    })
    const csv = await (await ask(app, `${sheet}/list.csv`, { as: head })).text()
    expect(csv).toContain("Examen")
    expect(csv).toContain("FRANCAIS")
    expect((await ask(app, `${sheet}/list.pdf`, { as: head })).status).toBe(200)
    const own = "/agents/epp-1/competences/list"
    expect((await ask(app, own, { as: "epp-1 agent" })).status).toBe(200)
    expect((await ask(app, own, { as: "epp-2 agent" })).status).toBe(403)
  })

  test("CMP-09 CMP-10 an agent and a manager act at the address of the agent", async () => {
    const app = await appOf()
    const own = "/agents/epp-1/competences"
    const maths = `${own}/BCG.GEN.MATHS`
    await ask(app, maths, { method: "PUT", as: "epp-1 agent", key: "1", seen: 0 })
    const confirmed = await ask(app, `${maths}/confirmation`, {
      method: "POST",
      as: "m exam-manager",
      key: "2",
      seen: 1,
    })
    expect(await confirmed.json()).toMatchObject({
      competences: [{ authors: "NUMEN (C) DEC2A (C)", actions: ["invalidate"] }],
    })
    expect((await ask(app, own, { as: "epp-2 agent" })).status).toBe(403)
    const suggested = await ask(app, "/agents/epp-1/exam-options?keyword=math", {
      as: "epp-1 agent",
    })
    expect(await suggested.json()).toMatchObject({ options: [{ option: "DNB.DNB.MATHS" }] })
    const agents = await ask(app, "/exam-options/BCG.GEN.MATHS/agents?standing=acknowledged", {
      as: "m exam-manager",
    })
    expect(await agents.json()).toMatchObject({
      count: 1,
      rows: [{ row: { agent: "epp-1", familyName: "DUPONT", standing: "acknowledged" } }],
      sort: { column: "family-name", label: "Nom" },
    })
    const file = await ask(app, "/exam-options/BCG.GEN.MATHS/agents.csv", { as: "m exam-manager" })
    expect(await file.text()).toContain("DUPONT")
  })
})

test("CMP-10 CMP-12 a manager who is an agent too is proposed, for others, the exams he is in charge of", async () => {
  const app = await appOf()
  const proposed = async (as: string) => {
    const answer = await ask(app, "/agents/epp-1/exam-options", { as })
    return answer.status === 200 ? await answer.json() : answer.status
  }
  const managed = { options: [{ option: "BCG.GEN.MATHS" }] }
  expect(await proposed("epp-2 agent exam-manager")).toMatchObject(managed)
  expect(await proposed("epp-2 exam-manager")).toMatchObject(managed)
  expect(await proposed("epp-2 agent")).toBe(403)
})

describe("entry windows over HTTP", () => {
  const entry = "/schools/0120006S/competence-entries/2026-2027"

  test("CMP-23 CMP-24 CMP-25 validated by the school, then locked until reopened", async () => {
    const app = await appOf()
    const validates = (key: string, statement: boolean, seen: number) =>
      ask(app, `${entry}/validation`, { method: "POST", as: head, key, seen, body: { statement } })
    expect(await refusalIn(await validates("1", false, 1))).toBe(
      "422 competence-entry.statement-required",
    )
    const validated = await validates("2", true, 1)
    expect(validated.headers.get("etag")).toBe('"v2"')
    expect(await validated.json()).toMatchObject({ status: "validated", school: college })
    const asked = { method: "PUT", as: head, key: "3", seen: 0 }
    expect(await refusalIn(await ask(app, french, asked))).toBe("409 competence-entry.locked")
    expect((await ask(app, sheet, { as: head })).status).toBe(200)
    const reopening = { method: "POST", key: "4", seen: 2 }
    expect((await ask(app, `${entry}/reopening`, { ...reopening, as: head })).status).toBe(403)
    const reopened = await ask(app, `${entry}/reopening`, {
      ...reopening,
      as: "dec exams-division",
    })
    expect(await reopened.json()).toMatchObject({ status: "open" })
    expect((await ask(app, french, { ...asked, key: "5" })).status).toBe(200)
  })

  test("CMP-25 the management service lists who has not validated, as a page and as files", async () => {
    const app = await appOf()
    const year = "/competence-entries/2026-2027"
    const list = `${year}/schools`
    const as = "dec exams-division"
    const open = await ask(app, `${list}?status=open`, { as })
    expect(await open.json()).toMatchObject({ count: 2, countLabel: "2 lignes" })
    expect((await ask(app, `${list}.csv`, { as })).status).toBe(200)
    expect((await ask(app, `${list}.pdf`, { as })).status).toBe(200)
    const opening = await ask(app, `${year}/opening`, { method: "POST", as, key: "1" })
    expect(await opening.json()).toStrictEqual({ opened: 0, kept: 2 })
  })
})

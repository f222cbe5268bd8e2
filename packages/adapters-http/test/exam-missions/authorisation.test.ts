/** Every route of exam missions, tried in every capacity. */
import {
  layerPdf,
  layerSheets,
  layerTableReader,
  layerXmlReader,
} from "@convoque/adapters-documents"
import { wordingEn, wordingFr } from "@convoque/core/exam-missions"
import { Capacity, ManagerCode } from "@convoque/core/kernel/identity"
import { layerIdempotencyKeysMemory, layerSettingsMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { beforeAll, describe, expect, test } from "vitest"
import {
  anne,
  aspet,
  layerSchool,
  putSchool,
  tenant,
} from "../../../core/test/exam-missions/application/consultation/school.ts"
import {
  authorisationTable,
  type Authentication,
  examMissionsCatalogue,
  examMissionsRoutes,
  makeApp,
} from "../../src/index.ts"
import { ask, type Asking, problemIn, refusalIn } from "../support/ask.ts"
import { headerAuthentication } from "../support/sample.ts"
import { rightsOf, tabled, tabledName } from "./rights.ts"

const values: Readonly<Record<string, string>> = {
  activity: "staff-consultation",
  mission: "111759",
  option: "47A.TTES.2-002-2",
  origin: "EPP",
  person: anne,
  register: "people",
  school: aspet,
  source: "EPP",
  start: "2027-06-14T08:00",
  end: "2027-06-18T17:00",
  year: "2026-2027",
}

// A segment may go on after its parameter, such as `:year.csv`.
const addressOf = (path: string): string =>
  path.replaceAll(/:(\w+)/gu, (_, name: string) => values[name] ?? name)

/** Everybody acts for the school of Aspet and bears a manager code, as far as his capacity goes. */
const everywhere: Authentication = {
  ...headerAuthentication,
  identify: (request, now) =>
    Effect.map(headerAuthentication.identify(request, now), (identity) =>
      identity === undefined
        ? undefined
        : { ...identity, tenant, school: aspet, managerCode: ManagerCode.make("DEC3-BAC") },
    ),
}

// What a route that takes a file is sent: its media type and a few bytes.
const fileFor = (address: string): readonly [type: string, body: string] | undefined => {
  if (address.endsWith("/sts-web")) return ["application/xml", "<a/>"]
  return address.endsWith("/import") ? ["text/csv", "A;B\n"] : undefined
}

const lines = authorisationTable(examMissionsRoutes)

const cells = lines.flatMap(({ name, method, path }) =>
  Capacity.literals.map((capacity) => ({
    name,
    method,
    address: addressOf(path),
    capacity,
    isAllowed: rightsOf(name).includes(capacity),
  })),
)

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
    authentication: everywhere,
    run: runtime.runPromise,
    log: () => undefined,
    title: "Missions d'examen",
    version: "1.0.0",
  })
})

const asked = (method: string, address: string, asking: Asking = {}) => {
  const [type, body = {}] = fileFor(address) ?? []
  return ask(app, address, {
    method,
    key: "k-1",
    seen: 1,
    ...(method === "GET" ? {} : { body }),
    ...(type === undefined ? {} : { headers: { "content-type": type } }),
    ...asking,
  })
}

// By capacity alone: the values name the capacities that may, not the one that may not.
const isRefusedByCapacity = async (response: Response): Promise<boolean> => {
  if (response.ok) return false
  const { status, code, values: told } = await problemIn(response)
  expect(status).not.toBe(401)
  expect(status).toBeLessThan(500)
  return code === "actor.not-allowed" && "allowed" in told
}

const allowedOf = (name: string): ReadonlyArray<string> =>
  lines
    .filter((line) => line.name === name)
    .flatMap(({ allowed }) => Capacity.literals.filter((one) => allowed[one]))

describe("authorisation of exam missions", () => {
  test.each(cells)(
    "UI-13 $name x $capacity: $isAllowed",
    async ({ method, address, capacity, isAllowed }) => {
      const person = capacity === "agent" ? anne : `p-${capacity}`
      const response = await asked(method, address, { as: `${person} ${capacity}` })
      expect(await isRefusedByCapacity(response)).toBe(!isAllowed)
    },
  )

  test("UI-13 the table of rights names every route once, and each declares those rights", () => {
    expect(new Set(lines.map(({ name }) => tabledName(name)))).toEqual(new Set(tabled))
    for (const { name } of lines) expect([name, allowedOf(name)]).toEqual([name, rightsOf(name)])
  })

  test("a refusal for who somebody is cites the requirements of each part", () => {
    const catalogue = examMissionsCatalogue({ fr: wordingFr, en: wordingEn })
    expect(catalogue["actor.not-allowed"].grounds).toEqual({
      requirements: ["UI-08", "IND-11", "CMP-28", "CMP-25"],
    })
  })

  test.each(lines)("$name asks who it is", async ({ method, path }) => {
    const response = await asked(method, addressOf(path))
    expect(await refusalIn(response)).toBe("401 session.required")
  })

  test("leaves no route to everybody, none to nobody, none to the scheduler", () => {
    const counts = lines.map(({ allowed }) => Object.values(allowed).filter(Boolean).length)
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect(Math.max(...counts)).toBeLessThan(Capacity.literals.length)
    expect(lines.filter(({ allowed }) => allowed.system)).toEqual([])
  })

  test("lets nobody act on behalf of another", () => {
    expect(lines.filter(({ onBehalf }) => Object.values(onBehalf).some(Boolean))).toEqual([])
  })

  test("UI-08 CMP-25 keeps activities and entry windows to the exams division", () => {
    for (const name of ["openActivity", "closeActivity"]) {
      expect(allowedOf(name)).toEqual(["exams-division"])
    }
    const windows = lines.filter(
      ({ method, path }) => method === "POST" && /competence-entries.*(?:ing)$/u.test(path),
    )
    expect(windows.length).toBeGreaterThan(2)
    for (const { name } of windows) expect(allowedOf(name)).toEqual(["exams-division"])
  })

  test("IND-12 PER-02 lets no school send a file, and no manager declare a period", () => {
    const imports = lines.filter(({ path }) => /import$|sts-web$/u.test(path))
    expect(imports).toHaveLength(3)
    for (const { name } of imports) {
      expect(allowedOf(name)).toEqual(["exams-division"])
    }
    const periods = lines.filter(
      ({ method, path }) => method !== "GET" && path.includes("/unavailability-entry/"),
    )
    expect(periods).toHaveLength(2)
    for (const { name } of periods) expect(allowedOf(name)).toEqual(["school-head"])
  })
})

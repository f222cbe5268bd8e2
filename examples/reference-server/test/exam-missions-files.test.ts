/** The demonstration's files through the readers of a real server, and hostile ones. */
import { layerTableReader, layerXmlReader } from "@convoque/adapters-documents"
import {
  ExamMissionsSetup,
  importRegister,
  importStsWeb,
  importUnavailabilities,
  people,
  posts,
  registerStates,
  schools,
  teachings,
  usualExamOffer,
  wordingFr,
} from "@convoque/core/exam-missions"
import { SchoolYear, Zone } from "@convoque/core/kernel/calendar"
import { type Actor, PersonId, type Uai, uaiCheck } from "@convoque/core/kernel/identity"
import { Registers } from "@convoque/core/kernel/ports"
import { layerMemory, layerSettingsMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import {
  registerFiles,
  stsWebFiles,
  unavailabilityFiles,
} from "../src/demonstration/exam-missions/files.ts"
import { demonstrationTenant as tenant } from "../src/demonstration/people.ts"

const by: Actor = { person: PersonId.make("p-1"), capacity: "exams-division" }
const year = SchoolYear.make("2026-2027")
const encoder = new TextEncoder()

const layerWorld = Layer.mergeAll(
  layerMemory,
  layerSettingsMemory,
  layerTableReader,
  layerXmlReader,
  Layer.succeed(ExamMissionsSetup, {
    wording: wordingFr,
    zone: Zone.make("Europe/Paris"),
    academy: "Toulouse",
    managementService: { name: "DEC", address: "dec@academie.example" },
    examOffer: usualExamOffer,
  }),
)

const inWorld = <A, E>(
  program: Effect.Effect<A, E, Layer.Success<typeof layerWorld>>,
): Promise<A> => Effect.runPromise(Effect.provide(program, layerWorld))

const refusalOf = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.result(effect), (result) => Result.getOrThrow(Result.flip(result)))

const sendBytes = (register: string, chunks: ReadonlyArray<Uint8Array>) =>
  importRegister({ by, tenant, register, bytes: Stream.fromIterable(chunks), dryRun: false })

const send = (register: string, csv: string) => sendBytes(register, [encoder.encode(csv)])

const removals = { code: "import.removals-to-confirm", subject: "teachings" }

const sendXml = (
  bytes: Uint8Array,
  school: Uai,
  acknowledged: ReadonlyArray<typeof removals> = [],
) =>
  importStsWeb({ by, tenant, school, year, bytes: Stream.make(bytes), dryRun: false, acknowledged })

const sendAll = Effect.forEach(registerFiles(2026), ({ register, csv }) => send(register, csv))

const fileOf = (name: string): string =>
  registerFiles(2026).find(({ register }) => register === name)?.csv ?? ""

const [college, lycee] = stsWebFiles(2026)
if (college === undefined || lycee === undefined) throw new Error("two schools")

const teachingsKept = Effect.gen(function* () {
  const registers = yield* Registers
  return yield* Stream.runCollect(registers.all(tenant, teachings))
})

describe("the files of the demonstration", () => {
  test("PER-02 are the same for the same year, and their UAI have the right letter", () => {
    expect(registerFiles(2026)).toEqual(registerFiles(2026))
    expect(stsWebFiles(2026)).toEqual(stsWebFiles(2026))
    expect(unavailabilityFiles(2026)).toEqual(unavailabilityFiles(2026))
    for (const { school } of stsWebFiles(2026)) expect(uaiCheck(school).valid).toBe(true)
  })

  test("PER-01 PER-02 go into every register without a warning, and a second time without a change", () =>
    inWorld(
      Effect.gen(function* () {
        for (const report of yield* sendAll) {
          expect(report).toMatchObject({
            written: true,
            unresolved: 0,
            warnings: [],
            remarkCount: 0,
            kept: 0,
          })
          expect(report.added).toBe(report.read)
        }
        for (const report of yield* sendAll) {
          expect(report).toMatchObject({ written: true, added: 0, changed: 0, removed: 0 })
        }
        const registers = yield* Registers
        expect(yield* Stream.runCount(registers.all(tenant, people))).toBe(400)
        expect(yield* Stream.runCount(registers.all(tenant, schools))).toBe(3)
        const shared = yield* Stream.runCollect(registers.all(tenant, posts))
        expect(shared.filter(({ kind }) => kind === "secondary").length).toBeGreaterThan(10)
        const states = yield* registerStates({ by, tenant })
        expect(states.map(({ revision }) => revision)).toEqual(states.map(() => 1))
      }),
    ))

  test("PER-26 PER-27 CMP-22 tell the same teachings as a table and as exports of STS-WEB", () =>
    inWorld(
      Effect.gen(function* () {
        yield* sendAll
        const told = (rows: ReadonlyArray<object>) =>
          new Set(rows.map((row) => JSON.stringify({ ...row, trainingModuleType: null })))
        const fromTable = told(yield* teachingsKept)
        for (const { school, fileName, xml } of stsWebFiles(2026)) {
          const bytes = Stream.make(encoder.encode(xml))
          const acknowledged = [removals]
          const file = { by, tenant, school, year, fileName, bytes, dryRun: false, acknowledged }
          const report = yield* importStsWeb(file)
          expect(report).toMatchObject({ part: school, written: true, unresolved: 0 })
          expect(report.remarks).toEqual([])
        }
        const fromSts = yield* teachingsKept
        expect(told(fromSts)).toEqual(fromTable)
        expect(fromSts.length).toBeGreaterThan(400)
      }),
    ))

  test("CMP-06 generate the competences again, and withdraw what teachings no longer yield", () =>
    inWorld(
      Effect.gen(function* () {
        const reports = yield* sendAll
        const generated = reports.map(({ register, competences }) => [register, competences])
        expect(generated.filter(([, figures]) => figures !== null).map(([name]) => name)).toEqual([
          "teachings",
          "exam-options",
          "correspondences",
        ])
        const marks = reports.find(({ register }) => register === "correspondences")?.competences
        expect(marks?.marked).toBeGreaterThan(100)
        expect(marks?.withdrawn).toBe(0)
        const fewer = encoder.encode(
          lycee.xml.replaceAll('CODE_MATIERE="013000"', 'CODE_MATIERE="999999"'),
        )
        // The table also told the types of modules: every line of it differs from the export.
        expect(yield* refusalOf(sendXml(fewer, lycee.school))).toMatchObject({
          _tag: "import.removals-to-confirm",
        })
        const report = yield* sendXml(fewer, lycee.school, [removals])
        expect(report.remarks).toMatchObject([{ code: "subject-not-listed", value: "999999" }])
        const { removed, sheets } = report.competences ?? { removed: 0, sheets: 0 }
        expect(sheets).toBeGreaterThan(0)
        expect(removed).toBeGreaterThan(0)
      }),
    ))

  test("PER-02 holds homonyms, accents, apostrophes, particles", () =>
    inWorld(
      Effect.gen(function* () {
        yield* sendAll
        const registers = yield* Registers
        const all = yield* Stream.runCollect(registers.all(tenant, people))
        const names = all.map(({ familyName, givenName }) => `${familyName} ${givenName}`)
        expect(new Set(names).size).toBeLessThan(names.length)
        const pattern = /D’Almeida|Łukasiewicz|Van der Meer|Ferran-Ybañez|Nguyễn/u
        expect(names.filter((name) => pattern.test(name)).length).toBeGreaterThan(20)
        const found = yield* registers.search(tenant, people, { keyword: "lukasi", limit: 3 })
        expect(found[0]?.familyName).toBe("Łukasiewicz")
      }),
    ))

  test("IND-02 IND-03 PER-25 bring periods of EPP and of another academy, once", () =>
    inWorld(
      Effect.gen(function* () {
        yield* sendAll
        for (const added of [
          [40, 10],
          [0, 0],
        ]) {
          for (const [index, { source, csv }] of unavailabilityFiles(2026).entries()) {
            const bytes = Stream.make(encoder.encode(csv))
            const report = yield* importUnavailabilities({
              by,
              tenant,
              source,
              bytes,
              dryRun: false,
            })
            expect(report).toMatchObject({ written: true, added: added[index], unresolved: 0 })
          }
        }
      }),
    ))
})

describe("files in other encodings, or hostile", () => {
  const latin1 = (text: string): Uint8Array =>
    Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0)

  test("PER-02 reads a table in Windows-1252, with a byte order mark, cut anywhere", () =>
    inWorld(
      Effect.gen(function* () {
        const csv = "ID_AGENT;NOM;PRENOM\r\nepp-1;Gâtinel;Zoé\r\n"
        const registers = yield* Registers
        for (const bytes of [latin1(csv), encoder.encode(`\u{FEFF}${csv}`)]) {
          const cut = Array.from(bytes, (byte) => Uint8Array.of(byte))
          yield* sendBytes("people", cut)
          const [one] = yield* registers.find(tenant, people, ["epp-1"])
          expect(one).toMatchObject({ familyName: "Gâtinel", givenName: "Zoé" })
        }
      }),
    ))

  test("PER-02 tells columns that nobody reads or that lack, and commas from semicolons", () =>
    inWorld(
      Effect.gen(function* () {
        expect(yield* refusalOf(send("people", "ID_AGENT,NOM,PRENOM\nepp-1,A,B"))).toMatchObject({
          _tag: "table.malformed",
          reason: "comma-separated",
        })
        expect(yield* refusalOf(send("people", "ID_AGENT;NOM\nepp-1;A"))).toMatchObject({
          _tag: "import.faulty",
          count: 1,
          faults: [{ line: 1, code: "missing-column", column: "PRENOM" }],
        })
        const report = yield* send("people", "ID_AGENT;NOM;PRENOM;GRADE\nepp-1;A;B;C")
        expect(report.warnings.map(({ code, column }) => [code, column])).toEqual([
          ["unknown-column", "GRADE"],
          ["absent-column", "NUMEN"],
          ["absent-column", "CIVILITE"],
          ["absent-column", "DATE_NAISSANCE"],
          ["absent-column", "ADRESSE"],
          ["absent-column", "TELEPHONE_PERSONNEL"],
          ["absent-column", "TELEPHONE_PROFESSIONNEL"],
          ["absent-column", "COURRIEL_PROFESSIONNEL"],
          ["absent-column", "COURRIEL_PERSONNEL"],
        ])
        expect(yield* refusalOf(send("people", ""))).toMatchObject({ _tag: "table.malformed" })
        expect(yield* refusalOf(send("people", "ID_AGENT;NOM;PRENOM\n"))).toMatchObject({
          _tag: "import.empty",
        })
      }),
    ))

  test("PER-27 reads an export in ISO-8859-15, as STS-WEB has long written it", () =>
    inWorld(
      Effect.gen(function* () {
        const text = college.xml
          .replace('encoding="UTF-8"', 'encoding="ISO-8859-15"')
          .replace("TECHNOLOGIE", "TECHNOLOGIE Né")
          .replaceAll(/[^\u{0}-\u{FF}]/gu, "?")
        yield* sendXml(latin1(text), college.school)
        const labels = (yield* teachingsKept).map(({ subject }) => subject)
        expect(labels).toContain("TECHNOLOGIE Né")
      }),
    ))

  test.each([
    [
      "<!DOCTYPE STS_EDT [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><STS_EDT>&b;</STS_EDT>",
      "doctype",
    ],
    ["<!DOCTYPE STS_EDT SYSTEM 'file:///etc/passwd'><STS_EDT/>", "doctype"],
    ["<STS_EDT>&secret;</STS_EDT>", "unknown-entity"],
    [`<STS_EDT>${"<A>".repeat(100_000)}`, "too-deep"],
    ["<STS_EDT><PARAMETRES></STS_EDT>", "not-well-formed"],
    ["ID_AGENT;UAI", "not-well-formed"],
    ["", "empty-file"],
  ])("PER-27 refuses a bomb or what is no XML, %#", (text, reason) =>
    inWorld(
      Effect.gen(function* () {
        const refusal = yield* refusalOf(sendXml(encoder.encode(text), college.school))
        expect(refusal).toMatchObject({ _tag: "xml.malformed", reason })
        expect(yield* teachingsKept).toEqual([])
      }),
    ),
  )

  test("PER-27 refuses the export of another school, and one that breaks off", () =>
    inWorld(
      Effect.gen(function* () {
        const bytes = encoder.encode(college.xml)
        expect(yield* refusalOf(sendXml(bytes, lycee.school))).toMatchObject({
          _tag: "sts-web.other-school",
          line: 4,
          asked: lycee.school,
          found: college.school,
        })
        const half = bytes.subarray(0, Math.floor(bytes.length / 2))
        expect(yield* refusalOf(sendXml(half, college.school))).toMatchObject({
          _tag: "xml.malformed",
        })
        expect(yield* teachingsKept).toEqual([])
      }),
    ))

  test("PER-02 keeps what is there when the sender goes away in the middle", () =>
    inWorld(
      Effect.gen(function* () {
        yield* sendAll
        const before = yield* teachingsKept
        const beginning = encoder.encode(fileOf("teachings").slice(0, 4_000))
        const gone = Stream.concat(
          Stream.make(beginning),
          Stream.fail({ _tag: "request.incomplete" } as const),
        )
        const file = { by, tenant, register: "teachings", bytes: gone, dryRun: false }
        expect(yield* refusalOf(importRegister(file))).toEqual({ _tag: "request.incomplete" })
        expect(yield* teachingsKept).toEqual(before)
      }),
    ))
})

/** Files into registers: who may, in whole or by school, tried or written, and what is kept of it. */
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  importRegister,
  importStsWeb,
} from "../../../../src/exam-missions/application/imports/files.ts"
import {
  registerStates,
  registerTemplate,
} from "../../../../src/exam-missions/application/imports/states.ts"
import type { SchoolYear } from "../../../../src/kernel/calendar.ts"
import type { Capacity, Uai } from "../../../../src/kernel/identity.ts"
import { stsWebText } from "../../staff-directory/parts.ts"
import {
  actorOf,
  allRows,
  bytesOf,
  division,
  dupont,
  homonym,
  inWorld,
  peopleHeader,
  postsHeader,
  refusalOf,
  send,
  tenant,
} from "./world.ts"

const sendStsWeb = (text: string, changes: Partial<{ dryRun: boolean; fileName: string }> = {}) =>
  importStsWeb({
    by: division,
    tenant,
    school: "0312267W" as Uai,
    year: "2026-2027" as SchoolYear,
    bytes: bytesOf(text),
    dryRun: false,
    ...changes,
  })

describe("the import of a table", () => {
  test.each<Capacity>(["school-head", "centre-head", "exam-manager", "agent", "system"])(
    "PER-02 refuses %s, and writes nothing",
    (capacity) =>
      inWorld(
        Effect.gen(function* () {
          const by = actorOf(capacity)
          const bytes = bytesOf([peopleHeader, dupont].join("\n"))
          const file = { by, tenant, register: "people", bytes, dryRun: false }
          expect(yield* refusalOf(importRegister(file))).toEqual({
            _tag: "actor.not-allowed",
            command: "importRegister",
            capacity,
          })
          const year = "2026-2027" as SchoolYear
          const sent = { ...file, school: "0312267W" as Uai, year }
          expect(yield* refusalOf(importStsWeb(sent))).toMatchObject({ _tag: "actor.not-allowed" })
          expect(yield* refusalOf(registerStates({ by, tenant }))).toMatchObject({ capacity })
          expect((yield* allRows).people).toEqual([])
        }),
      ),
  )

  test("PER-02 tells homonyms apart by their id, and never answers a NUMEN", () =>
    inWorld(
      Effect.gen(function* () {
        const report = yield* send("people", [peopleHeader, dupont, homonym])
        expect(report).toMatchObject({ read: 2, added: 2, written: true, remarkCount: 0 })
        expect(JSON.stringify(report)).not.toContain("12E0123456")
        expect((yield* allRows).people.map(({ person }) => person)).toEqual(["epp-1", "epp-2"])
      }),
    ))

  test("PER-02 never answers a NUMEN that stands where an id or a name belongs", () =>
    inWorld(
      Effect.gen(function* () {
        const wrong = "12E0123456ABC;12E0123456AB;;Zoé;né le 12e0123456abc"
        const refusal = yield* refusalOf(send("people", [peopleHeader, wrong]))
        expect(refusal).toMatchObject({ _tag: "import.faulty", count: 4 })
        expect(JSON.stringify(refusal)).not.toMatch(/12e0123456/iu)
      }),
    ))

  test("PER-02 shows no NUMEN in samples, warnings, keys, nor where a long value is cut", () =>
    inWorld(
      Effect.gen(function* () {
        const numen = /12e0123456/iu
        const report = yield* send("people", [
          `${peopleHeader};12E0123456ABC`,
          "epp-1;;12E0123456ABC;né 12e 0123456 abc;;",
        ])
        expect(report.samples).toHaveLength(1)
        expect(report.warnings[0]).toMatchObject({ code: "unknown-column", column: "•••••" })
        expect(JSON.stringify(report)).not.toMatch(/12e ?0123456/iu)
        const schoolsHeader = "UAI;DENOMINATION;CATEGORIE;COMMUNE"
        const long = `${"x".repeat(95)}12E0123456ABC${"y".repeat(200)}`
        const refusal = yield* refusalOf(send("schools", [schoolsHeader, `0312267W;${long};CLG;A`]))
        expect(refusal).toMatchObject({ _tag: "import.faulty", count: 1 })
        expect(JSON.stringify(refusal)).not.toContain("x12E01")
        const teaching = "epp-1;0312267W;12E0123456ABC;A"
        const twice = ["ID_AGENT;UAI;CODE_MATIERE;MATIERE", teaching, teaching]
        const repeated = yield* refusalOf(send("teachings", twice))
        expect(repeated).toMatchObject({ _tag: "import.repeated-keys" })
        expect(JSON.stringify(repeated)).not.toMatch(numen)
      }),
    ))

  test("PER-02 refuses an id that stands on two lines, with the lines", () =>
    inWorld(
      Effect.gen(function* () {
        const refusal = yield* refusalOf(send("people", [peopleHeader, dupont, homonym, dupont]))
        expect(refusal).toEqual({
          _tag: "import.repeated-keys",
          register: "people",
          columns: ["ID_AGENT"],
          repeated: [{ key: "epp-1", lines: [2, 4] }],
        })
        expect((yield* allRows).people).toEqual([])
      }),
    ))

  test("PER-02 tries without writing: the same figures, then nothing kept", () =>
    inWorld(
      Effect.gen(function* () {
        const lines = [peopleHeader, dupont, homonym]
        const tried = yield* send("people", lines, { dryRun: true })
        expect(tried).toMatchObject({ added: 2, written: false })
        expect((yield* allRows).people).toEqual([])
        const [, state] = yield* registerStates({ by: division, tenant })
        expect(state).toMatchObject({ name: "people", revision: 0, rows: null, lastImport: null })
        expect(yield* send("people", lines)).toEqual({ ...tried, written: true })
      }),
    ))

  test("PER-02 imports the same file again without changing anything", () =>
    inWorld(
      Effect.gen(function* () {
        const lines = [peopleHeader, dupont, homonym]
        yield* send("people", lines)
        const before = yield* allRows
        expect(yield* send("people", lines)).toMatchObject({ unchanged: 2, added: 0, changed: 0 })
        expect(yield* allRows).toEqual(before)
        const [, state] = yield* registerStates({ by: division, tenant })
        expect(state).toMatchObject({ revision: 1, rows: 2 })
      }),
    ))

  test("PER-02 writes nothing of a file with one fault among ten thousand lines, and counts them", () =>
    inWorld(
      Effect.gen(function* () {
        const sound = Array.from({ length: 10_000 }, (_, at) => `epp-${at};;NOM ${at};Zoé;`)
        const one = [peopleHeader, ...sound, "epp 10001;;NOM;Zoé;31/06/1970"]
        expect(yield* refusalOf(send("people", one))).toMatchObject({
          _tag: "import.faulty",
          count: 2,
          faults: [
            { line: 10_002, column: "ID_AGENT", code: "format" },
            { line: 10_002, column: "DATE_NAISSANCE", expected: "une date JJ/MM/AAAA" },
          ],
        })
        const all = [peopleHeader, ...sound.map((line) => `${line}hier`)]
        const refusal = yield* refusalOf(send("people", all))
        expect(refusal).toMatchObject({ _tag: "import.faulty", count: 10_000 })
        expect(refusal._tag === "import.faulty" && refusal.faults).toHaveLength(200)
        expect((yield* allRows).people).toEqual([])
      }),
    ))

  test("PER-01 replaces the posts of one school alone, and refuses lines of another", () =>
    inWorld(
      Effect.gen(function* () {
        yield* send("people", [peopleHeader, dupont, homonym])
        yield* send("posts", [
          postsHeader,
          "epp-1;0312267W;PRINCIPAL;LETTRES",
          "epp-1;0310001H;SECONDAIRE;",
          "epp-2;0310001H;PRINCIPAL;ANGLAIS",
        ])
        const report = yield* send("posts", [postsHeader, "epp-1;0310001H;SECONDAIRE;GREC"], {
          part: "0310001H",
        })
        expect(report).toMatchObject({ part: "0310001H", kept: 2, changed: 1, removed: 1 })
        expect((yield* allRows).posts.map(({ person, school }) => [person, school])).toEqual([
          ["epp-1", "0310001H"],
          ["epp-1", "0312267W"],
        ])
        const mixed = [postsHeader, "epp-2;0310001H;PRINCIPAL;", "epp-1;0312267W;PRINCIPAL;"]
        expect(yield* refusalOf(send("posts", mixed, { part: "0310001H" }))).toMatchObject({
          _tag: "import.faulty",
          faults: [{ line: 3, code: "outside-part", expected: "0310001H", value: "0312267W" }],
        })
        const states = yield* registerStates({ by: division, tenant })
        expect(states.find(({ name }) => name === "posts")).toMatchObject({
          revision: 2,
          rows: 2,
          lastImport: { part: "0310001H", by: division.person, removed: 1 },
        })
      }),
    ))

  test("PER-02 refuses a part of a register that has none, and a register that is not there", () =>
    inWorld(
      Effect.gen(function* () {
        const lines = [peopleHeader, dupont]
        expect(yield* refusalOf(send("people", lines, { part: "0310001H" }))).toEqual({
          _tag: "register.without-parts",
          register: "people",
        })
        expect(yield* refusalOf(send("pupils", lines))).toMatchObject({
          _tag: "register.unknown",
          register: "pupils",
        })
        expect(
          yield* refusalOf(registerTemplate({ by: division, register: "__proto__" })),
        ).toMatchObject({ _tag: "register.unknown" })
      }),
    ))

  test("PER-01 warns of people and schools that are not known yet, and of a wrong check letter", () =>
    inWorld(
      Effect.gen(function* () {
        const report = yield* send("posts", [
          postsHeader,
          "epp-9;0312267V;PRINCIPAL;",
          "epp-8;0312267V;PRINCIPAL;",
        ])
        expect(report).toMatchObject({ written: true, unresolved: 4 })
        expect(report.warnings[0]).toEqual({
          code: "absent-column",
          line: 1,
          column: "FONCTION",
          value: "",
        })
        expect(report.warnings[1]).toEqual({
          code: "unresolved-reference",
          line: 2,
          column: "ID_AGENT",
          value: "epp-9",
        })
        expect(report.remarks).toEqual([
          { code: "uai-letter", line: 2, column: "UAI", value: "0312267V" },
        ])
      }),
    ))
})

describe("the import of an export of STS-WEB", () => {
  test("PER-26 PER-27 CMP-22 writes the teachings of one school, and leaves the others", () =>
    inWorld(
      Effect.gen(function* () {
        yield* send("teachings", [
          "ID_AGENT;UAI;CODE_MATIERE;MATIERE",
          "epp-5;0310001H;020700;FRANCAIS",
          "epp-5;0312267W;020700;FRANCAIS",
        ])
        const report = yield* sendStsWeb(stsWebText, { fileName: "sts_emp_0312267W_2026.xml" })
        expect(report).toMatchObject({
          register: "teachings",
          part: "0312267W",
          kept: 1,
          read: 3,
          added: 3,
          removed: 1,
          remarkCount: 1,
        })
        expect((yield* allRows).teachings.map((row) => [row.person, row.school])).toEqual([
          ["epp-5", "0310001H"],
          ["epp-8949", "0312267W"],
          ["epp-8949", "0312267W"],
          ["epp-8949", "0312267W"],
        ])
        const states = yield* registerStates({ by: division, tenant })
        expect(states.find(({ name }) => name === "teachings")).toMatchObject({ rows: 4 })
      }),
    ))

  test("PER-27 refuses another school, another year, another file name, and writes nothing", () =>
    inWorld(
      Effect.gen(function* () {
        for (const [text, fileName, tag] of [
          [stsWebText.replace("0312267W", "0310001H"), undefined, "sts-web.other-school"],
          [stsWebText.replace('ANNEE="2026"', 'ANNEE="2025"'), undefined, "sts-web.other-year"],
          [stsWebText, "sts_emp_0310001H_2026.xml", "sts-web.file-name"],
          ["<EDT_STS></EDT_STS>", undefined, "sts-web.malformed"],
          [stsWebText.replaceAll("<ENSEIGNANT ", "<AUTRE "), undefined, "import.empty"],
          [stsWebText.replaceAll('"8949"', '"89 49"'), undefined, "sts-web.malformed"],
        ] as const) {
          const sent = sendStsWeb(text, fileName === undefined ? {} : { fileName })
          expect(yield* refusalOf(sent)).toMatchObject({ _tag: tag })
        }
        expect((yield* allRows).teachings).toEqual([])
      }),
    ))

  test("PER-27 tries without writing", () =>
    inWorld(
      Effect.gen(function* () {
        expect(yield* sendStsWeb(stsWebText, { dryRun: true })).toMatchObject({
          added: 3,
          written: false,
        })
        expect((yield* allRows).teachings).toEqual([])
      }),
    ))
})

describe("the blank files", () => {
  test("PER-02 gives a header that the register itself reads without a warning", () =>
    inWorld(
      Effect.gen(function* () {
        for (const { name } of yield* registerStates({ by: division, tenant })) {
          const { fileName, text } = yield* registerTemplate({ by: division, register: name })
          expect(fileName).toBe(`${name}.csv`)
          expect(text).toMatch(/^\u{FEFF}[A-Z_]+(?:;[A-Z_]+)+\r\n$/u)
          const header = text.trim().replace("\u{FEFF}", "")
          const refusal = yield* refusalOf(send(name, [header, ""], { dryRun: true }))
          expect(refusal).toMatchObject({ _tag: "import.faulty" })
          expect(JSON.stringify(refusal)).not.toContain("missing-column")
        }
      }),
    ))
})

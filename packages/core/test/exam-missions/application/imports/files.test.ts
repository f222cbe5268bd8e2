/** Files into registers: who may, in whole or by school, tried or written, and what is kept of it. */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import {
  importRegister,
  importStsWeb,
} from "../../../../src/exam-missions/application/imports/files.ts"
import {
  registerStates,
  registerTemplate,
} from "../../../../src/exam-missions/application/imports/states.ts"
import {
  people,
  posts,
  teachings,
} from "../../../../src/exam-missions/staff-directory/registers.ts"
import type { SchoolYear } from "../../../../src/kernel/calendar.ts"
import type { Capacity, PersonId, Uai } from "../../../../src/kernel/identity.ts"
import { Registers, Settings } from "../../../../src/kernel/ports.ts"
import { stsWebText } from "../../staff-directory/parts.ts"
import { actorOf, bytesOf, division, inWorld, refusalOf, tenant } from "./world.ts"

const send = (
  register: string,
  lines: ReadonlyArray<string>,
  options: {
    readonly dryRun?: boolean
    readonly part?: string
    readonly confirm?: boolean
    readonly lostAtMost?: number
  } = {},
) =>
  importRegister({
    by: division,
    tenant,
    register,
    part: options.part as Uai | undefined,
    bytes: bytesOf(lines.join("\n")),
    dryRun: options.dryRun ?? false,
    lostAtMost: options.lostAtMost,
    acknowledged:
      options.confirm === true ? [{ code: "import.removals-to-confirm", subject: register }] : [],
  })

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

const allRows = Effect.gen(function* () {
  const registers = yield* Registers
  return {
    people: yield* Stream.runCollect(registers.all(tenant, people)),
    posts: yield* Stream.runCollect(registers.all(tenant, posts)),
    teachings: yield* Stream.runCollect(registers.all(tenant, teachings)),
  }
})

const peopleHeader = "ID_AGENT;NUMEN;NOM;PRENOM;DATE_NAISSANCE"
const dupont = "epp-1;12E0123456ABC;D’ALMEIDA-LE GOFF;Zoé;01/02/1970"
const homonym = "epp-2;;D’ALMEIDA-LE GOFF;Zoé;01/02/1970"
const postsHeader = "ID_AGENT;UAI;TITRE;DISCIPLINE_POSTE"

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

  test("PER-02 asks for confirmation before many people disappear", () =>
    inWorld(
      Effect.gen(function* () {
        const lines = Array.from({ length: 60 }, (_, at) => `epp-${at};;NOM ${at};Zoé;`)
        yield* send("people", [peopleHeader, ...lines])
        const fewer = [peopleHeader, ...lines.slice(0, 30)]
        expect(yield* refusalOf(send("people", fewer))).toEqual({
          _tag: "import.removals-to-confirm",
          register: "people",
          removed: 30,
          kept: 60,
        })
        expect((yield* allRows).people).toHaveLength(60)
        expect(yield* send("people", fewer, { confirm: true })).toMatchObject({ removed: 30 })
        expect((yield* allRows).people).toHaveLength(30)
      }),
    ))
})

describe("the import of teachings", () => {
  const header = "ID_AGENT;UAI;CODE_MATIERE;MATIERE"
  const linesOf = (count: number) => [
    header,
    ...Array.from({ length: count }, (_, index) => `epp-${index};0310001H;020700;FRANCAIS`),
  ]

  test("CMP-06 generates the competences before it answers", () =>
    inWorld(
      Effect.gen(function* () {
        expect(yield* send("teachings", linesOf(2))).toMatchObject({
          competences: { agents: 2, upToDate: false },
          competencesFollow: false,
        })
      }),
    ))

  test("CMP-06 leaves them to the scheduler from more than 50,000 teachings, and says so", () =>
    inWorld(
      Effect.gen(function* () {
        expect(yield* send("teachings", linesOf(50_001))).toMatchObject({
          written: true,
          competences: null,
          competencesFollow: true,
        })
      }),
    ))

  test("PER-02 confirms the disappearance of so many rows, and no more", () =>
    inWorld(
      Effect.gen(function* () {
        const lines = Array.from({ length: 60 }, (_, at) => `epp-${at};;NOM ${at};Zoé;`)
        yield* send("people", [peopleHeader, ...lines])
        const fewer = [peopleHeader, ...lines.slice(0, 30)]
        const more = yield* refusalOf(send("people", fewer, { confirm: true, lostAtMost: 29 }))
        expect(more).toMatchObject({ _tag: "import.removals-to-confirm", removed: 30 })
        expect(yield* send("people", fewer, { confirm: true, lostAtMost: 30 })).toMatchObject({
          removed: 30,
          written: true,
        })
      }),
    ))

  test("PER-02 asks for confirmation before a column left out empties many rows, and tells it", () =>
    inWorld(
      Effect.gen(function* () {
        const header = "ID_AGENT;NOM;PRENOM;COURRIEL_PROFESSIONNEL"
        const lines = Array.from({ length: 60 }, (_, at) => `epp-${at};NOM;Zoé;a${at}@ac.fr`)
        const first = yield* send("people", [header, ...lines])
        expect(first).not.toHaveProperty("emptied")
        const misspelt = [header.replace("COURRIEL", "COURIEL"), ...lines]
        expect(yield* refusalOf(send("people", misspelt))).toEqual({
          _tag: "import.removals-to-confirm",
          register: "people",
          removed: 0,
          kept: 60,
          emptied: 60,
        })
        expect((yield* allRows).people[0]?.professionalEmail).toBe("a0@ac.fr")
        const tried = yield* send("people", misspelt, { dryRun: true })
        expect(tried).toMatchObject({ changed: 60, emptied: 60, written: false })
        expect(tried.warnings).toContainEqual({
          code: "absent-column",
          line: 1,
          column: "COURRIEL_PROFESSIONNEL",
          value: "",
        })
        expect(yield* send("people", misspelt, { confirm: true })).toMatchObject({ changed: 60 })
      }),
    ))

  test("PER-02 counts the rows of the register, whatever an import before kept", () =>
    inWorld(
      Effect.gen(function* () {
        const registers = yield* Registers
        yield* send("posts", [postsHeader, "epp-1;0310001H;PRINCIPAL;"])
        // Another import at once, whose account of itself is still to come.
        yield* registers.replace({
          tenant,
          register: posts,
          part: "0311111X",
          rows: Stream.make({
            line: 2,
            row: {
              person: "epp-3" as PersonId,
              school: "0311111X" as Uai,
              kind: "main" as const,
              discipline: null,
              role: null,
            },
          }),
          accept: () => true,
        })
        yield* send("posts", [postsHeader, "epp-2;0312267W;PRINCIPAL;"], { part: "0312267W" })
        const states = yield* registerStates({ by: division, tenant })
        expect(states.find(({ name }) => name === "posts")).toMatchObject({
          revision: 3,
          rows: 3,
          lastImport: { rows: 3, revision: 3 },
        })
      }),
    ))

  test("PER-02 keeps the account of the import that the register followed last", () =>
    inWorld(
      Effect.gen(function* () {
        const settings = yield* Settings
        yield* send("people", [peopleHeader, dupont])
        const name = "exam-missions.import.people"
        const kept = yield* settings.get(tenant, name)
        yield* settings.put(tenant, name, { ...(kept as object), revision: 9, rows: 70 })
        yield* send("people", [peopleHeader, dupont, homonym])
        expect(yield* settings.get(tenant, name)).toMatchObject({ revision: 9, rows: 70 })
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

/** What a file would take away, and the accounts that are kept of imports. */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import { registerStates } from "../../../../src/exam-missions/application/imports/states.ts"
import { posts } from "../../../../src/exam-missions/staff-directory/registers.ts"
import type { PersonId, Uai } from "../../../../src/kernel/identity.ts"
import { Registers, Settings } from "../../../../src/kernel/ports.ts"
import {
  allRows,
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

describe("what a file takes away", () => {
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

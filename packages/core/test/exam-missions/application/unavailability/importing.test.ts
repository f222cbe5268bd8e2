/** Refreshing periods from EPP, SIRHEN and other academies: figures, faults, races, mails. */
import {
  declareUnavailability,
  deleteUnavailability,
  people,
  readUnavailabilities,
} from "@convoque/core/exam-missions"
import { type Commit, Registers, Storage } from "@convoque/core/kernel/ports"
import { makeMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import {
  aspet,
  division,
  headOf,
  minute,
  reason,
  schoolOrigin,
  shared,
  tenant,
  week,
} from "../../unavailability/given.ts"
import { epp, imports, periodHeader, toulouse } from "./files.ts"
import { fill, newWorld, numen, stranger, type World } from "./world.ts"

const june = `${shared};14/06/2027;08:00;18/06/2027;17:00;CONGE DE MALADIE`
const july = `${shared};05/07/2027;;09/07/2027;;FORMATION`
const paul = `${stranger};2027-06-15;08:00;2027-06-15;12:00;FORMATION`

const reads = readUnavailabilities(
  { by: headOf(aspet), tenant, person: shared, school: aspet },
  { filters: {}, sort: { column: "start", direction: "ascending" }, limit: 100 },
)

const listed = async ({ run }: World) =>
  (await run(reads)).page.rows.map(({ row: { start, end, reason: why } }) =>
    [start.date, start.time, end.date, end.time, why].join(" "),
  )

describe("importing", () => {
  test("IND-02 brings in what the source says, hours filled", async () => {
    const world = await newWorld()
    const report = await world.run(imports([june, july, paul]))
    expect(report).toMatchObject({
      register: "unavailability",
      part: "EPP",
      read: 3,
      kept: 0,
      added: 3,
      changed: 0,
      unchanged: 0,
      removed: 0,
      unresolved: 0,
      warnings: [],
      written: true,
    })
    expect(await listed(world)).toEqual([
      "2027-06-14 08:00 2027-06-18 17:00 CONGE DE MALADIE",
      "2027-07-05 00:00 2027-07-09 23:59 FORMATION",
    ])
  })

  test("IND-02 the same file again changes nothing", async () => {
    const world = await newWorld()
    await world.run(imports([june, july, paul]))
    const sent = await world.mails()
    expect(await world.run(imports([paul, june, july]))).toMatchObject({
      kept: 3,
      added: 0,
      changed: 0,
      unchanged: 3,
      removed: 0,
      mails: 0,
      untoldCount: 0,
    })
    expect(await world.mails()).toEqual(sent)
  })

  test("IND-02 what the source no longer gives is withdrawn, what it says otherwise changed", async () => {
    const world = await newWorld()
    await world.run(imports([june, july]))
    const report = await world.run(imports([july.replace("FORMATION", "STAGE")]))
    expect(report).toMatchObject({ added: 0, changed: 1, removed: 1, mails: 2 })
    const kinds = (await world.mails()).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === "unavailability-withdrawn")).toHaveLength(2)
    expect(report.samples.map(({ change, line }) => [change, line])).toEqual([
      ["changed", 2],
      ["removed", null],
    ])
    expect(report.samples[0]?.cells.filter(({ differs }) => differs)).toEqual([
      { column: "MOTIF", before: "FORMATION", after: "STAGE", differs: true },
    ])
    expect(await listed(world)).toEqual(["2027-07-05 00:00 2027-07-09 23:59 STAGE"])
  })

  test("IND-02 a period that was withdrawn can come back, and its managers are told again", async () => {
    const world = await newWorld()
    await world.run(imports([june]))
    await world.run(imports([july]))
    expect(await world.run(imports([june]))).toMatchObject({ added: 1, removed: 1, mails: 2 })
    expect(await listed(world)).toHaveLength(1)
  })

  test("IND-12 each source has its own periods, and schools theirs", async () => {
    const world = await newWorld()
    const declared = declareUnavailability({
      by: headOf(aspet),
      tenant,
      school: aspet,
      person: shared,
      period: week,
      reason: reason("STAGE"),
    })
    await world.run(declared)
    await world.run(imports([june]))
    await world.run(imports([june.replace("MALADIE", "MATERNITE")], { source: { _tag: "sirhen" } }))
    expect(await listed(world)).toHaveLength(3)
    await world.run(imports([july], { source: { _tag: "sirhen" } }))
    const { page } = await world.run(reads)
    expect(page.rows.map(({ row }) => [row.origin, row.deletable])).toEqual(
      expect.arrayContaining([
        [schoolOrigin(aspet), true],
        [epp, false],
        [{ _tag: "sirhen" }, false],
      ]),
    )
    const deletion = deleteUnavailability({
      by: headOf(aspet),
      tenant,
      school: aspet,
      person: shared,
      origin: epp,
      period: week,
    })
    expect(await world.refused(deletion)).toMatchObject({
      _tag: "unavailability.not-declared-by-you",
    })
  })

  test("IND-03 PER-25 another academy's convocation names it and can be read", async () => {
    const world = await newWorld()
    const line = `${shared};14/06/2027;08:00;14/06/2027;18:00;1234567;Surveillance;470, BCG, 2027-06, BAC GENERAL;0310001H CLG LATOUR;ASPET;`
    expect(await world.run(imports([line], { source: toulouse }))).toMatchObject({
      part: "academy-A16",
      added: 1,
    })
    const { page } = await world.run(reads)
    expect(page.rows[0]?.row).toEqual({
      person: shared,
      start: minute("2027-06-14 08:00"),
      end: minute("2027-06-14 18:00"),
      reason: "CONVOCATION PAR IMAGIN TOULOUSE",
      origin: toulouse,
      convocation: {
        academy: "Toulouse",
        mission: "1234567",
        missionType: "Surveillance",
        exam: "470, BCG, 2027-06, BAC GENERAL",
        centre: "0310001H CLG LATOUR",
        place: "ASPET",
        capacity: null,
      },
      deletable: false,
    })
    const again = line.replace("ASPET", "LUCHON")
    expect(await world.run(imports([again], { source: toulouse }))).toMatchObject({ changed: 1 })
    expect(await world.run(imports([again], { source: toulouse }))).toMatchObject({ unchanged: 1 })
  })

  test("people whom nobody knows are left out, and told", async () => {
    const world = await newWorld()
    const report = await world.run(imports([june, june.replace(shared, "p-nobody")]))
    expect(report).toMatchObject({ read: 2, added: 1, unresolved: 1 })
    expect(report.warnings).toEqual([
      { code: "unresolved-reference", line: 3, column: "ID_AGENT", value: "p-nobody" },
    ])
  })

  test("what is kept of somebody no longer known stays while the file gives it", async () => {
    const world = await newWorld()
    await world.run(imports([june, paul]))
    const registers = await world.run(
      Effect.flatMap(Registers, (known) => known.find(tenant, people, [shared])),
    )
    await world.run(fill(people, registers))
    expect(await world.run(imports([june, paul]))).toMatchObject({
      unchanged: 1,
      unresolved: 1,
      removed: 0,
    })
  })

  test("a dry run tells the same and writes nothing", async () => {
    const world = await newWorld()
    await world.run(imports([july]))
    const tried = await world.run(imports([june], { dryRun: true }))
    expect(tried).toMatchObject({ added: 1, removed: 1, mails: 2, written: false })
    expect(tried.untold).toHaveLength(2)
    expect(await listed(world)).toHaveLength(1)
    expect(await world.mails()).toEqual([])
    const { written: _, ...figures } = tried
    expect(await world.run(imports([june]))).toEqual({ ...figures, written: true })
  })
})

describe("IND-05 mails of an import", () => {
  test("one a manager and period, that is useless once the period is over", async () => {
    const world = await newWorld()
    expect(await world.run(imports([june, july, paul]))).toMatchObject({ mails: 4 })
    const mails = await world.mails()
    expect(mails.map(({ to }) => to.name)).toEqual([
      "Mme Durand",
      "Mme Durand",
      "M. Petit",
      "M. Petit",
    ])
    expect(mails.map(({ uselessAfter }) => uselessAfter).toSorted()).toEqual([
      "2027-06-15T10:00:00.000Z",
      "2027-06-15T10:00:00.000Z",
      "2027-06-18T15:00:00.000Z",
      "2027-06-18T15:00:00.000Z",
    ])
    const text = JSON.stringify(mails).replaceAll("\u00A0", " ")
    expect(text).toContain("Origine : EPP")
    expect(text).not.toContain(numen)
    expect(text).not.toMatch(/1980|29\/02/u)
  })

  test("of a period whose end moves, those alone whose missions are touched newly or no longer", async () => {
    const world = await newWorld()
    await world.run(imports([june]))
    const sent = (await world.mails()).length
    const shorter = june.replace("18/06/2027;17:00", "18/06/2027;16:00")
    expect(await world.run(imports([shorter]))).toMatchObject({ added: 1, removed: 1, mails: 0 })
    expect(await world.mails()).toHaveLength(sent)
    // The mission of the 15th, of Mme Durand, is touched still; that of the 16th no longer.
    const cut = june.replace("18/06/2027;17:00", "15/06/2027;17:00")
    expect(await world.run(imports([cut]))).toMatchObject({ added: 1, removed: 1 })
    const last = (await world.mails()).filter(({ kind }) => kind === "unavailability-withdrawn")
    const texts = last.flatMap(({ paragraphs }) => paragraphs).join("\n")
    expect(texts).toContain("Mission 99")
    expect(texts).not.toContain("Mission 101")
  })

  test("none for a period that is over already", async () => {
    const world = await newWorld()
    const past = `${shared};01/05/2027;;31/05/2027;;CONGE`
    expect(await world.run(imports([past]))).toMatchObject({ added: 1, mails: 0, untoldCount: 0 })
  })
})

describe("many withdrawals", () => {
  const days = Array.from({ length: 40 }, (_, index) => {
    const day = String(1 + (index % 28)).padStart(2, "0")
    return `${shared};${day}/${index < 28 ? "09" : "10"}/2027;;${day}/${index < 28 ? "09" : "10"}/2027;;CONGE`
  })

  test("ask to be acknowledged, a dry run does not", async () => {
    const world = await newWorld()
    await world.run(imports(days))
    expect(await world.refused(imports(days.slice(21)))).toEqual({
      _tag: "import.removals-to-confirm",
      register: "unavailability",
      removed: 21,
      kept: 40,
    })
    expect(await listed(world)).toHaveLength(40)
    expect(await world.run(imports(days.slice(21), { dryRun: true }))).toMatchObject({
      removed: 21,
    })
    const acknowledged = [{ code: "import.removals-to-confirm", subject: "unavailability" }]
    expect(await world.run(imports(days.slice(21), { acknowledged }))).toMatchObject({
      removed: 21,
      written: true,
    })
    expect(await listed(world)).toHaveLength(19)
  })

  test("twenty are quiet", async () => {
    const world = await newWorld()
    await world.run(imports(days))
    expect(await world.run(imports(days.slice(20)))).toMatchObject({ removed: 20 })
  })
})

describe("imports at once", () => {
  test("IND-02 of one source follow one another: the later file is what is left", async () => {
    const world = await newWorld()
    await world.run(
      Effect.all([imports([june]), imports([july]), imports([june, july])], {
        concurrency: "unbounded",
      }),
    )
    const left = await listed(world)
    expect([
      ["2027-06-14 08:00 2027-06-18 17:00 CONGE DE MALADIE"],
      ["2027-07-05 00:00 2027-07-09 23:59 FORMATION"],
      [
        "2027-06-14 08:00 2027-06-18 17:00 CONGE DE MALADIE",
        "2027-07-05 00:00 2027-07-09 23:59 FORMATION",
      ],
    ]).toContainEqual(left)
  })

  test("IND-02 one that another overtakes is compared again with what that left", async () => {
    const memory = makeMemory()
    let overtakes = 1
    const storage: Storage["Service"] = {
      ...memory.storage,
      commit: (commit: Commit) => {
        const isImport = commit.changes.some(({ id }) => id.key === "EPP")
        if (!isImport || overtakes-- <= 0) return memory.storage.commit(commit)
        return overtake.pipe(Effect.andThen(memory.storage.commit(commit)))
      },
    }
    const world = await newWorld({ memory, storage })
    const quiet = await newWorld({ memory })
    const overtake = Effect.promise(() => quiet.run(imports([july])))
    expect(await world.run(imports([june]))).toMatchObject({ added: 1, removed: 1, kept: 1 })
    expect(await listed(world)).toEqual(["2027-06-14 08:00 2027-06-18 17:00 CONGE DE MALADIE"])
  })

  test("IND-02 one that is always overtaken gives up", async () => {
    const memory = makeMemory()
    const storage: Storage["Service"] = {
      ...memory.storage,
      commit: (commit: Commit) =>
        commit.changes.some(({ id }) => id.key === "EPP")
          ? memory.storage.commit({
              ...commit,
              changes: commit.changes.map((change) => ({ ...change, expected: 7 })),
            })
          : memory.storage.commit(commit),
    }
    const world = await newWorld({ memory, storage })
    expect(await world.refused(imports([june]))).toEqual({
      _tag: "conflict.stale-version",
      current: 0,
    })
  })

  test("a file is read once", async () => {
    const world = await newWorld()
    let readings = 0
    const bytes = Stream.suspend(() => {
      readings += 1
      return Stream.make(new TextEncoder().encode([periodHeader, june].join("\n")))
    })
    const { importUnavailabilities } = await import("@convoque/core/exam-missions")
    await world.run(
      importUnavailabilities({ by: division, tenant, source: epp, bytes, dryRun: false }),
    )
    expect(readings).toBe(1)
  })
})

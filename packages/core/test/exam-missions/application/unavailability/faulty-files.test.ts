/** Files of sources that are refused whole, each fault at its place, and nothing written. */
import { readUnavailabilities } from "@convoque/core/exam-missions"
import { describe, expect, test } from "vitest"
import { sentLinesAtMost } from "../../../../src/exam-missions/application/unavailability/sent-file.ts"
import { aspet, headOf, shared, tenant } from "../../unavailability/given.ts"
import { imports, periodHeader, toulouse } from "./files.ts"
import { newWorld, numen, type World } from "./world.ts"

const june = `${shared};14/06/2027;08:00;18/06/2027;17:00;CONGE DE MALADIE`
const july = `${shared};05/07/2027;;09/07/2027;;FORMATION`

const reads = readUnavailabilities(
  { by: headOf(aspet), tenant, person: shared, school: aspet },
  { filters: {}, sort: { column: "start", direction: "ascending" }, limit: 100 },
)

const listed = async ({ run }: World) =>
  (await run(reads)).page.rows.map(({ row: { start, end, reason: why } }) =>
    [start.date, start.time, end.date, end.time, why].join(" "),
  )

describe("files that are not imported", () => {
  const refusedWith = async (
    lines: ReadonlyArray<string>,
    change: Parameters<typeof imports>[1] = {},
  ) => {
    const world = await newWorld()
    await world.run(imports([july]))
    const refusal = await world.refused(imports(lines, change))
    expect(await world.refused(imports(lines, { ...change, dryRun: true }))).toEqual(refusal)
    expect(await listed(world)).toEqual(["2027-07-05 00:00 2027-07-09 23:59 FORMATION"])
    expect(await world.mails()).toEqual([])
    return refusal
  }

  test("every fault is told at its line and column, and nothing is written", async () => {
    const refusal = await refusedWith([
      june,
      `;31/06/2027;8:00;18/06/2027;17:00;`,
      `${shared};18/06/2027;08:00;14/06/2027;17:00;CONGE`,
      `${shared};18/06/2027;08:00;18/06/2027;08:00;CONGE`,
      `${shared};18/06/2027;08:00;18/06/2027;24:00;${"x".repeat(101)}`,
      `${numen};18/06/2027;08:00;18/06/2027;09:00;CONGE`,
    ])
    expect(refusal).toMatchObject({ _tag: "import.faulty", register: "unavailability", count: 9 })
    if (!("faults" in refusal)) throw new Error("no faults")
    expect(refusal.faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, "ID_AGENT", "missing"],
      [3, "DATE_DEBUT", "format"],
      [3, "HEURE_DEBUT", "format"],
      [3, "MOTIF", "missing"],
      [4, "DATE_FIN", "format"],
      [5, "DATE_FIN", "format"],
      [6, "HEURE_FIN", "format"],
      [6, "MOTIF", "format"],
      [7, "ID_AGENT", "format"],
    ])
    expect(refusal.faults[4]).toMatchObject({
      expected: "une fin après le début",
      value: "2027-06-14 17:00",
    })
  })

  test("a NUMEN in the place of an id is refused and not repeated", async () => {
    const refusal = await refusedWith([june.replace(shared, numen)])
    expect(refusal).toMatchObject({ _tag: "import.faulty", count: 1 })
    expect(JSON.stringify(refusal)).not.toContain(numen)
  })

  test("a column that lacks", async () => {
    expect(
      await refusedWith(["p;2027-06-14;2027-06-15"], { header: "ID_AGENT;DATE_DEBUT;DATE_FIN" }),
    ).toMatchObject({
      _tag: "import.faulty",
      faults: [{ line: 1, column: "MOTIF", code: "missing-column" }],
      count: 1,
    })
  })

  test("the file of another kind of source", async () => {
    expect(await refusedWith([june], { source: toulouse, header: periodHeader })).toMatchObject({
      _tag: "import.faulty",
      count: 5,
    })
  })

  test("a period twice", async () => {
    expect(await refusedWith([june, july, june.replace("MALADIE", "MATERNITE")])).toMatchObject({
      _tag: "import.repeated-keys",
      repeated: [{ key: `${shared}/2027-06-14T08:00/2027-06-18T17:00`, lines: [2, 4] }],
    })
  })

  test("an hour left empty is the same period as the hour written", async () => {
    const written = `${shared};05/07/2027;00:00;09/07/2027;23:59;AUTRE`
    expect(await refusedWith([july, written])).toMatchObject({ _tag: "import.repeated-keys" })
  })

  test("no line at all", async () => {
    expect(await refusedWith([])).toEqual({ _tag: "import.empty", register: "unavailability" })
  })

  test("no table", async () => {
    expect(await refusedWith([june, '"never closed'])).toMatchObject({
      _tag: "table.malformed",
      line: 3,
    })
  })

  test("by a school, an agent, a manager or an administrator", async () => {
    for (const capacity of [
      "school-head",
      "centre-head",
      "agent",
      "exam-manager",
      "administrator",
    ] as const) {
      expect(await refusedWith([june], { by: { ...headOf(aspet), capacity } })).toEqual({
        _tag: "actor.not-allowed",
        command: "importUnavailabilities",
        capacity,
      })
    }
  })

  test("IND-09 more than 100,000 lines", { timeout: 60_000 }, async () => {
    expect(sentLinesAtMost).toBe(100_000)
    const world = await newWorld()
    const line = (index: number) => `x-${index};01/07/2027;00:00;05/07/2027;23:59;A`
    const lines = Array.from({ length: sentLinesAtMost + 1 }, (_, index) => line(index))
    expect(await world.refused(imports(lines))).toEqual({
      _tag: "table.malformed",
      line: sentLinesAtMost + 2,
      column: 1,
      reason: "too-many-lines",
    })
  })
})

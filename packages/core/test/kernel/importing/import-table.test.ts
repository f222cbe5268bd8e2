/** The one way in of registers: faults, warnings, removals, trials. */
import { TenantId } from "@convoque/core/kernel/identity"
import {
  type Import,
  type ImportLine,
  ImportRefusal,
  ImportReport,
  importTable,
} from "@convoque/core/kernel/importing"
import { Registers } from "@convoque/core/kernel/ports"
import {
  confidential,
  neededColumn,
  optionalColumn,
  type Register,
} from "@convoque/core/kernel/register"
import { layerRegistersMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"

interface Agent {
  readonly code: string
  readonly secret: string | null
  readonly school: string
  readonly hours: number | null
}

const agents: Register<Agent> = {
  name: "agents",
  columns: {
    code: neededColumn("CODE", Schema.String),
    secret: confidential(optionalColumn("SECRET", Schema.String)),
    school: neededColumn("UAI", Schema.String),
    hours: optionalColumn("HEURES", Schema.FiniteFromString),
  },
  key: ({ code }) => code,
  owner: ({ code }) => code,
  part: ({ school }) => school,
  sort: ({ code }) => code,
  labels: ({ code }) => [code],
  references: [
    { field: "school", register: "schools", keyOf: ({ school }) => school },
    { field: "secret", register: "secrets", keyOf: ({ secret }) => secret },
  ],
}

const tenant = TenantId.make("rennes")
const header = ["CODE", "SECRET", "UAI", "HEURES"]

type Cells = readonly [code: string, secret?: string, school?: string, hours?: string]

const linesOf = (
  rows: ReadonlyArray<Cells>,
  columns: ReadonlyArray<string> = header,
): ReadonlyArray<ImportLine> =>
  rows.map(([code, secret = "", school = "s", hours = ""], index) => ({
    line: index + 2,
    columns,
    values: { CODE: code, SECRET: secret, UAI: school, HEURES: hours },
  }))

const imported = (
  lines: ReadonlyArray<ImportLine>,
  more: Partial<Import<Agent, never, never>> = {},
) =>
  Effect.result(
    importTable({
      tenant,
      register: agents,
      lines: Stream.fromIterable(lines),
      dryRun: false,
      acknowledged: [],
      ...more,
    }),
  )

const held = Registers.use((registers) => Stream.runCollect(registers.all(tenant, agents)))

const run = <A, E>(effect: Effect.Effect<A, E, Registers>): Promise<A> =>
  Effect.runPromise(Effect.provide(effect, layerRegistersMemory))

const many = (count: number): ReadonlyArray<Cells> =>
  Array.from({ length: count }, (_, index): Cells => [`a-${index}`])

describe("a report", () => {
  test("tells what changes, cell by cell, and masks what is confidential", async () => {
    const [first, second] = await run(
      Effect.gen(function* () {
        const one = yield* imported(linesOf([["a", "old", "s", "1"]]))
        const two = yield* imported(linesOf([["a", "new", "s", "1"]]))
        return [one, two]
      }),
    )
    expect(
      Result.map(first ?? Result.fail("none"), ({ written, added }) => [written, added]),
    ).toEqual(Result.succeed([true, 1]))
    expect(second).toEqual(
      Result.succeed({
        register: "agents",
        part: null,
        read: 1,
        kept: 1,
        added: 0,
        changed: 1,
        unchanged: 0,
        removed: 0,
        samples: [
          {
            change: "changed",
            line: 2,
            cells: [
              { column: "CODE", before: "a", after: "a", differs: false },
              { column: "SECRET", before: "•••••", after: "•••••", differs: true },
              { column: "UAI", before: "s", after: "s", differs: false },
              { column: "HEURES", before: "1", after: "1", differs: false },
            ],
          },
        ],
        warnings: [
          { code: "unresolved-reference", line: 2, column: "UAI", value: "s" },
          { code: "unresolved-reference", line: 2, column: "SECRET", value: "•••••" },
        ],
        unresolved: 2,
        written: true,
        rows: 1,
        revision: 2,
      }),
    )
  })

  test("tells unknown columns once, at line 1", async () => {
    const report = await run(imported(linesOf([["a"], ["b"]], [...header, "ÂGE"])))
    const warnings = Result.map(report, (one) => one.warnings[0])
    const expected = { code: "unknown-column", line: 1, column: "ÂGE", value: "" }
    expect(warnings).toEqual(Result.succeed(expected))
  })

  test("a header alone with wrong names is told by its columns, not as an empty file", async () => {
    const about = (columns: ReadonlyArray<string>) => () => ({ columns, isEncodingAssumed: false })
    expect(await run(imported([], { about: about(["CODDE", "UAI"]) }))).toMatchObject({
      failure: {
        _tag: "import.faulty",
        count: 1,
        faults: [{ line: 1, column: "CODE", code: "missing-column" }],
      },
    })
    expect(await run(imported([], { about: about(header) }))).toMatchObject({
      failure: { _tag: "import.empty" },
    })
  })

  test("tells that the encoding was assumed", async () => {
    const about = () => ({ columns: header, isEncodingAssumed: true })
    const report = Result.getOrThrow(await run(imported(linesOf([["a"]]), { about })))
    expect(report.warnings[0]).toEqual({
      code: "encoding-assumed",
      line: 1,
      column: "",
      value: "Windows-1252",
    })
  })

  test("lines of a reader that has no header need none", async () => {
    const lines = linesOf([["a"]]).map(({ line, values }) => ({ line, values }))
    const report = await run(imported(lines))
    expect(Result.map(report, ({ added }) => added)).toEqual(Result.succeed(1))
  })

  test("survives the codec by which it is answered", async () => {
    const { rows, revision, ...report } = Result.getOrThrow(await run(imported(linesOf([["a"]]))))
    expect([rows, revision]).toEqual([1, 1])
    const codec = Schema.toCodecJson(ImportReport)
    expect(Schema.decodeUnknownSync(codec)(Schema.encodeSync(codec)(report))).toEqual(report)
  })
})

describe("a file with faults", () => {
  const refusalOf = async (
    lines: ReadonlyArray<ImportLine>,
    more: Partial<Import<Agent, never, never>> = {},
  ) => {
    const [result, rows] = await run(Effect.all([imported(lines, more), held]))
    expect(rows).toEqual([])
    const refusal = Result.isFailure(result) ? result.failure : undefined
    expect(Schema.is(ImportRefusal)(refusal)).toBe(true)
    return refusal
  }

  test("is refused whole, with the line and column of each", async () => {
    const lines = linesOf([["a"], ["", "", "s", "x"], ["b"], ["c", "", ""]])
    expect(await refusalOf(lines)).toEqual({
      _tag: "import.faulty",
      register: "agents",
      count: 3,
      faults: [
        {
          line: 3,
          column: "CODE",
          code: "missing",
          expected: "un texte du format prévu",
          value: "",
        },
        { line: 3, column: "HEURES", code: "format", expected: "un nombre", value: "x" },
        {
          line: 5,
          column: "UAI",
          code: "missing",
          expected: "un texte du format prévu",
          value: "",
        },
      ],
    })
  })

  test("tells the first 200 faults and counts all", async () => {
    const refusal = await refusalOf(linesOf(many(250).map(([code]): Cells => [code, "", "s", "?"])))
    expect(refusal).toMatchObject({ count: 250 })
    const faults = refusal !== undefined && "faults" in refusal ? refusal.faults : []
    expect(faults.map(({ line }) => line)).toEqual(Array.from({ length: 200 }, (_, at) => at + 2))
  })

  test("without a needed column is told once, at line 1, and not read further", async () => {
    const missing = { code: "missing-column", value: "", line: 1 }
    const columns = ["CODE", "HEURES"]
    const [first, ...rest] = linesOf([["a"], ["b", "", "s", "?"]], columns)
    if (first === undefined) throw new Error("two lines were made")
    const lines = Stream.concat(
      Stream.fromIterable([first]),
      Stream.suspend(() => Stream.concat(Stream.fromIterable(rest), Stream.die("read further"))),
    )
    expect(await refusalOf([], { lines })).toEqual({
      _tag: "import.faulty",
      register: "agents",
      count: 1,
      faults: [{ ...missing, column: "UAI", expected: "UAI" }],
    })
  })

  test("of another part than the one replaced is refused", async () => {
    expect(await refusalOf(linesOf([["a"], ["b", "", "t"]]), { part: "s" })).toMatchObject({
      faults: [{ line: 3, column: null, code: "outside-part", expected: "s", value: "t" }],
    })
  })

  test("without a line is refused", async () => {
    expect(await refusalOf([])).toEqual({ _tag: "import.empty", register: "agents" })
  })

  test("that bears a key twice is refused, even when only tried", async () => {
    const refusal = {
      _tag: "import.repeated-keys",
      register: "agents",
      repeated: [{ key: "a", lines: [2, 4] }],
    }
    const lines = linesOf([["a"], ["b"], ["a"]])
    expect(await refusalOf(lines)).toEqual(refusal)
    expect(await refusalOf(lines, { dryRun: true })).toEqual(refusal)
  })

  test("masks a repeated key that holds what is confidential", async () => {
    const refusal = await refusalOf(linesOf([["x-secret", "secret"], ["x-secret"]]))
    expect(refusal).toMatchObject({ repeated: [{ key: "•••••", lines: [2, 3] }] })
  })

  test("gives the failure of its reader as it is", async () => {
    const lines = Stream.concat(
      Stream.fromIterable(linesOf([["a"]])),
      Stream.fail("broken" as const),
    )
    const reading = importTable({
      tenant,
      register: agents,
      lines,
      dryRun: false,
      acknowledged: [],
    })
    expect(await run(Effect.flip(reading))).toBe("broken")
  })
})

describe("removals", () => {
  const code = "import.removals-to-confirm"
  const after = (before: number, left: number, more: Partial<Import<Agent, never, never>> = {}) =>
    run(
      Effect.gen(function* () {
        yield* imported(linesOf(many(before)))
        const result = yield* imported(linesOf(many(left)), more)
        return { result, rows: (yield* held).length }
      }),
    )

  test("of more than a tenth and more than twenty must be confirmed", async () => {
    const { result, rows } = await after(100, 79)
    const refusal = { _tag: code, register: "agents", removed: 21, kept: 100 }
    expect(result).toEqual(Result.fail(refusal))
    expect(rows).toBe(100)
  })

  test("of twenty, or of a tenth, need not", async () => {
    expect((await after(100, 80)).rows).toBe(80)
    expect((await after(300, 270)).rows).toBe(270)
    expect((await after(300, 269)).rows).toBe(300)
  })

  test("that are acknowledged for this register are made", async () => {
    const other = [{ code, subject: "others" }]
    expect((await after(100, 10, { acknowledged: other })).rows).toBe(100)
    const { result, rows } = await after(100, 10, { acknowledged: [{ code, subject: "agents" }] })
    expect(Result.map(result, ({ removed }) => removed)).toEqual(Result.succeed(90))
    expect(rows).toBe(10)
  })

  test("are told, not refused nor made, by a trial", async () => {
    const { result, rows } = await after(100, 10, { dryRun: true })
    const told = Result.map(result, ({ removed, written }) => ({ removed, written }))
    expect(told).toEqual(Result.succeed({ removed: 90, written: false }))
    expect(rows).toBe(100)
  })
})

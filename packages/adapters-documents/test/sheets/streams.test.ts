import { Archiver, SheetWriter } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { describe, expect, it } from "vitest"
import { layerArchiver, layerSheets } from "../../src/index.ts"
import { EXCEL_LIMITS } from "../../src/sheets/workbook.ts"
import { joined, readSheet, sheetBytes, textColumn } from "../streams.ts"

const layers = Layer.mergeAll(layerSheets, layerArchiver)

const [writer, archiver] = Effect.runSync(
  Effect.provide(Effect.all([SheetWriter, Archiver]), layers),
)

const sheetOf = <E>(rows: Stream.Stream<ReadonlyArray<string>, E>) => ({
  name: "Liste",
  columns: [textColumn()],
  rows,
})

const rows = Stream.range(1, 50_000).pipe(Stream.map((index) => [`n° ${index}`]))

describe("streams of sheets and archives", () => {
  it("end with the failure of their rows or files", async () => {
    const failing = Stream.concat(rows, Stream.fail("lecture impossible"))
    for (const stream of [
      writer.xlsx(sheetOf(failing)),
      writer.csv(sheetOf(failing)),
      archiver.zip(Stream.fail("lecture impossible")),
    ]) {
      expect(await Effect.runPromise(Effect.flip(Stream.runDrain(stream)))).toBe(
        "lecture impossible",
      )
    }
  })

  it("give no byte of a CSV whose first rows cannot be read, the header of one without rows", async () => {
    const pieces: Array<string> = []
    const kept = (stream: Stream.Stream<Uint8Array, string>) =>
      Stream.runForEach(stream, (piece) =>
        Effect.sync(() => pieces.push(Buffer.from(piece).toString())),
      )
    const failing = Stream.fail("lecture impossible")
    await Effect.runPromise(Effect.flip(kept(writer.csv(sheetOf(failing)))))
    expect(pieces).toEqual([])
    await Effect.runPromise(kept(writer.csv(sheetOf(Stream.empty))))
    expect(pieces).toEqual([`\ufeff${textColumn().label}\r\n`])
  })

  it("give the same bytes each time they run", async () => {
    for (const kind of ["xlsx", "csv"] as const) {
      const stream = writer[kind](sheetOf(rows))
      expect(await joined(stream)).toEqual(await joined(stream))
    }
  })

  it("take no more rows than what is read of them needs", async () => {
    for (const kind of ["xlsx", "csv"] as const) {
      let taken = 0
      const counted = Stream.tap(Stream.rechunk(rows, 100), () => Effect.sync(() => taken++))
      await Effect.runPromise(Stream.runDrain(Stream.take(writer[kind](sheetOf(counted)), 3)))
      expect(taken).toBeLessThan(30_000)
    }
  })

  it("keep the order of rows that come one by one or all at once", async () => {
    const texts = Array.from({ length: 2500 }, (_, index) => [`n° ${index}`])
    const oneByOne = await joined(
      writer.xlsx(sheetOf(Stream.rechunk(Stream.fromIterable(texts), 1))),
    )
    const atOnce = await joined(writer.xlsx(sheetOf(Stream.fromArray(texts))))
    expect(oneByOne).toEqual(atOnce)
    expect((await readSheet(atOnce)).getCell("A2501").value).toBe("n° 2499")
  })

  it("die of more columns than Excel has", async () => {
    const columns = Array.from({ length: 16_385 }, () => textColumn(""))
    const exit = await Effect.runPromiseExit(
      Stream.runDrain(writer.xlsx({ name: "", columns, rows: Stream.empty })),
    )
    expect(Exit.hasDies(exit)).toBe(true)
    const last = await readSheet(await sheetBytes("xlsx", { columns: columns.slice(1), rows: [] }))
    expect(last.autoFilter).toBe("A1:XFD1")
  })

  it("keep to the limits of Excel", () => {
    expect(EXCEL_LIMITS.rows).toBe(1_048_576)
    expect(EXCEL_LIMITS.bytes).toBeLessThan(2 ** 32)
  })
})

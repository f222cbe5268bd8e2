/**
 * One tagged PDF/A convocation with two embedded fonts, on one core: the renderer against the hand
 * writer of the same bytes, pdf-lib's usual way and pdfkit tagged, in turns within one process.
 *
 *   node --conditions=@convoque/source packages/adapters-documents/bench/pdf.bench.ts
 */
import * as Result from "effect/Result"
import { renderPdf } from "../src/pdf/render.ts"
import { WIDTHS } from "../src/pdf/fonts/tables.ts"
import { convocation } from "../test/convocation.ts"
import { handWriter } from "./hand.ts"
import { drawnText, pageOf, withoutSpaces } from "./page.ts"

/** A figure; `ratio` is against `reference`. */
export interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference?: string
  readonly ratio?: number
  readonly goal?: string
}

const ROUNDS = 15
const OURS_A_ROUND = 400
const PEERS_A_ROUND = 4
const LATENCY_DOCUMENTS = 5000
const LONG_RUN = 10_000

const documents = Array.from({ length: 100 }, (_, index) =>
  convocation(`Anne-Sophie Lefèvre-${String.fromCharCode(65 + (index % 26))}${index}`),
)

const at = <T>(values: ReadonlyArray<T>, index: number): T => {
  const value = values[index % values.length]
  if (value === undefined) throw new Error("no value")
  return value
}

const ours = (index: number): Uint8Array => Result.getOrThrow(renderPdf(at(documents, index)))

const quantile = (values: ReadonlyArray<number>, share: number): number =>
  at(
    values.toSorted((a, b) => a - b),
    Math.floor(share * (values.length - 1)),
  )

const median = (values: ReadonlyArray<number>): number => quantile(values, 0.5)

/** The constants of the hand writer, taken from a file. */
const handOf = (file: Buffer) => {
  const objects = Array.from({ length: 7 }, (_, index) => {
    const start = file.indexOf(`\n${7 + index} 0 obj\n`, 0, "latin1") + 1
    return file.subarray(start, file.indexOf(`\n${8 + index} 0 obj\n`, 0, "latin1") + 1)
  })
  return handWriter({
    objects,
    packetStart: file.subarray(file.indexOf("<?xpacket begin"), file.indexOf("<dc:title>")),
    regular: Array.from(WIDTHS[0].subarray(0, 256)),
    bold: Array.from(WIDTHS[1].subarray(0, 256)),
  })
}

/** Documents a second of a writer, over so many documents. */
const rate = async (
  count: number,
  write: (index: number) => Uint8Array | Promise<Uint8Array>,
): Promise<number> => {
  const start = performance.now()
  for (let index = 0; index < count; index++) {
    const written = write(index)
    if (written instanceof Promise) await written
  }
  return (count * 1000) / (performance.now() - start)
}

/** Time of each document in milliseconds: by the clock, and of the processor alone. */
const latencies = () => {
  const clock: Array<number> = []
  const processor: Array<number> = []
  for (let index = 0; index < LATENCY_DOCUMENTS; index++) {
    const start = performance.now()
    const usage = process.cpuUsage()
    ours(index)
    const { user, system } = process.cpuUsage(usage)
    clock.push(performance.now() - start)
    processor.push((user + system) / 1000)
  }
  return { clock, processor }
}

const megabytes = (bytes: number): number => bytes / 1_048_576

/** Resident memory after a long run, and how much of it came in the second half. */
const longRun = () => {
  for (let index = 0; index < LONG_RUN / 2; index++) ours(index)
  const half = process.memoryUsage().rss
  for (let index = 0; index < LONG_RUN / 2; index++) ours(index)
  const end = process.memoryUsage().rss
  return { rss: megabytes(end), growth: megabytes(end - half) }
}

const same = (left: string, right: string, what: string): void => {
  if (left !== right) throw new Error(`${what} does not hold the same text`)
}

/** Measures, after having checked that all files hold the same page. */
export const run = async (): Promise<ReadonlyArray<Measure>> => {
  const start = performance.now()
  const file = Buffer.from(ours(0))
  const first = performance.now() - start
  const hand = handOf(file)
  documents.forEach((document, index) => {
    if (!Buffer.from(ours(index)).equals(hand(document))) throw new Error("the hand writer differs")
  })
  const memory = longRun()
  const times = latencies()
  const { byPdfKit, byPdfLib } = await import("./peers.ts")
  const pages = await Promise.all(documents.map((_, index) => pageOf(ours(index))))
  const page = at(pages, 0)
  const text = withoutSpaces(page.texts.map((part) => part.text).join(""))
  same(await drawnText(await byPdfLib(page)), text, "pdf-lib's page")
  same(await drawnText(await byPdfKit(page)), text, "pdfkit's page")
  const rates = { ours: [0], hand: [0], pdfLib: [0], pdfKit: [0] }
  for (const values of Object.values(rates)) values.pop()
  for (let round = -2; round < ROUNDS; round++) {
    const found = {
      hand: await rate(OURS_A_ROUND, (index) => hand(at(documents, index))),
      ours: await rate(OURS_A_ROUND, ours),
      pdfLib: await rate(PEERS_A_ROUND, (index) => byPdfLib(at(pages, index))),
      pdfKit: await rate(PEERS_A_ROUND, (index) => byPdfKit(at(pages, index))),
    }
    if (round < 0) continue
    rates.ours.push(found.ours)
    rates.hand.push(found.hand)
    rates.pdfLib.push(found.pdfLib)
    rates.pdfKit.push(found.pdfKit)
  }
  const against = (values: ReadonlyArray<number>): number =>
    median(rates.ours.map((value, index) => value / at(values, index)))
  const unit = "documents/s"
  return [
    { name: "PDF: renderer", value: median(rates.ours), unit },
    {
      name: "PDF: pdf-lib, embedFont and drawText",
      value: median(rates.pdfLib),
      unit,
      reference: "renderer / this",
      ratio: against(rates.pdfLib),
      goal: ">= 100",
    },
    {
      name: "PDF: pdfkit, tagged PDF/A-1b",
      value: median(rates.pdfKit),
      unit,
      reference: "renderer / this",
      ratio: against(rates.pdfKit),
      goal: ">= 100",
    },
    {
      name: "PDF: hand writer, same bytes",
      value: median(rates.hand),
      unit,
      reference: "renderer / this",
      ratio: against(rates.hand),
      goal: ">= 0.45",
    },
    { name: "PDF: first document after loading", value: first, unit: "ms", goal: "<= 20" },
    { name: "PDF: latency p50, warm", value: quantile(times.clock, 0.5), unit: "ms", goal: "<= 1" },
    {
      name: "PDF: latency p99, warm",
      value: quantile(times.clock, 0.99),
      unit: "ms",
      goal: "<= 5",
    },
    {
      name: "PDF: latency p99, warm, processor time",
      value: quantile(times.processor, 0.99),
      unit: "ms",
      goal: "<= 5",
    },
    { name: "PDF: size of a convocation", value: file.length, unit: "bytes", goal: "<= 40000" },
    { name: "PDF: memory after 10,000", value: memory.rss, unit: "MB" },
    {
      name: "PDF: memory growth, second 5,000",
      value: memory.growth,
      unit: "MB",
      goal: "flat (<= 16)",
    },
  ]
}

if (import.meta.main) console.table(await run())

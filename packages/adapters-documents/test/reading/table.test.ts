/** Tables of other systems, by example. */
import { type TableAbout, TableReader } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import { layerTableReader } from "../../src/index.ts"
import { latin, linesOf, readTable, tableOf, toldOf, utf16, utf8 } from "./tables.ts"

const told = async (text: string | Uint8Array): Promise<string> => toldOf(await readTable(text))

const helene = [{ line: 2, values: { agent: "p-1", nom: "Hélène Œ" } }]

describe("a table", () => {
  test.each<[string, Uint8Array]>([
    ["UTF-8", utf8("agent;nom\np-1;Hélène Œ\n")],
    ["UTF-8 with a byte order mark", utf8("\ufeffagent;nom\r\np-1;Hélène Œ\r\n")],
    ["Windows-1252", latin("agent;nom\r\np-1;H\u00e9l\u00e8ne \u008c\r\n")],
    ["UTF-16 little end first", utf16("agent;nom\r\np-1;Hélène Œ")],
    ["UTF-16 big end first", Buffer.from(utf16("agent;nom\rp-1;Hélène Œ\r")).swap16()],
  ])("CAM-05 is read in %s", async (_, bytes) => {
    expect(await linesOf(bytes)).toEqual(helene)
  })

  test("CAM-05 numbers its lines as a spreadsheet numbers its rows", async () => {
    const text = 'agent;nom\n\n;\n"p-1";"two\nlines"\r\np-2;"b ""c"""\rp-3\n'
    expect(await linesOf(text)).toEqual([
      { line: 4, values: { agent: "p-1", nom: "two\nlines" } },
      { line: 5, values: { agent: "p-2", nom: 'b "c"' } },
      { line: 6, values: { agent: "p-3", nom: "" } },
    ])
  })

  test("CAM-05 drops spaces around names, values and quotes, and empty columns at the end", async () => {
    const text = ' agent ;\u00a0nom;;\n  p-1 ; "H" ;;\n'
    expect(await linesOf(text)).toEqual([{ line: 2, values: { agent: "p-1", nom: "H" } }])
  })

  test("PER-02 drops the apostrophe that our files put before a formula, and no other", async () => {
    const lines = await linesOf("A;B;C;D\r\n'+33 1;'=1+1;'hui;''-\r\n")
    expect(lines).toEqual([{ line: 2, values: { A: "+33 1", B: "=1+1", C: "'hui", D: "''-" } }])
  })

  test("PER-02 is refused where its accents are those of an older encoding", async () => {
    for (const bytes of [
      [0x82], // é of code page 850
      [0x8a, 0x72], // è of it, after a lower-case letter
      [0x8e], // é of Mac OS Roman
    ]) {
      const file = Buffer.concat([latin("agent;nom\r\np-1;Ren"), Buffer.from(bytes)])
      expect(toldOf(await readTable(file))).toBe("2:2 broken-text")
    }
    expect(await linesOf(latin("nom\r\n\u008eIVKOVI\u0106".replace("\u0106", "C")))).toEqual([
      { line: 2, values: { nom: "ŽIVKOVIC" } },
    ])
  })

  test("PER-02 tells its columns, and whether its encoding is assumed, once it is read", async () => {
    const aboutOf = (bytes: Uint8Array) =>
      Effect.runPromise(
        Effect.gen(function* () {
          const told: Array<TableAbout> = []
          const reader = yield* TableReader
          yield* Stream.runDrain(reader.csv(Stream.make(bytes), (about) => told.push(about)))
          return told
        }).pipe(Effect.provide(layerTableReader)),
      )
    const columns = ["agent", "nom"]
    expect(await aboutOf(utf8("agent;nom"))).toEqual([{ columns, isEncodingAssumed: false }])
    expect(await aboutOf(utf8("agent;nom\na;é"))).toEqual([{ columns, isEncodingAssumed: false }])
    expect(await aboutOf(latin("agent;nom\na;é"))).toEqual([{ columns, isEncodingAssumed: true }])
  })

  test("CAM-05 may have one column, or a header alone", async () => {
    expect(await linesOf("agent\np-1")).toEqual([{ line: 2, values: { agent: "p-1" } }])
    expect(await linesOf("agent;nom")).toEqual([])
  })

  test("takes a name for a name, whatever objects make of it", async () => {
    const [first] = await linesOf("__proto__;constructor\na;b")
    expect(Object.entries(first?.values ?? {})).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
    ])
  })

  test.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "1:1 empty-file"],
    ["blank lines", "\r\n \n;;\n", "1:1 empty-file"],
    ["commas", "agent,nom\np-1,H", "1:1 comma-separated"],
    ["quoted commas", '"agent","nom"\n"p-1","H"', "1:1 comma-separated"],
    ["tabs", "agent\tnom\np-1\tH", "1:1 tab-separated"],
    ["tabs of a spreadsheet", utf16("agent\tnom\r\np-1\tH"), "1:1 tab-separated"],
    ["an open quote", 'agent;nom\np-1;"H\n', "2:2 quote-not-closed"],
    ["text after a quote", 'agent;nom\n"p"1;H\n', "2:1 text-after-quote"],
    ["a quote in a cell", 'agent;nom\np-1;a "b"\n', "2:2 quote-inside-cell"],
    ["a NUL", "agent;nom\np-1;a\u0000\n", "2:2 nul-character"],
    ["a NUL in quotes", 'agent;nom\np-1;"a\u0000"\n', "2:2 nul-character"],
    ["a cell of 1 MB", `agent;nom\np-1;${"x".repeat(1_000_000)}\n`, "2:2 cell-too-long"],
    ["a quoted cell of 1 MB", `agent;nom\n"a${"\n".repeat(1_000_000)}x";a`, "2:1 cell-too-long"],
    ["a cell too many", "agent;nom\np-1;H;;x\n", "2:4 too-many-cells"],
    ["a name given twice", "agent;nom;agent \np-1;H;p-2\n", "1:3 header-twice"],
    ["a column without a name", "agent;;nom\np-1;H;a\n", "1:2 header-without-name"],
    ["too many columns", `${"a;".repeat(101)}b\n`, "1:101 too-many-columns"],
    ["a byte that means nothing", latin("agent;nom\np-1;H\u0081"), "2:2 broken-text"],
    [
      "broken UTF-8 after its mark",
      Buffer.concat([utf8("\ufeffagent\n"), latin("\u00e9")]),
      "2:1 broken-text",
    ],
    ["half a character of UTF-16", utf16("agent\n\ud800"), "2:1 broken-text"],
  ])("CAM-05 with %s is told what is wrong", async (_, text, expected) => {
    expect(await told(text)).toBe(expected)
  })

  test("of more than 2,000,000 lines is refused, and read up to there", async () => {
    const lines = 1_000
    const block = utf8("a;b\n".repeat(lines))
    const chunks = function* (count: number) {
      yield utf8("x;y\n")
      for (let at = 0; at < count; at += lines) yield block
    }
    expect(toldOf(await tableOf(chunks(2_001_000)))).toBe("2000002:1 too-many-lines")
    expect(Result.getOrThrow(await tableOf(chunks(300_000)))).toHaveLength(300_000)
  })

  test("gives the names of its columns with each line", async () => {
    const read = Result.getOrThrow(await readTable("agent;nom\np-1;H\np-2"))
    expect(read.map(({ columns }) => columns)).toEqual([
      ["agent", "nom"],
      ["agent", "nom"],
    ])
  })
})

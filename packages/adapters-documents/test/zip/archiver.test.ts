import { unzipSync } from "fflate"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { zipWriter } from "../../src/zip/container.ts"
import { safeName } from "../../src/zip/names.ts"
import { zipBytes } from "../streams.ts"

const file = (fileName: string, text = fileName) => ({ fileName, bytes: Buffer.from(text) })

// Listed as they are met: an object would lose a file named `__proto__`.
const namesOf = async (...names: ReadonlyArray<string>) => {
  const found: Array<string> = []
  const filter = ({ name }: { readonly name: string }): boolean => {
    found.push(name)
    return false
  }
  unzipSync(await zipBytes(names.map((name) => file(name))), { filter })
  return found
}

const signatures = (bytes: Uint8Array, signature: number): number => {
  const wanted = Buffer.alloc(4)
  wanted.writeUInt32LE(signature)
  return Buffer.from(bytes).toString("latin1").split(wanted.toString("latin1")).length - 1
}

describe("archives", () => {
  it("hold the files in their order, stored", async () => {
    const bytes = await zipBytes([file("b.pdf"), file("Łukasz – été.pdf", "corps"), file("a", "")])
    const found = Object.entries(unzipSync(bytes))
    expect(found.map(([name, content]) => [name, Buffer.from(content).toString()])).toEqual([
      ["b.pdf", "b.pdf"],
      ["Łukasz – été.pdf", "corps"],
      ["a", ""],
    ])
    expect(Buffer.from(bytes).includes("corps")).toBe(true)
  })

  it("are the same bytes for the same files", async () => {
    const files = [file("a.pdf"), file("b.pdf")]
    expect(await zipBytes(files)).toEqual(await zipBytes(files))
  })

  it("may be empty", async () => {
    expect(unzipSync(await zipBytes([]))).toEqual({})
  })

  it("give each file a name of its own, whatever the case", async () => {
    expect(await namesOf("a.pdf", "A.pdf", "a.pdf", "a (2).pdf", "a (4).pdf", "a.pdf")).toEqual([
      "a.pdf",
      "A (2).pdf",
      "a (3).pdf",
      "a (2) (2).pdf",
      "a (4).pdf",
      "a (5).pdf",
    ])
    expect(await namesOf("été", "e\u0301te\u0301")).toEqual(["été", "été (2)"])
  })

  it.each([
    ["../../etc/passwd", "-..-etc-passwd"],
    ["C:\\temp\\x.pdf", "C--temp-x.pdf"],
    ["..", "document"],
    ["", "document"],
    ["a\u0000b\u202etxt.exe", "a-b-txt.exe"],
    ["nul.pdf", "nul-.pdf"],
    ["fin. ", "fin"],
    [`${"é".repeat(300)}.pdf`, `${"é".repeat(98)}.pdf`],
  ])("name %j as %j", (name, expected) => {
    expect(safeName(name)).toBe(expected)
  })

  it("hold a file named as the prototype of objects", async () => {
    expect(await namesOf("__proto__", "a")).toEqual(["__proto__", "a"])
  })

  it("hold every file under safe, distinct names, for any names", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary" }), { maxLength: 20 }),
        async (names) => {
          const found = await namesOf(...names)
          expect(found).toHaveLength(names.length)
          expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(names.length)
          for (const name of found) {
            expect(name).not.toMatch(/[/\\\u0000]|^\.|^$/u)
            expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
          }
        },
      ),
    )
  })
})

describe("ZIP64", () => {
  it("is written for 65,535 files and more only", async () => {
    const many = Array.from({ length: 65_536 }, (_, index) => file(String(index), ""))
    const bytes = await zipBytes(many)
    expect(Object.keys(unzipSync(bytes))).toHaveLength(65_536)
    expect(signatures(bytes.subarray(-200), 0x06064b50)).toBe(1)
    expect(signatures(await zipBytes(many.slice(0, 65_534)), 0x06064b50)).toBe(0)
  })

  it("is written for what stands beyond 4 GiB", () => {
    const far = zipWriter(2 ** 32 + 5)
    far.stored("a", Buffer.from("x"))
    const end = Buffer.from(far.end())
    const extra = end.indexOf(Buffer.from([1, 0, 8, 0]))
    expect(end.readUInt32LE(42)).toBe(0xffffffff)
    expect(end.readBigUInt64LE(extra + 4)).toBe(2n ** 32n + 5n)
    const record = end.indexOf(Buffer.from("PK\u0006\u0006", "latin1"))
    expect(end.readBigUInt64LE(record + 48)).toBe(2n ** 32n + 5n + 32n)
  })
})

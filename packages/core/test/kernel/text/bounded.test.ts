import { boundedText, multiLine, singleLine } from "@convoque/core/kernel/text"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const reader = (schema: Schema.Codec<string>) =>
  Schema.decodeUnknownResult(schema, { errors: "all" })
const line = reader(singleLine(10))
const lines = reader(multiLine(10))

const controls = [
  "\u0000",
  "\u0007",
  "\u000B",
  "\u001B",
  "\r",
  "\u007F",
  "\u0085",
  "\u009F",
  "\u061C",
  "\u200E",
  "\u2028",
  "\u2029",
  "\u202A",
  "\u202E",
  "\u2066",
  "\u2069",
  "\uD800",
]

describe("bounded texts", () => {
  it("keep the text as it was written, spaces included", () => {
    expect(line(" Lycée A ")).toEqual(Result.succeed(" Lycée A "))
    expect(reader(boundedText({ max: 3 }))("")).toEqual(Result.succeed(""))
    expect(reader(boundedText({ max: 3 }))("  ")).toEqual(Result.succeed("  "))
  })

  it("count code points, not code units", () => {
    expect(Result.isSuccess(line("𝒳".repeat(10)))).toBe(true)
    expect(Result.isFailure(line("𝒳".repeat(11)))).toBe(true)
    expect(Result.isFailure(reader(boundedText({ min: 3, max: 5 }))("ab"))).toBe(true)
  })

  it("refuse an empty text and a text of spaces", () => {
    for (const text of ["", "   ", "\u00A0"]) expect(Result.isFailure(line(text))).toBe(true)
    expect(Result.isFailure(lines("\n\n"))).toBe(true)
  })

  it.each(controls)("refuse the control character %j everywhere", (control) => {
    expect(Result.isFailure(line(`a${control}b`))).toBe(true)
    expect(Result.isFailure(lines(`a${control}b`))).toBe(true)
  })

  it("allow line feeds and tabs in several lines only", () => {
    expect(lines("a\n\tb")).toEqual(Result.succeed("a\n\tb"))
    expect(Result.isFailure(line("a\nb"))).toBe(true)
    expect(Result.isFailure(line("a\tb"))).toBe(true)
  })

  it("normalise what is read, require what is made", () => {
    expect(line("e\u0301te\u0301")).toEqual(Result.succeed("été"))
    expect(() => singleLine(10).make("e\u0301")).toThrow()
    expect(singleLine(10).make("été")).toBe("été")
  })

  it("read any text back as they wrote it", () => {
    const schema = multiLine(40)
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }), (text) => {
        const read = reader(schema)(text)
        if (Result.isFailure(read)) return
        const written = Schema.encodeSync(schema)(read.success)
        expect(reader(schema)(written)).toEqual(read)
        expect(read.success).toBe(text.normalize("NFC"))
      }),
    )
  })

  it("show their bounds in an API document", () => {
    const document = JSON.stringify(Schema.toJsonSchemaDocument(singleLine(200)))
    expect(document).toContain(`"maxLength":200`)
    expect(document).toContain(`"minLength":1`)
    expect(document).toContain(`"pattern"`)
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { breakLines, widthOf } from "../../../src/pdf/fonts/lines.ts"
import { WIDTHS } from "../../../src/pdf/fonts/tables.ts"

const texts = fc
  .array(fc.constantFrom(..."abcWi .-/’(12\u{a0}éŁЖ"), { maxLength: 120 })
  .map((characters) => characters.join(""))
const limits = fc.integer({ min: 1100, max: 20_000 })

describe("line breaking, for any text", () => {
  it("loses and adds nothing", () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        expect(breakLines(text, WIDTHS[0], limit).join("")).toBe(text)
      }),
    )
  })

  it("gives lines that fit", () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        for (const line of breakLines(text, WIDTHS[0], limit)) {
          expect(widthOf(line, WIDTHS[0])).toBeLessThanOrEqual(limit)
        }
      }),
    )
  })

  it("gives no empty line and breaks no line that would fit", () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        const lines = breakLines(text, WIDTHS[0], limit)
        if (text !== "") expect(lines).not.toContain("")
        if (widthOf(text, WIDTHS[0]) <= limit) expect(lines).toEqual([text])
      }),
    )
  })
})

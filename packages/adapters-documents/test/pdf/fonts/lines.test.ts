import { describe, expect, it } from "vitest"
import { breakLines, widthOf } from "../../../src/pdf/fonts/lines.ts"

/** Every character one unit wide: a limit counts characters. */
const WIDTHS = new Uint16Array(0x300).fill(1)

const lines = (text: string, limit: number) => breakLines(text, WIDTHS, limit)

describe("line breaking", () => {
  it("breaks at spaces and keeps them at the end of the line", () => {
    expect(lines("un deux trois", 7)).toEqual(["un deux ", "trois"])
  })

  it("breaks after a hyphen or a slash between letters, not before two letters or digits", () => {
    expect(lines("Saint-Roch", 7)).toEqual(["Saint-", "Roch"])
    expect(lines("oral/écrit", 7)).toEqual(["oral/", "écrit"])
    expect(lines("chez IA-IPR", 8)).toEqual(["chez ", "IA-IPR"])
    expect(lines("nous 2026-2027", 10)).toEqual(["nous ", "2026-2027"])
    expect(lines("date 01/02/2027", 10)).toEqual(["date ", "01/02/2027"])
  })

  it("never breaks at a no-break space or a no-break hyphen", () => {
    expect(lines("il est 10\u{a0}h", 9)).toEqual(["il est ", "10\u{a0}h"])
    expect(lines("mot vous\u{ad}même", 9)).toEqual(["mot ", "vous\u{ad}même"])
  })

  it("ends a line at a line feed", () => {
    expect(lines("a\nbc\n\nd", 9)).toEqual(["a ", "bc ", " ", "d"])
  })

  it("cuts a word that is longer than the line", () => {
    expect(lines("abcdefgh ij", 3)).toEqual(["abc", "def", "gh ", "ij"])
    expect(lines("abc", 0.5)).toEqual(["a", "b", "c"])
  })

  it("gives one empty line for an empty text", () => {
    expect(lines("", 5)).toEqual([""])
  })

  it("measures without trailing spaces", () => {
    expect(widthOf("ab cd  ", WIDTHS)).toBe(5)
  })
})

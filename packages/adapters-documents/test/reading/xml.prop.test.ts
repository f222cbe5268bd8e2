/** XML, fuzzed: cut anywhere it says the same, and no bytes break the reader. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { cutAt, latin, utf16, utf8 } from "./tables.ts"
import { toldOfXml, xmlOfPieces } from "./xml.ts"

const fragment = fc.constantFrom(
  "<a>",
  "</a>",
  "<b c='1' d=\"é\n&amp;\"/>",
  "<b\r\n>",
  "</b>",
  "<!-- no -->",
  "<![CDATA[ <é> ]]>",
  "<?p q?>",
  "text",
  " ",
  "\r\n",
  "\r",
  "é€",
  "\u{1f600}",
  "&lt;",
  "&#233;",
  "&no;",
  "<",
  "]]>",
  "\u0000",
  "<!DOCTYPE a>",
)

const inside = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(""))
const text = fc.oneof(
  inside,
  inside.map((some) => `<a>${some}</a>`),
  inside.map((some) => `<?xml version="1.0" encoding="utf-8"?>\r\n<r>${some}</r>`),
)

const bytes = fc.oneof(
  text.map(utf8),
  text.map((some) => utf8(`\ufeff${some}`)),
  text.map(utf16),
  text.map((some) => new Uint8Array(Buffer.from(utf16(some)).swap16())),
  text.map((some) => latin(`<?xml version="1.0" encoding="ISO-8859-15"?>${some}`)),
  text.map(latin),
  fc.uint8Array({ maxLength: 40 }),
)

describe("XML files", () => {
  test("say the same wherever their bytes are cut", () => {
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(), { maxLength: 8 }), (file, places) => {
        const whole = toldOfXml(xmlOfPieces([file]))
        expect(toldOfXml(xmlOfPieces(cutAt(file, places)))).toBe(whole)
        expect(toldOfXml(xmlOfPieces([...file].map((byte) => Uint8Array.of(byte))))).toBe(whole)
      }),
      { numRuns: 4000 },
    )
  })

  const spaces = (count: number): string => " ".repeat(count)
  test.each<[string, string, string]>([
    ["inside a tag", "<r><text\r\n<!DOCTYPE a></r>", "2:1 not-well-formed"],
    ["after an attribute", "<r b='1' <!DOCTYPE a></r>", "1:10 not-well-formed"],
    ["inside an element", "<r>\n<!DOCTYPE a></r>", "2:1 doctype"],
    ["in small letters", "<!doctype a><r/>", "1:9 not-well-formed"],
    ["broken off in its name", "<!DOCTYP", "1:8 not-well-formed"],
    ["whose name ends at the limit", `${spaces(99_991)}<!DOCTYPE a><r/>`, "1:99992 doctype"],
    ["whose name passes the limit", `${spaces(99_992)}<!DOCTYPE a><r/>`, "1:99993 text-too-long"],
    ["at the limit of an element", `<r>${spaces(99_992)}<!DOCTYPE a></r>`, "1:99996 text-too-long"],
  ])("with a document type %s say the same, whole and cut", (_, text, expected) => {
    const file = utf8(text)
    expect(toldOfXml(xmlOfPieces([file]))).toBe(expected)
    expect(toldOfXml(xmlOfPieces([...file].map((byte) => Uint8Array.of(byte))))).toBe(expected)
  })

  test("near the limits say the same wherever their bytes are cut", () => {
    const length = fc.constantFrom(1, 9_999, 10_001, 99_980, 100_001, 130_000)
    const long = fc
      .tuple(fc.constantFrom("x", " ", "&gt;", "\r\n", "é"), length)
      .map(([some, count]) => some.repeat(Math.ceil(count / some.length)))
    const form = fc.constantFrom<(some: string) => string>(
      (some) => `<a>${some}</a>`,
      (some) => `<a b='${some}'/>`,
      (some) => `<a><!--${some}--></a>`,
      (some) => `<a><${some}></a>`,
      (some) => `<!DOCTYPE ${some}><a/>`,
      (some) => `<a>&${some};</a>`,
      (some) => `<a ${some} b="1"/>`,
    )
    fc.assert(
      fc.property(long, form, fc.array(fc.nat(), { maxLength: 5 }), (some, made, places) => {
        const file = utf8(made(some))
        expect(toldOfXml(xmlOfPieces(cutAt(file, places)))).toBe(toldOfXml(xmlOfPieces([file])))
      }),
      { numRuns: 100 },
    )
  })
})

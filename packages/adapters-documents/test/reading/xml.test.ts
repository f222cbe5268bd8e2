/** XML of other systems, by example, and files meant to do harm. */
import { describe, expect, test } from "vitest"
import { latin, utf16, utf8 } from "./tables.ts"
import { toldOfXml, toldXml, xmlOf } from "./xml.ts"

const entities = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
    "\n",
  )

const nested = (depth: number): string => `${"<a>".repeat(depth)}${"</a>".repeat(depth)}`

const attributes = (count: number): string =>
  Array.from({ length: count }, (_, n) => `a${n}="1"`).join(" ")

describe("an XML file", () => {
  test("is read part by part, each with its place", async () => {
    const text =
      '<?xml version="1.0"?>\r\n<edt a="1"\n  b=\'&lt;\'>\r\n  <nom\n> Hélène &amp; &#x152; </nom>\n\n<vide/>&gt;</edt>\n'
    expect(await toldXml(text)).toBe(
      '2:1<edt,a=1,b=<> 4:3<nom> 5:3"Hélène & Œ" /nom 7:1<vide> /vide 7:8">" /edt',
    )
  })

  test("has whole texts, whatever stands inside them, and no empty ones", async () => {
    const text = "<a>\n one<!-- no -->two<![CDATA[ <3 ]]><?php no ?>\n<b> </b>after<!-- x --></a>"
    expect(await toldXml(text)).toBe('1:1<a> 2:2"onetwo <3" 3:1<b> /b 3:9"after" /a')
  })

  test("keeps names as they are, whatever objects make of them", async () => {
    expect(await toldXml('<x:constructor __proto__="a" toString="b"/>')).toBe(
      "1:1<x:constructor,__proto__=a,toString=b> /x:constructor",
    )
  })

  const declared = (encoding: string): string =>
    `<?xml version='1.0' encoding='${encoding}'?><a>é</a>`
  test.each<[string, Uint8Array, string]>([
    ["UTF-8", utf8(declared("UTF-8")), "é"],
    ["UTF-8 unsaid", utf8("<a>é€</a>"), "é€"],
    ["UTF-8 by another name", utf8(declared("utf8")), "é"],
    ["UTF-8 announced as ASCII", utf8(declared("US-ASCII")), "é"],
    ["UTF-8 by its mark", utf8("\ufeff<a>é</a>"), "é"],
    ["ISO-8859-1", latin(declared("iso-8859-1")), "é"],
    ["ISO-8859-15", latin(declared("ISO-8859-15").replace("é", "\u00a4\u00bd")), "€œ"],
    ["Windows-1252", latin(declared("windows-1252").replace("é", "\u009c\u0080")), "œ€"],
    ["UTF-16", utf16(declared("UTF-16")), "é"],
    ["UTF-16 big end first", Buffer.from(utf16("<a>é</a>")).swap16(), "é"],
  ])("is read in %s", async (_, bytes, expected) => {
    expect(await toldXml(bytes)).toContain(`"${expected}" /a`)
  })

  test.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "1:1 empty-file"],
    ["spaces", " \n ", "1:1 empty-file"],
    ["another encoding", declared("koi8-r"), "1:1 unknown-encoding"],
    ["an encoding that objects know", declared("constructor"), "1:1 unknown-encoding"],
    ["UTF-16 without its mark", Buffer.from("<a/>", "utf16le"), "1:1 unknown-encoding"],
    ["Windows-1252 unsaid", latin("<a>\n \u00e9</a>"), "2:2 broken-text"],
    ["a character cut at its end", utf8("<a>é").subarray(0, 4), "1:4 broken-text"],
    [
      "a control character of ISO",
      latin(declared("iso-8859-1").replace("é", "\u009c")),
      "1:47 broken-text",
    ],
    ["a NUL", "<a>\u0000</a>", "1:4 not-well-formed"],
    ["no element", "\n text", "2:2 not-well-formed"],
    ["an element left open", "<a>\n<b></b>", "2:7 not-well-formed"],
    ["elements that cross", "<a><b></a></b>", "1:10 not-well-formed"],
    ["an attribute given twice", '<a b="1" b="2"/>', "1:16 not-well-formed"],
    ["two roots", "<a/><b/>", "1:7 not-well-formed"],
    ["a lone quote", '<a b="1', "1:7 not-well-formed"],
    ["an entity of HTML", "<a>\n&nbsp;</a>", "2:6 unknown-entity"],
    ["an entity that objects know", "<a>&constructor;</a>", "1:16 unknown-entity"],
    ["a character that is none", "<a>&#0;</a>", "1:7 not-well-formed"],
  ])("with %s is told what is wrong", async (_, text, expected) => {
    expect(await toldXml(text)).toBe(expected)
  })

  test.each<[string, string, string]>([
    ["a document type", "<!DOCTYPE edt><edt/>", "1:1 doctype"],
    [
      "a billion laughs",
      `<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY l0 "lol">${entities(9)}]>\n<l>&l9;</l>`,
      "2:1 doctype",
    ],
    [
      "a quadratic blow-up",
      `<!DOCTYPE l [<!ENTITY a "${"x".repeat(90_000)}">]><l>${"&a;".repeat(9_000)}</l>`,
      "1:1 doctype",
    ],
    [
      "a larger one",
      `<!DOCTYPE l [<!ENTITY a "${"x".repeat(900_000)}">]><l>&a;</l>`,
      "1:1 doctype",
    ],
    [
      "an external entity",
      '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>',
      "1:1 doctype",
    ],
    [
      "an external document type",
      '<!DOCTYPE l SYSTEM "http://127.0.0.1/l.dtd"><l/>',
      "1:1 doctype",
    ],
    [
      "a parameter entity",
      '<!DOCTYPE l [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]><l/>',
      "1:1 doctype",
    ],
    ["a document type left open", "<!DOCTYPE l [<!ENTITY", "1:1 doctype"],
    ["65 elements within one another", nested(65), "1:193 too-deep"],
    ["a million elements within one another", nested(1_000_000), "1:193 too-deep"],
    ["51 attributes", `<a>\n<b ${attributes(51)}/></a>`, "2:1 too-many-attributes"],
    ["a long text", `<a>\n ${"x".repeat(10_001)}</a>`, "2:2 text-too-long"],
    ["a long text in pieces", `<a>${"<![CDATA[x]]>".repeat(10_001)}</a>`, "1:4 text-too-long"],
    ["a long value", `<a  b="${"x".repeat(10_001)}"/>`, "1:5 text-too-long"],
    ["a long name", `<${"x".repeat(10_001)}/>`, "1:1 text-too-long"],
    ["a very long name", `<a><${"x".repeat(200_000)}`, "1:4 text-too-long"],
    ["a very long comment", `<a><!--${"x".repeat(100_001)}--></a>`, "1:4 text-too-long"],
    ["a very long entity", `<a>&${"x".repeat(200_000)};</a>`, "1:4 text-too-long"],
  ])("with %s is refused", async (_, text, expected) => {
    expect(await toldXml(text)).toBe(expected)
  })

  test("takes as many elements, attributes and characters as the limits say", async () => {
    const long = "&#x152;".repeat(10_000)
    const text = `<a>${nested(63)}<b ${attributes(50)} /><c d='${long}'>  ${long}  </c></a>`
    expect(await toldXml(text)).toMatch(/Œ" \/c \/a$/u)
  })

  test("with an attribute of 100 MB is refused before it has come", async () => {
    let given = 0
    const chunks = function* () {
      yield utf8('<a>\n<b c="')
      const chunk = utf8("x".repeat(65_536))
      for (given = 0; given < 100_000_000; given += chunk.length) yield chunk
    }
    expect(toldOfXml(await xmlOf(chunks()))).toBe("2:4 text-too-long")
    expect(given).toBeLessThan(1_000_000)
  })
})

import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { renderPdf, unprintableCharacters } from "../../src/index.ts"
import { elements, readFile } from "../reader.ts"
import { bytesOf, letter } from "../render.ts"

const NAMES = [
  "Anne-Sophie Lefèvre",
  "Françoise Œuvrard d’Haÿ",
  "Łukasz Żółciński",
  "Gülşen Şahin",
  "Ștefan Țepeș",
  "Đorđe Živković",
  "Āwhina Ngāti Kōrero",
  "Māʻohi Teriʻi",
  "Nguyễn Thị Hằng",
  "Ẁilfrid Ŵynn",
  "Αλέξης Παπαδόπουλος",
  "Ἀχιλλεύς Ὀδυσσεύς",
  "Дмитрий Ёлкин",
  "Їжак Ґонта",
  "Zoë ẞauer-Ňemec",
]

const paragraphs = (texts: ReadonlyArray<string>) =>
  letter(texts.map((text) => ({ _tag: "paragraph", text })))

const readParagraphs = async (texts: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const { tree } = await readFile(bytesOf(paragraphs(texts)))
  return elements(tree, "P")
    .slice(1)
    .map(({ text }) => text)
}

describe("the text of a document", () => {
  it("prints Latin, Greek, Cyrillic and Polynesian names as they are", async () => {
    expect(await readParagraphs(NAMES)).toEqual(NAMES)
  })

  it("prints the same names in bold", async () => {
    const blocks = NAMES.map((text) => ({ _tag: "paragraph", text, strong: true }) as const)
    const { tree } = await readFile(bytesOf(letter(blocks)))
    expect(
      elements(tree, "P")
        .slice(1)
        .map(({ text }) => text),
    ).toEqual(NAMES)
  })

  it("prints every character of Windows-1252", async () => {
    const codes = Uint8Array.from({ length: 224 }, (_, index) => index + 32)
    const all = Array.from(new TextDecoder("windows-1252").decode(codes)).filter(
      (character) => !/[\p{Cc}\u{ad}\s]/u.test(character),
    )
    expect(all).toHaveLength(215)
    expect(await readParagraphs([all.join("")])).toEqual([all.join("")])
  })

  it("composes combining sequences before it prints them", async () => {
    expect(await readParagraphs(["Zoe\u{301} Me\u{301}tais, Nguye\u{302}\u{303}n"])).toEqual([
      "Zoé Métais, Nguyễn",
    ])
  })

  it("embeds a script's font only where a character needs it", async () => {
    const plain = Buffer.from(bytesOf(paragraphs(["Œuvre à 10 € – « oui »"]))).toString("latin1")
    expect(plain).not.toContain("/Type0")
    const polish = Buffer.from(bytesOf(paragraphs(["Łukasz"]))).toString("latin1")
    expect(polish.match(/\/Subtype\/Type0/g)).toHaveLength(1)
  })

  it("prints typographic spaces, keeps no-break ones, drops what is invisible", async () => {
    expect(
      await readParagraphs(["Oui\u{202f}! Non\u{a0}? a\u{2009}b co\u{ad}opé\u{200b}rer\tfin"]),
    ).toEqual(["Oui\u{a0}! Non\u{a0}? a b coopérer fin"])
  })

  it("escapes what would end a PDF string", async () => {
    const text = String.raw`a (b) \c\ )d( \n`
    expect(await readParagraphs([text])).toEqual([text])
  })

  it("breaks a word that is longer than the line and loses none of it", async () => {
    const word = "anticonstitutionnellement".repeat(20)
    const { pieces, tree } = await readFile(bytesOf(paragraphs([word])))
    expect(elements(tree, "P")[1]?.text).toBe(word)
    expect(pieces.filter(({ text }) => text === word)).toHaveLength(1)
  })

  it("refuses emoji, CJK, Arabic and control characters, naming each once", () => {
    const document = paragraphs(["Bonjour 👋 漢字 漢", "سلام", "a\u{7}b", "Łukasz"])
    const characters = ["👋", "漢", "字", "س", "ل", "ا", "م", "\u{7}"]
    expect(unprintableCharacters(document)).toEqual(characters)
    expect(renderPdf(document)).toEqual(Result.fail({ _tag: "unprintable-characters", characters }))
  })

  it("looks for unprintable characters in every text", () => {
    const document = letter([], {
      title: "一",
      letterhead: ["二"],
      addressee: ["三"],
      runningHead: "四",
      edition: "五",
      pageLabel: "六",
    })
    expect(unprintableCharacters(document)).toEqual(["一", "二", "三", "四", "五", "六"])
  })
})

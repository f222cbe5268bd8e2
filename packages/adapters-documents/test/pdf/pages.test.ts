import type { Block } from "@convoque/core/kernel/document"
import { describe, expect, it } from "vitest"
import { convocation } from "../convocation.ts"
import { elements, readFile } from "../reader.ts"
import { bytesOf, letter, tableOf } from "../render.ts"

const paragraph = (text: string): Block => ({ _tag: "paragraph", text })
const lines = (count: number): ReadonlyArray<Block> =>
  Array.from({ length: count }, (_, index) => paragraph(`Ligne ${index}`))
const signature: Block = {
  _tag: "signature",
  place: "Fait à Papeete",
  lines: ["Pour le vice-recteur", "Hina Teriʻi"],
}

const heading: Block = { _tag: "heading", text: "Suite" }

type Tree = Awaited<ReturnType<typeof readFile>>["tree"]

/** The page on which an element begins. */
const firstPage = (node: Tree | undefined): number | undefined =>
  node?.pages[0] ?? (node?.children[0] === undefined ? undefined : firstPage(node.children[0]))

/** The elements from the first heading on. */
const fromHeading = ({ children }: Tree): ReadonlyArray<Tree> =>
  children.slice(children.findIndex(({ tag }) => tag === "H2"))

const BOTTOM = 50
const TOP = 800

describe("the pages of a document", () => {
  it("holds a convocation of three appointments on one page", async () => {
    const { pages } = await readFile(bytesOf(convocation("Zoé Çelik")))
    expect(pages).toHaveLength(1)
  })

  it("prints running head, edition and page number over total on each page", async () => {
    const document = letter(lines(120), { runningHead: "Collège — UAI 9840002A" })
    const { pages, pieces } = await readFile(bytesOf(document))
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((_, index) => {
      const furniture = pieces.filter(({ page, tag }) => page === index && tag === "Artifact")
      expect(furniture.map(({ text }) => text)).toEqual([
        "Collège — UAI 9840002A",
        `Édité le 1er décembre 2026Page ${index + 1} sur ${pages.length}`,
      ])
    })
  })

  it("keeps all text between the running head and the footer, going down", async () => {
    const blocks = [...lines(30), tableOf(90), signature]
    const { pages, pieces } = await readFile(bytesOf(letter(blocks)))
    pages.forEach((_, index) => {
      const heights = pieces
        .filter(({ page, tag, y }) => page === index && tag === "P" && y !== undefined)
        .map(({ y }) => y ?? 0)
      expect(Math.max(...heights, BOTTOM)).toBeLessThan(TOP)
      expect(Math.min(...heights, TOP)).toBeGreaterThan(BOTTOM)
      expect(heights).toEqual(heights.toSorted((a, b) => b - a))
    })
  })

  it("keeps all that lies on its side within the lying page, running head and foot included", async () => {
    const others = { orientation: "landscape", runningHead: "Collège" } as const
    const blocks = [...lines(30), tableOf(90), signature]
    const { pages, pieces } = await readFile(bytesOf(letter(blocks, others)))
    const upright = await readFile(bytesOf(letter(blocks, { runningHead: "Collège" })))
    expect(pages.length).toBeGreaterThan(upright.pages.length)
    pages.forEach((_, index) => {
      const here = pieces.filter(({ page }) => page === index)
      const heights = here.flatMap(({ y }) => y ?? [])
      expect(Math.max(...heights)).toBeLessThan(595 - 30)
      expect(Math.min(...heights)).toBeGreaterThan(30)
      const furniture = here.filter(({ tag, text }) => tag === "Artifact" && text.includes("Page"))
      expect(furniture.map(({ text }) => text)).toEqual([
        `Édité le 1er décembre 2026Page ${index + 1} sur ${pages.length}`,
      ])
    })
  })

  it("prints all 300 rows of a table, none split over two pages", async () => {
    const filler = "libellé assez long pour tenir sur plusieurs lignes "
    const table = {
      ...tableOf(0),
      rows: Array.from({ length: 300 }, (_, index) => [
        `n° ${index}`,
        filler.repeat(index % 7),
        "1",
      ]),
    }
    const document = letter([table])
    const { tree, pages } = await readFile(bytesOf(document))
    const rows = elements(tree, "TR").slice(1)
    expect(rows).toHaveLength(300)
    expect(pages.length).toBeGreaterThan(8)
    rows.forEach((row, index) => {
      expect(row.children[0]?.text).toBe(`n° ${index}`)
      expect(new Set(row.children.flatMap((cell) => cell.pages)).size).toBe(1)
    })
  })

  it("splits a row only when it is taller than a page", async () => {
    const tall = Array.from({ length: 150 }, (_, index) => `ligne${index}`).join("\n")
    const table = {
      ...tableOf(0),
      rows: [
        ["a", "b", "c"],
        ["d", tall, "f"],
      ],
    }
    const { tree, pages } = await readFile(bytesOf(letter([table])))
    const cell = elements(tree, "TR")[2]?.children[1]
    expect(cell?.pages).toEqual(pages.map((_, index) => index))
    expect(cell?.text.trim().split(/\s+/)).toEqual(tall.split("\n"))
  })

  it("prints the head of a table without rows", async () => {
    const { tree } = await readFile(bytesOf(letter([tableOf(0)])))
    expect(elements(tree, "TR").map((row) => row.children.map(({ text }) => text))).toEqual([
      ["Rang", "Libellé", "Montant"],
    ])
  })

  it("loses no cell of a row that is longer than its head", async () => {
    const table = { ...tableOf(0), rows: [["a", "b", "c", "d"]] }
    const { tree } = await readFile(bytesOf(letter([table])))
    expect(elements(tree, "TR")[1]?.children.map(({ text }) => text)).toEqual(["a", "b", "c d"])
  })

  it("keeps caption, head and first row of a table together, wherever it begins", async () => {
    for (let before = 20; before < 40; before++) {
      const { tree } = await readFile(bytesOf(letter([...lines(before), tableOf(3)])))
      const [table] = elements(tree, "Table")
      const opening = table?.children.slice(0, 3) ?? []
      const pages = opening
        .flatMap((part) => [part, ...part.children])
        .flatMap(({ pages: on }) => on)
      expect(new Set(pages).size).toBe(1)
    }
  })

  it("keeps a heading with what follows it, wherever it stands", async () => {
    const followers: ReadonlyArray<Block> = [
      paragraph("mot ".repeat(60)),
      tableOf(3),
      { _tag: "notice", title: "Avis", lines: ["Une ligne"] },
      { _tag: "bullets", items: ["un", "deux"] },
    ]
    for (const follower of followers) {
      for (let before = 24; before < 36; before++) {
        const { tree } = await readFile(bytesOf(letter([...lines(before), heading, follower])))
        const [title, next] = fromHeading(tree)
        expect(firstPage(next)).toBe(firstPage(title))
      }
    }
  })

  it("keeps a heading with the beginning of the block after it, whatever it is", async () => {
    const followers: ReadonlyArray<Block> = [
      paragraph("un\ndeux\ntrois"),
      { _tag: "fields", rows: [{ label: "Motif", value: "un\ndeux\ntrois\nquatre" }] },
      { _tag: "bullets", items: ["un\ndeux\ntrois\nquatre", "cinq"] },
      signature,
    ]
    for (const follower of followers) {
      for (let before = 24; before < 36; before++) {
        const { tree } = await readFile(bytesOf(letter([...lines(before), heading, follower])))
        const [title, next] = fromHeading(tree)
        expect(firstPage(next)).toBe(firstPage(title))
      }
    }
  })

  it("keeps a heading and a short block with the next block, wherever they stand", async () => {
    const shorts: ReadonlyArray<Block> = [
      paragraph("Une phrase courte."),
      { _tag: "fields", rows: [{ label: "Avis", value: "favorable" }] },
      { _tag: "bullets", items: ["un seul point"] },
    ]
    const followers: ReadonlyArray<Block> = [
      signature,
      tableOf(3),
      { _tag: "notice", title: "Avis", lines: ["un", "deux", "trois"] },
      paragraph("un\ndeux\ntrois"),
    ]
    for (const short of shorts) {
      for (const follower of followers) {
        for (let before = 20; before < 36; before++) {
          const blocks = [...lines(before), heading, short, follower]
          const { tree } = await readFile(bytesOf(letter(blocks)))
          const pages = fromHeading(tree).slice(0, 3).map(firstPage)
          expect(new Set(pages).size).toBe(1)
        }
      }
    }
  })

  it("keeps two headings together with what follows the second", async () => {
    for (let before = 20; before < 36; before++) {
      const blocks = [...lines(before), heading, heading, tableOf(2)]
      const { tree } = await readFile(bytesOf(letter(blocks)))
      expect(new Set(fromHeading(tree).map(firstPage)).size).toBe(1)
    }
  })

  it("leaves a heading where it is when nothing but a page of its own would help", async () => {
    const tall: Block = { ...tableOf(0), rows: [["a", "ligne\n".repeat(80), "c"]] }
    const blocks = [...lines(20), heading, paragraph("Une phrase."), tall]
    const { tree } = await readFile(bytesOf(letter(blocks)))
    expect(firstPage(fromHeading(tree)[0])).toBe(0)
  })

  it("prints a run of headings that is longer than a page", async () => {
    const many = Array.from({ length: 100 }, () => heading)
    const { tree, pages } = await readFile(bytesOf(letter([...many, tableOf(1)])))
    expect(elements(tree, "H2")).toHaveLength(100)
    expect(pages).toHaveLength(5)
  })

  it("keeps the signature block together and never alone, wherever it comes", async () => {
    for (let before = 20; before < 40; before++) {
      const blocks = [...lines(before), paragraph("Formule de politesse"), signature]
      const { tree } = await readFile(bytesOf(letter(blocks)))
      const block = tree.children.at(-1)
      const pages = block?.children.flatMap((part) => part.pages)
      expect(new Set(pages).size).toBe(1)
      expect(tree.children.at(-2)?.pages).toEqual([pages?.[0]])
    }
  })

  it("breaks the name that signs by its bold width", async () => {
    // It has the room of one line, but not in bold.
    const long = "Anne-Sophie d'Hauteville, par délégation donnée"
    const heightAfter = async (name: string): Promise<number> => {
      const blocks = [{ ...signature, lines: ["Rectrice", name] }, paragraph("Suite")]
      const { pieces } = await readFile(bytesOf(letter(blocks)))
      return pieces.find(({ text }) => text === "Suite")?.y ?? 0
    }
    expect((await heightAfter("Zoé Çelik")) - (await heightAfter(long))).toBeCloseTo(13, 3)
  })

  it("keeps a notice whole unless it is taller than a page", async () => {
    for (let before = 20; before < 36; before++) {
      const notice: Block = { _tag: "notice", title: "Avis", lines: ["un", "deux", "trois"] }
      const { tree } = await readFile(bytesOf(letter([...lines(before), notice])))
      const pages = elements(tree, "Div")[0]?.children.flatMap((part) => part.pages)
      expect(new Set(pages).size).toBe(1)
    }
    const tall: Block = {
      _tag: "notice",
      title: "Avis",
      lines: Array.from({ length: 150 }, (_, index) => `Ligne ${index}`),
    }
    const { tree, pages } = await readFile(bytesOf(letter([tall])))
    expect(pages).toHaveLength(3)
    const texts = elements(tree, "Div")[0]?.children.map(({ text }) => text)
    expect(texts).toEqual(["Avis", ...tall.lines])
  })

  it("leaves no single line of a paragraph on either side of a page's end", async () => {
    const text = Array.from({ length: 5 }, (_, index) => `ligne${index}`).join("\n")
    for (let before = 24; before < 36; before++) {
      const { pieces } = await readFile(bytesOf(letter([...lines(before), paragraph(text)])))
      const parts = pieces.filter((piece) => piece.tag === "P" && piece.text.includes("ligne"))
      for (const part of parts) expect(part.text.trim().split(" ").length).toBeGreaterThan(1)
      expect(
        parts
          .map((part) => part.text)
          .join("")
          .trim()
          .split(" "),
      ).toHaveLength(5)
    }
  })

  it("goes to a new page at a page break, and only once at the top of a page", async () => {
    const breakPage: Block = { _tag: "page-break" }
    const { tree } = await readFile(
      bytesOf(letter([paragraph("a"), breakPage, breakPage, paragraph("b")])),
    )
    expect(tree.children.slice(-2).map(({ pages }) => pages)).toEqual([[0], [1]])
  })

  it("prints a document that has nothing but its foot", async () => {
    const { pages, pieces } = await readFile(bytesOf(letter([], { title: "", letterhead: [] })))
    expect(pages).toHaveLength(1)
    expect(pieces.map(({ tag }) => tag)).toEqual(["Artifact"])
  })
})

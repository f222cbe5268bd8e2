import { PDFArray, PDFDict, PDFName, PDFNumber } from "pdf-lib"
import { describe, expect, it } from "vitest"
import { convocation } from "../convocation.ts"
import { elements, entry, readFile, textOf } from "../reader.ts"
import { bytesOf, letter, tableOf } from "../render.ts"

const long = letter([{ _tag: "heading", text: "Liste" }, tableOf(120)])

describe("the structure of a document", () => {
  it.each([
    ["a convocation", convocation("Zoé Çelik")],
    ["a list on several pages", long],
  ])("marks all content of %s, each piece owned by one element", async (_, document) => {
    const { catalog, pages, pieces } = await readFile(bytesOf(document))
    const root = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict)
    const numbers = root
      .lookup(PDFName.of("ParentTree"), PDFDict)
      .lookup(PDFName.of("Nums"), PDFArray)
    expect(numbers.size()).toBe(2 * pages.length)
    pages.forEach((page, index) => {
      const ids = pieces.filter((piece) => piece.page === index && piece.id !== undefined)
      expect(ids.map(({ id }) => id)).toEqual(ids.map((__, position) => position))
      expect(numbers.lookup(2 * index, PDFNumber).asNumber()).toBe(index)
      const owners = numbers.lookup(2 * index + 1, PDFArray)
      expect(owners.size()).toBe(ids.length)
      ids.forEach(({ tag }, position) => {
        const owner = owners.lookup(position, PDFDict)
        expect(owner.lookup(PDFName.of("S"), PDFName).decodeText()).toBe(tag)
      })
      expect(page.lookup(PDFName.of("StructParents"), PDFNumber).asNumber()).toBe(index)
      expect(page.lookup(PDFName.of("Tabs"), PDFName).decodeText()).toBe("S")
    })
  })

  it("reads each marked content exactly once, in the order of the document", async () => {
    const { pieces, tree } = await readFile(bytesOf(convocation("Zoé Çelik")))
    const texts: Array<string> = []
    const visit = (node: typeof tree): void => {
      if (node.text !== "") texts.push(node.text)
      node.children.forEach(visit)
    }
    visit(tree)
    const marked = pieces.filter(({ id }) => id !== undefined).map(({ text }) => text)
    expect(texts.join("|")).toBe([marked[0]! + marked[1]!, ...marked.slice(2)].join("|"))
  })

  it("declares language, tagging and the title as the window's name", async () => {
    const { catalog } = await readFile(bytesOf(convocation("Zoé Çelik")))
    expect(textOf(entry(catalog, "Lang"))).toBe("fr-FR")
    expect(String(entry(catalog, "MarkInfo"))).toContain("/Marked true")
    expect(String(entry(catalog, "ViewerPreferences"))).toContain("/DisplayDocTitle true")
  })

  it("gives each kind of block its element", async () => {
    const { tree } = await readFile(bytesOf(convocation("Zoé Çelik")))
    expect(tree.tag).toBe("Document")
    expect(tree.children.map(({ tag }) => tag)).toEqual([
      "P",
      "P",
      "H1",
      "L",
      "P",
      "P",
      "Table",
      "Div",
      "H2",
      "L",
      "P",
      "Div",
    ])
    const [fields, bullets] = elements(tree, "L")
    expect(fields?.children[1]?.children.map(({ tag, text }) => [tag, text])).toEqual([
      ["Lbl", "Corps"],
      ["LBody", "Professeurs certifiés"],
    ])
    expect(bullets?.children[0]?.children[0]).toMatchObject({ tag: "Lbl", text: "•" })
  })

  it("scopes the head cells of a table by column, the first cells of its rows by row", async () => {
    const { tree } = await readFile(bytesOf(letter([tableOf(2)])))
    const [table] = elements(tree, "Table")
    expect(table?.children.map(({ tag }) => tag)).toEqual(["Caption", "TR", "TR", "TR"])
    const cells = table?.children.slice(1).map((row) => row.children.map((cell) => cell.scope))
    expect(cells).toEqual([
      ["Column", "Column", "Column"],
      ["Row", undefined, undefined],
      ["Row", undefined, undefined],
    ])
  })

  it("keeps the repeated head of a table out of the structure", async () => {
    const { tree, pages, pieces } = await readFile(bytesOf(long))
    expect(pages.length).toBeGreaterThan(2)
    expect(elements(tree, "TH").filter(({ text }) => text === "Libellé")).toHaveLength(1)
    const repeated = pieces.filter(({ tag, text }) => tag === "Artifact" && text === "Libellé")
    expect(repeated.map(({ page }) => page)).toEqual(pages.slice(1).map((_, index) => index + 1))
  })

  it("leaves an empty cell without content", async () => {
    const table = { ...tableOf(0), rows: [["a", "", "c"]] }
    const { tree } = await readFile(bytesOf(letter([table])))
    const row = elements(tree, "TR")[1]
    expect(row?.children.map(({ text, pages }) => [text, pages.length])).toEqual([
      ["a", 1],
      ["", 0],
      ["c", 1],
    ])
  })
})

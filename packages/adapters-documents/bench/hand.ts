/**
 * The ceiling: one convocation written by hand, string after string, with the same bytes as the
 * renderer's. It knows this letter only (one page, WinAnsi text, its blocks in their order): no
 * flow, no page turn, no structure besides text, no object of any library.
 */
import type { Block, DocumentContent } from "@convoque/core/kernel/document"
import { hash } from "node:crypto"
import { deflateSync } from "node:zlib"

type Widths = ReadonlyArray<number>

/** What is constant from one letter to the next, cut out of a file of the renderer. */
export interface Constants {
  /** Objects 7 to 13 (colour profile and fonts), each with its `obj` and `endobj`. */
  readonly objects: ReadonlyArray<Uint8Array>
  readonly packetStart: Buffer
  readonly regular: Widths
  readonly bold: Widths
}

const L = 62
const R = 533.28
const W = R - L
const C = 312

const fix = (value: number): string => {
  const h = Math.round(value * 100)
  const r = h % 100
  return r < 10 ? `${(h - r) / 100}.0${r}` : `${(h - r) / 100}.${r}`
}

const code = (text: string): string =>
  text
    .replaceAll("’", "\x92")
    .replaceAll("—", "\x97")
    .replaceAll("–", "\x96")
    .replaceAll("œ", "\x9c")
    .replaceAll("•", "\x95")
    .replaceAll("(", "\\(")
    .replaceAll(")", "\\)")

const measure = (text: string, widths: Widths): number => {
  let width = 0
  for (let at = 0; at < text.length; at++) width += widths[text.charCodeAt(at)] ?? 0
  return width
}

const wrap = (text: string, widths: Widths, limit: number): Array<string> => {
  const lines: Array<string> = []
  let start = 0
  let cut = 0
  let width = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    width += widths[c] ?? 0
    if (c === 32) {
      cut = at + 1
      before = width
    } else if (width > limit) {
      lines.push(text.slice(start, cut))
      start = cut
      width -= before
      before = 0
    }
    if (c === 45 && at - cut >= 3) {
      const next = text.charCodeAt(at + 1)
      if ((next < 48 || next > 57) && next !== 45 && next !== 47) {
        cut = at + 1
        before = width
      }
    }
  }
  lines.push(text.slice(start))
  return lines
}

const xml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

const hexadecimal = (text: string): string =>
  `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`

/** A block of the letter, which the hand writer knows to be there. */
const only = <Tag extends Block["_tag"]>(
  blocks: ReadonlyArray<Block>,
  index: number,
  tag: Tag,
): Extract<Block, { readonly _tag: Tag }> => {
  const block = blocks[index]
  if (block?._tag !== tag) throw new Error(`block ${index} is not a ${tag}`)
  return block as Extract<Block, { readonly _tag: Tag }>
}

/** A writer of that letter. */
export const handWriter = ({ objects, packetStart, regular, bold }: Constants) => {
  return (d: DocumentContent): Uint8Array => {
    let page = ""
    let mcid = 0
    let number = 16
    let owners = ""
    let tree = ""
    let kids = ""
    const show = (tag: string, font: string, x: number, y: number, lines: Array<string>) => {
      page += `/${tag}<</MCID ${mcid++}>>BDC\n${font === "L" ? "0.33 g\n" : ""}BT\n`
      page += font === "L" ? "/F1 10 Tf " : font
      page += `${fix(x)} ${fix(y)} Td\n`
      if (lines.length > 1) {
        page += font.endsWith("9 Tf ")
          ? "12 TL\n"
          : font.endsWith("9.5 Tf ")
            ? "12.5 TL\n"
            : "13 TL\n"
      }
      page += `(${lines[0]})Tj\n`
      for (let i = 1; i < lines.length; i++) page += `(${lines[i]})'\n`
      page += font === "L" ? "ET\n0 g\nEMC\n" : "ET\nEMC\n"
    }
    const element = (tag: string, parent: number, own: string, extra = ""): number => {
      number++
      tree += `${number} 0 obj\n<</S/${tag}/P ${parent} 0 R/Pg 15 0 R${extra}/K[${own}]>>\nendobj\n\n`
      owners += `${number} 0 R `
      return number
    }
    const leaf = (tag: string, font: string, x: number, y: number, lines: Array<string>) => {
      kids += `${number + 1} 0 R `
      show(tag, font, x, y, lines)
      element(tag, 14, `${mcid - 1} `)
    }
    const B = (size: number, leading: number) => (leading - size) / 2 + 0.82 * size
    const body = "/F1 10 Tf "
    const strong = "/F2 10 Tf "
    // letterhead, addressee, title
    const head = d.letterhead.map(code)
    let y = 781.89
    show("P", "/F2 9.5 Tf ", L, y - B(9.5, 12.5), [`${head[0]} `])
    y -= 12.5
    const rest = head.slice(1)
    show(
      "P",
      "/F1 9.5 Tf ",
      L,
      y - B(9.5, 12.5),
      rest.map((line, i) => (i < rest.length - 1 ? `${line} ` : line)),
    )
    y -= rest.length * 12.5
    kids += `${number + 1} 0 R `
    element("P", 14, "0 1 ")
    owners += `${number} 0 R `
    const to = (d.addressee ?? []).map(code)
    leaf(
      "P",
      body,
      C,
      711.89 - B(10, 13),
      to.map((line, i) => (i < to.length - 1 ? `${line} ` : line)),
    )
    y = Math.min(y, 711.89 - to.length * 13) - 24
    leaf("H1", "/F2 15 Tf ", L, y - B(15, 19), [code(d.title)])
    y -= 19 + 6
    // fields
    const list = (
      items: ReadonlyArray<readonly [string, string]>,
      style: string,
      at: readonly [number, number, number],
      kind: string,
    ) => {
      y -= 8
      const listNumber = ++number
      kids += `${listNumber} 0 R `
      let inner = ""
      let listKids = ""
      for (const [label, value] of items) {
        const item = ++number
        listKids += `${item} 0 R `
        const lines = wrap(value, regular, at[2] * 100)
        show("Lbl", style, at[0], y - 0.5 - B(10, 13), [label])
        show("LBody", body, at[1], y - 0.5 - B(10, 13), lines)
        inner += `${item} 0 obj\n<</S/LI/P ${listNumber} 0 R/K[${item + 1} 0 R ${item + 2} 0 R ]>>\nendobj\n\n`
        inner += `${item + 1} 0 obj\n<</S/Lbl/P ${item} 0 R/Pg 15 0 R/K[${mcid - 2} ]>>\nendobj\n\n`
        inner += `${item + 2} 0 obj\n<</S/LBody/P ${item} 0 R/Pg 15 0 R/K[${mcid - 1} ]>>\nendobj\n\n`
        owners += `${item + 1} 0 R ${item + 2} 0 R `
        number += 2
        y -= lines.length * 13 + 1
      }
      tree += `${listNumber} 0 obj\n<</S/L/P 14 0 R/A<</O/List/ListNumbering/${kind}>>/K[${listKids}]>>\nendobj\n\n${inner}`
    }
    const fields = only(d.blocks, 0, "fields").rows.map(
      ({ label, value }) => [code(label), code(value)] as const,
    )
    let widest = 0
    for (const [label] of fields) widest = Math.max(widest, measure(label, regular) / 100)
    list(fields, "L", [L, L + widest + 0.01 + 14, W - widest - 14.01], "None")
    // paragraphs
    const paragraph = (index: number) => {
      y -= 8
      const lines = wrap(code(only(d.blocks, index, "paragraph").text), regular, W * 100)
      leaf("P", body, L, y - B(10, 13), lines)
      y -= lines.length * 13
    }
    paragraph(1)
    paragraph(2)
    // table
    const table = only(d.blocks, 3, "table")
    y -= 8
    const tableNumber = ++number
    kids += `${tableNumber} 0 R `
    let inner = ""
    let tableKids = `${number + 1} 0 R `
    show("Caption", "/F2 9.5 Tf ", L, y - B(9.5, 13), [code(table.caption)])
    inner += `${++number} 0 obj\n<</S/Caption/P ${tableNumber} 0 R/Pg 15 0 R/K[${mcid - 1} ]>>\nendobj\n\n`
    owners += `${number} 0 R `
    y -= 13 + 4
    let total = 0
    for (const { width } of table.columns) total += width
    const row = (texts: ReadonlyArray<string>, isHead: boolean) => {
      const rowNumber = ++number
      tableKids += `${rowNumber} 0 R `
      let cells = ""
      let rowKids = ""
      let most = 1
      let text = ""
      const lines = texts.map((value, i) => {
        const strongCell = isHead || i === 0
        const width = ((table.columns[i]?.width ?? 0) / total) * W - 10
        const broken = wrap(code(value), strongCell ? bold : regular, (width * 1000) / 9)
        most = Math.max(most, broken.length)
        return broken
      })
      const height = most * 12 + 8
      page += isHead
        ? `/Artifact BMC\n0.94 g ${fix(L)} ${fix(y - height)} ${fix(W)} ${fix(height)} re f\n0 g\n${fix(L)} ${fix(y - height)} ${fix(W)} 0.90 re f\nEMC\n`
        : `/Artifact BMC\n0.6 g ${fix(L)} ${fix(y - height)} ${fix(W)} 0.50 re f\n0 g\nEMC\n`
      let x = L
      lines.forEach((broken, i) => {
        const tag = isHead || i === 0 ? "TH" : "TD"
        show(tag, tag === "TH" ? "/F2 9 Tf " : "/F1 9 Tf ", x + 5, y - 4 - B(9, 12), broken)
        x += ((table.columns[i]?.width ?? 0) / total) * W
        number++
        rowKids += `${number} 0 R `
        owners += `${number} 0 R `
        const scope = tag === "TD" ? "" : `/A<</O/Table/Scope/${isHead ? "Column" : "Row"}>>`
        cells += `${number} 0 obj\n<</S/${tag}/P ${rowNumber} 0 R/Pg 15 0 R${scope}/K[${mcid - 1} ]>>\nendobj\n\n`
      })
      y -= height
      text = `${rowNumber} 0 obj\n<</S/TR/P ${tableNumber} 0 R/K[${rowKids}]>>\nendobj\n\n${cells}`
      inner += text
    }
    row(
      table.columns.map(({ label }) => label),
      true,
    )
    for (const texts of table.rows) row(texts, false)
    tree += `${tableNumber} 0 obj\n<</S/Table/P 14 0 R/K[${tableKids}]>>\nendobj\n\n${inner}`
    // notice
    const notice = only(d.blocks, 4, "notice")
    y -= 8
    const noticeLines = notice.lines.map((line) => wrap(code(line), regular, (W - 21) * 100))
    const tall = (1 + noticeLines.reduce((sum, { length }) => sum + length, 0)) * 13 + 18
    page += `/Artifact BMC\n0.94 g ${fix(L)} ${fix(y - tall)} ${fix(W)} ${fix(tall)} re f\n0 g\n${fix(L)} ${fix(y - tall)} 3.00 ${fix(tall)} re f\nEMC\n`
    y -= 9
    const div = (first: () => void) => {
      const divNumber = ++number
      kids += `${divNumber} 0 R `
      const outer = tree
      tree = ""
      const start = number
      divParent = divNumber
      first()
      let divKids = ""
      for (let n = start + 1; n <= number; n++) divKids += `${n} 0 R `
      tree = `${outer}${divNumber} 0 obj\n<</S/Div/P 14 0 R/K[${divKids}]>>\nendobj\n\n${tree}`
    }
    let divParent = 0
    const inDiv = (font: string, x: number, lines: Array<string>) => {
      show("P", font, x, y - B(10, 13), lines)
      element("P", divParent, `${mcid - 1} `)
      y -= lines.length * 13
    }
    div(() => {
      inDiv(strong, L + 12, [code(notice.title)])
      for (const lines of noticeLines) inDiv(body, L + 12, lines)
    })
    y -= 9
    // heading, bullets, closing
    y -= 14
    leaf("H2", "/F2 11.5 Tf ", L, y - B(11.5, 15), [code(only(d.blocks, 5, "heading").text)])
    y -= 15
    const bullets = only(d.blocks, 6, "bullets").items.map((item) => ["\x95", code(item)] as const)
    list(bullets, body, [L + 6, L + 20, W - 24], "Disc")
    paragraph(7)
    // signature
    const signature = only(d.blocks, 8, "signature")
    y -= 16
    div(() => {
      inDiv(body, C, [code(signature.place)])
      y -= 8
      signature.lines.forEach((line, i) => {
        if (i === signature.lines.length - 1) {
          y -= 30
          inDiv(strong, C, [code(line)])
        } else inDiv(body, C, [code(line)])
      })
    })
    // furniture
    const small = (x: number, at: number, line: string) => {
      page += `0.33 g\nBT\n/F1 8 Tf ${fix(x)} ${fix(at)} Td\n(${line})Tj\nET\n0 g\n`
    }
    const running = code(d.runningHead ?? "")
    const label = code(d.pageLabel.replace("{page}", "1").replace("{pages}", "1"))
    page += "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n"
    small(R - (measure(running, regular) * 8) / 1000, 805.89, running)
    page += "EMC\n/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n"
    page += `0.6 g ${fix(L)} 46.00 ${fix(W)} 0.50 re f\n0 g\n`
    small(L, 33, code(d.edition))
    small(R - (measure(label, regular) * 8) / 1000, 33, label)
    page += "EMC\n"
    // file
    const bytes = Buffer.from(page, "latin1")
    const content = deflateSync(bytes, { level: 1 })
    const alternative = (text: string) =>
      `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`
    const metadata = Buffer.concat([
      packetStart,
      Buffer.from(
        `<dc:title>${alternative(d.title)}</dc:title><dc:creator><rdf:Seq><rdf:li>${xml(d.author)}</rdf:li></rdf:Seq></dc:creator>` +
          `<dc:description>${alternative(d.subject ?? "")}</dc:description><dc:language><rdf:Bag><rdf:li>${xml(d.language)}</rdf:li></rdf:Bag></dc:language>` +
          '</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>',
        "utf8",
      ),
    ])
    const id = hash("sha256", Buffer.concat([metadata, bytes]), "hex").slice(0, 32)
    const offsets: Array<number> = []
    const parts: Array<string | Uint8Array> = []
    let offset = 0
    const add = (part: string | Uint8Array) => {
      parts.push(part)
      offset += part.length
    }
    const object = (part: string | Uint8Array) => {
      offsets.push(offset)
      add(part)
    }
    add("%PDF-1.4\n%\x81\x81\x81\x81\n\n")
    object(
      `1 0 obj\n<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>/Lang (${d.language})/ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile 7 0 R>>]>>\nendobj\n\n`,
    )
    object(
      "2 0 obj\n<</Type/Pages/Count 1/Kids[15 0 R]/MediaBox[0 0 595.28 841.89]/Resources<</Font<</F1 8 0 R/F2 11 0 R>>>>>>\nendobj\n\n",
    )
    object(
      `3 0 obj\n<</Title ${hexadecimal(d.title)}/Author ${hexadecimal(d.author)}/Subject ${hexadecimal(d.subject ?? "")}/Producer(Convoque)>>\nendobj\n\n`,
    )
    object(`4 0 obj\n<</Type/Metadata/Subtype/XML/Length ${metadata.length}>>\nstream\n`)
    add(metadata)
    add("\nendstream\nendobj\n\n")
    object(
      "5 0 obj\n<</Type/StructTreeRoot/K[14 0 R]/ParentTree 6 0 R/ParentTreeNextKey 1>>\nendobj\n\n",
    )
    object(`6 0 obj\n<</Nums[0[${owners}]\n]>>\nendobj\n\n`)
    for (const constant of objects) object(constant)
    object(`14 0 obj\n<</S/Document/P 5 0 R/K[${kids}]>>\nendobj\n\n`)
    object(
      "15 0 obj\n<</Type/Page/Parent 2 0 R/Contents 16 0 R/StructParents 0/Tabs/S>>\nendobj\n\n",
    )
    object(`16 0 obj\n<</Filter/FlateDecode/Length ${content.length}>>\nstream\n`)
    add(content)
    add("\nendstream\nendobj\n\n")
    for (let at = 0; at < tree.length;) {
      offsets.push(offset + at)
      at = tree.indexOf("endobj\n\n", at) + 8
    }
    add(tree)
    let table0 = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`
    for (const at of offsets) table0 += `${String(10_000_000_000 + at).slice(1)} 00000 n \n`
    const crossReferences = offset
    add(
      `${table0}trailer\n<<\n/Size ${offsets.length + 1}\n/Root 1 0 R\n/Info 3 0 R\n/ID [<${id}><${id}>]\n>>\nstartxref\n${crossReferences}\n%%EOF`,
    )
    const file = Buffer.allocUnsafe(offset)
    let end = 0
    for (const part of parts) {
      if (typeof part === "string") end += file.write(part, end, "latin1")
      else {
        file.set(part, end)
        end += part.length
      }
    }
    return file
  }
}

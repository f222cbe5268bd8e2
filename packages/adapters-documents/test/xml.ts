/** A strict reader of XML for tests: refuses what is not well formed, keeps every text. */

/** An element: its name, its attributes, what it holds. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Array<XmlElement | string>
}

const NAME = "[A-Za-z_][\\w.:-]*"
const TOKEN = new RegExp(
  `<\\?[^?]*\\?>|<(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|</(${NAME})\\s*>|([^<]+)`,
  "uy",
)
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' }

const unescaped = (text: string): string => {
  if (/&(?!(?:amp|lt|gt|quot);)/u.test(text)) throw new Error(`unknown entity in ${text}`)
  return text.replace(/&(\w+);/gu, (_, name: string) => ENTITIES[name] ?? "")
}

const attributesOf = (text: string): Readonly<Record<string, string>> => {
  const pairs = [...text.matchAll(new RegExp(`(${NAME})="([^"]*)"`, "gu"))]
  const names = pairs.map(([, name = ""]) => name)
  if (new Set(names).size < names.length) throw new Error(`attribute given twice: ${text}`)
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, unescaped(value)]))
}

/** Reads the root element of a document. */
export const readXml = (source: string): XmlElement => {
  if (FORBIDDEN.test(source)) throw new Error("a character that XML 1.0 forbids")
  const document: XmlElement = { name: "", attributes: {}, children: [] }
  const open = [document]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(source)
    if (match === null) throw new Error(`not well formed at ${at}: ${source.slice(at, at + 60)}`)
    const [, name, attributes = "", empty, end, text] = match
    const parent = open.at(-1) ?? document
    if (name !== undefined) {
      const element: XmlElement = { name, attributes: attributesOf(attributes), children: [] }
      parent.children.push(element)
      if (empty === "") open.push(element)
    } else if (end !== undefined) {
      if (open.pop()?.name !== end) throw new Error(`${end} ends what it did not begin`)
    } else if (text !== undefined && (open.length > 1 || text.trim() !== "")) {
      parent.children.push(unescaped(text))
    }
  }
  const [root, ...others] = document.children
  if (open.length > 1 || typeof root !== "object" || others.length > 0)
    throw new Error("no one root")
  return root
}

/** All elements in the order of the document. */
export const elementsOf = (element: XmlElement): ReadonlyArray<XmlElement> => [
  element,
  ...element.children.flatMap((child) => (typeof child === "string" ? [] : elementsOf(child))),
]

/** All text of an element. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("")

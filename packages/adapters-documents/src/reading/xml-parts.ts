/**
 * The parts of an XML file (éléments et textes), by saxes in its strict mode. The parser knows the
 * five entities of XML and no others; what it says is held to the limits of `xmlLimits`.
 */
import type { XmlFault, XmlMalformed, XmlPart } from "@convoque/core/kernel/ports"
import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from "saxes"
import { xmlLimits } from "./limits.ts"
import { makePlaces, type Place, type Places } from "./places.ts"

/** What was found: the parts in order, and the first thing wrong. */
export interface Found {
  readonly parts: Array<XmlPart>
  fault: XmlMalformed | undefined
}

/** Parses the texts of one file in turn. */
export interface XmlParser {
  readonly write: (text: string) => Found
  readonly end: () => Found
  /** Tells that the text breaks off after what was written. */
  readonly breakOff: () => XmlMalformed
}

/** The only entities: those of a plain object would have its `constructor` among them. */
const entities: Readonly<Record<string, string>> = Object.assign(
  Object.create(null) as Record<string, string>,
  { amp: "&", lt: "<", gt: ">", apos: "'", quot: '"' },
)

interface State {
  readonly saxes: SaxesParser
  readonly places: Places
  found: Found
  depth: number
  attributes: number
  /** How much was written; between two writes the parser does not know where it is. */
  written: number
  isWriting: boolean
  /** Where the last tag, attribute, comment ended. */
  last: number
  opened: Place
  /** The text that is not yet whole. */
  text: string
  textPlace: Place | undefined
}

/** Makes the parser of one file. */
export const makeXmlParser = (): XmlParser => {
  const saxes = new SaxesParser({ xmlns: false, defaultXMLVersion: "1.0", forceXMLVersion: true })
  saxes.ENTITIES = { ...entities }
  Object.setPrototypeOf(saxes.ENTITIES, null)
  const state: State = {
    saxes,
    places: makePlaces(),
    found: { parts: [], fault: undefined },
    depth: 0,
    attributes: 0,
    written: 0,
    isWriting: true,
    last: 0,
    opened: { line: 1, column: 1 },
    text: "",
    textPlace: undefined,
  }
  listen(state)
  return {
    write: (text) => {
      state.places.add(text)
      state.written += text.length
      saxes.write(text)
      state.isWriting = false
      checkLength(state)
      // Lets go of what is read.
      state.places.at(state.last)
      state.isWriting = true
      return foundIn(state)
    },
    end: () => {
      saxes.close()
      return foundIn(state)
    },
    breakOff: () => malformed("broken-text", breakingPlace(saxes)),
  }
}

const foundIn = (state: State): Found => {
  const { found } = state
  state.found = { parts: [], fault: found.fault }
  return found
}

const breakingPlace = ({ line, column }: SaxesParser): Place => ({ line, column: column + 1 })

const malformed = (reason: XmlFault, { line, column }: Place): XmlMalformed => ({
  _tag: "xml.malformed",
  line,
  column,
  reason,
})

const listen = (state: State): void => {
  const { saxes } = state
  saxes.on("error", ({ message }) => failed(state, message))
  saxes.on("xmldecl", () => passed(state))
  saxes.on("doctype", () => {
    checkLength(state)
    refuse(state, "doctype", pendingPlace(state))
  })
  saxes.on("opentagstart", ({ name }) => beginElement(state, name))
  saxes.on("attribute", (attribute) => checkAttribute(state, attribute))
  saxes.on("opentag", (tag) => openElement(state, tag))
  saxes.on("closetag", ({ name }) => closeElement(state, name))
  saxes.on("text", (text) => addText(state, text))
  saxes.on("cdata", (text) => {
    addText(state, text)
    passed(state)
  })
  saxes.on("comment", () => {
    passed(state)
    // Told before the sign that closes it.
    state.last += 1
  })
  saxes.on("processinginstruction", () => passed(state))
}

// Only the first thing wrong is told, and no part after it.
const refuse = (state: State, reason: XmlFault, place: Place): void => {
  state.found.fault ??= malformed(reason, place)
}

const positionOf = ({ saxes, written, isWriting }: State): number =>
  isWriting ? saxes.position : written

/** Where what is being read began, spaces left out; what follows it says nothing of it. */
const pendingBegin = (state: State): number => {
  const { places, last } = state
  const begin = places.visibleFrom(last)
  return begin < Math.min(positionOf(state), last + xmlLimits.writtenCharacters) ? begin : last
}

const pendingPlace = (state: State): Place => state.places.at(pendingBegin(state))

const doctype = "<!DOCTYPE"

/**
 * Tells whether what is being read is a document type: `<!DOCTYPE`, in capitals, read to its end
 * within the limit. A `<` where none may stand, as inside a tag, is wrong before its name is read;
 * what the same piece happens to hold after it must not count.
 */
const isDoctype = (state: State, begin: number): boolean =>
  state.places.startsWith(doctype, begin) &&
  begin + doctype.length <= Math.min(positionOf(state), state.last + xmlLimits.writtenCharacters)

const checkLength = (state: State): void => {
  const { places, last, found } = state
  if (found.fault !== undefined || positionOf(state) - last <= xmlLimits.writtenCharacters) return
  const begin = pendingBegin(state)
  refuse(state, isDoctype(state, begin) ? "doctype" : "text-too-long", places.at(begin))
}

const passed = (state: State): void => {
  checkLength(state)
  state.last = state.saxes.position
}

const failed = (state: State, message: string): void => {
  if (state.found.fault !== undefined) return
  checkLength(state)
  const { saxes, places } = state
  const begin = pendingBegin(state)
  if (begin < positionOf(state)) {
    if (isDoctype(state, begin)) return refuse(state, "doctype", places.at(begin))
    // The parser tells of a text outside the root at the end of what it was given.
    const isOutside = state.depth === 0 && !places.startsWith("<", begin)
    if (isOutside) return refuse(state, "not-well-formed", places.at(begin))
  }
  const reason = message.endsWith("undefined entity.") ? "unknown-entity" : "not-well-formed"
  return refuse(state, reason, { line: saxes.line, column: Math.max(saxes.column, 1) })
}

const beginElement = (state: State, name: string): void => {
  if (state.found.fault !== undefined) return
  checkLength(state)
  finishText(state)
  const { places, saxes } = state
  state.opened = places.at(places.tagBefore(saxes.position - 1))
  state.depth += 1
  state.attributes = 0
  if (state.depth > xmlLimits.depth) refuse(state, "too-deep", state.opened)
  if (name.length > xmlLimits.textCharacters) refuse(state, "text-too-long", state.opened)
  passed(state)
}

const checkAttribute = (state: State, { name, value }: SaxesAttributePlain): void => {
  if (state.found.fault !== undefined) return
  checkLength(state)
  state.attributes += 1
  if (state.attributes > xmlLimits.attributes) refuse(state, "too-many-attributes", state.opened)
  if (Math.max(name.length, value.length) > xmlLimits.textCharacters) {
    refuse(state, "text-too-long", pendingPlace(state))
  }
  passed(state)
}

const openElement = (state: State, { name, attributes }: SaxesTagPlain): void => {
  passed(state)
  if (state.found.fault !== undefined) return
  state.found.parts.push({ _tag: "open", name, attributes: { ...attributes }, ...state.opened })
}

const closeElement = (state: State, name: string): void => {
  if (state.found.fault !== undefined) return
  checkLength(state)
  finishText(state)
  state.depth -= 1
  if (state.found.fault === undefined) state.found.parts.push({ _tag: "close", name })
  passed(state)
}

const addText = (state: State, text: string): void => {
  if (state.found.fault !== undefined || state.depth === 0) return
  checkLength(state)
  if (state.textPlace === undefined && text.trim() !== "") state.textPlace = pendingPlace(state)
  state.text += text
  const { length } = state.text
  if (length > xmlLimits.writtenCharacters) refuse(state, "text-too-long", pendingPlace(state))
}

const finishText = (state: State): void => {
  const text = state.text.trim()
  const place = state.textPlace
  state.text = ""
  state.textPlace = undefined
  if (text === "" || place === undefined || state.found.fault !== undefined) return
  if (text.length > xmlLimits.textCharacters) refuse(state, "text-too-long", place)
  else state.found.parts.push({ _tag: "text", text, ...place })
}

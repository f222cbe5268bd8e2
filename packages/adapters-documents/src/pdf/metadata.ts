/**
 * What the document says about itself: information dictionary, XMP packet, identifier.
 *
 * The packet declares PDF/A-1b and PDF/UA-1; PDF/A wants the schema of the second described.
 * No date is written: the same content gives the same bytes.
 */
import type { DocumentContent } from "@convoque/core/kernel/document"
import { hash } from "node:crypto"

const PRODUCER = "Convoque"

const PACKET_START = Buffer.from(
  '<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>\n' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n' +
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">' +
    "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n" +
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
    "<pdfuaid:part>1</pdfuaid:part></rdf:Description>\n" +
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"' +
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">' +
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>" +
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" +
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" +
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
    "<pdfaProperty:name>part</pdfaProperty:name>" +
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>" +
    "<pdfaProperty:category>internal</pdfaProperty:category>" +
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>" +
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>" +
    "</rdf:Description>\n" +
    '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">' +
    `<pdf:Producer>${PRODUCER}</pdf:Producer></rdf:Description>\n` +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    "<dc:format>application/pdf</dc:format>",
  "utf8",
)

const PACKET_END = '</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'

/** The XMP packet, in UTF-8. */
export const metadataBytes = ({ title, author, subject, language }: DocumentContent): Buffer => {
  const description =
    subject === undefined ? "" : `<dc:description>${alternative(subject)}</dc:description>`
  const own = Buffer.from(
    `<dc:title>${alternative(title)}</dc:title>` +
      `<dc:creator><rdf:Seq><rdf:li>${xml(author)}</rdf:li></rdf:Seq></dc:creator>${description}` +
      `<dc:language><rdf:Bag><rdf:li>${xml(language)}</rdf:li></rdf:Bag></dc:language>${PACKET_END}`,
    "utf8",
  )
  return Buffer.concat([PACKET_START, own])
}

/** The information dictionary, equal to the packet entry by entry as PDF/A asks. */
export const informationText = ({ title, author, subject }: DocumentContent): string =>
  `<</Title ${pdfString(title)}/Author ${pdfString(author)}` +
  `${subject === undefined ? "" : `/Subject ${pdfString(subject)}`}/Producer(${PRODUCER})>>`

/** The file identifier, a digest of the metadata and of the pages' content. */
export const identifierText = (metadata: Buffer, pages: ReadonlyArray<Buffer>): string => {
  const digest = hash("sha256", Buffer.concat([metadata, ...pages]), "hex").slice(0, 32)
  return `[<${digest}><${digest}>]`
}

/** A text string of PDF: as it is in printable ASCII, else in UTF-16. */
export const pdfString = (text: string): string =>
  /^[\x20-\x27\x2a-\x5b\x5d-\x7e]*$/.test(text)
    ? `(${text})`
    : `<feff${Buffer.from(storable(text), "utf16le").swap16().toString("hex")}>`

/** XML holds neither control characters nor halves of a surrogate pair. */
const storable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ")

const alternative = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`

const xml = (text: string): string =>
  storable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

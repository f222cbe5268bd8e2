/** The English sentences of the refusals of files. */
import type { TableFault, XmlFault } from "../../kernel/ports.ts"
import { quotedEn as quoted } from "../../kernel/text.ts"
import type { FileRefusal, StsWebRefusal } from "../staff-directory/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { importsEn } from "./imports.en.ts"

const tableFaults: Readonly<Record<TableFault, string>> = {
  "empty-file": "there is neither a header nor a line",
  "broken-text": "the bytes are no text",
  "nul-character": "the cell holds a NUL character",
  "comma-separated": "the columns are separated by commas, not by semicolons",
  "tab-separated": "the columns are separated by tabs, not by semicolons",
  "quote-not-closed": "the quote that opens is not closed",
  "quote-inside-cell": "a quote stands in a cell that does not begin with one",
  "text-after-quote": "text follows the closing quote",
  "cell-too-long": "the cell is too long",
  "too-many-cells": "the line has more cells than the header",
  "too-many-columns": "there are too many columns",
  "too-many-lines": "there are too many lines",
  "header-without-name": "this column has no name",
  "header-twice": "this column has the name of another",
}

const xmlFaults: Readonly<Record<XmlFault, string>> = {
  "empty-file": "there is nothing",
  "broken-text": "the bytes are no text",
  "unknown-encoding": "the encoding that is announced is not known",
  "not-well-formed": "this is no well-formed XML",
  doctype: "a document type (DOCTYPE) is not taken",
  "unknown-entity": "this entity is not known",
  "too-deep": "the elements nest too deep",
  "text-too-long": "the text is too long",
  "too-many-attributes": "the element has too many attributes",
}

type StsWebReason = Extract<StsWebRefusal, { readonly _tag: "sts-web.malformed" }>["reason"]

const stsWebFaults: Readonly<Record<StsWebReason, (found: string) => string>> = {
  "wrong-root": (found) =>
    `the element ${quoted(found)} is not ${quoted("STS_EDT")}, so this is not the timetable export of STS-WEB`,
  "upward-file": () =>
    `this is a file ${quoted("emp_sts")}, which a timetable program sends to STS-WEB; what is needed is ${quoted("sts_emp")}, which STS-WEB exports`,
  "no-school": () => `the school (${quoted("UAJ")}) is not given`,
  "no-year": () => `the school year (${quoted("ANNEE_SCOLAIRE")}) is not given`,
  "no-structure": () => `the part ${quoted("STRUCTURE")} of the data is not there`,
  "out-of-order": (found) =>
    `the part ${quoted(found)} comes too late: nomenclatures, then individuals, stand before the structure`,
  "missing-attribute": (found) => `the attribute ${quoted(found)} is not there`,
  "wrong-value": (found) => `the value cannot be taken: ${quoted(found)}`,
  "too-large": (found) =>
    `there is too much of ${quoted(found)}: 200 modules or divisions a structure and 100,000 teachings at most`,
}

/** The English sentence of each refusal of a file. */
export const fileRefusalsEn: SentencesOf<FileRefusal> = {
  "import.faulty": ({ faults, count }) => {
    const [first] = faults
    const head = count === 1 ? "One fault" : `${count} faults`
    return first === undefined
      ? `${head}. Nothing is imported.`
      : `${head}, nothing is imported. ${count === 1 ? "It is" : "The first"}: ${importsEn.fault(first)}`
  },
  "import.repeated-keys": ({ repeated, columns = [] }) => {
    const [first] = repeated
    const lines = first === undefined ? "" : first.lines.join(", ")
    const key = columns.length === 0 ? quoted(first?.key ?? "") : columns.join(", ")
    return columns.length === 0
      ? `Several lines say the same thing, nothing is imported: ${key} in lines ${lines}.`
      : `Several lines say the same thing, nothing is imported: lines ${lines} have the same ${key}.`
  },
  "import.empty": () => "The file has no line: nothing is imported, the register stays as it was.",
  "import.removals-to-confirm": ({ removed, kept, emptied = 0 }) =>
    [
      `${removed} of ${kept} lines would disappear from the register`,
      emptied === 0 ? "" : `, ${emptied} would lose a value`,
      ". Confirm if that is meant.",
    ].join(""),
  "table.malformed": ({ line, column, reason }) =>
    `The file cannot be read: line ${line}, column ${column}, ${tableFaults[reason]}.`,
  "xml.malformed": ({ line, column, reason }) =>
    `The XML file cannot be read: line ${line}, column ${column}, ${xmlFaults[reason]}.`,
  "sts-web.malformed": ({ line, column, reason, found }) =>
    `The file of STS-WEB is not taken: line ${line}, column ${column}, ${stsWebFaults[reason](found)}.`,
  "sts-web.other-school": ({ line, asked, found }) =>
    `The file is of the school ${quoted(found)} (line ${line}), not of ${asked}.`,
  "sts-web.other-year": ({ line, asked, found }) =>
    `The file is of the year ${quoted(found)} (line ${line}), not of the school year ${asked}.`,
  "sts-web.file-name": ({ fileName, expected }) =>
    `The file is named ${quoted(fileName)}; that of this school and year would be ${quoted(expected)}.`,
  "register.without-parts": ({ register }) =>
    `The register ${quoted(importsEn.registers[register] ?? register)} is replaced as a whole: one school alone is not possible in it.`,
}

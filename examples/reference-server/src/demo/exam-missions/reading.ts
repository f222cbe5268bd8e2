/** Reading back what the portal gave: CSV by its own rules, the text of PDF, bytes that hide text. */
import { inflateSync } from "node:zlib"

/** Gives the records of a CSV, the header first; quoted cells may hold separators and line ends. */
export const readCsv = (bytes: Uint8Array): ReadonlyArray<ReadonlyArray<string>> => {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).replace(/^\u{FEFF}/u, "")
  const records: Array<ReadonlyArray<string>> = []
  let record: Array<string> = []
  for (const [, quoted, bare, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/gu,
  )) {
    record.push(quoted?.replaceAll('""', '"') ?? bare ?? "")
    if (end === ";") continue
    if (record.length > 1 || record[0] !== "") records.push(record)
    record = []
  }
  return records
}

/** Gives the inflated streams of a PDF. */
export const pdfStreams = (bytes: Uint8Array): ReadonlyArray<string> => {
  const file = Buffer.from(bytes)
  const streams: Array<string> = []
  for (let from = file.indexOf("stream\n"); from >= 0; from = file.indexOf("stream\n", from + 7)) {
    const end = file.indexOf("endstream", from)
    if (file.subarray(from - 3, from).toString("latin1") === "end" || end < 0) continue
    try {
      streams.push(inflateSync(file.subarray(from + 7, end)).toString("latin1"))
    } catch {
      streams.push(file.subarray(from + 7, end).toString("latin1"))
    }
  }
  return streams
}

/**
 * Gives the text shown in a PDF of ours, lines joined by spaces; what a Unicode font shows (names
 * such as Łukasiewicz) is left out.
 */
export const pdfText = (bytes: Uint8Array): string => {
  const windows1252 = new TextDecoder("windows-1252")
  return pdfStreams(bytes)
    .filter((content) => content.includes("BDC"))
    .flatMap((content) =>
      [...content.matchAll(/\((?<shown>(?:\\.|[^\\)])*)\)(?:Tj|')/gsu)].map((match) =>
        windows1252.decode(
          Buffer.from((match.groups?.["shown"] ?? "").replace(/\\(.)/gsu, "$1"), "latin1"),
        ),
      ),
    )
    .join(" ")
    .replace(/\s+/gu, " ")
}

/** Gives the number of pages of a PDF of ours. */
export const pdfPages = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString("latin1")
    .match(/\/Type ?\/Page\b(?!s)/gu)?.length ?? 0

/** Gives text in Windows-1252, as older spreadsheets save it. */
export const windows1252Of = (text: string): Uint8Array =>
  Buffer.from(text.replaceAll("’", "\u0092").replaceAll("œ", "\u009c"), "latin1")

/**
 * Reading files that other systems send, as they arrive: tables of lines (CSV) and XML. Nothing is
 * held but the line or element at hand; limits stand in the adapters.
 */
import * as Context from "effect/Context"
import type * as Stream from "effect/Stream"
import type { LineValues } from "../register.ts"

/**
 * One line of a table: its number as a spreadsheet numbers its rows (the header is line 1), the
 * names of the header, the values by name, trimmed; cells that a line lacks at its end are empty.
 */
export interface TableLine {
  readonly line: number
  readonly columns: ReadonlyArray<string>
  readonly values: LineValues
}

/**
 * What is known of a table once it is read whole: the names of its header, and whether its encoding
 * was assumed, as nothing in it says which it is.
 */
export interface TableAbout {
  readonly columns: ReadonlyArray<string>
  readonly isEncodingAssumed: boolean
}

/** What keeps a table from being read. */
export type TableFault =
  | "empty-file"
  | "broken-text"
  | "nul-character"
  | "comma-separated"
  | "tab-separated"
  | "quote-not-closed"
  | "quote-inside-cell"
  | "text-after-quote"
  | "cell-too-long"
  | "too-many-cells"
  | "too-many-columns"
  | "too-many-lines"
  | "header-without-name"
  | "header-twice"

/** The file is no table with a header: what is wrong, in which line and column, both from 1. */
export interface TableMalformed {
  readonly _tag: "table.malformed"
  readonly line: number
  readonly column: number
  readonly reason: TableFault
}

/** Reads tables as French spreadsheets write them: semicolons, quotes, a header row. */
export class TableReader extends Context.Service<
  TableReader,
  {
    /**
     * Gives the lines after the header; a header alone gives none. `tell` is called before the
     * stream of a sound table ends.
     */
    readonly csv: <E, R>(
      bytes: Stream.Stream<Uint8Array, E, R>,
      tell?: (about: TableAbout) => void,
    ) => Stream.Stream<TableLine, E | TableMalformed, R>
  }
>()("core/kernel/TableReader") {}

/** What an XML file says, in its order; texts are whole, trimmed and never empty. */
export type XmlPart =
  | {
      readonly _tag: "open"
      readonly name: string
      readonly attributes: LineValues
      readonly line: number
      readonly column: number
    }
  | { readonly _tag: "text"; readonly text: string; readonly line: number; readonly column: number }
  | { readonly _tag: "close"; readonly name: string }

/** What keeps an XML file from being read. */
export type XmlFault =
  | "empty-file"
  | "broken-text"
  | "unknown-encoding"
  | "not-well-formed"
  | "doctype"
  | "unknown-entity"
  | "too-deep"
  | "text-too-long"
  | "too-many-attributes"

/** The file is no XML that is taken here: what is wrong, in which line and column, both from 1. */
export interface XmlMalformed {
  readonly _tag: "xml.malformed"
  readonly line: number
  readonly column: number
  readonly reason: XmlFault
}

/** Reads XML. Document types, and so entities of one's own and external ones, are refused. */
export class XmlReader extends Context.Service<
  XmlReader,
  {
    /** Gives the elements and texts of a file. */
    readonly parts: <E, R>(
      bytes: Stream.Stream<Uint8Array, E, R>,
    ) => Stream.Stream<XmlPart, E | XmlMalformed, R>
  }
>()("core/kernel/XmlReader") {}

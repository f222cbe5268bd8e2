/**
 * The cells of a table (cellules d'un fichier CSV): where one ends, what it says, what is wrong with
 * it. A cell that goes on in the next text is told apart, so that it is read again with it.
 */
import type { TableFault } from "@convoque/core/kernel/ports"
import { tableLimits } from "./limits.ts"

/** What separates cells and rows, and what surrounds them. */
export const signs = {
  semicolon: 0x3b,
  quote: 0x22,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  noBreakSpace: 0xa0,
} as const

/** The end of a cell that goes on in the next text. */
export const UNFINISHED = -1

/**
 * The cell read last; one record is written again for each cell of a table.
 *
 * - `isEnd`: nothing follows the text;
 * - `start`: where the cell begins, spaces included;
 * - `end`: where its separator stands, or `UNFINISHED`;
 * - `value`: what it says, without a meaning beside a fault.
 */
export interface Cell {
  isEnd: boolean
  start: number
  end: number
  value: string
  fault: TableFault | undefined
}

const { cellCharacters } = tableLimits

/** How long a cell may be as it is written: quotes doubled, spaces around. */
const writtenLimit = 4 * cellCharacters

/** Reads the cell that begins at `start`. */
export const readCell = (cell: Cell, text: string, start: number): void => {
  let first = start
  cell.start = start
  while (isBlank(text.charCodeAt(first))) first += 1
  cell.fault = undefined
  if (text.charCodeAt(first) === signs.quote) readQuoted(cell, text, first + 1)
  else readPlain(cell, text, first)
  const { end } = cell
  if ((end === UNFINISHED ? text.length : end) - start > writtenLimit) {
    cell.fault = "cell-too-long"
  } else if (end === UNFINISHED || (!cell.isEnd && isCut(text, end))) {
    // What is wrong with a cell is told of the whole cell.
    cell.end = UNFINISHED
    cell.fault = undefined
  } else if (cell.fault === undefined && cell.value.length > cellCharacters) {
    cell.fault = "cell-too-long"
  }
}

const readPlain = (cell: Cell, text: string, first: number): void => {
  let end = first
  let hasQuote = false
  let hasNul = false
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    if (code > signs.semicolon) continue
    if (isSeparator(code)) break
    if (code === signs.quote) hasQuote = true
    if (code === 0) hasNul = true
  }
  cell.end = end
  cell.value = trimmed(text, cell.start, end)
  if (hasQuote) cell.fault = "quote-inside-cell"
  else if (hasNul && cell.value.length <= cellCharacters) cell.fault = "nul-character"
}

const readQuoted = (cell: Cell, text: string, start: number): void => {
  let closing = text.indexOf('"', start)
  let isDoubled = false
  while (closing >= 0 && text.charCodeAt(closing + 1) === signs.quote) {
    isDoubled = true
    closing = text.indexOf('"', closing + 2)
  }
  if (closing < 0) {
    cell.end = cell.isEnd ? text.length : UNFINISHED
    cell.fault = "quote-not-closed"
    return
  }
  let end = closing + 1
  while (end < text.length && !isSeparator(text.charCodeAt(end))) end += 1
  const inside = text.slice(start, closing)
  cell.end = end
  cell.value = (isDoubled ? inside.replaceAll('""', '"') : inside).trim()
  if (text.slice(closing + 1, end).trim() !== "") cell.fault = "text-after-quote"
  else if (cell.value.length <= cellCharacters && cell.value.includes("\u0000")) {
    cell.fault = "nul-character"
  }
}

const isBlank = (code: number): boolean => code === signs.space || code === signs.noBreakSpace

const isSeparator = (code: number): boolean =>
  code === signs.semicolon || code === signs.lineFeed || code === signs.carriageReturn

// A line break may have its second half still to come, a closing quote its double.
const isCut = (text: string, end: number): boolean =>
  end >= text.length || (end === text.length - 1 && text.charCodeAt(end) === signs.carriageReturn)

// Most cells have no space around them.
const trimmed = (text: string, start: number, end: number): string => {
  if (start === end) return ""
  const cell = text.slice(start, end)
  return isVisible(text.charCodeAt(start)) && isVisible(text.charCodeAt(end - 1))
    ? cell
    : cell.trim()
}

const isVisible = (code: number): boolean => code > signs.space && code < 0x7f

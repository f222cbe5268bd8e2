/**
 * Places in a text that flows (lignes et colonnes): lines and columns from 1, by offsets that only
 * grow. Holds the text from the last place asked for on.
 */

/** A line and a column, both from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Tells the places of one text; offsets count from its beginning. */
export interface Places {
  readonly add: (text: string) => void
  /** Gives the place of an offset, none before the offset given last. */
  readonly at: (offset: number) => Place
  /** Gives the offset of the first sign at or after an offset that is no white space. */
  readonly visibleFrom: (offset: number) => number
  /** Gives the offset of the last `<` before an offset. */
  readonly tagBefore: (offset: number) => number
  readonly startsWith: (search: string, offset: number) => boolean
}

/** Makes the places of one text. */
export const makePlaces = (): Places => {
  let held = ""
  let base = 0
  let line = 1
  let lineStart = 0
  const at = (offset: number): Place => {
    const passed = held.slice(0, Math.max(offset - base, 0))
    for (const { index, 0: mark } of passed.matchAll(/\r\n?|\n/gu)) {
      line += 1
      lineStart = base + index + mark.length
    }
    held = held.slice(passed.length)
    base += passed.length
    return { line, column: base - lineStart + 1 }
  }
  return {
    at,
    add: (text) => {
      held += text
    },
    visibleFrom: (offset) => {
      const from = Math.max(offset - base, 0)
      const found = held.slice(from).search(/[^ \t\r\n]/u)
      return base + (found < 0 ? held.length : from + found)
    },
    tagBefore: (offset) => base + held.lastIndexOf("<", offset - base - 1),
    startsWith: (search, offset) => held.startsWith(search, offset - base),
  }
}

/**
 * Measures of the page, in points (a millimetre is 2.8346 points), and the text styles.
 *
 * The addressee stands where the window of a DL envelope shows him, 110 mm from the left and
 * 46 mm from the top.
 */
import type { TextStyle } from "../pen.ts"

/** Left edge of the text. */
export const LEFT = 62
/** Bottom of the text on every page, above the footer. */
export const BOTTOM = 56

/** Height of the rule above the footer. */
export const FOOTER_RULE = 46
/** Baseline of the footer. */
export const FOOTER_BASELINE = 33

/** Width of the addressee and of the signature. */
export const RIGHT_COLUMN_WIDTH = 221.28

/**
 * What depends on how the sheet is held: its edges, the text between `top` and `BOTTOM`, which are
 * `room` apart, the running head, the addressee and the signature.
 */
export interface Format {
  readonly width: number
  readonly height: number
  readonly right: number
  readonly lineWidth: number
  readonly top: number
  readonly room: number
  readonly runningHeadBaseline: number
  readonly rightColumn: number
  readonly addresseeTop: number
  /** Of the letterhead, which stays clear of the addressee. */
  readonly letterheadWidth: number
}

const formatOf = (width: number, height: number): Format => {
  const right = width - LEFT
  const rightColumn = right - RIGHT_COLUMN_WIDTH
  return {
    width,
    height,
    right,
    lineWidth: right - LEFT,
    top: height - 60,
    room: height - 60 - BOTTOM,
    runningHeadBaseline: height - 36,
    rightColumn,
    addresseeTop: height - 130,
    letterheadWidth: rightColumn - LEFT - 18,
  }
}

const SHORT_SIDE = 595.28
const LONG_SIDE = 841.89

/** A4, upright or lying. */
export const FORMATS = {
  portrait: formatOf(SHORT_SIDE, LONG_SIDE),
  landscape: formatOf(LONG_SIDE, SHORT_SIDE),
} as const

/** Running text. */
export const BODY: TextStyle = { weight: 0, size: 10, leading: 13, grey: 0 }
/** Running text in bold. */
export const STRONG: TextStyle = { weight: 1, size: 10, leading: 13, grey: 0 }
/** Label of a value. */
export const LABEL: TextStyle = { weight: 0, size: 10, leading: 13, grey: 0.33 }
/** Letterhead after its first line. */
export const LETTERHEAD: TextStyle = { weight: 0, size: 9.5, leading: 12.5, grey: 0 }
/** First line of the letterhead. */
export const LETTERHEAD_FIRST: TextStyle = { weight: 1, size: 9.5, leading: 12.5, grey: 0 }
/** Title of the document. */
export const TITLE: TextStyle = { weight: 1, size: 15, leading: 19, grey: 0 }
/** Heading inside the document. */
export const HEADING: TextStyle = { weight: 1, size: 11.5, leading: 15, grey: 0 }
/** Caption of a table. */
export const CAPTION: TextStyle = { weight: 1, size: 9.5, leading: 13, grey: 0 }
/** Cell of a table. */
export const CELL: TextStyle = { weight: 0, size: 9, leading: 12, grey: 0 }
/** Head cell of a column or of a row. */
export const CELL_HEAD: TextStyle = { weight: 1, size: 9, leading: 12, grey: 0 }
/** Running head and footer. */
export const FURNITURE: TextStyle = { weight: 0, size: 8, leading: 10, grey: 0.33 }

/** Space above a block. */
export const BLOCK_GAP = 8
/** Space above a heading. */
export const HEADING_GAP = 14
/** Room left for a hand-written signature, above the signatory's name. */
export const SIGNATURE_ROOM = 30

/** Thickness of a hairline. */
export const RULE = 0.5
/** Grey of a hairline. */
export const RULE_GREY = 0.6
/** Grey of a tinted ground. */
export const TINT = 0.94

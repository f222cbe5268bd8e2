/**
 * Measures of the page, in points (a millimetre is 2.8346 points), and the text styles.
 *
 * The addressee stands where the window of a DL envelope shows him, 110 mm from the left and
 * 46 mm from the top.
 */
import type { TextStyle } from "../pen.ts"

export const PAGE_WIDTH = 595.28
export const PAGE_HEIGHT = 841.89

/** Left and right edges of the text. */
export const LEFT = 62
export const RIGHT = PAGE_WIDTH - 62
export const LINE_WIDTH = RIGHT - LEFT

/** Top of the text on every page, below the running head, and its bottom, above the footer. */
export const TOP = PAGE_HEIGHT - 60
export const BOTTOM = 56

export const RUNNING_HEAD_BASELINE = PAGE_HEIGHT - 36
export const FOOTER_RULE = 46
export const FOOTER_BASELINE = 33

/** Left edge of the addressee and of the signature; top of the addressee. */
export const RIGHT_COLUMN = 312
export const RIGHT_COLUMN_WIDTH = RIGHT - RIGHT_COLUMN
export const ADDRESSEE_TOP = PAGE_HEIGHT - 130

/** Width of the letterhead, which stays clear of the addressee. */
export const LETTERHEAD_WIDTH = RIGHT_COLUMN - LEFT - 18

export const BODY: TextStyle = { weight: 0, size: 10, leading: 13, grey: 0 }
export const STRONG: TextStyle = { weight: 1, size: 10, leading: 13, grey: 0 }
export const LABEL: TextStyle = { weight: 0, size: 10, leading: 13, grey: 0.33 }
export const LETTERHEAD: TextStyle = { weight: 0, size: 9.5, leading: 12.5, grey: 0 }
export const LETTERHEAD_FIRST: TextStyle = { weight: 1, size: 9.5, leading: 12.5, grey: 0 }
export const TITLE: TextStyle = { weight: 1, size: 15, leading: 19, grey: 0 }
export const HEADING: TextStyle = { weight: 1, size: 11.5, leading: 15, grey: 0 }
export const CAPTION: TextStyle = { weight: 1, size: 9.5, leading: 13, grey: 0 }
export const CELL: TextStyle = { weight: 0, size: 9, leading: 12, grey: 0 }
export const CELL_HEAD: TextStyle = { weight: 1, size: 9, leading: 12, grey: 0 }
export const FURNITURE: TextStyle = { weight: 0, size: 8, leading: 10, grey: 0.33 }

/** Space above a block, and above a heading. */
export const BLOCK_GAP = 8
export const HEADING_GAP = 14

/** Room left for a hand-written signature, above the signatory's name. */
export const SIGNATURE_ROOM = 30

/** A hairline, and the greys of rules and tinted grounds. */
export const RULE = 0.5
export const RULE_GREY = 0.6
export const TINT = 0.94

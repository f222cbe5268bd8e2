/**
 * Measures of the page, in points (a millimetre is 2.8346 points), and the text styles.
 *
 * The addressee stands where the window of a DL envelope shows him, 110 mm from the left and
 * 46 mm from the top.
 */
import type { TextStyle } from "../pen.ts"

/** Width of A4. */
export const PAGE_WIDTH = 595.28
/** Height of A4. */
export const PAGE_HEIGHT = 841.89

/** Left edge of the text. */
export const LEFT = 62
/** Right edge of the text. */
export const RIGHT = PAGE_WIDTH - 62
/** Width of the text. */
export const LINE_WIDTH = RIGHT - LEFT
/** Top of the text on every page, below the running head. */
export const TOP = PAGE_HEIGHT - 60
/** Bottom of the text on every page, above the footer. */
export const BOTTOM = 56

/** Baseline of the running head. */
export const RUNNING_HEAD_BASELINE = PAGE_HEIGHT - 36
/** Height of the rule above the footer. */
export const FOOTER_RULE = 46
/** Baseline of the footer. */
export const FOOTER_BASELINE = 33

/** Left edge of the addressee and of the signature. */
export const RIGHT_COLUMN = 312
/** Width of the addressee and of the signature. */
export const RIGHT_COLUMN_WIDTH = RIGHT - RIGHT_COLUMN
/** Top of the addressee. */
export const ADDRESSEE_TOP = PAGE_HEIGHT - 130
/** Width of the letterhead, which stays clear of the addressee. */
export const LETTERHEAD_WIDTH = RIGHT_COLUMN - LEFT - 18

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

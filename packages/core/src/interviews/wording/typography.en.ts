/** The quotation marks of English printing. */

/** Gives a text between quotation marks; an empty one is shown as such. */
export const quotedEn = (text: string): string => (text === "" ? "(empty)" : `“${text}”`)

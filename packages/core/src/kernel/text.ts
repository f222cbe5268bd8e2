/**
 * Door of the texts: bounded texts, names, reasons, folded keys, typography (textes bornés, clés de tri, typographie).
 */
export { boundedText, multiLine, singleLine, type TextBounds } from "./text/bounded.ts"
export { foldedKey } from "./text/folded.ts"
export { KebabName } from "./text/kebab.ts"
export { Reason } from "./text/reason.ts"
export { fr, quotedEn, quotedFr } from "./text/typography.ts"

/**
 * Door of the texts: bounded texts, names, reasons and folded keys (textes bornés, clés de tri).
 */
export { boundedText, multiLine, singleLine, type TextBounds } from "./text/bounded.ts"
export { foldedKey } from "./text/folded.ts"
export { KebabName } from "./text/kebab.ts"
export { Reason } from "./text/reason.ts"

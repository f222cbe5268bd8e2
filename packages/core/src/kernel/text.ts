/**
 * Door of the texts: bounded texts and folded keys (textes bornés, clés de tri).
 */
export { boundedText, multiLine, singleLine, type TextBounds } from "./text/bounded.ts"
export { foldedKey } from "./text/folded.ts"

/**
 * Texts made harmless for headers and calendar lines (texte neutralisé).
 * A line end in a name or a place must never begin a header or a property of its own.
 */

export { isMailAddress } from "@convoque/core/kernel/mail-address"

const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu
const controls = /\p{Cc}/gu

/**
 * Gives a text on one line: each line end or control character becomes a space, ends are trimmed.
 * @example oneLine("Lycée\r\nBcc: x") // => "Lycée Bcc: x"
 */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(lineEnds, " ").replace(controls, " ").trim()

/**
 * Gives a text whose line ends are all `\n` and which holds no other control character.
 * @example severalLines("Salle 12\r\n2e étage") // => "Salle 12\n2e étage"
 */
export const severalLines = (text: string): string =>
  text
    .toWellFormed()
    .replace(lineEnds, "\n")
    .replace(/\t/gu, " ")
    .replace(/[^\n\P{Cc}]/gu, "")

/**
 * Gives a file name without folder, control character or character that some system refuses.
 * An empty name becomes "document"; names are cut at 120 characters, their extension kept.
 * @example safeFileName("../convocation 2026/2027.pdf") // => "convocation 2026-2027.pdf"
 */
export const safeFileName = (name: string): string => {
  const clean = oneLine(name)
    .replace(/[\\/:*?"<>|]/gu, "-")
    .replace(/^[.\s-]+/u, "")
    .replace(/[.\s]+$/u, "")
  if (clean === "") return "document"
  const characters = [...clean]
  if (characters.length <= 120) return clean
  const extension = /\.[A-Za-z0-9]{1,8}$/u.exec(clean)?.[0] ?? ""
  return characters.slice(0, 120 - extension.length).join("") + extension
}

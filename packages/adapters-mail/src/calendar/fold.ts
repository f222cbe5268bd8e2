/**
 * Lines of a calendar file cut at 75 octets (RFC 5545, section 3.1).
 * ical.js counts the continuation lines without their leading space, one octet too many.
 */

const limit = 75

/** Gives calendar text with its lines, ended by CRLF, folded at 75 octets and never inside a character. */
export const folded = (text: string): string =>
  `${text
    .replace(/\r\n[ \t]/gu, "")
    .split("\r\n")
    .map(foldedLine)
    .join("\r\n")
    .trimEnd()}\r\n`

const foldedLine = (line: string): string => {
  if (line.length * 3 <= limit) return line
  const lines: Array<string> = []
  let current = ""
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > limit) {
      lines.push(current)
      current = " "
      octets = 1
    }
    current += character
    octets += size
  }
  lines.push(current)
  return lines.join("\r\n")
}

const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x8_00 ? 2 : point < 0x1_00_00 ? 3 : 4
}

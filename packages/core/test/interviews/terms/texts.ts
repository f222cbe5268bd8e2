/** Reads every text of a shipped value, and what French printing forbids in one. */

/** Every text of a value, wherever it stands, with the path to it. */
export const textsOf = (value: unknown, path = ""): ReadonlyArray<readonly [string, string]> => {
  if (typeof value === "string") return [[path, value]]
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, `${path}/${key}`))
}

/** Invisible characters, but for the line feed between paragraphs. */
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u

/** A plain space where a no-break one belongs, two spaces, or a straight quotation mark. */
const badTypography = / [:;!?»]|« |n° | {2}|"/u

/** What is wrong with a text for the printer, in a few words; nothing when it is sound. */
export const printingFaults = (text: string): ReadonlyArray<string> => [
  ...(text.trim() === "" ? ["empty"] : []),
  ...(text.trim() === text ? [] : ["spaces at the ends"]),
  ...(text.normalize("NFC") === text ? [] : ["not composed"]),
  ...(invisible.test(text) ? ["invisible character"] : []),
  ...(badTypography.test(text) ? ["typography"] : []),
]

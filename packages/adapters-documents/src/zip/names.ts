/** Names of files in an archive: safe to extract anywhere, each once (noms de fichiers). */

/** Bytes of a file name that every file system takes. */
const MAX_BYTES = 200

/** Names of devices that Windows takes for no file. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu

/**
 * Gives a name without folders, control characters and characters that Windows refuses, each
 * replaced by `-`; NFC, of 200 bytes of UTF-8 at most, its extension kept; `document` for no name.
 * @example safeName("../../etc/passwd") // => "-..-etc-passwd"
 */
export const safeName = (fileName: string): string => {
  const name = fileName
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "-")
    .replace(/[/\\:*?"<>|]/gu, "-")
    .replace(/^[\s.]+|[\s.]+$/gu, "")
    .replace(DEVICE, (device) => `${device}-`)
  return name === "" ? "document" : shortened(name, "")
}

/** Gives names once each, whatever their case: the second `a.pdf` becomes `a (2).pdf`. */
export const uniqueNames = (): ((fileName: string) => string) => {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return (fileName) => {
    const name = safeName(fileName)
    let free = name
    let count = counts.get(keyOf(name)) ?? 1
    while (taken.has(keyOf(free))) {
      count += 1
      free = shortened(name, ` (${count})`)
    }
    counts.set(keyOf(name), count)
    taken.add(keyOf(free))
    return free
  }
}

const keyOf = (name: string): string => name.toUpperCase().toLowerCase().normalize("NFC")

/** The name with `mark` before its extension, its stem cut to keep the whole in bounds. */
const shortened = (name: string, mark: string): string => {
  const extension = /(?<=.)\.[a-z0-9]{1,8}$/iu.exec(name)?.[0] ?? ""
  const stem = name.slice(0, name.length - extension.length)
  const room = MAX_BYTES - Buffer.byteLength(mark + extension)
  if (Buffer.byteLength(stem) <= room) return stem + mark + extension
  let kept = ""
  let bytes = 0
  for (const character of stem) {
    bytes += Buffer.byteLength(character)
    if (bytes > room) break
    kept += character
  }
  return kept.replace(/[\s.]+$/u, "") + mark + extension
}

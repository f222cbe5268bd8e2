/** A strict reader of CSV (RFC 4180 with semicolons) for tests. */

/** Reads the records of a CSV; refuses a lone quote, line end or text after a quoted field. */
export const readCsv = (source: string): ReadonlyArray<ReadonlyArray<string>> => {
  const token = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/uy
  const records: Array<ReadonlyArray<string>> = []
  let record: Array<string> = []
  while (token.lastIndex < source.length) {
    const at = token.lastIndex
    const match = token.exec(source)
    if (match === null) throw new Error(`not a CSV at ${at}: ${source.slice(at, at + 40)}`)
    const [, quoted, plain = "", end] = match
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ";") continue
    records.push(record)
    record = []
  }
  if (record.length > 0) throw new Error("the last record has no end")
  return records
}

/**
 * A reader of calendar files written for the tests, apart from ical.js and from the kernel:
 * it knows only what RFC 5545 says of lines, parameters and yearly zone rules.
 */

/** One line of a calendar file, taken apart. */
export interface Line {
  readonly name: string
  readonly params: Readonly<Record<string, string>>
  readonly value: string
}

/** A component with its lines and the components inside. */
export interface Block {
  readonly name: string
  readonly lines: ReadonlyArray<Line>
  readonly blocks: ReadonlyArray<Block>
}

/** Reads a calendar file; throws when a line is too long, badly ended or badly nested. */
export const readCalendar = (text: string): Block => {
  if (!text.endsWith("\r\n")) throw new Error("no CRLF at the end")
  if (/[^\r]\n|\r[^\n]/u.test(text)) throw new Error("a bare line end")
  const raw = text.slice(0, -2).split("\r\n")
  const long = raw.find((line) => Buffer.byteLength(line) > 75)
  if (long !== undefined) throw new Error(`more than 75 octets: ${long}`)
  const lines = raw
    .join("\r\n")
    .replace(/\r\n[ \t]/gu, "")
    .split("\r\n")
    .map(readLine)
  const root = { name: "", lines: [], blocks: [] }
  const stack: Array<{ name: string; lines: Array<Line>; blocks: Array<Block> }> = [root]
  for (const line of lines) {
    const top = stack.at(-1)
    if (top === undefined) throw new Error("more ends than beginnings")
    if (line.name === "BEGIN") {
      const block = { name: line.value, lines: [], blocks: [] }
      top.blocks.push(block)
      stack.push(block)
    } else if (line.name === "END") {
      if (top.name !== line.value) throw new Error(`END:${line.value} closes ${top.name}`)
      stack.pop()
    } else top.lines.push(line)
  }
  const [calendar, ...others] = root.blocks as ReadonlyArray<Block>
  if (stack.length !== 1 || calendar === undefined || others.length > 0) {
    throw new Error("not one calendar")
  }
  return calendar
}

const readLine = (line: string): Line => {
  const found = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/su.exec(line)
  if (found === null) throw new Error(`not a content line: ${line}`)
  const params = [...(found[2] ?? "").matchAll(/;([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:,]*))/gu)].map(
    (param) => [param[1] ?? "", param[2] ?? param[3] ?? ""],
  )
  return { name: found[1] ?? "", params: Object.fromEntries(params), value: found[3] ?? "" }
}

/** Gives the one line of a name; throws when there are none or several. */
export const lineOf = (block: Block, name: string): Line => {
  const found = block.lines.filter((line) => line.name === name)
  const [line] = found
  if (line === undefined || found.length > 1) throw new Error(`${found.length} ${name}`)
  return line
}

/** Gives the one component of a name inside another. */
export const blockOf = (block: Block, name: string): Block => {
  const [found, ...others] = block.blocks.filter((inner) => inner.name === name)
  if (found === undefined || others.length > 0) throw new Error(`not one ${name}`)
  return found
}

/** Gives the text behind the escapes of a text value. */
export const textOf = (line: Line): string =>
  line.value.replace(/\\([\\;,nN])/gu, (_, escaped: string) =>
    escaped === "n" || escaped === "N" ? "\n" : escaped,
  )

/** Gives the milliseconds since 1970 of a DTSTART or DTEND, by the file's own zone rule. */
export const millisIn = (calendar: Block, line: Line): number => {
  const local = wallMillis(line.value)
  if (line.value.endsWith("Z")) return local
  const zone = calendar.blocks.find(
    (block) => block.name === "VTIMEZONE" && lineOf(block, "TZID").value === line.params["TZID"],
  )
  if (zone === undefined) throw new Error(`no rule for ${line.params["TZID"]}`)
  return local - offsetAt(zone, local)
}

const wallMillis = (value: string): number => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/u.exec(value)
  if (parts === null) throw new Error(`not a date-time: ${value}`)
  const [year = 0, month = 0, day = 0, hour, minute, second] = parts.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const offsetAt = (zone: Block, local: number): number => {
  const onsets = zone.blocks.flatMap((rule) =>
    onsetsOf(rule, local).map((onset) => ({ onset, rule })),
  )
  const last = onsets.filter(({ onset }) => onset <= local).sort((a, b) => b.onset - a.onset)[0]
  if (last === undefined) throw new Error("an hour before the zone's first rule")
  return offsetMillis(lineOf(last.rule, "TZOFFSETTO").value)
}

const onsetsOf = (rule: Block, local: number): ReadonlyArray<number> => {
  const first = wallMillis(lineOf(rule, "DTSTART").value)
  const recurrence = rule.lines.find((line) => line.name === "RRULE")
  if (recurrence === undefined) return [first]
  const found = /^FREQ=YEARLY;BYMONTH=(\d+);BYDAY=(-?\d)([A-Z]{2})$/u.exec(recurrence.value)
  if (found === null) throw new Error(`an unexpected rule: ${recurrence.value}`)
  const [month, nth, day] = [Number(found[1]), Number(found[2]), found[3] ?? ""]
  const year = new Date(local).getUTCFullYear()
  return [year - 1, year].map((each) => nthDay(each, month, nth, day) + (first % 86_400_000))
}

const nthDay = (year: number, month: number, nth: number, day: string): number => {
  const wanted = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"].indexOf(day)
  const days: Array<number> = []
  for (let at = Date.UTC(year, month - 1, 1); new Date(at).getUTCMonth() === month - 1;) {
    if (new Date(at).getUTCDay() === wanted) days.push(at)
    at += 86_400_000
  }
  return days.at(nth < 0 ? nth : nth - 1) ?? Number.NaN
}

const offsetMillis = (value: string): number => {
  const found = /^([+-])(\d\d)(\d\d)$/u.exec(value)
  if (found === null) throw new Error(`not an offset: ${value}`)
  const minutes = Number(found[2]) * 60 + Number(found[3])
  return (found[1] === "-" ? -1 : 1) * minutes * 60_000
}

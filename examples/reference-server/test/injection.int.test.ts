/**
 * Names with line ends that come from the directory, which nobody has checked: what leaves holds no
 * header and no calendar property that is not ours.
 */
import { afterAll, beforeAll, expect, test } from "vitest"
import {
  blockOf,
  lineOf,
  readCalendar,
} from "../../../packages/adapters-mail/test/support/calendar-reader.ts"
import { type RunningSmtp, startSmtp } from "../../../packages/adapters-mail/test/support/smtp.ts"
import { readMail } from "../src/mailbox/read-mail.ts"
import { confirmed, headItems, inspectorItems, openFiles, setFirst } from "./support/campaign.ts"
import { type Office, openOffice } from "./support/office.ts"
import { addressOf } from "./support/people.ts"
import { expectProblem } from "./support/problems.ts"

let smtp: RunningSmtp
let office: Office

beforeAll(async () => {
  smtp = await startSmtp()
  office = await openOffice({ smtpUrl: `smtp://127.0.0.1:${smtp.port}` })
})

afterAll(async () => {
  await office.close()
  await smtp.close()
})

const dirty = (label: string): string =>
  `${label}\r\nBcc: victim@elsewhere.example\r\n\r\nX-Body: 1\nATTACH:http://elsewhere.example`

test("RDC-13 line ends in names of the directory begin no header and no calendar property", async () => {
  for (const id of ["agent-1", "inspector-1", "head-1"]) {
    office.directory.change(id, {
      givenName: dirty("Éloïse"),
      familyName: dirty("d'Arcy"),
      quality: dirty("IA-IPR"),
    })
  }
  const [file] = await openFiles(office, "injection", [1])
  if (file === undefined) return
  const { version } = await file.inspector.get(file.path)
  const place = 'Salle ; 12, \\ étage: "A"\u00a0- Bcc: a@b.example'
  const first = await file.inspector.send("PUT", file.setInspector, {
    version,
    body: { items: inspectorItems({ place }) },
  })
  const issued = await file.head.send("PUT", file.setHead, {
    version: first.version,
    body: { items: headItems(), acknowledged: confirmed(file.agent) },
  })
  expect([issued.status, issued.text]).toEqual([200, expect.any(String)])
  expect(await office.send()).toMatchObject({ leased: 1, sent: 1 })
  const [mail] = smtp.mails
  if (mail === undefined) throw new Error("no mail")
  expect(mail.to).toEqual([addressOf("agent-1")])
  const parsed = await mail.parsed()
  expect(parsed.headers.map(({ key }) => key).toSorted()).toEqual(
    [...new Set(parsed.headers.map(({ key }) => key))].toSorted(),
  )
  expect(parsed.headers.map(({ key }) => key)).not.toContain("bcc")
  expect(parsed.headers.map(({ key }) => key)).not.toContain("x-body")
  expect(parsed.to?.map(({ address }) => address)).toEqual([addressOf("agent-1")])
  expect([parsed.cc, parsed.bcc]).toEqual([undefined, undefined])
  const { parts } = await readMail(mail.raw)
  const calendars = parts.filter(({ mediaType }) => mediaType === "text/calendar")
  expect(calendars).toHaveLength(3)
  for (const { bytes } of calendars) {
    const event = blockOf(readCalendar(new TextDecoder().decode(bytes)), "VEVENT")
    const names = event.lines.map(({ name }) => name)
    expect(names).not.toContain("ATTACH")
    expect(
      names.every((name) => calendarProperties.includes(name)),
      names.join(),
    ).toBe(true)
    expect(event.lines.filter(({ name }) => name === "ATTENDEE")).toHaveLength(1)
    expect(lineOf(event, "ATTENDEE").value).toBe(`mailto:${addressOf("agent-1")}`)
  }
  for (const { filename } of parsed.attachments) expect(filename).toMatch(/^[^\p{Cc}/\\]+$/u)
})

const calendarProperties = [
  "UID",
  "DTSTAMP",
  "DTSTART",
  "DTEND",
  "SEQUENCE",
  "STATUS",
  "SUMMARY",
  "DESCRIPTION",
  "LOCATION",
  "ORGANIZER",
  "ATTENDEE",
  "CLASS",
  "TRANSP",
  "CREATED",
  "LAST-MODIFIED",
]

test("RDC-13 an address of the directory with a line end is refused before anything is written", async () => {
  office.directory.change("agent-2", { email: "a@b.example>\r\nRCPT TO:<victim@elsewhere.example" })
  const [file] = await openFiles(office, "addresses", [2])
  if (file === undefined) return
  const first = await file.inspector.send("PUT", file.setInspector, {
    version: '"v1"',
    body: { items: inspectorItems() },
  })
  const last = await file.head.send("PUT", file.setHead, {
    version: first.version,
    body: { items: headItems(), acknowledged: confirmed(file.agent) },
  })
  expectProblem(last, { refusal: "422 agent.no-email-address" })
  expect((await file.head.get(file.path)).version).toBe(first.version)
  expect(await office.send()).toMatchObject({ leased: 0 })
  expect(smtp.mails.flatMap(({ to }) => to)).not.toContain("victim@elsewhere.example")
})

test("RDC-13 a control character in a name of the directory is refused before anything is written", async () => {
  office.directory.change("agent-3", { familyName: "d'Arcy\u0007" })
  const [file] = await openFiles(office, "controls", [3])
  if (file === undefined) return
  const first = await setFirst(file)
  const last = await file.head.send("PUT", file.setHead, {
    version: first.version,
    body: { items: headItems(), acknowledged: confirmed(file.agent) },
  })
  expectProblem(last, { refusal: "422 document.unprintable", requirement: "RDC-13" })
  expect((await file.head.get(file.path)).version).toBe(first.version)
})

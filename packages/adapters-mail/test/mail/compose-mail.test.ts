import { TenantId } from "@convoque/core/kernel/identity"
import type { MessageContent } from "@convoque/core/kernel/message"
import { MailRefused, type OutgoingMail } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import PostalMime, { type Email } from "postal-mime"
import { describe, expect, it } from "vitest"
import { calendarText, composeMail, type MailSender, messageIdOf } from "../../src/index.ts"
import { at, contentOf, partOf } from "../support/samples.ts"

const sender: MailSender = {
  from: { name: "Académie, service des personnels", address: "ne-pas-repondre@academie.example" },
  replyTo: { name: "Léa Roux", address: "lea.roux@academie.example" },
}
const pdf = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 10, 13, 255])
const mailOf = (
  content: Partial<MessageContent> = {},
  fileName = "Convocation - Zoé Lefèvre.pdf",
): OutgoingMail => ({
  messageId: messageIdOf(TenantId.make("ac-creteil"), "file/7/3/0", "academie.example"),
  date: at("2026-05-18T09:00:00.000Z"),
  content: contentOf(content),
  attachments: [{ fileName, file: { bytes: pdf, mediaType: "application/pdf" } }],
})
const rawOf = async (mail: OutgoingMail): Promise<string> =>
  Buffer.from((await Effect.runPromise(composeMail(mail, sender))).bytes).toString("latin1")
const read = async (mail: OutgoingMail): Promise<Email> =>
  PostalMime.parse((await Effect.runPromise(composeMail(mail, sender))).bytes)
const header = (mail: Email, key: string): ReadonlyArray<string> =>
  mail.headers.filter((line) => line.key === key).map((line) => line.value)

describe("a mail", () => {
  it("RDC-13 carries the text, the convocation and every appointment to the agent", async () => {
    const mail = await read(mailOf())
    expect(mail.from).toEqual(sender.from)
    expect(mail.replyTo).toEqual([sender.replyTo])
    expect(mail.to).toEqual([contentOf().to])
    expect(mail.subject).toBe("Convocation à vos rendez-vous de carrière")
    expect(mail.text).toBe(
      "Madame,\n\nVos trois rendez-vous sont fixés.\nLa convocation est jointe.\n",
    )
    expect(mail.attachments.map((file) => [file.mimeType, file.filename])).toEqual([
      ["application/pdf", "Convocation - Zoé Lefèvre.pdf"],
      ["text/calendar", "visite.ics"],
      ["text/calendar", "entretien-inspectrice.ics"],
      ["text/calendar", "entretien-chef-d'établissement.ics"],
    ])
    const [document, ...calendars] = mail.attachments
    expect(new Uint8Array(Buffer.from(document?.content as ArrayBuffer))).toEqual(pdf)
    expect(calendars.map((file) => [file.method, file.disposition])).toEqual([
      ["REQUEST", "attachment"],
      ["REQUEST", "attachment"],
      ["REQUEST", "attachment"],
    ])
    const joined = (await rawOf(mailOf())).replace(/\r\n/gu, "")
    for (const part of contentOf().calendar) {
      const text = calendarText(part, { stampedAt: mailOf().date, attendee: contentOf().to })
      expect(joined).toContain(Buffer.from(text).toString("base64"))
    }
  })

  it("RDC-20 shows its only appointment beside the text, and as a file", async () => {
    const part = partOf({ sequence: 1 }, { method: "CANCEL", fileName: "visite annulée.ics" })
    const raw = await rawOf(mailOf({ calendar: [part] }))
    const alternative = /multipart\/alternative;\s+boundary="([^"]+)"/u.exec(raw)?.[1] ?? "none"
    const inside = raw.slice(raw.indexOf(`--${alternative}`), raw.indexOf(`--${alternative}--`))
    expect([...inside.matchAll(/^Content-Type: ([^;\r]+)/gmu)].map((found) => found[1])).toEqual([
      "text/plain",
      "text/html",
      "text/calendar",
    ])
    expect(inside).toMatch(/text\/calendar; charset=UTF-8; method=CANCEL\r\n/u)
    const mail = await PostalMime.parse(raw)
    const files = mail.attachments.filter((file) => file.disposition === "attachment")
    expect(files.map((file) => [file.mimeType, file.filename])).toEqual([
      ["application/pdf", "Convocation - Zoé Lefèvre.pdf"],
      ["application/ics", "visite annulée.ics"],
    ])
  })

  it("keeps its identity, its date and its bytes at every attempt", async () => {
    const mail = await read(mailOf())
    expect(mail.messageId).toBe(mailOf().messageId)
    expect(mail.messageId).toMatch(/^<[0-9a-f]{40}@academie\.example>$/u)
    expect(header(mail, "date")).toEqual(["Mon, 18 May 2026 09:00:00 +0000"])
    expect(header(mail, "auto-submitted")).toEqual(["auto-generated"])
    expect(header(mail, "content-language")).toEqual(["fr"])
    expect(await rawOf(mailOf())).toBe(await rawOf(mailOf()))
  })

  it("has its own identity in each tenant", () => {
    const ids = [
      ["ac-creteil", "file/7/3/0"],
      ["ac-paris", "file/7/3/0"],
      ["ac-creteil", "file/7/3/1"],
    ].map(([tenant = "", id = ""]) => messageIdOf(TenantId.make(tenant), id, "a.example"))
    expect(new Set(ids).size).toBe(3)
  })

  it("is HTML in the reader's language, with every text escaped", async () => {
    const html = (await read(mailOf({ paragraphs: ["1 < 2 & <script>x</script>\nsuite"] }))).html
    expect(html).toContain('<html lang="fr">')
    expect(html).toContain("<title>Convocation à vos rendez-vous de carrière</title>")
    expect(html).toContain("<p>1 &lt; 2 &amp; &lt;script&gt;x&lt;/script&gt;<br>\nsuite</p>")
    expect(html).not.toContain("<script")
  })

  it("ends its lines by CRLF, none over 998 octets, all in ASCII", async () => {
    const raw = await rawOf(mailOf({ paragraphs: ["é".repeat(5000), "x".repeat(5000)] }))
    expect(raw).not.toMatch(/[^\r]\n|\r[^\n]/u)
    expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998)
    expect(raw).not.toMatch(/[^\p{ASCII}]/u)
  })

  it("CAM-15 says the kind of a list and its character set, and of nothing else what it is told", async () => {
    const typeOf = async (mediaType: string): Promise<string | undefined> => {
      const file = { bytes: pdf, mediaType }
      const raw = await rawOf({ ...mailOf(), attachments: [{ fileName: "liste.csv", file }] })
      return /Content-Type: ([^\r\n]*; name=liste\.csv)/u.exec(raw)?.[1]
    }
    expect(await typeOf("text/csv; charset=utf-8")).toBe("text/csv; charset=utf-8; name=liste.csv")
    expect(await typeOf("text/csv; header=present")).toBe(
      "application/octet-stream; name=liste.csv",
    )
  })

  it("names files with accents by RFC 2231", async () => {
    expect(await rawOf(mailOf())).toMatch(/filename\*0\*=utf-8''Convocation/u)
  })
})

describe("hostile texts", () => {
  const injection = "x\r\nBcc: spy@evil.example\r\n\r\n<b>body</b>"

  it("cannot add a header, a recipient or a body", async () => {
    const mail = await read(
      mailOf(
        {
          to: { name: `Zoé ${injection}`, address: "zoe@agents.example" },
          subject: `Convocation ${injection}`,
          language: `fr"><script>\r\nX-Evil: 1`,
          calendar: [partOf({}, { fileName: injection }), partOf()],
        },
        `../../${injection}.pdf`,
      ),
    )
    expect(mail.bcc ?? []).toEqual([])
    expect(mail.to).toHaveLength(1)
    expect(mail.to?.[0]).toMatchObject({ address: "zoe@agents.example" })
    expect(header(mail, "x-evil")).toEqual([])
    expect(header(mail, "subject")).toHaveLength(1)
    expect(mail.subject).toBe("Convocation x Bcc: spy@evil.example  <b>body</b>")
    expect(mail.html).toContain('<html lang="fr">')
    expect(mail.attachments[0]?.filename).toBe("x Bcc- spy@evil.example  -b-body--b-.pdf")
  })

  it.each([
    "zoe@agents.example\r\nBcc: spy@evil.example",
    "zoe@agents.example, spy@evil.example",
    "Zoé <zoe@agents.example>",
    "zoe",
    "zoe@",
    "",
    `${"z".repeat(65)}@agents.example`,
  ])("are refused as an address: %j", async (address) => {
    const composed = await Effect.runPromise(
      Effect.flip(composeMail(mailOf({ to: { name: "Zoé", address } }), sender)),
    )
    expect(composed).toBeInstanceOf(MailRefused)
    expect(composed.answer).toMatch(/^invalid-address: /u)
    expect(composed.answer).not.toMatch(/[\r\n]/u)
  })

  it("cannot close a part of the mail by holding its boundary", async () => {
    const boundary = /boundary="([^"]+)"/u.exec(await rawOf(mailOf()))?.[1] ?? ""
    const mail = await read(mailOf({ paragraphs: [`--${boundary}--`, "la suite"] }))
    expect(mail.text).toBe(`--${boundary}--\n\nla suite\n`)
    expect(mail.attachments).toHaveLength(4)
  })
})

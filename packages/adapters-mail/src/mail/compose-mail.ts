/**
 * A message as the bytes that go over the network (courriel).
 *
 * One appointment: the calendar part is an alternative of the text, which mail programs show as an
 * invitation, and goes along as a file. Several: each is a file of its own with its method, because
 * an alternative holds one invitation only and the others would be missed. See the README.
 */
import { createHash } from "node:crypto"
import { type Instant, millisOf } from "@convoque/core/kernel/calendar"
import type { CalendarPart, Mailbox } from "@convoque/core/kernel/message"
import { MailRefused, type OutgoingMail } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import MimeNode from "nodemailer/lib/mime-node"
import { calendarText } from "../calendar/calendar-text.ts"
import { isMailAddress, oneLine, safeFileName } from "../neutral-text.ts"
import { htmlBody, languageTag, textBody } from "./html-body.ts"

/** On whose behalf mails leave; answers go to `replyTo`, or to `from` without it. */
export interface MailSender {
  readonly from: Mailbox
  readonly replyTo?: Mailbox
}

/** A mail ready to be handed over: the addresses of the envelope and the bytes, lines ended by CRLF. */
export interface ComposedMail {
  readonly messageId: string
  readonly envelope: { readonly from: string; readonly to: string }
  readonly bytes: Uint8Array
}

/**
 * Gives the bytes of a mail; the same mail and sender always give the same bytes.
 *
 * Refuses an address that is not one. Line ends and control characters in names, subject and file
 * names become spaces.
 */
export const composeMail = (
  mail: OutgoingMail,
  sender: MailSender,
): Effect.Effect<ComposedMail, MailRefused> =>
  Effect.gen(function* () {
    const mailboxes = [mail.content.to, sender.from, ...(sender.replyTo ? [sender.replyTo] : [])]
    const wrong = mailboxes.find(({ address }) => !isMailAddress(address))
    if (wrong !== undefined) {
      return yield* new MailRefused({ answer: `invalid-address: ${oneLine(wrong.address)}` })
    }
    const bytes = yield* Effect.promise(() => messageTree(mail, sender).build())
    return {
      messageId: mail.messageId,
      envelope: { from: sender.from.address, to: mail.content.to.address },
      bytes,
    }
  })

const messageTree = (mail: OutgoingMail, sender: MailSender): MimeNode => {
  const { content } = mail
  const root = new MimeNode("multipart/mixed", {
    baseBoundary: boundaryOf(mail),
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  root.setHeader([
    { key: "From", value: named(sender.from) },
    ...(sender.replyTo ? [{ key: "Reply-To", value: named(sender.replyTo) }] : []),
    { key: "To", value: named(content.to) },
    { key: "Subject", value: oneLine(content.subject) },
    { key: "Message-ID", value: oneLine(mail.messageId) },
    { key: "Date", value: mailDate(mail.date) },
    { key: "Content-Language", value: languageTag(content.language) },
    { key: "Auto-Submitted", value: "auto-generated" },
  ])
  const [first, ...others] = content.calendar
  const only = others.length === 0 ? first : undefined
  addBodies(root, mail, only)
  for (const { fileName, file } of mail.attachments) {
    addFile(root, { fileName, type: mediaType(file.mediaType), bytes: Buffer.from(file.bytes) })
  }
  for (const part of content.calendar) {
    const type = part === only ? "application/ics" : calendarType(part)
    addFile(root, { fileName: part.fileName, type, bytes: calendarBytes(part, mail) })
  }
  return root
}

const addBodies = (root: MimeNode, mail: OutgoingMail, only: CalendarPart | undefined): void => {
  const bodies = root.createChild("multipart/alternative")
  bodies.createChild("text/plain; charset=utf-8").setContent(textBody(mail.content))
  bodies.createChild("text/html; charset=utf-8").setContent(htmlBody(mail.content))
  if (only === undefined) return
  const calendar = bodies.createChild(calendarType(only))
  calendar.setHeader("Content-Transfer-Encoding", "base64")
  calendar.setContent(calendarBytes(only, mail))
}

interface AttachedFile {
  readonly fileName: string
  readonly type: string
  readonly bytes: Buffer
}

const addFile = (root: MimeNode, file: AttachedFile): void => {
  const node = root.createChild(file.type, { filename: safeFileName(file.fileName) })
  node.setHeader("Content-Disposition", "attachment")
  node.setHeader("Content-Transfer-Encoding", "base64")
  node.setContent(file.bytes)
}

const calendarType = (part: CalendarPart): string =>
  `text/calendar; charset=UTF-8; method=${part.method}`

const calendarBytes = (part: CalendarPart, mail: OutgoingMail): Buffer =>
  Buffer.from(calendarText(part, { stampedAt: mail.date, attendee: mail.content.to }))

const named = (mailbox: Mailbox): { readonly name: string; readonly address: string } => ({
  name: oneLine(mailbox.name),
  address: mailbox.address,
})

// A character set is the only parameter that files have; anything else could break the header.
const mediaType = (type: string): string =>
  /^[\w.+-]+\/[\w.+-]+(?:; ?charset=[\w-]+)?$/u.test(type) ? type : "application/octet-stream"

const mailDate = (instant: Instant): string =>
  new Date(millisOf(instant)).toUTCString().replace("GMT", "+0000")

// Made from the whole content, so that no text of the message can hold it.
const boundaryOf = (mail: OutgoingMail): string =>
  createHash("sha256")
    .update(JSON.stringify([mail.messageId, mail.date, mail.content]))
    .digest("hex")
    .slice(0, 32)

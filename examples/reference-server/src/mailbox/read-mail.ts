/** A caught mail as people look at it: who, when, what, and its parts. */
import PostalMime from "postal-mime"

/** One part that can be opened: a PDF, a calendar entry. */
export interface MailPart {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A mail read. */
export interface ReadMail {
  readonly messageId: string
  readonly date: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly parts: ReadonlyArray<MailPart>
}

/** Reads the bytes of a mail. */
export const readMail = async (bytes: Uint8Array): Promise<ReadMail> => {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: "arraybuffer" })
  return {
    messageId: mail.messageId ?? "",
    date: mail.date ?? "",
    from: mail.from?.address ?? "",
    to: (mail.to ?? []).map(({ name, address }) => `${name ?? ""} <${address ?? ""}>`).join(", "),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    parts: mail.attachments.map(({ filename, mimeType, content }, index) => ({
      fileName: filename ?? `partie-${index + 1}`,
      mediaType: mimeType,
      bytes: bytesOf(mimeType, content),
    })),
  }
}

// The reader turns the line ends of text parts into LF; a calendar file has CRLF.
const bytesOf = (mediaType: string, content: string | ArrayBuffer | Uint8Array): Uint8Array => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
  if (mediaType !== "text/calendar") return new Uint8Array(bytes)
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/\r?\n/gu, "\r\n"))
}

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
      bytes:
        typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content),
    })),
  }
}

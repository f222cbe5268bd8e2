/**
 * The mails of an export, always to who asked for it: the files, or a link when they are too big
 * for a mail; or that it could not be made.
 *
 * @requirement CAM-15
 * @requirement CAM-22
 */
import type { Zone } from "../../kernel/calendar.ts"
import type { MessageContent } from "../../kernel/message.ts"
import type { Wording } from "../wording.ts"
import type { Export } from "./state.ts"

/**
 * What the mails of an export are made with.
 *
 * - `name`: the campaign's label, as the subject names it; empty for an own file;
 * - `count`: how many interviews it holds;
 * - `organizer`: who signs; the requester's own name when there is no campaign;
 * - `publicUrl`: the address of the portal, without a slash at its end.
 */
export interface ExportCorrespondence {
  readonly wording: Wording
  readonly name: string
  readonly count: number
  readonly organizer: string
  readonly zone: Zone
  readonly publicUrl: string
}

type Delivered = Extract<Export, { readonly _tag: "delivered" }>

/** Gives the mail that delivers an export. */
export const deliveryMail = (
  state: Delivered,
  correspondence: ExportCorrespondence,
): MessageContent => {
  const { wording, zone, publicUrl } = correspondence
  const { subject, body } = delivery(state, correspondence)
  const until = wording.dates.moment(state.until, zone)
  const link = wording.campaign.exported.link(`${publicUrl}/exports/${state.export}`, until)
  return {
    ...mailTo(state, correspondence, state.attached ? [body] : [body, link]),
    kind: "interview-export",
    subject,
    ...(state.attached
      ? { files: state.files.map(({ fileName, key }) => ({ fileName, key })) }
      : { uselessAfter: state.until }),
  }
}

/** Gives the mail that says that an export is given up. */
export const failureMail = (
  state: Extract<Export, { readonly _tag: "failed" }>,
  correspondence: ExportCorrespondence,
): MessageContent => {
  const { subject, body } = correspondence.wording.exports.failed
  return {
    ...mailTo(state, correspondence, [body]),
    kind: "interview-export-failed",
    subject: subject(state.label),
  }
}

const delivery = (
  { subject }: Delivered,
  { wording, name, count }: ExportCorrespondence,
): { readonly subject: string; readonly body: string } => {
  switch (subject._tag) {
    case "campaign":
      return {
        subject: wording.campaign.exported.subject(name),
        body: wording.campaign.exported.body(count),
      }
    case "print":
      return {
        subject: wording.campaign.printed.subject(count),
        body: wording.campaign.printed.body(count),
      }
    case "own-file":
      return { subject: wording.exports.ownFile.subject, body: wording.exports.ownFile.body() }
    case "training-needs":
      return {
        subject: wording.exports.trainingNeeds.subject(name),
        body: wording.exports.trainingNeeds.body,
      }
    default:
      return subject satisfies never
  }
}

const mailTo = (
  { requester }: { readonly requester: MessageContent["to"] },
  { wording, organizer }: ExportCorrespondence,
  body: ReadonlyArray<string>,
) => ({
  to: requester,
  language: wording.language,
  paragraphs: [wording.mails.greeting(requester.name), ...body, wording.mails.closing(organizer)],
  documents: [],
  calendar: [],
})

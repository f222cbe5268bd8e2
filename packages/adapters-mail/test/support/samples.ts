/** Messages and calendar parts that the tests of this package share. */
import { Instant, Zone } from "@convoque/core/kernel/calendar"
import type { CalendarEntry, CalendarPart, MessageContent } from "@convoque/core/kernel/message"

/** Gives an instant from its text. */
export const at = (text: string): Instant => Instant.make(text)

/** Gives a zone from its name. */
export const zoned = (name: string): Zone => Zone.make(name)

/** Gives a request for one appointment, changed as told. */
export const partOf = (
  entry: Partial<CalendarEntry> = {},
  part: Partial<CalendarPart> = {},
): CalendarPart => ({
  fileName: "visite.ics",
  method: "REQUEST",
  entry: {
    uid: "rdc-2026-agent-7-visit@convoque.example",
    sequence: 0,
    startsAt: at("2026-06-17T06:00:00.000Z"),
    endsAt: at("2026-06-17T07:00:00.000Z"),
    zone: zoned("Europe/Paris"),
    summary: "Visite dans la classe",
    description: "Rendez-vous de carrière\nAvec Mme Léa Roux, inspectrice",
    location: "Collège Jean-Moulin, salle 12, Aubervilliers",
    organizer: { name: "Léa Roux", address: "lea.roux@academie.example" },
    ...entry,
  },
  ...part,
})

/** Gives a convocation by mail with its three appointments, changed as told. */
export const contentOf = (content: Partial<MessageContent> = {}): MessageContent => ({
  kind: "convocation-issued",
  to: { name: "Zoé Lefèvre", address: "zoe.lefevre@agents.example" },
  language: "fr",
  subject: "Convocation à vos rendez-vous de carrière",
  paragraphs: ["Madame,", "Vos trois rendez-vous sont fixés.\nLa convocation est jointe."],
  documents: [],
  calendar: [
    partOf(),
    partOf(
      {
        uid: "rdc-2026-agent-7-interview-1@convoque.example",
        startsAt: at("2026-06-17T07:30:00.000Z"),
        endsAt: at("2026-06-17T08:30:00.000Z"),
        summary: "Entretien avec l'inspectrice",
      },
      { fileName: "entretien-inspectrice.ics" },
    ),
    partOf(
      {
        uid: "rdc-2026-agent-7-interview-2@convoque.example",
        startsAt: at("2026-06-24T12:00:00.000Z"),
        endsAt: at("2026-06-24T13:00:00.000Z"),
        summary: "Entretien avec le chef d'établissement",
      },
      { fileName: "entretien-chef-d'établissement.ics" },
    ),
  ],
  ...content,
})

/** Bytes that begin as a ZIP or a workbook does and hold every octet, lines of dots among them. */
export const archiveBytes = (length: number): Uint8Array => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8) * 7) % 256)
  bytes.set(new TextEncoder().encode("PK\u0003\u0004\r\n.\r\n..\r\nFrom \n\n"))
  return bytes
}

/** The media type of a workbook. */
export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

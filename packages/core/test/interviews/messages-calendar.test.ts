/** The calendar entry that goes with the date of an interview, and the mail of its deletion. */
import { CivilTime } from "@convoque/core/kernel/calendar"
import { decide, fold } from "@convoque/core/kernel/machine"
import type { CalendarPart, MessageContent } from "@convoque/core/kernel/message"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { InterviewCommand } from "../../src/interviews/interview/commands.ts"
import { interviewMachine as machine } from "../../src/interviews/interview/decider.ts"
import { Meeting } from "../../src/interviews/interview/model.ts"
import { messagesOf } from "../../src/interviews/interview/policies.ts"
import type { CampaignTerms } from "../../src/interviews/terms/model/campaign-terms.ts"
import { wordingEn } from "../../src/interviews/wording.en.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import { postpone, propose, recordNotHeld, remove, unplan } from "./acts.ts"
import { agent, day, history, on, reason, terms } from "./given.ts"
import { after, type Past } from "./papers.ts"

const fileUid = "convoque/academie/interviews/professional-interview/2026/agent-1"
const toSchedule: Past = history["to-schedule"]

const meetingAt = (date: string, time: string, rest: Partial<Meeting> = {}): Meeting => ({
  date: day(date),
  time: CivilTime.make(time),
  ...rest,
})
const timed = propose({
  meeting: Meeting.make({ ...meetingAt("2026-01-26", "14:00"), place: "Bureau 12" }),
})
const moved = postpone({
  meeting: meetingAt("2026-02-09", "09:30", { durationMinutes: 90 }),
})
const untimed = postpone()

const mailOf = (
  past: Past,
  command: InterviewCommand,
  given: { readonly terms?: CampaignTerms; readonly wording?: typeof wordingFr } = {},
): MessageContent => {
  const state = fold(machine, past)
  const events = Result.getOrThrow(decide(machine, command, state))
  const [mail, ...others] = messagesOf(fold(machine, events, state), events, {
    wording: wordingFr,
    terms,
    fileUid,
    ...given,
  })
  if (mail === undefined || others.length > 0) throw new Error("not one mail")
  return mail
}
const partOf = (...given: Parameters<typeof mailOf>): CalendarPart => {
  const [part, ...others] = mailOf(...given).calendar
  if (part === undefined || others.length > 0) throw new Error("not one part")
  return part
}
const shownBy = ({ method, entry: { sequence, startsAt } }: CalendarPart) =>
  `${method} ${sequence} ${startsAt.slice(0, 16)}`
const inZone = (zone: CampaignTerms["zone"]): CampaignTerms => ({ ...terms, zone })

describe("ENT-06 the calendar entry of a date", () => {
  test("ENT-06 a date with an hour invites the agent, in the zone of the campaign", () => {
    expect(partOf(toSchedule, timed)).toStrictEqual({
      fileName: "entretien.ics",
      method: "REQUEST",
      entry: {
        uid: fileUid,
        sequence: 0,
        startsAt: "2026-01-26T13:00:00.000Z",
        endsAt: "2026-01-26T13:45:00.000Z",
        zone: "Europe/Paris",
        summary: "Entretien\u00A0: Entretiens professionnels 2026",
        description: "Responsable\u00A0: Marc Nguyên",
        location: "Bureau 12",
        organizer: { name: "Service RH", address: "rh@academie.example" },
      },
    })
    expect(partOf(toSchedule, timed, { wording: wordingEn })).toMatchObject({
      fileName: "interview.ics",
      entry: {
        summary: "Interview: Entretiens professionnels 2026",
        description: "Manager: Marc Nguyên",
      },
    })
    const overseas = inZone("Pacific/Tahiti" as CampaignTerms["zone"])
    expect(partOf(toSchedule, timed, { terms: overseas }).entry).toMatchObject({
      startsAt: "2026-01-27T00:00:00.000Z",
      zone: "Pacific/Tahiti",
    })
  })

  test("ENT-12 it lasts as planned, else the least time of the procedure, else one hour", () => {
    const endOf = (...given: Parameters<typeof mailOf>) => partOf(...given).entry.endsAt
    expect(endOf(after(toSchedule, timed), moved)).toBe("2026-02-09T10:00:00.000Z")
    expect(endOf(toSchedule, timed)).toBe("2026-01-26T13:45:00.000Z")
    const { minimumMinutes: _, ...procedure } = terms.procedure
    const unbound = { ...terms, procedure }
    expect(endOf(toSchedule, timed, { terms: unbound })).toBe("2026-01-26T14:00:00.000Z")
  })

  test("ENT-06 a place that is not known is not invented", () => {
    const meeting = meetingAt("2026-01-26", "14:00")
    expect(partOf(toSchedule, propose({ meeting })).entry.location).toBe("")
  })

  test("ENT-06 without an hour there is no entry, whatever becomes of the date", () => {
    const past = after(toSchedule, propose())
    const mails = [
      mailOf(toSchedule, propose()),
      mailOf(past, untimed),
      mailOf(past, unplan()),
      mailOf(past, remove()),
    ]
    expect(mails.flatMap(({ calendar }) => calendar)).toStrictEqual([])
  })

  test("ENT-11 each act on the date has a higher sequence under the same name", () => {
    const parts = [
      partOf(toSchedule, timed),
      partOf(after(toSchedule, timed), moved),
      partOf(after(toSchedule, timed, moved), unplan()),
      partOf(after(toSchedule, timed, moved, unplan()), timed),
      partOf(after(toSchedule, timed, moved, unplan(), timed), remove()),
    ]
    expect(parts.map(shownBy)).toStrictEqual([
      "REQUEST 0 2026-01-26T13:00",
      "REQUEST 1 2026-02-09T08:30",
      "CANCEL 2 2026-02-09T08:30",
      "REQUEST 3 2026-01-26T13:00",
      "CANCEL 4 2026-01-26T13:00",
    ])
    expect(new Set(parts.map(({ entry }) => entry.uid))).toStrictEqual(new Set([fileUid]))
  })

  test("ENT-11 a new date without an hour withdraws the entry of the former one", () => {
    const part = partOf(after(toSchedule, timed), untimed)
    expect(shownBy(part)).toBe("CANCEL 1 2026-01-26T13:00")
    const unplanned = after(toSchedule, timed, unplan())
    expect(shownBy(partOf(unplanned, propose()))).toBe("CANCEL 2 2026-01-26T13:00")
  })

  test("ENT-11 the entry of a date on which the interview was not held stays; the next one is a new request", () => {
    const past = after(toSchedule, timed, recordNotHeld())
    const again = { at: on("2026-01-28"), meeting: moved.meeting }
    expect(shownBy(partOf(past, propose(again)))).toBe("REQUEST 1 2026-02-09T08:30")
    const dateOnly = propose({ ...again, meeting: { date: day("2026-02-09") } })
    expect(mailOf(past, dateOnly).calendar).toStrictEqual([])
  })

  test("ENT-06 an hour that the clocks skip is none; one that happens twice is the first", () => {
    const skipped = propose({ meeting: meetingAt("2026-03-29", "02:30") })
    expect(mailOf(toSchedule, skipped).calendar).toStrictEqual([])
    const twice = propose({ meeting: meetingAt("2026-10-25", "02:30") })
    expect(partOf(toSchedule, twice).entry.startsAt).toBe("2026-10-25T00:30:00.000Z")
  })
})

describe("CAM-11 an interview with a proposed date is deleted", () => {
  const past = after(toSchedule, timed)

  test("CAM-11 the agent is told, and the entry withdrawn", () => {
    const { calendar, ...mail } = mailOf(past, remove({ reason: reason("Départ à la retraite.") }))
    expect(mail).toStrictEqual({
      kind: "interview-deleted",
      to: { name: "Éloïse Le Gall", address: agent.email },
      language: "fr",
      subject: "Entretien annulé",
      paragraphs: [
        "Bonjour Éloïse Le Gall,",
        "L'entretien du lundi 26 janvier 2026, proposé par Marc Nguyên, est supprimé et n'aura pas lieu.",
        "Motif\u00A0: Départ à la retraite.",
        "Cordialement,\nService RH",
      ],
      documents: [],
      thread: "meeting",
    })
    expect(calendar.map(shownBy)).toStrictEqual(["CANCEL 1 2026-01-26T13:00"])
  })

  test("CAM-11 without a reason, and in English", () => {
    expect(mailOf(past, remove(), { wording: wordingEn }).paragraphs).toStrictEqual([
      "Dear Éloïse Le Gall,",
      "The interview that Marc Nguyên proposed for Monday 26 January 2026 is deleted and will not take place.",
      "Yours faithfully,\nService RH",
    ])
  })
})

/**
 * Which mails leave when a period begins to count: one to each manager of the exams whose missions
 * it touches, listing those missions.
 *
 * A mail names the person, the period, its reason and origin, and the missions; neither a NUMEN nor
 * a day of birth can get into it.
 *
 * @requirement IND-05
 */
import type { Instant } from "../../kernel/calendar.ts"
import { isMailAddress } from "../../kernel/mail-address.ts"
import type { Mailbox, MessageContent } from "../../kernel/message.ts"
import type { Wording } from "../wording.ts"
import type { UnavailabilityEvent } from "./events.ts"
import type { OverlappedMission, UntoldManager } from "./model.ts"
import type { Unavailability } from "./state.ts"

/**
 * What mails are made with.
 *
 * - `person`: the name of who is unavailable; `schoolName`: of who declared it, if known;
 * - `uselessAfter`: for imports, the end of the period, after which the mail would only confuse.
 */
export interface Correspondence {
  readonly wording: Wording
  readonly person: string
  readonly schoolName: string | null
  readonly uselessAfter?: Instant
}

/** What happened to a period: its state before, the events, the missions they touch. */
export interface Happened {
  readonly before: Unavailability
  readonly events: ReadonlyArray<UnavailabilityEvent>
  readonly overlapped: ReadonlyArray<OverlappedMission>
}

/**
 * Gives the mails that some events cause, in the order of the missions. A source that only says
 * otherwise why a person is absent causes none: the managers know of the period.
 */
export const overlapMessages = (
  { before, events, overlapped }: Happened,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const isKnown = before._tag === "declared" || before._tag === "imported"
  const event = events.findLast(({ _tag }) => _tag !== "UnavailabilityRemoved")
  if (isKnown || event === undefined || event._tag === "UnavailabilityRemoved") return []
  const { wording, person, schoolName, uselessAfter } = correspondence
  const { period, reason, origin } = event
  return recipientsOf(overlapped).map(({ to, missions }) => {
    const told = { person, period, reason, origin, schoolName, missions }
    return {
      kind: "unavailability-overlap",
      to,
      language: wording.language,
      subject: wording.unavailability.mail.subject(told),
      paragraphs: wording.unavailability.mail.paragraphs(to.name, told),
      documents: [],
      calendar: [],
      ...(uselessAfter === undefined ? {} : { uselessAfter }),
    }
  })
}

/** Gives those whom no mail tells, by mission: managers without address, exams without manager. */
export const untoldManagers = (
  overlapped: ReadonlyArray<OverlappedMission>,
): ReadonlyArray<UntoldManager> =>
  overlapped.flatMap(({ number, exam, managers }): ReadonlyArray<UntoldManager> =>
    managers.length === 0
      ? [{ mission: number, exam, manager: null }]
      : managers
          .filter(({ email }) => email === null || !isMailAddress(email))
          .map(({ name }) => ({ mission: number, exam, manager: name })),
  )

interface Recipient {
  readonly to: Mailbox
  readonly missions: ReadonlyArray<OverlappedMission>
}

// A manager in charge of several exams is told once, under the first name he bears.
const recipientsOf = (overlapped: ReadonlyArray<OverlappedMission>): ReadonlyArray<Recipient> => {
  const recipients = new Map<string, Recipient>()
  for (const mission of overlapped) {
    const told = new Set<string>()
    for (const { name, email } of mission.managers) {
      if (email === null || !isMailAddress(email)) continue
      const address = email.toLowerCase()
      if (told.has(address)) continue
      told.add(address)
      const known = recipients.get(address) ?? { to: { name, address: email }, missions: [] }
      recipients.set(address, { ...known, missions: [...known.missions, mission] })
    }
  }
  return [...recipients.values()]
}

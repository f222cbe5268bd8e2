/**
 * Which mails leave when a period begins to count, and when it no longer does: one to each manager of
 * the exams whose missions it touches, listing those missions.
 *
 * A mail names the person, the period, its origin, and the missions; neither a reason, which may tell
 * of health, nor a NUMEN nor a day of birth can get into it.
 *
 * @requirement IND-05
 */
import * as Result from "effect/Result"
import { type Instant, instantAt, type Zone } from "../../kernel/calendar.ts"
import { isMailAddress } from "../../kernel/mail-address.ts"
import type { Mailbox, MessageContent } from "../../kernel/message.ts"
import type { Wording } from "../wording.ts"
import type { UnavailabilityEvent } from "./events.ts"
import type { OverlappedMission, UnavailabilityPeriod, UntoldManager } from "./model.ts"
import type { Unavailability } from "./state.ts"

/**
 * What mails are made with.
 *
 * - `person`: the name of who is unavailable; `schoolName`: of who declared it, if known;
 * - `uselessAfter`: the end of the period, after which the mail would only confuse.
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
 * Gives the mails that some events cause, in the order of the missions: that a period counts, or that
 * it no longer stands. A source that only says otherwise why a person is absent causes none: the
 * managers know of the period. The mails about one period to one manager are a thread: what has not
 * left when another follows is dropped.
 */
export const overlapMessages = (
  { before, events, overlapped }: Happened,
  { wording, person, schoolName, uselessAfter }: Correspondence,
): ReadonlyArray<MessageContent> => {
  const event = events.at(-1)
  if (event === undefined) return []
  const isKnown = before._tag === "declared" || before._tag === "imported"
  const isRemoved = event._tag === "UnavailabilityRemoved"
  if (isKnown !== isRemoved) return []
  const { period, origin } = event
  const { mail, withdrawal } = wording.unavailability
  const texts = isRemoved ? withdrawal : mail
  return recipientsOf(overlapped).map(({ to, missions }) => {
    const told = { person, period, origin, schoolName, missions }
    return {
      kind: isRemoved ? "unavailability-withdrawn" : "unavailability-overlap",
      to,
      language: wording.language,
      subject: texts.subject(told),
      paragraphs: texts.paragraphs(to.name, told),
      documents: [],
      calendar: [],
      thread: `overlap/${to.address.toLowerCase()}`,
      ...(uselessAfter === undefined ? {} : { uselessAfter }),
    }
  })
}

/** Gives the instant at which a period is over, when its last minute exists on the clock. */
export const endOfPeriod = ({ end }: UnavailabilityPeriod, zone: Zone): Instant | undefined => {
  const found = instantAt({ ...end, zone, occurrence: "later" })
  return Result.isSuccess(found) ? found.success : undefined
}

/** Counts the managers who are in charge of missions and have no address. */
export const withoutAddress = (overlapped: ReadonlyArray<OverlappedMission>): number =>
  new Set(untoldManagers(overlapped).flatMap(({ manager }) => (manager === null ? [] : [manager])))
    .size

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

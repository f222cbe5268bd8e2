/**
 * The calendar entry of an interview that has an hour: invitation, change, withdrawal. One entry an
 * interview, whose sequence grows with every act on the date, with or without an hour.
 *
 * @requirement ENT-06
 * @requirement ENT-11
 */
import * as Result from "effect/Result"
import { addMinutes, type Instant, instantAt } from "../../../kernel/calendar.ts"
import type { CalendarPart } from "../../../kernel/message.ts"
import { personName } from "../../../kernel/ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { InterviewEvent } from "../events.ts"
import type { Meeting } from "../model.ts"
import type { OpenedInterview } from "../state.ts"
import type { Correspondence, EventOf } from "./letter.ts"

/** Minutes of an interview for which neither its superior nor its procedure plans any. */
const usualMinutes = 60

type Dating = EventOf<"InterviewProposed" | "InterviewPostponed">

/**
 * Gives the part that brings the agent's calendar to the date as it now stands, after the act that
 * is told: a request when the proposed date has an hour, a cancellation when an earlier one had,
 * else nothing. An hour that the clocks skip is none; one that happens twice is the first.
 *
 * Decision: without a planned time the entry takes the least time of the procedure, else one hour.
 */
export const calendarParts = (
  state: OpenedInterview,
  correspondence: Correspondence,
): ReadonlyArray<CalendarPart> => {
  const { terms } = correspondence
  const dated = datings(state.acts).filter((one) => spanOf(one.meeting, terms) !== undefined)
  const last = dated.at(-1)
  if (last === undefined) return []
  const isCurrent = state._tag === "proposed" && datings(state.acts).at(-1) === last
  return part(state, correspondence, {
    method: isCurrent ? "REQUEST" : "CANCEL",
    meeting: last.meeting,
  })
}

/** Gives the last date that was proposed. */
export const lastMeeting = ({ acts }: OpenedInterview): Meeting | undefined =>
  datings(acts).at(-1)?.meeting

// A date on which the interview was not held stays in the calendar: it has passed.
const datings = (acts: ReadonlyArray<InterviewEvent>): ReadonlyArray<Dating> =>
  acts
    .slice(acts.findLastIndex(({ _tag }) => _tag === "InterviewNotHeld") + 1)
    .filter(
      (act): act is Dating => act._tag === "InterviewProposed" || act._tag === "InterviewPostponed",
    )

const part = (
  state: OpenedInterview,
  { wording: { mails }, terms, fileUid }: Correspondence,
  { method, meeting }: { readonly method: CalendarPart["method"]; readonly meeting: Meeting },
): ReadonlyArray<CalendarPart> => {
  const span = spanOf(meeting, terms)
  return span === undefined
    ? []
    : [
        {
          fileName: mails.calendar.fileName,
          method,
          entry: {
            uid: fileUid,
            sequence: sequenceOf(state),
            ...span,
            zone: terms.zone,
            summary: mails.calendar.summary(terms.label),
            description: mails.calendar.description(personName(state.superior)),
            location: meeting.place ?? "",
            organizer: terms.organizer,
          },
        },
      ]
}

const onDate: ReadonlySet<InterviewEvent["_tag"]> = new Set([
  "InterviewProposed",
  "InterviewPostponed",
  "InterviewUnplanned",
  "InterviewDeleted",
] as const)

/** How many acts on the date came before the one that is told. */
const sequenceOf = ({ acts }: OpenedInterview): number =>
  acts.filter(({ _tag }) => onDate.has(_tag)).length - 1

const spanOf = (
  { date, time, durationMinutes }: Meeting,
  { zone, procedure }: CampaignTerms,
): { readonly startsAt: Instant; readonly endsAt: Instant } | undefined => {
  if (time === undefined) return undefined
  const start = instantAt({ date, time, zone, occurrence: "earlier" })
  if (Result.isFailure(start)) return undefined
  const minutes = durationMinutes ?? procedure.minimumMinutes ?? usualMinutes
  return { startsAt: start.success, endsAt: addMinutes(start.success, minutes) }
}

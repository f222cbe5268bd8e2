/**
 * What appointments must respect together and towards the calendar: not in the past, no overlap,
 * and the legal policies of the campaign, each read on the day of the notification.
 *
 * The first refusal found is given, naming slot and role.
 */
import {
  civilDayAt,
  type CivilDate,
  inForce,
  type Instant,
  lastDay,
  noticeDeadline,
} from "../../../kernel/calendar.ts"
import {
  type CampaignTerms,
  type Slot,
  type SlotId,
  type SlotName,
  slotName,
} from "../../campaign/model.ts"
import type { Appointment } from "../model.ts"
import type { AppointmentSetRefusal } from "../refusals.ts"

/** What a schedule is judged on: all appointments known, and those that are set or moved now. */
export interface Schedule {
  readonly terms: CampaignTerms
  readonly at: Instant
  readonly appointments: ReadonlyArray<Appointment>
  readonly judged: ReadonlyArray<SlotId>
}

/**
 * Gives what is wrong with a schedule: first each judged appointment alone (past, notice, school
 * break), then all of them together (overlap, visit first, gap between interviews).
 */
export const scheduleRefusal = (schedule: Schedule): AppointmentSetRefusal | undefined =>
  firstOf(
    schedule.appointments.filter(({ slot }) => schedule.judged.includes(slot)),
    (one) =>
      pastRefusal(schedule, one) ?? noticeRefusal(schedule, one) ?? breakRefusal(schedule, one),
  ) ??
  overlapRefusal(schedule) ??
  orderRefusal(schedule) ??
  gapRefusal(schedule)

/** The checks of a campaign that cannot run, because nobody supplied what they need. */
export const uncheckedPolicies = (terms: CampaignTerms): ReadonlyArray<"school-breaks"> =>
  terms.template.policies.schoolBreaks === undefined ? ["school-breaks"] : []

/** Tells whether two appointments have a moment in common; touching ends do not overlap. */
export const overlap = (
  one: { readonly startsAt: Instant; readonly endsAt: Instant },
  other: { readonly startsAt: Instant; readonly endsAt: Instant },
): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt

/** Tells whether an appointment has ended. */
export const isOver = (appointment: Appointment, at: Instant): boolean => appointment.endsAt <= at

/**
 * Decision: an appointment of today is refused from the instant at which it begins
 * (docs/decisions/0013-hour-in-past.md).
 */
const pastRefusal = (schedule: Schedule, one: Appointment): AppointmentSetRefusal | undefined => {
  const { date, start } = one
  const today = civilDayAt(schedule.at, one.zone)
  if (date < today) {
    return { _tag: "appointment.date-in-past", ...named(schedule, one), date, today }
  }
  return one.startsAt <= schedule.at
    ? { _tag: "appointment.hour-in-past", ...named(schedule, one), date, start }
    : undefined
}

const noticeRefusal = (schedule: Schedule, one: Appointment): AppointmentSetRefusal | undefined => {
  const { template, holidays } = schedule.terms
  const today = civilDayAt(schedule.at, one.zone)
  const rule = inForce(template.policies.notice, today)
  if (rule === undefined) return undefined
  const notifiedBy = noticeDeadline(one.date, rule.value, holidays)
  if (today <= notifiedBy) return undefined
  return {
    _tag: "appointment.notice-too-short",
    ...named(schedule, one),
    date: one.date,
    period: rule.value,
    notifiedBy,
    today,
    legalSource: rule.source,
  }
}

const breakRefusal = (schedule: Schedule, one: Appointment): AppointmentSetRefusal | undefined => {
  const rule = schedule.terms.template.policies.schoolBreaks
  const found = rule?.days.find(({ from, until }) => from <= one.date && one.date <= until)
  return rule === undefined || found === undefined
    ? undefined
    : {
        _tag: "appointment.in-school-break",
        ...named(schedule, one),
        date: one.date,
        schoolBreak: found.label,
        legalSource: rule.source,
      }
}

const overlapRefusal = (schedule: Schedule): AppointmentSetRefusal | undefined =>
  firstOf(schedule.appointments, (one, index) => {
    const other = schedule.appointments.slice(index + 1).find((next) => overlap(one, next))
    return other === undefined
      ? undefined
      : { _tag: "appointment.overlap", slots: [named(schedule, one), named(schedule, other)] }
  })

const orderRefusal = (schedule: Schedule): AppointmentSetRefusal | undefined => {
  const { template } = schedule.terms
  return firstOf(schedule.appointments, (interview) => {
    const visitSlot = slotOf(template.slots, interview.slot)?.discusses
    const visit = schedule.appointments.find(({ slot }) => slot === visitSlot)
    if (visit === undefined || visit.startsAt <= interview.startsAt) return undefined
    const rule = inForce(template.policies.visitFirst, notificationDay(schedule))
    return rule === undefined
      ? undefined
      : {
          _tag: "appointment.order",
          ...named(schedule, interview),
          visit: named(schedule, visit),
          legalSource: rule.source,
        }
  })
}

const gapRefusal = (schedule: Schedule): AppointmentSetRefusal | undefined => {
  const { template, holidays } = schedule.terms
  const rule = inForce(template.policies.interviewsWithin, notificationDay(schedule))
  const [first, ...others] = schedule.appointments
    .filter(({ slot }) => slotOf(template.slots, slot)?.kind === "interview")
    .toSorted((left, right) => (left.startsAt < right.startsAt ? -1 : 1))
  const last = others.at(-1)
  if (rule === undefined || first === undefined || last === undefined) return undefined
  if (last.date <= lastDay(first.date, rule.value, holidays).lastDay) return undefined
  return {
    _tag: "appointment.gap-too-long",
    ...named(schedule, last),
    date: last.date,
    other: named(schedule, first),
    otherDate: first.date,
    period: rule.value,
    legalSource: rule.source,
  }
}

const notificationDay = ({ at, terms }: Schedule): CivilDate => civilDayAt(at, terms.zone)

const slotOf = (slots: ReadonlyArray<Slot>, id: SlotId): Slot | undefined =>
  slots.find(({ slot }) => slot === id)

// Every appointment of a file fills a slot of its template.
const named = ({ terms }: Schedule, { slot }: Appointment): SlotName =>
  slotName(slotOf(terms.template.slots, slot) ?? terms.template.slots[0])

const firstOf = <A, B>(
  values: ReadonlyArray<A>,
  check: (value: A, index: number) => B | undefined,
): B | undefined => {
  for (const [index, value] of values.entries()) {
    const found = check(value, index)
    if (found !== undefined) return found
  }
  return undefined
}

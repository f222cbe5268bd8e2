/**
 * Reading what an evaluator typed: from text to an appointment, or the first thing wrong with it.
 *
 * @requirement RDC-04
 * @requirement RDC-05
 */
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import {
  type CivilDate,
  type CivilTime,
  type Instant,
  instantAt,
  isCivilDate,
  isCivilTime,
  Zone,
} from "../../../kernel/calendar.ts"
import type { SlotName } from "../../campaign/model.ts"
import {
  type Appointment,
  type EnteredAppointment,
  type Occurrence,
  Place,
  placeMaximum,
} from "../model.ts"
import type { AppointmentSetRefusal } from "../refusals.ts"

type Read<A> = Result.Result<A, AppointmentSetRefusal>

/**
 * Gives the appointment that was typed for a slot, or the first refusal in the order date, start,
 * end, place, zone, length, clock change. The place loses the spaces around it.
 *
 * Does not compare it with today or with other appointments.
 */
export const readAppointment = (named: SlotName, typed: EnteredAppointment): Read<Appointment> => {
  const { date, start, end } = typed
  if (!isCivilDate(date)) return Result.fail({ _tag: "date.format", ...named, value: shown(date) })
  if (!isCivilTime(start)) return Result.fail(timeFormat(named, "start", start))
  if (!isCivilTime(end)) return Result.fail(timeFormat(named, "end", end))
  const place = readPlace(named, typed.place)
  if (Result.isFailure(place)) return Result.fail(place.failure)
  if (!isZone(typed.zone)) {
    return Result.fail({ _tag: "appointment.unknown-zone", ...named, value: shown(typed.zone) })
  }
  if (end <= start) {
    return Result.fail({ _tag: "appointment.end-not-after-start", ...named, start, end })
  }
  const hour = { date, zone: typed.zone, named }
  const startsAt = readHour(hour, {
    field: "start",
    time: start,
    occurrence: typed.startOccurrence,
  })
  if (Result.isFailure(startsAt)) return Result.fail(startsAt.failure)
  const endsAt = readHour(hour, { field: "end", time: end, occurrence: typed.endOccurrence })
  if (Result.isFailure(endsAt)) return Result.fail(endsAt.failure)
  if (endsAt.success <= startsAt.success) {
    return Result.fail({ _tag: "appointment.end-not-after-start", ...named, start, end })
  }
  return Result.succeed({
    slot: named.slot,
    date,
    place: place.success,
    start,
    end,
    zone: typed.zone,
    startsAt: startsAt.success,
    endsAt: endsAt.success,
  })
}

const timeFormat = (
  named: SlotName,
  field: "start" | "end",
  value: string,
): AppointmentSetRefusal => ({
  _tag: "appointment.time-format",
  ...named,
  field,
  value: shown(value),
})

// A refusal is read by people and kept in logs: it quotes no more than a line of what was typed.
const shown = (value: string): string => value.slice(0, 60)

const isZone = Schema.is(Zone)
const placeOf = Schema.decodeOption(Place)

const readPlace = (named: SlotName, typed: string): Read<Place> => {
  const text = typed.trim()
  if (text === "") return Result.fail({ _tag: "appointment.place-required", ...named })
  const length = Array.from(text).length
  if (length > placeMaximum) {
    return Result.fail({
      _tag: "appointment.place-too-long",
      ...named,
      length,
      maximum: placeMaximum,
    })
  }
  const place = placeOf(text)
  return Option.isSome(place)
    ? Result.succeed(place.value)
    : Result.fail({ _tag: "appointment.place-not-printable", ...named })
}

const readHour = (
  {
    date,
    zone,
    named,
  }: { readonly date: CivilDate; readonly zone: Zone; readonly named: SlotName },
  {
    field,
    time,
    occurrence,
  }: {
    readonly field: "start" | "end"
    readonly time: CivilTime
    readonly occurrence: Occurrence | undefined
  },
): Read<Instant> =>
  Result.mapError(
    instantAt({ date, time, zone, ...(occurrence === undefined ? {} : { occurrence }) }),
    (failure): AppointmentSetRefusal =>
      failure._tag === "hour-missing"
        ? { _tag: "appointment.hour-missing", ...named, field, date, time, zone }
        : {
            _tag: "appointment.hour-ambiguous",
            ...named,
            field,
            date,
            time,
            zone,
            earlier: failure.earlier,
            later: failure.later,
          },
  )

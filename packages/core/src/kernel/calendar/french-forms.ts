/**
 * French printed forms of days and hours (dates en toutes lettres), by date-fns and its French locale.
 * Only civil parts are given to it, at noon UTC, so that the zone of the process can never move an hour.
 */
import { UTCDateMini } from "@date-fns/utc/date/mini"
import { format } from "date-fns/format"
import { fr } from "date-fns/locale/fr"
import type { CivilDate } from "./civil-date.ts"
import type { CivilTime } from "./civil-time.ts"
import { twoDigits } from "./day-number.ts"
import { type Instant, millisOf } from "./instant.ts"
import { memo } from "./memo.ts"
import { civilDayAt, civilTimeAt, offsetMillisAt, type Zone } from "./zone.ts"

/**
 * Gives the long form of a day.
 * @example longDate("2016-06-01" as CivilDate) // => "mercredi 1er juin 2016"
 */
export const longDate: (date: CivilDate) => string = memo(2048, (date: CivilDate) =>
  format(new UTCDateMini(`${date}T12:00:00Z`), "EEEE do MMMM y", { locale: fr }),
)

/**
 * Gives the long form of an instant at a place, with seconds.
 * @example longDateTime("2016-06-17T06:00:00.000Z" as Instant, "Europe/Paris" as Zone) // => "vendredi 17 juin 2016 08:00:00"
 */
export const longDateTime = (instant: Instant, zone: Zone): string =>
  `${longDate(civilDayAt(instant, zone))} ${civilTimeAt(instant, zone)}:${secondsAt(instant, zone)}`

/**
 * Gives the short form of a day.
 * @example shortDate("2016-06-17" as CivilDate) // => "17/06/2016"
 */
export const shortDate = (date: CivilDate): string =>
  `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`

/**
 * Gives the short form of an instant at a place.
 * @example shortDateTime("2016-11-30T13:47:00.000Z" as Instant, "Europe/Paris" as Zone) // => "30/11/2016 14:47"
 */
export const shortDateTime = (instant: Instant, zone: Zone): string =>
  `${shortDate(civilDayAt(instant, zone))} ${civilTimeAt(instant, zone)}`

/**
 * Gives the printed form of a time of day.
 * @example hourForm("08:00" as CivilTime) // => "08:00"
 */
export const hourForm = (time: CivilTime): string => time

const secondsAt = (instant: Instant, zone: Zone): string => {
  const seconds = Math.floor((millisOf(instant) + offsetMillisAt(instant, zone)) / 1000)
  return twoDigits(((seconds % 60) + 60) % 60)
}

/** French printed forms of periods, and of instants without a place. */
import { type Instant, type LegalPeriod, shortDateTime, type Zone } from "../../kernel/calendar.ts"

const units = {
  days: ["jour calendaire", "jours calendaires"],
  "clear-days": ["jour franc", "jours francs"],
  "working-days": ["jour ouvré", "jours ouvrés"],
  "business-days": ["jour ouvrable", "jours ouvrables"],
  weeks: ["semaine", "semaines"],
  months: ["mois", "mois"],
  "clear-months": ["mois franc", "mois francs"],
} as const

/**
 * Gives a legal period in words.
 * @example periodFr({ length: 15, unit: "clear-days", extends: true }) // => "15 jours francs"
 */
export const periodFr = ({ length, unit }: LegalPeriod): string =>
  `${length} ${units[unit][length > 1 ? 1 : 0]}`

/** Gives an instant where no place is known: in universal time, and saying so. */
export const utcMomentFr = (instant: Instant): string =>
  `${shortDateTime(instant, "UTC" as Zone)} UTC`

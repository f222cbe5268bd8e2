/** French printed forms of periods. */
import type { LegalPeriod } from "../../kernel/calendar.ts"

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

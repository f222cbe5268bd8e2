/** Legal periods in words (délais en toutes lettres), in French and in English. */
import type { LegalPeriod, PeriodUnit } from "./legal-period.ts"

const french: Readonly<Record<PeriodUnit, readonly [one: string, several: string]>> = {
  days: ["jour calendaire", "jours calendaires"],
  "clear-days": ["jour franc", "jours francs"],
  "working-days": ["jour ouvré", "jours ouvrés"],
  "business-days": ["jour ouvrable", "jours ouvrables"],
  weeks: ["semaine", "semaines"],
  months: ["mois", "mois"],
  "clear-months": ["mois franc", "mois francs"],
}

const english: Readonly<Record<PeriodUnit, string>> = {
  days: "calendar day",
  "clear-days": "clear day",
  "working-days": "working day",
  "business-days": "business day",
  weeks: "week",
  months: "month",
  "clear-months": "clear month",
}

/**
 * Gives a legal period in French words.
 * @example periodFr({ length: 15, unit: "clear-days", extends: true }) // => "15 jours francs"
 */
export const periodFr = ({ length, unit }: LegalPeriod): string =>
  `${length} ${french[unit][length > 1 ? 1 : 0]}`

/**
 * Gives a legal period in English words.
 * @example periodEn({ length: 15, unit: "clear-days", extends: true }) // => "15 clear days"
 */
export const periodEn = ({ length, unit }: LegalPeriod): string =>
  `${length} ${english[unit]}${length > 1 ? "s" : ""}`

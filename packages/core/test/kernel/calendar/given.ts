/**
 * Short makers of calendar values and the depth of the properties, for the tests of the kernel.
 */
import {
  CivilDate,
  CivilTime,
  Instant,
  type LegalPeriod,
  Zone,
} from "@convoque/core/kernel/calendar"

/** Makes a date, a time, an instant, a zone; refuses what is not one. */
export const day = (text: string) => CivilDate.make(text)
export const time = (text: string) => CivilTime.make(text)
export const instant = (text: string) => Instant.make(text)
export const zone = (text: string) => Zone.make(text)

/** Makes a period that moves over weekends and holidays. */
export const moving = (length: number, unit: LegalPeriod["unit"]): LegalPeriod => ({
  length,
  unit,
  extends: true,
})

/** How many times longer the properties run: CONVOQUE_DEEP, 1 when unset. */
export const depth = Math.max(1, Number(process.env["CONVOQUE_DEEP"] ?? 1) || 1)

/** Time limit of the deep properties, in milliseconds. */
export const deep = { timeout: 5000 * depth }

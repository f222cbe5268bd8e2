/**
 * The period by which a list is filtered (filtre « du ... au ... »): two days, both mandatory, both
 * in it.
 *
 * @requirement PER-07
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../calendar.ts"

/** A period from its first day to its last. */
export const ListPeriod = Schema.Struct({ from: CivilDate, until: CivilDate })
export type ListPeriod = typeof ListPeriod.Type

/** A period that ends before it begins. */
export interface PeriodReversed {
  readonly _tag: "period.end-before-start"
  readonly from: CivilDate
  readonly until: CivilDate
}

/** Gives the refusal of a period that ends before it begins; one day is a period. */
export const periodReversed = ({ from, until }: ListPeriod): PeriodReversed | undefined =>
  until < from ? { _tag: "period.end-before-start", from, until } : undefined

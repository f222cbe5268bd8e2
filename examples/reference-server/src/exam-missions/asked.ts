/** What the address of a list asks: sort, keyword, place; and the dates that people type. */
import type { StaffPeriod } from "@convoque/core/exam-missions"
import { type DateFormat, frenchDate } from "@convoque/core/kernel/calendar"
import type { ListPeriod, ListQuery, Sort } from "@convoque/core/kernel/listing"
import { fr } from "@convoque/core/kernel/text"
import * as Result from "effect/Result"
import { given, lostPlace, placeIn } from "../campaigns/names.ts"

/** Lines of a page: a list of a school is shown whole, one of an academy page by page. */
export const pageLength = 1000

/** What is asked of a list, and what is wrong with the address. */
export interface Asked {
  readonly query: Omit<ListQuery, "scope">
  readonly faults: ReadonlyArray<string>
}

/**
 * Reads what an address asks of a list that can be sorted by some columns; the usual sort, such as
 * `-start`, when it asks for none or for another.
 */
export const askedOf = (
  fields: URLSearchParams,
  columns: ReadonlyArray<string>,
  usual: string,
): Asked => {
  const keyword = given(fields, "q")
  const after = placeIn(fields)
  const wanted = given(fields, "sort") ?? usual
  const isKnown = columns.includes(sortOf(wanted).column)
  return {
    query: {
      filters: {},
      sort: sortOf(isKnown ? wanted : usual),
      limit: pageLength,
      ...(keyword === undefined ? {} : { keyword: keyword.slice(0, 200) }),
      ...(after === undefined ? {} : { after }),
    },
    faults: [
      ...(isKnown ? [] : [fr`Cette liste n'est pas triée ainsi : voici son tri habituel.`]),
      ...(fields.has("after") && after === undefined ? [lostPlace] : []),
    ],
  }
}

const sortOf = (text: string): Sort =>
  text.startsWith("-")
    ? { column: text.slice(1), direction: "descending" }
    : { column: text, direction: "ascending" }

/** Gives a sort as an address has it. */
export const sortText = ({ column, direction }: Sort): string =>
  direction === "descending" ? `-${column}` : column

/** Tells what is wrong with a day that was typed (UI-30). */
export const dateFault = ({ value, reason }: DateFormat): string => {
  if (value === "") return fr`Champ obligatoire au format JJ/MM/AAAA.`
  return reason === "form"
    ? fr`« ${value} » n'est pas une date au format JJ/MM/AAAA.`
    : fr`« ${value} » n'existe pas dans le calendrier.`
}

/** The kinds of periods, availability first (PER-06). */
export const periodKinds: ReadonlyArray<StaffPeriod["kind"]> = ["available", "convened"]

/** A period that an address asks for, as it was typed, with what is wrong with each of its fields. */
export interface AskedPeriod {
  readonly kind: StaffPeriod["kind"]
  readonly typed: Readonly<Record<"from" | "until", string>>
  readonly faults: Readonly<Partial<Record<"from" | "until", string>>>
  readonly period: ListPeriod | undefined
}

/** Reads the period that an address asks for, by `period`, `from` and `until`; nothing without. */
export const periodIn = (fields: URLSearchParams): AskedPeriod | undefined => {
  const kind = periodKinds.find((one) => one === fields.get("period"))
  const typed = { from: fields.get("from") ?? "", until: fields.get("until") ?? "" }
  if (kind === undefined) return undefined
  const from = frenchDate(typed.from)
  const until = frenchDate(typed.until)
  return {
    kind,
    typed,
    faults: {
      ...(Result.isFailure(from) ? { from: dateFault(from.failure) } : {}),
      ...(Result.isFailure(until) ? { until: dateFault(until.failure) } : {}),
    },
    period:
      Result.isSuccess(from) && Result.isSuccess(until)
        ? { from: from.success, until: until.success }
        : undefined,
  }
}

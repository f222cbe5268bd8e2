/** The form of a new period as it was typed: what it says, and what is wrong with each field (UI-30). */
import { UnavailabilityReason } from "@convoque/core/exam-missions"
import type { UnavailabilityPeriod } from "@convoque/core/exam-missions"
import {
  type CivilDate,
  type CivilTime,
  frenchDate,
  isCivilTime,
} from "@convoque/core/kernel/calendar"
import { fr } from "@convoque/core/kernel/text"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { dateFault } from "./asked.ts"

/** The fields of the form. */
export type DeclarationField = "start-date" | "start-time" | "end-date" | "end-time" | "reason"

/** The form as it is shown again; `refused` is what the use case answered. */
export interface TypedDeclaration {
  readonly typed: Readonly<Partial<Record<DeclarationField, string>>>
  readonly faults: Readonly<Partial<Record<DeclarationField, string>>>
  readonly refused: ReadonlyArray<string>
}

/** The form before anything is typed: whole days. */
export const untyped: TypedDeclaration = {
  typed: { "start-time": "00:00", "end-time": "23:59" },
  faults: {},
  refused: [],
}

/** What the form says, when nothing is wrong with it. */
export interface ReadDeclaration {
  readonly typed: TypedDeclaration
  readonly declaration:
    | { readonly period: UnavailabilityPeriod; readonly reason: UnavailabilityReason }
    | undefined
}

const decodeReason = Schema.decodeUnknownResult(UnavailabilityReason)

/** Reads the form. */
export const declarationIn = (form: URLSearchParams): ReadDeclaration => {
  const text = (field: DeclarationField): string => form.get(field)?.trim() ?? ""
  const startDate = frenchDate(text("start-date"))
  const startTime = timeOf(text("start-time"))
  const endDate = frenchDate(text("end-date"))
  const endTime = timeOf(text("end-time"))
  const reason = Result.mapError(
    decodeReason(text("reason")),
    () => fr`Champ obligatoire : de 1 à 100 caractères, sur une ligne.`,
  )
  const faults = {
    ...faultOf("start-date", Result.mapError(startDate, dateFault)),
    ...faultOf("start-time", startTime),
    ...faultOf("end-date", Result.mapError(endDate, dateFault)),
    ...faultOf("end-time", endTime),
    ...faultOf("reason", reason),
  }
  const typed = {
    faults,
    refused: [],
    typed: {
      "start-date": text("start-date"),
      "start-time": text("start-time"),
      "end-date": text("end-date"),
      "end-time": text("end-time"),
      reason: text("reason"),
    },
  }
  const all = Result.all({ startDate, startTime, endDate, endTime, reason })
  return {
    typed,
    declaration: Result.isFailure(all) ? undefined : declarationOf(all.success),
  }
}

const declarationOf = (read: {
  readonly startDate: CivilDate
  readonly startTime: CivilTime
  readonly endDate: CivilDate
  readonly endTime: CivilTime
  readonly reason: UnavailabilityReason
}) => ({
  period: {
    start: { date: read.startDate, time: read.startTime },
    end: { date: read.endDate, time: read.endTime },
  },
  reason: read.reason,
})

const faultOf = <A>(
  field: DeclarationField,
  read: Result.Result<A, string>,
): TypedDeclaration["faults"] => (Result.isFailure(read) ? { [field]: read.failure } : {})

const timeOf = (text: string): Result.Result<CivilTime, string> => {
  if (isCivilTime(text)) return Result.succeed(text)
  return Result.fail(
    text === ""
      ? fr`Champ obligatoire au format HH:MM.`
      : fr`« ${text} » n'est pas une heure au format HH:MM.`,
  )
}

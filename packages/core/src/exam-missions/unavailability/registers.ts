/**
 * The files by which sources send periods: one line a period. They are declared like registers, so
 * that one reader reads all files; what is kept of them are periods with their acts.
 *
 * Hours may be left empty: a day begins at 00:00 and ends at 23:59. The reason of a convocation by
 * another academy is not in its file (PER-25).
 *
 * @requirement IND-02, IND-03, IND-09, PER-25
 */
import { type CivilDate, CivilTime, shortDate } from "../../kernel/calendar.ts"
import { PersonId } from "../../kernel/identity.ts"
import { confidential, neededColumn, optionalColumn, type Register } from "../../kernel/register.ts"
import { singleLine } from "../../kernel/text.ts"
import {
  DayCell,
  dayExpected,
  joinedKey,
  textExpected,
} from "../staff-directory/registers/cells.ts"
import { type OtherConvocation, type UnavailabilityPeriod, UnavailabilityReason } from "./model.ts"

/** The bounds of a period as a line has them. */
export interface SentBounds {
  readonly person: PersonId
  readonly startDate: CivilDate
  readonly startTime: CivilTime | null
  readonly endDate: CivilDate
  readonly endTime: CivilTime | null
}

/** A line of EPP or SIRHEN. */
export interface SentPeriod extends SentBounds {
  readonly reason: UnavailabilityReason
}

/** A line of another academy: whom it convenes, when, to which mission. */
export interface SentConvocation extends SentBounds, Omit<OtherConvocation, "academy"> {}

const text = (longest: number) => [singleLine(longest), textExpected(longest)] as const
const timeExpected = "une heure HH:MM"

const bounds = {
  // What stands there and is no id may be a NUMEN: it is not shown.
  person: confidential(
    neededColumn("ID_AGENT", PersonId, "un identifiant d’agent, tel que epp-12345"),
  ),
  startDate: neededColumn("DATE_DEBUT", DayCell, dayExpected),
  startTime: optionalColumn("HEURE_DEBUT", CivilTime, timeExpected),
  endDate: neededColumn("DATE_FIN", DayCell, dayExpected),
  endTime: optionalColumn("HEURE_FIN", CivilTime, timeExpected),
}

/** The name under which imports of periods report, whatever the source. */
export const importName = "unavailability"

const lines = {
  name: importName,
  key: ({ person, startDate, startTime, endDate, endTime }: SentBounds) =>
    joinedKey([person, startDate, startTime, endDate, endTime]),
  owner: ({ person }: SentBounds) => person,
  part: () => "",
  sort: ({ startDate }: SentBounds) => startDate,
  labels: () => [],
  references: [],
}

/** The lines of EPP and SIRHEN. */
export const sentPeriods: Register<SentPeriod> = {
  ...lines,
  columns: { ...bounds, reason: neededColumn("MOTIF", UnavailabilityReason, textExpected(100)) },
}

/** The lines of other academies. */
export const sentConvocations: Register<SentConvocation> = {
  ...lines,
  columns: {
    ...bounds,
    mission: neededColumn("NUMERO_MISSION", ...text(20)),
    missionType: neededColumn("TYPE_MISSION", ...text(100)),
    exam: neededColumn("EXAMEN", ...text(200)),
    centre: neededColumn("CENTRE", ...text(200)),
    place: neededColumn("LIEU", ...text(200)),
    capacity: optionalColumn("QUALITE", ...text(200)),
  },
}

/** Gives the period of a line. */
export const periodOfLine = ({
  startDate,
  startTime,
  endDate,
  endTime,
}: SentBounds): UnavailabilityPeriod => ({
  start: { date: startDate, time: startTime ?? ("00:00" as CivilTime) },
  end: { date: endDate, time: endTime ?? ("23:59" as CivilTime) },
})

/** What a source says of one person, whatever the form of its file. */
export interface IncomingPeriod {
  readonly person: PersonId
  readonly period: UnavailabilityPeriod
  readonly reason: UnavailabilityReason
  readonly convocation: OtherConvocation | null
}

/** Gives the cells of a period by column, as files have them, hours always filled. */
export const cellsOfPeriod = ({
  person,
  period: { start, end },
  reason,
  convocation,
}: IncomingPeriod): ReadonlyArray<readonly [column: string, text: string | null]> => [
  ["ID_AGENT", person],
  ["DATE_DEBUT", shortDate(start.date)],
  ["HEURE_DEBUT", start.time],
  ["DATE_FIN", shortDate(end.date)],
  ["HEURE_FIN", end.time],
  ["MOTIF", reason],
  ...(convocation === null
    ? []
    : ([
        ["NUMERO_MISSION", convocation.mission],
        ["TYPE_MISSION", convocation.missionType],
        ["EXAMEN", convocation.exam],
        ["CENTRE", convocation.centre],
        ["LIEU", convocation.place],
        ["QUALITE", convocation.capacity],
      ] as const)),
]

/**
 * Missions (missions d'examen) and the assignments of participants to them, as the management
 * service makes them. Rows of registers: read here.
 *
 * @requirement PER-14, PER-16, PER-19, PER-21, UI-32
 */
import * as Schema from "effect/Schema"
import { CivilDate, CivilTime } from "../../kernel/calendar.ts"
import { PersonId, Uai } from "../../kernel/identity.ts"

const optional = Schema.NullOr(Schema.String)

/** The number of a mission, digits only; the longest known has seven. */
export const MissionNumber = Schema.String.check(
  Schema.isPattern(/^[1-9]\d{0,8}$/u, { expected: "a mission number" }),
).pipe(Schema.brand("MissionNumber"))
export type MissionNumber = typeof MissionNumber.Type

/** An exam session: `2019` or `2016-06`. */
export const SessionPeriod = Schema.String.check(
  Schema.isPattern(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u, { expected: "a session YYYY or YYYY-MM" }),
).pipe(Schema.brand("SessionPeriod"))
export type SessionPeriod = typeof SessionPeriod.Type

/** A mission: its exam session, type and centre; some types show no speciality or no exam option. */
export const Mission = Schema.Struct({
  number: MissionNumber,
  examCode: Schema.String,
  examAcronym: Schema.String,
  session: SessionPeriod,
  examLabel: Schema.String,
  speciality: optional,
  examOption: optional,
  type: Schema.String,
  centre: Uai,
  startDate: CivilDate,
}).annotate({ identifier: "Mission" })
export type Mission = typeof Mission.Type

/** A date of an assignment, in one of the three forms of PER-16. */
export const AssignmentDate = Schema.TaggedUnion({
  span: { date: CivilDate, start: CivilTime, end: CivilTime },
  days: { date: CivilDate, start: CivilTime, days: Schema.Int },
  hours: { date: CivilDate, start: CivilTime, hours: Schema.Int },
})
export type AssignmentDate = typeof AssignmentDate.Type

/** Whether a participant is only assigned, convened by the management service, or by the centre. */
export const AssignmentSituation = Schema.Literals(["assigned", "convened", "convened-by-centre"])
export type AssignmentSituation = typeof AssignmentSituation.Type

/** The link of a participant to a mission; `convenedOn` is the edition day of the convocation. */
export const Assignment = Schema.Struct({
  mission: MissionNumber,
  person: PersonId,
  situation: AssignmentSituation,
  convenedOn: Schema.NullOr(CivilDate),
  capacity: optional,
  commission: optional,
  juries: optional,
  room: optional,
  dates: Schema.Array(AssignmentDate),
  observation: optional,
}).annotate({ identifier: "Assignment" })
export type Assignment = typeof Assignment.Type

/**
 * Gives an exam session as lists show it (UI-32).
 * @example examSessionLabel({ examCode: "470", examAcronym: "BCG", session: "2016-06", examLabel: "BAC GENERAL" }) // => "470, BCG, 2016-06, BAC GENERAL"
 */
export const examSessionLabel = ({
  examCode,
  examAcronym,
  session,
  examLabel,
}: Pick<Mission, "examCode" | "examAcronym" | "session" | "examLabel">): string =>
  [examCode, examAcronym, session, examLabel].join(", ")

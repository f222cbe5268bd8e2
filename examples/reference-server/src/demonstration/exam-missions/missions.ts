/** Sixty missions in the three schools, of the session of a year and of the one before. */
import type { Assignment, AssignmentDate, Mission } from "@convoque/core/exam-missions"
import { MissionNumber, SessionPeriod } from "@convoque/core/exam-missions"
import { addDays, CivilDate, CivilTime } from "@convoque/core/kernel/calendar"
import { at } from "./names.ts"
import { demonstrationOptions } from "./regulation.ts"
import { demonstrationSchools } from "./schools.ts"
import { demonstrationStaff } from "./staff.ts"

const types = [
  "Correction des copies",
  "Interrogation orale",
  "Jury de délibération",
  "Surveillance",
  "Secrétariat d’examen",
  "Numérisation des copies",
] as const

// What these two bear on is an exam, not an option of it.
const withoutOption = new Set<string>(["Jury de délibération", "Secrétariat d’examen"])

const capacities = [null, "Correcteur", "Correcteur suppléant (SANTORIN)", "Président de jury"]

/** Gives the missions of two sessions, June of `year - 1` and of `year`. */
export const missionsOf = (year: number): ReadonlyArray<Mission> =>
  Array.from({ length: 60 }, (_, index) => {
    const option = at(demonstrationOptions, index * 7)
    const type = at(types, index)
    const session = index % 3 === 0 ? year - 1 : year
    const hasOption = !withoutOption.has(type)
    return {
      number: MissionNumber.make(String(120_400 + index * 13)),
      examCode: option.examCode,
      examAcronym: option.examAcronym,
      session: SessionPeriod.make(`${session}-06`),
      examLabel: option.examLabel,
      speciality: hasOption ? option.speciality : null,
      examOption: hasOption ? option.label : null,
      type,
      centre: at(demonstrationSchools, index).uai,
      startDate: startOf(session, index),
    }
  })

/** Gives who is assigned and convened to them: three to seven people each. */
export const assignmentsOf = (year: number): ReadonlyArray<Assignment> =>
  missionsOf(year).flatMap((mission, index) =>
    Array.from({ length: 3 + (index % 5) }, (_, rank) => assignmentOf(mission, index, rank)),
  )

const assignmentOf = (mission: Mission, index: number, rank: number): Assignment => {
  // Of people with two missions, some have one convened and one that waits.
  const situation = at(
    ["convened", "assigned", "convened", "convened-by-centre"] as const,
    index + rank * 2 + Math.floor(index / 30),
  )
  return {
    mission: mission.number,
    person: at(demonstrationStaff, index * 17 + rank * 53).member.person,
    situation,
    convenedOn: situation === "assigned" ? null : addDays(mission.startDate, -110 + (rank % 5)),
    capacity: at(capacities, rank),
    commission: rank % 2 === 0 ? `3GLVBIESP${1 + (index % 4)}` : null,
    juries: rank % 3 === 0 ? `J${1 + (index % 7)}` : null,
    room: rank % 4 === 0 ? `B${100 + index}` : null,
    dates: datesOf(mission.startDate, index + rank),
    observation: rank === 1 ? "Se munir d’une pièce d’identité ; réunion d’entente à 8 h." : null,
  }
}

// The three forms in which dates of missions are printed.
const datesOf = (date: CivilDate, turn: number): ReadonlyArray<AssignmentDate> => {
  const start = time(turn % 2 === 0 ? "09:00" : "08:30")
  if (turn % 4 === 0) return [{ _tag: "days", date, start, days: 1 + (turn % 3) }]
  if (turn % 4 === 1) return [{ _tag: "hours", date, start, hours: 3 }]
  const span = { _tag: "span", date, start, end: time("12:00") } as const
  return turn % 4 === 2
    ? [span]
    : [span, { ...span, date: addDays(date, 1), start: time("14:00"), end: time("17:30") }]
}

const time = (text: string): CivilTime => CivilTime.make(text)

const startOf = (year: number, index: number): CivilDate =>
  addDays(CivilDate.make(`${year}-06-02`), index % 27)

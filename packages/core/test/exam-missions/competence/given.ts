/** A teacher of two schools in school year 2026-2027, and those who take positions on his sheet. */
import { Instant, SchoolYear } from "@convoque/core/kernel/calendar"
import { type Actor, ManagerCode, PersonId, Uai } from "@convoque/core/kernel/identity"
import type { CompetenceCommand, Position } from "../../../src/exam-missions/competence/commands.ts"
import type { CompetenceEvent } from "../../../src/exam-missions/competence/events.ts"
import {
  type AuthorMark,
  type CompetenceAuthor,
  type CompetenceMark,
  ExamOptionId,
  type SystemGround,
} from "../../../src/exam-missions/competence/model.ts"

export const agent = PersonId.make("epp-1")
export const year = SchoolYear.make("2026-2027")
export const college = Uai.make("0120006S")
export const lycee = Uai.make("0120022J")
export const managerCode = ManagerCode.make("DEC2A")
export const otherManagerCode = ManagerCode.make("DEC3B")
export const option = ExamOptionId.make("47A.TTES.2-002-2")
export const otherOption = ExamOptionId.make("DNB.DNB.FRA")
export const at = Instant.make("2026-10-05T08:00:00.000Z")
export const later = Instant.make("2026-10-06T08:00:00.000Z")

export const bySystem: Actor = { person: PersonId.make("scheduler"), capacity: "system" }
export const byCollege: Actor = {
  person: PersonId.make("head-1"),
  capacity: "school-head",
  school: college,
}
export const byLycee: Actor = {
  person: PersonId.make("head-2"),
  capacity: "school-head",
  school: lycee,
}
export const byAgent: Actor = { person: agent, capacity: "agent" }
export const byManager: Actor = {
  person: PersonId.make("manager-1"),
  capacity: "exam-manager",
  managerCode,
}
export const byOtherManager: Actor = {
  person: PersonId.make("manager-2"),
  capacity: "exam-manager",
  managerCode: otherManagerCode,
}
export const byDivision: Actor = { person: PersonId.make("dec-1"), capacity: "exams-division" }

export const system: CompetenceAuthor = { _tag: "system" }
export const school = (uai = college): CompetenceAuthor => ({ _tag: "school", school: uai })
export const theAgent: CompetenceAuthor = { _tag: "agent" }
export const manager = (code = managerCode): CompetenceAuthor => ({
  _tag: "manager",
  managerCode: code,
})

export const bears = (author: CompetenceAuthor, mark: CompetenceMark, since = at): AuthorMark => ({
  author,
  mark,
  since,
})

export const ground: SystemGround = {
  correspondence: "L-12",
  school: college,
  subject: "MATHEMATIQUES",
  modality: "COURS",
  trainingModule: "2NDE GENERALE",
  structure: "2A",
}
export const otherGround: SystemGround = { ...ground, structure: "2B" }

/** The position of whoever acts, all facts in its favour. */
export const positionOf = (by: Actor): Position => {
  if (by.capacity === "school-head") {
    return {
      _tag: "school",
      school: by.school ?? college,
      year,
      entry: "open",
      employsAgent: true,
      offersExam: true,
    }
  }
  return by.capacity === "exam-manager"
    ? { _tag: "manager", managerCode: by.managerCode ?? managerCode, managesExam: true }
    : { _tag: "agent", isOwnSheet: true, offersExam: true }
}

type Taking = Extract<CompetenceCommand, { readonly position: Position }>

/** Gives the command by which somebody takes a position on the exam option. */
export const takes = (
  by: Actor,
  _tag: Taking["_tag"],
  rest: Partial<Pick<Taking, "option" | "at" | "position">> = {},
): Taking => ({ _tag, at, by, agent, option, position: positionOf(by), ...rest })

/** Gives the command by which the system tells all that its table yields. */
export const yields = (
  yielded: Extract<CompetenceCommand, { readonly _tag: "generateCompetences" }>["yielded"],
  rest: { readonly by?: Actor; readonly at?: Instant } = {},
): CompetenceCommand => ({ _tag: "generateCompetences", at, by: bySystem, agent, yielded, ...rest })

type EventOf<Tag extends CompetenceEvent["_tag"]> = Extract<CompetenceEvent, { readonly _tag: Tag }>

/** Gives the event of a mark. */
export const marked = (
  author: CompetenceAuthor,
  mark: CompetenceMark,
  rest: Partial<EventOf<"CompetenceMarked">> = {},
): EventOf<"CompetenceMarked"> => ({
  _tag: "CompetenceMarked",
  at,
  by: actorOf(author),
  agent,
  option,
  author,
  mark,
  grounds: author._tag === "system" ? [ground] : [],
  ...rest,
})

/** Gives who acts as an author. */
export const actorOf = (author: CompetenceAuthor): Actor => {
  switch (author._tag) {
    case "system":
      return bySystem
    case "school":
      return author.school === college ? byCollege : byLycee
    case "agent":
      return byAgent
    default:
      return author.managerCode === managerCode ? byManager : byOtherManager
  }
}

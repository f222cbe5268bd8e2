/** Why a position on a competence is refused. */
import * as Schema from "effect/Schema"
import { Capacity, ManagerCode, PersonId, Uai } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { entryNameFields } from "../competence-entry/model.ts"
import { CompetenceAuthor, ExamOptionId } from "./model.ts"

const onCompetence = { agent: PersonId, option: ExamOptionId } as const

/** Why a position on a competence is refused, with the values that explain it. */
export const CompetenceRefusal = Schema.TaggedUnion({
  "actor.not-allowed": { command: Schema.String, capacity: Capacity },
  "competence.already-listed": onCompetence,
  "competence.not-found": onCompetence,
  "competence.no-change": { ...onCompetence, author: CompetenceAuthor },
  "competence.not-author": { ...onCompetence, author: CompetenceAuthor },
  "competence.exam-not-offered": { option: ExamOptionId, school: Schema.NullOr(Uai) },
  "competence.exam-not-managed": { option: ExamOptionId, managerCode: ManagerCode },
  "person.not-in-school": { person: PersonId, school: Uai },
  "competence-entry.closed": entryNameFields,
  "competence-entry.locked": entryNameFields,
})
export type CompetenceRefusal = typeof CompetenceRefusal.Type

/** The requirements behind each refusal. */
export const competenceGrounds: Readonly<Record<CompetenceRefusal["_tag"], Grounds>> = {
  "actor.not-allowed": { requirements: ["CMP-28"] },
  "competence.already-listed": { requirements: ["CMP-14"] },
  "competence.not-found": { requirements: ["CMP-15"] },
  "competence.no-change": { requirements: ["CMP-16", "CMP-17", "CMP-18"] },
  "competence.not-author": { requirements: ["CMP-10", "CMP-20"] },
  "competence.exam-not-offered": { requirements: ["CMP-13"] },
  "competence.exam-not-managed": { requirements: ["CMP-10"] },
  "person.not-in-school": { requirements: ["CMP-01"] },
  "competence-entry.closed": { requirements: ["CMP-24"] },
  "competence-entry.locked": { requirements: ["CMP-24"] },
}

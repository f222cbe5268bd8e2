/** What a use case of exam missions answers before a machine is asked. */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { PersonId, Uai } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { ExamOptionId } from "../competence/model.ts"

/** Why a use case refuses before any decision: somebody or something is not there. */
export const ApplicationRefusal = Schema.TaggedUnion({
  "actor.without-school": {},
  "actor.without-manager-code": {},
  "school.unknown": { school: Uai },
  "person.unknown": { person: PersonId },
  "person.not-in-school": { person: PersonId, school: Uai },
  "exam-option.unknown": { option: ExamOptionId },
  "register.unknown": { register: Schema.String, known: Schema.Array(Schema.String) },
  "period.one-at-a-time": {},
  "assignment.unknown": { person: PersonId, mission: Schema.String },
  "period.end-before-start": { from: CivilDate, until: CivilDate },
  "document.unprintable": { characters: Schema.Array(Schema.String) },
})
export type ApplicationRefusal = typeof ApplicationRefusal.Type

/** The requirements behind each refusal. */
export const applicationGrounds: Readonly<Record<ApplicationRefusal["_tag"], Grounds>> = {
  "actor.without-school": { requirements: ["UI-13"] },
  "actor.without-manager-code": { requirements: ["CMP-10"] },
  "school.unknown": { requirements: ["PER-01"] },
  "person.unknown": { requirements: ["PER-01"] },
  "person.not-in-school": { requirements: ["PER-01", "IND-01", "CMP-01"] },
  "exam-option.unknown": { requirements: ["CMP-12"] },
  "register.unknown": { requirements: ["PER-02"] },
  "period.one-at-a-time": { requirements: ["PER-06"] },
  "assignment.unknown": { requirements: ["PER-23"] },
  "period.end-before-start": { requirements: ["PER-07"] },
  "document.unprintable": { requirements: ["PER-11"] },
}

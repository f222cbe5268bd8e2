/** What a use case answers before the machine is asked: something or somebody is not there. */
import * as Schema from "effect/Schema"
import { PersonId } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { InterviewYear } from "../terms/model/campaign-terms.ts"
import { InterviewType } from "../terms/model/procedure.ts"

/** Why a use case refuses before any decision: an unknown name, or text that cannot be printed. */
export const ApplicationRefusal = Schema.TaggedUnion({
  "interview.unknown": { type: InterviewType, year: InterviewYear, agent: PersonId },
  "appeal.unknown": { type: InterviewType, year: InterviewYear, agent: PersonId },
  "report.not-available": { type: InterviewType, year: InterviewYear, agent: PersonId },
  "report.not-handed-over": { type: InterviewType, year: InterviewYear, agent: PersonId },
  "file.unknown": {
    type: InterviewType,
    year: InterviewYear,
    agent: PersonId,
    key: Schema.String,
  },
  "deadline.unknown-act": { act: Schema.String, known: Schema.Array(Schema.String) },
  "person.unknown": { person: PersonId },
  "person.without-address": { person: PersonId },
  "document.unprintable": { characters: Schema.Array(Schema.String) },
})
export type ApplicationRefusal = typeof ApplicationRefusal.Type

/** The requirements behind each refusal. */
export const applicationGrounds: Readonly<Record<ApplicationRefusal["_tag"], Grounds>> = {
  "interview.unknown": { requirements: ["CAM-04"] },
  "appeal.unknown": { requirements: ["ENT-27"] },
  "report.not-available": { requirements: ["ENT-22"] },
  "report.not-handed-over": { requirements: ["ENT-26", "CAM-23"] },
  "file.unknown": { requirements: ["ENT-07"] },
  "deadline.unknown-act": { requirements: ["CAM-24"] },
  "person.unknown": { requirements: ["CAM-04"] },
  "person.without-address": { requirements: ["ENT-25"] },
  "document.unprintable": { requirements: ["ENT-07"] },
}

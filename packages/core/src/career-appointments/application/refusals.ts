/**
 * What a use case answers before the machine is asked: the file or the people are not there, the
 * letter cannot be printed, or a population file has wrong lines.
 */
import * as Schema from "effect/Schema"
import { PersonId } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { CampaignId } from "../campaign/model.ts"

/** A line of an enrolment file and what is wrong with it. */
export const EnrolmentFault = Schema.Struct({
  line: Schema.Int,
  column: Schema.String,
  code: Schema.Literals([
    "column-missing",
    "agent-missing",
    "agent-unknown",
    "agent-twice",
    "agent-already-enrolled",
    "evaluator-missing",
    "evaluator-unknown",
    "evaluates-self",
  ]),
  value: Schema.String,
}).annotate({ identifier: "EnrolmentFault" })
export type EnrolmentFault = typeof EnrolmentFault.Type

/** Why a use case refuses before any decision: an unknown name, or text that cannot be printed. */
export const ApplicationRefusal = Schema.TaggedUnion({
  "file.unknown": { campaign: CampaignId, agent: PersonId },
  "person.unknown": { person: PersonId },
  "document.unprintable": { characters: Schema.Array(Schema.String) },
  "enrolment.refused": { faults: Schema.NonEmptyArray(EnrolmentFault) },
})
export type ApplicationRefusal = typeof ApplicationRefusal.Type

/** The requirements behind each refusal. */
export const applicationGrounds: Readonly<Record<ApplicationRefusal["_tag"], Grounds>> = {
  "file.unknown": { requirements: ["RDC-03"] },
  "person.unknown": { requirements: ["RDC-01"] },
  "document.unprintable": { requirements: ["RDC-13"] },
  "enrolment.refused": { requirements: ["RDC-01"] },
}

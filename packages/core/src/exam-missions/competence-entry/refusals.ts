/** Why an entry window refuses. */
import * as Schema from "effect/Schema"
import { SchoolYear } from "../../kernel/calendar.ts"
import { Capacity } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { ActivityId } from "../activity/model.ts"
import { entryNameFields, EntryStatus } from "./model.ts"

/** Why an entry window refuses, with the values that explain it. */
export const EntryRefusal = Schema.TaggedUnion({
  "actor.not-allowed": { command: Schema.String, capacity: Capacity },
  "activity.closed": { activity: ActivityId },
  "competence-entry.statement-required": entryNameFields,
  "competence-entry.locked": entryNameFields,
  "competence-entry.closed": entryNameFields,
  "competence-entry.year-too-far": { year: SchoolYear, current: SchoolYear },
  "competence-entry.illegal-transition": {
    ...entryNameFields,
    status: EntryStatus,
    command: Schema.String,
  },
})
export type EntryRefusal = typeof EntryRefusal.Type

/** The requirements behind each refusal. */
export const entryGrounds: Readonly<Record<EntryRefusal["_tag"], Grounds>> = {
  "actor.not-allowed": { requirements: ["CMP-25"] },
  "activity.closed": { requirements: ["CMP-27", "UI-08"] },
  "competence-entry.statement-required": { requirements: ["CMP-23"] },
  "competence-entry.locked": { requirements: ["CMP-24"] },
  "competence-entry.closed": { requirements: ["CMP-24"] },
  "competence-entry.year-too-far": { requirements: ["CMP-25"] },
  "competence-entry.illegal-transition": { requirements: ["CMP-25"] },
}

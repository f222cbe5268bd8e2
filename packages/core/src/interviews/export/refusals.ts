/** Why an export says no. */
import * as Schema from "effect/Schema"
import { Instant } from "../../kernel/calendar.ts"
import { Capacity, PersonId } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { ExportFormat, ExportId, ExportStateTag } from "./model.ts"

/** Why an export says no, one variant per code, with the values that explain it. */
export const ExportRefusal = Schema.TaggedUnion({
  "export.illegal-transition": { command: Schema.String, state: ExportStateTag },
  "export.unknown": { export: ExportId },
  "actor.not-allowed": { command: Schema.String, capacity: Capacity },
  "export.unknown-format": { format: Schema.String, known: Schema.Array(ExportFormat) },
  "export.no-address": { person: PersonId },
  "export.nothing-to-export": {},
  "export.taken": { until: Instant },
  "export.not-ready": { state: ExportStateTag },
  "export.unknown-file": { fileName: Schema.String },
  "export.expired": { until: Instant },
  "export.not-expired": { until: Instant },
})
export type ExportRefusal = typeof ExportRefusal.Type

const of = (...requirements: ReadonlyArray<string>): Grounds => ({ requirements })

/** The requirements behind each refusal. */
export const exportGrounds: Readonly<Record<ExportRefusal["_tag"], Grounds>> = {
  "export.illegal-transition": of("CAM-15"),
  "export.unknown": of("CAM-15"),
  "actor.not-allowed": of("CAM-01"),
  "export.unknown-format": of("CAM-14"),
  "export.no-address": of("CAM-15"),
  "export.nothing-to-export": of("CAM-14"),
  "export.taken": of("CAM-15"),
  "export.not-ready": of("CAM-15"),
  "export.unknown-file": of("CAM-15"),
  "export.expired": of("CAM-15"),
  "export.not-expired": of("CAM-15"),
}

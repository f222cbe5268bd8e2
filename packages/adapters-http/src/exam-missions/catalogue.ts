/** Status, grounds and sentences of the refusals of exam missions. */
import {
  activityGrounds,
  applicationGrounds,
  competenceGrounds,
  entryGrounds,
  type ExamMissionsRefusal,
  unavailabilityGrounds,
  type Wording,
} from "@convoque/core/exam-missions"
import { type RefusalCatalogue, refusalCatalogue } from "../problem.ts"
import { statuses } from "./statuses.ts"

/** What the routes of exam missions can refuse. */
export type ExamMissionsHttpRefusal = ExamMissionsRefusal

/** Gives the catalogue, with the sentences of a French and an English wording. */
export const examMissionsCatalogue = (wordings: {
  readonly fr: Wording
  readonly en: Wording
}): RefusalCatalogue<ExamMissionsHttpRefusal> =>
  refusalCatalogue<ExamMissionsRefusal>({
    statuses,
    grounds: {
      ...entryGrounds,
      ...competenceGrounds,
      ...unavailabilityGrounds,
      ...applicationGrounds,
      ...activityGrounds,
    },
    fr: wordings.fr.refusals,
    en: wordings.en.refusals,
  })

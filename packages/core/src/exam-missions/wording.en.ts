/** The English wording of exam missions. */
import { competenceEn } from "./wording/competence.en.ts"
import { importsEn } from "./wording/imports.en.ts"
import { activitiesEn, entryStatusesEn, groupsEn } from "./wording/labels.en.ts"
import { activityRefusalsEn, applicationRefusalsEn } from "./wording/refusals-activity.en.ts"
import { competenceRefusalsEn, entryRefusalsEn } from "./wording/refusals-competence.en.ts"
import { fileRefusalsEn } from "./wording/refusals-import.en.ts"
import { unavailabilityRefusalsEn } from "./wording/refusals-unavailability.en.ts"
import { staffEn } from "./wording/staff.en.ts"
import { unavailabilityEn } from "./wording/unavailability.en.ts"
import type { Wording } from "./wording.ts"

/** All texts of exam missions in English. */
export const wordingEn: Wording = {
  language: "en",
  activities: activitiesEn,
  groups: groupsEn,
  entryStatuses: entryStatusesEn,
  refusals: {
    ...entryRefusalsEn,
    ...competenceRefusalsEn,
    ...unavailabilityRefusalsEn,
    ...applicationRefusalsEn,
    ...fileRefusalsEn,
    ...activityRefusalsEn,
  },
  staff: staffEn,
  unavailability: unavailabilityEn,
  competence: competenceEn,
  imports: importsEn,
}

/** The French wording of exam missions; the labels between « » in the catalogue stand here verbatim. */
import { competenceFr } from "./wording/competence.fr.ts"
import { importsFr } from "./wording/imports.fr.ts"
import { activitiesFr, entryStatusesFr, groupsFr } from "./wording/labels.fr.ts"
import { activityRefusalsFr, applicationRefusalsFr } from "./wording/refusals-activity.fr.ts"
import { competenceRefusalsFr, entryRefusalsFr } from "./wording/refusals-competence.fr.ts"
import { fileRefusalsFr } from "./wording/refusals-import.fr.ts"
import { unavailabilityRefusalsFr } from "./wording/refusals-unavailability.fr.ts"
import { staffFr } from "./wording/staff.fr.ts"
import { unavailabilityFr } from "./wording/unavailability.fr.ts"
import type { Wording } from "./wording.ts"

/** All texts of exam missions in French, labels verbatim from the catalogue. */
export const wordingFr: Wording = {
  language: "fr",
  activities: activitiesFr,
  groups: groupsFr,
  entryStatuses: entryStatusesFr,
  refusals: {
    ...entryRefusalsFr,
    ...competenceRefusalsFr,
    ...unavailabilityRefusalsFr,
    ...applicationRefusalsFr,
    ...fileRefusalsFr,
    ...activityRefusalsFr,
  },
  staff: staffFr,
  unavailability: unavailabilityFr,
  competence: competenceFr,
  imports: importsFr,
}

/** The English labels of the menu and of entry windows. */
import type { Wording } from "../wording.ts"

/** The activities as the menu names them. */
export const activitiesEn: Wording["activities"] = {
  "staff-consultation": "Staff directory",
  "unavailability-entry": "Unavailability",
  "competence-entry": "Competences",
  "competence-validation": "Validation of competences",
  "mission-consultation": "Missions",
  "convocation-by-mission": "Convocation by mission",
  "service-record": "Service record",
  "centre-signature": "Signature of the centre",
  "school-signature": "Signature of the school",
  "centre-allowances": "Allowances of centre heads",
  "other-academies": "Other academies",
}

/** The two groups of the menu. */
export const groupsEn: Wording["groups"] = { school: "School", "exam-centre": "Exam centre" }

/** Where an entry window stands. */
export const entryStatusesEn: Wording["entryStatuses"] = {
  closed: "closed",
  open: "open",
  validated: "validated",
}

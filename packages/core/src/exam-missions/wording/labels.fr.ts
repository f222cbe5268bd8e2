/** The French labels of the menu and of entry windows, verbatim from the catalogue. */
import type { Wording } from "../wording.ts"

/** The activities as the menu names them. */
export const activitiesFr: Wording["activities"] = {
  "staff-consultation": "Consultation des personnels",
  "unavailability-entry": "Saisie d'indisponibilité",
  "competence-entry": "Saisie des compétences",
  "competence-validation": "Validation saisie compétence",
  "mission-consultation": "Consultation des missions",
  "convocation-by-mission": "Convocation par mission",
  "service-record": "Constat de service fait",
  "centre-signature": "Signature centre",
  "school-signature": "Signature établissement",
  "centre-allowances": "Indemnités des chefs de centre",
  "other-academies": "Accès autres académies",
}

/** The two groups of the menu. */
export const groupsFr: Wording["groups"] = {
  school: "Établissement",
  "exam-centre": "Centre Examen",
}

/** Where an entry window stands. */
export const entryStatusesFr: Wording["entryStatuses"] = {
  closed: "fermée",
  open: "ouverte",
  validated: "validée",
}

/** The French labels of the states, verbatim from the catalogue where it has one. */
import type { Wording } from "../wording.ts"

/** The French label of each state; sentences of refusals quote them. */
export const statesFr: Wording["states"] = {
  none: "Dossier non ouvert",
  "nothing-set": "Aucun rendez-vous n'est fixé",
  "partially-set": "Les premiers rendez-vous sont fixés",
  convened: "Tous les rendez-vous sont fixés et la convocation est émise",
  accepted: "Tous les rendez-vous sont fixés et la convocation est émise",
  "postponement-requested": "Tous les rendez-vous sont fixés et la convocation est émise",
  cancelled: "Le dossier est annulé",
}

/** The French texts of the lists of career appointments. */
import { frenchLists } from "../../kernel/listing.ts"
import type { Wording } from "../wording.ts"

/** The French texts of lists. */
export const listsFr: Wording["lists"] = {
  common: frenchLists,
  author: "Rendez-vous de carrière",
  files: {
    title: "Liste des agents à évaluer",
    fileName: (campaign) => `agents-a-evaluer-${campaign}`,
  },
  portal: { title: "Mes rendez-vous de carrière", fileName: "mes-rendez-vous-de-carriere" },
  columns: {
    agent: "Agent",
    quality: "Qualité",
    status: "État",
    firstDate: "Premier rendez-vous",
    evaluators: "Évaluateurs",
    appointments: "Rendez-vous",
  },
  filters: {
    status: "État",
    evaluator: "Évaluateur",
    "late-evaluator": "Évaluateur en retard",
    modified: "Modifié",
  },
}

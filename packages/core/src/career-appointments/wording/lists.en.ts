/** The English texts of the lists of career appointments. */
import { englishLists } from "../../kernel/listing.ts"
import type { Wording } from "../wording.ts"

/** The English texts of lists. */
export const listsEn: Wording["lists"] = {
  common: englishLists,
  author: "Career appointments",
  files: { title: "Agents to evaluate", fileName: (campaign) => `agents-to-evaluate-${campaign}` },
  portal: { title: "My career appointments", fileName: "my-career-appointments" },
  columns: {
    agent: "Agent",
    quality: "Quality",
    status: "State",
    firstDate: "First appointment",
    evaluators: "Evaluators",
    appointments: "Appointments",
  },
  filters: {
    status: "State",
    evaluator: "Evaluator",
    "late-evaluator": "Late evaluator",
    modified: "Modified",
  },
}

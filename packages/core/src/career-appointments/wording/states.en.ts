/** The English labels of the states. */
import type { Wording } from "../wording.ts"

/** The English label of each state; sentences of refusals quote them. */
export const statesEn: Wording["states"] = {
  none: "File not opened",
  "nothing-set": "No appointment is set",
  "partially-set": "The first appointments are set",
  convened: "All appointments are set and the convocation is issued",
  accepted: "All appointments are set and the convocation is issued",
  "postponement-requested": "All appointments are set and the convocation is issued",
  cancelled: "The file is cancelled",
}

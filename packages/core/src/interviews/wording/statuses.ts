/** The colour category of each status, the same in all languages (CAM-12). */
import type { Wording } from "../wording.ts"

/** Yellow: nothing is planned; blue: on its way; green: done; red: deleted. */
export const statusColours: Wording["colours"] = {
  "not-planned": "yellow",
  planned: "blue",
  held: "blue",
  closing: "blue",
  closed: "green",
  deleted: "red",
}

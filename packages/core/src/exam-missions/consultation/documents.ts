/** Door of the papers of consultation. */
export { detailsDocument, type DetailedPerson } from "./documents/details.ts"
export { missionCells, missionsDocument, type PersonMissions } from "./documents/missions.ts"
export type { StaffPaper } from "./documents/paper.ts"
export { recapDocument } from "./documents/recap.ts"
export {
  type PersonTeachings,
  teachingCells,
  teachingColumns,
  teachingsDocument,
} from "./documents/teachings.ts"

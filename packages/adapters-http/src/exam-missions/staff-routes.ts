/**
 * The consultation of personnel: the lists of a school and of the academy, one person with three
 * views, exports with teachings and missions.
 *
 * @requirement PER-01
 * @requirement PER-10
 * @requirement PER-18
 */
import { staffExportRoutes } from "./staff-export-routes.ts"
import { staffListRoutes } from "./staff-list-routes.ts"
import { memberRoutes } from "./staff-member-routes.ts"

/** The routes of the consultation of personnel. */
export const staffRoutes = [...staffListRoutes, ...staffExportRoutes, ...memberRoutes] as const

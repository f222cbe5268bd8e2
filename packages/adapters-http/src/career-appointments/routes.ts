/**
 * The routes of career appointments (rendez-vous de carrière): campaigns for their managers, files
 * for evaluators, the portal for the agent. Each calls exactly one use case.
 */
import { agentRoutes } from "./agent-routes.ts"
import { evaluatorRoutes } from "./evaluator-routes.ts"
import { mailRoutes } from "./mail-routes.ts"
import { managerRoutes } from "./manager-routes.ts"
import { readingRoutes } from "./reading-routes.ts"

/** Every route of the context. */
export const careerAppointmentsRoutes = [
  ...managerRoutes,
  ...mailRoutes,
  ...evaluatorRoutes,
  ...agentRoutes,
  ...readingRoutes,
] as const

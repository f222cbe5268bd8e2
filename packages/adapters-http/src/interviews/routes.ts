/**
 * The routes of professional interviews (entretiens professionnels) and of their campaigns. Each
 * calls exactly one use case.
 */
import { appealRoutes } from "./appeal-routes.ts"
import { bulkRoutes } from "./bulk-routes.ts"
import { campaignRoutes } from "./campaign-routes.ts"
import { campaignWorkRoutes } from "./campaign-work-routes.ts"
import { circuitRoutes } from "./circuit-routes.ts"
import { deadlineRoutes } from "./deadline-routes.ts"
import { delegationRoutes } from "./delegation-routes.ts"
import { exportRoutes } from "./export-routes.ts"
import { fileRoutes } from "./file-routes.ts"
import { hrRoutes } from "./hr-routes.ts"
import { mailRoutes } from "./mail-routes.ts"
import { readingRoutes } from "./reading-routes.ts"
import { superiorRoutes } from "./superior-routes.ts"
import { termsRoutes } from "./terms-routes.ts"

/** Every route of the context. */
export const interviewsRoutes = [
  ...readingRoutes,
  ...superiorRoutes,
  ...circuitRoutes,
  ...hrRoutes,
  ...fileRoutes,
  ...mailRoutes,
  ...deadlineRoutes,
  ...appealRoutes,
  ...delegationRoutes,
  ...termsRoutes,
  ...campaignRoutes,
  ...campaignWorkRoutes,
  ...bulkRoutes,
  ...exportRoutes,
] as const

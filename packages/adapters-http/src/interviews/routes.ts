/**
 * The routes of professional interviews (entretiens professionnels) and of their campaigns. Each
 * calls exactly one use case.
 */
import type { InterviewsSetup } from "@convoque/core/interviews"
import type {
  AccessLog,
  CalendarWriter,
  ChartRenderer,
  DocumentRenderer,
  DocumentStorage,
  NewIds,
  Outbox,
  PeopleDirectory,
  PersonnelFile,
  SheetWriter,
  Storage,
  TableReader,
  StorageUnavailable,
  Views,
} from "@convoque/core/kernel/ports"
import type { ListRefusal, ListTooLong } from "@convoque/core/kernel/listing"
import type { StaleConflict } from "@convoque/core/kernel/handle"
import type { Route } from "../route.ts"
import type { InterviewsHttpRefusal } from "./catalogue.ts"
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

/** What the use cases behind the routes need. */
export type InterviewsServices =
  | Storage
  | Views
  | Outbox
  | PeopleDirectory
  | PersonnelFile
  | AccessLog
  | DocumentRenderer
  | DocumentStorage
  | CalendarWriter
  | ChartRenderer
  | SheetWriter
  | TableReader
  | NewIds
  | InterviewsSetup

/** Every route of the context; its type is told, since seventy routes are too long to infer. */
export const interviewsRoutes: ReadonlyArray<
  Route<
    InterviewsHttpRefusal | ListRefusal | ListTooLong | StaleConflict | StorageUnavailable,
    InterviewsServices
  >
> = [
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
]

/**
 * The routes of exam missions (missions d'examen), the school's side: personnel, unavailability,
 * competences, and the registers behind them. Each calls exactly one use case.
 */
import type { ExamMissionsSetup, StaffDirectory } from "@convoque/core/exam-missions"
import type { StaleConflict } from "@convoque/core/kernel/handle"
import type { ListRefusal, ListTooLong } from "@convoque/core/kernel/listing"
import type {
  AccessLog,
  DocumentRenderer,
  Registers,
  SheetWriter,
  Settings,
  Storage,
  StorageUnavailable,
  TableReader,
  Views,
  XmlReader,
} from "@convoque/core/kernel/ports"
import type { RequestRefusal } from "../refusals.ts"
import type { Route } from "../route.ts"
import type { ExamMissionsHttpRefusal } from "./catalogue.ts"
import { competenceRoutes } from "./competence-routes.ts"
import { entryRoutes } from "./entry-routes.ts"
import { importRoutes } from "./import-routes.ts"
import { serviceRoutes } from "./service-routes.ts"
import { staffRoutes } from "./staff-routes.ts"
import { unavailabilityRoutes } from "./unavailability-routes.ts"

/** What the use cases behind the routes need. */
export type ExamMissionsServices =
  | Storage
  | Settings
  | Registers
  | TableReader
  | XmlReader
  | ExamMissionsSetup
  | StaffDirectory
  | Views
  | AccessLog
  | SheetWriter
  | DocumentRenderer

/** Every route of the context; its type is told, since so many routes are too long to infer. */
export const examMissionsRoutes: ReadonlyArray<
  Route<
    | ExamMissionsHttpRefusal
    | RequestRefusal
    | ListRefusal
    | ListTooLong
    | StaleConflict
    | StorageUnavailable,
    ExamMissionsServices
  >
> = [
  ...serviceRoutes,
  ...importRoutes,
  ...staffRoutes,
  ...unavailabilityRoutes,
  ...competenceRoutes,
  ...entryRoutes,
]

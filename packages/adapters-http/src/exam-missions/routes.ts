/**
 * The routes of exam missions (missions d'examen), the school's side: personnel, unavailability,
 * competences, and the registers behind them. Each calls exactly one use case.
 */
import type { ExamMissionsSetup } from "@convoque/core/exam-missions"
import type { StaleConflict } from "@convoque/core/kernel/handle"
import type { ListRefusal } from "@convoque/core/kernel/listing"
import type {
  Registers,
  Settings,
  Storage,
  StorageUnavailable,
  TableReader,
  XmlReader,
} from "@convoque/core/kernel/ports"
import type { RequestRefusal } from "../refusals.ts"
import type { Route } from "../route.ts"
import type { ExamMissionsHttpRefusal } from "./catalogue.ts"
import { importRoutes } from "./import-routes.ts"
import { serviceRoutes } from "./service-routes.ts"

/** What the use cases behind the routes need. */
export type ExamMissionsServices =
  | Storage
  | Settings
  | Registers
  | TableReader
  | XmlReader
  | ExamMissionsSetup

/** Every route of the context; its type is told, since so many routes are too long to infer. */
export const examMissionsRoutes: ReadonlyArray<
  Route<
    ExamMissionsHttpRefusal | RequestRefusal | ListRefusal | StaleConflict | StorageUnavailable,
    ExamMissionsServices
  >
> = [...serviceRoutes, ...importRoutes]

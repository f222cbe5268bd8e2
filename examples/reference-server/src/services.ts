/**
 * The composition root: which adapter answers each port, and how all of them are run.
 */
import {
  layerArchiver,
  layerCharts,
  layerPdf,
  layerSheets,
  layerTableReader,
  layerXmlReader,
} from "@convoque/adapters-documents"
import {
  layerCalendarFeeds,
  layerSmtp,
  runSender,
  type SenderOptions,
} from "@convoque/adapters-mail"
import { layerPglite, layerPostgres, layerStaffDirectory } from "@convoque/adapters-sql"
import { CareerAppointmentsSetup, wordingFr } from "@convoque/core/career-appointments"
import {
  ExamMissionsSetup,
  usualExamOffer,
  wordingFr as examMissionsWordingFr,
} from "@convoque/core/exam-missions"
import { InterviewsSetup, wordingFr as interviewsWordingFr } from "@convoque/core/interviews"
import { NewIds } from "@convoque/core/kernel/ports"
import { randomUUID } from "node:crypto"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { type Configuration, usual } from "./configuration.ts"
import { layerDemonstrationPeople } from "./demonstration/people.ts"

/** What the services are made of. */
export type ServicesSettings = Pick<Configuration, "databaseUrl" | "mailFrom" | "publicUrl"> &
  Partial<Pick<Configuration, "academy" | "zone" | "examsMailbox">> & {
    /** The mail server: a real one, or the built-in mailbox. */
    readonly smtpUrl: string
    /** PGlite's folder; without one the data are gone when the server stops. */
    readonly pgliteFolder?: string
  }

/** Gives every port of the reference server. */
export const layerServices = (settings: ServicesSettings) =>
  Layer.mergeAll(
    Layer.provideMerge(
      layerStaffDirectory,
      settings.databaseUrl === undefined
        ? layerPglite(settings.pgliteFolder === undefined ? {} : { folder: settings.pgliteFolder })
        : layerPostgres({ url: settings.databaseUrl }),
    ),
    layerPdf,
    layerSheets,
    layerArchiver,
    layerCharts,
    layerTableReader,
    layerXmlReader,
    layerCalendarFeeds,
    layerSmtp({
      url: settings.smtpUrl,
      from: { name: "Convoque", address: settings.mailFrom },
    }),
    layerDemonstrationPeople,
    Layer.succeed(CareerAppointmentsSetup, { wording: wordingFr, informEvaluators: false }),
    Layer.succeed(InterviewsSetup, {
      wording: interviewsWordingFr,
      publicUrl: withoutSlash(settings.publicUrl),
      attachmentLimitBytes: 10_000_000,
      exportDays: 7,
      interviewsPerArchive: 500,
      reminderCap: { count: 3, days: 7 },
    }),
    Layer.succeed(ExamMissionsSetup, {
      wording: examMissionsWordingFr,
      zone: settings.zone ?? usual.zone,
      academy: settings.academy ?? usual.academy,
      managementService: {
        name: "Division des examens et concours",
        address: settings.examsMailbox ?? usual.examsMailbox,
      },
      examOffer: usualExamOffer,
    }),
    Layer.succeed(NewIds, { next: Effect.sync(() => randomUUID()) }),
  )

const withoutSlash = (address: string): string => address.replace(/\/+$/u, "")

/** The ports, once built. */
export type Services = Layer.Success<ReturnType<typeof layerServices>>

/** The folder of PGlite in the data folder. */
export const pgliteFolder = ({ dataFolder }: Configuration): string => join(dataFolder, "pglite")

/** Sends what waits in the outbox, until interrupted. */
export const sender = (mailFrom: string, options: Partial<SenderOptions> = {}) =>
  runSender({ everySeconds: 1, messageIdDomain: domainOf(mailFrom), ...options })

/** The domain of an address. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1)

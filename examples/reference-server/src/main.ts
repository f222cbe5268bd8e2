/** Starts the reference server and says what runs where; stops cleanly on SIGINT and SIGTERM. */
import { serve } from "@hono/node-server"
import { civilDayAt, instantFromMillis, Zone } from "@convoque/core/kernel/calendar"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { join } from "node:path"
import { type Job, startBackground } from "./background.ts"
import { type Configuration, readConfiguration } from "./configuration.ts"
import { openDemonstration } from "./demonstration/campaign.ts"
import { openInterviewDemonstration } from "./demonstration/interviews.ts"
import { demonstrationTenant } from "./demonstration/people.ts"
import { openExamMissions } from "./exam-missions/opening.ts"
import { examMissionsScheduler } from "./exam-missions/work.ts"
import { exportWorker, interviewScheduler } from "./interview-work.ts"
import { startCatchAll } from "./mailbox/catch-all.ts"
import { housekeeping } from "./housekeeping.ts"
import { makeServer } from "./server.ts"
import { layerServices, pgliteFolder, sender, type Services } from "./services.ts"
import { startFailure } from "./start-failure.ts"

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const today = Effect.map(Clock.currentTimeMillis, (millis) =>
  civilDayAt(instantFromMillis(millis), Zone.make("Europe/Paris")),
)

const jobsOf = ({ mailFrom, demonstration }: Configuration): ReadonlyArray<Job<Services>> => [
  { name: "sender", work: sender(mailFrom) },
  { name: "housekeeping", work: housekeeping(demonstrationTenant) },
  { name: "exports", work: exportWorker(demonstrationTenant) },
  {
    name: "interviews",
    // Forty interviews take their time: the server answers meanwhile.
    work: demonstration
      ? Effect.flatMap(today, openInterviewDemonstration).pipe(
          Effect.catchCause((cause) => Effect.logWarning("Demonstration incomplete", cause)),
          Effect.andThen(interviewScheduler(demonstrationTenant)),
        )
      : interviewScheduler(demonstrationTenant),
  },
  {
    name: "exam missions",
    work: demonstration
      ? Effect.flatMap(today, (day) => openExamMissions(demonstrationTenant, day)).pipe(
          Effect.catchCause((cause) => Effect.logWarning("Demonstration incomplete", cause)),
          Effect.andThen(examMissionsScheduler(demonstrationTenant)),
        )
      : examMissionsScheduler(demonstrationTenant),
  },
]

const start = async (configuration: Configuration): Promise<void> => {
  const { port, publicUrl, dataFolder, databaseUrl, smtpUrl } = configuration
  const mailbox =
    smtpUrl === undefined ? await startCatchAll(join(dataFolder, "mailbox")) : undefined
  const runtime = ManagedRuntime.make(
    layerServices({
      ...configuration,
      smtpUrl: smtpUrl ?? mailbox?.url ?? "",
      pgliteFolder: pgliteFolder(configuration),
    }),
  )
  await runtime.context()
  if (configuration.demonstration) {
    await runtime.runPromise(Effect.flatMap(today, openDemonstration))
  }
  const background = startBackground(jobsOf(configuration), (job) => runtime.runFork(job), print)
  const server = makeServer({
    configuration,
    run: (effect) => runtime.runPromise(effect),
    mails: mailbox?.mails,
    log: print,
  })
  const listening = serve({ fetch: server.fetch, port }, () => {
    print(`Convoque, serveur de référence : ${publicUrl}`)
    print(`  documentation de l'API : ${publicUrl}/docs`)
    print(
      `  base de données : ${databaseUrl === undefined ? `PGlite, dans ${pgliteFolder(configuration)}` : "PostgreSQL (DATABASE_URL)"}`,
    )
    print(
      `  courriels : ${mailbox === undefined ? "serveur SMTP_URL" : `boîte de démonstration, ${publicUrl}/mailbox`}`,
    )
  })
  if (configuration.demonstration && (databaseUrl !== undefined || smtpUrl !== undefined)) {
    print("  attention : comptes de démonstration sans mot de passe ; DEMONSTRATION=off les ferme")
  }
  listening.once("error", stopped)
  const stop = async (): Promise<void> => {
    await new Promise((resolve) => listening.close(resolve))
    await runtime.runPromise(Effect.exit(background.stop))
    // The mailbox waits for the connections that the runtime keeps.
    await runtime.dispose()
    await mailbox?.close()
    process.exit(0)
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop())
}

const stopped = (error: unknown): never => {
  const sentence = startFailure(error)
  if (sentence === undefined) throw error
  print(sentence)
  process.exit(2)
}

const configuration = readConfiguration(process.env)
if ("_tag" in configuration) {
  print(configuration.sentence)
  process.exit(2)
}
await start(configuration).catch(stopped)

/**
 * Where a scenario is played: the reference server on PGlite, its outbox sending through a real
 * SMTP connection to the built-in mailbox.
 */
import type { Run } from "@convoque/adapters-http"
import { sendDue } from "@convoque/adapters-mail"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Hono } from "hono"
import { startCatchAll } from "../mailbox/catch-all.ts"
import { type ReadMail, readMail } from "../mailbox/read-mail.ts"
import { makeServer } from "../server.ts"
import { domainOf, layerServices, type Services } from "../services.ts"

/** A caught mail and its bytes. */
export interface Received {
  readonly mail: ReadMail
  readonly bytes: Uint8Array
}

/** What a scenario changes on its stage: services that stand in for the server's, the sender. */
export interface StageChanges {
  readonly services?: Layer.Layer<never>
  readonly mailFrom?: string
}

/** A stage; `run` runs on its services, `deliver` sends what waits and gives the mails received since the last time. */
export interface Stage {
  readonly origin: string
  readonly server: Hono
  readonly run: Run<Services>
  readonly deliver: () => Promise<ReadonlyArray<Received>>
  readonly close: () => Promise<void>
}

/** Builds a stage that leaves nothing behind. */
export const openStage = async ({
  services = Layer.empty,
  mailFrom = "rendez-vous-de-carriere@academie.example",
}: StageChanges = {}): Promise<Stage> => {
  const folder = await mkdtemp(join(tmpdir(), "convoque-demo-"))
  const mailbox = await startCatchAll(join(folder, "mailbox"))
  const origin = "http://localhost:3000"
  const settings = { databaseUrl: undefined, mailFrom, publicUrl: origin, smtpUrl: mailbox.url }
  const runtime = ManagedRuntime.make(Layer.mergeAll(layerServices(settings), services))
  const run: Run<Services> = (effect) => runtime.runPromise(effect)
  const server = makeServer({
    configuration: {
      publicUrl: origin,
      sessionSecret: "demonstration-demonstration-demonstration",
      demonstration: true,
    },
    run,
    mails: mailbox.mails,
    log: () => undefined,
  })
  let known = 0
  return {
    origin,
    server,
    run,
    deliver: async () => {
      await run(Effect.orDie(sendDue({ messageIdDomain: domainOf(mailFrom) })))
      const names = (await mailbox.mails.names()).slice(known)
      known += names.length
      const received = names.map(async (name) => {
        const bytes = await mailbox.mails.read(name)
        return bytes === undefined ? [] : [{ mail: await readMail(bytes), bytes }]
      })
      return (await Promise.all(received)).flat()
    },
    close: async () => {
      await runtime.dispose()
      await mailbox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

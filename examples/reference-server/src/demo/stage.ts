/**
 * Where a scenario is played: the reference server on PGlite, its outbox sending through a real
 * SMTP connection to the built-in mailbox.
 */
import { sendDue } from "@convoque/adapters-mail"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Hono } from "hono"
import { startCatchAll } from "../mailbox/catch-all.ts"
import { type ReadMail, readMail } from "../mailbox/read-mail.ts"
import { makeServer } from "../server.ts"
import { domainOf, layerServices } from "../services.ts"

/** A caught mail and its bytes. */
export interface Received {
  readonly mail: ReadMail
  readonly bytes: Uint8Array
}

/** A stage; `deliver` sends what waits and gives the mails received since the last time. */
export interface Stage {
  readonly origin: string
  readonly server: Hono
  readonly deliver: () => Promise<ReadonlyArray<Received>>
  readonly close: () => Promise<void>
}

/** Builds a stage that leaves nothing behind. */
export const openStage = async (): Promise<Stage> => {
  const folder = await mkdtemp(join(tmpdir(), "convoque-demo-"))
  const mailbox = await startCatchAll(join(folder, "mailbox"))
  const mailFrom = "rendez-vous-de-carriere@academie.example"
  const origin = "http://localhost:3000"
  const runtime = ManagedRuntime.make(
    layerServices({ databaseUrl: undefined, mailFrom, publicUrl: origin, smtpUrl: mailbox.url }),
  )
  const server = makeServer({
    configuration: {
      publicUrl: origin,
      sessionSecret: "demonstration-demonstration-demonstration",
      demonstration: true,
    },
    run: (effect) => runtime.runPromise(effect),
    mails: mailbox.mails,
    log: () => undefined,
  })
  let known = 0
  return {
    origin,
    server,
    deliver: async () => {
      await runtime.runPromise(Effect.orDie(sendDue({ messageIdDomain: domainOf(mailFrom) })))
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

/**
 * A server that will be killed: the services of the reference server on the database and the mail
 * server of its environment. It says its port, and sends the outbox once it is told `send`.
 */
import { flushCompileCache } from "node:module"
import { defaultRetryPolicy } from "@convoque/adapters-mail"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { makeServer } from "../../src/server.ts"
import { sender } from "../../src/services.ts"
import { layerOffice, listening, mailFrom, origin, sessionSecret } from "./office.ts"
import { makeDirectory } from "./people.ts"

const settings = {
  databaseUrl: process.env["DATABASE_URL"],
  smtpUrl: process.env["SMTP_URL"] ?? "",
}
const runtime = ManagedRuntime.make(layerOffice(settings, makeDirectory()))
const server = makeServer({
  configuration: { publicUrl: origin, sessionSecret, demonstration: true },
  run: (effect) => runtime.runPromise(effect),
  mails: undefined,
  log: (line) => process.stderr.write(`${line}\n`),
})
await runtime.context()
const { port } = await listening(server)
process.stdout.write(`listening on ${port}\n`)
// A killed process writes nothing at its end.
flushCompileCache()
process.stdin.once("data", () => {
  runtime.runFork(
    sender(mailFrom, {
      everySeconds: 0.02,
      // The messages of a killed server are soon taken over by the next ones.
      leaseMinutes: 0.05,
      reserveMinutes: 0.01,
      // A lease counts as an attempt, and more servers are killed than a message is tried.
      policy: { ...defaultRetryPolicy, maxAttempts: 1000 },
    }),
  )
})

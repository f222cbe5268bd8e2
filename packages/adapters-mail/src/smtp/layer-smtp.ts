/**
 * The mail server as the port of the sender (envoi par SMTP).
 */
import { MailTransport } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { createTransport } from "nodemailer"
import { composeMail } from "../mail/compose-mail.ts"
import { failureOf } from "./server-answers.ts"
import {
  type SmtpOptions,
  type SmtpOptionsInvalid,
  type SmtpServer,
  smtpServer,
} from "./smtp-settings.ts"

/**
 * Gives a mail transport that speaks SMTP; connections are closed with the layer.
 *
 * Nothing is connected before the first mail, so an absent server delays mails and stops nothing.
 */
export const layerSmtp = (options: SmtpOptions): Layer.Layer<MailTransport, SmtpOptionsInvalid> =>
  Layer.effect(
    MailTransport,
    Effect.gen(function* () {
      const server = yield* smtpServer(options)
      const transport = yield* Effect.acquireRelease(
        Effect.sync(() => transportOf(server, options)),
        (open) => Effect.sync(() => open.close()),
      )
      return {
        send: (mail) =>
          Effect.gen(function* () {
            const { envelope, bytes } = yield* composeMail(mail, options)
            const sent = yield* Effect.tryPromise({
              try: () => transport.sendMail({ envelope, raw: Buffer.from(bytes) }),
              catch: failureOf,
            })
            return String(sent.response)
          }),
      }
    }),
  )

interface Transport {
  readonly sendMail: (mail: {
    readonly envelope: { readonly from: string; readonly to: string }
    readonly raw: Buffer
  }) => Promise<{ readonly response: string }>
  readonly close: () => void
}

const transportOf = (server: SmtpServer, options: SmtpOptions): Transport => {
  const common = {
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTLS,
    ...(server.auth === undefined ? {} : { auth: server.auth }),
    ...(options.tls === undefined ? {} : { tls: options.tls }),
    connectionTimeout: (options.connectionSeconds ?? 20) * 1000,
    greetingTimeout: (options.greetingSeconds ?? 20) * 1000,
    socketTimeout: (options.silenceSeconds ?? 60) * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  const connections = options.pool ?? 4
  // Only for a kept connection that the server had closed before the mail began.
  return connections > 0
    ? createTransport({
        ...common,
        pool: true,
        maxConnections: connections,
        maxRequeues: connections + 1,
      })
    : createTransport(common)
}

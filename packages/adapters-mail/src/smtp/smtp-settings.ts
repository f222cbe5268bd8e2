/**
 * How to reach a mail server (serveur de messagerie), read once at start.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { isMailAddress, oneLine } from "../neutral-text.ts"
import type { MailSender } from "../mail/compose-mail.ts"

/**
 * The mail server and the sender of all mails.
 *
 * - `url`: `smtp://user:password@host:587` or `smtps://host`; the fields beside it win;
 * - `secure`: TLS from the first byte (usually port 465);
 * - `requireTLS`: refuses to go on without STARTTLS, also `?requireTLS=true` in the URL;
 * - `tls`: authorities to trust beside the system's, the name in the certificate;
 * - `pool`: connections kept open, 4 by default; 0 opens one for each mail;
 * - time-outs in seconds: to connect (20), to be greeted (20), of silence during the exchange (60).
 */
export interface SmtpOptions extends MailSender {
  readonly url?: string
  readonly host?: string
  readonly port?: number
  readonly secure?: boolean
  readonly requireTLS?: boolean
  readonly auth?: { readonly user: string; readonly pass: string }
  readonly tls?: { readonly ca?: string; readonly servername?: string }
  readonly pool?: number
  readonly connectionSeconds?: number
  readonly greetingSeconds?: number
  readonly silenceSeconds?: number
}

/** The settings of the mail server cannot be used. */
export class SmtpOptionsInvalid extends Schema.TaggedError<SmtpOptionsInvalid>()(
  "SmtpOptionsInvalid",
  { reason: Schema.String },
) {}

/** The address and the secrets of a server, all defaults filled in. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  readonly secure: boolean
  readonly requireTLS: boolean
  readonly auth: { readonly user: string; readonly pass: string } | undefined
}

/** Gives the server that the options mean; port 465 with `secure`, 587 without, are the defaults. */
export const smtpServer = (options: SmtpOptions): Effect.Effect<SmtpServer, SmtpOptionsInvalid> =>
  Effect.gen(function* () {
    const url = yield* readUrl(options.url)
    const host = options.host ?? url?.host ?? ""
    if (host === "") return yield* invalid("no host")
    for (const mailbox of [options.from, ...(options.replyTo ? [options.replyTo] : [])]) {
      if (!isMailAddress(mailbox.address)) {
        return yield* invalid(`not an address: ${oneLine(mailbox.address)}`)
      }
    }
    const secure = options.secure ?? url?.secure ?? false
    return {
      host,
      port: options.port ?? url?.port ?? (secure ? 465 : 587),
      secure,
      requireTLS: options.requireTLS ?? url?.requireTLS ?? false,
      auth: options.auth ?? url?.auth,
    }
  })

const invalid = (reason: string): SmtpOptionsInvalid => new SmtpOptionsInvalid({ reason })

const readUrl = (
  text: string | undefined,
): Effect.Effect<Partial<SmtpServer> | undefined, SmtpOptionsInvalid> => {
  if (text === undefined) return Effect.succeed(undefined)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || (url.protocol !== "smtp:" && url.protocol !== "smtps:")) {
    return invalid("the URL is not smtp://host:port or smtps://host:port")
  }
  return Effect.try({
    try: () => ({
      host: url.hostname.replace(/^\[|\]$/gu, ""),
      ...(url.port === "" ? {} : { port: Number(url.port) }),
      secure: url.protocol === "smtps:",
      requireTLS: url.searchParams.get("requireTLS") === "true",
      ...(url.username === ""
        ? {}
        : {
            auth: {
              user: decodeURIComponent(url.username),
              pass: decodeURIComponent(url.password),
            },
          }),
    }),
    catch: () => invalid("user or password of the URL is not percent-encoded"),
  })
}

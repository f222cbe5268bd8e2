/**
 * What an error of the mail server means: never, or later (réponse du serveur).
 * When in doubt, later: a mail that is tried again is not lost.
 */
import { MailDeferred, MailRefused } from "@convoque/core/kernel/ports"
import { oneLine } from "../neutral-text.ts"

/** What nodemailer tells of a failure. */
interface SmtpError {
  readonly message: string
  readonly code?: string | undefined
  readonly command?: string | undefined
  readonly response?: string | undefined
  readonly responseCode?: number | undefined
}

/**
 * Gives the failure of the port for an error of nodemailer.
 *
 * Refused: a permanent answer (5xx) about the recipient or the content. Deferred: everything else,
 * such as no server, a time-out, a lost connection, a full mailbox (552 on the recipient, or any
 * 5xx with x.2.2), and what the operator must repair: authentication, missing TLS, a refused sender.
 *
 * The answer is the server's, or nodemailer's code and message, on one line, 300 characters at most.
 */
export const failureOf = (error: unknown): MailRefused | MailDeferred => {
  const smtp = readError(error)
  const answer = answerOf(smtp)
  return isPermanent(smtp) ? new MailRefused({ answer }) : new MailDeferred({ answer })
}

const isPermanent = (error: SmtpError): boolean => {
  const { code, command, response = "", responseCode: status } = error
  if (code !== "EENVELOPE" && code !== "EMESSAGE") return false
  // Without an answer the mail never left: an address or a size that nodemailer itself turned down.
  if (status === undefined) return command !== "CONN"
  if (status < 500 || operatorsFault.has(status)) return false
  if (/^\d{3}[ -]5\.2\.2\b/u.test(response)) return false
  if (command === "MAIL FROM") return status === 552
  return !(status === 552 && command === "RCPT TO")
}

// TLS or authentication asked for, bad sequence, command not known.
const operatorsFault: ReadonlySet<number> = new Set([500, 502, 503, 530, 534, 535, 538])

const answerOf = (error: SmtpError): string => {
  const told = error.response ?? `${error.code ?? "ERROR"}: ${error.message}`
  return [...oneLine(told)].slice(0, 300).join("")
}

const readError = (error: unknown): SmtpError => {
  if (!(error instanceof Error)) return { message: String(error) }
  const text = (key: string): string | undefined => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === "string" && value !== "" ? value : undefined
  }
  const status: unknown = Reflect.get(error, "responseCode")
  return {
    message: error.message,
    code: text("code"),
    command: text("command"),
    response: text("response"),
    responseCode: typeof status === "number" ? status : undefined,
  }
}

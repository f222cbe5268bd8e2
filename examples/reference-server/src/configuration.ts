/**
 * The configuration of the reference server, from environment variables; every one has a default
 * that works on a developer's machine.
 */
import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * - `port` (PORT, 3000) and `publicUrl` (PUBLIC_URL): where people reach the server;
 * - `dataFolder` (DATA_FOLDER, `data`): PGlite's files, the caught mails, the session secret;
 * - `databaseUrl` (DATABASE_URL): a PostgreSQL server instead of PGlite;
 * - `smtpUrl` (SMTP_URL): a mail server instead of the built-in mailbox;
 * - `mailFrom` (MAIL_FROM): the sender's address; `messageIdDomain` is its domain;
 * - `sessionSecret` (SESSION_SECRET): at least 32 characters; drawn once and kept otherwise;
 * - `demonstration` (DEMONSTRATION, on): accounts without password and made-up data; `off` for
 *   anything but trying.
 */
export interface Configuration {
  readonly port: number
  readonly publicUrl: string
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly sessionSecret: string
  readonly demonstration: boolean
}

/** What is wrong with the environment, in one sentence. */
export interface ConfigurationFault {
  readonly _tag: "configuration.invalid"
  readonly variable: string
  readonly sentence: string
}

/** Reads the environment. */
export const readConfiguration = (
  environment: Readonly<Record<string, string | undefined>>,
): Configuration | ConfigurationFault => {
  const port = Number(environment["PORT"] ?? "3000")
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return fault("PORT", "PORT doit être un numéro de port, de 0 à 65535.")
  }
  const dataFolder = environment["DATA_FOLDER"] ?? "data"
  const given = environment["SESSION_SECRET"]
  if (given !== undefined && given.length < 32) {
    return fault("SESSION_SECRET", "SESSION_SECRET doit compter au moins 32 caractères.")
  }
  return {
    port,
    publicUrl: environment["PUBLIC_URL"] ?? `http://localhost:${port}`,
    dataFolder,
    databaseUrl: environment["DATABASE_URL"],
    smtpUrl: environment["SMTP_URL"],
    mailFrom: environment["MAIL_FROM"] ?? "rendez-vous-de-carriere@academie.example",
    sessionSecret: given ?? keptSecret(dataFolder),
    demonstration: environment["DEMONSTRATION"] !== "off",
  }
}

const fault = (variable: string, sentence: string): ConfigurationFault => ({
  _tag: "configuration.invalid",
  variable,
  sentence,
})

const keptSecret = (dataFolder: string): string => {
  const path = join(dataFolder, "session-secret")
  mkdirSync(dataFolder, { recursive: true })
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600 })
  return readFileSync(path, "utf8")
}

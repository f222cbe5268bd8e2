/**
 * The configuration of the reference server, from environment variables; every one has a default
 * that works on a developer's machine.
 */
import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Zone } from "@convoque/core/kernel/calendar"
import { isMailAddress } from "@convoque/core/kernel/mail-address"
import * as Schema from "effect/Schema"

/**
 * - `port` (PORT, 3000) and `publicUrl` (PUBLIC_URL): where people reach the server;
 * - `dataFolder` (DATA_FOLDER, `data`): PGlite's files, the caught mails, the session secret;
 * - `databaseUrl` (DATABASE_URL): a PostgreSQL server instead of PGlite;
 * - `smtpUrl` (SMTP_URL): a mail server instead of the built-in mailbox;
 * - `mailFrom` (MAIL_FROM): the sender's address; `messageIdDomain` is its domain;
 * - `academy` (ACADEMY_NAME, a made-up one): the academy, as its pages and papers recall it;
 * - `zone` (ACADEMY_ZONE, `Europe/Paris`): the zone in which its days and hours are read;
 * - `examsMailbox` (EXAMS_MAILBOX): who is told of what schools validate in the exams division;
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
  readonly academy: string
  readonly zone: Zone
  readonly examsMailbox: string
  readonly sessionSecret: string
  readonly demonstration: boolean
}

/** What is wrong with the environment, in one sentence. */
export interface ConfigurationFault {
  readonly _tag: "configuration.invalid"
  readonly variable: string
  readonly sentence: string
}

/** Reads the environment; a variable set to nothing counts as absent. */
export const readConfiguration = (
  environment: Readonly<Record<string, string | undefined>>,
): Configuration | ConfigurationFault => {
  const given = (variable: string): string | undefined => environment[variable] || undefined
  const [fault] = rules.flatMap(({ variable, accepts, sentence }) => {
    const value = given(variable)
    return value === undefined || accepts(value)
      ? []
      : [{ _tag: "configuration.invalid" as const, variable, sentence: `${variable} ${sentence}` }]
  })
  if (fault !== undefined) return fault
  const port = Number(given("PORT") ?? "3000")
  const dataFolder = given("DATA_FOLDER") ?? "data"
  return {
    port,
    publicUrl: given("PUBLIC_URL") ?? `http://localhost:${port}`,
    dataFolder,
    databaseUrl: given("DATABASE_URL"),
    smtpUrl: given("SMTP_URL"),
    mailFrom: given("MAIL_FROM") ?? "rendez-vous-de-carriere@academie.example",
    academy: given("ACADEMY_NAME") ?? usual.academy,
    zone: Zone.make(given("ACADEMY_ZONE") ?? usual.zone),
    examsMailbox: given("EXAMS_MAILBOX") ?? usual.examsMailbox,
    sessionSecret: given("SESSION_SECRET") ?? keptSecret(dataFolder),
    demonstration: given("DEMONSTRATION") !== "off",
  }
}

/** What an academy is taken to be when nothing else is said. */
export const usual: Pick<Configuration, "academy" | "zone" | "examsMailbox"> = {
  academy: "Garonne",
  zone: Zone.make("Europe/Paris"),
  examsMailbox: "dec@academie.example",
}

const rules: ReadonlyArray<{
  readonly variable: string
  readonly accepts: (value: string) => boolean
  readonly sentence: string
}> = [
  {
    variable: "PORT",
    accepts: (value) => /^\d{1,5}$/u.test(value) && Number(value) <= 65_535,
    sentence: "doit être un numéro de port, de 0 à 65535.",
  },
  {
    variable: "PUBLIC_URL",
    accepts: (value) => /^https?:\/\//u.test(value) && URL.canParse(value),
    sentence: "doit être une adresse qui commence par http:// ou https://.",
  },
  {
    variable: "MAIL_FROM",
    accepts: isMailAddress,
    sentence: "doit être une adresse électronique.",
  },
  {
    variable: "ACADEMY_ZONE",
    accepts: Schema.is(Zone),
    sentence: "doit être un fuseau horaire, tel que Europe/Paris.",
  },
  {
    variable: "EXAMS_MAILBOX",
    accepts: isMailAddress,
    sentence: "doit être une adresse électronique.",
  },
  {
    variable: "SESSION_SECRET",
    accepts: (value) => value.length >= 32,
    sentence: "doit compter au moins 32 caractères.",
  },
  {
    variable: "DEMONSTRATION",
    accepts: (value) => value === "on" || value === "off",
    sentence: "doit être on ou off.",
  },
]

const keptSecret = (dataFolder: string): string => {
  const path = join(dataFolder, "session-secret")
  mkdirSync(dataFolder, { recursive: true })
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600 })
  return readFileSync(path, "utf8")
}

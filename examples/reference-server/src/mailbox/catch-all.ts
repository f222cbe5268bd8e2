/**
 * A mail server that takes every mail and keeps it in a folder (boîte de démonstration): what
 * stands in for a real server until `SMTP_URL` is set. It listens on the loopback only.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { SMTPServer } from "smtp-server"

/** The mailbox: where it listens, and the mails it caught. */
export interface CatchAll {
  readonly url: string
  readonly mails: CaughtMails
  readonly close: () => Promise<void>
}

/** Mails kept as files, oldest first by name. */
export interface CaughtMails {
  readonly names: () => Promise<ReadonlyArray<string>>
  /** Gives the bytes of a mail; nothing for a name that is not one of `names`. */
  readonly read: (name: string) => Promise<Buffer | undefined>
}

/** Starts the mailbox on a free port. */
export const startCatchAll = async (folder: string): Promise<CatchAll> => {
  await mkdir(folder, { recursive: true })
  const mails = caughtMails(folder)
  let count = (await mails.names()).length
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, _session, done) => {
      const chunks: Array<Buffer> = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        count += 1
        const name = `${String(count).padStart(6, "0")}.eml`
        writeFile(join(folder, name), Buffer.concat(chunks)).then(
          () => done(null, `kept as ${name}`),
          (error: Error) => done(error),
        )
      })
    },
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.server.address()
      resolve(typeof address === "object" && address !== null ? address.port : 0)
    })
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const caughtMails = (folder: string): CaughtMails => ({
  names: async () => (await readdir(folder)).filter((name) => name.endsWith(".eml")).toSorted(),
  read: async (name) =>
    /^\d{6,}\.eml$/u.test(name) ? readFile(join(folder, name)).catch(() => undefined) : undefined,
})

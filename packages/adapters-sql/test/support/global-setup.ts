/** One PostgreSQL server for a whole run of the tests. */
import type { TestProject } from "vitest/node"
import { startPostgres } from "./postgres.ts"

declare module "vitest" {
  export interface ProvidedContext {
    readonly postgresUrl: string
  }
}

/** Starts the server, gives its URL to the tests, and stops it after them. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { url, stop } = await startPostgres()
  project.provide("postgresUrl", url)
  return stop
}

/** `COPY ... FROM STDIN` through a connection of pg: the reference of imports. */
import { createReadStream } from "node:fs"
import type pg from "pg"

/** What pg's connection offers to those who send a copy. */
interface CopyConnection {
  readonly query: (text: string) => void
  readonly sendCopyFromChunk: (chunk: Uint8Array) => void
  readonly endCopyFrom: () => void
  readonly stream: { readonly writableNeedDrain: boolean } & NodeJS.EventEmitter
}

/** Copies a file into a table; gives nothing. */
export const bareCopy = (client: pg.Client, text: string, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const copying = {
      submit: (connection: CopyConnection) => connection.query(text),
      handleCopyInResponse: async (connection: CopyConnection) => {
        for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
          connection.sendCopyFromChunk(chunk as Uint8Array)
          if (connection.stream.writableNeedDrain) {
            await new Promise((drained) => connection.stream.once("drain", drained))
          }
        }
        connection.endCopyFrom()
      },
      handleCommandComplete: () => undefined,
      handleError: reject,
      handleReadyForQuery: () => resolve(),
    }
    // pg's types know neither these handlers nor that its connection can copy.
    const submitted: object = copying
    client.query(submitted as pg.Submittable)
  })

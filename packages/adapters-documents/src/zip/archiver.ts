/** The `Archiver` port by ZIP: files stored as they are, one after the other. */
import { Archiver } from "@convoque/core/kernel/ports"
import type { ArchivedFile } from "@convoque/core/kernel/ports"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { zipWriter } from "./container.ts"
import { uniqueNames } from "./names.ts"

/**
 * Gives the archiver of stored ZIP files. Names lose their folders and are made unique; the bytes
 * of a file are passed on as they are, without a copy; ZIP64 beyond 65,534 files or 4 GiB.
 */
export const layerArchiver: Layer.Layer<Archiver> = Layer.succeed(Archiver, {
  zip: <E, R>(files: Stream.Stream<ArchivedFile, E, R>) =>
    Stream.suspend(() => {
      const writer = zipWriter()
      const nameOf = uniqueNames()
      return files.pipe(
        Stream.mapArray(([first, ...others]) => {
          const [header, ...rest] = [first, ...others].flatMap(({ fileName, bytes }) =>
            writer.stored(nameOf(fileName), bytes),
          )
          return [header ?? new Uint8Array(), ...rest]
        }),
        Stream.concat(Stream.suspend(() => Stream.succeed(writer.end()))),
      )
    }),
})

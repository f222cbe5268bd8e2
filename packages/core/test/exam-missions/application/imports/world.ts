/** Plain readers for files of a few lines, and the people who send them. */
import type { Actor, PersonId, TenantId } from "@convoque/core/kernel/identity"
import {
  type Registers,
  type Settings,
  type Storage,
  TableReader,
  type Views,
  XmlReader,
} from "@convoque/core/kernel/ports"
import { layerMemory, layerSettingsMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { partsOf } from "../../staff-directory/parts.ts"

export const tenant = "toulouse" as TenantId

export const actorOf = (capacity: Actor["capacity"]): Actor => ({
  person: `p-${capacity}` as PersonId,
  capacity,
})

export const division = actorOf("exams-division")

export const bytesOf = (text: string): Stream.Stream<Uint8Array> =>
  Stream.make(new TextEncoder().encode(text))

const textOf = <E, R>(bytes: Stream.Stream<Uint8Array, E, R>) =>
  Effect.map(Stream.runCollect(bytes), (chunks) =>
    chunks.map((chunk) => new TextDecoder().decode(chunk)).join(""),
  )

const layerPlainReaders = Layer.mergeAll(
  Layer.succeed(TableReader, {
    csv: (bytes) =>
      Stream.fromIterableEffect(
        Effect.map(textOf(bytes), (text) => {
          const [header = "", ...lines] = text.split("\n")
          const columns = header.split(";")
          return lines.map((line, index) => {
            const cells = line.split(";")
            const values = Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ""]))
            return { line: index + 2, columns, values }
          })
        }),
      ),
  }),
  Layer.succeed(XmlReader, {
    parts: (bytes) => Stream.fromIterableEffect(Effect.map(textOf(bytes), partsOf)),
  }),
)

const layerWorld = Layer.mergeAll(layerMemory, layerSettingsMemory, layerPlainReaders)

/** Runs a test on empty registers. */
export const inWorld = <A, E>(
  program: Effect.Effect<A, E, Registers | Settings | Storage | Views | TableReader | XmlReader>,
): Promise<A> => Effect.runPromise(Effect.provide(program, layerWorld))

/** Gives why an effect failed, or fails the test when it did not. */
export const refusalOf = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.result(effect), (result) => Result.getOrThrow(Result.flip(result)))

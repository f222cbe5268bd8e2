/** Plain readers for files of a few lines, and the people who send them. */
import type { Actor, PersonId, TenantId, Uai } from "@convoque/core/kernel/identity"
import {
  Registers,
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
import { importRegister } from "../../../../src/exam-missions/application/imports/files.ts"
import {
  people,
  posts,
  teachings,
} from "../../../../src/exam-missions/staff-directory/registers.ts"
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

/** Sends a table as the exams division; its acknowledgement is that of losses. */
export const send = (
  register: string,
  lines: ReadonlyArray<string>,
  options: {
    readonly dryRun?: boolean
    readonly part?: string
    readonly confirm?: boolean
    readonly lostAtMost?: number
  } = {},
) =>
  importRegister({
    by: division,
    tenant,
    register,
    part: options.part as Uai | undefined,
    bytes: bytesOf(lines.join("\n")),
    dryRun: options.dryRun ?? false,
    lostAtMost: options.lostAtMost,
    acknowledged:
      options.confirm === true ? [{ code: "import.removals-to-confirm", subject: register }] : [],
  })

/** Gives what three registers hold. */
export const allRows = Effect.gen(function* () {
  const registers = yield* Registers
  return {
    people: yield* Stream.runCollect(registers.all(tenant, people)),
    posts: yield* Stream.runCollect(registers.all(tenant, posts)),
    teachings: yield* Stream.runCollect(registers.all(tenant, teachings)),
  }
})

export const peopleHeader = "ID_AGENT;NUMEN;NOM;PRENOM;DATE_NAISSANCE"
export const dupont = "epp-1;12E0123456ABC;D’ALMEIDA-LE GOFF;Zoé;01/02/1970"
export const homonym = "epp-2;;D’ALMEIDA-LE GOFF;Zoé;01/02/1970"
export const postsHeader = "ID_AGENT;UAI;TITRE;DISCIPLINE_POSTE"

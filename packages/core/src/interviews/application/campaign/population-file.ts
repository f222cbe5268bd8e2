/**
 * Opening the interviews of a campaign from a population file. It is read as a stream; a route may
 * hold its bytes, as that of `adapters-http` does.
 *
 * @requirement CAM-05
 * @requirement ENT-28
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import {
  type PeopleDirectory,
  type Storage,
  type TableMalformed,
  TableReader,
} from "../../../kernel/ports.ts"
import { PopulationFault } from "../../campaign/model.ts"
import type { CampaignRefusal } from "../../campaign/refusals.ts"
import { type PopulationLine, populationColumns } from "../../campaign/rules/population.ts"
import type { InterviewRefusal } from "../../interview/refusals.ts"
import { InterviewsSetup } from "../../ports.ts"
import type { CampaignFailure } from "./act.ts"
import { type AddingInterviews, addInterviews, PopulationReport } from "./population.ts"

/** How many lines a population file holds at most. */
const mostLines = 200_000

/** A report whose faults say in a sentence what is wrong. */
export const PopulationFileReport = Schema.Struct({
  ...PopulationReport.fields,
  faults: Schema.Array(Schema.Struct({ ...PopulationFault.fields, sentence: Schema.String })),
}).annotate({ identifier: "PopulationFileReport" })
export type PopulationFileReport = typeof PopulationFileReport.Type

/** A population to open, as the bytes of a table with the columns of `addInterviews`. */
export interface AddingPopulationFile<E, R> extends Omit<AddingInterviews, "lines"> {
  readonly file: Stream.Stream<Uint8Array, E, R>
}

/**
 * Opens the interviews of a file as `addInterviews` does. Refuses by `table.malformed` a file that
 * cannot be read or has more than 200,000 lines, by `population.empty` one with a header alone.
 */
export const addPopulationFile = <E, R>({
  file,
  ...request
}: AddingPopulationFile<E, R>): Effect.Effect<
  PopulationFileReport,
  E | TableMalformed | CampaignFailure | InterviewRefusal,
  R | TableReader | InterviewsSetup | Storage | PeopleDirectory
> =>
  Effect.gen(function* () {
    const lines = yield* linesOf(file)
    if (lines.length === 0) {
      return yield* Effect.fail<CampaignRefusal>({ _tag: "population.empty" })
    }
    const report = yield* addInterviews({ ...request, lines })
    const { wording } = yield* InterviewsSetup
    const faults = report.faults.map((fault) => ({
      ...fault,
      sentence: wording.exports.population.sentence(fault),
    }))
    return { ...report, faults }
  })

const linesOf = <E, R>(file: Stream.Stream<Uint8Array, E, R>) =>
  Effect.gen(function* () {
    const reader = yield* TableReader
    const lines = yield* reader.csv(file).pipe(
      Stream.map(({ line, values }) => ({ line, values: asked(values) })),
      Stream.take(mostLines + 1),
      Stream.runCollect,
    )
    const beyond = lines[mostLines]
    if (beyond === undefined) return lines
    return yield* Effect.fail<TableMalformed>({
      _tag: "table.malformed",
      line: beyond.line,
      column: 1,
      reason: "too-many-lines",
    })
  })

// Only what is judged is held.
const asked = (values: PopulationLine["values"]): PopulationLine["values"] =>
  Object.fromEntries(
    populationColumns.flatMap((column) => {
      const value = values[column]
      return value === undefined ? [] : [[column, value]]
    }),
  )

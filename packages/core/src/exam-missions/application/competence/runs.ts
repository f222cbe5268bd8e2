/**
 * The runs of a generation: one at a time in an academy. A new run takes over one that has not
 * finished, whose next commit is then stale.
 *
 * @requirement CMP-06
 */
import * as Effect from "effect/Effect"
import type { StaleConflict } from "../../../kernel/handle.ts"
import { Storage, type StorageUnavailable } from "../../../kernel/ports.ts"
import { competenceGenerationRef } from "../../aggregates.ts"
import type { GenerationEvent } from "../../competence/events.ts"
import { generationAfter } from "../../competence/state.ts"
import { now, type Unchanged } from "../act.ts"
import type { Generating } from "./slices.ts"

/** What a run begins or ends with: who asks for it, and the revisions of the registers it reads. */
export interface Run extends Generating {
  readonly revisions: string
}

const attempts = 3

/**
 * Begins a run, and gives what its commits name `unchanged`; nothing when the last run finished on
 * these very revisions. Starts again, three times in all, when another run begins at that moment.
 */
export const beginRun = (
  run: Run,
  nth = 1,
): Effect.Effect<Unchanged | undefined, StaleConflict | StorageUnavailable, Storage> =>
  Effect.gen(function* () {
    const { state, version } = yield* loadRun(run)
    if (state._tag === "done" && state.last.revisions === run.revisions) return undefined
    return yield* write(run, version, "GenerationBegun").pipe(
      Effect.catchTag("conflict.stale-version", (stale) =>
        nth < attempts ? beginRun(run, nth + 1) : Effect.fail(stale),
      ),
    )
  })

/** Notes that a run has finished, unless another one took it over: `conflict.stale-version`. */
export const endRun = (
  run: Run,
  { expected }: Unchanged,
): Effect.Effect<Unchanged, StaleConflict | StorageUnavailable, Storage> =>
  write(run, expected, "GenerationFinished")

const write = (
  { by, tenant, revisions }: Run,
  expected: number,
  _tag: GenerationEvent["_tag"],
): Effect.Effect<Unchanged, StaleConflict | StorageUnavailable, Storage> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const id = competenceGenerationRef(tenant)
    const event: GenerationEvent = { _tag, at: yield* now, by, revisions }
    const change = { id, expected, events: [event], state: generationAfter(event) }
    yield* storage
      .commit({ tenant, changes: [change], unchanged: [], erase: [], messages: [] })
      .pipe(
        Effect.catchTag("StaleVersion", () =>
          Effect.flatMap(loadRun({ tenant }), ({ version }) =>
            Effect.fail<StaleConflict>({ _tag: "conflict.stale-version", current: version }),
          ),
        ),
      )
    return { id, expected: expected + 1 }
  })

const loadRun = ({ tenant }: Pick<Run, "tenant">) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const [loaded] = yield* storage.load([competenceGenerationRef(tenant)])
    return loaded
  })

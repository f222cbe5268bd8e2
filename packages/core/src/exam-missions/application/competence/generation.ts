/**
 * The generation of competences by the system, from the correspondence table and the teachings of
 * everybody.
 *
 * @requirement CMP-06
 */
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { PersonId, TenantId } from "../../../kernel/identity.ts"
import type { Cursor } from "../../../kernel/listing.ts"
import { Registers, type StorageUnavailable, Views } from "../../../kernel/ports.ts"
import type { CompetenceRefusal } from "../../competence/refusals.ts"
import { correspondences, examOptions } from "../../competence/registers.ts"
import { bySubject, yieldedBy } from "../../competence/rules/yielded.ts"
import { competences, generatedSheets } from "../../competence/views.ts"
import type { Teaching } from "../../staff-directory/model.ts"
import { teachings } from "../../staff-directory/registers.ts"
import { beginRun, endRun } from "./runs.ts"
import { type AgentYield, figuresOf, generateSlice, type Generating, sum } from "./slices.ts"

/**
 * Gives each agent the marks of the system that the registers yield now, and withdraws those that
 * they no longer do; gives the figures of what changed. An option that the regulation does not know
 * yields nothing. To be run after each import of teachings, correspondences or exam options, and by
 * the scheduler.
 *
 * Teachings are streamed by agent; sheets are read and written a thousand at a time, each slice by a
 * commit of its own. The revisions of the registers are noted at the end, as they were at the start:
 * a run that finds them noted has nothing to do, and one that was interrupted, or overtaken by an
 * import, is finished by the next, for whom what is done already is no change.
 *
 * A run takes over the one that has not finished: that one is refused by `conflict.stale-version` at
 * its next slice, and notes nothing.
 */
export const generateCompetences = Effect.fn("exam-missions.generateCompetences")(function* (
  request: Generating,
) {
  const { by, tenant } = request
  if (by.capacity !== "system") {
    return yield* Effect.fail<CompetenceRefusal>({
      _tag: "actor.not-allowed",
      command: "generateCompetences",
      capacity: by.capacity,
    })
  }
  const revisions = yield* readRevisions(tenant)
  const run = yield* beginRun({ ...request, revisions })
  if (run === undefined) return { ...figuresOf(0), upToDate: true }
  const registers = yield* Registers
  const table = bySubject(yield* readTable(tenant))
  const taught = new Set<PersonId>()
  const ofTeachers = registers.all(tenant, teachings).pipe(
    byAgent,
    Stream.map((rows): AgentYield => ({ agent: rows[0].person, yielded: yieldedBy(rows, table) })),
    Stream.tap(({ agent }) => Effect.sync(() => taught.add(agent))),
  )
  const first = yield* generateAll({ ...request, run }, ofTeachers)
  const ofOthers = generatedAgents(tenant).pipe(
    Stream.filter((agent) => !taught.has(agent)),
    Stream.map((agent): AgentYield => ({ agent, yielded: [] })),
  )
  const second = yield* generateAll({ ...request, run }, ofOthers)
  yield* endRun({ ...request, revisions }, run)
  return { ...sum(first, second), upToDate: false }
})

const slice = 1000

// Changes with the rule that reads the registers, so that a new one is applied by the next run.
const ruleVersion = 2

const readRevisions = (tenant: TenantId): Effect.Effect<string, StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const ofTeachings = yield* registers.revision(tenant, teachings)
    const ofTable = yield* registers.revision(tenant, correspondences)
    const ofOptions = yield* registers.revision(tenant, examOptions)
    return `${ruleVersion}/${ofTeachings}/${ofTable}/${ofOptions}`
  })

// The lines whose option the regulation knows; options are looked up a slice at a time.
const readTable = (tenant: TenantId) =>
  Effect.gen(function* () {
    const registers = yield* Registers
    return yield* registers.all(tenant, correspondences).pipe(
      Stream.grouped(slice),
      Stream.mapEffect((lines) =>
        Effect.map(
          registers.find(tenant, examOptions, [...new Set(lines.map(({ option }) => option))]),
          (rows) => {
            const known = new Set(rows.map(({ option }) => option))
            return lines.filter(({ option }) => known.has(option))
          },
        ),
      ),
      Stream.flattenIterable,
      Stream.runCollect,
    )
  })

// The next slice is decided while the one before is being written.
const slicesAtOnce = 2

const generateAll = <E, R>(
  request: Parameters<typeof generateSlice>[0],
  agents: Stream.Stream<AgentYield, E, R>,
) =>
  agents.pipe(
    Stream.grouped(slice),
    Stream.mapEffect((some) => generateSlice(request, some), { concurrency: slicesAtOnce }),
    Stream.runFold(() => figuresOf(0), sum),
  )

type Rows = Arr.NonEmptyReadonlyArray<Teaching>

// The rows of a register come by owner: those of one agent follow each other, over several chunks.
const byAgent = <E, R>(rows: Stream.Stream<Teaching, E, R>): Stream.Stream<Rows, E, R> =>
  Stream.mapAccumArray(
    rows,
    (): ReadonlyArray<Teaching> => [],
    (open, some) => {
      const groups = Arr.groupWith(
        Arr.appendAll(open, some),
        (one, other) => one.person === other.person,
      )
      return [Arr.lastNonEmpty(groups), Arr.initNonEmpty(groups)]
    },
    { onHalt: (open) => (Arr.isReadonlyArrayNonEmpty(open) ? [open] : []) },
  )

/** Gives those on whose sheets the system bears a mark, by id, page by page. */
const generatedAgents = (tenant: TenantId) =>
  Stream.paginate(undefined as Cursor | undefined, (after) =>
    Effect.gen(function* () {
      const views = yield* Views
      const { rows, next } = yield* views.page(competences, tenant, {
        scope: generatedSheets,
        filters: {},
        sort: { column: "agent", direction: "ascending" },
        limit: slice,
        uncounted: true,
        ...(after === undefined ? {} : { after }),
      })
      const agents = rows.map(({ row }) => row.agent)
      return [agents, next === undefined ? Option.none() : Option.some<Cursor | undefined>(next)]
    }),
  )

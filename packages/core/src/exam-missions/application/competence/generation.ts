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
import { Registers, Settings, type StorageUnavailable, Views } from "../../../kernel/ports.ts"
import { correspondences } from "../../competence/registers.ts"
import { bySubject, yieldedBy } from "../../competence/rules/yielded.ts"
import { competences, generatedSheets } from "../../competence/views.ts"
import type { Teaching } from "../../staff-directory/model.ts"
import { teachings } from "../../staff-directory/registers.ts"
import { type AgentYield, figuresOf, generateSlice, type Generating, sum } from "./slices.ts"

/**
 * Gives each agent the marks of the system that the registers yield now, and withdraws those that
 * they no longer do; gives the figures of what changed. To be run after each import of teachings or
 * correspondences, and by the scheduler.
 *
 * Teachings are streamed by agent; sheets are read and written a thousand at a time, each slice by a
 * commit of its own. The revisions of both registers are noted at the end, as they were at the
 * start: a run that finds them noted has nothing to do, and one that was interrupted, or overtaken
 * by an import, is finished by the next, for whom what is done already is no change.
 */
export const generateCompetences = Effect.fn("exam-missions.generateCompetences")(function* (
  request: Generating,
) {
  const { tenant } = request
  const settings = yield* Settings
  const revisions = yield* readRevisions(tenant)
  if ((yield* settings.get(tenant, lastRun)) === revisions)
    return { ...figuresOf(0), upToDate: true }
  const registers = yield* Registers
  const table = bySubject(yield* Stream.runCollect(registers.all(tenant, correspondences)))
  const taught = new Set<PersonId>()
  const ofTeachers = registers.all(tenant, teachings).pipe(
    byAgent,
    Stream.map((rows): AgentYield => ({ agent: rows[0].person, yielded: yieldedBy(rows, table) })),
    Stream.tap(({ agent }) => Effect.sync(() => taught.add(agent))),
  )
  const first = yield* generateAll(request, ofTeachers)
  const ofOthers = generatedAgents(tenant).pipe(
    Stream.filter((agent) => !taught.has(agent)),
    Stream.map((agent): AgentYield => ({ agent, yielded: [] })),
  )
  const second = yield* generateAll(request, ofOthers)
  yield* settings.put(tenant, lastRun, revisions)
  return { ...sum(first, second), upToDate: false }
})

const lastRun = "exam-missions.generation"
const slice = 1000

// Changes with the rule that reads the registers, so that a new one is applied by the next run.
const ruleVersion = 1

const readRevisions = (tenant: TenantId): Effect.Effect<string, StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const ofTeachings = yield* registers.revision(tenant, teachings)
    const ofTable = yield* registers.revision(tenant, correspondences)
    return `${ruleVersion}/${ofTeachings}/${ofTable}`
  })

// The next slice is decided while the one before is being written.
const slicesAtOnce = 2

const generateAll = <E, R>(request: Generating, agents: Stream.Stream<AgentYield, E, R>) =>
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

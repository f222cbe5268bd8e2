/** A campaign under way in memory: two managers, three agents, interviews at several stages. */
import {
  campaignInterviews,
  type InterviewRow,
} from "../../../../src/interviews/interview/views.ts"
import {
  Archiver,
  DocumentStorage,
  type Person,
  type RenderedFile,
  Storage,
  Views,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { addInterviews } from "../../../../src/interviews/application/campaign/population.ts"
import { completeStep } from "../../../../src/interviews/application/interview/circuit.ts"
import {
  draftReport,
  proposeDate,
  recordHeld,
} from "../../../../src/interviews/application/interview/superior.ts"
import { interviewKey } from "../../../../src/interviews/aggregates.ts"
import type { PopulationLine } from "../../../../src/interviews/campaign/rules/population.ts"
import {
  agent,
  authority,
  byAdministrator,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  campaign,
  delivered,
  discussed,
  meeting,
  otherSuperior,
  report,
  stepId,
  superior,
  terms,
} from "../../given.ts"
import {
  everybody,
  newWorld,
  opensCampaign,
  secondAgent,
  tenant,
  thirdAgent,
  type World,
} from "../world.ts"

export const administrator: Person = {
  id: byAdministrator.person,
  givenName: "Anne",
  familyName: "Admin",
  quality: "Administratrice",
  email: "admin-1@academie.example",
}
export const people: ReadonlyArray<Person> = [...everybody, administrator]

const { type } = terms.procedure
const { year } = terms
export const nameOf = ({ id: one }: Person) => ({ tenant, type, year, agent: one })
export const keyOf = ({ id: one }: Person) => interviewKey({ type, year, agent: one })
export const onCampaign = { by: byAdministrator, tenant, campaign } as const

export const line = (number: number, ...cells: ReadonlyArray<string>): PopulationLine => ({
  line: number,
  values: Object.fromEntries(
    ["agent", "superior", "authority"].map((column, index) => [column, cells[index] ?? ""]),
  ),
})

/** The first two agents have the first superior, the third the second one. */
export const lines = [
  line(2, agent.id, superior.id, authority.id),
  line(3, secondAgent.id, superior.id, authority.id),
  line(4, thirdAgent.id, otherSuperior.id, authority.id),
]
export const adding = { ...onCampaign, lines, dryRun: false, acceptPartial: false } as const

/** Gives a portal with the campaign and its three interviews. */
export const campaignWorld = async (known: ReadonlyArray<Person> = people): Promise<World> => {
  const world = newWorld(known)
  await world.run(Effect.andThen(opensCampaign(), addInterviews(adding)))
  return world
}

const jobDescription = "interviews/test/job"

/** Proposes the date of an interview. */
export const proposes = async (world: World, to: Person) => {
  const interview = nameOf(to)
  const key = `interviews/${interviewKey(interview)}/job-description/1`
  await world.run(
    Effect.flatMap(DocumentStorage, (documents) =>
      documents.put(tenant, key, {
        bytes: new TextEncoder().encode(jobDescription),
        mediaType: "application/pdf",
      }),
    ),
  )
  world.at("2026-01-12T08:00:00.000Z")
  await world.run(
    proposeDate({
      by: bySuperior,
      interview,
      meeting,
      enclosures: [
        { kind: "report-template" },
        { kind: "job-description", file: { fileName: "fiche.pdf", key } },
      ],
      acknowledged: [],
    }),
  )
}

/** Takes an interview to its communicated report, on 2 February. */
export const communicates = async (world: World, to: Person) => {
  const interview = nameOf(to)
  await proposes(world, to)
  world.at("2026-01-26T18:00:00.000Z")
  await world.run(
    recordHeld({
      by: bySuperior,
      interview,
      date: meeting.date,
      durationMinutes: 60,
      participants: [to.id, superior.id],
      discussed,
      acknowledged: [],
    }),
  )
  world.at("2026-01-28T08:00:00.000Z")
  await world.run(draftReport({ by: bySuperior, interview, report }))
  world.at("2026-02-02T08:00:00.000Z")
  await world.run(
    completeStep({ by: bySuperior, interview, step: stepId("communicate"), acknowledged: [] }),
  )
}

/** Takes an interview from the communicated report to the notification, on 16 February. */
export const notifies = async (world: World, to: Person) => {
  const interview = nameOf(to)
  const step = (name: string) => ({ interview, step: stepId(name), acknowledged: [] })
  world.at("2026-02-10T08:00:00.000Z")
  await world.run(completeStep({ by: { ...byAgent, person: to.id }, ...step("agent-completion") }))
  world.at("2026-02-12T08:00:00.000Z")
  await world.run(completeStep({ by: byAuthority, ...step("endorse") }))
  world.at("2026-02-16T08:00:00.000Z")
  await world.run(completeStep({ by: byService, ...step("notify"), notification: delivered }))
}

/** Takes an interview from the notification to its closing, on 20 February. */
export const closes = async (world: World, to: Person) => {
  const interview = nameOf(to)
  const step = (name: string) => ({ interview, step: stepId(name), acknowledged: [] })
  world.at("2026-02-18T08:00:00.000Z")
  await world.run(completeStep({ by: { ...byAgent, person: to.id }, ...step("sign") }))
  world.at("2026-02-20T08:00:00.000Z")
  await world.run(completeStep({ by: byService, ...step("file") }))
}

/** Gives the rows of the interviews of the campaign, by collaborator. */
export const rowsOf = (world: World): Promise<ReadonlyArray<InterviewRow>> =>
  world.run(
    Effect.gen(function* () {
      const views = yield* Views
      const page = yield* views.page(campaignInterviews, tenant, {
        scope: campaign,
        filters: {},
        sort: { column: "collaborator", direction: "ascending" },
        limit: 100,
      })
      return page.rows.map(({ row }) => row)
    }),
  )

/** A document storage that tells which keys it keeps. */
export const openStorage = () => {
  const files = new Map<string, RenderedFile>()
  return {
    files,
    service: {
      put: (_: string, key: string, file: RenderedFile) =>
        Effect.sync(() => void files.set(key, file)),
      get: (_: string, key: string) => Effect.sync(() => files.get(key)),
      remove: (_: string, key: string) => Effect.sync(() => void files.delete(key)),
      removeUnder: (_: string, prefix: string) =>
        Effect.sync(() => {
          const keys = [...files.keys()].filter((key) => key.startsWith(prefix))
          for (const key of keys) files.delete(key)
          return keys.length
        }),
    } satisfies DocumentStorage["Service"],
  }
}

/** An archiver whose archives are the names and texts of their files, one a line. */
export const openArchiver: Archiver["Service"] = {
  zip: (files) =>
    Stream.map(files, ({ fileName, bytes }) =>
      new TextEncoder().encode(`${fileName}: ${new TextDecoder().decode(bytes)}\n`),
    ),
}

/** A storage that lets something happen right before a commit, once. */
export const interrupting = (
  storage: Storage["Service"],
  happens: Effect.Effect<void>,
): Storage["Service"] => {
  let isDone = false
  return {
    load: storage.load,
    commit: (commit) =>
      Effect.suspend(() => {
        if (isDone) return storage.commit(commit)
        isDone = true
        return Effect.andThen(happens, storage.commit(commit))
      }),
  }
}

/**
 * The course of one interview through the use cases, on the days of the tests' interview: each
 * stage done by its actor, up to the one wanted.
 */
import type { Actor } from "@convoque/core/kernel/identity"
import type { AttachedFile, Message } from "@convoque/core/kernel/message"
import type { RenderedFile } from "@convoque/core/kernel/ports"
import type * as Effect from "effect/Effect"
import { completeStep } from "../../../../src/interviews/application/interview/circuit.ts"
import { keepFile } from "../../../../src/interviews/application/interview/files.ts"
import {
  draftReport,
  prepareInterview,
  proposeDate,
  recordHeld,
} from "../../../../src/interviews/application/interview/superior.ts"
import type { InterviewName } from "../../../../src/interviews/aggregates.ts"
import {
  agent,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  day,
  delivered,
  discussed,
  meeting,
  report,
  stepId,
  superior,
  terms,
} from "../../given.ts"
import { type Needs, openedWorld, tenant, type World } from "../world.ts"

export const interview: InterviewName = {
  tenant,
  type: terms.procedure.type,
  year: 2026,
  agent: agent.id,
}

export const pdf: RenderedFile = {
  bytes: new TextEncoder().encode("%PDF-1.7"),
  mediaType: "application/pdf",
}

/** The key under which the first file of a portal is kept. */
export const description: AttachedFile = {
  fileName: "fiche.pdf",
  key: "interviews/professional-interview/2026/agent-1/job-description/id-1",
}

export const keepsDescription = keepFile({
  by: bySuperior,
  interview,
  purpose: "job-description",
  fileName: "fiche.pdf",
  file: pdf,
})

type Rest = Partial<Parameters<typeof completeStep>[0]>

/** Gives the act of doing a step of the circuit. */
export const does = (step: string, by: Actor, rest: Rest = {}) =>
  completeStep({ by, interview, step: stepId(step), acknowledged: [], ...rest })

export const prepares = prepareInterview({ by: bySuperior, interview, notes: ["Fiche à revoir"] })

export const proposes = (rest: Partial<Parameters<typeof proposeDate>[0]> = {}) =>
  proposeDate({
    by: bySuperior,
    interview,
    meeting,
    enclosures: [{ kind: "report-template" }, { kind: "job-description", file: description }],
    acknowledged: [],
    ...rest,
  })

export const holds = (rest: Partial<Parameters<typeof recordHeld>[0]> = {}) =>
  recordHeld({
    by: bySuperior,
    interview,
    date: meeting.date,
    durationMinutes: 60,
    participants: [agent.id, superior.id],
    discussed,
    acknowledged: [],
    ...rest,
  })

export const drafts = (rest: Partial<Parameters<typeof draftReport>[0]> = {}) =>
  draftReport({ by: bySuperior, interview, report, ...rest })

type Played = readonly [name: string, date: string, act: Effect.Effect<unknown, unknown, Needs>]

const stages = [
  ["prepared", "2026-01-08", prepares],
  ["described", "2026-01-09", keepsDescription],
  ["proposed", "2026-01-12", proposes()],
  ["held", "2026-01-26", holds()],
  ["drafted", "2026-01-28", drafts()],
  ["communicated", "2026-02-02", does("communicate", bySuperior)],
  ["completed", "2026-02-10", does("agent-completion", byAgent)],
  ["endorsed", "2026-02-12", does("endorse", byAuthority)],
  [
    "notified",
    "2026-02-16",
    does("notify", byService, { notification: { ...delivered, on: day("2026-02-14") } }),
  ],
  ["signed", "2026-02-18", does("sign", byAgent)],
  ["filed", "2026-02-20", does("file", byService)],
] as const satisfies ReadonlyArray<Played>

export type Stage = (typeof stages)[number][0]

/** Sets the clock at nine in winter in Paris on a day. */
export const onDay = (world: World, date: string): void => world.at(`${date}T08:00:00.000Z`)

/** Gives a portal whose interview has come to a stage, at that moment. */
export const reached = async (last: Stage, world?: World): Promise<World> => {
  const portal = world ?? (await openedWorld())
  const played: ReadonlyArray<Played> = stages
  for (const [stage, date, act] of played) {
    onDay(portal, date)
    await portal.run(act)
    if (stage === last) break
  }
  return portal
}

/** Gives what of a message tells it from others: kind, address, documents and files. */
export const summary = ({ content }: Pick<Message, "content">) => ({
  kind: content.kind,
  to: content.to.address,
  documents: content.documents.map(({ fileName }) => fileName),
  files: content.files?.map(({ fileName }) => fileName) ?? [],
})

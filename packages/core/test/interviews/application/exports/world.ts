/** What the tests of exports ask for, and how they read what was made. */
import { Archiver, DocumentStorage } from "@convoque/core/kernel/ports"
import { requestExport } from "../../../../src/interviews/application/exports/ask.ts"
import { runNextExport } from "../../../../src/interviews/application/exports/run.ts"
import type { ExportSubject } from "../../../../src/interviews/export/model.ts"
import { InterviewsSetup } from "../../../../src/interviews/ports.ts"
import { agent, byAdministrator, campaign } from "../../given.ts"
import { campaignWorld, keyOf, openArchiver, openStorage } from "../campaign/world.ts"
import { tenant, type World } from "../world.ts"

export const ofCampaign: ExportSubject = { _tag: "campaign", campaign }
export const asking = { by: byAdministrator, tenant, subject: ofCampaign, format: "xlsx" } as const
export const training: ExportSubject = { _tag: "training-needs", campaign }
export const printing = (...agents: ReadonlyArray<typeof agent>) => {
  const [first = agent, ...others] = agents
  return {
    _tag: "print",
    campaign,
    interviews: [keyOf(first), ...others.map(keyOf)],
  } as const satisfies ExportSubject
}

/** A campaign whose files and archives can be read back. */
export const openWorld = async () => {
  const documents = openStorage()
  const world = (await campaignWorld())
    .having(DocumentStorage, documents.service)
    .having(Archiver, openArchiver)
  return { world, documents }
}
export const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
export const mailsOf = async (world: World, kind = "interview-export") =>
  (await world.messages()).map(({ content }) => content).filter((one) => one.kind === kind)
export const setupOf = (world: World) => world.run(InterviewsSetup)
export const run = (world: World) => world.run(runNextExport(tenant))
export const ask = (world: World, request: Partial<Parameters<typeof requestExport>[0]> = {}) =>
  world.run(requestExport({ ...asking, ...request }))

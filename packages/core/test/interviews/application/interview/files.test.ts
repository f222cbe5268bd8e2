/** The files of an interview: whose they are, with which mail they leave, who may open them. */
import { DocumentStorage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { keepFile, readFile } from "../../../../src/interviews/application/interview/files.ts"
import type { Enclosure } from "../../../../src/interviews/interview/model.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byAuthority,
  byOtherSuperior,
  byService,
  bySuperior,
  report,
} from "../../given.ts"
import {
  description,
  does,
  drafts,
  interview,
  keepsDescription,
  onDay,
  pdf,
  proposes,
  reached,
  summary,
} from "./course.ts"
import {
  newWorld,
  openedWorld,
  opensCampaign,
  opensInterviews,
  otherTenant,
  secondAgent,
  type World,
} from "../world.ts"

const opens = (world: World, key: string, by = byAgent) =>
  world.run(Effect.result(readFile({ by, interview, key })))

const keepsAttachment = keepFile({
  by: bySuperior,
  interview,
  purpose: "attachment",
  fileName: "bilan.pdf",
  file: pdf,
})
const attachment = {
  fileName: "bilan.pdf",
  key: "interviews/professional-interview/2026/agent-1/attachment/id-2",
}

const enclosed = (key: string): { readonly enclosures: ReadonlyArray<Enclosure> } => ({
  enclosures: [
    { kind: "report-template" },
    { kind: "job-description", file: { fileName: "fiche.pdf", key } },
  ],
})

const twoInterviews = async (): Promise<World> => {
  const world = newWorld()
  await world.run(Effect.andThen(opensCampaign(), opensInterviews([agent, secondAgent])))
  return world
}

describe("ENT-07 a file that goes with an interview", () => {
  test("ENT-07 leaves with the mail of the proposal, under the name that was given", async () => {
    const world = await openedWorld()
    expect(await world.run(keepsDescription)).toStrictEqual(description)
    onDay(world, "2026-01-12")
    await world.run(proposes())
    const [mail] = await world.messages()
    expect(mail && summary(mail)).toMatchObject({
      kind: "interview-proposed",
      files: ["fiche.pdf"],
    })
    expect(mail?.content.files).toStrictEqual([description])
  })

  test.each([
    ["another interview's", "interviews/professional-interview/2026/agent-2/job-description/id-1"],
    ["an interview's with a longer name", "interviews/professional-interview/2026/agent-10/x"],
    ["nobody's", "interviews/professional-interview/2026/agent-1/job-description/id-9"],
    ["a campaign's", "interview-campaigns/2026-entretiens/documents/id-1"],
    ["the folder itself", "interviews/professional-interview/2026/agent-1/"],
  ])("ENT-07 is refused when it is %s, and nothing is written", async (_, key) => {
    const world = await twoInterviews()
    await world.run(
      Effect.flatMap(DocumentStorage, (documents) =>
        key.endsWith("id-9") || key.endsWith("/")
          ? Effect.void
          : documents.put(interview.tenant, key, pdf),
      ),
    )
    onDay(world, "2026-01-12")
    const refusal = {
      _tag: "file.unknown",
      type: interview.type,
      year: 2026,
      agent: agent.id,
      key,
    }
    expect(await world.refused(proposes(enclosed(key)))).toStrictEqual(refusal)
    expect(await world.messages()).toStrictEqual([])
    expect(await world.refused(readFile({ by: bySuperior, interview, key }))).toStrictEqual(refusal)
    // It is looked for after the decision: a stranger learns nothing of it.
    expect(await world.refused(proposes({ ...enclosed(key), by: byOtherSuperior }))).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "proposeDate",
      capacity: "superior",
    })
  })

  test("ENT-07 an attachment of the report that nobody kept is refused", async () => {
    const world = await reached("held")
    const unknown = drafts({ report: { ...report, attachments: [attachment] } })
    expect(await world.refused(unknown)).toMatchObject({
      _tag: "file.unknown",
      key: attachment.key,
    })
    expect(await world.run(keepsAttachment)).toStrictEqual(attachment)
    expect(await world.run(unknown)).toMatchObject({
      state: { draft: { attachments: [attachment] } },
    })
  })

  test("ENT-07 what was sent never changes: another one has another key", async () => {
    const world = await reached("proposed")
    const [before] = await world.messages()
    const again = await world.run(
      keepFile({
        by: byService,
        interview,
        purpose: "job-description",
        fileName: "fiche.pdf",
        file: { ...pdf, bytes: new TextEncoder().encode("%PDF-2.0") },
      }),
    )
    expect(again.key).not.toBe(description.key)
    expect(
      await world.run(readFile({ by: byAgent, interview, key: description.key })),
    ).toStrictEqual(pdf)
    expect(await world.messages()).toStrictEqual([before])
  })
})

describe("ENT-09 who may open a file", () => {
  test("ENT-09 an attachment of a draft: the superior alone, until he has communicated it", async () => {
    const world = await reached("held")
    await world.run(keepsAttachment)
    await world.run(drafts({ report: { ...report, attachments: [attachment] } }))
    const others = [byAgent, byAuthority, byService, byAdministrator]
    for (const by of others) {
      expect(await opens(world, attachment.key, by)).toMatchObject({
        failure: { _tag: "file.unknown" },
      })
    }
    expect(await opens(world, attachment.key, bySuperior)).toMatchObject({ success: pdf })
    onDay(world, "2026-02-02")
    await world.run(does("communicate", bySuperior))
    for (const by of others) {
      expect(await opens(world, attachment.key, by)).toMatchObject({ success: pdf })
    }
  })

  test("ENT-09 a job description that was kept and not proposed: the superior alone", async () => {
    const world = await reached("described")
    expect(await opens(world, description.key)).toMatchObject({ failure: { _tag: "file.unknown" } })
    expect(await opens(world, description.key, bySuperior)).toMatchObject({ success: pdf })
  })

  test("CAM-01 only the superior and the HR service keep files, of an interview that exists", async () => {
    const world = await openedWorld()
    const keeps = { purpose: "attachment", fileName: "x.pdf", file: pdf } as const
    for (const by of [byAgent, byAuthority, byOtherSuperior]) {
      expect(await world.refused(keepFile({ ...keeps, by, interview }))).toStrictEqual({
        _tag: "actor.not-allowed",
        command: "keepFile",
        capacity: by.capacity,
      })
    }
    const elsewhere = { ...interview, tenant: otherTenant }
    expect(
      await world.refused(keepFile({ ...keeps, by: byService, interview: elsewhere })),
    ).toMatchObject({ _tag: "interview.unknown" })
    expect(await world.run(keepFile({ ...keeps, by: byService, interview }))).toMatchObject({
      fileName: "x.pdf",
    })
    expect(await world.traces()).toStrictEqual([])
  })
})

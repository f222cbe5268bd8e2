/** The papers of exports: prints, archives, the synthesis of training needs, the agent's own file. */
import { textsOf } from "@convoque/core/kernel/document"
import { DocumentRenderer, PersonnelFile } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { interviewKey } from "../../../../src/interviews/aggregates.ts"
import { addInterviews } from "../../../../src/interviews/application/campaign/population.ts"
import { handOverReports } from "../../../../src/interviews/application/scheduler.ts"
import { prepareInterview } from "../../../../src/interviews/application/interview/superior.ts"
import { wordingFr } from "../../../../src/interviews/wording.fr.ts"
import { describe, expect, test } from "vitest"
import {
  requestExport,
  requestOwnFile,
} from "../../../../src/interviews/application/exports/ask.ts"
import {
  answerAppeal,
  lodgeHierarchicalAppeal,
} from "../../../../src/interviews/application/interview/appeals.ts"
import { deleteCampaign } from "../../../../src/interviews/application/campaign/deletion.ts"
import {
  grantDelegation,
  revokeDelegation,
} from "../../../../src/interviews/application/delegations.ts"
import { consultInterview } from "../../../../src/interviews/application/interview/reading.ts"
import {
  deleteInterview,
  replaceSuperior,
} from "../../../../src/interviews/application/interview/hr-service.ts"
import { type ExportSubject } from "../../../../src/interviews/export/model.ts"
import { InterviewsSetup } from "../../../../src/interviews/ports.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byAuthority,
  byOtherSuperior,
  byService,
  bySuperior,
  campaign,
  day,
  id,
  otherSuperior,
  reason,
  section,
  superior,
  terms,
  text,
} from "../../given.ts"
import { communicates, keyOf, nameOf, people, adding, closes, notifies } from "../campaign/world.ts"
import { secondAgent, tenant, thirdAgent, opensCampaign } from "../world.ts"

import {
  asking,
  training,
  printing,
  openWorld,
  textOf,
  mailsOf,
  setupOf,
  run,
  ask,
} from "./world.ts"

describe("CAM-14 CAM-22 papers", () => {
  test("one interview is one PDF, mailed to the superior who asked", async () => {
    const { world } = await openWorld()
    await ask(world, { by: bySuperior, subject: printing(agent), format: "pdf" })
    await run(world)
    const [mail] = await mailsOf(world)
    expect(mail?.to.address).toBe("superior-1@academie.example")
    expect(mail?.files).toHaveLength(1)
    expect(mail?.files?.[0]?.fileName).toMatch(/agent-1.*\.pdf$/u)
  })

  test("several are one archive, each under its own name", async () => {
    const { world, documents } = await openWorld()
    await communicates(world, agent)
    await ask(world, {
      by: bySuperior,
      subject: printing(agent, secondAgent),
      format: "pdf",
    })
    await run(world)
    const [mail] = await mailsOf(world)
    expect(mail?.files).toMatchObject([{ fileName: "entretiens-2026-entretiens.zip" }])
    const lines = textOf(documents.files.get(mail?.files?.[0]?.key ?? "")?.bytes)
      .trim()
      .split("\n")
    expect(lines).toHaveLength(2)
    expect(new Set(lines.map((line) => line.split(":")[0])).size).toBe(2)
    expect(lines[0]).toContain("agent-1")
    expect(lines[1]).toContain("agent-2")
  })

  test("a campaign as PDF is cut into archives, deleted interviews left out", async () => {
    const { world } = await openWorld()
    await world.run(
      deleteInterview({ by: byService, interview: nameOf(thirdAgent), acknowledged: [] }),
    )
    const small = world.having(InterviewsSetup, {
      ...(await setupOf(world)),
      interviewsPerArchive: 1,
    })
    await ask(small, { format: "pdf" })
    await run(small)
    expect((await mailsOf(small))[0]?.files?.map(({ fileName }) => fileName)).toStrictEqual([
      "entretiens-2026-entretiens-1.zip",
      "entretiens-2026-entretiens-2.zip",
    ])
  })

  test("CAM-01 a print leaves to nobody who has lost the right to it since", async () => {
    const { world, documents } = await openWorld()
    await ask(world, { by: bySuperior, subject: printing(agent), format: "pdf" })
    await world.run(
      replaceSuperior({
        by: byService,
        interview: nameOf(agent),
        superior: otherSuperior.id,
        reason: reason("Mutation."),
      }),
    )
    await run(world)
    await run(world)
    await run(world)
    expect(documents.files.size).toBe(0)
    expect(await mailsOf(world)).toStrictEqual([])
    expect(await mailsOf(world, "interview-export-failed")).toHaveLength(1)
  })

  test("CAM-01 a delegate prints while he is one, and never his own", async () => {
    const { world } = await openWorld()
    const name = { delegator: superior.id, delegate: secondAgent.id, capacity: "superior" } as const
    const days = { from: day("2026-01-05"), until: day("2026-01-09") }
    await world.run(grantDelegation({ by: bySuperior, tenant, name, ...days }))
    const by = { person: secondAgent.id, capacity: "superior", onBehalfOf: superior.id } as const
    const request = { ...asking, by, format: "pdf" }
    expect(
      await world.refused(requestExport({ ...request, subject: printing(agent, secondAgent) })),
    ).toMatchObject({ _tag: "delegation.not-allowed" })
    await ask(world, { ...request, subject: printing(agent) })
    await world.run(revokeDelegation({ by: bySuperior, tenant, name, zone: terms.zone }))
    expect(await run(world)).toMatchObject({ state: "requested" })
    expect(await mailsOf(world)).toStrictEqual([])
  })

  test("CAM-01 a superior prints those of his team only", async () => {
    const { world } = await openWorld()
    const request = { ...asking, by: bySuperior, format: "pdf" }
    expect(
      await world.refused(requestExport({ ...request, subject: printing(agent, thirdAgent) })),
    ).toMatchObject({ _tag: "actor.not-allowed" })
    expect(
      await world.refused(
        requestExport({ ...request, by: byOtherSuperior, subject: printing(agent) }),
      ),
    ).toMatchObject({ _tag: "actor.not-allowed" })
  })

  test("an interview that does not exist, is deleted or is another campaign's is unknown", async () => {
    const { world } = await openWorld()
    const stranger = { ...agent, id: id("agent-9") }
    const request = { ...asking, format: "pdf" }
    const subjectOf = (key: string) =>
      ({ _tag: "print", campaign, interviews: [key] }) as const satisfies ExportSubject
    expect(
      await world.refused(requestExport({ ...request, subject: printing(stranger) })),
    ).toMatchObject({ _tag: "interview.unknown", agent: "agent-9" })
    const next = "2027-entretiens" as typeof campaign
    await world.run(opensCampaign({ ...terms, year: 2027 }, next))
    await world.run(addInterviews({ ...adding, campaign: next }))
    const elsewhere = interviewKey({ ...nameOf(agent), year: 2027 })
    expect(
      await world.refused(requestExport({ ...request, subject: subjectOf(elsewhere) })),
    ).toMatchObject({ _tag: "interview.unknown", year: 2027 })
    expect(
      await world.refused(requestExport({ ...request, subject: subjectOf("../x") })),
    ).toStrictEqual({ _tag: "campaign.unknown-interview", interview: "../x" })
    await world.run(deleteInterview({ by: byService, interview: nameOf(agent), acknowledged: [] }))
    expect(
      await world.refused(requestExport({ ...request, subject: printing(agent) })),
    ).toMatchObject({ _tag: "interview.unknown" })
  })

  test("whoever has somebody else's interview printed leaves a trace", async () => {
    const { world } = await openWorld()
    await ask(world, { by: bySuperior, subject: printing(agent), format: "pdf" })
    await run(world)
    expect(await world.traces()).toMatchObject([
      { by: bySuperior, what: "interview-print", key: keyOf(agent), concerns: agent.id },
    ])
  })
})

describe("ENT-21 the synthesis of training needs", () => {
  test("leaves as a document or as a sheet", async () => {
    const { world, documents } = await openWorld()
    await communicates(world, agent)
    await ask(world, { subject: training, format: "pdf" })
    await ask(world, { subject: training })
    await run(world)
    await run(world)
    const files = (await mailsOf(world)).flatMap((mail) => mail.files ?? [])
    expect(files.map(({ fileName }) => fileName.split(".").at(-1))).toStrictEqual(["pdf", "xlsx"])
    expect(textOf(documents.files.get(files[1]?.key ?? "")?.bytes)).toBe(
      '["Tableur","Besoins du poste actuel","Marc Nguyên",1]\n'.replace(
        "Besoins du poste actuel",
        (await setupOf(world)).wording.purposes.post,
      ),
    )
  })
})

describe("the agent's own file", () => {
  test("CAM-22 is exported whole for himself: history, report, files sent to him", async () => {
    const { world, documents } = await openWorld()
    await communicates(world, agent)
    await world.run(requestOwnFile({ by: byAgent, tenant }))
    await run(world)
    const [mail] = await mailsOf(world)
    expect(mail?.to.address).toBe(agent.email)
    expect(mail?.subject).toBe("Votre dossier d'entretiens")
    const lines = textOf(documents.files.get(mail?.files?.[0]?.key ?? "")?.bytes)
      .trim()
      .split("\n")
    expect(lines).toHaveLength(3)
    expect(lines[2]).toContain("fiche.pdf")
    expect(await world.traces()).not.toContainEqual(
      expect.objectContaining({ what: "interview-print" }),
    )
  })

  test("CAM-22 holds a report once, and those that only the personnel file still has", async () => {
    const { world, documents } = await openWorld()
    await communicates(world, agent)
    await notifies(world, agent)
    await closes(world, agent)
    await world.run(handOverReports(tenant))
    const personnel = await world.run(PersonnelFile)
    const [filed] = await world.run(personnel.list(tenant, agent.id))
    if (filed === undefined) throw new Error("nothing filed")
    await world.run(
      personnel.file({ ...filed, key: "interview-report/x/2020/agent-1", fileName: "2020.pdf" }),
    )
    await world.run(requestOwnFile({ by: byAgent, tenant }))
    await run(world)
    const [mail] = await mailsOf(world)
    const text = textOf(documents.files.get(mail?.files?.[0]?.key ?? "")?.bytes)
    const names = text
      .trim()
      .split("\n")
      .map((line) => line.split(":")[0])
    expect(names).toHaveLength(4)
    expect(new Set(names).size).toBe(4)
    expect(names.at(-1)).toBe("2020.pdf")
  })

  test("CAM-22 ENT-27 holds the appeal, the final report, and who consulted the interview", async () => {
    const { world, documents } = await openWorld()
    await communicates(world, agent)
    await notifies(world, agent)
    const interview = nameOf(agent)
    const on = day("2026-02-16")
    await world.run(consultInterview({ by: byService, interview }))
    await world.run(
      lodgeHierarchicalAppeal({ by: byAgent, interview, date: on, grounds: text("Non.") }),
    )
    const part = { _tag: "text", section: section("results"), text: text("Atteints.") } as const
    await world.run(
      answerAppeal({
        by: byAuthority,
        interview,
        date: on,
        outcome: "granted",
        reasons: text("Oui."),
        revised: { parts: [part], attachments: [] },
      }),
    )
    await world.run(requestOwnFile({ by: byAgent, tenant }))
    await run(world)
    const [mail] = await mailsOf(world)
    const content = textOf(documents.files.get(mail?.files?.[0]?.key ?? "")?.bytes)
    expect(content).toContain(wordingFr.appeal.fileName(agent.id, 2026))
    expect(content).toContain(wordingFr.documents.report.finalFileName(agent.id, 2026))
    expect(content).toContain(`consultations.csv: 2026-02-16T08:00:00.000Z;${byService.person}`)
  })

  test("CAM-22 is what the personnel file has when no campaign has anything", async () => {
    const { world, documents } = await openWorld()
    await communicates(world, agent)
    await notifies(world, agent)
    await closes(world, agent)
    const confirmed = { code: "campaign.confirmation-required", subject: campaign }
    await world.run(
      deleteCampaign({ by: byAdministrator, tenant, campaign, acknowledged: [confirmed] }),
    )
    await world.run(requestOwnFile({ by: byAgent, tenant }))
    await run(world)
    const [mail] = await mailsOf(world)
    expect(mail?.to.address).toBe(agent.email)
    const content = textOf(documents.files.get(mail?.files?.[0]?.key ?? "")?.bytes)
    expect(content).toContain(wordingFr.documents.report.fileName(agent.id, 2026))
  })

  test("ENT-09 tells nothing of the superior's own notes and drafts", async () => {
    const { world, documents } = await openWorld()
    const printing = world.having(DocumentRenderer, {
      render: (content) =>
        Effect.succeed({
          bytes: new TextEncoder().encode(textsOf(content).join("|").replaceAll("\n", "|")),
          mediaType: "application/pdf",
        }),
      unprintable: () => [],
    })
    await printing.run(
      prepareInterview({ by: bySuperior, interview: nameOf(agent), notes: ["Note secrète"] }),
    )
    await printing.run(requestOwnFile({ by: byAgent, tenant }))
    await run(printing)
    const [mail] = await mailsOf(printing)
    const text = textOf(documents.files.get(mail?.files?.[0]?.key ?? "")?.bytes)
    expect(text).toContain("Le Gall")
    expect(text).not.toContain("secrète")
    expect(text).not.toContain(wordingFr.acts.InterviewPrepared)
  })

  test("CAM-01 is nobody else's to ask for, and is refused when there is none", async () => {
    const { world } = await openWorld()
    const subject = { _tag: "own-file", agent: agent.id } as const
    for (const by of [byAdministrator, byService, bySuperior]) {
      expect(
        await world.refused(requestExport({ by, tenant, subject, format: "pdf" })),
      ).toMatchObject({ _tag: "actor.not-allowed" })
    }
    const by = { ...byAgent, person: people.at(-1)?.id ?? agent.id }
    expect(await world.refused(requestOwnFile({ by, tenant }))).toStrictEqual({
      _tag: "export.nothing-to-export",
    })
  })
})

/** Exports in the background: asked for, made by one worker at a time, mailed, removed. */
import {
  Archiver,
  DocumentStorage,
  Outbox,
  SheetWriter,
  Storage,
  StorageUnavailable,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import { exportRef } from "../../../src/interviews/aggregates.ts"
import {
  fetchExportFile,
  listExports,
  readExport,
  requestExport,
  requestOwnFile,
} from "../../../src/interviews/application/exports.ts"
import { expireExports, runNextExport } from "../../../src/interviews/application/exports-run.ts"
import { deleteInterview } from "../../../src/interviews/application/hr-service.ts"
import { ExportId, type ExportSubject } from "../../../src/interviews/export/model.ts"
import { InterviewsSetup } from "../../../src/interviews/ports.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byOtherSuperior,
  byService,
  bySuperior,
  campaign,
  id,
} from "../given.ts"
import {
  administrator,
  campaignWorld,
  communicates,
  keyOf,
  nameOf,
  onCampaign,
  openArchiver,
  openStorage,
  people,
} from "./campaign-world.ts"
import { secondAgent, tenant, thirdAgent, type World } from "./world.ts"

const ofCampaign: ExportSubject = { _tag: "campaign", campaign }
const asking = { by: byAdministrator, tenant, subject: ofCampaign, format: "xlsx" } as const
const training: ExportSubject = { _tag: "training-needs", campaign }
const printing = (...agents: ReadonlyArray<typeof agent>) => {
  const [first = agent, ...others] = agents
  return {
    _tag: "print",
    campaign,
    interviews: [keyOf(first), ...others.map(keyOf)],
  } as const satisfies ExportSubject
}

/** A campaign whose files and archives can be read back. */
const openWorld = async () => {
  const documents = openStorage()
  const world = (await campaignWorld())
    .having(DocumentStorage, documents.service)
    .having(Archiver, openArchiver)
  return { world, documents }
}
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const mailsOf = async (world: World, kind = "interview-export") =>
  (await world.messages()).map(({ content }) => content).filter((one) => one.kind === kind)
const setupOf = (world: World) => world.run(InterviewsSetup)
const run = (world: World) => world.run(runNextExport(tenant))
const ask = (world: World, request: Partial<Parameters<typeof requestExport>[0]> = {}) =>
  world.run(requestExport({ ...asking, ...request }))

describe("CAM-14 CAM-15 the list of a campaign", () => {
  test("leaves by mail to the administrator who asked, as a sheet", async () => {
    const { world, documents } = await openWorld()
    const { export: name } = await ask(world)
    expect(await world.run(readExport({ ...onCampaign, export: name }))).toMatchObject({
      state: "requested",
      label: "Export XLSX de la campagne Entretiens professionnels 2026",
    })
    expect(await mailsOf(world)).toStrictEqual([])
    expect(await run(world)).toStrictEqual({ export: name, state: "delivered" })
    const [mail, ...others] = await mailsOf(world)
    expect(others).toStrictEqual([])
    expect(mail?.to).toStrictEqual({ name: "Anne Admin", address: administrator.email })
    expect(mail?.files).toMatchObject([{ fileName: "entretiens-2026-entretiens.xlsx" }])
    const rows = textOf(documents.files.get(mail?.files?.[0]?.key ?? "")?.bytes)
    expect(rows).toBe(
      [
        '["Zoé Abgrall","Marc Nguyên",null,"Non planifiés",null]',
        '["Éloïse Le Gall","Marc Nguyên",null,"Non planifiés",null]',
        '["Kévin Étienne","Aïcha Œuvrard",null,"Non planifiés",null]',
        "",
      ].join("\n"),
    )
    expect(await run(world)).toBe(undefined)
  })

  test("has the header that the catalogue names, with typed columns", async () => {
    const { world } = await openWorld()
    await communicates(world, agent)
    const seen: Array<unknown> = []
    const writing = world.having(SheetWriter, {
      xlsx: ({ columns, name, rows }) => {
        seen.push(
          name,
          columns.map(({ label, kind }) => [label, kind]),
        )
        return Stream.map(rows, (row) => {
          seen.push(row)
          return new Uint8Array(1)
        })
      },
      csv: () => Stream.empty,
    })
    await ask(writing)
    await run(writing)
    expect(seen).toStrictEqual([
      "Entretiens",
      [
        ["Collaborateur", "text"],
        ["Responsable", "text"],
        ["Date de l'entretien", "date"],
        ["Statut", "text"],
        ["Étape suivante", "text"],
      ],
      ["Zoé Abgrall", "Marc Nguyên", null, "Non planifiés", null],
      [
        "Éloïse Le Gall",
        "Marc Nguyên",
        "2026-01-26",
        "En cours de clôture",
        expect.stringMatching(/agent/iu),
      ],
      ["Kévin Étienne", "Aïcha Œuvrard", null, "Non planifiés", null],
    ])
  })

  test("is also written as CSV; another format is refused", async () => {
    const { world } = await openWorld()
    await ask(world, { format: "csv" })
    await run(world)
    expect((await mailsOf(world))[0]?.files).toMatchObject([
      { fileName: "entretiens-2026-entretiens.csv" },
    ])
    expect(await world.refused(requestExport({ ...asking, format: "doc" }))).toStrictEqual({
      _tag: "export.unknown-format",
      format: "doc",
      known: ["xlsx", "csv", "pdf"],
    })
  })

  test("goes as a link beyond the limit of an attachment", async () => {
    const { world } = await openWorld()
    const small = world.having(InterviewsSetup, {
      ...(await setupOf(world)),
      attachmentLimitBytes: 10,
    })
    const { export: name } = await ask(small)
    await run(small)
    const [mail] = await mailsOf(small)
    expect(mail?.files).toBe(undefined)
    const text = mail?.paragraphs.join("\n")
    expect(text).toContain(`https://entretiens.academie.example/exports/${name}`)
    expect(text).toContain("12")
    expect(mail?.uselessAfter).toBe("2026-01-12T08:00:00.000Z")
    const fileName = "entretiens-2026-entretiens.xlsx"
    const reading = { ...onCampaign, export: name, fileName }
    expect(textOf((await small.run(fetchExportFile(reading))).bytes)).toContain("Zoé Abgrall")
  })

  test("is refused to who has no address, and when there is nothing to export", async () => {
    const world = await campaignWorld(people.filter((one) => one !== administrator))
    expect(await world.refused(requestExport(asking))).toStrictEqual({
      _tag: "export.no-address",
      person: byAdministrator.person,
    })
  })

  test.each([bySuperior, byAgent])("CAM-01 is refused to the others", async (by) => {
    const { world } = await openWorld()
    expect(await world.refused(requestExport({ ...asking, by }))).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "requestExport",
      capacity: by.capacity,
    })
  })
})

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

describe("CAM-15 reading and fetching", () => {
  const reading = (name: ExportId) => ({ ...onCampaign, export: name })
  const fileName = "entretiens-2026-entretiens.xlsx"

  test("is for who asked, until the time is over", async () => {
    const { world, documents } = await openWorld()
    const { export: name } = await ask(world)
    expect(await world.refused(fetchExportFile({ ...reading(name), fileName }))).toStrictEqual({
      _tag: "export.not-ready",
      state: "requested",
    })
    await run(world)
    const unknown = { _tag: "export.unknown", export: name }
    const other = { ...byAdministrator, person: id("admin-2") }
    expect(await world.refused(readExport({ ...reading(name), by: other }))).toStrictEqual(unknown)
    expect(
      await world.refused(fetchExportFile({ ...reading(name), by: other, fileName })),
    ).toStrictEqual(unknown)
    expect(
      await world.refused(fetchExportFile({ ...reading(name), fileName: "../x" })),
    ).toStrictEqual({ _tag: "export.unknown-file", fileName: "../x" })
    const until = "2026-01-12T08:00:00.000Z"
    world.at(until)
    expect(await world.refused(fetchExportFile({ ...reading(name), fileName }))).toStrictEqual({
      _tag: "export.expired",
      until,
    })
    expect(documents.files.size).toBe(1)
    expect(await world.run(expireExports(tenant))).toBe(1)
    expect(documents.files.size).toBe(0)
    expect(await world.run(expireExports(tenant))).toBe(0)
    expect(await world.run(readExport(reading(name)))).toMatchObject({
      state: "expired",
      files: [],
    })
    expect(await world.refused(fetchExportFile({ ...reading(name), fileName }))).toStrictEqual({
      _tag: "export.expired",
      until,
    })
  })

  test("lists one's own exports", async () => {
    const { world } = await openWorld()
    await ask(world)
    await ask(world, { by: bySuperior, subject: printing(agent), format: "pdf" })
    const sort = { column: "requested-at", direction: "ascending" } as const
    const page = await world.run(
      listExports({ by: bySuperior, tenant }, { filters: {}, sort, limit: 10 }),
    )
    expect(page.rows.map(({ row }) => row.subject._tag)).toStrictEqual(["print"])
  })
})

describe("CAM-15 workers", () => {
  const stateOf = (world: World, name: ExportId) =>
    world.run(
      Effect.gen(function* () {
        const storage = yield* Storage
        const [{ state }] = yield* storage.load([exportRef(tenant, name)])
        return state
      }),
    )

  test("of two at once, each makes another export, none makes one twice", async () => {
    const { world } = await openWorld()
    const names = [await ask(world), await ask(world)].map((one) => one.export)
    const ran = await world.run(
      Effect.all([runNextExport(tenant), runNextExport(tenant), runNextExport(tenant)], {
        concurrency: "unbounded",
      }),
    )
    const made = ran.flatMap((one) => (one?.state === "delivered" ? [one.export] : []))
    expect(made.toSorted()).toStrictEqual(names.toSorted())
    expect(await mailsOf(world)).toHaveLength(2)
  })

  test("that dies leaves its export to another one, after its time", async () => {
    const { world, documents } = await openWorld()
    const { export: name } = await ask(world)
    const dying = world.having(DocumentStorage, {
      ...documents.service,
      put: (of, key, file) =>
        Effect.andThen(documents.service.put(of, key, file), Effect.die("killed")),
    })
    await expect(run(dying)).rejects.toThrow("killed")
    expect(await stateOf(world, name)).toMatchObject({ _tag: "running", attempts: 1 })
    expect(documents.files.size).toBe(1)
    expect(await run(world)).toBe(undefined)
    world.at("2026-01-05T08:15:00.000Z")
    expect(await run(world)).toStrictEqual({ export: name, state: "delivered" })
    // What the first one left is gone.
    expect(documents.files.size).toBe(1)
    expect(await mailsOf(world)).toHaveLength(1)
  })

  test("that cannot make it tries three times, then says so to who asked", async () => {
    const { world, documents } = await openWorld()
    const { export: name } = await ask(world)
    const full = world.having(DocumentStorage, {
      ...documents.service,
      put: () => Effect.fail(new StorageUnavailable({ reason: "disk full", safeToRetry: true })),
    })
    expect(await run(full)).toStrictEqual({ export: name, state: "requested" })
    expect(await run(full)).toStrictEqual({ export: name, state: "requested" })
    expect(await mailsOf(full, "interview-export-failed")).toStrictEqual([])
    expect(await run(full)).toStrictEqual({ export: name, state: "failed" })
    expect(await run(full)).toBe(undefined)
    const [mail] = await mailsOf(full, "interview-export-failed")
    expect(mail?.to.address).toBe(administrator.email)
    expect(mail?.subject).toContain("Export XLSX")
    expect(await stateOf(world, name)).toMatchObject({ reason: "StorageUnavailable", attempts: 3 })
  })

  test("that is too slow loses its turn and leaves nothing behind", async () => {
    const { world, documents } = await openWorld()
    const { export: name } = await ask(world)
    let isFirst = true
    const slow = world.having(DocumentStorage, {
      ...documents.service,
      put: (of, key, file) =>
        Effect.andThen(
          Effect.promise(async () => {
            if (!isFirst) return
            isFirst = false
            world.at("2026-01-05T09:00:00.000Z")
            expect(await run(world)).toStrictEqual({ export: name, state: "delivered" })
          }),
          documents.service.put(of, key, file),
        ),
    })
    expect(await run(slow)).toStrictEqual({ export: name, state: "none" })
    expect(await mailsOf(world)).toHaveLength(1)
    expect([...documents.files.keys()]).toStrictEqual([
      `interview-exports/${name}/2/entretiens-2026-entretiens.xlsx`,
    ])
  })

  test("shows its progress while it runs", async () => {
    const { world } = await openWorld()
    const { export: name } = await ask(world, { format: "pdf" })
    const seen: Array<readonly [number, number]> = []
    const watched = world.having(Archiver, {
      zip: (files) =>
        Stream.tap(openArchiver.zip(files), () =>
          Effect.promise(async () => {
            const { done, total } = await world.run(readExport({ ...onCampaign, export: name }))
            seen.push([done, total])
          }),
        ),
    })
    await run(watched)
    expect(seen).toStrictEqual([
      [3, 3],
      [3, 3],
      [3, 3],
    ])
  })

  test("writes one mail only, however often it is told to run", async () => {
    const { world } = await openWorld()
    await ask(world)
    await Promise.all([run(world), run(world), run(world)])
    const entries = await world.run(
      Effect.flatMap(Outbox, (outbox) => outbox.list({ tenant, limit: 10 })),
    )
    expect(entries).toHaveLength(1)
  })
})

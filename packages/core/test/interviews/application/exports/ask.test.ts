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
import { exportRef } from "../../../../src/interviews/aggregates.ts"
import {
  fetchExportFile,
  listExports,
  readExport,
  requestExport,
} from "../../../../src/interviews/application/exports/ask.ts"
import { correctCampaign } from "../../../../src/interviews/application/campaign/act.ts"
import { deleteCampaign } from "../../../../src/interviews/application/campaign/deletion.ts"
import { expireExports, runNextExport } from "../../../../src/interviews/application/exports/run.ts"
import { ExportId } from "../../../../src/interviews/export/model.ts"
import { InterviewsSetup } from "../../../../src/interviews/ports.ts"
import { agent, byAdministrator, byAgent, bySuperior, campaign, id } from "../../given.ts"
import {
  administrator,
  campaignWorld,
  communicates,
  interrupting,
  onCampaign,
  openArchiver,
  people,
} from "../campaign/world.ts"
import { tenant, type World } from "../world.ts"

import { asking, printing, openWorld, textOf, mailsOf, setupOf, run, ask } from "./world.ts"

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

  test("is asked for although the campaign has changed at that very moment", async () => {
    const { world } = await openWorld()
    const storage = await world.run(Storage)
    const meanwhile = Effect.promise(() =>
      world.run(correctCampaign({ ...onCampaign, changes: { label: "Autre nom" } })),
    )
    const racing = world.having(Storage, interrupting(storage, Effect.asVoid(meanwhile)))
    const { export: name } = await ask(racing)
    expect(await world.run(readExport({ ...onCampaign, export: name }))).toMatchObject({
      label: "Export XLSX de la campagne Autre nom",
    })
  })

  test("CAM-17 is not asked for of a campaign that is deleted at that moment", async () => {
    const { world } = await openWorld()
    const storage = await world.run(Storage)
    const acknowledged = [{ code: "campaign.confirmation-required", subject: campaign }]
    const meanwhile = Effect.promise(() =>
      world.run(deleteCampaign({ ...onCampaign, acknowledged })),
    )
    const racing = world.having(Storage, interrupting(storage, Effect.asVoid(meanwhile)))
    expect(await racing.refused(requestExport(asking))).toStrictEqual({
      _tag: "campaign.unknown",
      campaign,
    })
  })

  test("CAM-17 leaves nothing behind when the campaign is deleted while it is made", async () => {
    const { world, documents } = await openWorld()
    await ask(world)
    const acknowledged = [{ code: "campaign.confirmation-required", subject: campaign }]
    const racing = world.having(DocumentStorage, {
      ...documents.service,
      put: (of, key, file) =>
        Effect.andThen(
          Effect.promise(() => world.run(deleteCampaign({ ...onCampaign, acknowledged }))),
          documents.service.put(of, key, file),
        ),
    })
    expect(await run(racing)).toMatchObject({ state: "none" })
    expect(documents.files.size).toBe(0)
    expect(await world.messages()).toStrictEqual([])
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

/** What administrators and managers read of campaigns. */
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { followCampaign } from "../../../../src/interviews/application/campaign/figures.ts"
import {
  campaignSorts,
  groupedByManager,
  listCampaigns,
  listInterviews,
} from "../../../../src/interviews/application/campaign/reading.ts"
import { correctCampaign } from "../../../../src/interviews/application/campaign/act.ts"
import { deleteInterview } from "../../../../src/interviews/application/interview/hr-service.ts"
import { recordNotHeld, unplan } from "../../../../src/interviews/application/interview/superior.ts"
import { readTrainingSynthesis } from "../../../../src/interviews/application/exports/synthesis.ts"
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
  otherSuperior,
  reason,
  superior,
  terms,
} from "../../given.ts"
import { managerInterview } from "../../../../src/interviews/terms/procedures.ts"
import {
  campaignWorld,
  closes,
  communicates,
  nameOf,
  notifies,
  onCampaign,
  proposes,
} from "./world.ts"
import { opensCampaign, otherTenant, secondAgent, tenant, thirdAgent } from "../world.ts"

const reader = { by: byAdministrator, tenant }
const all = { filters: {}, limit: 50 }
const name = (text: string) => text as typeof campaign

/** Three campaigns: one under way, one that starts in March, one without interviews. */
const threeCampaigns = async () => {
  const world = await campaignWorld()
  await world.run(
    Effect.andThen(
      opensCampaign(
        { ...terms, label: "à venir", startsOn: day("2026-03-01"), year: 2027 },
        name("coming"),
      ),
      opensCampaign({ ...terms, label: "Zones rurales" }, name("empty")),
    ),
  )
  return world
}
const names = (page: {
  readonly rows: ReadonlyArray<{ readonly row: { readonly name: string } }>
}) => page.rows.map(({ row }) => row.name)

describe("the list of campaigns", () => {
  test("CAM-02 CAM-03 by name unless asked otherwise, accents left aside", async () => {
    const world = await threeCampaigns()
    const page = await world.run(listCampaigns(reader, all))
    expect(names(page)).toStrictEqual([
      "à venir",
      "Entretiens professionnels 2026",
      "Zones rurales",
    ])
    expect(page.count).toBe(3)
    const backwards = { ...all, sort: { column: "name", direction: "descending" } as const }
    expect(names(await world.run(listCampaigns(reader, backwards)))).toStrictEqual(
      names(page).toReversed(),
    )
  })

  test("CAM-03 CAM-13 by status, derived from the day", async () => {
    const world = await threeCampaigns()
    const sort = { column: "status", direction: "ascending" } as const
    const statuses = async () =>
      (await world.run(listCampaigns(reader, { ...all, sort }))).rows.map(({ row }) => [
        row.name,
        row.status,
        row.statusLabel,
      ])
    expect(await statuses()).toStrictEqual([
      ["à venir", "in-preparation", "En préparation"],
      ["Entretiens professionnels 2026", "running", "En cours"],
      ["Zones rurales", "running", "En cours"],
    ])
    world.at("2026-03-01T08:00:00.000Z")
    expect((await statuses()).map(([, status]) => status)).toStrictEqual([
      "running",
      "running",
      "running",
    ])
  })

  test.each(["type", "creator-profile"])("CAM-03 by %s", async (column) => {
    const world = await threeCampaigns()
    const sort = { column, direction: "ascending" } as const
    expect((await world.run(listCampaigns(reader, { ...all, sort }))).count).toBe(3)
  })

  test("CAM-03 by type, in the order of their labels", async () => {
    const world = await threeCampaigns()
    const other = { ...terms, label: "Autre type", procedure: managerInterview }
    await world.run(opensCampaign(other, name("other-type")))
    const sort = { column: "type", direction: "ascending" } as const
    const { rows } = await world.run(listCampaigns(reader, { ...all, sort }))
    const labels = rows.map(({ row }) => row.typeLabel)
    expect(new Set(labels).size).toBe(2)
    expect(labels).toStrictEqual(labels.toSorted((one, two) => one.localeCompare(two, "fr")))
  })

  test("CAM-03 by nothing else", async () => {
    const world = await threeCampaigns()
    const sort = { column: "size", direction: "ascending" } as const
    expect(await world.refused(listCampaigns(reader, { ...all, sort }))).toStrictEqual({
      _tag: "list.unknown-sort-key",
      key: "size",
      known: [...campaignSorts],
    })
  })

  test("UI-25 CAM-03 by their year, first day, interviews and completion, all kept", async () => {
    const world = await threeCampaigns()
    for (const column of ["year", "starts-on", "interviews", "completion"] as const) {
      const up = await world.run(
        listCampaigns(reader, { ...all, sort: { column, direction: "ascending" } }),
      )
      const values = up.rows.map(({ row }) =>
        column === "year"
          ? row.year
          : column === "starts-on"
            ? row.startsOn
            : column === "interviews"
              ? row.total
              : row.completionPercent,
      )
      expect([column, values]).toEqual([
        column,
        values.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0)),
      ])
      expect(up.count).toBe(3)
    }
  })

  test("CAM-04 in pages, filtered by status and searched", async () => {
    const world = await threeCampaigns()
    const first = await world.run(listCampaigns(reader, { ...all, limit: 2 }))
    expect(names(first)).toHaveLength(2)
    const rest = await world.run(
      listCampaigns(reader, { ...all, limit: 2, ...(first.next ? { after: first.next } : {}) }),
    )
    expect(names(rest)).toStrictEqual(["Zones rurales"])
    const filters = { status: ["in-preparation"] }
    expect(names(await world.run(listCampaigns(reader, { ...all, filters })))).toStrictEqual([
      "à venir",
    ])
    const keyword = "RURALES"
    expect(names(await world.run(listCampaigns(reader, { ...all, keyword })))).toStrictEqual([
      "Zones rurales",
    ])
  })

  test("CAM-01 a superior sees the campaigns of his team, with his own figures", async () => {
    const world = await threeCampaigns()
    await communicates(world, agent)
    await notifies(world, agent)
    await closes(world, agent)
    const { rows } = await world.run(listCampaigns({ ...reader, by: bySuperior }, all))
    expect(rows.map(({ row }) => row)).toMatchObject([
      { campaign, interviews: 2, total: 2, completionPercent: 50, status: "running" },
    ])
    const other = await world.run(listCampaigns({ ...reader, by: byOtherSuperior }, all))
    expect(other.rows.map(({ row }) => row)).toMatchObject([{ interviews: 1, status: "running" }])
  })

  test.each([byAgent, byAuthority])("CAM-01 is refused to the others", async (by) => {
    const world = await threeCampaigns()
    expect(await world.refused(listCampaigns({ ...reader, by }, all))).toMatchObject({
      _tag: "actor.not-allowed",
    })
    expect(await world.refused(listInterviews({ ...reader, by }, campaign, all))).toMatchObject({
      _tag: "actor.not-allowed",
    })
    expect(await world.refused(followCampaign({ ...onCampaign, by }))).toMatchObject({
      _tag: "actor.not-allowed",
    })
  })

  test("CAM-02 of another tenant there is nothing", async () => {
    const world = await threeCampaigns()
    const page = await world.run(listCampaigns({ ...reader, tenant: otherTenant }, all))
    expect(page.rows).toStrictEqual([])
  })
})

describe("one campaign", () => {
  const underWay = async () => {
    const world = await campaignWorld()
    await communicates(world, agent)
    await notifies(world, agent)
    await closes(world, agent)
    await world.run(
      deleteInterview({ by: byService, interview: nameOf(thirdAgent), acknowledged: [] }),
    )
    return world
  }

  test("CAM-04 CAM-05 CAM-06 CAM-10 CAM-11 CAM-12 has six statuses with count and colour", async () => {
    const world = await underWay()
    const { followUp } = await world.run(followCampaign(onCampaign))
    expect(followUp.statuses).toStrictEqual([
      { status: "not-planned", label: "Non planifiés", count: 1, category: "yellow" },
      { status: "planned", label: "Planifiés", count: 0, category: "blue" },
      { status: "held", label: "Effectués", count: 0, category: "blue" },
      { status: "closing", label: "En cours de clôture", count: 0, category: "blue" },
      { status: "closed", label: "Clos", count: 1, category: "green" },
      { status: "deleted", label: "Supprimés", count: 1, category: "red" },
    ])
    expect(followUp.figures).toMatchObject({ total: 2, completionPercent: 50 })
    expect(followUp).toMatchObject({ status: "running", creator: { profile: "administrator" } })
    expect(followUp.managers.map((one) => [one.name, one.completionPercent])).toStrictEqual([
      ["Marc Nguyên", 50],
      ["Aïcha Œuvrard", 0],
    ])
    expect(followUp.figures.progress).toStrictEqual({
      planned: [],
      held: [{ day: "2026-01-26", count: 1 }],
      closed: [{ day: "2026-02-20", count: 1 }],
    })
    expect(followUp.history.map(({ _tag }) => _tag)).toStrictEqual([
      "CampaignOpened",
      "InterviewsAdded",
    ])
  })

  test("CAM-07 CAM-08 CAM-09 an interview passes from planned to held to closing", async () => {
    const world = await campaignWorld()
    const counted = async () => {
      const { followUp } = await world.run(followCampaign(onCampaign))
      return followUp.figures.counts
    }
    await proposes(world, secondAgent)
    expect(await counted()).toMatchObject({ "not-planned": 2, planned: 1 })
    await communicates(world, agent)
    expect(await counted()).toMatchObject({ "not-planned": 1, planned: 1, held: 0, closing: 1 })
  })

  test("CAM-01 a superior reads the figures of his team, counted as those of all are", async () => {
    const world = await underWay()
    const { followUp: own } = await world.run(followCampaign({ ...onCampaign, by: bySuperior }))
    expect(own.figures.counts).toMatchObject({ "not-planned": 1, closed: 1, deleted: 0 })
    expect(own.managers.map(({ manager }) => manager)).toStrictEqual([superior.id])
    expect(own.history).toStrictEqual([])
    const { followUp: whole } = await world.run(followCampaign({ ...onCampaign, by: byService }))
    expect(own.figures.progress).toStrictEqual(whole.figures.progress)
  })

  test("CAM-17 is unknown when it does not exist", async () => {
    const world = await campaignWorld()
    const unknown = { _tag: "campaign.unknown", campaign: "other" }
    expect(
      await world.refused(followCampaign({ ...onCampaign, campaign: name("other") })),
    ).toStrictEqual(unknown)
    expect(await world.refused(listInterviews(reader, name("other"), all))).toStrictEqual(unknown)
  })
})

describe("its interviews", () => {
  test("CAM-19 are grouped by manager, then collaborator, with date and status", async () => {
    const world = await campaignWorld()
    await proposes(world, agent)
    const { rows } = await world.run(listInterviews(reader, campaign, all))
    const groups = groupedByManager(rows.map(({ row }) => row))
    expect(
      groups.map((group) => [
        group.superior.name,
        group.interviews.map((one) => [one.agent.name, one.date, one.statusLabel, one.colour]),
      ]),
    ).toStrictEqual([
      [
        "Marc Nguyên",
        [
          ["Zoé Abgrall", null, "Non planifiés", "yellow"],
          ["Éloïse Le Gall", "2026-01-26", "Planifiés", "blue"],
        ],
      ],
      ["Aïcha Œuvrard", [["Kévin Étienne", null, "Non planifiés", "yellow"]]],
    ])
  })

  test("CAM-20 CAM-21 are filtered by status and searched by collaborator", async () => {
    const world = await campaignWorld()
    await proposes(world, agent)
    const found = async (query: object) =>
      (await world.run(listInterviews(reader, campaign, { ...all, ...query }))).rows.map(
        ({ row }) => row.agent.id,
      )
    expect(await found({ filters: { status: ["planned"] } })).toStrictEqual([agent.id])
    expect(await found({ keyword: "le gall eloise" })).toStrictEqual([agent.id])
    expect(await found({ keyword: "nguyen" })).toStrictEqual([])
  })

  test("CAM-01 a superior sees his own, whatever he asks", async () => {
    const world = await campaignWorld()
    const filters = { manager: [otherSuperior.id] }
    const page = await world.run(
      listInterviews({ ...reader, by: bySuperior }, campaign, { ...all, filters }),
    )
    expect(page.rows.map(({ row }) => row.superior.id)).toStrictEqual([superior.id, superior.id])
  })
})

test("CAM-01 a campaign is unknown to a superior who has no interview in it", async () => {
  const world = await campaignWorld()
  const by = { ...bySuperior, person: thirdAgent.id }
  const unknown = { _tag: "campaign.unknown", campaign }
  expect(await world.refused(followCampaign({ ...onCampaign, by }))).toStrictEqual(unknown)
  expect(await world.refused(listInterviews({ by, tenant }, campaign, all))).toStrictEqual(unknown)
})

describe("correcting a campaign", () => {
  test("ENT-04 leaves the procedure once an interview was proposed", async () => {
    const world = await campaignWorld()
    const changes = { template: terms.template }
    await world.run(correctCampaign({ ...onCampaign, changes }))
    await proposes(world, agent)
    expect(await world.refused(correctCampaign({ ...onCampaign, changes }))).toStrictEqual({
      _tag: "campaign.procedure-frozen",
      proposed: 1,
    })
    await world.run(correctCampaign({ ...onCampaign, changes: { label: "Autre nom" } }))
    const { followUp, version } = await world.run(followCampaign(onCampaign))
    expect(followUp.terms.label).toBe("Autre nom")
    expect(
      await world.refused(
        correctCampaign({ ...onCampaign, changes: { label: "Encore" }, seen: version - 1 }),
      ),
    ).toStrictEqual({ _tag: "conflict.stale-version", seen: version - 1, current: version })
  })
})

test("ENT-04 a date that was withdrawn, or an interview deleted since, was proposed", async () => {
  const world = await campaignWorld()
  await proposes(world, agent)
  const own = { by: bySuperior, interview: nameOf(agent) }
  const changes = { zone: terms.zone }
  const refusal = { _tag: "campaign.procedure-frozen", proposed: 1 }
  await world.run(unplan({ ...own, reason: reason("Absence.") }))
  expect(await world.refused(correctCampaign({ ...onCampaign, changes }))).toStrictEqual(refusal)
  await world.run(deleteInterview({ ...own, acknowledged: [] }))
  expect(await world.refused(correctCampaign({ ...onCampaign, changes }))).toStrictEqual(refusal)
})

test("ENT-04 an interview that was missed on its date was proposed", async () => {
  const world = await campaignWorld()
  await proposes(world, agent)
  world.at("2026-01-27T08:00:00.000Z")
  await world.run(
    recordNotHeld({ by: bySuperior, interview: nameOf(agent), reason: "agent-absent" }),
  )
  const changes = { template: terms.template }
  expect(await world.refused(correctCampaign({ ...onCampaign, changes }))).toMatchObject({
    _tag: "campaign.procedure-frozen",
  })
  const { followUp } = await world.run(followCampaign(onCampaign))
  expect(followUp.figures.notHeld).toMatchObject({ "agent-absent": 1 })
})

describe("ENT-21 the synthesis of training needs", () => {
  test("counts the agents of each need in the communicated reports", async () => {
    const world = await campaignWorld()
    await communicates(world, agent)
    await communicates(world, secondAgent)
    expect(await world.run(readTrainingSynthesis({ ...onCampaign, by: byService }))).toStrictEqual({
      agents: 2,
      needs: [{ need: "Tableur", purpose: "post", agents: 2 }],
      byManager: [{ need: "Tableur", purpose: "post", superior: "Marc Nguyên", agents: 2 }],
    })
  })

  test("is for the HR service", async () => {
    const world = await campaignWorld()
    expect(
      await world.refused(readTrainingSynthesis({ ...onCampaign, by: bySuperior })),
    ).toMatchObject({
      _tag: "actor.not-allowed",
      command: "readTrainingSynthesis",
    })
  })
})

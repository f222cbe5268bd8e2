/** Somebody who says that he acts on another's behalf: only a delegation that is in force counts. */
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  circulateDocuments,
  keepCampaignDocument,
} from "../../../../src/interviews/application/campaign/documents.ts"
import { followCampaign } from "../../../../src/interviews/application/campaign/figures.ts"
import {
  deleteInterviews,
  replaceManager,
} from "../../../../src/interviews/application/campaign/interviews.ts"
import {
  listCampaigns,
  listInterviews,
} from "../../../../src/interviews/application/campaign/reading.ts"
import { correctCampaign } from "../../../../src/interviews/application/campaign/act.ts"
import { grantDelegation } from "../../../../src/interviews/application/delegations.ts"
import { deleteCampaign } from "../../../../src/interviews/application/campaign/deletion.ts"
import { requestExport } from "../../../../src/interviews/application/exports/ask.ts"
import { openCampaign } from "../../../../src/interviews/application/campaign/opening.ts"
import { addInterviews } from "../../../../src/interviews/application/campaign/population.ts"
import {
  planReminder,
  sendReminder,
} from "../../../../src/interviews/application/campaign/reminders.ts"
import {
  printTrainingSynthesis,
  readTrainingSynthesis,
} from "../../../../src/interviews/application/exports/synthesis.ts"
import {
  agent,
  byAdministrator,
  byService,
  bySuperior,
  campaign,
  day,
  otherSuperior,
  reason,
  superior,
  terms,
} from "../../given.ts"
import { adding, campaignWorld, keyOf } from "./world.ts"
import { delegate, type Needs, secondAgent, tenant } from "../world.ts"

type By = typeof byService
const pretending = (by: By): By => ({
  person: delegate.id,
  capacity: by.capacity,
  onBehalfOf: by.person,
})
const query = { filters: {}, limit: 10 }
const file = { bytes: new Uint8Array(1), mediaType: "application/pdf" }
const target = { _tag: "status", status: "not-planned" } as const
const subject = { _tag: "print", campaign, interviews: [keyOf(agent)] } as const
type Case = (by: By) => Effect.Effect<unknown, { readonly _tag: string }, Needs>

const forFollowers: Readonly<Record<string, Case>> = {
  listCampaigns: (by) => listCampaigns({ by, tenant }, query),
  listInterviews: (by) => listInterviews({ by, tenant }, campaign, query),
  followCampaign: (by) => followCampaign({ by, tenant, campaign }),
  keepCampaignDocument: (by) =>
    keepCampaignDocument({ by, tenant, campaign, fileName: "a.pdf", file }),
  circulateDocuments: (by) =>
    circulateDocuments({ by, tenant, campaign, documents: [{ label: "a" }], to: [agent.id] }),
  deleteInterviews: (by) =>
    deleteInterviews({ by, tenant, campaign, interviews: [keyOf(agent)], acknowledged: [] }),
  requestExport: (by) => requestExport({ by, tenant, subject, format: "pdf" }),
}
const forService: Readonly<Record<string, Case>> = {
  readTrainingSynthesis: (by) => readTrainingSynthesis({ by, tenant, campaign }),
  printTrainingSynthesis: (by) => printTrainingSynthesis({ by, tenant, campaign }),
  replaceManager: (by) =>
    replaceManager({
      by,
      tenant,
      campaign,
      interviews: [keyOf(agent)],
      superior: otherSuperior.id,
      reason: reason("Mutation"),
    }),
}
const forAdministrators: Readonly<Record<string, Case>> = {
  openCampaign: (by) => openCampaign({ by, tenant, campaign: "other" as typeof campaign, terms }),
  addInterviews: (by) => addInterviews({ ...adding, by }),
  correctCampaign: (by) => correctCampaign({ by, tenant, campaign, changes: { label: "x" } }),
  planReminder: (by) => planReminder({ by, tenant, campaign, target }),
  sendReminder: (by) => sendReminder({ by, tenant, campaign, target }),
  deleteCampaign: (by) => deleteCampaign({ by, tenant, campaign, acknowledged: [] }),
}

describe("CAM-01 without a delegation nobody acts for somebody else", () => {
  test.each(Object.entries(forFollowers))("%s for a superior", async (_, act) => {
    const world = await campaignWorld()
    expect(await world.refused(act(pretending(bySuperior)))).toMatchObject({
      _tag: "delegation.unknown",
    })
  })

  test.each(Object.entries({ ...forFollowers, ...forService }))(
    "%s for the HR service",
    async (_, act) => {
      const world = await campaignWorld()
      expect(await world.refused(act(pretending(byService)))).toMatchObject({
        _tag: "delegation.unknown",
      })
    },
  )

  test.each(Object.entries({ ...forFollowers, ...forService, ...forAdministrators }))(
    "%s for an administrator, who delegates to nobody",
    async (_, act) => {
      const world = await campaignWorld()
      expect(await world.refused(act(pretending(byAdministrator)))).toMatchObject({
        _tag: "delegation.not-allowed",
      })
    },
  )

  test("an agent's own file for the agent", async () => {
    const world = await campaignWorld()
    const by = { person: delegate.id, capacity: "agent", onBehalfOf: agent.id } as const
    const own = { _tag: "own-file", agent: agent.id } as const
    expect(
      await world.refused(requestExport({ by, tenant, subject: own, format: "pdf" })),
    ).toMatchObject({ _tag: "actor.not-allowed" })
  })
})

describe("CAM-01 ENT-22 with one", () => {
  const granted = async () => {
    const world = await campaignWorld()
    await world.run(
      grantDelegation({
        by: bySuperior,
        tenant,
        name: { delegator: superior.id, delegate: delegate.id, capacity: "superior" },
        from: day("2026-01-05"),
        until: day("2026-01-09"),
      }),
    )
    return world
  }

  test.each(Object.entries(forFollowers))("%s is done for the superior", async (_, act) => {
    const world = await granted()
    await expect(world.run(act(pretending(bySuperior)))).resolves.toBeDefined()
    world.at("2026-01-10T08:00:00.000Z")
    expect(await world.refused(act(pretending(bySuperior)))).toMatchObject({
      _tag: "delegation.not-in-force",
    })
  })

  test("the delegate sees the superior's team, and what he prints is mailed to himself", async () => {
    const world = await granted()
    const by = pretending(bySuperior)
    const page = await world.run(listInterviews({ by, tenant }, campaign, query))
    expect(page.rows.map(({ row }) => row.agent.id)).toStrictEqual([secondAgent.id, agent.id])
    const { rows } = await world.run(listCampaigns({ by, tenant }, query))
    expect(rows.map(({ row }) => row.interviews)).toStrictEqual([2])
  })
})

/** The list of a campaign and its figures agree about what is late. */
import { expect, test } from "vitest"
import { correctCampaign } from "../../../../src/interviews/application/campaign/act.ts"
import { followCampaign } from "../../../../src/interviews/application/campaign/figures.ts"
import { listInterviews } from "../../../../src/interviews/application/campaign/reading.ts"
import { agent, campaign, day } from "../../given.ts"
import { campaignWorld, closes, communicates, notifies, onCampaign } from "./world.ts"

const all = { filters: {}, limit: 50 }

test("CAM-05 the list says late of what the figures count as late, once dates are corrected", async () => {
  const world = await campaignWorld()
  await communicates(world, agent)
  await notifies(world, agent)
  await closes(world, agent)
  const changes = { interviewsBefore: day("2026-01-20"), reportsBy: day("2026-02-19") }
  await world.run(correctCampaign({ ...onCampaign, changes }))
  const { followUp } = await world.run(followCampaign(onCampaign))
  const { rows } = await world.run(listInterviews(onCampaign, campaign, all))
  const late = rows.filter(({ row }) => row.late)
  expect(late.map(({ row }) => row.agent.id)).toStrictEqual([agent.id])
  expect(followUp.figures.lateInterviews).toBe(1)
  expect(rows.filter(({ row }) => row.lateReport)).toHaveLength(3)
  expect(followUp.figures.lateReports).toBe(3)
})

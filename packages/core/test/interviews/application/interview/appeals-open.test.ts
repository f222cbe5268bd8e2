/** What an open appeal holds back: the deletion of its interview and of its campaign. */
import { describe, expect, test } from "vitest"
import { consultAppeal } from "../../../../src/interviews/application/interview/appeals-reading.ts"
import { deleteCampaign } from "../../../../src/interviews/application/campaign/deletion.ts"
import { deleteInterview } from "../../../../src/interviews/application/interview/hr-service.ts"
import { handOverReports } from "../../../../src/interviews/application/scheduler.ts"
import { agent, byAdministrator, byAgent, campaign } from "../../given.ts"
import { answers, lodges, rejects } from "./appeal-course.ts"
import { interview, onDay, reached } from "./course.ts"
import { tenant } from "../world.ts"

describe("CAM-23 an open appeal", () => {
  const confirmed = {
    code: "interview.deletion-confirmation-required",
    subject: agent.id,
  }

  test("CAM-23 is acknowledged before its interview is deleted", async () => {
    const world = await reached("filed")
    onDay(world, "2026-02-27")
    await world.run(handOverReports(tenant))
    await world.run(lodges("2026-02-27"))
    const deletes = (acknowledged: ReadonlyArray<{ code: string; subject: string }>) =>
      deleteInterview({ by: byAdministrator, interview, acknowledged })
    expect(await world.refused(deletes([]))).toMatchObject({ _tag: confirmed.code })
    expect(await world.refused(deletes([confirmed]))).toStrictEqual({
      _tag: "interview.appeal-open",
      subject: agent.id,
    })
    const open = { code: "interview.appeal-open", subject: agent.id }
    expect(await world.run(deletes([confirmed, open]))).toMatchObject({
      state: { _tag: "deleted", was: "closed" },
      messages: [],
    })
  })

  test("CAM-23 that is over asks nothing more, the month of the committee once past", async () => {
    const world = await reached("filed")
    onDay(world, "2026-02-27")
    await world.run(handOverReports(tenant))
    await world.run(lodges("2026-02-27"))
    onDay(world, "2026-03-10")
    await world.run(answers("2026-03-10", rejects))
    const deletes = deleteInterview({ by: byAdministrator, interview, acknowledged: [confirmed] })
    onDay(world, "2026-04-10")
    expect(await world.refused(deletes)).toMatchObject({ _tag: "interview.appeal-open" })
    onDay(world, "2026-04-11")
    expect(await world.run(deletes)).toMatchObject({ state: { _tag: "deleted" } })
  })

  test("CAM-18 is acknowledged before its campaign is deleted", async () => {
    const world = await reached("notified")
    onDay(world, "2026-02-27")
    await world.run(lodges("2026-02-27"))
    const first = { code: "campaign.confirmation-required", subject: campaign }
    const deletes = (acknowledged: ReadonlyArray<{ code: string; subject: string }>) =>
      deleteCampaign({ by: byAdministrator, tenant, campaign, acknowledged })
    const key = "professional-interview/2026/agent-1"
    expect(await world.refused(deletes([first]))).toStrictEqual({
      _tag: "campaign.appeals-open",
      subjects: [key],
    })
    expect(
      await world.run(deletes([first, { code: "campaign.appeals-open", subject: key }])),
    ).toStrictEqual({ interviews: 1, appeals: 1 })
    expect(await world.messages()).toStrictEqual([])
    expect(await world.refused(consultAppeal({ by: byAgent, interview }))).toMatchObject({
      _tag: "interview.unknown",
    })
  })
})

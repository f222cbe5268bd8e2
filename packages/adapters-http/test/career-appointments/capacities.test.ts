/** People who hold several capacities, over the real routes. */
import { describe, expect, test } from "vitest"
import {
  agent,
  campaign,
  head,
  headRole,
  inspector,
  manager,
} from "../../../core/test/career-appointments/given.ts"
import { ask, bodyIn, problemIn, refusalIn } from "../support/ask.ts"
import { fileAddress, portal } from "../support/portal.ts"

const list = `/career-campaigns/${campaign}/files`

describe("who holds several capacities", () => {
  test.each([
    ["manages the campaign, and evaluates elsewhere", `${manager} campaign-manager evaluator`],
    ["is the agent, and evaluates elsewhere", `${agent.id} evaluator agent`],
    ["is the agent, and manages another campaign", `${agent.id} campaign-manager agent`],
    ["evaluates, and manages another campaign", `${inspector.id} campaign-manager evaluator`],
  ])("RDC-03 opens a file when he %s", async (_, as) => {
    const { app } = await portal()
    expect((await ask(app, fileAddress, { as })).status).toBe(200)
  })

  test("RDC-03 lists his own files when he manages another campaign", async () => {
    const { app } = await portal()
    const as = `${inspector.id} evaluator campaign-manager`
    const page = await bodyIn<{ count: number }>(await ask(app, list, { as }))
    expect(page.count).toBe(1)
  })

  test("RDC-03 sees the whole campaign when he manages it, though he evaluates nobody", async () => {
    const { app } = await portal()
    const as = `${manager} evaluator campaign-manager`
    expect((await bodyIn<{ count: number }>(await ask(app, list, { as }))).count).toBe(1)
  })

  test("is refused by what concerns him, not by a capacity that does not", async () => {
    const { app } = await portal()
    const asking = {
      method: "PUT",
      as: `${head.id} agent evaluator campaign-manager`,
      key: "k-1",
      seen: 1,
      body: { items: [] },
    }
    const response = await ask(app, `${fileAddress}/roles/${headRole}/appointments`, asking)
    expect(await refusalIn(response)).toBe("422 appointment.incomplete")
  })

  test("is not allowed when none of them allows it", async () => {
    const { app } = await portal()
    const as = "stranger-1 evaluator campaign-manager agent"
    const problem = await problemIn(await ask(app, fileAddress, { as }))
    expect(problem).toMatchObject({
      status: 403,
      code: "actor.not-allowed",
      detail:
        "Vous n'êtes ni l'agent, ni l'évaluateur, ni le gestionnaire que cette action demande.",
      requirements: ["RDC-03"],
    })
  })
})

test("the agent who shares a browser with his evaluator is not shown what the evaluator read", async () => {
  const { app } = await portal()
  const read = await ask(app, fileAddress, { as: `${inspector.id} evaluator` })
  const headers = { "if-none-match": read.headers.get("etag") ?? "" }
  const again = await ask(app, fileAddress, { as: `${agent.id} agent`, headers })
  expect([again.status, again.headers.get("vary")]).toEqual([200, "x-test-as, Accept-Language"])
  expect(await bodyIn(again)).toMatchObject({ history: [] })
})

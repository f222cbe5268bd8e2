/** Reading delegations over HTTP: one's own as a list, one by its name. */
import { describe, expect, test } from "vitest"
import { agent, otherSuperior, superior } from "../../../core/test/interviews/given.ts"
import { ask, bodyIn, problemIn, refusalIn } from "../support/ask.ts"
import {
  delegate,
  delegationGranted,
  delegationName,
  interviewsPortal,
} from "../support/interviews-portal.ts"

const own = `/delegations/${superior.id}/${delegate.id}/superior`
const row = {
  ...delegationName,
  from: "2026-02-10",
  until: "2026-02-28",
  state: "granted",
  revokedOn: null,
}

const running = () => interviewsPortal({ delegation: [delegationGranted] })

describe("delegations", () => {
  test.each([
    ["the delegator", `${superior.id} superior`, "given"],
    ["the delegate, in any capacity", `${delegate.id} agent`, "received"],
  ])("ENT-22 are listed to %s", async (_, as, side) => {
    const { app } = await running()
    const key = `${superior.id}/${delegate.id}/superior`
    const page = { count: 1, rows: [{ key, row }] }
    expect(await bodyIn(await ask(app, "/delegations", { as }))).toMatchObject(page)
    expect(await bodyIn(await ask(app, `/delegations?side=${side}`, { as }))).toMatchObject(page)
    const other = side === "given" ? "received" : "given"
    expect(await bodyIn(await ask(app, `/delegations?side=${other}`, { as }))).toMatchObject({
      count: 0,
      rows: [],
    })
  })

  test.each(["hr-1 hr-service", "admin-1 administrator", `${otherSuperior.id} superior`])(
    "ENT-22 of other people are not in the list of %s",
    async (as) => {
      const { app } = await running()
      expect(await bodyIn(await ask(app, "/delegations", { as }))).toMatchObject({
        count: 0,
        rows: [],
      })
    },
  )

  test("refuse a sort column that they do not have", async () => {
    const { app } = await running()
    const response = await ask(app, "/delegations?sort=name", { as: `${superior.id} superior` })
    expect(await problemIn(response)).toMatchObject({
      code: "list.unknown-sort-key",
      values: {
        known: ["from", "until", "delegator", "delegate", "capacity", "state", "revoked-on"],
      },
    })
  })
})

describe("one delegation", () => {
  test.each([
    `${superior.id} superior`,
    `${superior.id} agent`,
    `${delegate.id} agent`,
    "hr-1 hr-service",
    "admin-1 administrator",
  ])("ENT-22 is read by %s, with the version that revoking it asks for", async (as) => {
    const { app } = await running()
    const response = await ask(app, own, { as })
    expect([response.status, response.headers.get("etag")]).toEqual([200, '"v1"'])
    expect(await bodyIn(response)).toMatchObject({
      _tag: "granted",
      ...delegationName,
      acts: [{ _tag: "DelegationGranted" }],
    })
  })

  test.each([`${otherSuperior.id} superior`, `${agent.id} agent`, "authority-1 authority"])(
    "ENT-22 is refused to %s, whether there is one or not",
    async (as) => {
      const { app } = await running()
      const none = `/delegations/${superior.id}/${delegate.id}/authority`
      expect(await refusalIn(await ask(app, own, { as }))).toBe("403 actor.not-allowed")
      expect(await refusalIn(await ask(app, none, { as }))).toBe("403 actor.not-allowed")
    },
  )

  test("ENT-22 that was never granted is unknown to whom it would concern", async () => {
    const { app } = await running()
    const none = `/delegations/${superior.id}/${delegate.id}/authority`
    const response = await ask(app, none, { as: `${superior.id} superior` })
    expect(await refusalIn(response)).toBe("403 delegation.unknown")
  })
})

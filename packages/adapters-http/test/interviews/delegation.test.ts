/** A delegate's requests, from the grant to the trace that he leaves. */
import { Storage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { interviewRef } from "@convoque/core/interviews"
import { describe, expect, test } from "vitest"
import { authority, history, otherSuperior, superior } from "../../../core/test/interviews/given.ts"
import { ask, bodyIn, problemIn, refusalIn } from "../support/ask.ts"
import {
  address,
  consultations,
  delegate,
  interview,
  interviewsPortal,
  type InterviewsPortal,
} from "../support/interviews-portal.ts"

const toDelegate = (capacity: string, from: string = superior.id): string =>
  `/delegations/${from}/${delegate.id}/${capacity}`

const granted = async (running: InterviewsPortal, capacity = "superior", by = superior.id) =>
  ask(running.app, toDelegate(capacity, by), {
    method: "PUT",
    as: `${by} ${capacity}`,
    key: "grant",
    seen: 0,
    body: { from: "2026-02-10", until: "2026-02-14" },
  })

const forHim = { "on-behalf-of": superior.id }
const forAuthority = { "on-behalf-of": authority.id }

const lastAct = Effect.gen(function* () {
  const [{ state }] = yield* (yield* Storage).load([interviewRef(interview)])
  return "acts" in state ? state.acts.at(-1) : undefined
})

describe("a delegation", () => {
  test("ENT-22 is granted by the delegator, and lets the delegate read for him", async () => {
    const running = await interviewsPortal({ past: history.toEndorse })
    const first = await granted(running)
    expect([first.status, first.headers.get("etag")]).toEqual([200, '"v1"'])
    expect(await bodyIn(first)).toMatchObject({ _tag: "granted", delegate: delegate.id })
    const read = await ask(running.app, address, { as: delegate.id, headers: forHim })
    expect(read.status).toBe(200)
    expect(await running.run(consultations)).toEqual([`${delegate.id} interview`])
    expect(await refusalIn(await ask(running.app, address, { as: delegate.id }))).toBe(
      "403 actor.not-allowed",
    )
  })

  test("ENT-22 is told in what the delegate does, with its days", async () => {
    const running = await interviewsPortal({ past: history.toEndorse })
    await granted(running, "authority", authority.id)
    const response = await ask(running.app, `${address}/steps/endorse`, {
      method: "POST",
      as: `${delegate.id} superior`,
      key: "k-1",
      seen: history.toEndorse.length,
      body: {},
      headers: forAuthority,
    })
    expect([response.status, await bodyIn(response)]).toMatchObject([
      200,
      { next: { step: "notify" } },
    ])
    expect(await running.run(lastAct)).toMatchObject({
      by: {
        person: delegate.id,
        capacity: "authority",
        onBehalfOf: authority.id,
        delegation: { from: "2026-02-10", until: "2026-02-14" },
      },
    })
  })

  test("ENT-22 does not let the superior's signature be given for him", async () => {
    const running = await interviewsPortal({ past: history.held }, "2026-02-12")
    await granted(running)
    const response = await ask(running.app, `${address}/steps/communicate`, {
      method: "POST",
      as: delegate.id,
      key: "k-1",
      seen: history.held.length,
      body: {},
      headers: forHim,
    })
    expect(await problemIn(response)).toMatchObject({
      status: 403,
      code: "delegation.not-allowed",
      requirements: ["ENT-22"],
      values: { step: "communicate" },
    })
  })

  test("ENT-22 does not let an interview be held for the superior", async () => {
    const running = await interviewsPortal({ past: history.proposed }, "2026-02-12")
    await granted(running)
    const response = await ask(running.app, `${address}/holding`, {
      method: "POST",
      as: delegate.id,
      key: "k-1",
      seen: history.proposed.length,
      body: { date: "2026-02-12", durationMinutes: 60, participants: [], discussed: [] },
      headers: forHim,
    })
    expect(await refusalIn(response)).toBe("403 delegation.not-allowed")
  })

  test.each([
    ["before its first day", "2026-02-09"],
    ["after its last day", "2026-02-15"],
  ])("ENT-22 holds not %s", async (_, today) => {
    const running = await interviewsPortal({ past: history.toEndorse }, today)
    await granted(running)
    const response = await ask(running.app, address, { as: delegate.id, headers: forHim })
    expect(await problemIn(response)).toMatchObject({
      status: 403,
      code: "delegation.not-in-force",
      values: { from: "2026-02-10", until: "2026-02-14", today },
    })
  })

  test("ENT-22 holds no more once it is revoked", async () => {
    const running = await interviewsPortal({ past: history.toEndorse })
    await granted(running)
    const revoked = await ask(running.app, `${toDelegate("superior")}/revocation`, {
      method: "POST",
      as: `${superior.id} superior`,
      key: "k-1",
      seen: 1,
      body: { zone: "Europe/Paris" },
    })
    expect(await bodyIn(revoked)).toMatchObject({ _tag: "revoked", revokedOn: "2026-02-12" })
    const read = await ask(running.app, address, { as: delegate.id, headers: forHim })
    expect(await refusalIn(read)).toBe("403 delegation.not-in-force")
  })

  test("ENT-22 is granted by nobody else, and not through another", async () => {
    const running = await interviewsPortal()
    const body = { from: "2026-02-10", until: "2026-02-14" }
    for (const as of [
      `${otherSuperior.id} superior`,
      "admin-1 administrator",
      `${superior.id} agent`,
    ]) {
      const response = await ask(running.app, toDelegate("superior"), {
        method: "PUT",
        as,
        key: "k-1",
        seen: 0,
        body,
      })
      expect(await refusalIn(response)).toBe("403 actor.not-allowed")
    }
    const through = await ask(running.app, toDelegate("superior"), {
      method: "PUT",
      as: `${delegate.id} superior`,
      key: "k-1",
      seen: 0,
      body,
      headers: forHim,
    })
    expect(await refusalIn(through)).toBe("403 delegation.not-admitted")
  })

  test("ENT-22 of one capacity is found although another one is tried before", async () => {
    const running = await interviewsPortal({ past: history.toEndorse })
    await granted(running, "authority", authority.id)
    for (const as of [delegate.id, `${delegate.id} superior hr-service agent`]) {
      expect((await ask(running.app, address, { as, headers: forAuthority })).status).toBe(200)
    }
  })
})

describe("who holds several capacities", () => {
  test.each([
    ["authority, superior elsewhere", `${authority.id} superior authority`],
    ["authority, and of the HR service", `${authority.id} hr-service authority`],
    ["authority, and agent of another interview", `${authority.id} agent authority`],
  ])("CAM-01 does the step that is his: %s", async (_, as) => {
    const running = await interviewsPortal({ past: history.toEndorse })
    const response = await ask(running.app, `${address}/steps/endorse`, {
      method: "POST",
      as,
      key: "k-1",
      seen: history.toEndorse.length,
      body: {},
    })
    expect(response.status).toBe(200)
  })

  test("CAM-01 is told whose step it is, in whichever capacity he is nobody", async () => {
    const running = await interviewsPortal({ past: history.toEndorse })
    const response = await ask(running.app, `${address}/steps/endorse`, {
      method: "POST",
      as: `${superior.id} superior authority`,
      key: "k-1",
      seen: history.toEndorse.length,
      body: {},
    })
    expect(await refusalIn(response)).toBe("403 step.wrong-actor")
  })
})

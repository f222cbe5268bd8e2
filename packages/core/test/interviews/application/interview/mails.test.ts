/** Following the mails of an interview and of its appeal, and sending one again. */
import { Instant } from "@convoque/core/kernel/calendar"
import type { Actor } from "@convoque/core/kernel/identity"
import { MessageNotResendable, Outbox } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { grantDelegation } from "../../../../src/interviews/application/delegations.ts"
import { replaceSuperior } from "../../../../src/interviews/application/interview/hr-service.ts"
import { listMails, resendMail } from "../../../../src/interviews/application/interview/mails.ts"
import {
  byAdministrator,
  byAgent,
  byAuthority,
  byOtherSuperior,
  byService,
  bySuperior,
  bySystem,
  day,
  otherSuperior,
  reason,
} from "../../given.ts"
import {
  delegate,
  openedWorld,
  opensInterviews,
  otherTenant,
  secondAgent,
  tenant,
  type World,
} from "../world.ts"
import { lodges } from "./appeal-course.ts"
import { interview, onDay, reached } from "./course.ts"

const to = { name: "Éloïse Le Gall", address: "eloise.le-gall@academie.example" }

const listed = (by: Actor = byService) => listMails({ by, interview })
const resends = (id: string, by: Actor = byService) => resendMail({ by, interview, id, to })

// The server refuses every address at the first attempt.
const refuseAll = (world: World) =>
  world.run(
    Effect.gen(function* () {
      const outbox = yield* Outbox
      const now = Instant.make("2036-01-01T08:00:00.000Z")
      const until = Instant.make("2036-01-01T08:01:00.000Z")
      const leased = yield* outbox.lease({ now, until, limit: 100 })
      for (const { message, attempts } of leased) {
        const fate = { _tag: "refused", at: now, answer: "550 5.1.1 unknown" } as const
        yield* outbox.settle({ tenant, id: message.id, attempt: attempts, fate })
      }
    }),
  )

const appealedWorld = async () => {
  const world = await reached("filed")
  onDay(world, "2026-02-24")
  await world.run(lodges("2026-02-24"))
  return world
}

const refusedMail = async (world: World): Promise<string> => {
  await refuseAll(world)
  const [mail] = await world.run(listed())
  return mail?.id ?? ""
}

const refusal = (command: string, { capacity }: Actor) => ({
  _tag: "actor.not-allowed",
  command,
  capacity,
})

describe("the mails of an interview", () => {
  test("ENT-07 tell the HR service to whom they went, what about, and what became of each", async () => {
    const world = await reached("proposed")
    const waiting = {
      id: "interview/professional-interview/2026/agent-1/3/0",
      about: "interview",
      kind: "interview-proposed",
      to: { name: "Éloïse Le Gall", address: "agent-1@academie.example" },
      subject: expect.stringContaining("ntretien"),
      writtenAt: expect.any(String),
      attempts: 0,
      fate: { _tag: "waiting", nextAt: expect.any(String) },
    }
    expect(await world.run(listed())).toStrictEqual([waiting])
    await refuseAll(world)
    const fate = { _tag: "refused", at: "2036-01-01T08:00:00.000Z", answer: "550 5.1.1 unknown" }
    expect(await world.run(listed(byAdministrator))).toStrictEqual([
      { ...waiting, attempts: 1, fate },
    ])
  })

  test("are none as long as nothing left, and none of another interview", async () => {
    const world = await openedWorld()
    expect(await world.run(listed())).toStrictEqual([])
    await world.run(opensInterviews([secondAgent]))
    await reached("proposed", world)
    const other = { ...interview, agent: secondAgent.id }
    expect(await world.run(listMails({ by: byService, interview: other }))).toStrictEqual([])
  })

  test("ENT-27 come with those of the appeal, newest first", async () => {
    const world = await appealedWorld()
    const mails = await world.run(listed())
    expect(mails[0]).toMatchObject({ about: "appeal", kind: "appeal-lodged" })
    expect(mails.at(-1)).toMatchObject({ about: "interview", kind: "interview-proposed" })
    expect(mails.filter(({ about }) => about === "appeal")).toHaveLength(1)
    const moments = mails.map(({ writtenAt }) => writtenAt)
    expect(moments).toStrictEqual(moments.toSorted().toReversed())
  })

  test("ENT-27 are shown to the superior without those of the appeal", async () => {
    const world = await appealedWorld()
    const all = await world.run(listed())
    const own = await world.run(listed(bySuperior))
    expect(own).toStrictEqual(all.filter(({ about }) => about === "interview"))
    expect(own.length).toBe(all.length - 1)
  })

  test("CAM-19 are no more shown to a superior who was replaced", async () => {
    const world = await openedWorld()
    await world.run(
      replaceSuperior({
        by: byService,
        interview,
        superior: otherSuperior.id,
        reason: reason("Mutation."),
      }),
    )
    expect(await world.refused(listed(bySuperior))).toStrictEqual(
      refusal("interview-mails", bySuperior),
    )
    expect(await world.run(listed(byOtherSuperior))).not.toStrictEqual([])
  })

  test("ENT-22 are shown to a delegate of the superior in the days of the delegation", async () => {
    const world = await reached("proposed")
    const name = {
      delegator: bySuperior.person,
      delegate: delegate.id,
      capacity: "superior",
    } as const
    const days = { from: day("2026-01-01"), until: day("2026-01-31") }
    const by: Actor = { ...bySuperior, person: delegate.id, onBehalfOf: bySuperior.person }
    expect(await world.refused(listed(by))).toMatchObject({ _tag: "delegation.unknown" })
    await world.run(grantDelegation({ by: bySuperior, tenant, name, ...days }))
    expect(await world.run(listed(by))).toHaveLength(1)
    onDay(world, "2026-02-01")
    expect(await world.refused(listed(by))).toMatchObject({ _tag: "delegation.not-in-force" })
  })

  test("CAM-01 are shown neither to the agent nor to the authority, nor to a stranger", async () => {
    const world = await reached("proposed")
    const before = await world.traces()
    for (const by of [byAgent, byAuthority]) {
      expect(await world.refused(listed(by))).toStrictEqual(refusal("listMails", by))
    }
    for (const by of [byOtherSuperior, bySystem]) {
      expect(await world.refused(listed(by))).toStrictEqual(refusal("interview-mails", by))
    }
    expect(await world.traces()).toStrictEqual(before)
  })

  test("leave a trace of who read them", async () => {
    const world = await reached("proposed")
    const before = await world.traces()
    await world.run(listed(bySuperior))
    expect((await world.traces()).slice(before.length)).toMatchObject([
      { by: bySuperior, what: "interview-mails", kind: "interview" },
    ])
  })

  test("are not those of an unknown interview", async () => {
    const world = await reached("proposed")
    const elsewhere = { ...interview, tenant: otherTenant }
    expect(await world.refused(listMails({ by: byService, interview: elsewhere }))).toMatchObject({
      _tag: "interview.unknown",
    })
  })
})

describe("a mail of an interview sent again", () => {
  test.each([byService, byAdministrator])(
    "ENT-07 waits again under its id to the corrected address ($capacity)",
    async (by) => {
      const world = await reached("proposed")
      const id = await refusedMail(world)
      const before = await world.traces()
      world.at("2026-01-13T09:00:00.000Z")
      await world.run(resends(id, by))
      expect((await world.traces()).slice(before.length)).toMatchObject([
        { by, what: "resent-interview-mail" },
      ])
      const fate = { _tag: "waiting", nextAt: "2026-01-13T09:00:00.000Z" }
      expect(await world.run(listed())).toMatchObject([{ id, to, attempts: 0, fate }])
    },
  )

  test("ENT-27 may be about the appeal", async () => {
    const world = await appealedWorld()
    const id = await refusedMail(world)
    await world.run(resends(id))
    expect((await world.run(listed()))[0]).toMatchObject({ id, about: "appeal", to })
  })

  test("has failed before, and is about this interview", async () => {
    const world = await reached("proposed")
    const [mail] = await world.run(listed())
    const id = mail?.id ?? ""
    expect(await world.refused(resends(id))).toStrictEqual(
      new MessageNotResendable({ id, fate: "waiting" }),
    )
    await refuseAll(world)
    await world.run(opensInterviews([secondAgent]))
    const before = await world.traces()
    const through = { ...interview, agent: secondAgent.id }
    expect(
      await world.refused(resendMail({ by: byService, interview: through, id, to })),
    ).toStrictEqual(new MessageNotResendable({ id, fate: null }))
    expect(await world.traces()).toStrictEqual(before)
    expect(await world.run(listed())).toMatchObject([{ fate: { _tag: "refused" } }])
  })

  test("CAM-01 is sent by the HR service and administrators alone", async () => {
    const world = await reached("proposed")
    const id = await refusedMail(world)
    for (const by of [bySuperior, byAgent, byAuthority]) {
      expect(await world.refused(resends(id, by))).toStrictEqual(refusal("resendMail", by))
    }
    for (const by of [byOtherSuperior, bySystem]) {
      expect(await world.refused(resends(id, by))).toStrictEqual(
        refusal("resent-interview-mail", by),
      )
    }
    expect(await world.run(listed())).toMatchObject([{ fate: { _tag: "refused" } }])
  })
})

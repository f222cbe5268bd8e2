/** Following the mails of a file, and sending one again to a corrected address. */
import { enrol, listMails, resendMail } from "@convoque/core/career-appointments"
import { PersonId } from "@convoque/core/kernel/identity"
import { MessageNotResendable, Outbox } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { expect, test } from "vitest"
import {
  byAgent,
  byHead,
  head,
  headRole,
  inspector,
  inspectorRole,
  byManager,
  id,
  instant,
} from "../given.ts"
import {
  convenedWorld,
  enrolledWorld,
  file,
  otherTenant,
  secondAgent,
  type World,
} from "./world.ts"

const to = { name: "Éloïse Le Gall", address: "eloise.le-gall@academie.example" }
const listed = listMails(byManager, file)

// The server refuses the address of the agent at the first attempt.
const refuseAll = async (world: World) => {
  const [entry] = await world.run(
    Effect.gen(function* () {
      const outbox = yield* Outbox
      const now = instant("2026-11-03T09:00:01.000Z")
      const until = instant("2026-11-03T09:01:01.000Z")
      const leased = yield* outbox.lease({ now, until, limit: 10 })
      for (const { tenant, message, attempts } of leased) {
        const fate = { _tag: "refused", at: now, answer: "550 5.1.1 unknown" } as const
        yield* outbox.settle({ tenant, id: message.id, attempt: attempts, fate })
      }
      return leased
    }),
  )
  return entry?.message.id ?? ""
}

test("RDC-13 a manager follows the mails of a file: to whom, what about, what became of each", async () => {
  const world = await convenedWorld()
  const waiting = {
    id: expect.any(String),
    kind: "convocation-issued",
    to: { name: "Éloïse Le Gall", address: "agent-1@academie.example" },
    subject: expect.stringContaining("onvocation"),
    writtenAt: expect.any(String),
    attempts: 0,
    fate: { _tag: "waiting", nextAt: expect.any(String) },
  }
  expect(await world.run(listed)).toStrictEqual([waiting])
  await refuseAll(world)
  const fate = { _tag: "refused", at: "2026-11-03T09:00:01.000Z", answer: "550 5.1.1 unknown" }
  expect(await world.run(listed)).toStrictEqual([{ ...waiting, attempts: 1, fate }])
})

test("a file of which nothing has left has no mails", async () => {
  const world = await enrolledWorld()
  expect(await world.run(listed)).toStrictEqual([])
})

test("RDC-13 a refused mail waits again, under the same id, to the corrected address", async () => {
  const world = await convenedWorld()
  const refused = await refuseAll(world)
  world.at("2026-11-04T09:00:00.000Z")
  await world.run(resendMail({ by: byManager, file, id: refused, to }))
  expect(await world.run(listed)).toMatchObject([
    { id: refused, to, attempts: 0, fate: { _tag: "waiting", nextAt: "2026-11-04T09:00:00.000Z" } },
  ])
})

test("a mail that has not failed is not sent again", async () => {
  const world = await convenedWorld()
  const [mail] = await world.run(listed)
  const again = resendMail({ by: byManager, file, id: mail?.id ?? "", to })
  expect(await world.refused(again)).toStrictEqual(
    new MessageNotResendable({ id: mail?.id ?? "", fate: "waiting" }),
  )
})

test("a mail is sent again through its own file only", async () => {
  const world = await convenedWorld()
  const refused = await refuseAll(world)
  const enrolledToo = { ...file, agent: secondAgent.id }
  const evaluators = { [inspectorRole]: inspector.id, [headRole]: head.id }
  await world.run(enrol({ by: byManager, file: enrolledToo, evaluators }))
  const through = resendMail({ by: byManager, file: enrolledToo, id: refused, to })
  expect(await world.refused(through)).toStrictEqual(
    new MessageNotResendable({ id: refused, fate: null }),
  )
  expect(await world.run(listed)).toMatchObject([{ fate: { _tag: "refused" } }])
})

test("RDC-03 only a manager of the campaign follows mails and sends them again", async () => {
  const world = await convenedWorld()
  const refused = await refuseAll(world)
  const stranger = { ...byManager, person: id("manager-9") }
  for (const by of [byAgent, byHead, stranger, { ...stranger, capacity: "system" as const }]) {
    const { capacity } = by
    expect(await world.refused(listMails(by, file))).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "listMails",
      capacity,
    })
    expect(await world.refused(resendMail({ by, file, id: refused, to }))).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "resendMail",
      capacity,
    })
  }
  expect(await world.run(listed)).toMatchObject([{ fate: { _tag: "refused" } }])
})

test("an unknown file and an unknown campaign have no mails", async () => {
  const world = await convenedWorld()
  const unknown = { ...file, agent: PersonId.make("agent-9") }
  expect(await world.refused(listMails(byManager, unknown))).toStrictEqual({
    _tag: "file.unknown",
    campaign: file.campaign,
    agent: "agent-9",
  })
  const elsewhere = { ...file, tenant: otherTenant }
  expect(await world.refused(listMails(byManager, elsewhere))).toMatchObject({
    _tag: "campaign.unknown",
  })
})

/** Acting on somebody's behalf through the use cases: on which days, for which acts, for whom. */
import { Zone } from "@convoque/core/kernel/calendar"
import type { Actor } from "@convoque/core/kernel/identity"
import { describe, expect, test } from "vitest"
import {
  answerAppeal,
  lodgeHierarchicalAppeal,
} from "../../../src/interviews/application/interview/appeals.ts"
import {
  grantDelegation,
  revokeDelegation,
} from "../../../src/interviews/application/delegations.ts"
import { replaceSuperior } from "../../../src/interviews/application/interview/hr-service.ts"
import { consultInterview } from "../../../src/interviews/application/interview/reading.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byAuthority,
  byOtherSuperior,
  byService,
  bySuperior,
  day,
  id,
  otherSuperior,
  reason,
  terms,
  text,
} from "../given.ts"
import {
  does,
  drafts,
  holds,
  interview,
  keepsDescription,
  onDay,
  proposes,
  reached,
} from "./interview/course.ts"
import { delegate, openedWorld, tenant, type World } from "./world.ts"

type Delegated = "superior" | "authority" | "hr-service"

const granted = (
  by: Actor,
  days: { readonly from: string; readonly until: string },
  to = delegate.id,
) =>
  grantDelegation({
    by,
    tenant,
    name: { delegator: by.person, delegate: to, capacity: by.capacity as Delegated },
    from: day(days.from),
    until: day(days.until),
  })

/** Gives the delegate, who claims to act for somebody and no more. */
const inTheNameOf = ({ person, capacity }: Actor, by = delegate.id): Actor => ({
  person: by,
  capacity,
  onBehalfOf: person,
})

const february = { from: "2026-02-01", until: "2026-02-28" }

describe("ENT-24 the visa by a delegate", () => {
  test("ENT-24 carries on whose behalf, in which days, and the hand that gave it", async () => {
    const world = await reached("completed")
    await world.run(granted(byAuthority, february))
    onDay(world, "2026-02-12")
    const { events } = await world.run(does("endorse", inTheNameOf(byAuthority)))
    const by = {
      person: delegate.id,
      capacity: "authority",
      onBehalfOf: byAuthority.person,
      delegation: february,
    }
    expect(events).toMatchObject([{ by, done: { by, name: "Inès Robert" } }])
  })

  test.each([
    ["before its first day", "2026-02-13", "2026-02-28", "2026-02-12"],
    ["after its last day", "2026-02-01", "2026-02-11", "2026-02-12"],
  ])("ENT-22 is refused %s", async (_, from, until, today) => {
    const world = await reached("completed")
    await world.run(granted(byAuthority, { from, until }))
    onDay(world, today)
    expect(await world.refused(does("endorse", inTheNameOf(byAuthority)))).toStrictEqual({
      _tag: "delegation.not-in-force",
      from,
      until,
      today,
    })
  })

  test("ENT-22 its days are those of the place of the campaign", async () => {
    const noumea = Zone.make("Pacific/Noumea")
    const world = await reached("completed", await openedWorld({ ...terms, zone: noumea }))
    await world.run(granted(byAuthority, { from: "2026-02-01", until: "2026-02-11" }))
    world.at("2026-02-11T12:59:59.999Z")
    await world.run(consultInterview({ by: inTheNameOf(byAuthority), interview }))
    world.at("2026-02-11T13:00:00.000Z")
    expect(await world.refused(does("endorse", inTheNameOf(byAuthority)))).toMatchObject({
      _tag: "delegation.not-in-force",
      today: "2026-02-12",
    })
  })

  test("ENT-22 is refused once revoked, from that very day, and when nothing was granted", async () => {
    const world = await reached("completed")
    const name = {
      delegator: byAuthority.person,
      delegate: delegate.id,
      capacity: "authority",
    } as const
    const endorses = does("endorse", inTheNameOf(byAuthority))
    onDay(world, "2026-02-11")
    expect(await world.refused(endorses)).toStrictEqual({ _tag: "delegation.unknown", ...name })
    await world.run(granted(byAuthority, february))
    onDay(world, "2026-02-12")
    await world.run(revokeDelegation({ by: byAuthority, tenant, name, zone: terms.zone }))
    expect(await world.refused(endorses)).toStrictEqual({
      _tag: "delegation.not-in-force",
      from: "2026-02-01",
      until: "2026-02-11",
      today: "2026-02-12",
    })
  })

  test("ENT-22 the days that somebody says of himself are not believed", async () => {
    const world = await reached("completed")
    onDay(world, "2026-02-12")
    const delegation = { from: day("2026-01-01"), until: day("2026-12-31") }
    const forged = { ...inTheNameOf(byAuthority), delegation }
    expect(await world.refused(does("endorse", forged))).toMatchObject({
      _tag: "delegation.unknown",
    })
  })

  test("ENT-22 a delegation in one capacity is none in another", async () => {
    const world = await reached("completed")
    await world.run(granted(bySuperior, february))
    onDay(world, "2026-02-12")
    const other = inTheNameOf({ ...bySuperior, capacity: "authority" })
    expect(await world.refused(does("endorse", other))).toMatchObject({
      _tag: "delegation.unknown",
    })
  })
})

describe("ENT-22 what only the superior does himself", () => {
  const year = { from: "2026-01-01", until: "2026-12-31" }
  const bySubstitute = inTheNameOf(bySuperior)

  test("ENT-22 his delegate proposes and writes, and neither holds nor signs", async () => {
    const world = await openedWorld()
    await world.run(granted(bySuperior, year))
    await world.run(keepsDescription)
    onDay(world, "2026-01-12")
    await world.run(proposes({ by: bySubstitute }))
    onDay(world, "2026-01-26")
    expect(await world.refused(holds({ by: bySubstitute }))).toStrictEqual({
      _tag: "delegation.not-allowed",
      command: "recordHeld",
    })
    await world.run(holds())
    await world.run(drafts({ by: bySubstitute }))
    expect(await world.refused(does("communicate", bySubstitute))).toStrictEqual({
      _tag: "delegation.not-allowed",
      command: "completeStep",
      step: "communicate",
    })
    await world.run(does("communicate", bySuperior))
  })

  test("ENT-22 once he is replaced, his delegate is nobody any more", async () => {
    const world = await openedWorld()
    await world.run(granted(bySuperior, year))
    await world.run(consultInterview({ by: bySubstitute, interview }))
    const why = reason("Mutation.")
    await world.run(
      replaceSuperior({ by: byService, interview, superior: otherSuperior.id, reason: why }),
    )
    expect(await world.refused(consultInterview({ by: bySubstitute, interview }))).toMatchObject({
      _tag: "actor.not-allowed",
    })
  })

  test("ENT-25 nobody signs for the agent, nor appeals for him", async () => {
    const world = await reached("notified")
    onDay(world, "2026-02-18")
    const forAgent = { ...inTheNameOf(byAgent) }
    const refusal = { _tag: "delegation.not-allowed", command: "actOnBehalf" }
    expect(await world.refused(does("sign", forAgent))).toStrictEqual(refusal)
    const appeal = { interview, date: day("2026-02-18"), grounds: text("Non.") }
    expect(await world.refused(lodgeHierarchicalAppeal({ ...appeal, by: forAgent }))).toStrictEqual(
      refusal,
    )
  })

  test("ENT-10 the agent acts on his own file for nobody else, and reads none of it so", async () => {
    const world = await reached("completed")
    await world.run(granted(byAuthority, february, agent.id))
    await world.run(granted(bySuperior, february, agent.id))
    onDay(world, "2026-02-12")
    const refusal = { _tag: "delegation.not-allowed", command: "actOnBehalf" }
    const asAuthority = inTheNameOf(byAuthority, agent.id)
    const asSuperior = inTheNameOf(bySuperior, agent.id)
    expect(await world.refused(does("endorse", asAuthority))).toStrictEqual(refusal)
    expect(await world.refused(consultInterview({ by: asSuperior, interview }))).toStrictEqual(
      refusal,
    )
    await appealed(world)
    const answer = { interview, date: day("2026-03-02"), reasons: text("Oui.") }
    expect(
      await world.refused(answerAppeal({ ...answer, by: asAuthority, outcome: "rejected" })),
    ).toStrictEqual(refusal)
  })

  const appealed = async (world: World) => {
    await world.run(does("endorse", byAuthority))
    const notification = { means: "handed-over", fate: "delivered", on: day("2026-02-12") } as const
    await world.run(does("notify", byService, { notification }))
    await world.run(
      lodgeHierarchicalAppeal({
        by: byAgent,
        interview,
        date: day("2026-02-12"),
        grounds: text("Non."),
      }),
    )
  }
})

describe("CAM-01 granting", () => {
  test("CAM-01 is the delegator's own act, and tells a stranger nothing of the directory", async () => {
    const world = await openedWorld()
    const name = { delegator: bySuperior.person, capacity: "superior" } as const
    const days = { from: day("2026-02-01"), until: day("2026-02-28") }
    for (const to of [delegate.id, id("nobody")]) {
      for (const by of [byOtherSuperior, byService, byAdministrator]) {
        expect(
          await world.refused(
            grantDelegation({ by, tenant, name: { ...name, delegate: to }, ...days }),
          ),
        ).toStrictEqual({
          _tag: "actor.not-allowed",
          command: "grantDelegation",
          capacity: by.capacity,
        })
      }
    }
    const unknown = { ...name, delegate: id("nobody") }
    expect(
      await world.refused(grantDelegation({ by: bySuperior, tenant, name: unknown, ...days })),
    ).toStrictEqual({ _tag: "person.unknown", person: "nobody" })
  })

  test("CAM-01 a version that was not seen is answered at once", async () => {
    const world = await openedWorld()
    await world.run(granted(bySuperior, february))
    const name = {
      delegator: bySuperior.person,
      delegate: delegate.id,
      capacity: "superior",
    } as const
    const revokes = (seen: number) =>
      revokeDelegation({ by: bySuperior, tenant, name, zone: terms.zone, seen })
    expect(await world.refused(revokes(2))).toStrictEqual({
      _tag: "conflict.stale-version",
      seen: 2,
      current: 1,
    })
    expect(await world.run(revokes(1))).toMatchObject({ version: 2, messages: [] })
  })
})

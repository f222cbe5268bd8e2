/** Reading delegations: those given and received as a list, and one by its name. */
import { Zone } from "@convoque/core/kernel/calendar"
import type { Actor, PersonId } from "@convoque/core/kernel/identity"
import { describe, expect, test } from "vitest"
import {
  consultDelegation,
  listDelegations,
} from "../../../src/interviews/application/delegations-reading.ts"
import {
  grantDelegation,
  revokeDelegation,
} from "../../../src/interviews/application/delegations.ts"
import type { DelegableCapacity, DelegationName } from "../../../src/interviews/delegation/model.ts"
import {
  byAdministrator,
  byAgent,
  byAuthority,
  byOtherSuperior,
  byService,
  bySuperior,
  bySystem,
  day,
  id,
  otherSuperior,
  superior,
} from "../given.ts"
import { delegate, newWorld, otherTenant, tenant } from "./world.ts"

const nameOf = (
  delegator: PersonId,
  to: PersonId,
  capacity: DelegableCapacity = "superior",
): DelegationName => ({ delegator, delegate: to, capacity })

const toDelegate = nameOf(superior.id, delegate.id)
const toSuperior = nameOf(otherSuperior.id, superior.id)
const others = nameOf(otherSuperior.id, delegate.id)

const grants = (by: Actor, name: DelegationName, month: string) =>
  grantDelegation({
    by,
    tenant,
    name,
    from: day(`2026-${month}-01`),
    until: day(`2026-${month}-28`),
  })

/** Gives a portal with three delegations, of which one is revoked before its days. */
const delegatedWorld = async () => {
  const world = newWorld()
  await world.run(grants(bySuperior, toDelegate, "03"))
  await world.run(grants(byOtherSuperior, toSuperior, "02"))
  await world.run(grants(byOtherSuperior, others, "04"))
  const zone = Zone.make("Europe/Paris")
  await world.run(revokeDelegation({ by: byOtherSuperior, tenant, name: toSuperior, zone }))
  return world
}

const query = {
  filters: {},
  sort: { column: "from", direction: "ascending" },
  limit: 50,
} as const

const lists = (by: Actor, filters: Readonly<Record<string, ReadonlyArray<string>>> = {}) =>
  listDelegations({ by, tenant }, { ...query, filters })

const byDelegate: Actor = { person: delegate.id, capacity: "agent" }

const given = {
  ...toDelegate,
  from: "2026-03-01",
  until: "2026-03-28",
  state: "granted",
  revokedOn: null,
}
const received = {
  ...toSuperior,
  from: "2026-02-01",
  until: "2026-02-28",
  state: "revoked",
  revokedOn: "2026-01-05",
}

describe("the list of delegations", () => {
  test("ENT-22 holds those that the reader gave and received, by first day", async () => {
    const world = await delegatedWorld()
    const page = await world.run(lists(bySuperior))
    expect(page.count).toBe(2)
    expect(page.rows).toStrictEqual([
      { key: "superior-2/superior-1/superior", row: received },
      { key: "superior-1/delegate-1/superior", row: given },
    ])
  })

  test("ENT-22 is the same in whichever capacity it is read", async () => {
    const world = await delegatedWorld()
    const page = await world.run(lists(bySuperior))
    for (const by of [byAgent, byAuthority, byService, byAdministrator]) {
      const read = await world.run(lists({ ...by, person: superior.id }))
      expect(read).toStrictEqual(page)
    }
  })

  test.each([
    ["side", "given", ["2026-03-01"]],
    ["side", "received", ["2026-02-01"]],
    ["state", "revoked", ["2026-02-01"]],
    ["capacity", "superior", ["2026-02-01", "2026-03-01"]],
    ["capacity", "authority", []],
  ])("ENT-22 is filtered by %s %s", async (filter, value, firstDays) => {
    const world = await delegatedWorld()
    const { rows } = await world.run(lists(bySuperior, { [filter]: [value] }))
    expect(rows.map(({ row }) => row.from)).toStrictEqual(firstDays)
  })

  test("ENT-22 shows a delegation granted again once, with its last days", async () => {
    const world = await delegatedWorld()
    await world.run(grants(byOtherSuperior, toSuperior, "05"))
    const { rows } = await world.run(lists(bySuperior))
    expect(rows.map(({ row }) => [row.from, row.state, row.revokedOn])).toStrictEqual([
      ["2026-03-01", "granted", null],
      ["2026-05-01", "granted", null],
    ])
  })

  test("ENT-22 holds nothing of other people, nor of another tenant", async () => {
    const world = await delegatedWorld()
    for (const by of [byAgent, byAuthority, byService, byAdministrator]) {
      expect(await world.run(lists(by))).toStrictEqual({ rows: [], count: 0 })
    }
    expect((await world.run(lists(byDelegate))).rows.map(({ key }) => key)).toStrictEqual([
      "superior-1/delegate-1/superior",
      "superior-2/delegate-1/superior",
    ])
    const elsewhere = listDelegations({ by: bySuperior, tenant: otherTenant }, query)
    expect(await world.run(elsewhere)).toStrictEqual({ rows: [], count: 0 })
  })

  test("ENT-22 is read for nobody else, and not by the scheduler", async () => {
    const world = await delegatedWorld()
    const forHim = { ...bySuperior, person: delegate.id, onBehalfOf: superior.id }
    for (const by of [forHim, bySystem]) {
      expect(await world.refused(lists(by))).toStrictEqual({
        _tag: "actor.not-allowed",
        command: "listDelegations",
        capacity: by.capacity,
      })
    }
  })
})

describe("one delegation", () => {
  const consults = (by: Actor, name = toDelegate) => consultDelegation({ by, tenant, name })

  test.each([
    ["its delegator", bySuperior],
    ["its delegator, in another capacity", { ...bySuperior, capacity: "agent" }],
    ["its delegate", byDelegate],
    ["the HR service", byService],
    ["an administrator", byAdministrator],
  ] as const)("ENT-22 is read by %s, with its version", async (_, by) => {
    const world = await delegatedWorld()
    const { state, version } = await world.run(consults(by))
    expect(version).toBe(1)
    expect(state).toStrictEqual({
      _tag: "granted",
      ...toDelegate,
      from: "2026-03-01",
      until: "2026-03-28",
      acts: [expect.objectContaining({ _tag: "DelegationGranted", by: bySuperior })],
    })
  })

  test("ENT-22 tells from which day it was revoked", async () => {
    const world = await delegatedWorld()
    expect(await world.run(consults(bySuperior, toSuperior))).toMatchObject({
      version: 2,
      state: { _tag: "revoked", revokedOn: "2026-01-05" },
    })
  })

  test("ENT-22 is read by nobody else, whether there is one or not", async () => {
    const world = await delegatedWorld()
    const forHim = { ...bySuperior, person: delegate.id, onBehalfOf: superior.id }
    for (const by of [byOtherSuperior, byAuthority, byAgent, bySystem, forHim]) {
      for (const name of [toDelegate, { ...toDelegate, capacity: "authority" } as const]) {
        expect(await world.refused(consults(by, name))).toStrictEqual({
          _tag: "actor.not-allowed",
          command: "consultDelegation",
          capacity: by.capacity,
        })
      }
    }
  })

  test("ENT-22 is unknown when it was never granted, or in another tenant", async () => {
    const world = await delegatedWorld()
    const name = nameOf(superior.id, id("nobody"))
    expect(await world.refused(consults(bySuperior, name))).toStrictEqual({
      _tag: "delegation.unknown",
      ...name,
    })
    const elsewhere = consultDelegation({ by: bySuperior, tenant: otherTenant, name: toDelegate })
    expect(await world.refused(elsewhere)).toMatchObject({ _tag: "delegation.unknown" })
  })
})

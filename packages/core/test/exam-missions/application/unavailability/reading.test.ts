/** What a school reads of the periods of its personnel, and of who has left it. */
import { posts, readUnavailabilities, readUnavailability } from "@convoque/core/exam-missions"
import { Registers } from "@convoque/core/kernel/ports"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import {
  aspet,
  division,
  headOf,
  period,
  rodez,
  schoolOrigin,
  shared,
  tenant,
  week,
} from "../../unavailability/given.ts"
import { newWorld } from "./world.ts"
import { declares, deletes, reads } from "./acts.ts"

describe("somebody who has left the school", () => {
  const gone = async () => {
    const world = await newWorld()
    await world.run(declares())
    await world.run(
      Registers.use((registers) =>
        registers.replace({
          tenant,
          register: posts,
          rows: Stream.make({
            line: 2,
            row: { person: shared, school: rodez, kind: "main", discipline: null, role: null },
          }),
          accept: () => true,
        }),
      ),
    )
    return world
  }

  test("IND-11 keeps the school's own periods, listed without recap, and deletable", async () => {
    const { run, refused } = await gone()
    await run(declares({}, rodez))
    const { person: recap, page } = await run(reads(aspet))
    expect(recap).toBeNull()
    expect(page.rows.map(({ row }) => [row.origin, row.deletable])).toEqual([
      [schoolOrigin(aspet), true],
    ])
    const named = { by: headOf(aspet), tenant, school: aspet, person: shared, period: week }
    const own = { ...named, origin: schoolOrigin(aspet) }
    expect((await run(readUnavailability(own))).version).toBe(1)
    expect(
      await refused(readUnavailability({ ...named, origin: schoolOrigin(rodez) })),
    ).toMatchObject({ _tag: "person.not-in-school" })
    await run(deletes(aspet))
    expect(await refused(reads(aspet))).toMatchObject({ _tag: "person.not-in-school" })
  })
})

describe("reading", () => {
  test("IND-07 begins with a recap of the person", async () => {
    const { run } = await newWorld()
    expect((await run(reads(aspet))).person).toMatchObject({
      familyName: "Lefèvre",
      givenName: "Zoé",
      birthDate: "1980-02-29",
      discipline: "Mathématiques",
    })
  })

  test("IND-08 lists from the most recent start to the oldest", async () => {
    const { run } = await newWorld()
    for (const start of ["2027-06-02", "2027-10-01", "2027-07-15"]) {
      await run(declares({ period: period(`${start} 08:00`, `${start} 17:00`) }))
    }
    const { page } = await run(reads(aspet))
    expect(page.rows.map(({ row }) => row.start.date)).toEqual([
      "2027-10-01",
      "2027-07-15",
      "2027-06-02",
    ])
  })

  test("IND-01 a school reads its own personnel only, the exams division any school's", async () => {
    const { run, refused } = await newWorld()
    const asking = {
      tenant,
      person: shared,
      school: rodez,
    } as const
    const query = {
      filters: {},
      sort: { column: "start", direction: "descending" },
      limit: 5,
    } as const
    expect(await refused(readUnavailabilities({ ...asking, by: headOf(aspet) }, query))).toEqual({
      _tag: "school.unknown",
      school: rodez,
    })
    await run(declares({}, rodez))
    const { page } = await run(readUnavailabilities({ ...asking, by: division }, query))
    expect(page.rows.map(({ row }) => row.deletable)).toEqual([false])
  })
})

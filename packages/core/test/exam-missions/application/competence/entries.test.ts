/** The entry windows through the use cases: the mail to the management service, the list by year. */
import { beforeEach, describe, expect, test } from "vitest"
import { SchoolYear } from "@convoque/core/kernel/calendar"
import { Uai } from "@convoque/core/kernel/identity"
import {
  closeActivity,
  openActivity,
} from "../../../../src/exam-missions/application/activities.ts"
import {
  closeEntry,
  openEntry,
  readEntry,
  reopenEntry,
  validateEntry,
} from "../../../../src/exam-missions/application/competence/entries.ts"
import { listEntries } from "../../../../src/exam-missions/application/competence/entry-list.ts"
import { openEntries } from "../../../../src/exam-missions/application/competence/openings.ts"
import { schools } from "../../../../src/exam-missions/staff-directory/registers.ts"
import { byCollege, byDivision, byLycee, college, lycee, year } from "../../competence/given.ts"
import { newWorld, openedWorld, tenant, type World } from "./world.ts"

const entry = { school: college, year }
const validates = { by: byCollege, tenant, entry, statement: true }
const query = {
  filters: {},
  sort: { column: "school", direction: "ascending" },
  limit: 100,
} as const

describe("validating", () => {
  let world: World
  beforeEach(async () => {
    world = await openedWorld()
  })

  test("CMP-23 tells the management service by one mail", async () => {
    world.at("2026-11-20T15:30:00.000Z")
    const { state } = await world.run(validateEntry(validates))
    expect(state._tag).toBe("validated")
    expect(await world.mails()).toStrictEqual([
      {
        kind: "competence-entry-validated",
        to: { name: "DEC", address: "dec@academie.example" },
        language: "fr",
        subject: "Compétences 2026-2027\u00A0: saisie terminée par 0120006S",
        paragraphs: [
          "L'établissement CLG ARMAND LATOUR (0120006S) a déclaré le 20/11/2026 16:30 avoir terminé la saisie des compétences de ses personnels pour l'année scolaire 2026-2027. Ses compétences ne sont plus modifiables, sauf réouverture par le service des examens.",
        ],
        documents: [],
        calendar: [],
        thread: "competence-entry/0120006S/2026-2027",
      },
    ])
  })

  test("CMP-23 needs the statement; nothing is sent without it", async () => {
    expect(await world.refused(validateEntry({ ...validates, statement: false }))).toStrictEqual({
      _tag: "competence-entry.statement-required",
      ...entry,
    })
    expect(await world.mails()).toStrictEqual([])
  })

  test("CMP-27 is refused while the activity of validation is closed, whatever that of entry", async () => {
    const activity = "competence-validation"
    await world.run(closeActivity({ by: byDivision, tenant, activity }))
    expect(await world.refused(validateEntry(validates))).toStrictEqual({
      _tag: "activity.closed",
      activity,
    })
  })

  test("CMP-25 only the exam service reopens, and another school validates nothing", async () => {
    await world.run(validateEntry(validates))
    expect(await world.refused(reopenEntry({ by: byCollege, tenant, entry }))).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "reopenEntry",
      capacity: "school-head",
    })
    expect(await world.refused(validateEntry({ ...validates, by: byLycee }))).toMatchObject({
      _tag: "actor.not-allowed",
    })
    const { state } = await world.run(reopenEntry({ by: byDivision, tenant, entry }))
    expect(state._tag).toBe("open")
    await world.run(validateEntry(validates))
    // The first mail had not left: the second replaces it.
    expect((await world.mails()).at(-1)?.thread).toBe("competence-entry/0120006S/2026-2027")
  })

  test("CMP-25 the list by status tells who has not validated", async () => {
    await world.run(validateEntry(validates))
    const listed = async (status: string) => {
      const page = await world.run(
        listEntries({ by: byDivision, tenant, year }, { ...query, filters: { status: [status] } }),
      )
      return page.rows.map(({ row }) => row.school)
    }
    expect(await listed("open")).toStrictEqual([lycee])
    expect(await listed("validated")).toStrictEqual([college])
    expect(await world.refused(listEntries({ by: byCollege, tenant, year }, query))).toMatchObject({
      _tag: "actor.not-allowed",
    })
  })

  test("CMP-26 a school reads where its own window stands, not that of another", async () => {
    expect(await world.run(readEntry({ by: byCollege, tenant, entry }))).toStrictEqual({
      ...entry,
      status: "open",
      since: "2026-10-05T08:00:00.000Z",
      version: 1,
    })
    expect(await world.refused(readEntry({ by: byLycee, tenant, entry }))).toStrictEqual({
      _tag: "school.unknown",
      school: college,
    })
  })
})

test("UI-08 CMP-27 a school reads its window while entry or validation is open to it", async () => {
  const world = await newWorld()
  const reading = readEntry({ by: byCollege, tenant, entry })
  expect(await world.refused(reading)).toStrictEqual({
    _tag: "activity.closed",
    activity: "competence-entry",
  })
  expect(await world.run(readEntry({ by: byDivision, tenant, entry }))).toMatchObject({
    status: "closed",
  })
  for (const activity of ["competence-entry", "competence-validation"] as const) {
    await world.run(openActivity({ by: byDivision, tenant, activity }))
    expect(await world.run(reading)).toMatchObject({ status: "closed", version: 0 })
    await world.run(closeActivity({ by: byDivision, tenant, activity }))
  }
})

describe("opening", () => {
  test("CMP-25 schools whose window was never opened are listed too, as closed", async () => {
    const world = await newWorld()
    await world.run(openEntry({ by: byDivision, tenant, entry }))
    const listing = { by: byDivision, tenant, year }
    const { rows, count } = await world.run(listEntries(listing, query))
    expect(count).toBe(2)
    expect(rows.map(({ row }) => row)).toStrictEqual([
      { ...entry, name: "CLG ARMAND LATOUR", status: "open", since: "2026-10-05T08:00:00.000Z" },
      { school: lycee, year, name: "LPO ALEXIS MONTEIL", status: "closed", since: null },
    ])
    const asked = { ...query, filters: { status: ["closed"] }, keyword: "monteil" }
    const closed = await world.run(listEntries(listing, asked))
    expect(closed.rows.map(({ key }) => key)).toStrictEqual([lycee])
    await world.puts(schools, [])
    const left = await world.run(listEntries(listing, query))
    expect(left.rows.map(({ row }) => [row.school, row.name])).toStrictEqual([[college, college]])
  })

  test("CMP-25 opens the current school year and its neighbours alone", async () => {
    const world = await newWorld()
    const opened = (name: string) => {
      const on = { by: byDivision, tenant, year: SchoolYear.make(name) }
      const one = openEntry({ by: byDivision, tenant, entry: { school: college, year: on.year } })
      return [one, openEntries(on)] as const
    }
    for (const name of ["2025-2026", "2026-2027", "2027-2028"]) {
      const [one, all] = opened(name)
      expect((await world.run(one)).state._tag).toBe("open")
      expect(await world.run(all)).toStrictEqual({ opened: 1, kept: 1 })
    }
    for (const name of ["1999-2000", "2024-2025", "2028-2029"]) {
      const tooFar = { _tag: "competence-entry.year-too-far", year: name, current: year }
      const [one, all] = opened(name)
      expect(await world.refused(one)).toStrictEqual(tooFar)
      expect(await world.refused(all)).toStrictEqual(tooFar)
    }
  })

  test("CMP-25 all schools at once: the closed are opened, the others stay", async () => {
    const world = await newWorld()
    await world.run(openEntry({ by: byDivision, tenant, entry }))
    const all = { by: byDivision, tenant, year }
    expect(await world.run(openEntries(all))).toStrictEqual({ opened: 1, kept: 1 })
    expect(await world.run(openEntries(all))).toStrictEqual({ opened: 0, kept: 2 })
    await world.run(closeEntry({ by: byDivision, tenant, entry }))
    expect(await world.run(openEntries(all))).toStrictEqual({ opened: 1, kept: 1 })
    expect(await world.refused(openEntries({ ...all, by: byCollege }))).toMatchObject({
      _tag: "actor.not-allowed",
    })
  })

  test("CMP-24 a window of one year says nothing of the next", async () => {
    const world = await openedWorld()
    const next = { school: college, year: SchoolYear.make("2027-2028") }
    expect(await world.run(readEntry({ by: byCollege, tenant, entry: next }))).toStrictEqual({
      ...next,
      status: "closed",
      since: null,
      version: 0,
    })
  })

  test("CMP-25 a school that no register knows has no window", async () => {
    const world = await newWorld()
    const unknown = Uai.make("0750001A")
    expect(
      await world.refused(openEntry({ by: byDivision, tenant, entry: { school: unknown, year } })),
    ).toStrictEqual({ _tag: "school.unknown", school: unknown })
  })
})

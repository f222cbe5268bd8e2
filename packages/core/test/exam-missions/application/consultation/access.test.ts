/** Who may consult the personnel, and in which activity. */
import {
  closeActivity,
  consultMember,
  entryTeachingsSheet,
  exportMissions,
  listEntryTeachings,
  listMemberAssignments,
  listStaff,
  missions,
  openActivity,
} from "@convoque/core/exam-missions"
import { AccessLog, Registers } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import { anne, aspet, division, head, inSchool, type Needs, paul, tenant } from "./school.ts"

const asked = {
  filters: {},
  sort: { column: "family-name", direction: "ascending" },
  limit: 50,
} as const
const listing = { by: head, tenant, school: aspet, list: "staff" } as const
const member = { by: head, tenant, school: aspet, person: anne }

const refused = <A, E>(effect: Effect.Effect<A, E, Needs>) => inSchool(Effect.flip(effect))

test("PER-19 PER-14 a convened assignment whose mission is not there yet keeps its line", async () => {
  const unknown = Registers.use((registers) =>
    registers.replace({
      tenant,
      register: missions,
      rows: Stream.empty,
      accept: () => true,
    }),
  )
  const query = { ...asked, sort: { column: "start-date", direction: "ascending" } } as const
  const { rows } = await inSchool(Effect.andThen(unknown, listMemberAssignments(member, query)))
  expect(rows.map(({ row }) => [row.mission, row.startDate, row.centre, row.exam])).toEqual([
    ["111578", null, null, ""],
    ["111309", "2016-01-18", null, ""],
    ["111759", "2016-03-15", null, ""],
  ])
  const selected = { by: head, tenant, school: aspet, asked, years: [2016] }
  const exported = Effect.flatMap(exportMissions(selected), ({ sheet }) =>
    Stream.runCollect(sheet.rows),
  )
  const lines = await inSchool(Effect.andThen(unknown, exported))
  expect(lines.map(([number]) => number)).toEqual(["", "111578", "111309", "111759"])
})

test("PER-09 a keyword finds people by name and discipline, whatever the accents", async () => {
  const found = (keyword: string) =>
    inSchool(
      Effect.map(listStaff(listing, { ...asked, keyword }), ({ rows }) =>
        rows.map(({ key }) => key),
      ),
    )
  expect(await found("bleux")).toEqual([anne])
  expect(await found("emile theatre")).toEqual([paul])
  expect(await found("mécanique")).toEqual([anne])
  expect(await found("nobody")).toEqual([])
})

test("IND-06 the list of unavailability shows names, birth date and discipline, by keyword too", async () => {
  const opening = openActivity({ by: division, tenant, activity: "unavailability-entry" })
  const sought = { ...listing, list: "unavailability" } as const
  const listed = listStaff(sought, { ...asked, keyword: "09/03/1968" })
  const { rows } = await inSchool(Effect.andThen(opening, listed))
  expect(rows.map(({ row }) => row)).toEqual([
    {
      person: anne,
      familyName: "BLEUX",
      givenName: "Agnès",
      birthDate: "1968-03-09",
      discipline: "GENIE MECANIQUE",
      kind: "main",
    },
  ])
})

describe("who may consult", () => {
  const others = ["administrator", "centre-head", "exam-manager"] as const

  test("UI-11 the administrator, a centre head and a manager read nobody's personnel", async () => {
    for (const capacity of others) {
      const by = { ...head, capacity }
      expect(await refused(listStaff({ ...listing, by }, asked))).toMatchObject({
        _tag: "actor.not-allowed",
      })
      expect(await refused(consultMember({ ...member, by }))).toMatchObject({
        _tag: "actor.not-allowed",
      })
    }
  })

  test("PER-01 an administrator reads neither another school nor the academy", async () => {
    const by = { person: head.person, capacity: "administrator" } as const
    expect(await refused(listStaff({ ...listing, by }, asked))).toEqual({
      _tag: "school.unknown",
      school: aspet,
    })
    expect(await refused(listStaff({ by, tenant, list: "staff" }, asked))).toEqual({
      _tag: "actor.not-allowed",
      command: "consultAcademy",
      capacity: "administrator",
    })
  })

  test("CMP-22 teachings are read in competence entry while the consultation is closed", async () => {
    const closing = closeActivity({ by: division, tenant, activity: "staff-consultation" })
    const query = { ...asked, sort: { column: "school", direction: "ascending" } } as const
    const page = await inSchool(Effect.andThen(closing, listEntryTeachings(member, query)))
    expect(page.rows.map(({ row }) => row)).toEqual([
      {
        person: anne,
        school: aspet,
        schoolName: "CLG ARMAND LATOUR",
        trainingModuleCode: null,
        trainingModule: "1CAP2 MENUISIER EN SIEGES (AUTR LANG)",
        trainingModuleType: "CAP",
        subjectCode: "0613",
        subject: "DROIT DES SOCIETES",
        modality: "AI",
      },
    ])
    const closed = closeActivity({ by: division, tenant, activity: "competence-entry" })
    expect(await refused(Effect.andThen(closed, listEntryTeachings(member, query)))).toMatchObject({
      _tag: "activity.closed",
      activity: "competence-entry",
    })
  })

  test("PER-19 reading the assignments of somebody leaves a trace, a list of people none", async () => {
    const query = { ...asked, sort: { column: "start-date", direction: "ascending" } } as const
    const found = await inSchool(
      Effect.gen(function* () {
        yield* listStaff(listing, asked)
        yield* listMemberAssignments(member, query)
        const log = yield* AccessLog
        return yield* log.list({ tenant, concerns: anne, limit: 10 })
      }),
    )
    expect(found.map(({ by, what }) => [by.person, what])).toEqual([
      [head.person, "staff-assignments"],
    ])
  })

  test("CMP-22 shows school, MEF, type of MEF, subject and modality, in that order", async () => {
    const { columns } = await inSchool(entryTeachingsSheet(member))
    expect(columns.map(({ id }) => id)).toEqual([
      "school",
      "training-module",
      "training-module-type",
      "subject",
      "modality",
    ])
  })
})

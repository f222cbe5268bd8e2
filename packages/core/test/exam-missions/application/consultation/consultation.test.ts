import {
  closeActivity,
  consultMember,
  exportMissions,
  exportTeachings,
  listMemberAssignments,
  listMemberTeachings,
  listMemberUnavailabilities,
  listStaff,
  memberAssignmentsSheet,
  memberUnavailabilitiesSheet,
  printConvocationRecap,
  printDetails,
  printMissions,
  printTeachings,
  proposedMissionYears,
  type StaffAsked,
} from "@convoque/core/exam-missions"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import { textsOf } from "@convoque/core/kernel/document"
import { AccessLog, type SheetContent } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import {
  anne,
  aspet,
  division,
  head,
  inSchool,
  type Needs,
  numen,
  paul,
  putConvocationElsewhere,
  rodez,
  tenant,
} from "./school.ts"

const asked: StaffAsked = {
  filters: {},
  sort: { column: "family-name", direction: "ascending" },
  limit: 50,
}
const listing = { by: head, tenant, school: aspet, list: "staff" } as const
const whole = { by: head, tenant, school: aspet, asked }
const member = { by: head, tenant, school: aspet, person: anne }

const refused = <A, E>(effect: Effect.Effect<A, E, Needs>) => inSchool(Effect.flip(effect))

const linesOf = <E>(sheet: SheetContent<E, Needs>) =>
  Effect.map(Stream.runCollect(sheet.rows), (rows) => [
    sheet.columns.map(({ label }) => label),
    ...rows,
  ])

const traces = Effect.gen(function* () {
  const log = yield* AccessLog
  const found = yield* log.list({ tenant, concerns: anne, limit: 10 })
  return found.map(({ by, what }) => `${by.person} ${what}`)
})

describe("lists", () => {
  test("PER-03 shows names, discipline and last convocation, and no birth date", async () => {
    const page = await inSchool(listStaff(listing, asked))
    expect(page).toEqual({
      count: 2,
      rows: [
        {
          key: paul,
          row: {
            person: paul,
            familyName: "=Zola",
            givenName: "Émile",
            discipline: "LETTRES; THEATRE",
            kind: "secondary",
            lastConvenedOn: null,
          },
        },
        {
          key: anne,
          row: {
            person: anne,
            familyName: "BLEUX",
            givenName: "Agnès",
            discipline: "GENIE MECANIQUE",
            kind: "main",
            lastConvenedOn: "2018-11-15",
          },
        },
      ],
    })
  })

  test("CMP-02 shows whether competences are defined, found by OUI and NON", async () => {
    const competence = { ...listing, list: "competence" } as const
    const page = await inSchool(listStaff(competence, { ...asked, keyword: "non agnes" }))
    expect(page.rows.map(({ row }) => row)).toEqual([
      {
        person: anne,
        familyName: "BLEUX",
        givenName: "Agnès",
        discipline: "GENIE MECANIQUE",
        kind: "main",
        competencesDefined: false,
      },
    ])
    expect((await inSchool(listStaff(competence, { ...asked, keyword: "oui" }))).count).toBe(0)
  })

  test("PER-06 refuses two periods, PER-07 one that ends before it starts", async () => {
    const days = { from: "2026-06-02" as CivilDate, until: "2026-06-01" as CivilDate }
    const both = { available: days, convened: days }
    expect(await refused(listStaff(listing, { ...asked, periods: both }))).toEqual({
      _tag: "period.one-at-a-time",
    })
    const reversed = { available: days }
    expect(await refused(listStaff(listing, { ...asked, periods: reversed }))).toEqual({
      _tag: "period.end-before-start",
      ...days,
    })
  })

  test("PER-08 without a period all the personnel are listed again", async () => {
    const days = { from: "2016-03-15" as CivilDate, until: "2016-03-15" as CivilDate }
    const convened = await inSchool(listStaff(listing, { ...asked, periods: { convened: days } }))
    expect(convened.count).toBe(1)
    expect((await inSchool(listStaff(listing, { ...asked, periods: {} }))).count).toBe(2)
  })

  test("PER-01 another school is unknown to a head, the academy is not for schools", async () => {
    expect(await refused(listStaff({ ...listing, school: rodez }, asked))).toEqual({
      _tag: "school.unknown",
      school: rodez,
    })
    const academy = { by: head, tenant, list: "staff" } as const
    expect(await refused(listStaff(academy, asked))).toMatchObject({ _tag: "actor.not-allowed" })
    const all = await inSchool(listStaff({ ...academy, by: division }, asked))
    expect(all.rows.map(({ row }) => row.discipline)).toEqual([
      "LETTRES MODERNES",
      "GENIE MECANIQUE",
    ])
  })

  test("UI-08 is refused while the activity of the list is closed", async () => {
    const unavailability = { ...listing, list: "unavailability" } as const
    expect(await refused(listStaff(unavailability, asked))).toEqual({
      _tag: "activity.closed",
      activity: "unavailability-entry",
    })
    const closing = closeActivity({ by: division, tenant, activity: "staff-consultation" })
    expect(await refused(Effect.andThen(closing, listStaff(listing, asked)))).toMatchObject({
      _tag: "activity.closed",
    })
  })
})

describe("one person", () => {
  test("PER-18, PER-22 recalls the person, tells what is not yet convened, leaves a trace", async () => {
    const [recap, left] = await inSchool(Effect.all([consultMember(member), traces]))
    expect(recap.line).toMatchObject({ familyName: "BLEUX", lastConvenedOn: "2018-11-15" })
    expect(recap.notYetConvened).toBe(
      "Une mission est affectée à cette personne mais n'est pas encore convoquée.",
    )
    expect(left).toEqual(["head-1 staff-member"])
  })

  test("PER-01 refuses somebody who does not work in the school", async () => {
    const elsewhere = { ...member, by: division, school: rodez }
    expect(await refused(consultMember(elsewhere))).toEqual({
      _tag: "person.not-in-school",
      person: anne,
      school: rodez,
    })
  })

  test("PER-19, PER-20, PER-21 lists convened assignments only", async () => {
    const query = { ...asked, sort: { column: "start-date", direction: "ascending" } } as const
    const { columns } = await inSchool(memberAssignmentsSheet(member))
    const page = await inSchool(listMemberAssignments(member, query))
    expect(columns.map(({ label }) => label)).toEqual([
      "Début",
      "Examen",
      "Mission",
      "Centre Examen",
      "Qualité",
      "Spécialité",
      "Epreuve-option",
    ])
    expect(page.rows.map(({ row }) => columns.map(({ cell }) => cell(row)))).toEqual([
      [
        "2016-01-18",
        "BCG 2016-06",
        "COMMISSION DE CHOIX DE SUJETS",
        "LGT LA DECOUVERTE",
        null,
        "TOUTES SERIES",
        "014A-1, EVALUATION SPEC LANG S.EUROP. ANGLAIS",
      ],
      ["2016-03-15", "BTS 2016-06", "VAE", "LGT LA DECOUVERTE", "Interrogateur", null, null],
      ["2017-03-08", "BCG 2016-06", "Réunion", "LGT LA DECOUVERTE", null, null, null],
    ])
    const found = await inSchool(listMemberAssignments(member, { ...query, keyword: "18/01" }))
    expect(found.count).toBe(1)
  })

  test("PER-24, PER-25 lists unavailability, with the recap of another academy's convocation", async () => {
    const query = { ...asked, sort: { column: "start", direction: "descending" } } as const
    const { columns } = await inSchool(memberUnavailabilitiesSheet(member))
    expect(columns.map(({ label }) => label)).toEqual([
      "Date de début",
      "Heure de début",
      "Date de fin",
      "Heure de fin",
      "Motif",
    ])
    const page = await inSchool(
      Effect.andThen(putConvocationElsewhere, listMemberUnavailabilities(member, query)),
    )
    expect(page.rows.map(({ row }) => columns.map(({ cell }) => cell(row)))).toEqual([
      ["2018-09-24", "08:00", "2018-09-24", "12:00", "CONVOCATION PAR IMAGIN RENNES"],
    ])
    expect(page.rows[0]?.row.convocation).toMatchObject({ academy: "Rennes", mission: "4012" })
  })

  test("PER-26, PER-27 lists teachings with their school", async () => {
    const query = { ...asked, sort: { column: "subject", direction: "ascending" } } as const
    const page = await inSchool(listMemberTeachings(member, query))
    expect(page.rows.map(({ row }) => [row.schoolName, row.subject, row.structure])).toEqual([
      ["CLG ARMAND LATOUR", "DROIT DES SOCIETES", "b"],
    ])
  })

  test("PER-23 prints the recap of a convocation, as a duplicate", async () => {
    const printed = await inSchool(printConvocationRecap({ ...member, mission: "111309" }))
    const texts = textsOf(printed.content)
    expect(texts).toContain("DUPLICATA")
    expect(texts).toContain("N° 111309 COMMISSION DE CHOIX DE SUJETS")
    expect(texts).toContain("470, BCG, 2016-06, BAC GENERAL")
    expect(texts).toContain("LGT LA DECOUVERTE (0120006S)")
    expect(texts).toContain("Le lundi 18/01/2016 à 09:00 Durée\u00A0: 1 jour(s)")
    expect(await refused(printConvocationRecap({ ...member, mission: "111999" }))).toEqual({
      _tag: "assignment.unknown",
      person: anne,
      mission: "111999",
    })
  })
})

describe("exports", () => {
  test("PER-14 one row a convened mission of the years, everybody of the selection", async () => {
    const { sheet, fileName } = await inSchool(exportMissions({ ...whole, years: [2016] }))
    expect(fileName).toBe("personnels-missions.csv")
    expect(await inSchool(linesOf(sheet))).toEqual([
      [
        "N°",
        "Nom",
        "Prénom",
        "Poste",
        "Mission",
        "Session Examen",
        "Spécialité Epreuve-option",
        "Lieu",
        "Dates",
        "Comm.",
        "Jury(s)",
        "Qualité",
        "Statut",
      ],
      ["", "=Zola", "Émile", "LETTRES; THEATRE", "", "", "", "", "", "", "", "", ""],
      [
        "111309",
        "BLEUX",
        "Agnès",
        "GENIE MECANIQUE",
        "COMMISSION DE CHOIX DE SUJETS",
        "2016-06 BCG",
        "TOUTES SERIES, 014A-1, EVALUATION SPEC LANG S.EUROP. ANGLAIS",
        "LGT LA DECOUVERTE",
        "Le lundi 18/01/2016 à 09:00 Durée\u00A0: 1 jour(s)",
        "",
        "",
        "",
        "Convoquée par centre",
      ],
      [
        "111759",
        "BLEUX",
        "Agnès",
        "GENIE MECANIQUE",
        "VAE",
        "2016-06 BTS",
        "",
        "LGT LA DECOUVERTE",
        "Le mardi 15/03/2016 09:00 - 12:00",
        "COM1",
        "J12",
        "Interrogateur",
        "Convoquée",
      ],
    ])
  })

  test("PER-12 missions without dates are those of the year of their start", async () => {
    const { sheet } = await inSchool(exportMissions({ ...whole, years: [2017] }))
    const rows = await inSchool(linesOf(sheet))
    expect(rows.slice(1).map(([number]) => number)).toEqual(["", "111578"])
    expect(await inSchool(proposedMissionYears({ by: head, tenant }))).toEqual([
      2013, 2014, 2015, 2016, 2017,
    ])
  })

  test("UI-08 the years are proposed to whom the consultation is open", async () => {
    const closing = closeActivity({ by: division, tenant, activity: "staff-consultation" })
    const asking = proposedMissionYears({ by: head, tenant })
    expect(await refused(Effect.andThen(closing, asking))).toMatchObject({
      _tag: "activity.closed",
    })
    const byDivision = proposedMissionYears({ by: division, tenant })
    expect(await inSchool(Effect.andThen(closing, byDivision))).toHaveLength(5)
  })

  test("PER-13 bears on the persons of the current selection", async () => {
    const selected = { ...whole, asked: { ...asked, keyword: "mecanique" } }
    const { sheet } = await inSchool(exportTeachings(selected))
    expect((await inSchool(linesOf(sheet))).slice(1)).toEqual([
      [
        "BLEUX",
        "Agnès",
        "GENIE MECANIQUE",
        "CLG ARMAND LATOUR",
        "DROIT DES SOCIETES",
        "AI",
        "1CAP2 MENUISIER EN SIEGES (AUTR LANG)",
        "CAP",
        "Groupe\u00A0: b",
      ],
    ])
  })

  test("PER-15, PER-28, UI-34 prints a heading and a table a person, school and edition on each page", async () => {
    const { content } = await inSchool(printMissions({ ...whole, years: [2016] }))
    expect(content).toMatchObject({
      title: "Liste des missions affectées par personne",
      runningHead: "CLG ARMAND LATOUR (0310001H)",
      edition: "30/11/2016 14:47",
      pageLabel: "Page {page} / {pages}",
      orientation: "landscape",
    })
    expect(content.blocks.map(({ _tag }) => _tag)).toEqual([
      "paragraph",
      "heading",
      "fields",
      "paragraph",
      "heading",
      "fields",
      "table",
    ])
    const texts = textsOf(content)
    expect(texts).toContain("Intervenant\u00A0: BLEUX Agnès")
    expect(texts.join("\n")).not.toMatch(/05 61|rue de l'École|1968|12E0123456ABC/u)
  })

  test("PER-17 prints contact details in the detailed paper alone, with a trace for each", async () => {
    const [{ content }, left] = await inSchool(
      Effect.all([printDetails({ ...whole, years: [2016] }), traces]),
    )
    const texts = textsOf(content)
    expect(texts).toContain("1 rue de l'École, 31160 Aspet")
    expect(texts).toContain("05 61 00 00 00 / professionnel\u00A0: 05 61 00 00 01")
    expect(texts).toContain("Enseignement, GENIE MECANIQUE, CLG ARMAND LATOUR (0310001H)")
    expect(texts).toContain("Veuillez vous présenter à l'accueil.")
    expect(texts.join("\n")).not.toContain(numen)
    expect(left).toEqual(["head-1 staff-contact-details"])
  })

  test("PER-11 prints teachings, and says when there is none", async () => {
    const { content } = await inSchool(printTeachings(whole))
    const texts = textsOf(content)
    expect(texts).toContain("Groupe\u00A0: b")
    expect(texts).toContain("Aucun enseignement importé.")
  })
})

/** The seven exports of the personnel, opened again. */
import { shortDate } from "@convoque/core/kernel/calendar"
import { assignmentsOf, missionsOf } from "../../demonstration/exam-missions/missions.ts"
import { schoolPath } from "./portal.ts"
import { pdfPages, pdfText, readCsv } from "./reading.ts"
import { cast, lycee, member, plain, staffOf, type World } from "./world.ts"
import type { Seen } from "../browser.ts"

const path = schoolPath(lycee)

const column = (
  records: ReadonlyArray<ReadonlyArray<string>>,
  name: string,
): ReadonlyArray<string> => {
  const index = records[0]?.indexOf(name) ?? -1
  return records.slice(1).map((record) => record[index] ?? "")
}

const hasMark = ({ bytes }: Seen): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/** The three CSV files, parsed again. */
export const sheets = async (world: World): Promise<void> => {
  const { portal, teller, same, keepFile } = world
  teller.step("Les exports CSV : personnels, enseignements, missions")
  const head = portal.as(cast.lyceeHead)
  const staff = await head.get(`${path}/staff.csv`)
  await keepFile("exports/personnels.csv", staff)
  const people = readCsv(staff.bytes)
  same("l'en-tête des personnels", people[0], [
    "Nom",
    "Prénom",
    "Discipline de poste",
    "Dernière convoc.",
  ])
  same(
    "193 lignes, après une marque d'ordre des octets",
    [people.length - 1, hasMark(staff)],
    [193, true],
  )
  teller.expect(
    "les noms hors du français y sont entiers",
    ["Łukasiewicz", "Nguyễn", "Pāhero‘o", "Yıldız"].every((name) =>
      column(people, "Nom").includes(name),
    ),
  )
  const teachings = await head.get(`${path}/staff-teachings.csv`)
  await keepFile("exports/personnels-enseignements.csv", teachings)
  const taught = readCsv(teachings.bytes)
  teller.tell(`enseignements : ${(taught[0] ?? []).join(" | ")} ; ${taught.length - 1} lignes`)
  same(
    "autant de lignes que d'enseignements du lycée, et de ses partagés ailleurs",
    taughtIn(taught, "LYCEE SOPHIE GERMAIN"),
    298,
  )
  const missions = await head.get(`${path}/staff-missions.csv?year=2026`)
  await keepFile("exports/personnels-missions.csv", missions)
  const convened = readCsv(missions.bytes)
  same("les colonnes des missions", convened[0], missionColumns)
  const expected = convenedIn(2026).map(({ mission }) => mission)
  same(
    "les missions convoquées de 2026, et elles seules",
    column(convened, "N°")
      .filter((number) => number !== "")
      .toSorted(),
    expected.toSorted(),
  )
  const dates = column(convened, "Dates")
    .filter((text) => text !== "")
    .map(plain)
  same(
    "leurs dates sont celles du guide, mot pour mot",
    dates.toSorted(),
    convenedIn(2026).map(datesTold).toSorted(),
  )
  for (const form of [
    /^Le \S+ \d\d\/\d\d\/\d{4} \d\d:\d\d - \d\d:\d\d/u,
    /à \d\d:\d\d Durée : \d jour\(s\)$/u,
    /à \d\d:\d\d Durée : 3 heures\(s\)$/u,
  ]) {
    const sample = dates.find((text) => form.test(text))
    teller.tell(sample ?? "aucune")
    teller.expect("cette forme s'y trouve", sample !== undefined)
  }
  same("le statut dit par qui", [...new Set(column(convened, "Statut"))].toSorted(), [
    "",
    "Convoquée",
    "Convoquée par centre",
  ])
}

const missionColumns = [
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
]

const taughtIn = (records: ReadonlyArray<ReadonlyArray<string>>, school: string): number =>
  column(records, "Etablissement").filter((name) => name === school).length

const convenedIn = (year: number) => {
  const numbers = new Set<string>(
    missionsOf(2026).flatMap(({ number, startDate }) =>
      startDate.startsWith(String(year)) ? [number] : [],
    ),
  )
  return assignmentsOf(2026).filter(
    ({ mission, person, situation }) =>
      numbers.has(mission) && situation !== "assigned" && staffOf(lycee).has(person),
  )
}

const weekdays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"]

// Written apart from the server's own wording, so that one checks the other.
const datesTold = ({ dates }: ReturnType<typeof convenedIn>[number]): string =>
  dates
    .map((one) => {
      const day = `Le ${weekdays[new Date(`${one.date}T12:00:00Z`).getUTCDay()] ?? ""} ${shortDate(one.date)}`
      if (one._tag === "span") return `${day} ${one.start} - ${one.end}`
      return one._tag === "days"
        ? `${day} à ${one.start} Durée : ${one.days} jour(s)`
        : `${day} à ${one.start} Durée : ${one.hours} heures(s)`
    })
    .join(", ")

/** The four PDF files, read again. */
export const papers = async (world: World): Promise<void> => {
  const { portal, teller, same, keepFile } = world
  teller.step("Les exports PDF : personnels, enseignements, missions, détails")
  const head = portal.as(cast.lyceeHead)
  const read = async (name: string, address: string): Promise<string> => {
    const answer = await head.get(`${path}/${address}`)
    await keepFile(`exports/${name}.pdf`, answer)
    const text = pdfText(answer.bytes)
    const pages = pdfPages(answer.bytes)
    teller.tell(`${name}.pdf : ${pages} pages, ${answer.bytes.length} octets`)
    teller.expect(
      "l'établissement en haut, la page et l'heure d'édition en bas",
      text.includes(`LYCEE SOPHIE GERMAIN (${lycee})`) &&
        text.includes(`Page 1 / ${pages}`) &&
        /16\/03\/2026 \d\d:\d\d/u.test(text),
    )
    return text
  }
  const staff = await read("personnels", "staff.pdf")
  same("193 lignes annoncées en tête", staff.includes("193 lignes"), true)
  const taught = await read("personnels-enseignements", "staff-teachings.pdf")
  same(
    "les enseignements, par personne",
    [taught.includes("Liste des enseignements par personne"), taught.includes("Div. Classe : TG1")],
    [true, true],
  )
  const missions = await read("personnels-missions", "staff-missions.pdf?year=2026")
  const details = await read("personnels-missions-details", "staff-missions-details.pdf?year=2026")
  const convened = convenedIn(2026)
  same(
    "le titre du guide",
    [
      missions.includes("Liste des missions affectées par personne"),
      details.includes("Détails des missions affectées par personne"),
    ],
    [true, true],
  )
  same(
    "chaque mission y est, sans celles d'autres années",
    [
      missing(
        missions,
        convened.map(({ mission }) => mission),
      ),
      missing(
        missions,
        convenedIn(2025).map(({ mission }) => mission),
      ).length,
    ],
    [[], new Set(convenedIn(2025).map(({ mission }) => mission)).size],
  )
  same(
    "les dates aussi, mot pour mot",
    [missing(missions, convened.flatMap(oneByOne)), missing(details, convened.flatMap(oneByOne))],
    [[], []],
  )
  same(
    "le détail seul donne les coordonnées",
    [
      details.includes("rue des Écoles"),
      missions.includes("rue des Écoles"),
      staff.includes("rue des Écoles"),
    ],
    [true, false, false],
  )
  await selection(world)
}

// What bounds an export: the years, the search in force, the school.
const selection = async ({ portal, same, keepFile, refused }: World): Promise<void> => {
  const head = portal.as(cast.lyceeHead)
  const noYear = await head.get(`${path}/staff-missions.pdf`)
  same("sans année, l'export ne part pas", noYear.status, 400)
  const one = await head.get(
    `${path}/staff-missions.csv?year=2025&year=2026&q=${encodeURIComponent(member(104).familyName)}`,
  )
  await keepFile("exports/une-recherche-missions-2025-2026.csv", one)
  same(
    "l'export suit la recherche en cours",
    [...new Set(column(readCsv(one.bytes), "Nom"))],
    [member(104).familyName],
  )
  refused(
    "le chef d'un autre établissement ne l'a pas",
    await portal.as(cast.collegeHead).get(`${path}/staff-missions.csv?year=2026`),
    "school.unknown",
  )
}

const oneByOne = (one: ReturnType<typeof convenedIn>[number]): ReadonlyArray<string> =>
  one.dates.map((date) => datesTold({ ...one, dates: [date] }))

const missing = (text: string, wanted: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...new Set(wanted)].filter((one) => !text.includes(one))

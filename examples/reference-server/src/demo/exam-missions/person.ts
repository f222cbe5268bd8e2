/** One person of the lycée: the recap, three views, a convocation elsewhere. */
import { assignmentsOf } from "../../demonstration/exam-missions/missions.ts"
import { demonstrationStaff } from "../../demonstration/exam-missions/staff.ts"
import { pdfText } from "./reading.ts"
import { schoolPath } from "./portal.ts"
import {
  cast,
  fieldsIn,
  lycee,
  member,
  ordered,
  rowsOf,
  staffOf,
  told,
  type World,
} from "./world.ts"

const all = assignmentsOf(2026)

// Somebody with a mission of each kind, who teaches.
const followed = demonstrationStaff
  .filter(({ discipline, member: { person } }) => discipline !== null && staffOf(lycee).has(person))
  .map(({ member: one }) => one)
  .find(
    ({ person }) =>
      all.some((one) => one.person === person && one.situation === "assigned") &&
      all.some((one) => one.person === person && one.situation !== "assigned"),
  )

/** The recap and the three views. */
export const views = async (world: World): Promise<void> => {
  const { portal, teller, same, keepFile } = world
  teller.step("Une personne : rappel, affectations convoquées, indisponibilités, enseignements")
  const head = portal.as(cast.lyceeHead)
  const { person, familyName, givenName } = followed ?? member(100)
  const path = `${schoolPath(lycee)}/staff/${person}`
  const recap = await head.get(path)
  const own = all.filter((one) => one.person === person)
  const convened = own.filter(({ situation }) => situation !== "assigned")
  teller.tell(`${givenName} ${familyName} : ${JSON.stringify(recap.body)}`)
  same(
    "le rappel dit ce qui n'est pas encore convoqué",
    recap.body["notYetConvened"],
    waiting(own.length - convened.length),
  )
  same(
    "et la date de la dernière convocation",
    fieldsIn(recap.body["line"])["lastConvenedOn"],
    ordered(convened.map(({ convenedOn }) => convenedOn)).at(-1),
  )
  const assignments = await head.get(`${path}/assignments`)
  for (const row of rowsOf(assignments)) {
    teller.tell(
      `${told(row["mission"])} ${told(row["type"])}, ${told(row["startDate"])}, ${told(row["examSession"])}`,
    )
  }
  same(
    "seules les missions convoquées sont listées",
    ordered(rowsOf(assignments).map(({ mission }) => mission)),
    ordered(convened.map(({ mission }) => mission)),
  )
  const teachings = await head.get(`${path}/teachings?limit=200`)
  teller.tell(`enseignements : ${told(teachings.body["countLabel"])}`)
  const mission = convened[0]?.mission ?? ""
  const paper = await head.get(`${path}/assignments/${mission}/recap.pdf`)
  await keepFile(`documents/recapitulatif-convocation-${mission}.pdf`, paper)
  const text = pdfText(paper.bytes)
  same(
    "le récapitulatif se dit duplicata",
    [text.includes("DUPLICATA"), text.includes(familyName), text.includes(mission)],
    [true, true, true],
  )
  await keepFile(`listes/${person}-missions.pdf`, await head.get(`${path}/assignments.pdf`))
  await keepFile(`listes/${person}-enseignements.csv`, await head.get(`${path}/teachings.csv`))
}

const waiting = (count: number): string =>
  count === 1
    ? "Une mission est affectée à cette personne mais n'est pas encore convoquée."
    : `${count} missions sont affectées à cette personne mais ne sont pas encore convoquées.`

/** Somebody convened by another academy. */
export const convenedElsewhere = async (world: World): Promise<void> => {
  const { portal, teller, same, keepFile } = world
  teller.step("Convoquée par une autre académie")
  const head = portal.as(cast.lyceeHead)
  const path = `${schoolPath(lycee)}/staff/${member(104).person}/unavailability-periods`
  const periods = await head.get(path)
  const [row = {}] = rowsOf(periods)
  teller.tell(`${told(row["reason"])} : ${JSON.stringify(row["convocation"])}`)
  same("le motif nomme l'académie", row["reason"], "CONVOCATION PAR IMAGIN RENNES")
  same(
    "de huit heures à midi",
    [row["start"], row["end"]],
    [
      { date: "2026-06-13", time: "08:00" },
      { date: "2026-06-13", time: "12:00" },
    ],
  )
  same("et son récapitulatif se lit", row["convocation"], {
    academy: "Rennes",
    mission: "340103",
    missionType: "Interrogation orale",
    exam: "320, BTS, 2026-06, GESTION DE LA PME",
    centre: "LPO VAUBAN BREST CEDEX 2",
    place: "Brest",
    capacity: null,
  })
  await keepFile(`listes/${member(104).person}-indisponibilites.pdf`, await head.get(`${path}.pdf`))
}

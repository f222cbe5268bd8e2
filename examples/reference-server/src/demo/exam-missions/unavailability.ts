/** A head who declares somebody unavailable at the last minute: mails, doubles, deletion. */
import { assignmentsOf, missionsOf } from "../../demonstration/exam-missions/missions.ts"
import { demonstrationManagers } from "../../demonstration/exam-missions/regulation.ts"
import { demonstrationStaff } from "../../demonstration/exam-missions/staff.ts"
import type { Seen } from "../browser.ts"
import { schoolPath } from "./portal.ts"
import { eppPeriods } from "./sources.ts"
import {
  cast,
  college,
  lycee,
  member,
  plain,
  rowsOf,
  staffOf,
  textsIn,
  type World,
} from "./world.ts"

// Somebody of the lycée with a mission of June of an exam that has two managers.
const assigned = assignmentsOf(2026).filter(({ person, mission }) => {
  const found = missionsOf(2026).find(({ number }) => number === mission)
  return (
    found?.examCode === "47A" &&
    found.startDate.startsWith("2026") &&
    staffOf(lycee).has(person) &&
    !eppPeriods.some((one) => one.person === person)
  )
})

const [first] = assigned
const person = first?.person ?? member(100).person
const mission = missionsOf(2026).find(({ number }) => number === first?.mission)
const day = first?.dates[0]?.date ?? "2026-06-08"
const path = `${schoolPath(lycee)}/unavailability-entry/staff/${person}`
const period = { start: { date: day, time: "08:00" }, end: { date: day, time: "18:00" } }
const periodPath = `${path}/periods/${lycee}/${day}T08:00/${day}T18:00`

const declare = (world: World, at: Partial<typeof period> = {}): Promise<Seen> =>
  world.portal.as(cast.lyceeHead).send("POST", `${path}/periods`, {
    body: { ...period, ...at, reason: "STAGE DE FORMATION CONTINUE" },
  })

/** Declared over an assignment: the managers of the exam are told. */
export const declared = async (world: World): Promise<void> => {
  const { portal, teller, same, done, refused, keepMail } = world
  teller.step("Indisponibilité de dernière minute, sur une affectation")
  const head = portal.as(cast.lyceeHead)
  const list = await head.get(`${schoolPath(lycee)}/unavailability-entry/staff?limit=1`)
  same(
    "la liste de saisie montre la date de naissance",
    typeof rowsOf(list)[0]?.["birthDate"],
    "string",
  )
  const recap = await head.get(path)
  teller.tell(`motifs proposés : ${textsIn(recap.body["suggestions"]).join(", ")}`)
  refused(
    "la fin ne précède pas le début",
    await declare(world, { end: { date: day, time: "07:59" } }),
    "unavailability.end-before-start",
  )
  const answer = await declare(world)
  done("la proviseure déclare une journée", answer)
  const mails = await portal.deliver()
  const managers = demonstrationManagers.filter(({ examCode }) => examCode === mission?.examCode)
  same(
    "un courriel à chaque gestionnaire de l'examen",
    [answer.body["mails"], mails.map(({ mail }) => mail.to).toSorted()],
    [2, managers.map(({ name, email }) => `${name} <${email ?? ""}>`).toSorted()],
  )
  const who = demonstrationStaff.find((one) => one.member.person === person)?.member
  const [mail] = mails
  same(
    "son objet dit qui et quand",
    plain(mail?.mail.subject ?? ""),
    `Indisponibilité : ${who?.givenName ?? ""} ${who?.familyName ?? ""}, du ${shown(day)} 08:00 au ${shown(day)} 18:00`,
  )
  const text = plain(mail?.mail.text ?? "")
  same(
    "et son texte la mission, l'examen, l'établissement",
    [
      `Mission ${mission?.number ?? ""}`,
      "47A, EABCG, 2026-06, EPREUVES ANTICIPEES BAC GENERAL",
      "LYCEE SOPHIE GERMAIN (0310001H)",
    ].filter((part) => !text.includes(part)),
    [],
  )
  same("sans le motif, qui peut toucher à la santé", text.includes("STAGE DE FORMATION"), false)
  await keepMail("Indisponibilité déclarée par le lycée", mail)
  refused("la même période, une deuxième fois", await declare(world), "unavailability.duplicate")
  same("n'envoie rien", (await portal.deliver()).length, 0)
}

const shown = (date: string): string => date.split("-").toReversed().join("/")

/** Who may delete what. */
export const deleted = async (world: World): Promise<void> => {
  const { portal, teller, same, done, refused } = world
  teller.step("Supprimer une indisponibilité : seulement la sienne")
  const head = portal.as(cast.lyceeHead)
  const stranger = portal.as(cast.collegeHead)
  const elsewhere = periodPath.replace(schoolPath(lycee), schoolPath(college))
  refused(
    "le collège ne peut pas supprimer celle du lycée",
    await stranger.send("DELETE", elsewhere, { version: '"v1"' }),
    "person.not-in-school",
  )
  refused(
    "ni au nom du lycée",
    await stranger.send("DELETE", periodPath, { version: '"v1"' }),
    "school.unknown",
  )
  const shared = member(37).person
  const sharedPath = (school: string): string =>
    `/schools/${school}/unavailability-entry/staff/${shared}/periods`
  const body = { ...period, reason: "VOYAGE SCOLAIRE" }
  done(
    "le collège déclare une absence de son professeur partagé avec le lycée",
    await stranger.send("POST", sharedPath(college), { body }),
  )
  const seen = rowsOf(await head.get(sharedPath(lycee)))
  same(
    "le lycée la voit, sans que la suppression lui soit offerte",
    seen.map(({ deletable, reason }) => [deletable, reason]),
    [[false, "VOYAGE SCOLAIRE"]],
  )
  const other = `${sharedPath(lycee)}/${college}/${day}T08:00/${day}T18:00`
  refused(
    "et s'il la demande, c'est un refus",
    await head.send("DELETE", other, { version: '"v1"' }),
    "unavailability.not-declared-by-you",
  )
  const epp = eppPeriods.find((one) => staffOf(lycee).has(one.person))
  if (epp !== undefined) {
    const { start, end } = epp.period
    const imported = `${schoolPath(lycee)}/unavailability-entry/staff/${epp.person}/periods/EPP/${start.date}T${start.time}/${end.date}T${end.time}`
    refused(
      "celle d'EPP non plus",
      await head.send("DELETE", imported, { version: '"v1"' }),
      "unavailability.not-declared-by-you",
    )
  }
  const read = await head.get(periodPath)
  same("la sienne s'offre à la suppression", read.body["deletable"], true)
  done("elle la supprime", await head.send("DELETE", periodPath, { version: read.version }))
  same(
    "elle n'est plus dans la liste",
    rowsOf(await head.get(`${path}/periods`)).filter(({ origin }) =>
      JSON.stringify(origin).includes(lycee),
    ).length,
    0,
  )
  refused("et n'existe plus", await head.get(periodPath), "unavailability.unknown")
  await portal.deliver()
}

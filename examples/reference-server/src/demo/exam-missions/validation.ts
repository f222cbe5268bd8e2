/** The end of the entry of competences: statement, lock, reopening; teachings that go. */
import { stsWebFiles } from "../../demonstration/exam-missions/files.ts"
import type { Uai } from "@convoque/core/kernel/identity"
import type { Seen } from "../browser.ts"
import { openActivity } from "./entrance.ts"
import { schoolPath, schoolYear } from "./portal.ts"
import { act, authors, lineOf, ofSchool, options, read } from "./sheets.ts"
import { sendStsWeb } from "./sts-web.ts"
import {
  cast,
  college,
  fieldsIn,
  listIn,
  lycee,
  member,
  ordered,
  plain,
  rowsOf,
  told,
  vocational,
  type World,
} from "./world.ts"

const entryPath = (school: Uai): string => `${schoolPath(school)}/competence-entries/${schoolYear}`

/** The validation of a school, its lock, its reopening. */
export const validated = async (world: World): Promise<void> => {
  const { portal, teller, same, done, refused, keepMail } = world
  teller.step("Valider la saisie : verrou, courriel, réouverture")
  const head = portal.as(cast.collegeHead)
  const validate = async (statement: boolean): Promise<Seen> => {
    const { version } = await head.get(entryPath(college))
    return head.send("POST", `${entryPath(college)}/validation`, { body: { statement }, version })
  }
  refused("l'activité de validation n'est pas ouverte", await validate(true), "activity.closed")
  await openActivity(world, "competence-validation")
  refused(
    "sans cocher la case, c'est un refus",
    await validate(false),
    "competence-entry.statement-required",
    "Cochez « J'ai terminé la saisie des compétences. » avant de valider.",
  )
  same("et aucun courriel", (await portal.deliver()).length, 0)
  done("case cochée, le collège valide", await validate(true))
  const mails = await portal.deliver()
  same(
    "le service de gestion l'apprend",
    mails.map(({ mail }) => [mail.to, plain(mail.subject)]),
    [
      [
        "Division des examens et concours <dec@academie.example>",
        `Compétences ${schoolYear} : saisie terminée par ${college}`,
      ],
    ],
  )
  await keepMail("Saisie des compétences terminée", mails[0])
  await locked(world)
  await reopened(world)
}

const locked = async (world: World): Promise<void> => {
  const { portal, same, refused, done } = world
  const shared = member(337).person
  const atCollege = ofSchool(cast.collegeHead, shared)
  refused(
    "le collège ne modifie plus rien",
    await act(world, atCollege, options.dnbMaths, "invalidation"),
    "competence-entry.locked",
    `La saisie des compétences de l'établissement ${college} est validée pour ${schoolYear} : pour la modifier, contactez le service des examens.`,
  )
  const still = await read(world, atCollege)
  same(
    "il lit toujours, sans action offerte",
    [still.status, lineOf(still, options.dnbMaths)?.["actions"], still.body["entry"]],
    [200, [], "validated"],
  )
  const other = await act(
    world,
    ofSchool(cast.vocationalHead, shared),
    options.dnbMaths,
    "confirmation",
  )
  done("l'autre établissement du même professeur n'est pas verrouillé", other)
  same(
    "et revient sur son avis",
    authors(other, options.dnbMaths),
    "0319001R (C) 0319002S (C) SYS (C)",
  )
  const entries = await portal.as(cast.division).get(`/competence-entries/${schoolYear}/schools`)
  same(
    "la division voit qui a validé",
    ordered(rowsOf(entries).map(({ school, status }) => `${told(school)} ${told(status)}`)),
    ordered([`${lycee} open`, `${college} validated`, `${vocational} open`]),
  )
}

const reopened = async ({ portal, same, done }: World): Promise<void> => {
  const path = `${entryPath(college)}/reopening`
  const { version } = await portal.as(cast.division).get(entryPath(college))
  const statuses = await Promise.all(
    [cast.collegeHead, cast.manager, cast.administrator].map(
      async (who) => (await portal.as(who).send("POST", path, { version })).status,
    ),
  )
  same(
    "ni le collège, ni la gestionnaire, ni l'administratrice ne la rouvrent",
    statuses,
    [403, 403, 403],
  )
  const answer = await portal.as(cast.division).send("POST", path, { version })
  done("la division des examens la rouvre", answer)
  same("elle est ouverte", answer.body["status"], "open")
}

/** Teachings imported again without a subject. */
export const withdrawn = async (world: World): Promise<void> => {
  const { portal, teller, same } = world
  teller.step("STS-WEB sans le français du collège : SYS se retire, l'histoire reste")
  const kept = ofSchool(cast.collegeHead, member(30).person)
  const lost = ofSchool(cast.collegeHead, member(0).person)
  await act(world, kept, options.dnbFrench, "confirmation")
  const before = await read(world, lost)
  same(
    "avant",
    [authors(before, options.dnbFrench), authors(await read(world, kept), options.dnbFrench)],
    ["SYS (C)", "0319001R (C) SYS (C)"],
  )
  const file = stsWebFiles(2025).find(({ school }) => school === college)
  const xml = (file?.xml ?? "").replace(/<SERVICE CODE_MATIERE="020700"[^>]*>.*?<\/SERVICE>/gsu, "")
  const answer = await sendStsWeb(world, college, { xml })
  const { marked, withdrawn: gone, removed } = fieldsIn(answer.body["competences"])
  teller.tell(
    `enseignements retirés : ${told(answer.body["removed"])} ; marques SYS retirées : ${told(gone)}, compétences disparues : ${told(removed)}, nouvelles : ${told(marked)}`,
  )
  same(
    "seize enseignements de moins, trois compétences touchées",
    [answer.body["removed"], marked, Number(gone) + Number(removed)],
    [16, 0, 3],
  )
  same(
    "confirmée par l'établissement, elle reste à son nom",
    authors(await read(world, kept), options.dnbFrench),
    "0319001R (C)",
  )
  same(
    "portée par le seul système, elle disparaît",
    authors(await read(world, lost), options.dnbFrench),
    "absente",
  )
  const history = await portal.as(cast.collegeHead).get(`${lost.path}/${options.dnbFrench}/history`)
  const acts = listIn(history.body["acts"])
  for (const { at, act: what, author, marks } of acts)
    teller.tell(`${told(at)} ${told(what)} ${told(author ?? marks)}`)
  same(
    "mais son histoire se lit encore",
    acts.map(({ act: what, marks }) => [what, marks]),
    [
      ["CompetenceMarked", null],
      ["CompetenceRemoved", "SYS (C)"],
    ],
  )
}

/** Competences: who holds whom competent, schools that disagree, an agent, a manager. */
import { at } from "../../demonstration/exam-missions/names.ts"
import { demonstrationSchools } from "../../demonstration/exam-missions/schools.ts"
import { subjects } from "../../demonstration/exam-missions/subjects.ts"
import { structuresOf } from "../../demonstration/exam-missions/teaching.ts"
import type { Seen } from "../browser.ts"
import { schoolYear } from "./portal.ts"
import { act, authors, lineOf, ofAgent, ofSchool, options, read } from "./sheets.ts"
import { cast, listIn, member, plain, rowsOf, textsIn, told, type World } from "./world.ts"

/** The entry windows open, and one mark of the system explained. */
export const opened = async (world: World): Promise<void> => {
  const { portal, teller, same, refused } = world
  teller.step("La saisie des compétences s'ouvre ; une marque SYS s'explique")
  const sheet = ofSchool(cast.lyceeHead, lyceeTeacher)
  const before = await act(world, sheet, options.generalMaths, "confirmation")
  refused("avant l'ouverture, rien ne se saisit", before, "competence-entry.closed")
  const division = portal.as(cast.division)
  const all = await division.send("POST", `/competence-entries/${schoolYear}/opening`)
  same("la division l'ouvre à trois établissements", [all.body["opened"], all.body["kept"]], [3, 0])
  const again = await division.send("POST", `/competence-entries/${schoolYear}/opening`)
  same("une deuxième fois, rien ne change", [again.body["opened"], again.body["kept"]], [0, 3])
  const answer = await read(world, sheet)
  const line = lineOf(answer, options.generalMaths)
  teller.tell(
    `${told(line?.["exam"])}, ${told(line?.["speciality"])}, ${told(line?.["label"])} : ${told(line?.["authors"])}`,
  )
  const explanations = textsIn(line?.["explanations"]).map(plain)
  for (const one of explanations) teller.tell(one)
  teller.expect(
    "chaque raison nomme l'établissement, la matière, la classe et la ligne de la table",
    explanations.length > 0 &&
      explanations.every((one) =>
        /^Enseignement à l'établissement 0310001H : MATHEMATIQUES, .*TERMINALE GENERALE, TG\d ; ligne \d+ de la table de correspondance\.$/u.test(
          one,
        ),
      ),
  )
}

// Who teaches mathematics to a final year at the lycée.
const lyceeTeacher =
  structuresOf(at(demonstrationSchools, 1))
    .find(({ code }) => code === "TG1")
    ?.services.find(({ subject }) => subject === subjects.MAT)?.teacher.member.person ?? ""

/** The three examples of the guide. */
export const guide = async (world: World): Promise<void> => {
  const { teller, same } = world
  teller.step("Les trois exemples du guide")
  const sheet = ofSchool(cast.lyceeHead, lyceeTeacher)
  const offered = (answer: Seen): unknown => lineOf(answer, options.generalMaths)?.["actions"]
  const first = await read(world, sheet)
  same(
    "1. SYS (C) : les deux actions sont offertes",
    [authors(first, options.generalMaths), offered(first)],
    ["SYS (C)", ["confirm", "invalidate"]],
  )
  const second = await act(world, sheet, options.generalMaths, "confirmation")
  same(
    "2. confirmée : seule l'invalidation reste",
    [authors(second, options.generalMaths), offered(second)],
    ["0310001H (C) SYS (C)", ["invalidate"]],
  )
  const third = await act(world, sheet, options.generalMaths, "invalidation")
  same(
    "3. invalidée : seule la confirmation reste, et elle demeure dans la liste",
    [authors(third, options.generalMaths), offered(third)],
    ["0310001H (I) SYS (C)", ["confirm"]],
  )
  const twice = await act(world, sheet, options.generalMaths, "invalidation")
  same(
    "une action qui n'est pas offerte est refusée",
    [twice.status, twice.body["code"]],
    [409, "competence.no-change"],
  )
  teller.tell(`« ${told(twice.body["detail"])} »`)
}

/** What a school may add, and what not. */
export const added = async (world: World): Promise<void> => {
  const { portal, teller, same, done, refused } = world
  teller.step("Ajouter une épreuve option")
  const own = ofSchool(cast.collegeHead, member(11).person)
  const suggested = await portal
    .as(cast.collegeHead)
    .get(`${own.path.replace("competences", "exam-options")}?keyword=hist`)
  same(
    "à la frappe, le collège ne se voit proposer que le brevet",
    listIn(suggested.body["options"]).map(({ option }) => option),
    [options.dnbHistory],
  )
  const one = await act(world, own, options.dnbHistory, "add")
  done("le collège ajoute", one)
  same("il en est le seul auteur", authors(one, options.dnbHistory), "0319001R (C)")
  refused(
    "une deuxième fois, la phrase du guide",
    await act(world, own, options.dnbHistory, "add"),
    "competence.already-listed",
    "Impossible de créer cette epreuve option. L'épreuve option que vous voulez ajouter existe déjà dans la liste des compétences.",
  )
  refused(
    "un examen de lycée n'est pas offert à un collège",
    await act(world, own, options.generalMaths, "add"),
    "competence.exam-not-offered",
  )
  const removed = await act(world, own, options.dnbHistory, "invalidation")
  same(
    "seul auteur, il la supprime : elle disparaît",
    authors(removed, options.dnbHistory),
    "absente",
  )
}

/** An agent of two schools, which disagree. */
export const contested = async (world: World): Promise<void> => {
  const { portal, teller, same } = world
  teller.step("Deux établissements d'un même professeur ne sont pas d'accord")
  const shared = member(337).person
  const atCollege = ofSchool(cast.collegeHead, shared)
  const atVocational = ofSchool(cast.vocationalHead, shared)
  const before = await read(world, atCollege)
  same(
    "le système le dit compétent en mathématiques au brevet",
    authors(before, options.dnbMaths),
    "SYS (C)",
  )
  const one = await act(world, atCollege, options.dnbMaths, "confirmation")
  same(
    "le collège confirme",
    [authors(one, options.dnbMaths), lineOf(one, options.dnbMaths)?.["standing"]],
    ["0319001R (C) SYS (C)", "acknowledged"],
  )
  const two = await act(world, atVocational, options.dnbMaths, "invalidation")
  same(
    "le lycée professionnel invalide : elle est contestée",
    [authors(two, options.dnbMaths), lineOf(two, options.dnbMaths)?.["standing"]],
    ["0319001R (C) 0319002S (I) SYS (C)", "contested"],
  )
  const competent = await portal
    .as(cast.manager)
    .get(`/exam-options/${options.dnbMaths}/agents?standing=contested`)
  same(
    "la gestionnaire l'y trouve, contesté",
    rowsOf(competent).map(({ agent, standing }) => [agent, standing]),
    [[shared, "contested"]],
  )
}

/** The agent, a manager, and what must happen before a competence goes. */
export const allWanted = async (world: World): Promise<void> => {
  const { teller, same, refused, done } = world
  teller.step("L'agent et une gestionnaire ; une compétence ne part que si tous le veulent")
  const person = member(0).person
  const byManager = ofAgent(cast.manager, person)
  const bySchool = ofSchool(cast.collegeHead, person)
  const byAgent = ofAgent(cast.agent, person)
  const option = options.frenchWritten
  refused(
    "la gestionnaire du bac général ne se prononce pas sur le brevet",
    await act(world, byManager, options.dnbFrench, "confirmation"),
    "competence.exam-not-managed",
  )
  const one = await act(world, byManager, option, "add")
  same("elle ajoute le français des épreuves anticipées", authors(one, option), "DEC2A (C)")
  await act(world, bySchool, option, "confirmation")
  const three = await act(world, byAgent, option, "confirmation")
  same(
    "l'établissement et l'agente confirment",
    authors(three, option),
    "0319001R (C) NUMEN (C) DEC2A (C)",
  )
  const four = await act(world, bySchool, option, "invalidation")
  same(
    "l'établissement n'en veut plus : elle reste",
    authors(four, option),
    "0319001R (I) NUMEN (C) DEC2A (C)",
  )
  const five = await act(world, byAgent, option, "invalidation")
  same("l'agente non plus : elle reste", authors(five, option), "0319001R (I) NUMEN (I) DEC2A (C)")
  const six = await act(world, byManager, option, "invalidation")
  same("la gestionnaire non plus : elle disparaît", authors(six, option), "absente")
  const history = await world.portal.as(cast.agent).get(`${byAgent.path}/${option}/history`)
  const acts = listIn(history.body["acts"])
  for (const { at, act: what, author, marks } of acts)
    teller.tell(`${told(at)} ${told(what)} ${told(author ?? marks)}`)
  done("l'histoire en reste lisible", history)
  same("du premier acte au dernier", acts.map(({ act: what }) => what).at(-1), "CompetenceRemoved")
  const other = ofAgent(cast.agent, member(30).person)
  same("l'agente ne lit pas la fiche d'une collègue", (await read(world, other)).status, 403)
}

/** The entrance of the service: activities closed then opened, the menu, the welcome message. */
import { ActivityId } from "@convoque/core/exam-missions"
import { usual } from "../../configuration.ts"
import type { ExamAccount } from "../../exam-missions/accounts.ts"
import type { Seen } from "../browser.ts"
import { schoolPath } from "./portal.ts"
import { cast, fieldsIn, listIn, lycee, told, type World } from "./world.ts"

const menuIn = ({ body }: Seen): ReadonlyMap<string, string> =>
  new Map(listIn(body["menu"]).map(({ activity, state }) => [told(activity), told(state)]))

const counted = (menu: ReadonlyMap<string, string>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(menu.values(), (state) => state)].map(([state, all]) => [state, all.length]),
  )

/** Opens an activity, as the exams division. */
export const openActivity = async ({ portal }: World, activity: ActivityId): Promise<Seen> => {
  const division = portal.as(cast.division)
  const path = `/exam-service/activities/${activity}`
  const { version } = await division.get(path)
  return division.send("POST", `${path}/opening`, { version })
}

/** Everything is closed; then all but two activities are opened. */
export const activities = async (world: World): Promise<void> => {
  const { portal, teller, same, refused, done } = world
  teller.step("Les activités : toutes fermées d'abord, puis ouvertes par la division des examens")
  const head = portal.as(cast.lyceeHead)
  const entered = await head.get("/exam-service")
  same("le menu montre onze activités, toutes grisées", counted(menuIn(entered)), {
    "not-opened": 11,
  })
  same("sans message d'accueil", entered.body["welcome"], null)
  const staff = await head.get(`${schoolPath(lycee)}/staff`)
  refused(
    "la proviseure ne peut pas consulter ses personnels",
    staff,
    "activity.closed",
    "L'activité « Consultation des personnels » n'est pas ouverte par le service de gestion de l'académie.",
  )
  const opening = await head.send("POST", "/exam-service/activities/staff-consultation/opening", {
    version: '"v0"',
  })
  same("elle ne peut pas l'ouvrir elle-même", opening.status, 403)
  for (const activity of ActivityId.literals.filter((one) => !closed.has(one))) {
    const answer = await openActivity(world, activity)
    if (answer.body["state"] !== "open") done(`ouverture de ${activity}`, answer)
  }
  const list = await head.get(`${schoolPath(lycee)}/staff?limit=1`)
  done("ouvertes, elles s'offrent à la proviseure", list)
}

const closed: ReadonlySet<string> = new Set([
  "competence-validation",
  "centre-allowances",
  "other-academies",
])

/** The three states of the menu, and what a welcome message needs. */
export const menu = async (world: World): Promise<void> => {
  const { portal, teller, same, done } = world
  teller.step("Le menu et le message d'accueil")
  const enter = (account: ExamAccount): Promise<Seen> => portal.as(account).get("/exam-service")
  const ofHead = menuIn(await enter(cast.lyceeHead))
  for (const [activity, state] of ofHead) teller.tell(`${activity} : ${state}`)
  same("les trois états s'y trouvent pour la proviseure", counted(ofHead), {
    accessible: 3,
    "not-opened": 3,
    reserved: 5,
  })
  same(
    "la cheffe de centre accède à tout ce qui est ouvert",
    counted(menuIn(await enter(cast.centreHead))),
    {
      accessible: 8,
      "not-opened": 3,
    },
  )
  await portal.as(cast.centreHead).send("DELETE", "/session")
  same("une enseignante n'entre pas dans le service", (await enter(cast.agent)).status, 403)
  const welcome = "Bienvenue.\nLa saisie des compétences ferme le 30 avril 2026."
  const path = "/exam-service/welcome"
  const refusal = await portal.as(cast.division).send("PUT", path, { body: { welcome } })
  same("la division des examens n'écrit pas le message d'accueil", refusal.status, 403)
  done(
    "l'administratrice l'écrit",
    await portal.as(cast.administrator).send("PUT", path, { body: { welcome } }),
  )
  const entered = await enter(cast.lyceeHead)
  same("il s'affiche à l'entrée du service", entered.body["welcome"], welcome)
  same(
    "avec l'académie et l'établissement",
    [entered.body["academy"], fieldsIn(entered.body["school"])],
    [usual.academy, { uai: lycee, name: "LYCEE SOPHIE GERMAIN" }],
  )
}

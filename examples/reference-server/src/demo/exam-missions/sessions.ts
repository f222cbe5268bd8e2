/** One connection a school: the second delegate is refused with the hour, until it is free. */
import type { Seen } from "../browser.ts"
import { cast, listIn, lycee, told, type World } from "./world.ts"

const pageText = ({ bytes }: Seen): string =>
  new TextDecoder()
    .decode(bytes)
    .replace(/<[^>]+>/gu, " ")
    .replace(/\s+/gu, " ")

const minutesBetween = (from: unknown, to: unknown): number =>
  Math.round((Date.parse(told(to)) - Date.parse(told(from))) / 60_000)

/** Two delegates of one school. */
export const oneAtATime = async (world: World): Promise<void> => {
  const { portal, teller, same, done } = world
  teller.step("Une seule connexion par établissement")
  const head = portal.as(cast.lyceeHead)
  const deputy = portal.as(cast.lyceeDeputy)
  const session = await head.get("/session")
  const { openedAt, warnsAt, expiresAt } = session.body
  teller.tell(`ouverte ${told(openedAt)}, avertit ${told(warnsAt)}, finit ${told(expiresAt)}`)
  const extended = await head.send("POST", "/session/extension")
  done("la proviseure prolonge sa connexion", extended)
  same(
    "l'avertissement vient 25 minutes après le dernier acte, la fin 5 minutes plus tard",
    [
      minutesBetween(extended.body["now"], extended.body["warnsAt"]),
      minutesBetween(extended.body["warnsAt"], extended.body["expiresAt"]),
    ],
    [25, 5],
  )
  const refusal = await deputy.signIn()
  same("le proviseur adjoint est refusé", refusal.status, 409)
  const sentence = /sans activité, elle prendra fin à \d\d:\d\d \(heure de Paris\)/u.exec(
    pageText(refusal),
  )
  teller.tell(sentence?.[0] ?? pageText(refusal))
  same("avec l'heure à laquelle la connexion finirait", hourIn(refusal), extended.body["expiresAt"])
  await teller.leave("pages/connexion-refusee.html", refusal.bytes)
  same("et ne voit rien", (await deputy.get("/session")).status, 401)
  done("la proviseure quitte", await head.send("DELETE", "/session"))
  same("sa connexion est finie à l'instant", (await head.get("/session")).status, 401)
  same("l'adjoint entre", (await deputy.signIn()).status, 303)
  same("au nom du lycée", (await deputy.get("/session")).body["school"], lycee)
  await released(world)
}

const hourIn = ({ bytes }: Seen): string | undefined =>
  /<time datetime="([^"]+)"/u.exec(new TextDecoder().decode(bytes))?.[1]

const released = async ({ portal, teller, same, done, refused }: World): Promise<void> => {
  const administrator = portal.as(cast.administrator)
  const deputy = portal.as(cast.lyceeDeputy)
  const open = listIn((await administrator.get("/sessions")).body["schools"])
  teller.tell(`connexions ouvertes : ${open.map(({ school }) => told(school)).join(", ")}`)
  same(
    "l'administratrice voit celle du lycée",
    open.some(({ school }) => school === lycee),
    true,
  )
  same("le proviseur adjoint ne les voit pas", (await deputy.get("/sessions")).status, 403)
  done("elle y met fin", await administrator.send("DELETE", `/sessions/${lycee}`))
  same("l'adjoint n'est plus connecté", (await deputy.get("/session")).status, 401)
  refused(
    "une deuxième fois, il n'y a plus rien à libérer",
    await administrator.send("DELETE", `/sessions/${lycee}`),
    "session.not-open",
  )
  same("la proviseure revient", (await portal.as(cast.lyceeHead).signIn()).status, 303)
}

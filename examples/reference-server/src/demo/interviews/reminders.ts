/** February and April: reminders by status and by manager, tried without sending first. */
import type { CivilDate } from "@convoque/core/kernel/calendar"
import { staff } from "../../demonstration/interview-people.ts"
import type { Seen } from "../browser.ts"
import { campaign } from "./opening.ts"
import { codeOf, sentence } from "./portal.ts"
import { managers, nth, type World } from "./world.ts"

interface Plan {
  readonly recipients: ReadonlyArray<{
    readonly manager: string
    readonly name: string
    readonly interviews: number
  }>
  readonly leftOut: ReadonlyArray<{ readonly name: string; readonly reasonLabel: string }>
}

const planIn = ({ body }: Seen): Plan => ({
  recipients: (body["recipients"] ?? []) as Plan["recipients"],
  leftOut: (body["leftOut"] ?? []) as Plan["leftOut"],
})

/** Reminds the managers of what is not planned: one digest each, up to a bound. */
export const remindByStatus = async (world: World): Promise<void> => {
  const { portal, teller, done } = world
  teller.step("2 février : relance des managers dont des entretiens ne sont pas planifiés")
  await world.until("2026-02-02" as CivilDate)
  const administrator = portal.as(staff.administrator)
  const target = { _tag: "status", status: "not-planned" }
  const dry = await administrator.send("POST", `${campaign}/reminders/plan`, { body: { target } })
  const plan = planIn(dry)
  for (const { name, interviews } of plan.recipients)
    teller.tell(`${name} : ${interviews} entretiens`)
  for (const { name, reasonLabel } of plan.leftOut)
    teller.tell(`laissé de côté : ${name}, ${reasonLabel}`)
  teller.expect(
    "à blanc : cinq destinataires, un sans adresse",
    plan.recipients.length === 5 && plan.leftOut.length === 1,
  )
  teller.expect(
    "rien n'est parti",
    (await portal.deliver()).every(({ mail }) => !/relance/iu.test(mail.subject)),
  )
  const chosen = plan.recipients.slice(1).map(({ manager }) => manager)
  const send = async (body: object): Promise<Seen> =>
    administrator.send("POST", `${campaign}/reminders`, {
      version: (await administrator.get(campaign)).version,
      body,
    })
  const before = portal.mails.length
  const sent = await send({ target, managers: chosen })
  done("l'administratrice écarte un manager et envoie", sent)
  await portal.deliver()
  teller.expect("quatre courriels, un par manager", portal.mails.length - before === 4)
  const reminded = nth(managers, 1)
  await world.keepMail("Relance par statut", reminded)
  done("seconde relance le même jour", await send({ target, managers: [reminded.id] }))
  const capped = await send({ target, managers: [reminded.id] })
  teller.tell(sentence(capped))
  teller.expect(
    "la troisième de la semaine est retenue",
    codeOf(capped) === "reminder.no-recipient",
  )
}

/** Reminds one manager of all that is open with him. */
export const remindOne = async (world: World): Promise<void> => {
  const { portal, teller, done } = world
  teller.step("16 avril : relance d'un seul manager, sur tout ce qui reste ouvert")
  await world.until("2026-04-16" as CivilDate)
  const administrator = portal.as(staff.administrator)
  const manager = nth(managers, 3)
  const sent = await administrator.send("POST", `${campaign}/reminders`, {
    version: (await administrator.get(campaign)).version,
    body: { target: { _tag: "manager", manager: manager.id } },
  })
  done("François Müller-Leroy est relancé", sent)
  await world.keepMail("Relance d'un manager", manager)
}

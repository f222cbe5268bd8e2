/** January to March: dates, what hinders them, and the interviews that take place. */
import { addDays, type CivilDate } from "@convoque/core/kernel/calendar"
import { staff } from "../../demonstration/interview-people.ts"
import { campaign } from "./opening.ts"
import { codeOf, sentence } from "./portal.ts"
import { managers, nth, type World } from "./world.ts"

const day = (text: string): CivilDate => text as CivilDate

/** The days of the ordinary interviews, spread over eight weeks. */
const spread = (index: number): CivilDate => {
  const offsets = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25]
  return addDays(day("2026-02-09"), nth(offsets, (index * 7) % 20) + (index % 2) * 28)
}

/** Writes down what each interview does on its own; what is told apart stays out of it. */
export const plan = ({ agenda, file, files }: World): void => {
  const apart = new Set([1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 13, 14, 15, 16, 31, 32, 39])
  for (const index of files.keys()) {
    if (!apart.has(index)) agenda.add(file(index), { meeting: spread(index) })
  }
  agenda.add(file(1), { meeting: day("2026-02-10"), until: "propose" })
  agenda.add(file(2), { meeting: day("2026-02-12"), until: "propose" })
  agenda.add(file(3), { meeting: day("2026-02-11"), until: "propose" })
  agenda.add(file(4), { meeting: day("2026-02-13"), until: "propose" })
  agenda.add(file(5), { meeting: day("2026-02-16"), until: "hold" })
  agenda.add(file(7), { meeting: day("2026-02-18"), until: "communicate" })
  agenda.add(file(9), { meeting: day("2026-02-17"), until: "propose" })
  agenda.add(file(10), { meeting: day("2026-03-03"), until: "complete" })
  for (const index of [11, 12])
    agenda.add(file(index), { meeting: day("2026-03-05"), until: "endorse" })
  agenda.add(file(13), { meeting: day("2026-03-09"), until: "notify" })
  const on = { endorse: day("2026-04-21"), sign: day("2026-05-05"), file: day("2026-05-07") }
  for (const [index, notify] of [
    [14, "2026-04-28"],
    [15, "2026-04-30"],
    [16, "2026-04-28"],
  ] as const) {
    agenda.add(file(index), { meeting: day("2026-03-10"), on: { ...on, notify: day(notify) } })
  }
  for (const index of [31, 32]) agenda.add(file(index), { meeting: day("2026-02-18") })
  agenda.add(file(39), { meeting: day("2026-03-26"), until: "propose" })
}

/** A date too early, one without job description, then the good ones. */
export const firstDates = async (world: World): Promise<void> => {
  const { teller, file, done } = world
  teller.step("19 janvier : les premières dates, et les refus")
  await world.until(day("2026-01-19"))
  const early = await file(0).propose(day("2026-01-23"))
  teller.tell(sentence(early))
  const values = early.body["values"] as { readonly earliest?: string } | undefined
  teller.expect(
    "quatre jours plus tard, c'est trop tôt : le 27 janvier au plus tôt",
    codeOf(early) === "interview.notice-too-short" && values?.earliest === "2026-01-27",
  )
  const bare = await file(0).act(file(0).superior(), "proposal", {
    method: "PUT",
    body: { meeting: { date: "2026-02-09" }, enclosures: [{ kind: "report-template" }] },
  })
  teller.tell(sentence(bare))
  teller.expect("sans fiche de poste, rien ne part", codeOf(bare) === "interview.enclosure-missing")
  const read = await file(0).read(file(0).agent)
  teller.expect("l'entretien est toujours à planifier", read.body["status"] === "not-planned")
  await world.until(day("2026-01-26"))
  done("la date est proposée, fiche de poste jointe", await file(0).read(file(0).superior()))
  await world.keepMail("Proposition de date", file(0).agent)
  const { superior, path } = file(0)
  await world.keepFile(
    "documents/compte-rendu-vierge.pdf",
    await world.portal.as(superior()).get(`${path}/blank-report.pdf`),
  )
  const notes = file(0)
    .report.parts.flatMap((part) => ("text" in part ? [part.text] : []))
    .slice(0, 4)
  const prepared = await file(0).act(superior(), "preparation", { method: "PUT", body: { notes } })
  done("la supérieure note sa préparation", prepared)
}

/** A date that is postponed, and one that is withdrawn. */
export const hindrances = async (world: World): Promise<void> => {
  const { teller, file, agenda, done } = world
  teller.step("Février : report, date retirée")
  await world.until(day("2026-02-03"))
  const postponed = await file(1).act(file(1).superior(), "postponement", {
    body: {
      meeting: {
        date: "2026-02-17",
        time: "15:00",
        place: "Salle du conseil",
        durationMinutes: 60,
      },
      reason: "Réunion des chefs de centre avancée au 10 février.",
    },
  })
  done("le report est possible, le délai court de nouveau", postponed)
  await world.keepMail("Report", file(1).agent)
  agenda.add(file(1), { meeting: day("2026-02-17"), from: "hold" })
  await world.until(day("2026-02-05"))
  const unplanned = await file(2).act(file(2).superior(), "unplanning", {
    body: { reason: "Arrêt de travail de l'agent jusqu'à la fin du mois." },
  })
  teller.expect(
    "la date est retirée, à planifier de nouveau",
    unplanned.body["status"] === "not-planned",
  )
  await world.keepMail("Date retirée", file(2).agent)
  agenda.add(file(2), { meeting: day("2026-03-12") })
}

/** Somebody who does not come, somebody who will not, and an interview that was too short. */
export const misses = async (world: World): Promise<void> => {
  const { teller, file, agenda, done } = world
  teller.step("Février : absence, entretien trop court, refus")
  await world.until(day("2026-02-12"))
  const absent = await file(3).act(file(3).superior(), "not-held", {
    body: { reason: "agent-absent", details: "Absence signalée le matin même." },
  })
  teller.expect(
    "l'agente était absente, l'entretien n'a pas eu lieu",
    absent.body["state"] === "not-held",
  )
  agenda.add(file(3), { meeting: day("2026-03-04") })
  await world.until(day("2026-02-13"))
  const short = await file(4).hold(35)
  teller.tell(sentence(short))
  teller.expect(
    "trente-cinq minutes : un avertissement",
    codeOf(short) === "interview.duration-too-short",
  )
  const third = await file(4).act(file(4).superior(), "holding", {
    body: {
      ...heldWith(world),
      participants: [file(4).agent.id, file(4).superior().id, staff.service.id],
    },
  })
  teller.tell(sentence(third))
  teller.expect("aucun tiers ne participe", codeOf(third) === "interview.third-party-present")
  const acknowledged = [{ code: "interview.duration-too-short", subject: file(4).agent.id }]
  done("l'avertissement est assumé, l'entretien est tenu", await file(4).hold(35, acknowledged))
  agenda.add(file(4), { meeting: day("2026-02-13"), from: "draft" })
  await world.until(day("2026-02-18"))
  done(
    "l'agent refuse de se rendre à l'entretien, c'est consigné",
    await refusedBy(world, "Refus oral, devant la cheffe adjointe."),
  )
}

const heldWith = ({ portal, terms }: World) => ({
  date: portal.today(),
  durationMinutes: 60,
  discussed: terms.template.sections.map(({ section }) => section),
})

const refusedBy = ({ file }: World, details: string) =>
  file(9).act(file(9).superior(), "not-held", { body: { reason: "agent-refused", details } })

/** A superior leaves: her interviews go to another one, in one act, and both are told. */
export const replacement = async (world: World): Promise<void> => {
  const { portal, teller, files, done } = world
  teller.step("2 mars : une cheffe de bureau est remplacée en cours de campagne")
  await world.until(day("2026-03-02"))
  const former = nth(managers, 4)
  const next = nth(managers, 3)
  const moved = files.filter((file) => file.superior() === former)
  const answer = await portal.as(staff.service).send("POST", `${campaign}/moves`, {
    body: {
      superior: next.id,
      reason: "Départ de Noëlle Saint-Exupéry vers un autre service.",
      interviews: moved.map(({ key }) => key),
    },
  })
  done("six entretiens passent à François Müller-Leroy", answer)
  for (const file of moved) file.moveTo(next)
  await world.keepMail("Remplacement, ancienne supérieure", former)
  await world.keepMail("Remplacement, nouveau supérieur", next)
  await world.keepMail("Remplacement, agente", nth(moved, 2).agent)
  const shut = await portal.as(former).get(nth(moved, 2).path)
  teller.expect("l'ancienne supérieure ne lit plus ces entretiens", shut.status === 403)
  await world.until(day("2026-03-03"))
  const again = await world.file(9).propose(day("2026-03-19"))
  done("l'agent qui a refusé de venir est invité une seconde fois", again)
}

/** An agent leaves: the interview is deleted and stays counted. */
export const softDeletion = async (world: World): Promise<void> => {
  const { portal, teller, file, done } = world
  teller.step("16 mars : un agent quitte le service, son entretien est supprimé mais compté")
  await world.until(day("2026-03-16"))
  const deleted = await file(39).act(staff.service, "deletion", {
    body: { reason: "Mutation de l'agente au 1er avril 2026." },
  })
  done("l'entretien est supprimé", deleted)
  const followed = await portal.as(staff.service).get(campaign)
  const figures = followed.body["figures"] as { readonly counts?: Record<string, number> }
  teller.expect("il reste compté parmi les supprimés", figures.counts?.["deleted"] === 1)
  const own = await portal.as(file(39).agent).get("/my-interviews")
  teller.expect("il n'est plus dans la liste de l'agente", own.body["count"] === 0)
  await world.until(day("2026-03-20"))
  const refused = await refusedBy(world, "Refus écrit, joint au dossier du bureau.")
  done("l'agent invité une seconde fois refuse encore", refused)
}

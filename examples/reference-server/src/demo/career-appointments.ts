/**
 * The worked scenario of career appointments: two evaluators set an agent's three appointments,
 * one convocation leaves when the last one has set his, the agent asks to postpone, the changed
 * appointment is issued again; elsewhere a file is cancelled.
 */
import {
  addDays,
  type CivilDate,
  civilDayAt,
  instantFromMillis,
  longDate,
  schoolYearOf,
  weekday,
  Zone,
} from "@convoque/core/kernel/calendar"
import { demonstrationCampaign, demonstrationTerms } from "../demonstration/campaign.ts"
import { people } from "../demonstration/people.ts"
import type { Teller } from "./account.ts"
import { type Browser, type Seen, signIn } from "./browser.ts"
import { leaveMail } from "./leave-mail.ts"
import type { Stage } from "./stage.ts"

const campaign = `/career-campaigns/${demonstrationCampaign}`
const files = `${campaign}/files`
const confirmed = (agent: string) => [{ code: "convocation.confirmation-required", subject: agent }]
const labels = {
  first: "Les premiers rendez-vous sont fixés",
  issued: "Tous les rendez-vous sont fixés et la convocation est émise",
  modified: "Le rendez-vous a été modifié",
} as const

interface Cast {
  readonly manager: Browser
  readonly inspector: Browser
  readonly head: Browser
  readonly eloise: Browser
}

/** Plays the scenario. */
export const playCareerAppointments = async (stage: Stage, teller: Teller): Promise<void> => {
  const as = (id: string) => signIn(stage.server, stage.origin, id)
  const cast: Cast = {
    manager: await as(people.manager.id),
    inspector: await as(people.inspector.id),
    head: await as(people.head.id),
    eloise: await as(people.eloise.id),
  }
  const today = civilDayAt(instantFromMillis(Date.now()), Zone.make("Europe/Paris"))
  const visit = openDay(today, 35)
  const days = { visit, head: openDay(visit, 7), moved: openDay(visit, 14) }
  await open(cast, teller, today)
  await firstEvaluator(stage, cast, teller, days)
  await lastEvaluator(stage, cast, teller, days)
  await postponement(stage, cast, teller, days)
  await elsewhere(stage, cast, teller, days)
  await follow(cast, teller)
}

type Days = { readonly visit: CivilDate; readonly head: CivilDate; readonly moved: CivilDate }

// Neither a weekend nor the end of the year.
const openDay = (today: CivilDate, distance: number): CivilDate => {
  const day = addDays(today, distance)
  if (weekday(day) > 5) return openDay(today, distance + 8 - weekday(day))
  return day.slice(5) >= "12-19" || day.slice(5) <= "01-04" ? openDay(today, distance + 7) : day
}

const open = async ({ manager }: Cast, teller: Teller, today: CivilDate): Promise<void> => {
  teller.step("Le gestionnaire crée la campagne et inscrit les agents par un fichier CSV")
  const created = await manager.send("POST", "/career-campaigns", {
    body: {
      campaign: demonstrationCampaign,
      schoolYear: schoolYearOf(today),
      managers: [people.manager.id],
      terms: demonstrationTerms,
    },
  })
  teller.expect("la campagne est créée", created.status === 201)
  const header = "agent;regional-inspector;school-head"
  const evaluators = `${people.inspector.id};${people.head.id}`
  const wrong = await manager.send("POST", `${campaign}/enrolments`, {
    body: { csv: `${header}\n${people.eloise.id};${evaluators}\ninconnu;${evaluators}\n` },
  })
  teller.tell(String(wrong.body["detail"]))
  teller.expect(
    "un fichier fautif est refusé en entier, ligne et colonne données",
    wrong.status === 422,
  )
  const enrolled = await manager.send("POST", `${campaign}/enrolments`, {
    body: {
      csv: `${header}\n${[people.eloise, people.lukasz, people.teva, people.noEmail]
        .map(({ id }) => `${id};${evaluators}`)
        .join("\n")}\n`,
    },
  })
  teller.expect("quatre agents sont inscrits", enrolled.body["opened"] === 4)
}

const item = (slot: string, date: CivilDate, hours: readonly [string, string], place: string) => ({
  slot,
  date,
  start: hours[0],
  end: hours[1],
  place,
  zone: "Europe/Paris",
})

const room = "Lycée Olympe-de-Gouges, salle B 204"

const inspectorItems = (day: CivilDate, start = "08:00") => [
  item("inspection-visit", day, [start, "09:00"], room),
  item("regional-inspector-interview", day, ["09:15", "10:00"], "Bureau des inspecteurs, 2e étage"),
]

const firstEvaluator = async (
  stage: Stage,
  { inspector }: Cast,
  teller: Teller,
  days: Days,
): Promise<void> => {
  teller.step("La première évaluatrice fixe ses deux rendez-vous avec Éloïse d'Arcy")
  const path = `${files}/${people.eloise.id}`
  const list = await inspector.get(files)
  teller.expect("elle voit ses quatre agents", list.body["count"] === 4)
  const file = await inspector.get(path)
  teller.expect(
    "elle sait qu'enregistrer n'enverra rien",
    inside(file, "effectOfSave", "regional-inspector") === "record",
  )
  const wrong = await inspector.send("PUT", `${path}/roles/regional-inspector/appointments`, {
    version: file.version,
    body: { items: inspectorItems(days.visit, "8:0") },
  })
  teller.tell(String(wrong.body["detail"]))
  teller.expect("« 8:0 » est refusé", wrong.body["code"] === "appointment.time-format")
  const saved = await inspector.send("PUT", `${path}/roles/regional-inspector/appointments`, {
    version: file.version,
    body: { items: inspectorItems(days.visit) },
  })
  teller.tell(`${longDate(days.visit)} : ${labelsIn(saved)}`)
  teller.expect(`l'état affiché est « ${labels.first} »`, labelsIn(saved) === labels.first)
  teller.expect("aucun courriel ne part", (await stage.deliver()).length === 0)
}

const lastEvaluator = async (
  stage: Stage,
  { head, eloise }: Cast,
  teller: Teller,
  days: Days,
): Promise<void> => {
  teller.step("Le dernier évaluateur fixe le sien : la convocation part")
  const path = `${files}/${people.eloise.id}`
  const file = await head.get(path)
  teller.expect(
    "il sait qu'enregistrer enverra la convocation",
    inside(file, "effectOfSave", "school-head") === "record-and-send",
  )
  const body = {
    items: [item("school-head-interview", days.head, ["14:00", "15:00"], "Bureau du proviseur")],
  }
  const save = `${path}/roles/school-head/appointments`
  const asked = await head.send("PUT", save, { version: file.version, body })
  teller.tell(String(asked.body["detail"]))
  teller.expect("une confirmation est demandée", asked.status === 409)
  teller.expect("sans elle rien n'est enregistré", (await head.get(path)).version === file.version)
  const issued = await head.send("PUT", save, {
    version: file.version,
    body: { ...body, acknowledged: confirmed(people.eloise.id) },
  })
  teller.expect(`l'état affiché est « ${labels.issued} »`, labelsIn(issued) === labels.issued)
  const stale = await head.send("PUT", save, { version: file.version, body })
  teller.expect("une version dépassée reçoit 412", stale.status === 412)
  const mails = await stage.deliver()
  teller.expect("un seul courriel part, à l'agent", mails.length === 1)
  for (const mail of mails) await leaveMail(mail, "1-convocation", teller)
  const portal = await eloise.get("/my/career-appointments")
  teller.expect("l'agent voit sa convocation dans son portail", portal.body["count"] === 1)
}

const postponement = async (
  stage: Stage,
  { head, eloise }: Cast,
  teller: Teller,
  days: Days,
): Promise<void> => {
  teller.step("L'agent demande un report, le rendez-vous est déplacé, la convocation est réémise")
  const path = `${files}/${people.eloise.id}`
  const file = await eloise.get(path)
  const asked = await eloise.send("POST", `${path}/postponements`, {
    version: file.version,
    body: { slots: ["school-head-interview"], reason: "Jury d'examen ce jour-là." },
  })
  teller.expect("la demande est enregistrée", asked.body["state"] === "postponement-requested")
  const moved = await head.send("PUT", `${path}/appointments/school-head-interview`, {
    version: asked.version,
    body: {
      role: "school-head",
      date: days.moved,
      start: "10:30",
      end: "11:30",
      place: "Bureau du proviseur",
      zone: "Europe/Paris",
      acknowledged: confirmed(people.eloise.id),
    },
  })
  teller.tell(`${longDate(days.moved)} : ${labelsIn(moved)}`)
  teller.expect(
    "le rendez-vous est affiché modifié, la convocation émise",
    labelsIn(moved) === `${labels.modified} / ${labels.issued}`,
  )
  const mails = await stage.deliver()
  teller.expect("la convocation modifiée part en un courriel", mails.length === 1)
  for (const mail of mails) {
    await leaveMail(mail, "2-convocation-modifiee", teller)
    const calendars = mail.mail.parts.filter(({ mediaType }) => mediaType === "text/calendar")
    const texts = calendars.map(({ bytes }) => new TextDecoder().decode(bytes))
    teller.expect(
      "les trois invitations portent SEQUENCE:1",
      texts.length === 3 && texts.every((text) => /^SEQUENCE:1\r?$/mu.test(text)),
    )
  }
  const accepted = await eloise.send("POST", `${path}/acceptance`, { version: moved.version })
  teller.expect("l'agent accepte", accepted.body["state"] === "accepted")
  const pdf = await eloise.get(`${path}/convocation.pdf`)
  teller.expect("il retrouve le PDF dans son portail", isPdf(pdf))
}

const elsewhere = async (
  stage: Stage,
  { manager, inspector, head }: Cast,
  teller: Teller,
  days: Days,
): Promise<void> => {
  teller.step("Double réservation, agent sans adresse, annulation")
  const path = `${files}/${people.lukasz.id}`
  const file = await inspector.get(path)
  const set = `${path}/roles/regional-inspector/appointments`
  const items = inspectorItems(days.visit)
  const warned = await inspector.send("PUT", set, { version: file.version, body: { items } })
  teller.tell(String(warned.body["detail"]))
  teller.expect("elle est avertie", warned.body["code"] === "evaluator.double-booked")
  const later = [
    item("inspection-visit", days.visit, ["13:00", "14:00"], "Lycée Łódzki, salle 3"),
    item("regional-inspector-interview", days.visit, ["14:15", "15:00"], "Lycée Łódzki, salle 3"),
  ]
  const saved = await inspector.send("PUT", set, { version: file.version, body: { items: later } })
  const issued = await head.send("PUT", `${path}/roles/school-head/appointments`, {
    version: saved.version,
    body: {
      items: [item("school-head-interview", days.head, ["09:00", "10:00"], "Bureau du proviseur")],
      acknowledged: confirmed(people.lukasz.id),
    },
  })
  teller.expect("la convocation de Łukasz Wiśniewski est émise", labelsIn(issued) === labels.issued)
  for (const mail of await stage.deliver()) await leaveMail(mail, "3-noms-d-ailleurs", teller)
  const cancelled = await manager.send("POST", `${path}/cancellation`, {
    version: issued.version,
    body: { reason: "Mutation de l'agent.", acknowledged: confirmed(people.lukasz.id) },
  })
  teller.expect("le dossier est annulé", cancelled.body["state"] === "cancelled")
  const mails = await stage.deliver()
  for (const mail of mails) await leaveMail(mail, "4-annulation", teller)
  const calendars = mails.flatMap(({ mail }) => mail.parts)
  teller.expect(
    "l'agenda de l'agent reçoit trois annulations",
    calendars.filter(({ bytes }) => new TextDecoder().decode(bytes).includes("METHOD:CANCEL"))
      .length === 3,
  )
  const nobody = `${files}/${people.noEmail.id}`
  const first = await inspector.send("PUT", `${nobody}/roles/regional-inspector/appointments`, {
    version: (await inspector.get(nobody)).version,
    body: {
      items: [
        item("inspection-visit", days.visit, ["15:30", "16:15"], room),
        item("regional-inspector-interview", days.visit, ["16:30", "17:00"], room),
      ],
    },
  })
  const refused = await head.send("PUT", `${nobody}/roles/school-head/appointments`, {
    version: first.version,
    body: {
      items: [item("school-head-interview", days.head, ["11:00", "12:00"], "Bureau du proviseur")],
      acknowledged: confirmed(people.noEmail.id),
    },
  })
  teller.tell(String(refused.body["detail"]))
  teller.expect("sans adresse rien ne part", refused.body["code"] === "agent.no-email-address")
}

const follow = async ({ manager }: Cast, teller: Teller): Promise<void> => {
  teller.step("Le gestionnaire suit la campagne et relance")
  const state = await manager.get(campaign)
  teller.tell(`dossiers par état : ${JSON.stringify(state.body["byState"])}`)
  const plan = await manager.send("POST", `${campaign}/reminders`, { body: { dryRun: true } })
  teller.tell(`seraient relancés : ${JSON.stringify(plan.body["evaluators"])}`)
  teller.expect("il sait qui serait relancé", plan.status === 200)
  const history = await manager.get(`${files}/${people.eloise.id}`)
  const acts = (history.body["history"] ?? []) as ReadonlyArray<{ readonly _tag: string }>
  teller.tell(`actes du dossier : ${acts.map(({ _tag }) => _tag).join(", ")}`)
  teller.expect("l'historique est complet", acts.length === 8)
}

const labelsIn = ({ body }: Seen): string =>
  Array.isArray(body["labels"]) ? body["labels"].join(" / ") : JSON.stringify(body)

const inside = ({ body }: Seen, name: string, key: string): unknown =>
  (body[name] as Readonly<Record<string, unknown>> | undefined)?.[key]

const isPdf = ({ bytes }: Seen): boolean => new TextDecoder().decode(bytes.slice(0, 5)) === "%PDF-"

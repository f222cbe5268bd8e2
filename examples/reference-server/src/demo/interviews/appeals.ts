/** May to September: deadlines and their proofs, appeals won, lost and late. */
import { wordingFr } from "@convoque/core/interviews"
import { type CivilDate, longDate } from "@convoque/core/kernel/calendar"
import { staff } from "../../demonstration/interview-people.ts"
import type { Seen } from "../browser.ts"
import type { File } from "./file.ts"
import { codeOf, type Sent, sentence, told } from "./portal.ts"
import type { World } from "./world.ts"

const day = (text: string): CivilDate => text as CivilDate

const onAppeal = async (
  { portal }: World,
  file: File,
  {
    by,
    rest = "",
    ...sent
  }: Sent & { readonly by: { readonly id: File["agent"]["id"] }; readonly rest?: string },
): Promise<Seen> => {
  const visitor = portal.as(by)
  const read = await visitor.get(`${file.path}/appeal`)
  return visitor.send("POST", `${file.path}/appeal${rest}`, {
    ...sent,
    version: read.version ?? '"v0"',
  })
}

/** The deadlines of a file, as a calendar and on paper, with the proofs of four answers. */
export const deadlines = async (world: World): Promise<void> => {
  const { teller, file } = world
  teller.step("11 mai : les délais, en agenda et en preuves")
  await world.until(day("2026-05-11"))
  const won = file(14)
  await world.keepFile("suivi/delais-et-recours.ics", await won.read(won.agent, "/deadlines.ics"))
  await world.keepFile("documents/delais.pdf", await won.read(won.agent, "/deadlines.pdf"))
  const proofs = [
    [won, "hierarchical-appeal", "2026-05-15", "yes", "recours-ascension"],
    [won, "hierarchical-appeal", "2026-05-18", "yes-late", "recours-tardif"],
    [file(0), "interview", "2026-01-30", "too-early", "convocation-trop-tot"],
    [file(5), "communicate", "2026-03-25", "yes-late", "communication-tardive"],
  ] as const
  for (const [one, act, on, answer, name] of proofs) {
    const proof = await one.read(one.agent, `/deadlines/${act}?on=${on}`)
    const words = wordingFr.documents.deadlines
    const label = told(proof.body["label"] ?? act)
    teller.tell(`${words.question(label, longDate(day(on)))} ${words.answers[answer]}`)
    teller.expect(`la réponse est celle-là (${name})`, proof.body["answer"] === answer)
    await world.keepFile(
      `documents/preuve-${name}.pdf`,
      await one.read(one.agent, `/deadlines/${act}/proof.pdf?on=${on}`),
    )
  }
}

/** An appeal lodged on its last day, which a holiday put off. */
export const won = async (world: World): Promise<void> => {
  const { teller, file, done } = world
  const one = file(14)
  teller.step("15 mai : recours formé le dernier jour, l'Ascension ayant prolongé le délai")
  await world.until(day("2026-05-15"))
  const lodged = await onAppeal(world, one, {
    by: one.agent,
    body: {
      date: "2026-05-15",
      grounds:
        "Les difficultés relevées tiennent à l'absence de renfort pendant la session de mars, dont le compte rendu ne dit rien. Je demande que cette appréciation soit revue.",
    },
  })
  done("le recours est enregistré", lodged)
  const lodging = lodged.body["lodging"] as { readonly late?: boolean } | undefined
  teller.expect("il n'est pas tardif", lodging?.late === false)
}

/** The authority revises a part of the report. */
export const revised = async (world: World): Promise<void> => {
  const { teller, file, done } = world
  const one = file(14)
  teller.step("28 mai : l'autorité fait droit en partie au premier recours")
  await world.until(day("2026-05-28"))
  const report = {
    parts: [
      {
        _tag: "text",
        section: "difficulties",
        text: "Le calendrier de deux concours s'est chevauché en mars, sans le renfort demandé par l'agente. Elle a tenu les délais légaux malgré cette situation, qui ne lui est pas imputable.",
      },
    ],
    attachments: [],
  }
  const bare = await onAppeal(world, one, {
    by: staff.authority,
    rest: "/answer",
    body: { date: "2026-05-28", outcome: "partly-granted", reasons: "Le contexte est établi." },
  })
  teller.tell(sentence(bare))
  teller.expect(
    "pas de révision sans texte révisé",
    codeOf(bare) === "appeal.revised-report-missing",
  )
  const answered = await onAppeal(world, one, {
    by: staff.authority,
    rest: "/answer",
    body: {
      date: "2026-05-28",
      outcome: "partly-granted",
      reasons:
        "L'absence de renfort est établie par le planning du bureau. L'appréciation des difficultés est revue ; les autres rubriques sont maintenues.",
      revised: report,
    },
  })
  done("l'autorité révise une partie du compte rendu", answered)
  await world.keepMail("Recours, réponse", one.agent)
}

/** The final report reaches the agent, who acknowledges it. */
export const final = async (world: World): Promise<void> => {
  const { teller, file, done } = world
  const one = file(14)
  teller.step("5 juin : le compte rendu définitif")
  await world.until(day("2026-06-05"))
  const notification = { means: "registered-letter", fate: "delivered", on: "2026-06-05" }
  const notified = await onAppeal(world, one, {
    by: staff.service,
    rest: "/notification",
    body: { notification },
  })
  done("le compte rendu définitif est notifié", notified)
  await world.until(day("2026-06-08"))
  const acknowledged = await onAppeal(world, one, {
    by: one.agent,
    rest: "/acknowledgement",
    body: { date: "2026-06-08" },
  })
  done("l'agente en accuse réception", acknowledged)
  await world.keepFile("documents/recours-abouti.pdf", await one.read(one.agent, "/appeal.pdf"))
  await world.keepFile(
    "documents/compte-rendu-definitif.pdf",
    await one.read(one.agent, "/final-report.pdf"),
  )
}

/** An appeal in time, to which the authority will not answer. */
export const lodged = async (world: World): Promise<void> => {
  const { teller, file, done } = world
  teller.step("12 mai : un premier recours")
  await world.until(day("2026-05-12"))
  const grounds =
    "Je conteste l'appréciation de mes résultats, qui ne tient pas compte de deux mois d'intérim."
  const answer = await onAppeal(world, file(15), {
    by: file(15).agent,
    body: { date: "2026-05-12", grounds },
  })
  done("un agent forme un recours hiérarchique, dans le délai", answer)
}

/** The late one: recorded as late, and answered. */
export const late = async (world: World): Promise<void> => {
  const { teller, file, done } = world
  teller.step("18 mai : un recours tardif")
  await world.until(day("2026-05-18"))
  const lodged = await onAppeal(world, file(16), {
    by: file(16).agent,
    body: { date: "2026-05-18", grounds: "Je demande la révision de l'ensemble du compte rendu." },
  })
  done("le recours tardif est enregistré", lodged)
  const lodging = lodged.body["lodging"] as
    | { readonly late?: boolean; readonly lastDay?: string }
    | undefined
  teller.tell(`dernier jour : ${String(lodging?.lastDay)}`)
  teller.expect("il est marqué tardif", lodging?.late === true)
}

/** The authority rejects the late appeal, and lets the other one's period pass. */
export const silence = async (world: World): Promise<void> => {
  const { portal, teller, file, done } = world
  teller.step("29 mai : le recours tardif est rejeté, l'autre reste sans réponse")
  await world.until(day("2026-05-29"))
  const rejected = await onAppeal(world, file(16), {
    by: staff.authority,
    rest: "/answer",
    body: {
      date: "2026-05-29",
      outcome: "rejected",
      reasons:
        "Le recours a été reçu le 18 mai 2026, alors que le délai s'achevait le 15 mai 2026.",
    },
  })
  done("le recours tardif est rejeté", rejected)
  await world.keepMail("Recours tardif, réponse", file(16).agent)
  const silent = await file(15).read(file(15).agent, "/appeal")
  const list = await portal.as(staff.authority).get("/interview-appeals")
  teller.tell(`recours de l'autorité : ${String(list.body["count"])}`)
  teller.expect("le silence est constaté par l'ordonnanceur", silent.body["_tag"] === "unanswered")
}

/** The agent who got no answer goes to the committee. */
export const referral = async (world: World): Promise<void> => {
  const { teller, file, done } = world
  const one = file(15)
  teller.step("15 juin : la commission est saisie")
  await world.until(day("2026-06-15"))
  const referred = await onAppeal(world, one, {
    by: one.agent,
    rest: "/referral",
    body: { date: "2026-06-15" },
  })
  done("l'agent saisit la commission", referred)
}

/** The committee gives its opinion, and the report is maintained. */
export const committee = async (world: World): Promise<void> => {
  const { teller, file, done } = world
  const one = file(15)
  teller.step("Septembre : l'avis de la commission, le compte rendu est maintenu")
  await world.until(day("2026-09-10"))
  const opinion = await onAppeal(world, one, {
    by: staff.service,
    rest: "/opinion",
    body: {
      date: "2026-09-10",
      text: "La commission, à la majorité, est d'avis de maintenir le compte rendu, l'intérim y étant mentionné sous la rubrique Résultats.",
    },
  })
  done("son avis est enregistré", opinion)
  await world.until(day("2026-09-24"))
  const decided = await onAppeal(world, one, {
    by: staff.authority,
    rest: "/decision",
    body: { date: "2026-09-24", outcome: "rejected" },
  })
  done("l'autorité maintient le compte rendu", decided)
  await world.keepMail("Recours, décision après avis", one.agent)
  await world.keepFile("documents/recours-rejete.pdf", await one.read(one.agent, "/appeal.pdf"))
}

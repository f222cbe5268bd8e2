/** October and December: a small campaign is deleted for good; next year is prepared. */
import { interviewRef, type InterviewName, Report } from "@convoque/core/interviews"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import { Outbox, PersonnelFile, Storage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { pairs, staff } from "../../demonstration/interview-people.ts"
import { demonstrationTenant as tenant } from "../../demonstration/people.ts"
import { type File, fileOf } from "./file.ts"
import { termsOf, trialId, trialTerms } from "./opening.ts"
import { codeOf, sentence } from "./portal.ts"
import { managers, nth, type World } from "./world.ts"

const day = (text: string): CivilDate => text as CivilDate

const trial = `/interview-campaigns/${trialId}`

const opened = async (
  { portal, done }: World,
  campaign: {
    readonly id: string
    readonly terms: ReturnType<typeof termsOf>
    readonly count: number
  },
): Promise<ReadonlyArray<File>> => {
  const administrator = portal.as(staff.administrator)
  const { id, terms, count } = campaign
  done(
    `la campagne « ${terms.label} » est ouverte`,
    await administrator.send("POST", "/interview-campaigns", { body: { campaign: id, terms } }),
  )
  const some = pairs.slice(14, 14 + count)
  const lines = some.map(
    ({ agent, superior }) => `${agent.id};${superior.id};${staff.authority.id}`,
  )
  const path = `/interview-campaigns/${id}`
  const filled = await administrator.send("POST", `${path}/population`, {
    version: (await administrator.get(path)).version,
    bytes: new TextEncoder().encode(`agent;superior;authority\n${lines.join("\n")}\n`),
    mediaType: "text/csv",
  })
  done(`${count} entretiens y sont ouverts`, filled)
  return some.map(({ agent, superior }, index) =>
    fileOf(portal, { agent, superior, terms, index, theme: managers.indexOf(superior) }),
  )
}

const kept = ({ portal }: World, file: File) =>
  portal.stage.run(
    Effect.orDie(Effect.flatMap(PersonnelFile, (files) => files.list(tenant, file.agent.id))),
  )

const traces = ({ portal }: World, file: File) =>
  portal.stage.run(
    Effect.orDie(
      Effect.gen(function* () {
        const { type, year } = { type: trialTerms.procedure.type, year: trialTerms.year }
        const name: InterviewName = { tenant, type, year, agent: file.agent.id }
        const [{ version }] = yield* (yield* Storage).load([interviewRef(name)])
        const outbox = yield* Outbox
        const about = { kind: "interview", key: file.key }
        const mails = yield* outbox.list({ tenant, about, limit: 100 })
        return { version, mails: mails.length }
      }),
    ),
  )

/** A small campaign, opened by mistake and gone for good; what it filed stays. */
export const deletion = async (world: World): Promise<void> => {
  const { portal, teller, done } = world
  teller.step("Octobre : une petite campagne ouverte par erreur est supprimée sans retour")
  await world.until(day("2026-10-05"))
  const files = await opened(world, { id: trialId, terms: trialTerms, count: 3 })
  const first = nth(files, 0)
  const before = (await kept(world, first)).length
  for (const file of files) done("une date est proposée", await file.propose(day("2026-10-14")))
  await world.until(day("2026-10-14"))
  done("un premier entretien est tenu", await first.hold())
  done("son compte rendu est écrit", await first.draft(trialReport))
  done("la manager signe", await first.communicate())
  done("la collaboratrice signe", await first.sign())
  await world.until(day("2026-10-15"))
  const filed = (await kept(world, first)).length
  teller.expect("le compte rendu signé est au dossier", filed === before + 1)
  teller.expect(
    "trois courriels gardent la trace des dates",
    (await traces(world, first)).mails > 0,
  )
  await erase(world, files)
  for (const file of files) {
    const left = await traces(world, file)
    teller.expect(
      `${file.agent.familyName} : plus d'actes ni de courriels`,
      left.version === 0 && left.mails === 0,
    )
  }
  teller.expect(
    "le dossier de l'agente n'a pas changé",
    (await kept(world, first)).length === filed,
  )
  const gone = await portal.as(staff.administrator).get(trial)
  teller.tell(sentence(gone))
  teller.expect("la campagne n'existe plus", gone.status === 404)
  const again = await portal.as(staff.administrator).send("POST", "/interview-campaigns", {
    body: { campaign: trialId, terms: trialTerms },
  })
  teller.tell(sentence(again))
  teller.expect("il en reste une trace, son nom n'est pas réutilisé", again.status === 409)
}

const erase = async ({ portal, teller }: World, files: ReadonlyArray<File>): Promise<void> => {
  const administrator = portal.as(staff.administrator)
  const { version } = await administrator.get(trial)
  const path = `${trial}/deletion`
  const stranger = await portal.as(staff.service).send("POST", path, { version, body: {} })
  teller.expect("le service RH ne supprime pas de campagne", stranger.status === 403)
  const asked = await administrator.send("POST", path, { version, body: {} })
  teller.tell(sentence(asked))
  teller.expect("une confirmation est demandée", codeOf(asked) === "campaign.confirmation-required")
  const acknowledged = [{ code: "campaign.confirmation-required", subject: trialId }]
  const erased = await administrator.send("POST", path, { version, body: { acknowledged } })
  teller.expect("trois entretiens sont effacés", erased.body["interviews"] === files.length)
}

const trialReport = Schema.decodeUnknownSync(Report)({
  parts: [
    {
      _tag: "text",
      section: "review",
      text: "Prise de poste réussie ; autonomie acquise en six mois.",
    },
    { _tag: "objectives", section: "objectives", objectives: [{ text: "Tenir seule le guichet" }] },
    { _tag: "text", section: "career-prospects", text: "Souhaite rester sur ce poste." },
    {
      _tag: "training-needs",
      section: "training-needs",
      needs: [{ text: "Accueil téléphonique", purpose: "post" }],
    },
  ],
  attachments: [],
})

/** The next campaign: the superior prepares it with the report of this year before him. */
export const nextYear = async (world: World): Promise<void> => {
  const { teller, done } = world
  teller.step("Décembre : la campagne de 2027 se prépare avec le compte rendu de 2026")
  await world.until(day("2026-12-07"))
  const [file] = await opened(world, {
    id: "campagne-2027",
    terms: termsOf(2027),
    count: 1,
  })
  if (file === undefined) return
  const notes = [
    "Fiche de poste à mettre à jour : la gestion des aménagements a été reprise au bureau.",
    "Année marquée par la réforme du calendrier des concours.",
  ]
  done(
    "le supérieur note sa préparation",
    await file.act(file.superior(), "preparation", { method: "PUT", body: { notes } }),
  )
  await world.keepFile(
    "documents/preparation-2027.pdf",
    await file.read(file.superior(), "/preparation.pdf"),
  )
  await world.keepFile(
    "documents/compte-rendu-precedent.pdf",
    await file.read(file.superior(), "/former-report.pdf"),
  )
  const own = await world.portal.as(file.agent).get("/my-interviews")
  teller.expect("l'agente voit ses deux entretiens, 2026 et 2027", own.body["count"] === 2)
}

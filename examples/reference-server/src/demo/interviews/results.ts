/** June: figures, charts, training needs, exports in the background. */
import type { CivilDate } from "@convoque/core/kernel/calendar"
import { staff } from "../../demonstration/interview-people.ts"
import type { ReadMail } from "../../mailbox/read-mail.ts"
import { campaign } from "./opening.ts"
import { codeOf, sentence, told } from "./portal.ts"
import { managers, nth, type World } from "./world.ts"

const day = (text: string): CivilDate => text as CivilDate

/** In the middle of the campaign: the page as it is followed, and its charts. */
export const halfway = async (world: World): Promise<void> => {
  const { portal, teller } = world
  teller.step("9 mars : la campagne à mi-chemin")
  await world.until(day("2026-03-09"))
  const service = portal.as(staff.service)
  const followed = await service.get(campaign)
  const statuses = followed.body["statuses"] as ReadonlyArray<{
    readonly label: string
    readonly count: number
  }>
  teller.tell(statuses.map(({ label, count }) => `${label} : ${count}`).join(", "))
  teller.expect(
    "quarante entretiens au total",
    statuses.reduce((sum, { count }) => sum + count, 0) === 40,
  )
  const search = await service.get(`${campaign}/interviews?q=nunez`)
  teller.expect("la recherche se passe d'accents", search.body["count"] === 1)
  for (const name of ["statuses", "managers", "progress"]) {
    await world.keepFile(
      `suivi/mars-${name}.svg`,
      await service.get(`${campaign}/statistics/${name}.svg`),
    )
  }
}

/** The end of June: everything closed but one, and what the campaign gives. */
export const figures = async (world: World): Promise<void> => {
  const { portal, teller, agenda } = world
  teller.step("30 juin : bilan de la campagne")
  await world.until(day("2026-06-30"))
  for (const refusal of agenda.refusals) teller.tell(refusal)
  teller.expect("aucun acte ordinaire n'a été refusé", agenda.refusals.length === 0)
  const service = portal.as(staff.service)
  const followed = await service.get(campaign)
  const { counts, completionPercent, lateReports } = followed.body["figures"] as {
    readonly counts: Readonly<Record<string, number>>
    readonly completionPercent: number
    readonly lateReports: number
  }
  teller.tell(
    `taux d'achèvement : ${completionPercent} % ; comptes rendus en retard : ${lateReports}`,
  )
  teller.expect(
    "38 clos, un refus resté sans entretien, un supprimé",
    counts["closed"] === 38 && counts["not-planned"] === 1 && counts["deleted"] === 1,
  )
  for (const name of ["statuses", "managers", "progress"]) {
    await world.keepFile(
      `suivi/juin-${name}.svg`,
      await service.get(`${campaign}/statistics/${name}.svg`),
    )
  }
}

/** The page on which the campaign is followed, and what its agents want to learn. */
export const needs = async (world: World): Promise<void> => {
  const { portal, teller } = world
  teller.step("30 juin : la page de suivi et les besoins de formation")
  const service = portal.as(staff.service)
  const page = await service.get(campaign.replace("/interview-campaigns", "/campaigns"))
  await world.keepFile("suivi/page.html", page)
  const style = await service.get("/style.css")
  await teller.leave("suivi/style.css", style.bytes)
  const counted = await service.get(`${campaign}/training-needs`)
  const list = counted.body["needs"] as ReadonlyArray<{
    readonly need: string
    readonly agents: number
  }>
  teller.tell(
    list
      .slice(0, 3)
      .map(({ need, agents }) => `${need} : ${agents}`)
      .join(", "),
  )
  teller.expect("les besoins de formation sont comptés", list.length > 8)
  await world.keepFile(
    "documents/besoins-de-formation.pdf",
    await service.get(`${campaign}/training-needs.pdf`),
  )
}

interface Asked {
  readonly list: string
  readonly csv: string
  readonly archive: string
  readonly needs: string
}

/** Exports made by the worker: small ones come by mail, the archive as a link that ends. */
export const exports = async (world: World): Promise<void> => {
  const { portal, teller } = world
  teller.step("1er juillet : exports en arrière-plan")
  await world.until(day("2026-07-01"))
  const service = portal.as(staff.service)
  const asked = await askedFor(world)
  const waiting = await service.get(`/exports/${asked.list}`)
  teller.expect("rien n'est encore fait", waiting.body["state"] === "requested")
  const states = await portal.work()
  teller.expect(
    "six exports sont faits",
    states.length === 6 && states.every((one) => one === "delivered"),
  )
  await mailed(world, asked)
  for (const id of Object.values(asked)) await fetchFiles(world, id)
  await world.until(day("2026-07-09"))
  const row = await service.get(`/exports/${asked.archive}`)
  teller.expect("huit jours plus tard, le lien est mort", row.body["state"] === "expired")
  const gone = await service.get(`/exports/${asked.archive}/files/archive.zip`)
  teller.tell(sentence(gone))
  teller.expect("et il le dit", codeOf(gone) === "export.expired")
}

const askedFor = async ({ portal, files, file, done }: World): Promise<Asked> => {
  const ask = async (what: string, path: string, format: string): Promise<string> => {
    const asked = await portal
      .as(staff.service)
      .send("POST", `${campaign}/${path}`, { body: { format } })
    done(`le service RH demande ${what}`, asked)
    return told(asked.body["export"])
  }
  const asked = {
    list: await ask("la liste en XLSX", "exports", "xlsx"),
    csv: await ask("la liste en CSV", "exports", "csv"),
    archive: await ask("tous les comptes rendus", "exports", "pdf"),
    needs: await ask("les besoins de formation", "training-needs/exports", "xlsx"),
  }
  const printed = await portal.as(nth(managers, 0)).send("POST", `${campaign}/prints`, {
    body: { interviews: files.slice(0, 3).map(({ key }) => key) },
  })
  done("une supérieure demande l'impression de trois comptes rendus", printed)
  const own = await portal.as(file(14).agent).send("POST", "/my-interviews/exports", {})
  done("une agente demande tout ce qui est conservé sur elle", own)
  return asked
}

const mailed = async (world: World, { archive }: Asked): Promise<void> => {
  const { portal, teller, keepMail, file } = world
  await portal.deliver()
  const attached = (suffix: string, subject: RegExp) => (mail: ReadMail) =>
    subject.test(mail.subject) && mail.parts.some(({ fileName }) => fileName.endsWith(suffix))
  await keepMail("Export, liste XLSX", staff.service, attached(".xlsx", /^Export/u))
  await keepMail("Export, liste CSV", staff.service, attached(".csv", /^Export/u))
  await keepMail("Export, besoins de formation", staff.service, attached(".xlsx", /^Besoins/u))
  const link = await keepMail("Export, lien vers l'archive", staff.service, ({ text }) =>
    text.includes(archive),
  )
  teller.tell(link?.mail.text.split("\n").find((line) => line.includes("/exports/")) ?? "")
  teller.expect(
    "l'archive, trop lourde pour un courriel, part comme un lien qui expire",
    link?.mail.parts.length === 0,
  )
  await keepMail("Impression", nth(managers, 0))
  await keepMail("Mon dossier", file(14).agent)
}

const fetchFiles = async ({ portal, keepFile }: World, id: string): Promise<void> => {
  const service = portal.as(staff.service)
  const row = await service.get(`/exports/${id}`)
  const files = (row.body["files"] ?? []) as ReadonlyArray<{ readonly fileName: string }>
  for (const { fileName } of files) {
    const answer = await service.get(`/exports/${id}/files/${encodeURIComponent(fileName)}`)
    await keepFile(`exports/${fileName}`, answer)
  }
}

/** What EPP and another academy send: tried, imported, sent again, with lines that have gone. */
import { originCode } from "@convoque/core/exam-missions"
import { unavailabilityFiles } from "../../demonstration/exam-missions/files.ts"
import { importedPeriodsOf } from "../../demonstration/exam-missions/unavailabilities.ts"
import type { Seen } from "../browser.ts"
import { cast, fieldsIn, listIn, type World } from "./world.ts"

const all = importedPeriodsOf(2026)

/** The periods of EPP. */
export const eppPeriods = all.filter(({ origin }) => origin._tag === "epp")

/** The convocations of another academy. */
export const otherPeriods = all.filter(({ origin }) => origin._tag === "academy")

const fileOf = (source: "epp" | "academy"): string =>
  unavailabilityFiles(2025).find((file) => file.source._tag === source)?.csv ?? ""

const academyFile = fileOf("academy")

// The header and some of the lines of the file of EPP.
const eppFile = (from = 0, until = eppPeriods.length): string => {
  const [header = "", ...lines] = fileOf("epp").trimEnd().split("\r\n")
  return [header, ...lines.slice(from, until)].map((line) => `${line}\r\n`).join("")
}

const send = ({ portal }: World, source: string, bytes: string, query = ""): Promise<Seen> =>
  portal.as(cast.division).send("POST", `/unavailability-sources/${source}/import${query}`, {
    bytes,
    mediaType: "text/csv",
  })

const figures = ({ body }: Seen): ReadonlyArray<unknown> =>
  ["read", "kept", "added", "unchanged", "removed", "written"].map((name) => body[name])

/** The first files of both sources. */
export const first = async (world: World): Promise<void> => {
  const { portal, teller, same, refused, keepMail } = world
  teller.step("Indisponibilités d'EPP et convocations d'une autre académie")
  const backwards = eppFile(0, 1).replace(/\d\d\/\d\d\/\d{4};23:59/u, "01/05/2026;23:59")
  const faulty = await send(world, "EPP", backwards)
  refused("une fin avant le début est refusée", faulty, "import.faulty")
  same(
    "à sa ligne et à sa colonne",
    listIn(fieldsIn(faulty.body["values"])["faults"]).map(({ line, column }) => [line, column]),
    [[2, "DATE_FIN"]],
  )
  const tried = await send(world, "EPP", eppFile(), "?dryRun=true")
  same("l'essai annonce quarante périodes, sans rien écrire", figures(tried), [
    40,
    0,
    40,
    0,
    0,
    false,
  ])
  same("et n'envoie aucun courriel", (await portal.deliver()).length, 0)
  const imported = await send(world, "EPP", eppFile())
  same("l'import les écrit", figures(imported), [40, 0, 40, 0, 0, true])
  const mails = await portal.deliver()
  teller.tell(
    `courriels aux gestionnaires d'examens dont une affectation tombe dans une période : ${mails.length}`,
  )
  same(
    "autant que l'essai et l'import l'annoncent",
    [tried.body["mails"], imported.body["mails"]],
    [mails.length, mails.length],
  )
  await keepMail("Indisponibilité venue d'EPP", mails[0])
  same("le même fichier ne change rien", figures(await send(world, "EPP", eppFile())), [
    40,
    40,
    0,
    40,
    0,
    true,
  ])
  const [origin] = otherPeriods.map((one) => originCode(one.origin))
  const elsewhere = await send(world, origin ?? "", academyFile)
  same(`l'académie de Rennes en donne dix (${origin ?? ""})`, figures(elsewhere), [
    10,
    0,
    10,
    0,
    0,
    true,
  ])
  await portal.deliver()
}

/** The files of EPP again: a line gone, then most of them. */
export const again = async (world: World): Promise<void> => {
  const { portal, teller, same, refused } = world
  teller.step("EPP renvoie son fichier : ce qu'il ne donne plus est retiré")
  const without = await send(world, "EPP", eppFile(1))
  same("une ligne de moins, une période de moins", figures(without), [39, 40, 0, 39, 1, true])
  const few = eppFile(0, 3)
  refused(
    "un fichier presque vide demande une confirmation",
    await send(world, "EPP", few),
    "import.removals-to-confirm",
  )
  const tried = await send(world, "EPP", few, "?dryRun=true")
  same("l'essai le dit sans refuser", figures(tried), [3, 39, 1, 2, 37, false])
  const confirmed = await send(world, "EPP", few, "?acknowledge=import.removals-to-confirm")
  same("confirmé, il est écrit", figures(confirmed), [3, 39, 1, 2, 37, true])
  const withdrawn = (await portal.deliver()).length
  same("les gestionnaires l'apprennent", withdrawn, Number(confirmed.body["mails"]))
  const back = await send(world, "EPP", eppFile())
  same("le fichier entier les rend", figures(back), [40, 3, 37, 3, 0, true])
  const mails = await portal.deliver()
  same("et en avertit de nouveau les gestionnaires", mails.length, Number(back.body["mails"]))
  teller.tell(`courriels : ${mails.length}`)
}

/** The end: no NUMEN in any byte of what the portal gave, the figures, the index of the folder. */
import { demonstrationStaff } from "../../demonstration/exam-missions/staff.ts"
import { readMail } from "../../mailbox/read-mail.ts"
import { pdfStreams } from "./reading.ts"
import type { World } from "./world.ts"

const numen = /\d{2}[A-Z]\d{7}[A-Z]{3}/gu

const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-"

const texts = (bytes: Uint8Array): ReadonlyArray<string> => {
  const raw = Buffer.from(bytes).toString("latin1")
  return isPdf(bytes) ? [raw, ...pdfStreams(bytes)] : [raw]
}

/** Looks for a NUMEN in every answer and every mail. */
export const confidential = async ({ portal, teller, same }: World): Promise<void> => {
  teller.step("Aucun NUMEN dans aucun octet de ce que le portail a donné")
  await portal.deliver()
  const known = new Set<string>(
    demonstrationStaff.flatMap(({ member: { numen: own } }) => own ?? []),
  )
  same("quatre cents NUMEN sont au registre", known.size, 400)
  const answers = portal.answers.flatMap(({ bytes }) => texts(bytes))
  const mails = await Promise.all(
    portal.mails.map(async ({ bytes }) => {
      const { subject, text, parts } = await readMail(bytes)
      return [...texts(bytes), subject, text, ...parts.flatMap((part) => texts(part.bytes))]
    }),
  )
  const found = [...answers, ...mails.flat()].flatMap((text) => text.match(numen) ?? [])
  const bytes = [...portal.answers, ...portal.mails].reduce((sum, one) => sum + one.bytes.length, 0)
  teller.tell(
    `${portal.answers.length} réponses et ${portal.mails.length} courriels, ${bytes} octets, sans compter ce que les PDF compriment`,
  )
  same("rien n'en a la forme", found, [])
  same(
    "les marques de l'agent disent NUMEN sans le donner",
    answers.some((text) => text.includes("NUMEN (C)")),
    true,
  )
}

/** Writes the index of the folder. */
export const index = async ({ portal, teller }: World): Promise<void> => {
  teller.step("Ce que le dossier contient")
  await teller.leave("README.txt", readme(portal.mails.length))
}

const readme = (
  mails: number,
): string => `Missions d'examen, service établissement : une journée de mars 2026
====================================================================

Une académie inventée : trois établissements, quatre cents personnes, soixante missions. La division
des examens remplit les registres, ouvre les activités ; trois chefs d'établissement consultent leurs
personnels, saisissent des indisponibilités et des compétences.

courriels/   Quelques-uns des ${mails} courriels partis, dans l'ordre du scénario.
documents/   Le récapitulatif d'une convocation, en duplicata.
exports/     Les trois listes des personnels du lycée en CSV et en PDF, la liste détaillée en PDF.
listes/      Les vues d'une personne, en PDF et en CSV.
pages/       La page de qui est refusé parce qu'une connexion de son établissement est ouverte.
registres/   Les fichiers vierges des neuf registres.
summary.json Le déroulé, chaque attente avec son résultat.
`

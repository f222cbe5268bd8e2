/** The index of what the scenario leaves. */
import type { World } from "./world.ts"

/** Writes the index, in French. */
export const writeIndex = async ({ portal, teller }: World): Promise<void> => {
  teller.step("Ce que le dossier contient")
  await portal.deliver()
  const count = portal.mails.length
  teller.tell(`${count} courriels sont partis en tout ; les plus parlants sont dans courriels/`)
  await teller.leave("README.txt", index(count))
}

const index = (
  mails: number,
): string => `Une campagne d'entretiens professionnels, de janvier à décembre 2026
=====================================================================

Quarante agents, six supérieurs, une autorité, un service RH, une administratrice : toutes ces
personnes sont inventées. Les dates sont celles du scénario, les délais ceux de la procédure
« note du service RH » et du décret n° 2010-888.

courriels/   Quelques-uns des ${mails} courriels partis, dans l'ordre du scénario. Chacun s'ouvre
             dans un logiciel de messagerie, avec ses pièces jointes (PDF, agenda, tableur).
documents/   Les papiers : compte rendu vierge, en circuit, clos, définitif après recours,
             préparation du supérieur, délais, preuves d'échéance, recours, besoins de formation.
exports/     Ce que le service RH a demandé : la liste en XLSX, les besoins de formation, l'archive
             ZIP de tous les comptes rendus (trop lourde pour un courriel, reçue par un lien).
suivi/       Les graphiques de mars et de juin (SVG), la page de suivi, l'agenda des délais (ICS).
population.csv                   Le fichier de départ, en Windows-1252.
population-compte-rendu.json     Ce que sa lecture a donné.
summary.json                     Le déroulé, chaque attente avec son résultat.
`

/** The French texts of following a campaign. */
import { fr } from "../../kernel/text.ts"
import type { Wording } from "../wording.ts"
import { leftOutFr } from "./refusals-campaign.fr.ts"

const several = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** The French texts of lists, exports, reminders and deletions. */
export const campaignFr: Wording["campaign"] = {
  columns: {
    agent: "Collaborateur",
    superior: "Responsable",
    date: "Date de l'entretien",
    status: "Statut",
    nextStep: "Étape suivante",
  },
  sheetName: "Entretiens",
  total: "Total",
  completionRate: "Taux d'achèvement",
  statistics: {
    bars: "Entretiens par statut",
    perSuperior: "Entretiens par responsable et par statut",
    progress: "Progression cumulée des entretiens",
    campaign: "Campagne",
    day: "Jour",
    target: "Date limite",
    series: { planned: "Planifiés", held: "Effectués", closed: "Clos" },
  },
  reminder: {
    subject: (campaign) => fr`Relance : entretiens à suivre (${campaign})`,
    opening: (count, campaign) =>
      several(
        count,
        fr`Un entretien de la campagne « ${campaign} » attend une suite de votre part ou doit être suivi.`,
        fr`${count} entretiens de la campagne « ${campaign} » attendent une suite de votre part ou doivent être suivis.`,
      ),
    task: {
      "not-planned": fr`Entretiens non planifiés : une date est à proposer à l'agent.`,
      planned: fr`Entretiens planifiés : l'entretien est à préparer et à tenir.`,
      held: fr`Entretiens effectués : le compte rendu est à rédiger et à communiquer.`,
      closing: fr`Entretiens en cours de clôture : le compte rendu suit le circuit de validation.`,
    },
    line: ({ agent, date, nextStep, due }) =>
      [
        `- ${agent}`,
        date === undefined ? "" : fr`, entretien du ${date}`,
        nextStep === undefined ? "" : fr`, étape suivante : ${nextStep}`,
        due === undefined ? "" : ` (au plus tard le ${due})`,
      ].join(""),
  },
  leftOut: leftOutFr,
  moved: {
    subject: (campaign) => fr`Changement de responsable d'entretiens (${campaign})`,
    toFormer: (count, superior) =>
      several(
        count,
        fr`L'entretien suivant a désormais pour responsable ${superior} :`,
        fr`Les ${count} entretiens suivants ont désormais pour responsable ${superior} :`,
      ),
    toSuperior: (count, former) =>
      several(
        count,
        fr`L'entretien suivant, jusqu'ici confié à ${former}, vous est confié :`,
        fr`Les ${count} entretiens suivants, jusqu'ici confiés à ${former}, vous sont confiés :`,
      ),
  },
  exported: {
    subject: (campaign) => fr`Export des entretiens : ${campaign}`,
    body: (count) =>
      several(
        count,
        "L'export que vous avez demandé est prêt. Il porte sur un entretien.",
        `L'export que vous avez demandé est prêt. Il porte sur ${count} entretiens.`,
      ),
    link: (url, until) =>
      fr`Les fichiers sont trop volumineux pour ce message. Ils peuvent être téléchargés jusqu'au ${until} : ${url}`,
    fileName: (campaign, format) => `entretiens-${campaign}.${format}`,
  },
  printed: {
    subject: (count) => several(count, "Impression d'un entretien", "Impression d'entretiens"),
    body: (count) =>
      several(
        count,
        "L'entretien que vous avez demandé à imprimer est joint à ce message.",
        `Les ${count} entretiens que vous avez demandé à imprimer sont joints à ce message.`,
      ),
    fileName: (campaign) => `entretiens-${campaign}.zip`,
  },
  deletion: {
    campaign: (campaign, interviews) =>
      fr`Supprimer la campagne « ${campaign} » et ses entretiens (nombre : ${interviews}) ? Cette suppression est irréversible et définitive.`,
    interviews: (count) =>
      several(
        count,
        fr`Supprimer cet entretien ? Il reste compté sous le statut « Supprimés ».`,
        fr`Supprimer ces ${count} entretiens ? Ils restent comptés sous le statut « Supprimés ».`,
      ),
    done: (campaign, interviews) =>
      fr`La campagne « ${campaign} » est supprimée, ainsi que ses entretiens (nombre : ${interviews}).`,
  },
}

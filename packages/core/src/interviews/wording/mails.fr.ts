/** The French texts of mails. */
import { fr } from "../../kernel/text.ts"
import type { Wording } from "../wording.ts"

/** The French texts of the mails about an interview. */
export const mailsFr: Wording["mails"] = {
  greeting: (name) => `Bonjour ${name},`,
  closing: (organizer) => `Cordialement,\n${organizer}`,
  meetingLine: (label, value) => fr`${label} : ${value}`,
  reason: (reason) => fr`Motif : ${reason}`,
  proposed: {
    subject: "Proposition de date pour votre entretien",
    body: (campaign, superior) =>
      fr`Dans le cadre de la campagne « ${campaign} », ${superior} vous propose l'entretien suivant.`,
  },
  postponed: {
    subject: "Nouvelle date pour votre entretien",
    body: (campaign, superior) =>
      fr`La date de votre entretien de la campagne « ${campaign} » change. ${superior} vous propose l'entretien suivant, qui remplace le précédent.`,
  },
  formerDate: (date) => fr`Date précédente : ${date}`,
  enclosed: (labels) => fr`Documents joints : ${labels.join(", ")}.`,
  unplanned: {
    subject: "Date de votre entretien annulée",
    body: (date, superior) =>
      fr`L'entretien du ${date}, proposé par ${superior}, n'aura pas lieu à cette date. Une autre date vous sera proposée.`,
  },
  deleted: {
    subject: "Entretien annulé",
    body: (date, superior) =>
      fr`L'entretien du ${date}, proposé par ${superior}, est supprimé et n'aura pas lieu.`,
  },
  calendar: {
    fileName: "entretien.ics",
    summary: (campaign) => fr`Entretien : ${campaign}`,
    description: (superior) => fr`Responsable : ${superior}`,
  },
  communicated: {
    subject: "Compte rendu de votre entretien",
    body: (superior) =>
      `${superior} vous communique le compte rendu de votre entretien, joint à ce message.`,
  },
  completion: ({ period, lastDay }) =>
    period === undefined
      ? `Vous pouvez compléter ce compte rendu jusqu'au ${lastDay} inclus.`
      : fr`Vous disposez de ${period} pour compléter ce compte rendu ; le dernier jour est le ${lastDay} inclus.`,
  completionOpen: "Vous pouvez compléter ce compte rendu par vos observations.",
  notified: {
    subject: "Notification du compte rendu de votre entretien",
    body: (authority) =>
      `Le compte rendu de votre entretien, visé par ${authority}, vous est notifié. Il est joint à ce message et porte les voies et délais de recours.`,
  },
  returned: {
    subject: (agent) => fr`Compte rendu à reprendre : ${agent}`,
    body: (agent, by) =>
      `Le compte rendu de l'entretien de l'agent ${agent} vous est renvoyé par ${by}. Il doit être repris puis communiqué de nouveau.`,
  },
  revisionRequested: {
    subject: (agent) => fr`Demande de révision du compte rendu : ${agent}`,
    body: (agent) =>
      `L'agent ${agent} vous demande de réviser le compte rendu de son entretien. Vous pouvez le reprendre ou le maintenir en indiquant le motif.`,
    stopped: (lastDay) =>
      `Le délai dont l'agent dispose pour compléter le compte rendu est suspendu jusqu'à votre réponse, et au plus tard jusqu'au ${lastDay} inclus.`,
  },
  revisionDeclined: {
    subject: "Réponse à votre demande de révision",
    body: (superior) =>
      `À la suite de votre demande de révision, le compte rendu de votre entretien est maintenu par ${superior}.`,
  },
  revisionGranted: {
    subject: "Votre demande de révision est acceptée",
    body: (superior) =>
      fr`À la suite de votre demande de révision, ${superior} reprend le compte rendu de votre entretien. Il vous sera communiqué de nouveau ; vos observations sont conservées.`,
  },
  corrected: {
    subject: "Correction du compte rendu de votre entretien",
    body: (section) =>
      fr`Une erreur matérielle est corrigée dans la rubrique « ${section} » du compte rendu de votre entretien. Le compte rendu joint porte la correction et la rédaction antérieure.`,
  },
  closed: {
    subject: "Compte rendu de votre entretien clos",
    body: (date) =>
      `Le circuit de validation du compte rendu de votre entretien est terminé depuis le ${date}. Le compte rendu est joint à ce message.`,
  },
  authorityReplaced: {
    toFormer: {
      subject: (agent) => fr`Changement d'autorité d'un entretien : ${agent}`,
      body: (agent, authority) =>
        `Le compte rendu de l'entretien de l'agent ${agent} relève désormais de ${authority}, qui le vise à votre place s'il ne l'est pas encore.`,
    },
    toAuthority: {
      subject: (agent) => fr`Entretien relevant de votre autorité : ${agent}`,
      body: (agent, former) =>
        `Le compte rendu de l'entretien de l'agent ${agent}, qui relevait de ${former}, relève désormais de vous.`,
    },
  },
  superiorReplaced: {
    toAgent: {
      subject: "Changement du responsable de votre entretien",
      body: (superior) => `Votre entretien a désormais pour responsable ${superior}.`,
    },
    toFormer: {
      subject: (agent) => fr`Changement de responsable d'un entretien : ${agent}`,
      body: (agent, superior) =>
        `L'entretien de l'agent ${agent} a désormais pour responsable ${superior}.`,
    },
    toSuperior: {
      subject: (agent) => fr`Entretien confié : ${agent}`,
      body: (agent, former) =>
        `L'entretien de l'agent ${agent}, jusqu'ici confié à ${former}, vous est confié.`,
    },
  },
}

/** The French texts of appeals. */
import { fr } from "../../kernel/text.ts"
import type { AppealWords } from "./appeal-words.ts"

/** The French texts of the papers and mails of an appeal. */
export const appealFr: AppealWords = {
  title: (year) => `Recours contre le compte rendu d'entretien ${year}`,
  notifiedOn: "Compte rendu notifié le",
  lodging: "Recours hiérarchique",
  lodgedOn: "Reçu par l'autorité le",
  lastDay: "Dernier jour du délai",
  late: (date) => `${date}, hors délai`,
  recorded: (date, recordedOn) => `${date} (enregistré le ${recordedOn})`,
  grounds: "Motifs du recours",
  answer: "Réponse de l'autorité",
  answerBy: "Dernier jour pour répondre",
  answeredOn: "Reçue par l'agent le",
  outcome: "Sens",
  reasons: "Motifs de la réponse",
  heardOn: "Agent entendu le",
  unanswered: (date) =>
    `Aucune réponse n'est parvenue à l'agent dans le délai de l'autorité, qui a pris fin le ${date}.`,
  committee: "Commission",
  committeeBy: "Dernier jour pour la saisir",
  referredOn: "Saisie le",
  opinion: (date) => `Avis de la commission du ${date}`,
  decision: "Décision de l'autorité après l'avis",
  decidedOn: "Prise le",
  final: "Compte rendu définitif",
  revisedOn: "Révisé le",
  acknowledgedOn: "Réception attestée le",
  acknowledgementRefused: (date, witness) =>
    fr`L'agent n'a pas attesté la réception du compte rendu définitif, comme constaté le ${date} : ${witness}`,
  fileName: (agent, year) => `recours-${agent}-${year}.pdf`,
  mails: {
    lodged: {
      subject: (agent) => fr`Recours hiérarchique : ${agent}`,
      body: (agent, date) =>
        `${agent} a formé un recours hiérarchique contre le compte rendu de son entretien. Ce recours vous est parvenu le ${date}.`,
      late: (lastDay) =>
        fr`Le délai de recours a pris fin le ${lastDay} : le recours est enregistré hors délai, il vous appartient d'y répondre.`,
      answerBy: (lastDay) =>
        `Votre réponse doit parvenir à l'agent au plus tard le ${lastDay} inclus.`,
    },
    answered: {
      subject: "Réponse à votre recours hiérarchique",
      body: (date, outcome) =>
        fr`Réponse du ${date} à votre recours contre le compte rendu de votre entretien : ${outcome}.`,
      reasons: (reasons) => fr`Motifs : ${reasons}`,
      committeeBy: (committee, lastDay) =>
        `Vous pouvez demander la révision du compte rendu devant l'instance compétente (${committee}) jusqu'au ${lastDay} inclus.`,
    },
    decided: {
      subject: "Décision après l'avis de la commission",
      body: (date, outcome) =>
        fr`Décision du ${date}, après l'avis de la commission, sur le compte rendu de votre entretien : ${outcome}.`,
    },
    authorityReplaced: {
      toFormer: {
        subject: (agent) => fr`Recours de ${agent} : autre autorité`,
        body: (agent, authority) =>
          `Le recours de ${agent} contre le compte rendu de son entretien est désormais confié à ${authority}.`,
      },
      toAuthority: {
        subject: (agent) => fr`Recours hiérarchique qui vous est confié : ${agent}`,
        body: (agent, date, former) =>
          `Le recours de ${agent} contre le compte rendu de son entretien, reçu le ${date}, vous est confié à la place de ${former}.`,
      },
    },
    finalReport: {
      subject: "Compte rendu définitif de votre entretien",
      body: "Le compte rendu définitif de votre entretien, révisé à la suite de votre recours, est joint à ce message. Il vous appartient d'en accuser réception.",
    },
  },
}

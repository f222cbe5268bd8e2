/** The French texts of papers. */
import { fr } from "../../kernel/text.ts"
import { deadlinesFr } from "./deadlines.fr.ts"
import type { DocumentWords } from "./document-words.ts"

const common: DocumentWords["common"] = {
  edition: (at) => `Édité le ${at}`,
  pageLabel: "Page {page} / {pages}",
  reference: (campaign) => fr`Campagne : ${campaign}`,
  salutation: "Madame, Monsieur,",
  none: "Néant",
  agent: "Agent",
  superior: "Supérieur hiérarchique direct",
  authority: "Autorité",
  year: "Année",
  referencePeriod: "Période de référence",
  period: (from, until) => `du ${from} au ${until}`,
  status: "État",
  date: "Date",
  time: "Heure",
  place: "Lieu",
  duration: "Durée",
  participants: "Présents à l'entretien",
  interviewDate: "Date de l'entretien",
  late: (date, limit) => `${date} (après la date limite du ${limit})`,
}

const proposal: DocumentWords["proposal"] = {
  title: "Proposition de date d'entretien",
  opening: (campaign, superior) =>
    fr`Dans le cadre de la campagne « ${campaign} », ${superior}, votre supérieur hiérarchique direct, vous propose l'entretien suivant.`,
  postponed: "Cette proposition remplace la précédente",
  formerly: (date, reason) => fr`Date précédente : ${date}. Motif du report : ${reason}`,
  conduct:
    "L'entretien se tient entre vous et votre supérieur hiérarchique direct, sans la présence d'un tiers.",
  enclosures: "Documents joints",
  enclosed: (label, file) => (file === undefined ? label : fr`${label} : ${file}`),
  fileName: (agent, year) => `proposition-entretien-${agent}-${year}.pdf`,
}

const report: DocumentWords["report"] = {
  title: (year) => `Compte rendu d'entretien ${year}`,
  blankTitle: (year) => `Modèle de compte rendu d'entretien ${year}`,
  draftTitle: (year) => `Projet de compte rendu d'entretien ${year}`,
  finalTitle: (year) => `Compte rendu définitif d'entretien ${year}`,
  blankEdition: (template, from) => fr`Modèle : ${template}, version du ${from}`,
  draftNotice: [
    "Projet",
    "Ce compte rendu n'est ni signé ni communiqué à l'agent. Il peut encore changer.",
  ],
  finalNotice: (outcome, date) => [
    "Compte rendu définitif après recours",
    fr`Ce compte rendu remplace le précédent à la suite du recours de l'agent. Décision du ${date} : ${outcome}.`,
  ],
  toFill: {
    superior: "À remplir par le supérieur hiérarchique direct.",
    agent: "À remplir par l'agent.",
  },
  required: "Rubrique obligatoire.",
  attention: "Rubrique à traiter avec une attention particulière.",
  tableOf: {
    objectives: "Objectifs fixés",
    "training-needs": "Besoins exprimés",
    criteria: "Niveau apprécié par critère",
  },
  objective: (text, collective) =>
    collective === undefined ? text : fr`${text} (objectif collectif servi : ${collective})`,
  objectiveColumns: ["Objectif", "Objectif collectif servi"],
  needColumns: ["Besoin", "Finalité"],
  noNeed: "L'agent n'a exprimé aucun besoin de formation.",
  criterionColumn: "Critère",
  ratingMark: "X",
  agentComments: "Observations de l'agent",
  comment: (date, text) => fr`Observation de l'agent, le ${date} : ${text}`,
  noComment: "L'agent n'a pas formulé d'observation.",
  attachments: "Pièces jointes",
  correction: (date) => `Erreur matérielle corrigée le ${date}`,
  correctionReason: (reason) => fr`Motif : ${reason}`,
  formerText: (text) => fr`Rédaction antérieure : ${text}`,
  circuit: "Signatures, visa et notification",
  finalOf: (authority) => `Compte rendu révisé par ${authority}.`,
  acknowledged: (date) => `L'agent a accusé réception du compte rendu définitif le ${date}.`,
  appealNotice: "Voies et délais de recours",
  fileName: (agent, year) => `compte-rendu-${agent}-${year}.pdf`,
  blankFileName: (year) => `modele-compte-rendu-${year}.pdf`,
  finalFileName: (agent, year) => `compte-rendu-definitif-${agent}-${year}.pdf`,
}

const steps: DocumentWords["steps"] = {
  by: "Par",
  on: "Le",
  due: "Dernier jour du délai",
  remaining: "À faire par",
  toDo: "à faire",
  doneLate: (due) => `hors délai (dernier jour ${due})`,
  lapsed: (due) =>
    `Le délai a pris fin le ${due} sans que l'agent ait déclaré le compte rendu complet.`,
  endedWithoutAgent: (date, by) =>
    `Étape close le ${date} par ${by}, sans que l'agent ait déclaré le compte rendu complet.`,
  withoutAgent: "sans que l'agent ait déclaré le compte rendu complet",
  onBehalfOf: (delegate, delegator) => `${delegate}, par délégation donnée par ${delegator}`,
  observations: "Observations de l'autorité",
  noObservation: "Sans observation.",
  notified: (means, fate, date) => fr`Notification : ${means}, ${fate} le ${date}.`,
  tried: (means, fate, date) => fr`Notification sans effet : ${means}, ${fate} le ${date}.`,
  attests:
    "La signature de l'agent atteste la prise de connaissance du compte rendu et non l'accord sur son contenu.",
  signed: (date) => `Signé le ${date}`,
  dateAndSignature: fr`Date et signature :`,
  signatureRefused: (date, witness) =>
    fr`L'agent a refusé de signer le ${date}. Témoin : ${witness}`,
  progress: "Avancement du circuit de validation",
  progressColumns: ["Étape", "Par", "Le", "Dernier jour du délai"],
}

const preparation: DocumentWords["preparation"] = {
  title: (year) => `Dossier de préparation de l'entretien ${year}`,
  documents: "Documents du dossier",
  documentColumns: ["Document", "Pièce"],
  formerReport: (year) => `Compte rendu de l'entretien ${year} (année N-1)`,
  blankReport: (year) => `Modèle vierge du compte rendu ${year}`,
  enclosed: "joint au dossier",
  notes: "Points à préparer",
  noteColumns: ["Point", "Notes"],
  conduct: "Rappels pour la conduite de l'entretien",
  minimum: (minutes) => fr`Durée minimale de l'entretien : ${minutes}.`,
  attention: (sections) => fr`Rubriques à traiter avec une attention particulière : ${sections}.`,
  fileName: (agent, year) => `preparation-${agent}-${year}.pdf`,
}

const training: DocumentWords["training"] = {
  title: "Synthèse des besoins de formation",
  counts: (needs, agents) =>
    fr`Besoins exprimés dans les comptes rendus communiqués : ${needs} ; agents concernés : ${agents}.`,
  byPurpose: "Par finalité",
  byManager: "Par responsable",
  managerTable: "Besoins exprimés par responsable",
  columns: ["Besoin", "Agents"],
  managerColumns: ["Responsable", "Besoin", "Finalité", "Agents"],
  fileName: (campaign) => `besoins-de-formation-${campaign}.pdf`,
}

const file: DocumentWords["file"] = {
  title: (year) => `Dossier d'entretien ${year} de l'agent`,
  sheetTitle: (year) => `Fiche d'entretien ${year}`,
  acts: "Actes du dossier",
  actColumns: ["Date et heure", "Acte", "Auteur", "Précisions"],
  unknownPerson: (capacity, id) => `${capacity} (${id})`,
  reason: (reason) => fr`Motif : ${reason}`,
  fromTo: (former, now) => fr`${now} (auparavant : ${former})`,
  notHeld: "Entretien non tenu",
  postponements: "Nombre de reports",
  fileName: (agent, year) => `dossier-entretien-${agent}-${year}.pdf`,
  sheetFileName: (agent, year) => `entretien-${agent}-${year}.pdf`,
}

/** The French texts of all papers of interviews. */
export const documentsFr: DocumentWords = {
  common,
  proposal,
  report,
  steps,
  preparation,
  training,
  file,
  deadlines: deadlinesFr,
}

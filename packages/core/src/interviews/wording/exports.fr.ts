/** The French texts of exports, of documents circulated and of population files. */
import { fr, quotedFr } from "../../kernel/text.ts"
import type { ExportWords } from "./export-words.ts"

const populationFr: ExportWords["population"]["faults"] = {
  "column-missing": "La colonne manque.",
  "agent-missing": "L'agent manque.",
  "agent-unknown": "L'agent est inconnu de l'annuaire.",
  "agent-twice": "L'agent figure déjà sur une ligne précédente.",
  "agent-already-has-interview": "L'agent a déjà un entretien de ce type pour cette année.",
  "superior-missing": "Le responsable manque.",
  "superior-unknown": "Le responsable est inconnu de l'annuaire.",
  "superior-is-agent": "L'agent ne peut pas être son propre responsable.",
  "authority-missing": "L'autorité manque.",
  "authority-unknown": "L'autorité est inconnue de l'annuaire.",
  "authority-is-agent": "L'agent ne peut pas viser son propre compte rendu.",
  "authority-is-superior":
    "Le supérieur hiérarchique direct ne peut pas viser le compte rendu qu'il signe.",
}

/** The French texts of exports and population files. */
export const exportsFr: ExportWords = {
  states: {
    requested: "En attente",
    running: "En cours",
    delivered: "Envoyé",
    expired: "Expiré",
    failed: "Échoué",
  },
  labels: {
    campaign: (campaign, format) => `Export ${format.toUpperCase()} de la campagne ${campaign}`,
    print: (campaign, interviews) =>
      fr`Impression d'entretiens de la campagne ${campaign} (nombre : ${interviews})`,
    ownFile: "Dossier d'entretiens de l'agent",
    trainingNeeds: (campaign) => `Synthèse des besoins de formation de la campagne ${campaign}`,
  },
  ownFile: {
    subject: "Votre dossier d'entretiens",
    body: () =>
      "Vous avez demandé l'ensemble de ce qui est conservé de vos entretiens. Le voici, avec l'historique de chacun.",
  },
  trainingNeeds: {
    subject: (campaign) => fr`Besoins de formation : ${campaign}`,
    body: "La synthèse des besoins de formation exprimés dans les comptes rendus est prête.",
  },
  failed: {
    subject: (label) => fr`Échec : ${label}`,
    body: fr`L'export que vous avez demandé n'a pas pu être produit, malgré plusieurs essais. Vous pouvez le demander de nouveau ; si l'échec se répète, signalez-le à l'administrateur de la plateforme.`,
  },
  archive: (campaign, number) => `entretiens-${campaign}-${number}.zip`,
  ownFileName: (agent) => `dossier-entretiens-${agent}.zip`,
  consultations: {
    name: "Consultations",
    columns: ["Date", "Personne", "Qualité", "Objet", "Entretien"],
    fileName: "consultations.csv",
  },
  trainingSheet: {
    name: "Besoins de formation",
    columns: ["Besoin", "Finalité", "Responsable", "Agents"],
    fileName: (campaign) => `besoins-de-formation-${campaign}.xlsx`,
  },
  circulated: {
    subject: (campaign) => fr`Documents pour votre entretien : ${campaign}`,
    body: (documents) =>
      documents === 1
        ? fr`Votre responsable vous transmet un document en vue de votre entretien :`
        : fr`Votre responsable vous transmet des documents en vue de votre entretien :`,
  },
  population: {
    sentence: ({ line, column, code, value }) =>
      fr`Ligne ${line}, colonne ${quotedFr(column)}${value === "" ? "" : ` (${value})`} : ${populationFr[code]}`,
    faults: populationFr,
    warnings: {
      "agent-without-address": "L'agent n'a pas d'adresse électronique valable.",
      "superior-without-address": "Le responsable n'a pas d'adresse électronique valable.",
      "circular-managers": "Par ses responsables successifs, l'agent est son propre responsable.",
      "superior-with-many-agents": "Le responsable a un grand nombre d'agents.",
    },
  },
}

/** The French texts of the lists of interviews. */
import { frenchLists } from "../../kernel/listing.ts"
import { fr } from "../../kernel/text.ts"
import type { Wording } from "../wording.ts"

/** The French texts of lists. */
export const listsFr: Wording["lists"] = {
  common: frenchLists,
  author: "Entretiens professionnels",
  campaigns: { title: "Campagnes d'entretiens", fileName: "campagnes-d-entretiens" },
  interviews: {
    title: "Détail des entretiens",
    fileName: (campaign) => `entretiens-${campaign}`,
  },
  ownInterviews: { title: "Mes entretiens", fileName: "mes-entretiens" },
  appeals: { title: "Recours auxquels répondre", fileName: "recours" },
  delegations: { title: "Délégations données et reçues", fileName: "delegations" },
  exports: { title: "Mes exports", fileName: "mes-exports" },
  percent: (percent) => fr`${String(percent).replace(".", ",")} %`,
  delegationStates: { granted: "Accordée", revoked: "Révoquée" },
  columns: {
    year: "Année",
    closedOn: "Clos le",
    agent: "Agent",
    lodgedOn: "Formé le",
    due: "Échéance",
    state: "État",
    delegator: "Délégant",
    delegate: "Délégataire",
    capacity: "Qualité",
    from: "Premier jour",
    until: "Dernier jour",
    revokedOn: "Révoquée le",
    label: "Export",
    format: "Format",
    requestedAt: "Demandé le",
    name: "Nom",
    type: "Type d'entretien",
    creator: "Profil du créateur",
    startsOn: "Début",
    interviews: "Entretiens",
    completion: "Taux d'achèvement",
  },
  filters: {
    status: "Statut",
    manager: "Responsable",
    state: "État",
    capacity: "Qualité",
    side: "Sens",
    kind: "Objet",
    type: "Type d'entretien",
    year: "Année",
    "creator-profile": "Profil du créateur",
  },
}

/** The French labels of tags; those between « » in the catalogue stand here verbatim. */
import type { Wording } from "../wording.ts"

/** The French label of each state; sentences of refusals quote them. */
export const statesFr: Wording["states"] = {
  none: "Entretien non ouvert",
  "to-schedule": "Date à fixer",
  proposed: "Date proposée à l'agent",
  "not-held": "Entretien non tenu",
  held: "Entretien tenu, compte rendu en cours de rédaction",
  "in-circuit": "Compte rendu dans le circuit de validation",
  closed: "Entretien clos",
  deleted: "Entretien supprimé",
}

/** The French label of each status, verbatim. */
export const statusesFr: Wording["statuses"] = {
  "not-planned": "Non planifiés",
  planned: "Planifiés",
  held: "Effectués",
  closing: "En cours de clôture",
  closed: "Clos",
  deleted: "Supprimés",
}

/** The French label of the status of a campaign. */
export const campaignStatusesFr: Wording["campaignStatuses"] = {
  "in-preparation": "En préparation",
  running: "En cours",
  completed: "Terminée",
}

/** The French name of what happened, as histories show it. */
export const actsFr: Wording["acts"] = {
  InterviewOpened: "Entretien ouvert",
  InterviewPrepared: "Notes de préparation enregistrées",
  InterviewProposed: "Date proposée",
  InterviewPostponed: "Date reportée",
  InterviewUnplanned: "Date annulée",
  InterviewHeld: "Entretien tenu",
  InterviewNotHeld: "Entretien non tenu",
  ReportDrafted: "Compte rendu rédigé",
  ValidationStepCompleted: "Étape du circuit accomplie",
  NotificationTried: "Notification tentée",
  CommentAdded: "Observation de l'agent ajoutée",
  RevisionRequested: "Révision demandée",
  RevisionDeclined: "Révision refusée",
  ReportReturned: "Compte rendu renvoyé au supérieur hiérarchique direct",
  InterviewClosed: "Entretien clos",
  ReportHandedOver: "Compte rendu versé au dossier administratif",
  SuperiorReplaced: "Supérieur hiérarchique direct remplacé",
  AuthorityReplaced: "Autorité remplacée",
  ReportCorrected: "Erreur matérielle corrigée",
  InterviewDeleted: "Entretien supprimé",
  AppealLodged: "Recours hiérarchique formé",
  AppealAnswered: "Réponse au recours",
  AppealUnanswered: "Recours resté sans réponse",
  CommitteeReferred: "Commission saisie",
  OpinionRecorded: "Avis de la commission",
  AppealDecided: "Décision de l'autorité après avis",
  FinalReportNotificationTried: "Notification du compte rendu définitif tentée",
  FinalReportNotified: "Compte rendu définitif notifié",
  FinalReportAcknowledged: "Réception du compte rendu définitif attestée",
  FinalReportAcknowledgementRefused: "Réception du compte rendu définitif non attestée",
  AppealAuthorityReplaced: "Autorité du recours remplacée",
  FinalReportHandedOver: "Compte rendu définitif versé au dossier",
  ExportRequested: "Export demandé",
  ExportTaken: "Export en cours de traitement",
  ExportProgressed: "Export avancé",
  ExportDelivered: "Export remis",
  ExportFailed: "Export échoué",
  ExportExpired: "Fichiers de l'export supprimés",
  DelegationGranted: "Délégation donnée",
  DelegationRevoked: "Délégation retirée",
  CampaignOpened: "Campagne ouverte",
  CampaignCorrected: "Campagne corrigée",
  InterviewsAdded: "Entretiens ajoutés",
  DocumentsCirculated: "Documents diffusés",
  ReminderSent: "Relance envoyée",
  CampaignDeleted: "Campagne supprimée",
}

/** The French label of each state of an appeal. */
export const appealStatesFr: Wording["appealStates"] = {
  none: "Aucun recours",
  lodged: "Recours hiérarchique formé, réponse attendue",
  answered: "Recours hiérarchique répondu",
  unanswered: "Recours hiérarchique resté sans réponse",
  referred: "Commission saisie",
  decided: "Décision prise après l'avis de la commission",
  concluded: "Compte rendu définitif reçu par l'agent",
}

/** What the authority makes of an appeal. */
export const appealOutcomesFr: Wording["appealOutcomes"] = {
  granted: "recours accueilli",
  "partly-granted": "recours accueilli en partie",
  rejected: "recours rejeté",
}

/** In which capacity somebody acts. */
export const capacitiesFr: Wording["capacities"] = {
  agent: "agent",
  evaluator: "évaluateur",
  "campaign-manager": "gestionnaire de campagne",
  superior: "supérieur hiérarchique direct",
  authority: "autorité investie du pouvoir de nomination",
  "hr-service": "service RH",
  "school-head": "chef d'établissement",
  "centre-head": "chef de centre",
  "exam-manager": "gestionnaire d'examen",
  "exams-division": "division des examens et concours",
  administrator: "administrateur",
  system: "traitement automatique",
}

/** How a notification is made. */
export const meansFr: Wording["means"] = {
  mail: "courrier électronique",
  portal: "portail",
  "registered-letter": "lettre recommandée avec avis de réception",
  "handed-over": "remise en main propre contre signature",
}

/** What became of a notification. */
export const fatesFr: Wording["fates"] = {
  sent: "envoyée",
  delivered: "reçue",
  opened: "ouverte par l'agent",
  failed: "échouée",
}

/** Why an interview was not held. */
export const notHeldReasonsFr: Wording["notHeldReasons"] = {
  "agent-absent": "agent absent",
  "agent-refused": "refus de l'agent",
  "superior-absent": "supérieur hiérarchique direct absent",
}

/** What goes with a proposal. */
export const enclosuresFr: Wording["enclosures"] = {
  "report-template": "modèle de compte rendu",
  "job-description": "fiche de poste",
}

/** What a training is for. */
export const purposesFr: Wording["purposes"] = {
  post: "adaptation au poste",
  evolution: "évolution des métiers",
  project: "projet professionnel",
}

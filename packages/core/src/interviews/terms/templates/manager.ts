/**
 * The report template of a plain interview between a manager and a collaborator (entretien
 * manager-collaborateur), under no legal text.
 *
 * @requirement ENT-20
 * @requirement ENT-27
 */
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { ReportTemplate } from "../model/report-template.ts"
import {
  agentSection,
  conduct,
  objectives,
  preparation,
  prospects,
  section,
  training,
} from "./sections.ts"

/** The year as the manager sees it, objectives, prospects, training, and the collaborator's word. */
export const managerInterviewTemplate: ReportTemplate = {
  code: "manager-interview",
  label: "Compte rendu d'entretien entre un manager et son collaborateur",
  source: "usage, aucun texte",
  from: "1990-01-01" as CivilDate,
  sections: [
    section("review", "results", {
      label: "Bilan de la période écoulée",
      required: true,
      appraisal: true,
    }),
    objectives("Objectifs de la période à venir"),
    prospects("Perspectives d'évolution"),
    training("Besoins de formation"),
    agentSection("collaborator-comments", "Commentaires du collaborateur"),
  ],
  criteria: [],
  levels: [],
  appealNotice:
    "Cet entretien relève de l'usage du service, et aucun texte ne lui attache de voie de recours particulière.",
  attachments: 5,
  preparation,
  conduct,
}

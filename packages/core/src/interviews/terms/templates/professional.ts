/**
 * The report templates of the professional interview (modèles de compte rendu): the one of the HR
 * service's memo, those of the State's civil servants and contract agents, local government's.
 *
 * @requirement ENT-14
 * @requirement ENT-15
 * @requirement ENT-18
 * @requirement ENT-19
 * @requirement ENT-20
 * @requirement ENT-27
 */
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { ReportTemplate } from "../model/report-template.ts"
import {
  agentSection,
  appealNotice,
  conduct,
  criteria,
  levels,
  objectives,
  preparation,
  prospects,
  section,
  training,
} from "./sections.ts"

const stateText = "décret n°\u00A02010-888 du 28\u00A0juillet 2010, article\u00A06"
const jointCommittee = "commission administrative paritaire"
const clearAnswer = "quinze jours francs"

const shared = { criteria, levels, attachments: 5, preparation, conduct } as const

/** The template of the HR service's memo. */
export const hrMemoTemplate: ReportTemplate = {
  ...shared,
  code: "hr-memo",
  label: "Compte rendu d'entretien professionnel selon la note du service RH",
  source: "note du service RH sur la conduite des entretiens professionnels",
  from: "2010-07-28" as CivilDate,
  sections: [
    section("course", "course", {
      label: "Déroulé de l'entretien",
      attention: true,
      guidance:
        "L'évaluation porte sur les missions et les compétences, sans se traduire par un jugement sur la personne.",
    }),
    section("missions", "missions", { label: "Missions et activité de l'agent", required: true }),
    section("results", "results", {
      label: "Résultats obtenus au regard des objectifs de la période écoulée",
      required: true,
      appraisal: true,
      guidance: "Tenir compte du contexte du service.",
    }),
    section("strengths", "competences", {
      label: "Résultats et compétences à valoriser",
      appraisal: true,
    }),
    section("difficulties", "results", {
      label: "Difficultés rencontrées",
      appraisal: true,
      guidance: "S'appuyer sur des exemples et des faits concrets.",
    }),
    section("improvements", "competences", {
      label: "Points d'amélioration identifiés",
      appraisal: true,
    }),
    section("competences", "competences", {
      label: "Appréciation des compétences",
      kind: "criteria",
      required: true,
      appraisal: true,
    }),
    objectives("Objectifs de la période à venir"),
    prospects("Perspectives d'évolution professionnelle"),
    training("Besoins de formation"),
    agentSection("agent-expectations", "Attentes de l'agent sur le fonctionnement du service"),
    agentSection("agent-proposals", "Propositions de l'agent"),
  ],
  appealNotice: appealNotice(stateText, jointCommittee, clearAnswer),
}

const stateThemes = {
  results: section("results", "results", {
    label: "Résultats obtenus au regard des objectifs assignés et des conditions du service",
    required: true,
    appraisal: true,
  }),
  objectives: objectives("Objectifs de l'année à venir et perspectives d'amélioration"),
  manner: section("manner-of-serving", "manner-of-serving", {
    label: "Manière de servir",
    kind: "criteria",
    required: true,
    appraisal: true,
  }),
  experience: section("experience", "experience", {
    label: "Acquis de l'expérience professionnelle",
    required: true,
    appraisal: true,
  }),
  management: section("management", "management", {
    label: "Capacités d'encadrement, le cas échéant",
    appraisal: true,
  }),
  training: training("Besoins de formation"),
  general: section("general-appraisal", "manner-of-serving", {
    label: "Appréciation générale de la valeur professionnelle",
    required: true,
    appraisal: true,
  }),
  comments: agentSection("agent-comments", "Observations de l'agent"),
} as const

/** The seven themes of the State's decree, and the promotion outlook, which stays empty for most. */
export const stateTemplate: ReportTemplate = {
  ...shared,
  code: "state-default",
  label: "Compte rendu d'entretien professionnel des fonctionnaires de l'État",
  source: "décret n°\u00A02010-888 du 28\u00A0juillet 2010, article\u00A03",
  from: "2010-07-28" as CivilDate,
  sections: [
    stateThemes.results,
    stateThemes.objectives,
    stateThemes.manner,
    stateThemes.experience,
    stateThemes.management,
    stateThemes.training,
    prospects("Perspectives d'évolution professionnelle, carrière et mobilité"),
    section("promotion", "promotion", {
      label: "Perspectives d'accès au grade supérieur",
      guidance:
        "À remplir pour l'agent qui compte au moins trois ans d'ancienneté au dernier échelon de son grade au 31\u00A0décembre.",
    }),
    stateThemes.general,
    stateThemes.comments,
  ],
  appealNotice: appealNotice(stateText, jointCommittee, clearAnswer),
}

/** The template of the State's contract agents: no promotion, and the preparation of competitions. */
export const stateContractTemplate: ReportTemplate = {
  ...shared,
  code: "state-contract",
  label: "Compte rendu d'entretien professionnel des agents contractuels de l'État",
  source: "décret n°\u00A086-83 du 17\u00A0janvier 1986, article\u00A01-4",
  from: "2014-03-21" as CivilDate,
  sections: [
    stateThemes.results,
    stateThemes.objectives,
    stateThemes.manner,
    stateThemes.experience,
    stateThemes.management,
    stateThemes.training,
    prospects("Perspectives d'évolution professionnelle, dont la préparation aux concours"),
    stateThemes.general,
    stateThemes.comments,
  ],
  appealNotice: appealNotice(
    "décret n°\u00A086-83 du 17\u00A0janvier 1986, article\u00A01-4",
    "commission consultative paritaire",
    clearAnswer,
  ),
}

/** The template of local government: the State's themes, and its own notice. */
export const localGovernmentTemplate: ReportTemplate = {
  ...stateContractTemplate,
  code: "local-government",
  label: "Compte rendu d'entretien professionnel des fonctionnaires territoriaux",
  source: "décret n°\u00A02014-1526 du 16\u00A0décembre 2014",
  from: "2014-12-16" as CivilDate,
  appealNotice: appealNotice(
    "décret n°\u00A02014-1526 du 16\u00A0décembre 2014, article\u00A07",
    jointCommittee,
    "quinze jours",
  ).replaceAll("autorité hiérarchique", "autorité territoriale"),
}

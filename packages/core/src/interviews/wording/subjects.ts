/** What the sections of a report are about, in words, for the faults of a template. */
import type { SectionSubject } from "../terms/model/report-template.ts"

/** In French. */
export const subjectsFr: Readonly<Record<SectionSubject, string>> = {
  course: "déroulé de l'entretien",
  missions: "missions",
  results: "résultats",
  objectives: "objectifs",
  competences: "compétences",
  "manner-of-serving": "manière de servir",
  experience: "acquis de l'expérience",
  management: "encadrement",
  prospects: "perspectives d'évolution professionnelle",
  promotion: "perspectives de promotion",
  training: "besoins de formation",
  "agent-expression": "expression de l'agent",
}

/** In English. */
export const subjectsEn: Readonly<Record<SectionSubject, string>> = {
  course: "course of the interview",
  missions: "duties",
  results: "results",
  objectives: "goals",
  competences: "competences",
  "manner-of-serving": "manner of serving",
  experience: "lessons of experience",
  management: "management",
  prospects: "career prospects",
  promotion: "promotion prospects",
  training: "training needs",
  "agent-expression": "words of the agent",
}

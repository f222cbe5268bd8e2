/** The French texts of competences, verbatim where the catalogue quotes them. */
import { shortDateTime } from "../../kernel/calendar.ts"
import { fr } from "../../kernel/text.ts"
import type { SystemGround } from "../competence/model.ts"
import type { CompetenceWords } from "./competence-words.ts"

const teaching = ({ subject, modality, trainingModule, structure }: SystemGround): string =>
  [subject, modality, trainingModule, structure].filter((part) => part !== null).join(", ")

/** The texts of competences. */
export const competenceFr: CompetenceWords = {
  title: "Compétences",
  standings: { acknowledged: "reconnue", contested: "contestée" },
  actions: { confirm: "Confirmer (+)", invalidate: "Invalider ou supprimer (x)" },
  definedLabels: { yes: "OUI", no: "NON" },
  ground: (ground) =>
    fr`Enseignement à l'établissement ${ground.school} : ${teaching(ground)} ; ligne ${ground.correspondence} de la table de correspondance.`,
  statement: "J'ai terminé la saisie des compétences.",
  validated: {
    subject: ({ school, year }) => fr`Compétences ${year} : saisie terminée par ${school}`,
    body: ({ school, schoolName, year, at, zone }) =>
      `L'établissement ${schoolName} (${school}) a déclaré le ${shortDateTime(at, zone)} avoir terminé la saisie des compétences de ses personnels pour l'année scolaire ${year}. Ses compétences ne sont plus modifiables, sauf réouverture par le service des examens.`,
  },
  entries: {
    title: (year) => `Saisie des compétences ${year}`,
    fileName: "saisies-competences",
    columns: { school: "Établissement", name: "Nom", status: "Saisie", since: "Depuis" },
  },
  agents: {
    title: (option) => fr`Agents compétents : ${option}`,
    fileName: "agents-competents",
    columns: {
      "family-name": "Nom",
      "given-name": "Prénom",
      standing: "Compétence",
      authors: "Auteurs",
    },
  },
  listed: {
    title: (name) => `Compétences de ${name}`,
    fileName: "competences",
    columns: {
      exam: "Examen",
      speciality: "Spécialité",
      label: "Epreuve-option",
      authors: "Auteurs",
      standing: "Compétence",
    },
  },
}
